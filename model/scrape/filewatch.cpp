// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/filewatch.h"

#include <QFileInfo>

#include <utility>

namespace sightglass {

namespace {

constexpr int settleMs = 100;

} // namespace

FileWatch::FileWatch(QObject *parent)
    : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, &FileWatch::changed);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
}

void FileWatch::watch(QStringList paths)
{
    paths.removeDuplicates();
    const QStringList before = m_watcher.files() + m_watcher.directories();
    for (const QString &path : before) {
        if (!paths.contains(path))
            m_watcher.removePath(path);
    }
    for (const QString &path : std::as_const(paths)) {
        // The watcher warns of what is not there.
        if (!before.contains(path) && QFileInfo::exists(path))
            m_watcher.addPath(path);
    }
}

} // namespace sightglass
