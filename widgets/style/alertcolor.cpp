// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/alertcolor.h"

namespace sightglass {

SemanticColor alertColor(AlertState state, Severity severity) noexcept
{
    if (state == AlertState::Inactive)
        return SemanticColor::Good;
    switch (severity) {
    case Severity::Critical:
        return SemanticColor::Critical;
    case Severity::Warning:
        return SemanticColor::Warning;
    case Severity::Info:
        break;
    }
    return SemanticColor::Info;
}

} // namespace sightglass
