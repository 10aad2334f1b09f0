// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/doctorsource.h"
#include "model/presentation/doctorsummary.h"
#include "widgets/style/theme.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace sightglass {

/// The head of the endpoint doctor: what is examined, the verdict, the figures, and what is told about them.
class DoctorHeader : public QWidget
{
    Q_OBJECT

public:
    explicit DoctorHeader(const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setSources(const std::vector<DoctorSource> &sources, const QString &current);
    /// Null: nothing has come yet; `waiting` says what for.
    void showSummary(const DoctorSummary *summary, const QString &waiting = {});
    /// A line about something that is to be known; empty: none.
    void setNotice(const QString &notice);

    enum class Following
    {
        Impossible, ///< a text: there will be no other page
        On,
        Off
    };
    void setFollowing(Following following);
    /// A newer page is there than the one that is shown.
    void setNewer(bool newer);

signals:
    void sourceChosen(const QString &id);
    void followToggled(bool follow);
    void newerRequested();
    void examineTextRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();
    void fillFigures();
    void fitFigures();

    Theme m_theme;
    QComboBox *m_source;
    QLabel *m_dot;
    QLabel *m_title;
    QLabel *m_counts;
    QLabel *m_reason;
    QLabel *m_notice;
    QToolButton *m_follow;
    QPushButton *m_newer;
    QPushButton *m_examine;
    QWidget *m_figures = nullptr;
    QHBoxLayout *m_figureLayout = nullptr;
    std::vector<DoctorSource> m_sources;
    std::optional<DoctorSummary> m_summary;
};

} // namespace sightglass
