// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/notifyconfig.h"
#include "parser/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// How the user is told, as it is typed and kept.
struct NotifySettings
{
    std::vector<std::string> groupBy = {"alertname"};
    std::int64_t groupWaitMs = 500;
    std::int64_t groupIntervalMs = 15'000;
    std::int64_t repeatIntervalMs = 4 * 3600'000;
    bool sendResolved = true;
    bool sound = false;
    std::string quietHours;   ///< lines of quietHours()
    std::string inhibitRules; ///< lines of inhibitRules()

    friend bool operator==(const NotifySettings &, const NotifySettings &) = default;
};

/// One interval per line, parts with blanks between, in any order: days ("monday:friday", "sunday"), times
/// ("22:00-07:00": over midnight is two of them), and a zone ("Europe/Berlin"; else `zone`). Empty lines and
/// those with # do not count. ConfigValue, with the line's number.
[[nodiscard]] Result<std::vector<TimeInterval>> quietHours(std::string_view text, const std::string &zone);

/// One rule per line: SOURCE mutes TARGET [equal LABEL, …], both as matchers:
/// severity="critical" mutes severity="warning" equal instance, job. ConfigValue, ConfigSyntax.
[[nodiscard]] Result<std::vector<InhibitRule>> inhibitRules(std::string_view text);

/// Errors: those of quietHours() and inhibitRules().
[[nodiscard]] Result<NotifyConfig> notifyConfig(const NotifySettings &settings, const std::string &zone,
                                                ZoneLookup zones);

} // namespace sightglass
