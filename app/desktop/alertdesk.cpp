// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/alertdesk.h"

#include "app/desktop/alerttelling.h"
#include "app/desktop/dashboardpages.h"
#include "app/desktop/mainwindow.h"
#include "app/desktop/rulefileswitches.h"
#include "app/desktop/windowalerts.h"
#include "app/desktop/windowapi.h"
#include "app/desktop/windowconfigs.h"
#include "app/desktop/windowsettings.h"
#include "app/serve/apisenders.h"
#include "model/alerting/backtest.h"
#include "model/alerting/incidenttest.h"
#include "model/dashboard/intervalvariables.h"
#include "model/presentation/alerttablemodel.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/ruleinquiry.h"
#include "model/presentation/workspace.h"
#include "model/scrape/filesaver.h"
#include "model/scrape/rulefilereading.h"
#include "model/scrape/targetconfig.h"
#include "model/senders/notificationcenter.h"
#include "parser/base/durationtext.h"
#include "parser/promql/parse.h"
#include "widgets/views/alertpane.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

constexpr std::int64_t beforeMs = 20 * 60'000;
constexpr std::int64_t leastBeforeMs = 30'000;
constexpr std::int64_t afterMs = 10 * 60'000;

const QString ownRules = QStringLiteral("my-rules.yml");
constexpr std::int64_t leastIntervalMs = 5000;

/// A name as alerts have them, of a panel's title: "CPU usage (%)" becomes CpuUsage.
std::string alertName(std::string_view title)
{
    std::string name;
    bool begins = true;
    for (const char c : title) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (isLetter)
            name += begins && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        begins = !isLetter;
    }
    return name.empty() ? "MyAlert" : name;
}

RuleDialog::Subject ruleSubject(const PanelSpec &panel, std::int64_t scrapeMs)
{
    RuleDialog::Subject subject;
    // A rule has no interval of a panel: as long as it takes to see a few scrapes.
    const std::int64_t rateMs = std::max<std::int64_t>(4 * scrapeMs, 60'000);
    const IntervalTexts texts{formatDurationMs(scrapeMs), formatDurationMs(rateMs), std::to_string(scrapeMs),
                              std::to_string(rateMs)};
    for (const PanelQuery &query : panel.queries) {
        if (!query.expr.empty() && !query.hidden)
            subject.expressions.push_back(replaceIntervalVariables(query.expr, texts));
    }
    if (subject.expressions.empty())
        subject.expressions.emplace_back("up");
    subject.draft.name = alertName(panel.title);
    subject.draft.summary = panel.title;
    subject.draft.forMs = rateMs;
    subject.unit = panel.field.unit.value_or("short");
    return subject;
}

/// The whole group of the rule: a rule may look at what one before it records.
Incident incidentOf(const CollectorTick &tick, const RuleStatus &rule, TimeRange range)
{
    RuleGroup group;
    group.name = rule.group;
    group.file = rule.file;
    for (const RuleGroupStatus &each : tick.ruleGroups) {
        if (each.name == rule.group && each.file == rule.file)
            group.intervalMs = each.intervalMs;
    }
    for (const RuleStatus &each : tick.rules) {
        if (each.group == rule.group && each.file == rule.file)
            group.rules.push_back(each.rule);
    }
    return {rule.rule->name, range, {group}, {}};
}

/// A rule of a dashboard is about its target; other alerts say by their labels what they are about.
bool isOf(const RuleStatus &rule, const Alert &alert, const TargetStatus &target)
{
    if (rule.file.empty() && rule.group.find(target.config.id.toStdString()) != std::string::npos)
        return true;
    const std::string_view instance = alert.labels.value("instance");
    const std::string_view job = alert.labels.value("job");
    const bool sameJob = job.empty() || job == target.labels.value("job");
    return sameJob && (instance.empty() ? !job.empty() : instance == target.labels.value("instance"));
}

SemanticColor badgeColor(const AlertSummary &summary)
{
    if (summary.state == AlertState::Pending)
        return SemanticColor::Notice;
    return summary.severity == Severity::Critical  ? SemanticColor::Critical
           : summary.severity == Severity::Warning ? SemanticColor::Warning
                                                   : SemanticColor::Info;
}

} // namespace

