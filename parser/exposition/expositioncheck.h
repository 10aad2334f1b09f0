// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositiondiagnostic.h"
#include "parser/exposition/prometheustextlexer.h"

#include <cstddef>
#include <stop_token>
#include <string_view>
#include <vector>

namespace sightglass {

/// Everything in a body that Prometheus refuses or that is against its format's specification, in the order
/// of the body: after a line that does not parse the check goes on with the next one. The first `limit`
/// findings of a hostile body are enough, and as many of advice; a stop ends the check early. Pure; memory in
/// proportion to the body.
///
/// OpenMetrics text, against the specification 1.0 with its ABNF.
[[nodiscard]] std::vector<ExpositionDiagnostic>
checkOpenMetrics(std::string_view body, std::size_t limit = 1000, const std::stop_token &stop = {});

/// The Prometheus text format, against its specification 0.0.4. By TextRules::Specification alone: what only
/// Prometheus refuses is none.
[[nodiscard]] std::vector<ExpositionDiagnostic> checkPrometheusText(std::string_view body,
                                                                    std::size_t limit = 1000,
                                                                    const std::stop_token &stop = {},
                                                                    TextRules rules = TextRules::Prometheus);

/// Whether none of the findings is more than advice.
[[nodiscard]] bool isConforming(const std::vector<ExpositionDiagnostic> &diagnostics) noexcept;

} // namespace sightglass
