// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sightglass::demo {

/// What the observer can do about an event. The label `action_type` takes exactly these values.
enum class ActionType : std::uint8_t
{
    Webhook,
    Slack,
    Email,
    Sms,
    Push,
    Search,
    Cache
};

inline constexpr std::array allActionTypes{ActionType::Webhook, ActionType::Slack, ActionType::Email,
                                           ActionType::Sms,     ActionType::Push,  ActionType::Search,
                                           ActionType::Cache};

/// Why an action did not succeed. The label `error_type` of action errors takes exactly these values.
enum class ActionError : std::uint8_t
{
    Timeout,    ///< no answer before the action's deadline
    Connection, ///< the other side could not be reached or hung up
    Rejected,   ///< the other side answered, and declined
    Storage,    ///< the search index refused the write
    Internal,   ///< the action itself broke
};

inline constexpr std::array allActionErrors{ActionError::Timeout, ActionError::Connection,
                                            ActionError::Rejected, ActionError::Storage,
                                            ActionError::Internal};

/// Why an event failed for good. The label `error_type` of failed events takes exactly these values.
enum class EventError : std::uint8_t
{
    ConditionFailed, ///< the conditions could not be decided: the payload lacks what they ask for
    ActionError,     ///< an action failed in every attempt
    Timeout,         ///< an action failed in every attempt, the last time by running out of time
};

inline constexpr std::array allEventErrors{EventError::ConditionFailed, EventError::ActionError,
                                           EventError::Timeout};

[[nodiscard]] std::string_view nameOf(ActionType type) noexcept;
[[nodiscard]] std::string_view nameOf(ActionError error) noexcept;
[[nodiscard]] std::string_view nameOf(EventError error) noexcept;

/// The type with this name; empty for any other text.
[[nodiscard]] std::optional<ActionType> actionTypeNamed(std::string_view name) noexcept;

/// Whether this kind of failure can happen to this kind of action at all: search does no networking, a cache
/// invalidation touches neither network nor disk. Series exist for possible pairs only.
[[nodiscard]] bool canFailWith(ActionType type, ActionError error) noexcept;

template<typename Enum>
[[nodiscard]] constexpr std::size_t indexOf(Enum value) noexcept
{
    return static_cast<std::size_t>(value);
}

} // namespace sightglass::demo
