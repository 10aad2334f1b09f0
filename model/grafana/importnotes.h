// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/features.h"
#include "parser/grafana/importloss.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass::grafana {

/// Where reading tells what it could not honour.
class ImportNotes
{
public:
    /// `known` are the losses of the migration; at most `most` in all.
    ImportNotes(std::vector<ImportLoss> known, std::size_t most,
                Strictness strictness = Strictness::AsGrafana)
        : m_losses(std::move(known))
        , m_known(m_losses.size())
        , m_most(most)
        , m_strictness(strictness)
    {}

    [[nodiscard]] Strictness strictness() const noexcept { return m_strictness; }

    /// What follows is about this panel; `place` is its pointer in the dashboard's text.
    void enterPanel(std::int64_t id, std::string title, std::string place);
    /// What follows is about the dashboard, which stands there in the text.
    void enterDashboard(std::string place);

    /// `pointer` counts from the panel, or from the dashboard. `path` is the feature, see Feature::path.
    void lose(std::string_view pointer, std::string_view path, std::string_view reason,
              LossKind kind = LossKind::Ours);

    /// Something that asks for other than the standard was read: a loss where the table says so.
    void used(std::string_view pointer, std::string_view path);

    /// A member that nobody reads.
    void unread(std::string_view pointer, std::string_view path);

    /// How many losses were known before; they are the first.
    [[nodiscard]] std::size_t known() const noexcept { return m_known; }
    [[nodiscard]] std::size_t count() const noexcept { return m_losses.size(); }
    [[nodiscard]] std::vector<ImportLoss> take() { return std::move(m_losses); }

private:
    std::vector<ImportLoss> m_losses;
    std::size_t m_known;
    std::size_t m_most;
    Strictness m_strictness;
    std::optional<std::int64_t> m_panel;
    std::string m_title;
    std::string m_place;
};

} // namespace sightglass::grafana
