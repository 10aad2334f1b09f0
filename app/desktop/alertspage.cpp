// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alertspage.h"

#include "app/desktop/rulefileswitches.h"
#include "model/alerting/backtest.h"
#include "model/assist/showingpanels.h"
#include "model/presentation/alertboardmodel.h"
#include "model/presentation/alertjournal.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/ruleinquiry.h"
#include "model/presentation/workspace.h"
#include "model/senders/notificationcenter.h"
#include "widgets/alerts/alertboard.h"
#include "widgets/alerts/historyview.h"
#include "widgets/alerts/rulefilesview.h"
#include "widgets/alerts/rulesview.h"
#include "widgets/alerts/silencedialog.h"
#include "widgets/alerts/silencelist.h"
#include "widgets/alerts/whypane.h"

#include <QApplication>
#include <QEvent>
#include <QPointer>

#include <algorithm>
#include <map>
#include <tuple>

namespace sightglass {

namespace {

constexpr int refreshEveryMs = 500;
constexpr std::int64_t testAgainMs = 15'000;
constexpr std::int64_t usualTestMs = 3600'000;
constexpr qsizetype mostPanels = 4;
constexpr std::int64_t usualSilenceMs = 3600'000;

/// What several alerts have in common, as matchers: labels with the same value, or one of a few.
std::vector<Matcher> commonMatchers(const std::vector<BoardRow> &rows)
{
    if (rows.empty())
        return {};
    std::vector<Matcher> matchers = matchersFor(rows.front().alert.labels);
    std::erase_if(matchers, [&rows](const Matcher &matcher) {
        return std::any_of(rows.begin(), rows.end(), [&matcher](const BoardRow &row) {
            return row.alert.labels.value(matcher.name) != matcher.value;
        });
    });
    return matchers;
}

} // namespace

AlertsPage::AlertsPage(const Parts &parts, QWidget *parent)
    : QTabWidget(parent)
    , m_parts(parts)
    , m_inquiry(new RuleInquiry(parts.workspace, this))
    , m_model(new AlertBoardModel(this))
    , m_board(new AlertBoard(m_model))
    , m_rules(new RulesView)
    , m_history(new HistoryView)
    , m_silences(new SilenceList)
    , m_files(new RuleFilesView)
{
    setObjectName(QStringLiteral("alertsPage"));
    setDocumentMode(true);
    addTab(m_board, tr("&Board"));
    addTab(m_rules, tr("&Rules"));
    addTab(m_history, tr("Histor&y"));
    addTab(m_silences, tr("&Silences"));
    addTab(m_files, tr("Rule f&iles"));
    setTabVisible(indexOf(m_files), parts.files != nullptr);
    m_refreshing.setSingleShot(true);
    m_refreshing.setInterval(refreshEveryMs);
    connect(&m_refreshing, &QTimer::timeout, this, &AlertsPage::refresh);
    connect(parts.workspace, &Workspace::ticked, this, &AlertsPage::refreshSoon);
    connect(parts.center, &NotificationCenter::silencesChanged, this, &AlertsPage::refresh);
    connect(parts.journal, &AlertJournal::changed, this, &AlertsPage::refreshSoon);
    connect(this, &QTabWidget::currentChanged, this, [this] {
        refresh();
        currentWidget()->setFocus();
    });
    connect(parts.workspace, &Workspace::dashboardsChanged, this, [this] { m_panels.clear(); });
    connectViews();
    setTheme(desktopTheme(QApplication::palette()));
}

void AlertsPage::connectViews()
{
    connect(m_board, &AlertBoard::opened, this, &AlertsPage::explain);
    connect(m_board, &AlertBoard::silenceRequested, this, &AlertsPage::silence);
    connect(m_board, &AlertBoard::acknowledgeRequested, this, &AlertsPage::acknowledge);
    connect(m_board, &AlertBoard::noteRequested, this, &AlertsPage::takeNote);
    connect(m_board, &AlertBoard::timeRequested, this, &AlertsPage::timeRequested);
    connect(m_history, &HistoryView::timeRequested, this, &AlertsPage::timeRequested);
    connect(m_history, &HistoryView::acknowledgeRequested, this, [this](std::uint64_t id, bool acknowledged) {
        if (acknowledged)
            m_parts.journal->acknowledge(id);
        else
            m_parts.journal->withdrawAcknowledgement(id);
        refresh();
    });
    connect(m_history, &HistoryView::noteGiven, this, [this](std::uint64_t id, const QString &text) {
        if (!m_parts.journal->note(id, text))
            emit told(tr("The note was not taken: there are too many"), true);
        refresh();
    });
    connect(m_silences, &SilenceList::newRequested, this, [this] { silence({}); });
    connect(m_silences, &SilenceList::editRequested, this, &AlertsPage::editSilence);
    connect(m_silences, &SilenceList::expireRequested, this, [this](const std::string &id) {
        if (const Status ended = m_parts.center->expireSilence(id); !ended)
            emit told(errorText(ended.error()), true);
    });
    connect(m_files, &RuleFilesView::openRequested, this, &AlertsPage::ruleFileWanted);
    connect(m_files, &RuleFilesView::showRequested, this, &AlertsPage::ruleFileRequested);
    if (m_parts.files != nullptr) {
        connect(m_files, &RuleFilesView::switched, m_parts.files, &RuleFileSwitches::setOn);
        connect(m_parts.files, &RuleFileSwitches::changed, this, &AlertsPage::refresh, Qt::QueuedConnection);
    }
    connectRules();
}

void AlertsPage::connectRules()
{
    WhyPane *why = m_rules->why();
    connect(m_rules, &RulesView::chosenChanged, this, &AlertsPage::inquire);
    connect(why, &WhyPane::timeRequested, this, &AlertsPage::timeRequested);
    connect(why, &WhyPane::seriesRequested, this, &AlertsPage::seriesRequested);
    connect(why, &WhyPane::exportRequested, this, [this] {
        if (const RuleStatus *rule = m_rules->chosen())
            emit testRequested(*rule, testedRange());
    });
    connect(why, &WhyPane::editRequested, this, [this] {
        if (const RuleStatus *rule = m_rules->chosen())
            emit ruleFileRequested(QString::fromStdString(rule->file));
    });
    connect(m_inquiry, &RuleInquiry::diagnosed, why, &WhyPane::setDiagnosis);
    connect(m_inquiry, &RuleInquiry::movesFound, why,
            [this, why](const std::shared_ptr<const MoveAnswer> &answer, TimestampMs at) {
                why->setMoves(*answer, at, [this](const Labels &series) { return panelsShowing(series); });
            });
    connect(m_inquiry, &RuleInquiry::evaluated, why,
            [this, why](const std::shared_ptr<const std::vector<MatrixSeries>> &results, StepRange steps,
                        TimestampMs askedFrom) {
                if (const RuleStatus *rule = m_rules->chosen())
                    why->setBackTest(backTest(*results, steps,
                                              {rule->rule->forMs, rule->rule->keepFiringForMs, 0},
                                              std::nullopt, askedFrom));
            });
    connect(m_inquiry, &RuleInquiry::evaluationFailed, why,
            [why](const Error &error) { why->setBackTestProblem(errorText(error)); });
}

void AlertsPage::setTheme(const Theme &theme)
{
    m_board->setTheme(theme);
    m_rules->setTheme(theme);
    m_history->setTheme(theme);
    m_files->setTheme(theme);
}

void AlertsPage::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    m_history->setTimeZone(zone);
    m_rules->setTimeZone(zone);
    m_silences->setTimeZone(zone);
    refreshSoon();
}

