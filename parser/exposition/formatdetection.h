// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositionformat.h"

#include <string_view>

namespace sightglass {

/// The format of a page that comes without a Content-Type: from a file, a command, a paste. Protobuf where it
/// begins with a whole MetricFamily that has a name, OpenMetrics where it ends in its `# EOF`, else the text
/// format. Never used for what comes over HTTP: there is no sniffing (exposition reference, section 0.3).
[[nodiscard]] ExpositionFormat detectExpositionFormat(std::string_view body) noexcept;

} // namespace sightglass
