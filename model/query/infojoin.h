// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/columns.h"

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

/// The labels by which info() finds the info series of a series.
inline constexpr std::array<std::string_view, 2> identifyingLabels{"instance", "job"};

/// The left join of info() (PromQL reference, section 10): which info series belongs to a series at a step.
/// Of the series of one info metric with equal identifying labels the one with the newest sample counts.
class InfoJoin
{
public:
    /// `info` has as points the times of its samples in seconds. Two series of one metric with equal
    /// identifying labels and a sample of the same time are an EvaluationError, at steps where `base` has any
    /// value.
    InfoJoin(std::vector<Series> info, const Value &base);

    /// Appends the series with the data labels of its info series, as many as it has different label sets
    /// over the steps. Labels that it has itself stay; of the others only those in `wanted` are taken, all
    /// where that is empty. Where there is no info series the step stays as it is or, with `needsMatch`, is
    /// left out. Two info metrics that disagree on a label are an EvaluationError ("conflicting label: …").
    void enrich(const Series &base, const std::set<std::string> &wanted, bool needsMatch,
                std::vector<Series> &out) const;

private:
    using Identity = std::array<std::string, identifyingLabels.size()>;
    /// At every step the index of the info series that counts, -1 where there is none.
    using Winners = std::vector<std::int32_t>;

    static Identity identityOf(const Labels &labels);
    [[nodiscard]] Labels labelsWith(const Labels &base, const std::vector<std::int32_t> &info,
                                    const std::set<std::string> &wanted) const;

    std::vector<Series> m_info;
    std::map<Identity, std::map<std::string, Winners>> m_winners; ///< by identity, then by metric name
};

} // namespace sightglass
