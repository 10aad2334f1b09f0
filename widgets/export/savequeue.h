// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/orderedtasks.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <functional>

namespace sightglass {

/// Writes files on a thread of its own, each whole or not at all: what was there before stays until the new
/// one is complete. One after another. GUI thread.
class SaveQueue : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// `bytes` is called on the other thread: it must own what it works on.
    void save(const QString &path, std::function<QByteArray()> bytes);

signals:
    /// `problem`: why it is not there, as the system says it; empty where it is.
    void finished(const QString &path, const QString &problem);

private:
    OrderedTasks m_tasks;
};

} // namespace sightglass