void AlertsPage::showEvent(QShowEvent *event)
{
    QTabWidget::showEvent(event);
    refresh();
}

void AlertsPage::changeEvent(QEvent *event)
{
    QTabWidget::changeEvent(event);
    // The window gives the program its theme's palette.
    if (event->type() == QEvent::PaletteChange)
        setTheme(desktopTheme(QApplication::palette()));
}

void AlertsPage::showBoard()
{
    setCurrentWidget(m_board);
    m_board->setFocus();
}

void AlertsPage::showRules()
{
    setCurrentWidget(m_rules);
    m_rules->setFocus();
}

void AlertsPage::showHistory()
{
    setCurrentWidget(m_history);
    m_history->setFocus();
}

void AlertsPage::showSilences()
{
    setCurrentWidget(m_silences);
    m_silences->setFocus();
}

void AlertsPage::showRuleFiles()
{
    setCurrentWidget(m_files);
    m_files->setFocus();
}

// ---- contents

void AlertsPage::refreshSoon()
{
    if (isVisible() && !m_refreshing.isActive())
        m_refreshing.start();
}

void AlertsPage::refresh()
{
    if (!isVisible())
        return;
    if (currentWidget() == m_board)
        refreshBoard();
    else if (currentWidget() == m_rules)
        refreshRules();
    else if (currentWidget() == m_history)
        m_history->setHistory(m_parts.journal->history(), m_parts.center->now());
    else if (currentWidget() == m_silences)
        m_silences->setContents({m_parts.center->silences(), m_parts.center->foreignSilences(),
                                 presentAlerts(), m_parts.center->now()});
    else if (currentWidget() == m_files && m_parts.files != nullptr)
        m_files->setFiles(m_parts.files->files());
}

