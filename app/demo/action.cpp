// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/action.h"

namespace sightglass::demo {

std::string_view nameOf(ActionType type) noexcept
{
    constexpr std::array<std::string_view, allActionTypes.size()> names{"webhook", "slack",  "email", "sms",
                                                                        "push",    "search", "cache"};
    return names.at(indexOf(type));
}

std::string_view nameOf(ActionError error) noexcept
{
    constexpr std::array<std::string_view, allActionErrors.size()> names{"timeout", "connection", "rejected",
                                                                         "storage", "internal"};
    return names.at(indexOf(error));
}

std::string_view nameOf(EventError error) noexcept
{
    constexpr std::array<std::string_view, allEventErrors.size()> names{"condition_failed", "action_error",
                                                                        "timeout"};
    return names.at(indexOf(error));
}

std::optional<ActionType> actionTypeNamed(std::string_view name) noexcept
{
    for (const ActionType type : allActionTypes) {
        if (nameOf(type) == name)
            return type;
    }
    return std::nullopt;
}

bool canFailWith(ActionType type, ActionError error) noexcept
{
    if (error == ActionError::Internal)
        return true;
    if (type == ActionType::Cache)
        return false;
    if (type == ActionType::Search)
        return error == ActionError::Timeout || error == ActionError::Storage;
    return error != ActionError::Storage;
}

} // namespace sightglass::demo
