// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/bucketgroups.h"
#include "model/query/classichistogram.h"
#include "model/query/evaluator.h"

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

namespace sightglass {

/// The histograms of a vector, classic ones put together from their buckets and native ones, at every step.
/// Where a classic and a native one have the same labels, neither counts (PromQL reference, section 12.1).
class HistogramEvaluation
{
public:
    /// `argument` is what the vector was evaluated from: remarks point at it. Both must outlive this.
    HistogramEvaluation(Evaluator &evaluator, const Value &vector, const promql::Expr &argument,
                        const Grid &grid);

    /// Where a value is computed: of several of one histogram the `answer`th. `metric` is what remarks call
    /// the histogram; empty where its name has gone.
    struct Place
    {
        std::size_t step;
        std::size_t answer;
        std::string_view metric;
    };
    using Native = std::function<double(const FloatHistogram &, const Place &)>;
    using Classic = std::function<double(std::vector<Bucket> &, const Place &)>;

    /// Computes `answers` values of each histogram at each step: by answer the series that come out, native
    /// ones first, with their names still on. The answers of a classic histogram are computed in their order
    /// from the same buckets.
    [[nodiscard]] std::vector<std::vector<Series>> compute(std::size_t answers, const Native &native,
                                                           const Classic &classic);

private:
    using Flags = std::vector<unsigned char>;

    [[nodiscard]] std::string_view remarkedName(const Labels &labels) const;
    void findConflicts();
    void findConflicts(const Series &native, std::size_t group);
    [[nodiscard]] bool isConflict(std::size_t group, std::size_t step) const;
    void computeNative(const Series &native, const Native &compute,
                       std::vector<std::vector<Series>> &results);
    void computeClassic(std::size_t group, const Classic &compute, std::vector<std::vector<Series>> &results);

    Evaluator &m_evaluator;
    const Value &m_vector;
    const promql::Expr &m_argument;
    Grid m_grid;
    BucketGroups m_groups;
    std::vector<Flags> m_conflicts; ///< by group; empty where it has none
};

} // namespace sightglass
