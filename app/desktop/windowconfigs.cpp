// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowconfigs.h"

#include "app/desktop/windowdrop.h"
#include "model/presentation/configreport.h"
#include "widgets/targets/configdialog.h"
#include "widgets/targets/configlist.h"

#include <QFileDialog>
#include <QMimeData>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

/// The configuration files among what is dragged.
QStringList configsIn(const QMimeData &dragged)
{
    QStringList files;
    for (const QUrl &url : dragged.urls()) {
        if (url.isLocalFile() && isConfigFileName(url.toLocalFile()))
            files << url.toLocalFile();
    }
    return files;
}

} // namespace

bool isConfigFileName(const QString &path)
{
    return path.endsWith(QLatin1String(".yml"), Qt::CaseInsensitive) ||
           path.endsWith(QLatin1String(".yaml"), Qt::CaseInsensitive);
}

WindowConfigs::WindowConfigs(TargetSources *sources, WindowSettings *settings, QWidget *window)
    : QObject(window)
    , m_sources(sources)
    , m_settings(settings)
    , m_window(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
    connect(sources, &TargetSources::stateChanged, this, &WindowConfigs::onStateChanged);
}

void WindowConfigs::start(const QStringList &forThisTime)
{
    start(m_configs, forThisTime, m_settings->configs(), FollowedKind::Configuration);
}

void WindowConfigs::startRules(const QStringList &forThisTime)
{
    start(m_rules, forThisTime, m_settings->ruleFiles(), FollowedKind::Rules);
}

void WindowConfigs::start(Opened &opened, const QStringList &forThisTime, const QStringList &remembered,
                          FollowedKind kind)
{
    for (const QString &path : forThisTime)
        opened.temporary << TargetSources::pathOf(path);
    opened.forThisTime = !opened.temporary.isEmpty();
    opened.shown = opened.forThisTime ? opened.temporary : remembered;
    m_awaited << opened.temporary;
    for (const QString &path : std::as_const(opened.shown))
        m_sources->open(path, kind);
}

QStringList WindowConfigs::ruleFiles() const
{
    QStringList files;
    for (const QString &path : m_sources->paths()) {
        const ConfigState *state = m_sources->state(path);
        const bool isItself = state->kind == FollowedKind::Rules && state->ruleFiles.isEmpty();
        files += isItself ? QStringList(path) : state->ruleFiles; // a pattern has those that match
    }
    files.removeDuplicates();
    return files;
}

QWidget *WindowConfigs::makeList()
{
    auto *list = new ConfigList(m_sources);
    connect(list, &ConfigList::shown, this, &WindowConfigs::show);
    connect(list, &ConfigList::closed, this, &WindowConfigs::close);
    return list;
}

void WindowConfigs::choose()
{
    auto *dialog = new QFileDialog(m_window, tr("Open prometheus.yml or a rule file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Prometheus configuration and rules (*.yml *.yaml *.rules)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        for (const QString &file : files)
            open(file);
    });
    dialog->open();
}

void WindowConfigs::open(const QString &path, FollowedKind kind)
{
    const QString file = TargetSources::pathOf(path);
    m_configs.temporary.removeAll(file);
    m_rules.temporary.removeAll(file);
    Opened &opened = kind == FollowedKind::Rules ? m_rules : m_configs;
    if (m_sources->state(file) == nullptr)
        opened.shown << file;
    m_awaited << file;
    m_sources->open(file, kind);
    remember();
}

void WindowConfigs::close(const QString &path)
{
    m_awaited.removeAll(path);
    m_sources->close(path);
    for (Opened *opened : {&m_configs, &m_rules})
        opened->shown.removeAll(path);
    const bool temporary = m_configs.temporary.contains(path) || m_rules.temporary.contains(path);
    remember(temporary ? QString() : path);
}

void WindowConfigs::show(const QString &path)
{
    const ConfigState *state = m_sources->state(path);
    if (state == nullptr)
        return;
    if (m_dialog)
        m_dialog->close();
    m_dialog = new ConfigDialog(*state, m_window);
    connect(m_dialog, &ConfigDialog::closeFileRequested, this, &WindowConfigs::close);
    m_dialog->show();
}

void WindowConfigs::onStateChanged(const QString &path)
{
    const ConfigState *state = m_sources->state(path);
    const std::vector<ConfigReportLine> report = configReport(*state);
    const bool worthTelling = std::any_of(report.begin(), report.end(), [](const ConfigReportLine &line) {
        return line.kind != ConfigReportLine::Kind::RuleFile;
    });
    if (m_dialog && m_dialog->path() == path)
        m_dialog->setState(*state);
    else if (m_awaited.contains(path) && worthTelling)
        show(path);
    m_awaited.removeAll(path);
}

QStringList WindowConfigs::toRemember(const Opened &opened, QStringList remembered, const QString &closed)
{
    if (!opened.forThisTime)
        return opened.shown;
    // The command line's are for this time; those remembered are left as they are, but for what was opened
    // or closed by hand.
    remembered.removeAll(closed);
    for (const QString &path : opened.shown) {
        if (!opened.temporary.contains(path) && !remembered.contains(path))
            remembered << path;
    }
    return remembered;
}

void WindowConfigs::remember(const QString &closed)
{
    m_settings->setConfigs(toRemember(m_configs, m_settings->configs(), closed));
    m_settings->setRuleFiles(toRemember(m_rules, m_settings->ruleFiles(), closed));
}

bool WindowConfigs::eventFilter(QObject *watched, QEvent *event)
{
    const auto canTake = [](const QMimeData &data) { return !configsIn(data).isEmpty(); };
    const bool isTaken = watched == m_window && takeDrop(event, canTake, [this](const QMimeData &data) {
                             for (const QString &file : configsIn(data))
                                 open(file);
                         });
    return isTaken || QObject::eventFilter(watched, event);
}

} // namespace sightglass
