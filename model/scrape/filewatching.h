// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QStringList>

namespace sightglass {

/// Makes the watcher watch these files and folders and no others. To be called after each change: a file that
/// was replaced is no longer watched, as little as one that was not there yet.
void watchExactly(QFileSystemWatcher &watcher, QStringList paths);

} // namespace sightglass
