// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardfeed.h"

#include "model/presentation/guipost.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace sightglass {

namespace {
/// Points that a panel evaluates before others get their turn: some 50 ms.
constexpr std::size_t pointsOfATurn = 4'000'000;

bool isSameButPlace(const PanelSpec &a, const PanelSpec &b)
{
    if (a.id != b.id)
        return false;
    PanelSpec moved = a;
    moved.grid = b.grid;
    return moved == b;
}
} // namespace

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
    // What was under way was numbered by the old places.
    std::vector<Slot> before = m_slots;
    cancelAll();
    m_slots.clear();
    std::vector<std::size_t> due;
    for (PanelSpec &panel : panels) {
        const auto kept = std::find_if(before.begin(), before.end(), [&panel](const Slot &slot) {
            return slot.pipeline && isSameButPlace(slot.pipeline->panel(), panel);
        });
        if (kept == before.end() || kept->asking || kept->askAgain)
            due.push_back(m_slots.size());
        if (kept != before.end()) {
            Slot &slot = m_slots.emplace_back(std::move(*kept));
            slot.asking = slot.askAgain = false;
            slot.ticket = 0;
            continue;
        }
        Slot &slot = m_slots.emplace_back();
        slot.pipeline = std::make_shared<const PanelPipeline>(std::move(panel));
        slot.key = m_pool->newKey();
    }
    for (const std::size_t panel : due)
        ask(panel);
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

struct DashboardFeed::Inquiry
{
    std::size_t panel = 0;
    std::uint64_t ticket = 0;
    Question question;
    QueryEngine engine;
    std::shared_ptr<const PanelPipeline> pipeline;
    EarlierAnswer before;
    std::shared_ptr<ReasonSource> source;
    KnownReasons known; ///< an own one: an answer that was cancelled may still be at it
    std::optional<PanelEvaluation> evaluation = {}; ///< from the first turn on; refers to what is above
};

void DashboardFeed::ask(std::size_t panel)
{
    Slot &slot = m_slots[panel];
    if (!slot.visible || !showsData(slot.pipeline->panel()) || !m_question.snapshot)
        return;
    slot.asking = true;
    slot.askAgain = false;
    slot.ticket = m_nextTicket++;
    submit(std::make_shared<Inquiry>(Inquiry{panel, slot.ticket, m_question, m_engine, slot.pipeline,
                                             slot.answered, m_reasons, slot.reasons}));
}

bool DashboardFeed::isAsked(const Inquiry &inquiry) const
{
    return inquiry.panel < m_slots.size() && m_slots[inquiry.panel].ticket == inquiry.ticket;
}

void DashboardFeed::submit(const std::shared_ptr<Inquiry> &inquiry)
{
    m_pool->submit(
        m_slots[inquiry->panel].key,
        [self = QPointer(this), inquiry](const std::stop_token &stop) { work(self, inquiry, stop); });
}

void DashboardFeed::work(const QPointer<DashboardFeed> &self, const std::shared_ptr<Inquiry> &inquiry,
                         const std::stop_token &stop)
{
    const PanelEvaluation::Question question{*inquiry->question.snapshot, inquiry->engine, *inquiry->pipeline,
                                             inquiry->question.time};
    const bool begins = !inquiry->evaluation;
    if (begins)
        inquiry->evaluation.emplace(question, inquiry->before);
    auto data = inquiry->evaluation->unchanged();
    if (!data) {
        const bool done = inquiry->evaluation->advance(pointsOfATurn, stop);
        if (!done && !stop.stop_requested()) {
            std::shared_ptr<const PanelData> preview;
            if (begins) {
                PanelEvaluation steps(question, {}, PanelEvaluation::Detail::StepsOnly);
                static_cast<void>(steps.advance(std::numeric_limits<std::size_t>::max(), stop));
                preview = std::make_shared<const PanelData>(steps.take(stop));
            }
            postToGui(self, [inquiry, preview](DashboardFeed &feed) { feed.goOn(inquiry, preview); });
            return;
        }
        PanelData answer = inquiry->evaluation->take(stop);
        if (!stop.stop_requested())
            addReasons(answer, inquiry->pipeline->panel(), *inquiry->question.snapshot,
                       inquiry->question.time, inquiry->engine.options(), *inquiry->source, inquiry->known,
                       stop);
        data = std::make_shared<const PanelData>(std::move(answer));
    }
    if (stop.stop_requested())
        return;
    postToGui(self,
              [inquiry, data, answered = inquiry->evaluation->asEarlier(data)](DashboardFeed &feed) mutable {
                  feed.take(inquiry, std::move(data), std::move(answered));
              });
}

/// Behind the questions of other panels: what takes long lets them go before.
void DashboardFeed::goOn(const std::shared_ptr<Inquiry> &inquiry,
                         const std::shared_ptr<const PanelData> &preview)
{
    if (!isAsked(*inquiry))
        return;
    submit(inquiry);
    if (preview)
        emit panelReady(static_cast<int>(inquiry->panel), preview);
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

void DashboardFeed::take(const std::shared_ptr<Inquiry> &inquiry, std::shared_ptr<const PanelData> data,
                         EarlierAnswer answered)
{
    if (!isAsked(*inquiry))
        return;
    const std::size_t panel = inquiry->panel;
    m_slots[panel].asking = false;
    m_slots[panel].answered = std::move(answered);
    m_slots[panel].reasons = std::move(inquiry->known);
    emit panelReady(static_cast<int>(panel), std::move(data));
    // A slot may have replaced the panels while it took the data.
    if (panel < m_slots.size() && m_slots[panel].askAgain)
        ask(panel);
}

} // namespace sightglass
