// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardfeed.h"

#include "model/presentation/guipost.h"

#include <algorithm>

namespace sightglass {

DashboardFeed::DashboardFeed(std::shared_ptr<QueryPool> pool, QObject *parent)
    : QObject(parent)
    , m_pool(std::move(pool))
{}

DashboardFeed::~DashboardFeed()
{
    cancelAll();
}

void DashboardFeed::setEngine(QueryEngine engine)
{
    m_engine = std::move(engine);
    for (Slot &slot : m_slots)
        slot.answered = {};
    if (m_question.snapshot)
        restart(m_question);
}

void DashboardFeed::setPanels(std::vector<PanelSpec> panels)
{
    cancelAll();
    m_slots.clear();
    for (PanelSpec &panel : panels) {
        Slot slot;
        slot.pipeline = std::make_shared<const PanelPipeline>(std::move(panel));
        slot.key = m_pool->newKey();
        m_slots.push_back(std::move(slot));
    }
    if (m_question.snapshot)
        restart(m_question);
}

void DashboardFeed::setVisible(std::vector<bool> visible)
{
    visible.resize(m_slots.size(), false);
    if (std::none_of(visible.begin(), visible.end(), [](bool v) { return v; })) {
        cancelAll();
        m_question = {};
    }
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        const bool appeared = visible[i] && !m_slots[i].visible;
        m_slots[i].visible = visible[i];
        if (appeared && !m_slots[i].asking)
            ask(i);
    }
}

void DashboardFeed::refresh(const Question &question)
{
    m_question = question;
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].asking)
            m_slots[i].askAgain = true;
        else
            ask(i);
    }
}

void DashboardFeed::restart(const Question &question)
{
    cancelAll();
    refresh(question);
}

void DashboardFeed::ask(std::size_t panel)
{
    Slot &slot = m_slots[panel];
    if (!slot.visible || slot.pipeline->panel().type() == PanelType::Row || !m_question.snapshot)
        return;
    slot.asking = true;
    slot.askAgain = false;
    slot.ticket = m_nextTicket++;
    m_pool->submit(slot.key, [self = QPointer(this), engine = m_engine, question = m_question,
                              pipeline = slot.pipeline, before = slot.answered, panel,
                              ticket = slot.ticket](std::stop_token stop) {
        const Snapshot &snapshot = *question.snapshot;
        auto data = std::make_shared<PanelData>(queryPanel(snapshot, engine, *pipeline, question.time, stop));
        if (stop.stop_requested())
            return;
        if (!data->error)
            data->continues =
                continuationOf(before, pipeline->panel(), snapshot, question.time, engine.options());
        AnsweredPanel answered{data, snapshot.version(), question.time};
        postToGui(self, [panel, ticket, data = std::move(data),
                         answered = std::move(answered)](DashboardFeed &feed) mutable {
            feed.take(panel, ticket, std::move(data), std::move(answered));
        });
    });
}

void DashboardFeed::cancelAll()
{
    for (Slot &slot : m_slots) {
        if (slot.asking)
            m_pool->cancel(slot.key);
        slot.asking = false;
        slot.askAgain = false;
        slot.ticket = 0;
    }
}

void DashboardFeed::take(std::size_t panel, std::uint64_t ticket, std::shared_ptr<const PanelData> data,
                         AnsweredPanel answered)
{
    if (panel >= m_slots.size() || m_slots[panel].ticket != ticket)
        return;
    m_slots[panel].asking = false;
    m_slots[panel].answered = std::move(answered);
    emit panelReady(static_cast<int>(panel), std::move(data));
    // A slot may have replaced the panels while it took the data.
    if (panel < m_slots.size() && m_slots[panel].askAgain)
        ask(panel);
}

} // namespace sightglass
