// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/panelevaluation.h"
#include "model/presentation/panelreasons.h"
#include "model/query/querypool.h"

#include <QObject>
#include <QPointer>

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

    /// Replaces the panels; answers to the old ones are dropped, but for those that only lie elsewhere now:
    /// they keep theirs and are not asked for again.
    void setPanels(std::vector<PanelSpec> panels);

    /// Only visible panels are asked for, and of these such as show data (see showsData()). Same size as the
    /// panels. One that comes into view is asked for at once. Where none is, the feed lets go of the
    /// snapshot, which would keep alive what retention has dropped.
    void setVisible(std::vector<bool> visible);

    /// New data, same time selection: panels whose answer is under way are asked again when it has come.
    void refresh(const Question &question);

    /// Another time range: what is under way is cancelled.
    void restart(const Question &question);

signals:
    /// `data` is never null; it is the very answer of before where nothing has changed. Else it says what it
    /// has in common with that, where this can be told exactly. Lines whose values between the steps take
    /// long come twice: at their steps soon, and again with all that lies between.
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
        EarlierAnswer answered;   ///< the latest whole answer that was handed out
        KnownReasons reasons;     ///< of that answer
    };
    /// A question on its way through the pool, turn by turn.
    struct Inquiry;

    void ask(std::size_t panel);
    void cancelAll();
    [[nodiscard]] bool isAsked(const Inquiry &inquiry) const;
    void submit(const std::shared_ptr<Inquiry> &inquiry);
    /// One turn, on a thread of the pool.
    static void work(const QPointer<DashboardFeed> &self, const std::shared_ptr<Inquiry> &inquiry,
                     const std::stop_token &stop);
    void goOn(const std::shared_ptr<Inquiry> &inquiry, const std::shared_ptr<const PanelData> &preview);
    /// `answered` is of the data.
    void take(const std::shared_ptr<Inquiry> &inquiry, std::shared_ptr<const PanelData> data,
              EarlierAnswer answered);

    std::shared_ptr<QueryPool> m_pool;
    std::shared_ptr<ReasonSource> m_reasons = std::make_shared<ReasonSource>();
    QueryEngine m_engine;
    std::vector<Slot> m_slots;
    Question m_question;
    std::uint64_t m_nextTicket = 1;
};

} // namespace sightglass
