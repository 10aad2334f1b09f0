// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/timerange.h"
#include "model/notify/alertboard.h"
#include "widgets/style/theme.h"

#include <QTabWidget>
#include <QTimeZone>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace sightglass {

class AlertBoard;
class AlertBoardModel;
class AlertJournal;
class HistoryView;
class PanelSelectors;
class RuleFilesView;
class RuleFileSwitches;
class RuleInquiry;
class RulesView;
class NotificationCenter;
class SilenceList;
class Workspace;

/// Everything about a workspace's alerts on one page: the board, the rules and why they fire or not, the
/// history, the silences, the rule files. Brought up to date while it is seen, at most twice a second.
class AlertsPage : public QTabWidget
{
    Q_OBJECT

public:
    /// What the page shows; all outlive it.
    struct Parts
    {
        Workspace *workspace = nullptr;
        NotificationCenter *center = nullptr;
        AlertJournal *journal = nullptr;
        /// What the dashboards show: over which rules are tested. May be empty.
        std::function<TimeRange()> shownRange = {};
        RuleFileSwitches *files = nullptr; ///< may be null
    };

    explicit AlertsPage(const Parts &parts, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);

    [[nodiscard]] AlertBoard *board() const noexcept { return m_board; }
    [[nodiscard]] HistoryView *history() const noexcept { return m_history; }
    [[nodiscard]] RulesView *rules() const noexcept { return m_rules; }
    [[nodiscard]] SilenceList *silences() const noexcept { return m_silences; }

    /// Labels of all alerts that are pending or firing.
    [[nodiscard]] std::vector<Labels> presentAlerts() const;

public slots:
    void showBoard();
    void showRules();
    void showHistory();
    void showSilences();
    void showRuleFiles();
    /// Asks for a silence of these alerts; of none: of whatever is typed.
    void silence(const std::vector<sightglass::BoardRow> &rows);

signals:
    /// The user wants to see what was going on then.
    void timeRequested(sightglass::TimestampMs at);
    /// A series is to be seen in Explore.
    void seriesRequested(const QString &selector);
    /// What this rule did over the time shown is to become a unit test.
    void testRequested(const sightglass::RuleStatus &rule, sightglass::TimeRange range);
    void ruleFileRequested(const QString &path);
    /// Another rule file is to be opened.
    void ruleFileWanted();
    /// Plain, displayable.
    void told(const QString &text, bool isProblem);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectViews();
    void connectRules();
    void refreshSoon();
    void refresh();
    void refreshBoard();
    void refreshRules();
    void inquire();
    void ask(bool withHistory);
    void askForMoves(const RuleStatus &rule);
    /// Of the dashboards that there are, displayable.
    [[nodiscard]] QStringList panelsShowing(const Labels &series);
    [[nodiscard]] TimeRange testedRange() const;
    void explain(const BoardRow &row);
    void acknowledge(const std::vector<BoardRow> &rows);
    void takeNote(const BoardRow &row);
    void editSilence(const std::string &id);
    void openDialog(const Silence &silence);

    Parts m_parts;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QTimer m_refreshing;
    RuleInquiry *m_inquiry;
    std::optional<TimestampMs> m_explained; ///< the evaluation that was last asked about
    TimestampMs m_testedAt = 0;             ///< when the strip was asked for
    std::optional<TimestampMs> m_movedAt;   ///< when what is asked about began
    Labels m_movedAbout;                    ///< of that alert
    TimestampMs m_movesAskedAt = 0;         ///< the data's time when it was asked
    std::vector<std::pair<QString, std::shared_ptr<const PanelSelectors>>> m_panels;
    AlertBoardModel *m_model;
    AlertBoard *m_board;
    RulesView *m_rules;
    HistoryView *m_history;
    SilenceList *m_silences;
    RuleFilesView *m_files;
};

} // namespace sightglass
