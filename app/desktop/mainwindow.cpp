// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/mainwindow.h"

#include "app/desktop/dashboardpages.h"
#include "app/desktop/doctorpage.h"
#include "app/desktop/examinationdrop.h"
#include "app/desktop/explorepage.h"
#include "app/desktop/windowapi.h"
#include "app/desktop/windowconfigs.h"
#include "model/presentation/errortext.h"
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

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QShortcut>
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
    m_pages->attach(m_timeBar);
    applyTimeDisplay(m_settings->program().time);
    for (QLabel *label : {m_targetSummary, m_alertSummary, m_storeSummary}) {
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(8, 0, 8, 0);
        statusBar()->addWidget(label);
    }
    createDocks();
    createMenus();
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

void MainWindow::createMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Add target…"), QKeySequence::New, this, &MainWindow::addTarget);
    file->addAction(tr("Examine te&xt…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), this, [this] {
        showDoctor({});
        m_pages->doctor()->askForText();
    });
    if (m_configs != nullptr)
        file->addAction(tr("&Open prometheus.yml…"), QKeySequence::Open, m_configs, &WindowConfigs::choose);
    file->addSeparator();
    file->addMenu(createExportMenu());
    file->addSeparator();
    QAction *settings = file->addAction(tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), this,
                                        &MainWindow::editSettings);
    settings->setMenuRole(QAction::PreferencesRole);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, &QWidget::close);
    menuBar()->addMenu(createViewMenu());
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("About &Sightglass"), this, [this] {
        auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Sightglass"),
                                    tr("Sightglass %1\nA window straight into services' metrics.")
                                        .arg(QCoreApplication::applicationVersion()),
                                    QMessageBox::Close, this);
        box->setTextFormat(Qt::PlainText);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
}

/// Of the dashboard in front, with all its panels.
QMenu *MainWindow::createExportMenu()
{
    auto *menu = new QMenu(tr("E&xport dashboard"), this);
    const auto add = [this, menu](const QString &text, const ExportOrder &order) {
        menu->addAction(text, m_pages, [this, order] { m_pages->exportFront(order); });
    };
    add(tr("&PNG…"), {ExportFormat::Png, 1, {}});
    add(tr("PNG, &2× as fine…"), {ExportFormat::Png, 2, {}});
    add(tr("&SVG…"), {ExportFormat::Svg, 1, {}});
    add(tr("P&DF…"), {ExportFormat::Pdf, 1, PdfPage::AsPicture});
    add(tr("PDF on &A4…"), {ExportFormat::Pdf, 1, PdfPage::A4Landscape});
    add(tr("&CSV…"), {ExportFormat::Csv, 1, {}});
    add(tr("&JSON…"), {ExportFormat::Json, 1, {}});
    menu->addSeparator();
    menu->addAction(tr("&Copy picture"), m_pages, [this] { m_pages->copyFront(); });
    connect(menu, &QMenu::aboutToShow, menu, [this, menu] {
        const bool possible = m_pages->view(m_pages->currentIndex()) != nullptr;
        for (QAction *action : menu->actions())
            action->setEnabled(possible);
    });
    return menu;
}

