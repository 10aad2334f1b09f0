// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/filewatching.h"

#include <QFileInfo>

#include <utility>

namespace sightglass {

void watchExactly(QFileSystemWatcher &watcher, QStringList paths)
{
    paths.removeDuplicates();
    const QStringList before = watcher.files() + watcher.directories();
    for (const QString &path : before) {
        if (!paths.contains(path))
            watcher.removePath(path);
    }
    for (const QString &path : std::as_const(paths)) {
        // The watcher warns of what is not there.
        if (!before.contains(path) && QFileInfo::exists(path))
            watcher.addPath(path);
    }
}

} // namespace sightglass
