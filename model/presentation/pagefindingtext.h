// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/diagnosis.h"

#include <QString>

#include <string_view>

namespace sightglass {

/// The translated texts of one of the endpoint doctor's findings: what is there, what Prometheus does about
/// it, how it is mended. Displayable, bounded, plain text.
[[nodiscard]] QString pageFindingText(const PageFinding &finding);
[[nodiscard]] QString pageFindingConsequence(const PageFinding &finding);
[[nodiscard]] QString pageFindingRemedy(const PageFinding &finding);

/// One of allFindingWords(), translated.
[[nodiscard]] QString findingWordText(std::string_view word);

/// "rejected", "wrong", "advice", translated.
[[nodiscard]] QString severityText(DiagnosticSeverity severity);

/// "12:7"; "" where the finding has no place.
[[nodiscard]] QString pagePlaceText(const PageFinding &finding);

/// The line that the finding is about, and below it a caret where it begins and ~ as far as it goes. Long
/// lines are cut around the place. Two lines; empty where there is no place.
[[nodiscard]] QString pageFindingExcerpt(const PageFinding &finding, std::string_view body);

/// All of it as text to be pasted into a ticket: severity, text, rule, place, the line, what Prometheus does,
/// how to mend it.
[[nodiscard]] QString pageFindingReport(const PageFinding &finding, const QString &source,
                                        std::string_view body);

} // namespace sightglass
