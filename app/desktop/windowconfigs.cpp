// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowconfigs.h"

#include "model/presentation/configreport.h"
#include "widgets/targets/configdialog.h"
#include "widgets/targets/configlist.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QWidget>

#include <algorithm>

namespace sightglass {

namespace {

/// The configuration files among what is dragged.
QStringList configsIn(const QMimeData *dragged)
{
    QStringList files;
    for (const QUrl &url : dragged->urls()) {
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
    for (const QString &path : forThisTime)
        m_temporary << TargetSources::pathOf(path);
    m_forThisTime = !m_temporary.isEmpty();
    m_awaited << m_temporary;
    for (const QString &path : m_temporary.isEmpty() ? m_settings->configs() : m_temporary)
        m_sources->open(path);
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
    auto *dialog = new QFileDialog(m_window, tr("Open prometheus.yml"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters({tr("Prometheus configuration (*.yml *.yaml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &files) {
        for (const QString &file : files)
            open(file);
    });
    dialog->open();
}

void WindowConfigs::open(const QString &path)
{
    const QString file = TargetSources::pathOf(path);
    m_temporary.removeAll(file);
    m_awaited << file;
    m_sources->open(file);
    remember();
}

void WindowConfigs::close(const QString &path)
{
    m_awaited.removeAll(path);
    m_sources->close(path);
    remember(m_temporary.contains(path) ? QString() : path);
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

void WindowConfigs::remember(const QString &closed)
{
    QStringList paths = m_sources->paths();
    if (m_forThisTime) {
        // The command line's are for this time; those remembered are left as they are, but for what was
        // opened or closed by hand.
        const QStringList shown = paths;
        paths = m_settings->configs();
        paths.removeAll(closed);
        for (const QString &path : shown) {
            if (!m_temporary.contains(path) && !paths.contains(path))
                paths << path;
        }
    }
    m_settings->setConfigs(paths);
}

bool WindowConfigs::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop)) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QStringList files = configsIn(drop->mimeData());
        if (!files.isEmpty()) {
            drop->acceptProposedAction();
            for (const QString &file : event->type() == QEvent::Drop ? files : QStringList())
                open(file);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace sightglass
