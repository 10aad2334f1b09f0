// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/alert.h"

#include <algorithm>
#include <string_view>

namespace sightglass {

std::string_view alertStateName(AlertState state) noexcept
{
    switch (state) {
    case AlertState::Pending:
        return "pending";
    case AlertState::Firing:
        return "firing";
    case AlertState::Inactive:
        break;
    }
    return "inactive";
}

std::string summaryOf(const std::vector<Label> &annotations)
{
    for (const std::string_view name : {"summary", "message", "title", "description"}) {
        const auto found = std::find_if(annotations.begin(), annotations.end(),
                                        [name](const Label &label) { return label.name == name; });
        if (found != annotations.end() && !found->value.empty())
            return found->value;
    }
    return {};
}

} // namespace sightglass
