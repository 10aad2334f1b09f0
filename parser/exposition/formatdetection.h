// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"
#include "parser/exposition/expositionformat.h"

#include <optional>
#include <string_view>

namespace sightglass {

/// The format of a page that comes without a Content-Type: from a file, a command, a paste. Protobuf where it
/// begins with a whole MetricFamily that has a name, OpenMetrics where it ends in its `# EOF`, else the text
/// format. Never used for what comes over HTTP: there is no sniffing (exposition reference, section 0.3).
[[nodiscard]] ExpositionFormat detectExpositionFormat(std::string_view body) noexcept;

/// The first line `# EOF` behind which something stands: what was OpenMetrics once, and is taken for the text
/// format because it does not end so. Nothing where there is none.
[[nodiscard]] std::optional<SourceSpan> endInside(std::string_view body) noexcept;

} // namespace sightglass
