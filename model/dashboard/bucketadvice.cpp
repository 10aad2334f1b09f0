// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/bucketadvice.h"

#include "model/dashboard/quantilewrapper.h"
#include "parser/base/numbertext.h"
#include "parser/promql/exprparts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::string_view boundLabel = "le";
constexpr std::string_view bucketSuffix = "_bucket";
/// How far the ends of the range are looked for samples before all of it is.
constexpr std::int64_t endMs = 60'000;
/// Counts that are sums of floats may fall by their rounding.
constexpr double roundingShare = 1e-9;

/// A bucket of one series: what it counted up to the range's begin and up to its end.
struct BucketEnds
{
    double bound = 0;
    double first = 0; ///< a number, as `last` is, unless there is none
    double last = 0;
    Sample newest; ///< may be no number
};

bool isNumber(double value)
{
    return !std::isnan(value) && !isStaleMarker(value);
}

std::optional<double> firstNumber(const SampleColumns &samples)
{
    const auto found = std::ranges::find_if(samples.values, isNumber);
    return found == samples.values.end() ? std::nullopt : std::optional(*found);
}

std::optional<Sample> newestSample(const SampleColumns &samples)
{
    for (std::size_t i = samples.values.size(); i-- > 0;) {
        if (!isStaleMarker(samples.values[i]))
            return Sample{samples.times[i], samples.values[i]};
    }
    return std::nullopt;
}

std::optional<double> lastNumber(const SampleColumns &samples)
{
    const auto found = std::find_if(samples.values.rbegin(), samples.values.rend(), isNumber);
    return found == samples.values.rend() ? std::nullopt : std::optional(*found);
}

std::optional<BucketEnds> endsOf(const SeriesView &series, TimeRange range, SampleColumns &samples)
{
    const auto bound = parseFloat(series.labels().value(boundLabel));
    if (!bound || std::isnan(*bound))
        return std::nullopt;
    series.read({range.from, std::min(range.from + endMs, range.to)}, samples);
    std::optional<double> first = firstNumber(samples);
    series.read({std::max(range.to - endMs, range.from), range.to}, samples);
    std::optional<double> last = lastNumber(samples);
    std::optional<Sample> newest = newestSample(samples);
    if (!first || !last || !newest) {
        series.read(range, samples);
        first = firstNumber(samples);
        last = lastNumber(samples);
        newest = newestSample(samples);
    }
    if (!newest)
        return std::nullopt;
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    return BucketEnds{*bound, first.value_or(none), last.value_or(none), *newest};
}

/// The newest counts of one histogram: those of buckets that ended before are none of it.
std::vector<Bucket> newestBuckets(const std::vector<BucketEnds> &buckets)
{
    TimestampMs newest = std::numeric_limits<TimestampMs>::min();
    for (const BucketEnds &one : buckets)
        newest = std::max(newest, one.newest.t);
    std::vector<Bucket> result;
    for (const BucketEnds &one : buckets) {
        if (one.newest.t == newest)
            result.push_back({one.bound, one.newest.v});
    }
    return result;
}

/// The increases of one histogram's buckets by bound.
std::map<double, double> increases(const std::vector<BucketEnds> &buckets)
{
    const bool isAnew =
        std::ranges::any_of(buckets, [](const BucketEnds &one) { return one.last < one.first; });
    std::map<double, double> result;
    for (const BucketEnds &one : buckets) {
        if (!isNumber(one.last))
            continue;
        result[one.bound] += isAnew ? one.last : one.last - one.first;
    }
    return result;
}

bool asksForBuckets(const promql::VectorSelector &selector)
{
    if (selector.shift.offset || selector.shift.at)
        return false;
    bool named = false;
    for (const Matcher &matcher : selector.matchers) {
        if (matcher.name == boundLabel)
            return false;
        named =
            named || (matcher.name == metricNameLabel && matcher.op == MatchOp::Equal &&
                      matcher.value.ends_with(bucketSuffix) && matcher.value.size() > bucketSuffix.size());
    }
    return named;
}

/// A question for buckets.
struct BucketSelector
{
    std::vector<Matcher> matchers;
    std::optional<double> highestAsked; ///< of the quantiles that are asked of them
};

void ask(std::optional<double> &highest, std::optional<double> q)
{
    if (q)
        highest = std::max(highest.value_or(*q), *q);
}

void addSelector(std::vector<BucketSelector> &found, const promql::VectorSelector &selector,
                 std::optional<double> q)
{
    if (!asksForBuckets(selector))
        return;
    auto same = std::ranges::find(found, selector.matchers, &BucketSelector::matchers);
    if (same == found.end())
        same = found.insert(same, {selector.matchers, {}});
    ask(same->highestAsked, q);
}

std::optional<double> quantileOf(const promql::Call &call)
{
    const bool isQuantile = call.function == "histogram_quantile" && call.arguments.size() == 2;
    const auto q = isQuantile ? constantNumber(*call.arguments.front()) : std::nullopt;
    return q && *q > 0 && *q < 1 ? q : std::nullopt;
}

std::vector<BucketSelector> bucketSelectors(std::span<const promql::ExprPtr> exprs)
{
    std::vector<BucketSelector> found;
    for (const promql::ExprPtr &expr : exprs) {
        for (const promql::VectorSelector *selector : promql::selectorsOf(*expr))
            addSelector(found, *selector, {});
        for (const promql::Call *call : promql::callsOf(*expr)) {
            const auto q = quantileOf(*call);
            if (!q)
                continue;
            for (const promql::VectorSelector *selector : promql::selectorsOf(*call->arguments.back()))
                addSelector(found, *selector, q);
        }
    }
    return found;
}