QMenu *MainWindow::createViewMenu()
{
    auto *view = new QMenu(tr("&View"), this);
    QAction *pause = view->addAction(tr("&Pause"));
    pause->setCheckable(true);
    pause->setShortcut(Qt::Key_Space);
    connect(pause, &QAction::triggered, m_pages, &DashboardPages::setPaused);
    connect(m_pages, &DashboardPages::timeSelectionChanged, pause,
            [this, pause] { pause->setChecked(!m_pages->timeSelection().live()); });
    QAction *back = view->addAction(tr("&Back in time shown"), m_pages, &DashboardPages::goBack);
    back->setShortcuts({QKeySequence(Qt::Key_Backspace), QKeySequence(Qt::ALT | Qt::Key_Left)});
    QAction *forward = view->addAction(tr("&Forward in time shown"), m_pages, &DashboardPages::goForward);
    forward->setShortcuts(
        {QKeySequence(Qt::SHIFT | Qt::Key_Backspace), QKeySequence(Qt::ALT | Qt::Key_Right)});
    view->addAction(tr("&Zoom out"), m_pages, &DashboardPages::zoomOut);
    view->addAction(tr("&Choose time…"), QKeySequence(Qt::CTRL | Qt::Key_T), m_timeBar, &TimeBar::choose);
    view->addSeparator();
    view->addAction(tr("&Explore"), QKeySequence(Qt::CTRL | Qt::Key_E), this, &MainWindow::showExplore);
    view->addAction(tr("Endpoint d&octor"), QKeySequence(Qt::CTRL | Qt::Key_D), this,
                    [this] { showDoctor(m_targetPane->currentTarget()); });
    view->addSeparator();
    view->addAction(m_targetDock->toggleViewAction());
    view->addAction(m_alertDock->toggleViewAction());
    view->addSeparator();
    auto *themes = new QActionGroup(this);
    const auto addTheme = [&](const QString &text, ThemeChoice choice) {
        QAction *action = view->addAction(text, this, [this, choice] { setThemeChoice(choice); });
        action->setCheckable(true);
        action->setChecked(m_themeChoice == choice);
        themes->addAction(action);
    };
    addTheme(tr("Colours as the &desktop"), ThemeChoice::FollowDesktop);
    addTheme(tr("&Light"), ThemeChoice::Light);
    addTheme(tr("D&ark"), ThemeChoice::Dark);
    addTheme(tr("&High contrast"), ThemeChoice::HighContrast);
    return view;
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
    connect(m_targetPane, &TargetPane::targetActivated, m_pages, &DashboardPages::showTarget);
    connect(m_welcome, &WelcomeView::addRequested, this, &MainWindow::addTarget);
    connect(m_timeBar, &TimeBar::utcToggled, this, [this](bool utc) {
        ProgramSettings program = m_settings->program();
        program.time.utc = utc;
        m_settings->setProgram(program);
        applyTimeDisplay(program.time);
    });
    connect(m_pages->explore(), &ExplorePage::memoryChanged, m_saveTimer, qOverload<>(&QTimer::start));
    connect(m_workspace, &Workspace::ticked, this, &MainWindow::onTick);
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
    m_timeBar->setTimeZone(display.utc ? QTimeZone::utc() : QTimeZone::systemTimeZone());
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
    m_saveTimer->start();
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
    if (m_workspace->targets().empty()) {
        m_welcome->setMessage(tr("Point Sightglass at a metrics endpoint"),
                              tr("Its dashboard appears by itself after the first scrape."));
        return;
    }
    QStringList reasons;
    for (const TargetStatus &target : m_workspace->lastTick().targets) {
        if (target.error)
            reasons << displayUrl(target.config.url) + QStringLiteral("\n") + errorText(*target.error);
    }
    if (reasons.isEmpty())
        m_welcome->setMessage(tr("Waiting for the first scrape"), {});
    else
        m_welcome->setMessage(tr("No target answers yet"), reasons.mid(0, 8).join(QStringLiteral("\n\n")));
}

void MainWindow::updateStatus(const CollectorTick &tick)
{
    const auto up = std::count_if(tick.targets.begin(), tick.targets.end(), [](const TargetStatus &target) {
        return target.health == TargetHealth::Up;
    });
    const int targets = static_cast<int>(m_workspace->targets().size());
    m_targetSummary->setText(targets == 0 ? tr("No target")
                                          : tr("%1 of %n target(s) up", nullptr, targets).arg(up));
    const int firing = m_workspace->alertModel()->count(AlertState::Firing);
    const int pending = m_workspace->alertModel()->count(AlertState::Pending);
    m_alertSummary->setText(firing + pending == 0 ? tr("No alert")
                                                  : tr("%1 firing, %2 pending").arg(firing).arg(pending));
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
    m_settings->setRangeMs(m_pages->timeSelection().lengthMs());
    m_settings->setExplore(m_pages->explore()->memory());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveSettings();
    event->accept();
}

} // namespace sightglass
