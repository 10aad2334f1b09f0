// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/severity.h"

namespace sightglass {

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

} // namespace sightglass