void AlertsPage::refreshBoard()
{
    const CollectorTick &tick = m_parts.workspace->lastTick();
    using Key = std::tuple<std::string_view, std::string_view, Labels>;
    std::map<Key, TimestampMs> acknowledged;
    for (const AlertEpisode &episode : m_parts.journal->history().episodes()) {
        if (!episode.endedAt && episode.acknowledgedAt)
            acknowledged.insert_or_assign(Key(episode.group, episode.rule, episode.labels),
                                          *episode.acknowledgedAt);
    }
    BoardFacts facts;
    facts.verdict = [this](const Labels &labels) { return m_parts.center->verdictOf(labels); };
    facts.acknowledged = [&acknowledged](const RuleStatus &rule, const Alert &alert) {
        const auto found = acknowledged.find(Key(rule.group, rule.rule->name, alert.labels));
        const bool isOver = alert.state == AlertState::Inactive;
        return found == acknowledged.end() || isOver ? std::nullopt : std::optional(found->second);
    };
    m_model->setRows(boardRows(tick.rules, facts), m_parts.center->now());
    m_board->setRules(static_cast<int>(tick.rules.size()), tick.missedEvaluations);
}

void AlertsPage::refreshRules()
{
    const CollectorTick &tick = m_parts.workspace->lastTick();
    QStringList problems;
    for (const std::string &problem : tick.ruleProblems)
        problems << displayText(problem, 400);
    m_rules->setRules(tick.rules, tick.ruleGroups, problems.mid(0, 5));
    const RuleStatus *rule = m_rules->chosen();
    if (rule != nullptr && rule->lastEvaluation != m_explained)
        ask(m_parts.center->now() - m_testedAt > testAgainMs);
}

void AlertsPage::inquire()
{
    m_movedAt.reset();
    ask(true);
}

void AlertsPage::ask(bool withHistory)
{
    const RuleStatus *rule = m_rules->chosen();
    if (rule == nullptr)
        return;
    m_explained = rule->lastEvaluation;
    m_inquiry->diagnose(*rule);
    if (withHistory && rule->rule->expr != nullptr && rule->rule->kind == RuleKind::Alerting) {
        m_testedAt = m_parts.center->now();
        const std::int64_t step = m_rules->groupOf(*rule).intervalMs;
        m_inquiry->evaluate(rule->rule->expr, testedRange(), step,
                            backTestLeadMs({rule->rule->forMs, rule->rule->keepFiringForMs, 0}, step));
    }
    askForMoves(*rule);
}

/// What began last is what one asks about, unless one came from another that still is. Right behind the
/// moment little of what follows is known: until the time after it is over, it is asked again.
void AlertsPage::askForMoves(const RuleStatus &rule)
{
    const Alert *latest = nullptr;
    bool isStill = false;
    for (const Alert &alert : rule.alerts) {
        if (alert.state == AlertState::Inactive)
            continue;
        if (latest == nullptr || alert.activeAt > latest->activeAt)
            latest = &alert;
        isStill = isStill || alert.activeAt == m_movedAt;
    }
    if (!isStill && latest != nullptr) {
        m_movedAt = latest->activeAt;
        m_movedAbout = latest->labels;
    } else if (!m_movedAt || m_movesAskedAt >= *m_movedAt + MoveQuestion().afterMs) {
        return;
    }
    m_movesAskedAt = m_parts.workspace->lastTick().at;
    m_inquiry->findMoves(*m_movedAt, m_movedAbout);
}

