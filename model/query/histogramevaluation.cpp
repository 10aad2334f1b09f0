// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/histogramevaluation.h"

#include <string>
#include <utility>

namespace sightglass {

namespace {

bool hasBucket(const BucketGroups::Group &group, std::size_t step)
{
    return std::any_of(
        group.members.begin(), group.members.end(),
        [step](const BucketGroups::Member &member) { return isPresent((*member.points)[step]); });
}

} // namespace

HistogramEvaluation::HistogramEvaluation(Evaluator &evaluator, const Value &vector,
                                         const promql::Expr &argument, const Grid &grid)
    : m_evaluator(evaluator)
    , m_vector(vector)
    , m_argument(argument)
    , m_grid(grid)
    , m_groups(vector,
               [this](const Labels &labels) {
                   m_evaluator.annotations().warn(
                       withMetricName("bucket label \"le\" is missing or has a malformed value of \"" +
                                          std::string(labels.value("le")) + '"',
                                      remarkedName(labels)),
                       m_argument.span);
               })
    , m_conflicts(m_groups.all().size())
{
    findConflicts();
}

/// Remarks name the metric only where the name is still there at the end of an operation.
std::string_view HistogramEvaluation::remarkedName(const Labels &labels) const
{
    return m_evaluator.nameRemoval() == NameRemoval::Delayed ? labels.metricName() : std::string_view();
}

void HistogramEvaluation::findConflicts()
{
    for (const Series &series : m_vector.series) {
        const std::size_t group =
            series.histograms.empty() ? BucketGroups::npos : m_groups.find(series.labels);
        if (group != BucketGroups::npos)
            findConflicts(series, group);
    }
}

void HistogramEvaluation::findConflicts(const Series &native, std::size_t group)
{
    Flags &flags = m_conflicts[group];
    flags.resize(m_grid.count, 0);
    for (std::size_t step = 0; step < m_grid.count; ++step) {
        if (!hasHistogram(native, step) || !hasBucket(m_groups.all()[group], step))
            continue;
        flags[step] = 1;
        m_evaluator.annotations().warn(
            withMetricName("vector contains a mix of classic and native histograms",
                           remarkedName(native.labels)),
            m_argument.span);
    }
}

bool HistogramEvaluation::isConflict(std::size_t group, std::size_t step) const
{
    return group != BucketGroups::npos && !m_conflicts[group].empty() && m_conflicts[group][step] != 0;
}

void HistogramEvaluation::computeNative(const Series &native, const Native &compute,
                                        std::vector<std::vector<Series>> &results)
{
    const std::size_t group = m_groups.find(native.labels);
    for (std::size_t answer = 0; answer < results.size(); ++answer) {
        Series series{native.labels, Column(m_grid.count, absentPoint), native.dropName};
        for (std::size_t step = 0; step < m_grid.count; ++step) {
            if (!hasHistogram(native, step) || isConflict(group, step))
                continue;
            const FloatHistogram &histogram = *native.histograms[step];
            m_evaluator.context().spend(histogram.positive.size() + histogram.negative.size());
            series.points[step] = compute(histogram, {step, answer, remarkedName(native.labels)});
        }
        results[answer].push_back(std::move(series));
    }
}

void HistogramEvaluation::computeClassic(std::size_t group, const Classic &compute,
                                         std::vector<std::vector<Series>> &results)
{
    const BucketGroups::Group &classic = m_groups.all()[group];
    std::vector<Column> columns(results.size(), Column(m_grid.count, absentPoint));
    std::vector<Bucket> buckets;
    for (std::size_t step = 0; step < m_grid.count; ++step) {
        buckets.clear();
        for (const BucketGroups::Member &member : classic.members) {
            const double count = (*member.points)[step];
            if (isPresent(count))
                buckets.push_back({member.upperBound, count});
        }
        if (buckets.empty() || isConflict(group, step))
            continue;
        m_evaluator.context().spend(buckets.size());
        for (std::size_t answer = 0; answer < results.size(); ++answer)
            columns[answer][step] = compute(buckets, {step, answer, remarkedName(classic.labels)});
    }
    for (std::size_t answer = 0; answer < results.size(); ++answer)
        results[answer].push_back({classic.labels, std::move(columns[answer]), classic.dropName});
}

std::vector<std::vector<Series>> HistogramEvaluation::compute(std::size_t answers, const Native &native,
                                                              const Classic &classic)
{
    std::vector<std::vector<Series>> results(answers);
    for (const Series &series : m_vector.series) {
        m_evaluator.context().checkpoint();
        if (!series.histograms.empty())
            computeNative(series, native, results);
    }
    for (std::size_t group = 0; group < m_groups.all().size(); ++group) {
        m_evaluator.context().checkpoint();
        computeClassic(group, classic, results);
    }
    return results;
}

} // namespace sightglass
