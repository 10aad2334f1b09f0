// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/quantilebands.h"

#include "model/dashboard/quantilewrapper.h"
#include "model/histogram/histogrambuckets.h"
#include "model/histogram/histogramstatistics.h"
#include "parser/base/numbertext.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>
#include <utility>

namespace sightglass {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::string_view boundLabel = "le";

/// A band on its way: by the labels of the quantile's series.
struct Bounds
{
    std::vector<Sample> low;
    std::vector<Sample> high;

    void add(TimestampMs t, const QuantileBounds &bounds)
    {
        low.push_back({t, bounds.low});
        high.push_back({t, bounds.high});
    }
};
using BoundsByLabels = std::unordered_map<Labels, Bounds, LabelsHash>;

/// One bucket's series, walked from step to step.
struct BucketCursor
{
    double upperBound = 0;
    const std::vector<Sample> *samples = nullptr;
    std::size_t next = 0;
};

Labels withoutNameAndBound(const Labels &labels)
{
    return labels.without(metricNameLabel).without(boundLabel);
}

void addClassicBounds(double q, std::vector<BucketCursor> members, Bounds &out)
{
    std::ranges::stable_sort(members, {}, &BucketCursor::upperBound);
    std::vector<Bucket> buckets;
    while (true) {
        TimestampMs t = std::numeric_limits<TimestampMs>::max();
        for (const BucketCursor &member : members) {
            if (member.next < member.samples->size())
                t = std::min(t, (*member.samples)[member.next].t);
        }
        if (t == std::numeric_limits<TimestampMs>::max())
            return;
        buckets.clear();
        for (BucketCursor &member : members) {
            if (member.next < member.samples->size() && (*member.samples)[member.next].t == t)
                buckets.push_back({member.upperBound, (*member.samples)[member.next++].v});
        }
        if (const auto bounds = quantileBounds(q, buckets))
            out.add(t, *bounds);
    }
}

BoundsByLabels boundsOf(double q, const std::vector<MatrixSeries> &vector)
{
    BoundsByLabels result;
    std::unordered_map<Labels, std::vector<BucketCursor>, LabelsHash> classic;
    for (const MatrixSeries &series : vector) {
        const Labels key = withoutNameAndBound(series.labels);
        const auto bound = parseFloat(series.labels.value(boundLabel));
        if (!series.samples.empty() && bound && !std::isnan(*bound))
            classic[key].push_back({*bound, &series.samples, 0});
        for (const HistogramSample &sample : series.histograms) {
            if (const auto bounds = quantileBounds(q, *sample.histogram))
                result[key].add(sample.t, *bounds);
        }
    }
    for (auto &[labels, members] : classic)
        addClassicBounds(q, std::move(members), result[labels]);
    return result;
}

std::size_t pointsIn(const std::vector<MatrixSeries> &vector)
{
    std::size_t points = 0;
    for (const MatrixSeries &series : vector) {
        points += series.samples.size();
        for (const HistogramSample &sample : series.histograms)
            points += sample.histogram->positive.size() + sample.histogram->negative.size() + 1;
    }
    return points;
}

/// One end of the bands as series that an expression can be evaluated over.
class EndSnapshot final : public Snapshot
{
public:
    using End = std::vector<Sample> Bounds::*;

    EndSnapshot(const BoundsByLabels &bounds, End end, StepRange steps)
    {
        for (const auto &[labels, band] : bounds)
            m_series.push_back(std::make_shared<View>(labels, band.*end, steps));
        std::ranges::sort(m_series, {},
                          [](const auto &series) -> const Labels & { return series->labels(); });
    }

    [[nodiscard]] std::vector<std::shared_ptr<const SeriesView>> select(std::span<const Matcher>,
                                                                        TimeRange) const override
    {
        return m_series;
    }
    [[nodiscard]] std::vector<std::string> labelNames() const override { return {}; }
    [[nodiscard]] std::vector<std::string> labelValues(std::string_view) const override { return {}; }
    [[nodiscard]] MetricMetadata metadata(std::string_view) const override { return {}; }
    [[nodiscard]] std::vector<std::string> metadataFamilies() const override { return {}; }
    [[nodiscard]] StorageStats stats() const override { return {}; }

private:
    /// A sample at each step with a bound, and where there is none the end of the series, so that no step
    /// looks back to an earlier one's.
    class View final : public SeriesView
    {
    public:
        View(Labels labels, const std::vector<Sample> &samples, StepRange steps)
            : m_labels(std::move(labels))
        {
            for (const Sample &sample : samples) {
                m_samples.push_back(sample);
                m_samples.push_back({sample.t + std::max<std::int64_t>(steps.stepMs / 2, 1), staleMarker()});
            }
            if (steps.stepMs < 2) // no room between two steps
                std::erase_if(m_samples, [](const Sample &sample) { return isStaleMarker(sample.v); });
        }

        [[nodiscard]] const Labels &labels() const noexcept override { return m_labels; }
        void read(TimeRange range, SampleColumns &out) const override
        {
            out.clear();
            const auto from = std::ranges::lower_bound(m_samples, range.from, {}, &Sample::t);
            const auto to = std::ranges::upper_bound(m_samples, range.to, {}, &Sample::t);
            for (auto sample = from; sample < to; ++sample) {
                out.times.push_back(sample->t);
                out.values.push_back(sample->v);
            }
        }

    private:
        Labels m_labels;
        std::vector<Sample> m_samples;
    };

