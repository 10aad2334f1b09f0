// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/clock.h"
#include "model/notify/alerthistory.h"
#include "model/scrape/orderedtasks.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>

namespace sightglass {

class Workspace;

/// A workspace's history of alerts in a file, with what the user says about them. Written a moment after each
/// change, whole, on a thread of its own: a program that is killed loses at most that moment. While anything
/// goes on, until when it was seen is written every 20 s. GUI thread.
class AlertJournal : public QObject
{
    Q_OBJECT

public:
    /// The file is read here; an empty path keeps nothing. `workspace` outlives this, and may be null.
    AlertJournal(QString file, Workspace *workspace, std::shared_ptr<const Clock> clock,
                 QObject *parent = nullptr);
    ~AlertJournal() override;

    /// What is wrong with the file; empty: nothing. It is then not written.
    [[nodiscard]] const QString &fileProblem() const noexcept { return m_fileProblem; }
    [[nodiscard]] const AlertHistory &history() const noexcept { return m_history; }

    void append(const std::vector<AlertTransition> &transitions);
    bool acknowledge(std::uint64_t id);
    bool withdrawAcknowledgement(std::uint64_t id);
    bool note(std::uint64_t id, const QString &text);

signals:
    void changed();

private:
    void onChanged();
    [[nodiscard]] bool hasOpen() const;
    void write();

    QString m_file;
    QString m_fileProblem;
    std::shared_ptr<const Clock> m_clock;
    AlertHistory m_history;
    QTimer m_writing;
    QElapsedTimer m_sinceWriting;
    bool m_isWritten = true;
    OrderedTasks m_tasks;
};

} // namespace sightglass
