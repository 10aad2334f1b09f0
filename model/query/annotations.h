// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/query/queryresult.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What histogram_quantile had to repair in a classic histogram whose bucket counts decreased.
struct MonotonicityRepair
{
    double minBucket = 0; ///< bounds of the first and last bucket that were raised
    double maxBucket = 0;
    double maxDifference = 0;
    TimestampMs time = 0;
};

/// Collects the remarks of one evaluation, each text once: the first position wins (PromQL reference, section
/// 14).
class Annotations
{
public:
    void warn(std::string text, SourceSpan span);
    void inform(std::string text, SourceSpan span);

    /// "input to histogram_quantile needed to be fixed for monotonicity": repairs of one query are told
    /// together, with the bounds, the largest difference, their number and their times. `metric` may be
    /// empty.
    void informRepaired(const MonotonicityRepair &repair, std::string_view metric, SourceSpan span);

    /// A remark that an earlier evaluation made on an expression that begins at `offset` now.
    void repeat(const Annotation &annotation, std::size_t offset);

    /// Adds what a part of the evaluation remarked.
    void merge(const Annotations &part);

    /// All but the repairs, which are told in take() only, when all of them are known.
    [[nodiscard]] const std::vector<Annotation> &remarks() const noexcept { return m_annotations; }
    [[nodiscard]] bool hasRepairs() const noexcept { return !m_repairs.empty(); }

    [[nodiscard]] std::vector<Annotation> take();

private:
    struct Repairs
    {
        MonotonicityRepair merged;
        TimestampMs lastTime = 0;
        std::size_t count = 0;
        SourceSpan span;
    };
    void add(Annotation::Severity severity, std::string text, SourceSpan span);
    void mergeRepairs(const std::string &text, const Repairs &repairs);

    std::vector<Annotation> m_annotations;
    std::map<std::string, Repairs> m_repairs;
};

/// As Prometheus prints an annotation: "PromQL warning: … (line:col)"; `query` is the text that it is about.
[[nodiscard]] std::string annotationText(const Annotation &annotation, std::string_view query);

/// "<text> for metric name "x"", or just the text where there is no name.
[[nodiscard]] std::string withMetricName(std::string_view text, std::string_view metric);

} // namespace sightglass
