// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/mainwindow.h"

#include "app/desktop/dashboardpages.h"
#include "app/desktop/doctorpage.h"
#include "app/desktop/examinationdrop.h"
#include "app/desktop/explorepage.h"
#include "app/desktop/windowapi.h"
#include "app/desktop/windowconfigs.h"
#include "app/desktop/windowdashboards.h"
#include "app/desktop/windowmenus.h"
#include "app/desktop/windowmodes.h"
#include "model/presentation/alerttablemodel.h"
#include "model/presentation/firstscrapes.h"
#include "model/presentation/numbertext.h"
#include "model/presentation/secretsweeper.h"
#include "model/scrape/clientsecrets.h"
#include "model/scrape/findtarget.h"
#include "widgets/targets/targetdialog.h"
#include "widgets/views/alertpane.h"
#include "widgets/views/settingsdialog.h"
#include "widgets/views/targetpane.h"
#include "widgets/views/timebar.h"
#include "widgets/views/welcomeview.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>
#include <QStyle>
#include <QTimeZone>
#include <QTimer>

#include <algorithm>
#include <limits>

namespace sightglass {

namespace {
constexpr int saveDelayMs = 1000;
constexpr int narrowWindow = 1000;
constexpr int lowWindow = 640;
constexpr std::size_t mostPreviewedSeries = 5000;
constexpr int toldMs = 8000; ///< how long the status line says what went well; what did not stays

Theme themeOf(ThemeChoice choice, const QPalette &desktop)
{
    switch (choice) {
    case ThemeChoice::Light:
        return lightTheme();
    case ThemeChoice::Dark:
        return darkTheme();
    case ThemeChoice::HighContrast:
        return highContrastTheme();
    case ThemeChoice::FollowDesktop:
        break;
    }
    return desktopTheme(desktop);
}
} // namespace

MainWindow::MainWindow(const Parts &parts, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(parts.workspace)
    , m_settings(parts.settings)
    , m_memory(parts.memory)
    , m_notifier(parts.notifier)
    , m_api(parts.api)
    , m_secrets(parts.secrets)
    , m_configs(parts.sources == nullptr ? nullptr : new WindowConfigs(parts.sources, parts.settings, this))
    , m_desktopPalette(QApplication::palette())
    , m_themeChoice(parts.settings->theme())
    , m_saveTimer(new QTimer(this))
    , m_central(new QStackedWidget)
    , m_pages(new DashboardPages(parts.workspace, darkTheme()))
    , m_dashboards(new WindowDashboards(m_pages, parts.settings, this))
    , m_welcome(new WelcomeView)
    , m_targetPane(new TargetPane(parts.workspace->targetModel()))
    , m_alertPane(new AlertPane(parts.workspace->alertModel(), parts.workspace->alertHistory()))
    , m_timeBar(new TimeBar)
    , m_targetSummary(new QLabel)
    , m_storeSummary(new QLabel)
    , m_alertSummary(new QLabel)
{
    setWindowTitle(QStringLiteral("Sightglass"));
    // At 200 % a large screen is a small one.
    resize(comfortableSize.boundedTo(screen()->availableSize() * 9 / 10));
    m_central->addWidget(m_welcome);
    m_central->addWidget(m_pages);
    setCentralWidget(m_central);
    m_pages->setCornerWidget(m_timeBar);
    m_pages->startWithLength(m_settings->rangeMs());
    m_pages->explore()->setMemory(m_settings->explore());
    m_pages->doctor()->setApprovalFolder(m_settings->folder() + QStringLiteral("/approved-findings"));
    m_pages->time()->attach(m_timeBar);
    m_timeBar->setHistory(m_settings->timeHistory());
    applyTimeDisplay(m_settings->program().time);
    for (QLabel *label : {m_targetSummary, m_alertSummary, m_storeSummary}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(8, 0, 8, 0);
        statusBar()->addWidget(label);
    }
    createDocks();
    new WindowMenus({this,
                     m_pages,
                     m_timeBar,
                     m_configs,
                     m_dashboards,
                     new WindowModes(this, m_pages),
                     m_settings,
                     {m_targetDock->toggleViewAction(), m_alertDock->toggleViewAction()}});
    connectParts();
    applyTheme();
    updateCentral();
    updateStatus(m_workspace->lastTick());
    restoreGeometry(m_settings->geometry());
    restoreState(m_settings->state());
    m_saveTimer->setSingleShot(true);
    m_saveTimer->setInterval(saveDelayMs);
    connect(m_saveTimer, &QTimer::timeout, this, &MainWindow::saveSettings);
}

MainWindow::~MainWindow() = default;

void MainWindow::createDocks()
{
    m_targetDock = new QDockWidget(tr("Targets"), this);
    m_targetDock->setObjectName(QStringLiteral("targetDock"));
    m_targetDock->setWidget(m_targetPane);
    if (m_configs != nullptr)
        m_targetPane->setFooter(m_configs->makeList());
    addDockWidget(Qt::LeftDockWidgetArea, m_targetDock);
    m_alertDock = new QDockWidget(tr("Alerts"), this);
    m_alertDock->setObjectName(QStringLiteral("alertDock"));
    m_alertDock->setWidget(m_alertPane);
    // Its tabs already say what it is.
    m_alertDock->setTitleBarWidget(new QWidget(m_alertDock));
    addDockWidget(Qt::BottomDockWidgetArea, m_alertDock);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    resizeDocks({m_targetDock}, {300}, Qt::Horizontal);
    resizeDocks({m_alertDock}, {150}, Qt::Vertical);
}

void MainWindow::connectParts()
{
    connect(m_targetPane, &TargetPane::addRequested, this, &MainWindow::addTarget);
    connect(m_targetPane, &TargetPane::editRequested, this, &MainWindow::editTarget);
    connect(m_targetPane, &TargetPane::removeRequested, m_workspace, &Workspace::removeTarget);
    connect(m_targetPane, &TargetPane::examineRequested, this, &MainWindow::showDoctor);
    connect(m_targetPane, &TargetPane::allowRequested, this, &MainWindow::allowCommands);
    auto *drop = new ExaminationDrop(this);
    connect(drop, &ExaminationDrop::textDropped, this, [this](const QString &text) {
        showDoctor({});
        m_pages->doctor()->examineText(text);
    });
    connect(drop, &ExaminationDrop::fileDropped, this, [this](const QString &fileName) {
        showDoctor({});
        m_pages->doctor()->examineFile(fileName);
    });
    connect(m_pages, &DashboardPages::told, this, [this](const QString &text, bool isProblem) {
        statusBar()->showMessage(text, isProblem ? 0 : toldMs);
    });
    connect(m_pages, &QTabWidget::currentChanged, this, &MainWindow::updateCentral);
    connect(m_targetPane, &TargetPane::targetActivated, m_pages, &DashboardPages::showTarget);
    m_dashboards->takeDropsFirst();
    connect(m_dashboards, &WindowDashboards::told, m_pages, &DashboardPages::told);
    connect(m_pages, &DashboardPages::dashboardsChanged, this, &MainWindow::updateCentral);
    connect(m_pages, &DashboardPages::frontChanged, this, &MainWindow::showFront);
    connect(m_timeBar, &TimeBar::refreshChosen, m_pages, &DashboardPages::setFrontRefresh);
    connect(m_timeBar, &TimeBar::historyChanged, this,
            [this] { m_settings->setTimeHistory(m_timeBar->history()); });
    connect(m_welcome, &WelcomeView::addRequested, this, &MainWindow::addTarget);
    connect(m_welcome, &WelcomeView::doctorRequested, this,
            [this] { showDoctor(worstTarget(m_workspace->lastTick().targets, {})); });
    connect(m_timeBar, &TimeBar::utcToggled, this, [this](bool utc) {
        ProgramSettings program = m_settings->program();
        program.time.utc = utc;
        m_settings->setProgram(program);
        applyTimeDisplay(program.time);
    });
    connect(m_pages->explore(), &ExplorePage::memoryChanged, m_saveTimer, qOverload<>(&QTimer::start));
    connect(m_workspace, &Workspace::ticked, this, &MainWindow::onTick);
    connect(m_workspace->alertModel(), &QAbstractItemModel::dataChanged, this,
            &MainWindow::updateAlertStatus);
    connect(m_workspace, &Workspace::dashboardsChanged, this, &MainWindow::updateCentral);
    connect(m_workspace, &Workspace::targetsChanged, this, [this] {
        showHeldCommands();
        updateCentral();
        saveSettings();
    });
    connect(m_workspace, &Workspace::alertsChanged, this,
            [this](const std::vector<AlertTransition> &transitions) {
                if (m_notifier == nullptr)
                    return;
                for (const Notification &notification : notificationsFor(transitions))
                    m_notifier->notify(notification);
            });
    // Behind what saves the targets: what is still remembered then is another window's.
    if (m_secrets != nullptr)
        m_sweeper = new SecretSweeper(
            m_workspace, m_secrets, [this] { return rememberedSecrets(); }, this);
}

std::set<std::string> MainWindow::rememberedSecrets() const
{
    std::set<std::string> keys;
    for (const TargetConfig &target : m_settings->targets())
        keys.merge(secretKeys(target.client));
    return keys;
}

void MainWindow::addTarget()
{
    auto *dialog = new TargetDialog(TargetConfig{}, m_secrets, {}, this);
    connect(dialog, &TargetDialog::submitted, this, [this](const TargetConfig &target) {
        const bool added = m_workspace->addTarget(target) == target.id;
        if (!added && m_sweeper != nullptr)
            m_sweeper->forget(target);
    });
    dialog->open();
}

void MainWindow::takeOthersChanges()
{
    for (const TargetConfig &target : m_memory->changedElsewhere(m_workspace->targets()))
        m_workspace->updateTarget(target);
}

void MainWindow::allowCommands(const QStringList &ids)
{
    for (const QString &id : ids) {
        if (const TargetConfig *target = findTarget(m_workspace->targets(), id))
            m_workspace->updateTarget(m_memory->allowCommand(*target));
    }
    showHeldCommands();
}

void MainWindow::showHeldCommands()
{
    const QStringList held = m_memory->heldCommands();
    m_workspace->targetModel()->setHeld(QSet<QString>(held.begin(), held.end()));
}

void MainWindow::editTarget(const QString &id)
{
    takeOthersChanges();
    const TargetConfig *target = findTarget(m_workspace->targets(), id);
    if (target == nullptr)
        return;
    if (!target->origin.isEmpty()) {
        if (m_configs != nullptr)
            m_configs->show(target->origin);
        return;
    }
    // The store has no place for what is not remembered.
    SecretStore *secrets = m_memory->isTemporary(id) ? nullptr : m_secrets;
    auto *dialog =
        new TargetDialog(*target, secrets, m_workspace->presentSeries(*target, mostPreviewedSeries), this);
    connect(dialog, &TargetDialog::submitted, this, [this, before = target->url](const TargetConfig &edited) {
        // Who types a command lets it run. It may have been removed meanwhile.
        const TargetConfig now = edited.url != before ? m_memory->allowCommand(edited) : edited;
        if (!m_workspace->updateTarget(now) && m_sweeper != nullptr)
            m_sweeper->forget(edited);
    });
    dialog->open();
}

void MainWindow::editSettings()
{
    auto *dialog = new SettingsDialog(m_settings->program(), &WindowApi::problemWith, this);
    if (m_api != nullptr) {
        dialog->setApiStatus(m_api->status());
        connect(m_api, &WindowApi::statusChanged, dialog, &SettingsDialog::setApiStatus);
    }
    connect(dialog, &SettingsDialog::submitted, this, [this](const ProgramSettings &settings) {
        m_settings->setProgram(settings);
        m_workspace->setQueryOptions(settings.query);
        applyTimeDisplay(settings.time);
        if (m_api != nullptr)
            m_api->apply(settings);
    });
    dialog->open();
}

void MainWindow::applyTimeDisplay(const TimeDisplay &display)
{
    m_pages->setTimeDisplay(display);
    showFront();
}

void MainWindow::showFront()
{
    m_timeBar->setTimeZone(m_pages->frontZone());
    m_timeBar->setOffer(m_pages->frontOffer());
}

QString MainWindow::currentTarget() const
{
    return m_targetPane->currentTarget();
}

void MainWindow::showExplore()
{
    m_pages->showExplore();
    updateCentral();
}

void MainWindow::showDoctor(const QString &targetId)
{
    m_pages->showDoctor(targetId);
    updateCentral();
}

void MainWindow::setThemeChoice(ThemeChoice choice)
{
    m_themeChoice = choice;
    m_settings->setTheme(choice);
    applyTheme();
    emit themeChosen(choice);
}

void MainWindow::applyTheme()
{
    const Theme theme = themeOf(m_themeChoice, m_desktopPalette);
    m_applyingTheme = true;
    QApplication::setPalette(theme.palette());
    m_applyingTheme = false;
    m_pages->setTheme(theme);
    m_targetPane->setTheme(theme);
    m_alertPane->setTheme(theme);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        takeOthersChanges();
    // The desktop changed its colours (not we): follow where that is wanted.
    if (event->type() == QEvent::ThemeChange && !m_applyingTheme &&
        m_themeChoice == ThemeChoice::FollowDesktop) {
        m_desktopPalette = style()->standardPalette();
        applyTheme();
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitDocks();
    m_saveTimer->start();
}

/// In a small window what is watched matters more than the lists beside it.
void MainWindow::fitDocks()
{
    const auto fit = [this](QDockWidget *dock, int now, int most, Qt::Orientation orientation) {
        if (dock->isVisible() && !dock->isFloating() && now > most)
            resizeDocks({dock}, {most}, orientation);
    };
    if (width() < narrowWindow)
        fit(m_targetDock, m_targetDock->width(), width() / 4, Qt::Horizontal);
    if (height() < lowWindow)
        fit(m_alertDock, m_alertDock->height(), height() / 6, Qt::Vertical);
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    m_saveTimer->start();
}

void MainWindow::onTick(const CollectorTick &tick)
{
    updateStatus(tick);
    m_alertPane->setRuleCount(static_cast<int>(tick.rules.size()));
    if (m_central->currentWidget() == m_welcome)
        updateCentral();
}

void MainWindow::updateCentral()
{
    if (m_pages->dashboardCount() > 0 || m_pages->isBesideDashboards()) {
        m_central->setCurrentWidget(m_pages);
        return;
    }
    m_central->setCurrentWidget(m_welcome);
    const FirstScrapes first = firstScrapes(m_workspace->lastTick().targets, !m_workspace->targets().empty());
    m_welcome->setMessage(first.headline, first.details);
    m_welcome->setDoctorOffered(!first.troubleTarget.isEmpty());
}

void MainWindow::updateAlertStatus()
{
    const AlertTableModel *alerts = m_workspace->alertModel();
    const int firing = alerts->count(AlertState::Firing);
    const int pending = alerts->count(AlertState::Pending);
    QString text =
        firing + pending == 0 ? tr("No alert") : tr("%1 firing, %2 pending").arg(firing).arg(pending);
    if (const int quiet = alerts->quietCount(); quiet > 0)
        text += QStringLiteral(", ") + tr("%n quiet", nullptr, quiet);
    m_alertSummary->setText(text);
}

void MainWindow::updateStatus(const CollectorTick &tick)
{
    const auto up = std::count_if(tick.targets.begin(), tick.targets.end(), [](const TargetStatus &target) {
        return target.health == TargetHealth::Up;
    });
    const int targets = static_cast<int>(m_workspace->targets().size());
    m_targetSummary->setText(targets == 0 ? tr("No target")
                                          : tr("%1 of %n target(s) up", nullptr, targets).arg(up));
    updateAlertStatus();
    if (!tick.snapshot)
        return;
    const StorageStats stats = tick.snapshot->stats();
    const auto readable = [](std::size_t number, const char *unit) {
        return measureText(static_cast<double>(number), unit);
    };
    const int series = static_cast<int>(std::min<std::size_t>(stats.series, std::numeric_limits<int>::max()));
    m_storeSummary->setText(tr("%n series", nullptr, series) + QStringLiteral(" · ") +
                            tr("%1 samples").arg(readable(stats.samples, "short")) + QStringLiteral(" · ") +
                            readable(stats.bytes, "bytes"));
}

void MainWindow::saveSettings()
{
    m_memory->remember(m_workspace->targets());
    m_settings->setWindow(saveGeometry(), saveState());
    m_settings->setRangeMs(m_pages->sharedTime().lengthMs());
    m_settings->setExplore(m_pages->explore()->memory());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_pages->hasUnsaved()) {
        event->ignore();
        m_pages->leaveAll([this] { close(); });
        return;
    }
    saveSettings();
    m_pages->closeWindows();
    event->accept();
}

} // namespace sightglass
