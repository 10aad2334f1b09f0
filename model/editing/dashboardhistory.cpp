// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/dashboardhistory.h"

#include <algorithm>
#include <utility>

namespace sightglass {

DashboardHistory::DashboardHistory(DashboardSpec spec)
    : m_states{{std::make_shared<const DashboardSpec>(std::move(spec)), {}, {}, {}}}
    , m_saved(m_states.front().spec)
{}

void DashboardHistory::apply(DashboardEdit edit)
{
    if (edit.spec == now())
        return;
    m_panel = edit.panel;
    m_states.resize(m_at + 1);
    State &last = m_states.back();
    const bool goesOn = m_open && m_at > 0 && !edit.gesture.empty() && edit.gesture == last.gesture;
    if (goesOn && edit.spec == *m_states[m_at - 1].spec) {
        m_states.pop_back();
        --m_at;
        m_open = false;
        return;
    }
    m_open = true;
    auto spec = std::make_shared<const DashboardSpec>(std::move(edit.spec));
    if (goesOn) {
        last.spec = std::move(spec);
        last.name = std::move(edit.name);
        last.panel = std::move(edit.panel);
        return;
    }
    m_states.push_back(
        {std::move(spec), std::move(edit.name), std::move(edit.panel), std::move(edit.gesture)});
    if (m_states.size() > mostSteps + 1)
        m_states.erase(m_states.begin());
    m_at = m_states.size() - 1;
}

EditName DashboardHistory::undoName() const
{
    return m_states[m_at].name;
}

EditName DashboardHistory::redoName() const
{
    return canRedo() ? m_states[m_at + 1].name : EditName();
}

void DashboardHistory::undo()
{
    if (!canUndo())
        return;
    const State &undone = m_states[m_at];
    m_panel = undone.panel;
    --m_at;
    m_open = false;
    // What was removed is there again.
    const auto isBack = [&undone](const PanelSpec &panel) {
        return std::ranges::find(undone.spec->panels, panel.id, &PanelSpec::id) == undone.spec->panels.end();
    };
    if (!m_panel.empty())
        return;
    const std::vector<PanelSpec> &panels = m_states[m_at].spec->panels;
    const auto back = std::ranges::find_if(panels, isBack);
    if (back != panels.end())
        m_panel = back->id;
}

void DashboardHistory::redo()
{
    if (!canRedo())
        return;
    ++m_at;
    m_panel = m_states[m_at].panel;
    m_open = false;
}

} // namespace sightglass