AlertDesk::AlertDesk(MainWindow *window, WindowSettings *settings, AlertsPage::Parts parts, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_settings(settings)
    , m_parts(std::move(parts))
    , m_files(new RuleFileSwitches(m_parts.workspace, settings, window->configs(), this))
{
    m_parts.files = m_files;
    m_parts.shownRange = [window] { return window->pages()->time()->shownRange(); };
    m_page = new AlertsPage(m_parts);
    window->pages()->addPage(m_page, AlertsPage::tr("Alerts"), AlertsPage::tr("All alerts (Ctrl+Shift+A)"));
    addMenu();
    if (const auto *dock = window->findChild<AlertPane *>())
        connect(dock, &AlertPane::boardRequested, this, &AlertDesk::showBoard);
    connect(m_page, &AlertsPage::timeRequested, this, &AlertDesk::showTime);
    connect(m_page, &AlertsPage::told, window->pages(), &DashboardPages::told);
    connect(m_page, &AlertsPage::seriesRequested, this, [window](const QString &selector) {
        PanelSpec panel;
        panel.queries.push_back({selector.toStdString(), {}});
        window->pages()->explorePanel(panel);
    });
    connect(m_page, &AlertsPage::testRequested, this, &AlertDesk::exportTest);
    connect(m_page, &AlertsPage::ruleFileRequested, this, &AlertDesk::showRuleFile);
    if (window->configs() != nullptr)
        connect(m_page, &AlertsPage::ruleFileWanted, window->configs(), &WindowConfigs::choose);
    connect(m_parts.workspace, &Workspace::ticked, this, &AlertDesk::updateBadges);
    connect(m_parts.workspace, &Workspace::dashboardsChanged, this, &AlertDesk::updateBadges);
    connect(m_parts.center, &NotificationCenter::silencesChanged, this, &AlertDesk::updateBadges);
    connect(window->pages(), &DashboardPages::alertRequested, this, &AlertDesk::alertOn);
}

AlertDesk::~AlertDesk() = default;

void AlertDesk::addMenu()
{
    auto *menu = m_menu = new QMenu(AlertsPage::tr("&Alerts"), m_window);
    QAction *board =
        menu->addAction(AlertsPage::tr("Alert &board"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), this,
                        &AlertDesk::showBoard);
    board->setObjectName(QStringLiteral("showAlertBoard"));
    menu->addAction(AlertsPage::tr("&Rules: why (not)?"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
                    this, &AlertDesk::showRules);
    menu->addAction(AlertsPage::tr("&History"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), this,
                    &AlertDesk::showHistory);
    menu->addAction(AlertsPage::tr("&Silences"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), this,
                    &AlertDesk::showSilences);
    menu->addAction(AlertsPage::tr("Rule &files"), this, &AlertDesk::showRuleFiles);
    menu->addSeparator();
    menu->addAction(AlertsPage::tr("&New rule…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), this,
                    [this] { openDialog(nullptr); });
    const QList<QAction *> menus = m_window->menuBar()->actions();
    m_window->menuBar()->insertMenu(menus.isEmpty() ? nullptr : menus.back(), menu);
}

void AlertDesk::connectTelling(const Told &told)
{
    WindowAlerts *alerts = told.alerts;
    AlertTelling *telling = told.telling;
    AlertTray *tray = told.tray;
    connect(alerts, &WindowAlerts::showRequested, this, &AlertDesk::showTime);
    connect(alerts, &WindowAlerts::runbookRequested, m_window->pages(), &DashboardPages::openLink);
    connect(telling, &AlertTelling::soundChanged, alerts, &WindowAlerts::setSound);
    alerts->setSound(m_settings->notify().sound);
    connect(telling, &AlertTelling::testRequested, this, [this, notifier = told.notifier] {
        Notification test;
        test.key = QStringLiteral("test");
        test.title = AlertsPage::tr("This is how you are told");
        test.body = AlertsPage::tr("An alert would say here what it is about.");
        test.sound = m_settings->notify().sound;
        notifier->notify(test);
    });
    const auto tellApi = [telling, api = told.api] { api->setSenders(apiSenders(telling->senders())); };
    connect(telling, &AlertTelling::statusChanged, told.api, tellApi);
    tellApi();
    connect(this, &AlertDesk::summaryChanged, tray, &AlertTray::show);
    connect(tray, &AlertTray::boardRequested, this, [this] {
        showBoard();
        bringWindow();
    });
    connect(tray, &AlertTray::windowRequested, this, &AlertDesk::bringWindow);
    m_menu->addSeparator();
    m_menu->addAction(AlertsPage::tr("Being &told…"), this, [this, telling] { telling->edit(m_window); });
}

void AlertDesk::bringWindow()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void AlertDesk::bringPage()
{
    m_window->pages()->setCurrentWidget(m_page);
}

void AlertDesk::showBoard()
{
    bringPage();
    m_page->showBoard();
}

void AlertDesk::showRules()
{
    bringPage();
    m_page->showRules();
}

void AlertDesk::showHistory()
{
    bringPage();
    m_page->showHistory();
}

void AlertDesk::showSilences()
{
    bringPage();
    m_page->showSilences();
}

void AlertDesk::showRuleFiles()
{
    bringPage();
    m_page->showRuleFiles();
}

void AlertDesk::showTime(TimestampMs at)
{
    DashboardPages *pages = m_window->pages();
    if (pages->view(pages->currentIndex()) == nullptr && pages->dashboardCount() > 0)
        pages->setCurrentIndex(0);
    const TimestampMs now = m_parts.workspace->lastTick().at;
    const TimestampMs to = now > 0 ? std::clamp(at + afterMs, at + 1, std::max(now, at + 1)) : at + afterMs;
    // Not long before there is anything to see.
    const TimestampMs first = m_parts.workspace->firstDataAt();
    const TimestampMs from = std::max(at - beforeMs, std::min(first - leastBeforeMs, at - leastBeforeMs));
    pages->time()->zoomTo({from, to});
    bringWindow();
}

QuietAlerts AlertDesk::quietAlerts() const
{
    QuietAlerts quiet;
    for (const RuleStatus &rule : m_parts.workspace->lastTick().rules) {
        for (const Alert &alert : rule.alerts) {
            if (alert.state == AlertState::Inactive)
                continue;
            const AlertVerdict verdict = m_parts.center->verdictOf(alert.labels);
            if (!verdict.silencedBy.empty() || verdict.inhibitedBy)
                quiet.insert(alert.labels);
        }
    }
    return quiet;
}

void AlertDesk::updateBadges()
{
    const Theme theme = desktopTheme(QApplication::palette());
    const CollectorTick &tick = m_parts.workspace->lastTick();
    const QuietAlerts quiet = quietAlerts();
    const AlertSummary all = summaryOf(tick.rules, quiet);
    DashboardPages *pages = m_window->pages();
    pages->setTabIcon(pages->indexOf(m_page), badgeIcon(all, theme));
    pages->setQuietAlerts(quiet);
    m_parts.workspace->alertModel()->setQuiet(quiet);
    emit summaryChanged(all);
    QHash<QString, TargetTableModel::Badge> badges;
    for (const TargetStatus &target : tick.targets) {
        AlertSummary own;
        for (const RuleStatus &rule : tick.rules) {
            for (const Alert &alert : rule.alerts) {
                if (isOf(rule, alert, target))
                    own.add(alert, quiet);
            }
        }
        if (own.state != AlertState::Inactive)
            badges.insert(target.config.id, {own.firing > 0 ? own.firing : own.pending, badgeColor(own)});
        m_summaries.insert(target.config.id, own);
    }
    m_parts.workspace->targetModel()->setBadges(badges);
    for (int tab = 0; tab < pages->count(); ++tab) {
        const QStringList targets = pages->targetsOf(tab);
        AlertSummary own;
        for (const QString &target : targets)
            own.add(m_summaries.value(target));
        if (!targets.isEmpty())
            pages->setTabIcon(tab, badgeIcon(own, theme));
    }
}

// ---- making rules

void AlertDesk::alertOn(const PanelSpec &panel)
{
    openDialog(&panel);
}

/// First the one for rules made here, which need not be there yet, then all others of the user's.
std::vector<std::string> AlertDesk::ruleFiles() const
{
    const QString own = QDir(m_settings->folder()).filePath(ownRules);
    QStringList files = m_settings->ruleFiles();
    if (m_window->configs() != nullptr)
        files = m_window->configs()->ruleFiles() + files;
    files.erase(std::remove_if(files.begin(), files.end(),
                               [](const QString &path) {
                                   const QFileInfo file(path);
                                   return isBundledRules(path) || !file.isFile() || !file.isWritable();
                               }),
                files.end());
    files.prepend(own);
    files.removeDuplicates();
    std::vector<std::string> paths;
    for (const QString &file : std::as_const(files))
        paths.push_back(file.toStdString());
    return paths;
}

void AlertDesk::openDialog(const PanelSpec *panel)
{
    const std::vector<TargetConfig> &targets = m_parts.workspace->targets();
    std::int64_t scrape = TargetConfig{}.intervalMs;
    if (!targets.empty())
        scrape = targets.front().intervalMs;
    RuleDialog::Subject subject = ruleSubject(panel != nullptr ? *panel : PanelSpec(), scrape);
    subject.files = ruleFiles();
    subject.intervalMs = std::max<std::int64_t>(scrape, leastIntervalMs);
    auto *dialog = new RuleDialog(subject, desktopTheme(QApplication::palette()), m_window);
    auto *inquiry = new RuleInquiry(m_parts.workspace, dialog);
    const auto ask = [this, inquiry, dialog, step = subject.intervalMs](const QString &text) {
        const auto expr = promql::parseExpr(text.toStdString());
        if (!expr)
            return dialog->setProblem(errorText(expr.error()));
        TimeRange range = m_parts.shownRange();
        range.to = std::min(range.to, m_parts.workspace->lastTick().at);
        const RuleDraft draft = dialog->draft();
        inquiry->evaluate(*expr, range, step, backTestLeadMs({draft.forMs, draft.keepFiringForMs, 0}, step));
    };
    connect(inquiry, &RuleInquiry::evaluated, dialog, &RuleDialog::setSeries);
    connect(inquiry, &RuleInquiry::evaluationFailed, dialog,
            [dialog](const Error &error) { dialog->setProblem(errorText(error)); });
    connect(dialog, &RuleDialog::expressionChosen, inquiry, ask);
    connect(dialog, &RuleDialog::submitted, this, [this, dialog](const RuleDialog::Wish &wish) {
        if (const QString problem = write(wish); !problem.isEmpty())
            dialog->refuse(problem);
        else
            emit m_window->pages()->told(AlertsPage::tr("The rule is in %1").arg(displayText(wish.file, 200)),
                                         false);
    });
    dialog->open();
    ask(QString::fromStdString(subject.expressions.front()));
}

QString AlertDesk::write(const RuleDialog::Wish &wish)
{
    const auto rule = writtenRule(wish.draft);
    if (!rule)
        return errorText(rule.error());
    const QString path = QString::fromStdString(wish.file);
    const auto before = QFileInfo::exists(path) ? ruleFileTextOf(path) : Result<std::string>("");
    if (!before)
        return errorText(before.error());
    const auto after = withRule(*before, wish.group, *rule, wish.intervalMs);
    if (!after)
        return errorText(after.error());
    const QString problem = saveFile(path, QByteArray::fromStdString(*after));
    if (!problem.isEmpty())
        return displayText(problem, 300);
    if (m_window->configs() != nullptr && !m_window->configs()->ruleFiles().contains(path))
        m_window->configs()->open(path, FollowedKind::Rules);
    m_files->setOn(path, true);
    return {};
}

void AlertDesk::showRuleFile(const QString &path)
{
    if (!isBundledRules(path)) {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(path)))
            emit m_window->pages()->told(AlertsPage::tr("Nothing opens %1").arg(displayText(path, 200)),
                                         true);
        return;
    }
    const Result<std::string> text = ruleFileTextOf(path);
    auto *dialog = new QDialog(m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(displayText(path, 100));
    dialog->resize(760, 560);
    auto *view = new QPlainTextEdit(text ? QString::fromStdString(*text) : errorText(text.error()));
    view->setReadOnly(true);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(dialog);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
    dialog->open();
}

void AlertDesk::exportTest(const RuleStatus &rule, TimeRange range)
{
    const CollectorTick &tick = m_parts.workspace->lastTick();
    if (!tick.snapshot)
        return;
    const QString path = QFileDialog::getSaveFileName(
        m_window, AlertsPage::tr("Save what happened as a unit test"),
        QString::fromStdString(incidentFileName(rule.rule->name)), AlertsPage::tr("Unit tests (*.yml)"));
    if (path.isEmpty())
        return;
    Incident incident = incidentOf(tick, rule, range);
    QString problem;
    QString rulesPath = QString::fromStdString(rule.file);
    if (!QFileInfo(rulesPath).isFile()) {
        // Rules that come along are in no file that promtool could read.
        rulesPath =
            QFileInfo(path).dir().filePath(QFileInfo(path).completeBaseName() + QStringLiteral("_rules.yml"));
        problem = saveFile(rulesPath, QByteArray::fromStdString(ruleFileText(incident.groups)));
    }
    incident.ruleFiles = {QFileInfo(path).dir().relativeFilePath(rulesPath).toStdString()};
    const auto text = incidentTest(*tick.snapshot, incident);
    if (problem.isEmpty())
        problem = text ? saveFile(path, QByteArray::fromStdString(*text)) : errorText(text.error());
    emit m_window->pages()->told(problem.isEmpty() ? AlertsPage::tr("Saved %1").arg(displayText(path, 200))
                                                   : displayText(problem, 300),
                                 !problem.isEmpty());
}

} // namespace sightglass
