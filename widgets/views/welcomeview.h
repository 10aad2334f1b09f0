// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace sightglass {

/// What stands where dashboards will be: how to begin, that the first scrape is awaited, or why there is none
/// yet.
class WelcomeView : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomeView(QWidget *parent = nullptr);

    /// Both plain text; `details` may hold hostile error texts.
    void setMessage(const QString &headline, const QString &details);
    /// Whether there is something that the endpoint doctor can explain.
    void setDoctorOffered(bool offered);

signals:
    void addRequested();
    void doctorRequested();

private:
    QLabel *m_headline;
    QLabel *m_details;
    QPushButton *m_add;
    QPushButton *m_doctor;
};

} // namespace sightglass
