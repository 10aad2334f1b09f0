// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"
#include "parser/exposition/expositiondiagnostic.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// One thing the endpoint doctor looks for. Rules are constants: findings point to them, their ids are stable
/// between versions, and surfaces translate their three texts, which share the finding's arguments %1, %2 ….
struct FindingRule
{
    std::string_view id; ///< kebab-case
    DiagnosticSeverity severity = DiagnosticSeverity::Wrong;
    std::string_view message;     ///< what is there
    std::string_view consequence; ///< what Prometheus does about it
    std::string_view remedy;      ///< how the endpoint, or the one who scrapes it, mends it
    /// Which argument is a word of ours (allFindingWords()), that is to be translated too; 0: all are the
    /// page's.
    std::size_t wordArgument = 0;
};

/// One finding of the endpoint doctor. Arguments, metric and label are the page's own text: hostile, cut to
/// 200 bytes, series to 1,000.
struct PageFinding
{
    const FindingRule *rule = nullptr; ///< never null in a diagnosis; static memory
    std::vector<std::string> arguments;
    SourceSpan span;                     ///< the offending text in the body; empty at 0: the page as a whole
    SourcePosition position;             ///< {0, 0}: the page as a whole, or a page of the binary format
    std::string metric;                  ///< the family's name, empty where the finding is not about one
    std::string label;                   ///< the label's name, empty where the finding is not about one
    std::optional<std::uint32_t> sample; ///< of ExposedPage::samples, where it is about one
    /// The sample's name and labels on a page of the binary format, which has no line to be shown; else
    /// empty.
    std::string series;
    bool approved = false; ///< somebody looked at it and said that it is to stay

    [[nodiscard]] DiagnosticSeverity severity() const noexcept { return rule->severity; }
};

/// "rejected", "wrong", "advice": the word of the command line and of JSON.
[[nodiscard]] std::string_view severityName(DiagnosticSeverity severity) noexcept;

/// The English texts of a finding: what is there, what Prometheus does about it, how it is mended.
[[nodiscard]] std::string findingText(const PageFinding &finding);
[[nodiscard]] std::string findingConsequence(const PageFinding &finding);
[[nodiscard]] std::string findingRemedy(const PageFinding &finding);

/// The line of the body in which the finding begins, without line feed, at most `maxBytes` before and as many
/// behind the place; and where in it the place is. Empty where the finding has no place.
struct FindingLine
{
    std::string_view text;
    std::size_t offset = 0; ///< of the place in the text
    std::size_t length = 0; ///< of the offending text, as far as it lies in the line
    bool cutBefore = false; ///< text does not begin where the line does
    bool cutBehind = false;
};
[[nodiscard]] FindingLine lineOf(const PageFinding &finding, std::string_view body,
                                 std::size_t maxBytes = 200);

} // namespace sightglass
