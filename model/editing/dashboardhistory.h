// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/editing/dashboardedit.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace sightglass {

/// A dashboard with the steps that led to it. A value; states are shared, so copies are cheap.
class DashboardHistory
{
public:
    static constexpr std::size_t mostSteps = 200;

    explicit DashboardHistory(DashboardSpec spec);

    [[nodiscard]] const DashboardSpec &now() const noexcept { return *m_states[m_at].spec; }

    /// Takes a step; what was undone is gone. A step that changes nothing is none. One of the same gesture as
    /// the step before is joined to it, unless endGesture() was called between; one that leads back to where
    /// the gesture began takes the step away.
    void apply(DashboardEdit edit);
    void endGesture() noexcept { m_open = false; }

    [[nodiscard]] bool canUndo() const noexcept { return m_at > 0; }
    [[nodiscard]] bool canRedo() const noexcept { return m_at + 1 < m_states.size(); }
    /// Of the step that undo() takes back; empty subject where there is none.
    [[nodiscard]] EditName undoName() const;
    [[nodiscard]] EditName redoName() const;
    /// Nothing where there is nothing to undo or redo.
    void undo();
    void redo();
    /// The panel that the last step, undo or redo was about; empty: none.
    [[nodiscard]] const std::string &panel() const noexcept { return m_panel; }

    /// What is there now is what the file says.
    void markSaved() { m_saved = m_states[m_at].spec; }
    /// Compares values: undoing to what was saved is saved.
    [[nodiscard]] bool isSaved() const { return m_saved == m_states[m_at].spec || *m_saved == now(); }
    [[nodiscard]] const DashboardSpec &saved() const noexcept { return *m_saved; }

private:
    using SpecPtr = std::shared_ptr<const DashboardSpec>;
    struct State
    {
        SpecPtr spec;
        EditName name; ///< of the step that led here
        std::string panel;
        std::string gesture;
    };

    std::vector<State> m_states; ///< never empty
    std::size_t m_at = 0;
    bool m_open = false; ///< the last step may go on
    SpecPtr m_saved;
    std::string m_panel;
};

} // namespace sightglass