/// Counts by layout of bounds, for one metric.
using Layouts = std::map<std::vector<double>, std::vector<double>>;

void addHistogram(Layouts &layouts, const std::vector<BucketEnds> &buckets)
{
    std::vector<double> bounds;
    std::vector<double> counts;
    for (const auto &[bound, count] : increases(buckets)) {
        bounds.push_back(bound);
        counts.push_back(count);
    }
    if (bounds.empty())
        return;
    const auto [at, fresh] = layouts.try_emplace(std::move(bounds), counts);
    if (!fresh)
        std::ranges::transform(at->second, counts, at->second.begin(), std::plus<>());
}

/// The layout that has most of the observations: the others are the same program's before or after a change.
std::vector<Bucket> mainLayout(const Layouts &layouts)
{
    const auto main = std::ranges::max_element(layouts, {}, [](const auto &layout) {
        return isNumber(layout.second.back()) ? layout.second.back() : 0;
    });
    std::vector<Bucket> buckets;
    for (std::size_t i = 0; main != layouts.end() && i < main->first.size(); ++i)
        buckets.push_back({main->first[i], main->second[i]});
    return buckets;
}

std::string familyOf(const std::string &bucketMetric)
{
    return bucketMetric.substr(0, bucketMetric.size() - bucketSuffix.size());
}

} // namespace

std::vector<BucketAdvice> bucketAdvice(const std::string &metric, std::vector<Bucket> cumulative,
                                       std::optional<double> highestAsked)
{
    std::erase_if(cumulative, [](const Bucket &bucket) { return std::isnan(bucket.upperBound); });
    std::ranges::stable_sort(cumulative, {}, &Bucket::upperBound);
    std::map<double, double> counts;
    for (const Bucket &bucket : cumulative)
        counts[bucket.upperBound] += bucket.count;
    if (counts.size() < 2 || counts.rbegin()->first != infinity)
        return {};
    double below = 0;
    for (auto &[bound, count] : counts)
        count = below = isNumber(count) ? std::max(count, below) : below;
    const double total = counts.rbegin()->second;
    const bool enough = std::isfinite(total) && total >= leastObservations;
    const double above = (total - std::next(counts.rbegin())->second) / total;
    const bool isCapped = highestAsked && above > 1 - *highestAsked; // never of NaN
    const bool overflows = isCapped || (enough && above > overflowShare);
    std::vector<BucketAdvice> advice;
    double low = counts.begin()->first > 0 ? 0 : -infinity;
    below = 0;
    for (const auto &[bound, count] : counts) {
        const double share = (count - below) / total;
        if (bound == infinity && overflows)
            advice.push_back({BucketAdvice::Kind::AboveLastBound, metric, low, bound, share});
        else if (bound != infinity && enough && share >= crowdedShare)
            advice.push_back({BucketAdvice::Kind::OneBucket, metric, low, bound, share});
        low = bound;
        below = count;
    }
    return advice;
}

std::optional<BucketAdvice> bucketProblem(const std::string &metric, std::vector<Bucket> newest)
{
    using Kind = BucketAdvice::Kind;
    std::erase_if(newest, [](const Bucket &bucket) { return std::isnan(bucket.upperBound); });
    if (newest.empty())
        return std::nullopt;
    std::ranges::stable_sort(newest, {}, &Bucket::upperBound);
    const double highest = newest.back().upperBound;
    if (std::ranges::all_of(newest, [](const Bucket &bucket) { return std::isnan(bucket.count); }))
        return BucketAdvice{Kind::NotANumber, metric, 0, highest, 0};
    if (highest != infinity)
        return BucketAdvice{Kind::NoInfinity, metric, 0, highest, 0};
    if (newest.front().upperBound == infinity)
        return BucketAdvice{Kind::OnlyInfinity, metric, 0, highest, 0};
    for (std::size_t i = 1; i < newest.size(); ++i) {
        const Bucket &below = newest[i - 1];
        if (newest[i].upperBound > below.upperBound && newest[i].count < below.count * (1 - roundingShare))
            return BucketAdvice{Kind::NotCumulative, metric, below.upperBound, newest[i].upperBound, 0};
    }
    return std::nullopt;
}

void addBucketAdvice(PanelData &data, const Snapshot &snapshot, std::span<const promql::ExprPtr> exprs,
                     const std::stop_token &cancel)
{
    std::map<std::string, Layouts> metrics;
    std::size_t left = maxAdvisedSeries;
    SampleColumns samples;
    std::map<std::string, std::optional<double>> asked; // by metric
    std::map<std::string, BucketAdvice> problems;
    for (const BucketSelector &selector : bucketSelectors(exprs)) {
        std::unordered_map<Labels, std::vector<BucketEnds>, LabelsHash> histograms;
        for (const auto &series : snapshot.select(selector.matchers, data.range)) {
            if (left == 0 || cancel.stop_requested())
                return;
            --left;
            if (const auto ends = endsOf(*series, data.range, samples))
                histograms[series->labels().without(boundLabel)].push_back(*ends);
        }
        for (const auto &[labels, buckets] : histograms) {
            const std::string name(labels.metricName());
            if (auto problem = bucketProblem(familyOf(name), newestBuckets(buckets)))
                problems.try_emplace(name, std::move(*problem));
            addHistogram(metrics[name], buckets);
            ask(asked[name], selector.highestAsked);
        }
    }
    for (const auto &[name, layouts] : metrics) {
        if (const auto problem = problems.find(name); problem != problems.end()) {
            data.advice.push_back(problem->second);
            continue;
        }
        const auto found = bucketAdvice(familyOf(name), mainLayout(layouts), asked[name]);
        data.advice.insert(data.advice.end(), found.begin(), found.end());
    }
}

} // namespace sightglass
