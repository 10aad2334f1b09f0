// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositiondiagnostic.h"
#include "parser/exposition/sampleparts.h"

#include <string_view>

namespace sightglass {

/// What Prometheus reads in a line of OpenMetrics, but the ABNF of version 1.0 does not have: quoted names, a
/// comma before the closing brace. `exemplar` may be null.
void checkSampleSyntax(const SampleParts &sample, const SampleParts *exemplar, SourceSpan span,
                       DiagnosticSink &sink);

/// The same of a metadata line with its line feed: quoted names, quotes and backslashes that are not escaped,
/// carriage returns.
void checkMetadataSyntax(std::string_view line, SourceSpan span, DiagnosticSink &sink);

} // namespace sightglass
