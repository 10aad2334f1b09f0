// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/severity.h"

#include "parser/base/asciicase.h"

#include <algorithm>
#include <array>
#include <string>

namespace sightglass {

namespace {

// The words of the public rule files in ../shared/conformance and of widespread mixins.
constexpr std::array<std::string_view, 12> criticalWords = {"critical", "crit",      "page",  "error",
                                                            "high",     "emergency", "fatal", "disaster",
                                                            "major",    "sev1",      "p1",    "alert"};
constexpr std::array<std::string_view, 8> infoWords = {"info",   "information", "informational", "none",
                                                       "notice", "low",         "debug",         "ok"};

} // namespace

std::string_view severityName(Severity severity) noexcept
{
    switch (severity) {
    case Severity::Info:
        return "info";
    case Severity::Warning:
        return "warning";
    case Severity::Critical:
        return "critical";
    }
    return "warning";
}

std::optional<Severity> severityFromName(std::string_view name) noexcept
{
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Critical}) {
        if (severityName(severity) == name)
            return severity;
    }
    return std::nullopt;
}

Severity severityOf(const Labels &labels)
{
    const std::string word = asciiLower(labels.value(severityLabel));
    if (std::find(criticalWords.begin(), criticalWords.end(), word) != criticalWords.end())
        return Severity::Critical;
    return std::find(infoWords.begin(), infoWords.end(), word) != infoWords.end() ? Severity::Info
                                                                                  : Severity::Warning;
}

} // namespace sightglass
