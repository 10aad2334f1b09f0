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

signals:
    void addRequested();

private:
    QLabel *m_headline;
    QLabel *m_details;
    QPushButton *m_add;
};

} // namespace sightglass
