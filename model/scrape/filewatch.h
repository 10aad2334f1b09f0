// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace sightglass {

/// Tells that files or folders have changed, a moment after they did: files are often written in several
/// steps.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    explicit FileWatch(QObject *parent = nullptr);

    /// These and no others. To be called after each change: a file that was replaced is no longer watched, as
    /// little as one that was not there yet.
    void watch(QStringList paths);

signals:
    void changed();

private:
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
};

} // namespace sightglass
