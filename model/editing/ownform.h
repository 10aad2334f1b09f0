// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "parser/base/result.h"
#include "parser/grafana/importloss.h"

#include <optional>
#include <string_view>

namespace sightglass {

/// A dashboard's text, read to be edited and written again.
struct EditableText
{
    DashboardSpec spec;
    /// The first thing of the text that would be gone when it is written; empty: nothing would be. What is
    /// kept but not drawn is not gone.
    std::optional<ImportLoss> gone;
};

/// Errors: those of importDashboard().
[[nodiscard]] Result<EditableText> readForEditing(std::string_view text);

/// Whether this is a file of this program's own (it has the member "sightglass") of which nothing would be
/// gone when it is written again: it can be edited itself, rather than as a copy.
[[nodiscard]] bool isOwnForm(std::string_view text);

} // namespace sightglass
