// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace sightglass {

/// Whether what was lost would be seen in a current Grafana.
enum class LossKind : std::uint8_t
{
    AsInGrafana, ///< a current Grafana drops it too when it brings the dashboard up to date: both show the
                 ///< same
    Ours         ///< Grafana shows it, or its older plugin did, and we cannot
};

/// One thing of a dashboard that has no counterpart in the newest form, and so is not shown. Texts of the
/// dashboard's author are hostile.
struct ImportLoss
{
    std::string pointer;                 ///< RFC 6901, into the text as it was given (envelope included)
    std::optional<std::int64_t> panelId; ///< as in the migrated dashboard; none: the dashboard's own
    std::string panelTitle;
    std::string feature; ///< stable key for counting: "graph.timeRegions"
    std::string reason;  ///< one English sentence for people
    LossKind kind = LossKind::Ours;

    friend bool operator==(const ImportLoss &, const ImportLoss &) = default;
};

} // namespace sightglass
