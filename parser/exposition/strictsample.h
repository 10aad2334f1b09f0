// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/base/sourcespan.h"
#include "parser/exposition/expositiondiagnostic.h"
#include "parser/exposition/metrictype.h"
#include "parser/exposition/sampleparts.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

/// A sample as the strict checks see it. Views live as long as the line is the parser's present one.
struct StrictSample
{
    MetricType type = MetricType::Unknown; ///< of its family
    std::string_view family;
    std::string_view name;
    std::string_view suffix;       ///< of the name, behind the family's
    std::span<const Label> labels; ///< without the name, escapes resolved, as exposed
    double value = 0;
    std::optional<double> seconds;         ///< the timestamp
    const SampleParts *exemplar = nullptr; ///< escapes unresolved
    std::string_view body;
    SourceSpan span; ///< the line, in the body

    /// Null where there is no such label.
    [[nodiscard]] const std::string *label(std::string_view labelName) const noexcept;
    [[nodiscard]] bool isBucket() const noexcept { return suffix == "_bucket"; }

    /// Where its parts stand, found anew at each call: for findings. The label with its value; the whole line
    /// where there is no such label. The value where there is no timestamp.
    [[nodiscard]] SourceSpan labelSpan(std::string_view labelName) const;
    [[nodiscard]] SourceSpan valueSpan() const;
    [[nodiscard]] SourceSpan timestampSpan() const;
    /// From the # on.
    [[nodiscard]] SourceSpan exemplarSpan() const;
};

/// What OpenMetrics 1.0 demands of a single sample by its type: label names, le, quantile and state labels,
/// values, exemplars. Adds to the sink what is against it.
void checkSample(const StrictSample &sample, DiagnosticSink &sink);

/// Of checkSample(): where exemplars may be, their size, every label once, and that a bucket's lies in its
/// bucket. Prometheus takes all of them as they are.
void checkExemplar(const StrictSample &sample, DiagnosticSink &sink);

/// No label name of a series twice, in any format. Prometheus refuses such a series, but for a name of which
/// one value is empty: to it there is no such label. Then checkReservedNames().
void checkLabelNames(std::span<const Label> labels, SourceSpan span, DiagnosticSink &sink,
                     DiagnosticSeverity reserved = DiagnosticSeverity::Wrong);

/// Label names that begin with two underscores are `reserved`: OpenMetrics forbids them, the text format does
/// not. Those with one are advice.
void checkReservedNames(std::span<const Label> labels, SourceSpan span, DiagnosticSink &sink,
                        DiagnosticSeverity reserved = DiagnosticSeverity::Wrong);

/// The number in a label such as le or quantile.
[[nodiscard]] std::optional<double> labelNumber(const StrictSample &sample, std::string_view label) noexcept;

} // namespace sightglass
