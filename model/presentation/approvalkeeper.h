// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/approvalfiles.h"
#include "model/scrape/orderedtasks.h"

#include <QObject>

#include <functional>

namespace sightglass {

/// Has approvals read and changed on a thread of its own, in the order in which that is asked for, so that
/// nobody waits for a file system. What is asked for is still done when this goes away; see OrderedTasks. GUI
/// thread.
class ApprovalKeeper : public QObject
{
    Q_OBJECT

public:
    /// Called in the GUI thread's event loop, in the order of the questions, while this lives.
    using Answer = std::function<void(const ApprovalFiles::Kept &)>;

    explicit ApprovalKeeper(const QString &folder, QObject *parent = nullptr);
    ~ApprovalKeeper() override;

    void read(const QUrl &address, Answer answer);
    void change(const QUrl &address, const FindingKey &key, bool approved, Answer answer);

private:
    void ask(std::function<ApprovalFiles::Kept(const ApprovalFiles &)> question, Answer answer);

    ApprovalFiles m_files;
    OrderedTasks m_tasks;
};

} // namespace sightglass