    std::vector<std::shared_ptr<const SeriesView>> m_series;
};

/// What the wrapping expression makes of the bounds.
BoundsByLabels wrapped(const promql::Expr &expr, const BoundsByLabels &bounds, StepRange steps,
                       const BandSource &source)
{
    const promql::ExprPtr wrapping = withSelectorForQuantile(expr);
    // Without a cache: that knows one store only.
    const QueryEngine engine(source.engine.options());
    BoundsByLabels result;
    for (const EndSnapshot::End end : {&Bounds::low, &Bounds::high}) {
        auto answer = engine.range(EndSnapshot(bounds, end, steps), *wrapping, steps, source.cancel);
        if (!answer)
            return {};
        for (MatrixSeries &series : answer->matrix)
            result[series.labels].*end = std::move(series.samples);
    }
    return result;
}

/// The band at the series' own times, the lower end below: a negative factor has turned it over.
ErrorBand bandAt(std::size_t index, const PanelSeries &series, const Bounds &bounds)
{
    ErrorBand band{index, {}, {}};
    std::size_t at = 0;
    const std::size_t count = std::min(bounds.low.size(), bounds.high.size());
    for (const Sample &sample : series.samples) {
        while (at < count && bounds.low[at].t < sample.t)
            ++at;
        if (at == count)
            break;
        if (bounds.low[at].t != sample.t || bounds.high[at].t != sample.t || std::isnan(sample.v))
            continue;
        const double a = bounds.low[at].v;
        const double b = bounds.high[at].v;
        const bool known = !std::isnan(a) && !std::isnan(b);
        band.low.push_back({sample.t, known ? std::min(a, b) : -infinity});
        band.high.push_back({sample.t, known ? std::max(a, b) : infinity});
    }
    return band;
}

/// Where counting observations up to the rank ends, from the lowest bucket on or from the highest.
std::optional<HistogramBucket> bucketOfRank(const FloatHistogram &histogram, double rank, bool fromBelow)
{
    const RankedBuckets buckets(histogram);
    double cumulated = 0;
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const std::size_t at = fromBelow ? i : buckets.size() - 1 - i;
        if (buckets.count(at) == 0)
            continue;
        last = at;
        cumulated += buckets.count(at);
        if (cumulated >= rank)
            break;
    }
    return last ? std::optional(buckets.bucket(*last)) : std::nullopt;
}

/// What the quantile's buckets are at the steps, and which series have bands there.
void addBands(PanelData &data, std::size_t query, const promql::Expr &expr, StepRange steps,
              const BandSource &source)
{
    const auto quantile = wrappedQuantile(expr);
    if (!quantile)
        return;
    const auto buckets = source.engine.range(source.snapshot, *quantile->buckets, steps, source.cancel);
    if (!buckets || pointsIn(buckets->matrix) > maxBandPoints)
        return;
    BoundsByLabels bounds = boundsOf(quantile->q, buckets->matrix);
    if (!quantile->isBare && !source.cancel.stop_requested())
        bounds = wrapped(expr, bounds, steps, source);
    for (std::size_t i = 0; i < data.series.size(); ++i) {
        const PanelSeries &series = data.series[i];
        const auto found = bounds.find(series.labels);
        if (series.query != query || found == bounds.end())
            continue;
        ErrorBand band = bandAt(i, series, found->second);
        if (!band.low.empty())
            data.bands.push_back(std::move(band));
    }
}

} // namespace

std::optional<QuantileBounds> quantileBounds(double q, std::vector<Bucket> &buckets)
{
    if (!(q >= 0 && q <= 1) || std::isnan(bucketQuantile(q, buckets).value))
        return std::nullopt;
    const double rank = q * buckets.back().count;
    const auto last = buckets.end() - 1;
    const auto found =
        std::find_if(buckets.begin(), last, [rank](const Bucket &bucket) { return bucket.count >= rank; });
    QuantileBounds bounds;
    bounds.high = found->upperBound;
    if (found != buckets.begin())
        bounds.low = (found - 1)->upperBound;
    else
        bounds.low = found->upperBound > 0 ? 0 : -infinity;
    return bounds;
}

std::optional<QuantileBounds> quantileBounds(double q, const FloatHistogram &histogram)
{
    if (!(q >= 0 && q <= 1) || std::isnan(histogramQuantile(q, histogram).value))
        return std::nullopt;
    // As histogramQuantile() counts: NaN observations are in no bucket.
    const bool fromBelow = std::isnan(histogram.sum) || q < 0.5;
    const auto bucket = bucketOfRank(histogram, (fromBelow ? q : 1 - q) * histogram.count, fromBelow);
    if (!bucket)
        return std::nullopt;
    QuantileBounds bounds{bucket->lower, bucket->upper};
    if (histogram.usesCustomBuckets()) {
        if (bounds.low == -infinity && bounds.high > 0)
            bounds.low = 0;
    } else if (bounds.low < 0 && bounds.high > 0) {
        if (histogram.negative.empty() && !histogram.positive.empty())
            bounds.low = 0;
        else if (histogram.positive.empty() && !histogram.negative.empty())
            bounds.high = 0;
    }
    return bounds;
}

void addQuantileBands(PanelData &data, std::size_t query, const promql::Expr &expr, const BandSource &source)
{
    addBands(data, query, expr, {data.range.from, data.range.to, data.stepMs}, source);
}

void addNewestQuantileBands(PanelData &data, std::size_t query, const promql::Expr &expr,
                            const BandSource &source)
{
    std::optional<TimestampMs> newest;
    for (const PanelSeries &series : data.series) {
        if (series.query == query && !series.samples.empty())
            newest = std::max(newest.value_or(series.samples.back().t), series.samples.back().t);
    }
    if (!newest)
        return;
    // Without the cache, whose columns of the whole range one step would push out.
    const QueryEngine engine(source.engine.options());
    addBands(data, query, expr, {*newest, *newest, std::max<std::int64_t>(data.stepMs, 1)},
             {source.snapshot, engine, source.cancel});
}

} // namespace sightglass
