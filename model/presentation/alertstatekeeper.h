// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/workspace.h"
#include "model/scrape/orderedtasks.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <memory>

namespace sightglass {

/// Reads what an earlier run has kept of its alerts, and of the samples that its rules looked at, into the
/// collector's options, which then goes on with them as Prometheus does. Blocks. What is wrong with the file,
/// empty where nothing is; no file is nothing wrong.
[[nodiscard]] QString takeKeptAlerts(const QString &path, CollectorOptions &options);

/// Why a file that the user names must not become the one of takeKeptAlerts(), nor what is beside it: it is
/// there, is not empty and was not made by AlertStateKeeper. Empty: it may. One of its own that was garbled
/// since may. Blocks.
[[nodiscard]] QString foreignStateFile(const QString &path);

/// Writes about every second, and at its end, what the workspace's rules look at, and every few seconds since
/// when its alerts are active, so that a program that is killed comes back with their states, also where
/// targets do not answer meanwhile. Files are made on a thread of their own. GUI thread.
class AlertStateKeeper : public QObject
{
    Q_OBJECT

public:
    /// `workspace` outlives this; an empty path keeps nothing.
    AlertStateKeeper(QString path, Workspace *workspace, QObject *parent = nullptr);
    ~AlertStateKeeper() override;

private:
    void write();
    void writeStates();
    void writeSamples();

    /// What was written last, so that nothing is written twice; of the writing thread alone.
    struct Written;
    struct Samples;

    QString m_path;
    Workspace *m_workspace;
    QElapsedTimer m_sinceWriting;
    QElapsedTimer m_sinceSamples;
    std::shared_ptr<Written> m_written;
    std::shared_ptr<Samples> m_samples;
    OrderedTasks m_tasks;
};

} // namespace sightglass
