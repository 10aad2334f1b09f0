// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/continuation.h"
#include "model/dashboard/panelquery.h"
#include "model/query/querypool.h"

#include <QObject>

#include <memory>
#include <vector>

namespace sightglass {

/// Keeps the panels of one dashboard supplied with data: asks the query pool for each visible panel and hands
/// the answers out on the GUI thread. One question per panel is under way at a time; a tick that comes
/// meanwhile is remembered, not queued, so slow queries lower the refresh rate and nothing else.
class DashboardFeed : public QObject
{
    Q_OBJECT

public:
    /// What is asked at one moment.
    struct Question
    {
        std::shared_ptr<const Snapshot> snapshot;
        PanelTime time;
    };

    /// The pool must outlive the feed's answers, not the feed.
    DashboardFeed(std::shared_ptr<QueryPool> pool, QObject *parent = nullptr);
    ~DashboardFeed() override;

    /// What evaluates from now on; one with a cache lets panels share their work. Until then a plain one
    /// does.
    void setEngine(QueryEngine engine);

    /// Replaces the panels; answers to the old ones are dropped.
    void setPanels(std::vector<PanelSpec> panels);

    /// Only visible panels are asked for. Same size as the panels. One that comes into view is asked for at
    /// once. Where none is, the feed lets go of the snapshot, which would keep alive what retention has
    /// dropped.
    void setVisible(std::vector<bool> visible);

    /// New data, same time selection: panels whose answer is under way are asked again when it has come.
    void refresh(const Question &question);

    /// Another time range: what is under way is cancelled.
    void restart(const Question &question);

signals:
    /// `data` is never null. Where it can be told exactly, it says what it has in common with the answer
    /// before.
    void panelReady(int panel, std::shared_ptr<const sightglass::PanelData> data);

private:
    struct Slot
    {
        std::shared_ptr<const PanelPipeline> pipeline;
        bool visible = true;
        bool asking = false;
        bool askAgain = false;
        std::uint64_t ticket = 0; ///< of the latest question; older answers are dropped
        QueryPool::Key key = 0;   ///< under which the pool knows this panel
        AnsweredPanel answered;   ///< the latest answer that was handed out
    };

    void ask(std::size_t panel);
    void cancelAll();
    /// `answered` is of the data.
    void take(std::size_t panel, std::uint64_t ticket, std::shared_ptr<const PanelData> data,
              AnsweredPanel answered);

    std::shared_ptr<QueryPool> m_pool;
    QueryEngine m_engine;
    std::vector<Slot> m_slots;
    Question m_question;
    std::uint64_t m_nextTicket = 1;
};

} // namespace sightglass
