// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/quantilebands.h"

#include "model/core/timegrid.h"
#include "model/dashboard/finesteps.h"
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

/// A quantile of a query's series, and whose bands are worked out.
struct BandQuery
{
    std::size_t query = 0;
    const promql::Expr &expr;
    const WrappedQuantile &quantile;
};

/// The bounds at steps; nothing where they cannot be told.
BoundsByLabels boundsAt(const BandQuery &asked, const std::vector<MatrixSeries> &buckets, StepRange steps,
                        const BandSource &source)
{
    BoundsByLabels bounds = boundsOf(asked.quantile.q, buckets);
    if (!asked.quantile.isBare && !source.cancel.stop_requested())
        bounds = wrapped(asked.expr, bounds, steps, source);
    return bounds;
}

void addBandsOf(PanelData &data, std::size_t query, const BoundsByLabels &bounds)
{
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

/// The bands of lines that have values between their steps too: at the times of those.
class FineBands
{
public:
    FineBands(PanelData &data, const BandQuery &asked, const BandSource &source)
        : m_data(data)
        , m_asked(asked)
        , m_source(source)
        , m_begin(gridFloor(data.range.from, data.stepMs))
        , m_from(m_begin)
        , m_to(gridFloor(data.range.to, data.fineStepMs))
    {
        for (const PanelSeries &series : data.series) {
            for (const Sample &sample : series.samples) {
                if (series.query == asked.query)
                    m_times.push_back(sample.t);
            }
        }
        std::ranges::sort(m_times);
        m_times.erase(std::unique(m_times.begin(), m_times.end()), m_times.end());
    }

    void add()
    {
        takeKnown();
        const promql::Expr &buckets = *m_asked.quantile.buckets;
        const std::size_t series = selectedSeries(buckets, m_source.snapshot, {m_from, m_to});
        constexpr std::size_t slicePoints = 1'000'000;
        constexpr std::size_t mostSteps = 10'000;
        const auto steps =
            static_cast<std::int64_t>(std::clamp<std::size_t>(slicePoints / series, 1, mostSteps));
        for (TimestampMs t = m_from; t <= m_to; t += steps * m_data.fineStepMs) {
            const TimestampMs end = std::min(t + (steps - 1) * m_data.fineStepMs, m_to);
            if (!addSlice(buckets, {t, end, m_data.fineStepMs}))
                return;
        }
        addBandsOf(m_data, m_asked.query, m_bounds);
    }

private:
    /// What the answer before has in common with this one.
    void takeKnown()
    {
        const auto earlier = m_data.continues ? m_data.continues->earlier.lock() : nullptr;
        if (!earlier || m_data.continues->sameBefore <= m_from)
            return;
        const TimestampMs same = m_data.continues->sameBefore;
        for (const ErrorBand &band : earlier->bands) {
            const PanelSeries &series = earlier->series[band.series];
            if (series.query != m_asked.query)
                continue;
            Bounds &bounds = m_bounds[series.labels];
            const auto known = [same](const Sample &sample) { return sample.t < same; };
            std::ranges::copy_if(band.low, std::back_inserter(bounds.low), known);
            std::ranges::copy_if(band.high, std::back_inserter(bounds.high), known);
        }
        m_from = gridFloor(same - 1, m_data.fineStepMs) + m_data.fineStepMs;
    }

    bool addSlice(const promql::Expr &buckets, StepRange slice)
    {
        auto answer = m_source.engine.part(m_source.snapshot, buckets, {m_begin, m_to, m_data.stepMs}, slice,
                                           m_source.cancel);
        if (!answer)
            return false;
        for (MatrixSeries &series : answer->matrix) {
            const auto isUnread = [this](const auto &sample) {
                return !std::ranges::binary_search(m_times, sample.t);
            };
            std::erase_if(series.samples, isUnread);
            std::erase_if(series.histograms, isUnread);
        }
        for (auto &[labels, more] : boundsAt(m_asked, answer->matrix, slice, m_source)) {
            Bounds &bounds = m_bounds[labels];
            std::ranges::copy(more.low, std::back_inserter(bounds.low));
            std::ranges::copy(more.high, std::back_inserter(bounds.high));
        }
        return true;
    }

    PanelData &m_data;
    const BandQuery &m_asked;
    const BandSource &m_source;
    TimestampMs m_begin;
    TimestampMs m_from; ///< where they are not known yet
    TimestampMs m_to;
    std::vector<TimestampMs> m_times; ///< of the values, ascending
    BoundsByLabels m_bounds;
};

/// Which series of a query have bands at the steps.
void addBands(PanelData &data, const BandQuery &asked, StepRange steps, const BandSource &source)
{
    const auto buckets = source.engine.range(source.snapshot, *asked.quantile.buckets, steps, source.cancel);
    if (buckets && pointsIn(buckets->matrix) <= maxBandPoints)
        addBandsOf(data, asked.query, boundsAt(asked, buckets->matrix, steps, source));
}

/// Whether the bounds between steps cost no more than some hundred milliseconds.
bool isWorthwhile(const PanelData &data, const BandQuery &asked, const BandSource &source)
{
    const auto isThinned = [&asked](const PanelSeries &series) {
        return series.query == asked.query && series.isThinned();
    };
    if (data.fineStepMs <= 0 || std::ranges::none_of(data.series, isThinned))
        return false;
    const std::size_t series = selectedSeries(*asked.quantile.buckets, source.snapshot, data.range);
    return series * static_cast<std::size_t>(data.range.lengthMs() / data.fineStepMs) <= maxFineBandPoints;
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
    const auto quantile = wrappedQuantile(expr);
    if (!quantile)
        return;
    const BandQuery asked{query, expr, *quantile};
    if (isWorthwhile(data, asked, source)) {
        FineBands(data, asked, source).add();
        return;
    }
    const auto stepAt = [step = data.stepMs](TimestampMs t) { return gridFloor(t, step); };
    addBands(data, asked, {stepAt(data.range.from), stepAt(data.range.to), data.stepMs}, source);
}

void addNewestQuantileBands(PanelData &data, std::size_t query, const promql::Expr &expr,
                            const BandSource &source)
{
    const auto quantile = wrappedQuantile(expr);
    std::optional<TimestampMs> newest;
    for (const PanelSeries &series : data.series) {
        if (series.query == query && !series.samples.empty())
            newest = std::max(newest.value_or(series.samples.back().t), series.samples.back().t);
    }
    if (!quantile || !newest)
        return;
    // Without the cache, whose columns of the whole range one step would push out.
    const QueryEngine engine(source.engine.options());
    addBands(data, {query, expr, *quantile}, {*newest, *newest, std::max<std::int64_t>(data.stepMs, 1)},
             {source.snapshot, engine, source.cancel});
}

} // namespace sightglass