TimeRange AlertsPage::testedRange() const
{
    const TimestampMs now = m_parts.workspace->lastTick().at;
    const TimeRange shown = m_parts.shownRange ? m_parts.shownRange() : TimeRange{};
    return shown.lengthMs() > 0 ? TimeRange{shown.from, std::min(shown.to, now)}
                                : TimeRange{now - usualTestMs, now};
}

QStringList AlertsPage::panelsShowing(const Labels &series)
{
    if (m_panels.empty()) {
        for (const TargetDashboard &dashboard : m_parts.workspace->dashboards()) {
            for (const PanelSpec &panel : dashboard.spec.panels) {
                if (!panel.queries.empty())
                    m_panels.emplace_back(displayText(panel.title, 60),
                                          std::make_shared<PanelSelectors>(panel));
            }
        }
    }
    QStringList titles;
    for (const auto &[title, selectors] : m_panels) {
        if (titles.size() < mostPanels && !titles.contains(title) && selectors->shows(series))
            titles << title;
    }
    return titles;
}

void AlertsPage::explain(const BoardRow &row)
{
    showRules();
    refreshRules();
    if (!m_rules->choose(row.file, row.group, row.rule) || row.error)
        return;
    m_movedAt = row.alert.activeAt;
    m_movesAskedAt = m_parts.workspace->lastTick().at;
    m_movedAbout = row.alert.labels;
    m_inquiry->findMoves(row.alert.activeAt, m_movedAbout);
}

std::vector<Labels> AlertsPage::presentAlerts() const
{
    std::vector<Labels> present;
    for (const RuleStatus &rule : m_parts.workspace->lastTick().rules) {
        for (const Alert &alert : rule.alerts) {
            if (alert.state != AlertState::Inactive)
                present.push_back(alert.labels);
        }
    }
    return present;
}

// ---- what the user does

void AlertsPage::acknowledge(const std::vector<BoardRow> &rows)
{
    const bool allKnown =
        std::all_of(rows.begin(), rows.end(), [](const BoardRow &row) { return row.acknowledgedAt; });
    for (const BoardRow &row : rows) {
        const AlertEpisode *episode =
            m_parts.journal->history().current(row.group, row.rule, row.alert.labels);
        if (episode == nullptr)
            continue;
        if (allKnown)
            m_parts.journal->withdrawAcknowledgement(episode->id);
        else
            m_parts.journal->acknowledge(episode->id);
    }
    refresh();
}

void AlertsPage::takeNote(const BoardRow &row)
{
    const AlertHistory &history = m_parts.journal->history();
    const AlertEpisode *episode = history.current(row.group, row.rule, row.alert.labels);
    if (episode == nullptr) {
        const auto last = std::find_if(
            history.episodes().rbegin(), history.episodes().rend(), [&row](const AlertEpisode &each) {
                return each.rule == row.rule && each.group == row.group && each.labels == row.alert.labels;
            });
        if (last == history.episodes().rend())
            return;
        episode = &*last;
    }
    const std::uint64_t id = episode->id;
    showHistory();
    m_history->takeNote(id);
}

void AlertsPage::silence(const std::vector<BoardRow> &rows)
{
    Silence silence;
    silence.matchers = commonMatchers(rows);
    silence.startsAt = m_parts.center->now();
    silence.endsAt = silence.startsAt + usualSilenceMs;
    silence.createdBy = qEnvironmentVariable("USER").toStdString();
    openDialog(silence);
}

void AlertsPage::editSilence(const std::string &id)
{
    const std::vector<Silence> &silences = m_parts.center->silences();
    const auto found =
        std::find_if(silences.begin(), silences.end(), [&id](const Silence &each) { return each.id == id; });
    if (found == silences.end())
        return;
    Silence silence = *found;
    // What is over is not brought back: another one is made of it.
    if (silenceState(silence, m_parts.center->now()) == SilenceState::Expired)
        silence.id.clear();
    openDialog(silence);
}

void AlertsPage::openDialog(const Silence &silence)
{
    auto *dialog = new SilenceDialog(
        {silence, presentAlerts(), [center = m_parts.center] { return center->now(); }, m_zone}, this);
    connect(dialog, &SilenceDialog::submitted, this, [this, dialog](const Silence &wanted) {
        if (const auto set = m_parts.center->setSilence(wanted); !set)
            dialog->refuse(errorText(set.error()));
        else
            emit told(tr("Silenced"), false);
    });
    dialog->open();
}

} // namespace sightglass
