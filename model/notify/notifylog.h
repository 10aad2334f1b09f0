// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/notifystate.h"
#include "parser/base/result.h"

#include <string>
#include <string_view>

namespace sightglass {

/// What was told of each group last, as a file has it, so that a program that is started again does not tell
/// it again: Alertmanager's notification log. Groups themselves are not in it: they come with their alerts.
[[nodiscard]] std::string notifyLogText(const NotifyState &state);

/// Back again: a state that knows what was told and nothing else. ConfigSyntax where it is no such text; an
/// entry that is none is left out. At most mostToldGroups entries.
[[nodiscard]] Result<NotifyState> readNotifyLog(std::string_view text);

inline constexpr std::size_t mostToldGroups = 20'000;

} // namespace sightglass
