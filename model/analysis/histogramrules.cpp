// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/histogrampoints.h"
#include "model/analysis/ruleset.h"
#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

namespace {

constexpr DiagnosticSeverity wrong = DiagnosticSeverity::Wrong;

constexpr FindingRule missingInf{"missing-inf-bucket", wrong, "histogram %1 has no bucket le=\"+Inf\"",
                                 "Prometheus takes it; histogram_quantile() gives NaN for it.",
                                 "Expose a bucket le=\"+Inf\" with the number of all observations."};
constexpr FindingRule countMismatch{
    "count-mismatch", wrong, "the count of histogram %1 is %2, its bucket le=\"+Inf\" has %3",
    "Prometheus takes it; quantiles and averages disagree, conversion to native buckets fails.",
    "Take count and buckets from one consistent reading."};
constexpr FindingRule bucketOrder{"bucket-order", wrong, "bucket le=%2 of %1 comes after le=%3",
                                  "Prometheus takes it; OpenMetrics parsers of others refuse the page.",
                                  "Write buckets in ascending order."};
constexpr FindingRule notCumulative{
    "bucket-not-cumulative", wrong, "bucket le=%2 of %1 has %3, less than the %4 of the bucket below it",
    "Prometheus takes it; histogram_quantile() corrects small differences and misleads on large ones.",
    "Every bucket counts all observations up to its bound, those of lower buckets too."};
constexpr FindingRule missingCountOrSum{
    "missing-count-or-sum", wrong, "histogram %1 must have both %2 and %3",
    "Prometheus takes it; averages and rates of observations cannot be asked.", "Expose both."};
constexpr FindingRule invalidBound{"invalid-bound", wrong, "%1=%2 of %3 is no number",
                                   "Prometheus takes it; quantiles ignore or spoil this series.",
                                   "Write a number such as 0.5, or +Inf."};
constexpr FindingRule bucketSetsDiffer{
    "bucket-sets-differ", wrong,
    "the series of histogram %1 do not have the same buckets: the first one alone has {%2}, this one {%3}",
    "Prometheus takes it; sums over these series count some observations in some buckets only.",
    "Give all series of a histogram the same buckets."};
constexpr FindingRule quantileRange{"quantile-range", wrong, "quantile %2 of %1 does not lie between 0 and 1",
                                    "Prometheus takes it.", "Quantiles are fractions: 0.99, not 99."};
constexpr FindingRule quantileDecreasing{
    "quantile-decreasing", wrong, "quantile %2 of %1 is %3, less than the %4 of the quantile below it",
    "Prometheus takes it; the summary contradicts itself.", "Take all quantiles from one reading."};

bool isHistogram(const PageFamily &family)
{
    return family.type == MetricType::Histogram || family.type == MetricType::GaugeHistogram;
}

void checkBounds(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    if (!isHistogram(family) && family.type != MetricType::Summary)
        return;
    const std::string_view own = isHistogram(family) ? "le" : "quantile";
    for (const std::uint32_t number : family.samples) {
        const PageSample &sample = in.page.samples[number];
        const auto text = in.page.labelValue(sample, own);
        const auto bound = text ? parseFloat(*text) : std::nullopt;
        if (!text || (bound && !std::isnan(*bound)))
            continue;
        sink.report(invalidBound, aboutLabel(in.page, sample, own),
                    {own, goQuoted(*text), in.page.text(sample.name)});
    }
}

void checkOrder(const ExposedPage &page, const HistogramSeries &point, std::string_view name,
                FindingSink &sink)
{
    for (std::size_t i = 1; i < point.buckets.size(); ++i) {
        const PointBucket &bucket = point.buckets[i];
        if (bucket.bound < point.buckets[i - 1].bound)
            sink.report(bucketOrder, aboutLabel(page, page.samples[bucket.sample], "le"),
                        {name, formatOpenMetricsFloat(bucket.bound),
                         formatOpenMetricsFloat(point.buckets[i - 1].bound)});
    }
}

bool isLower(const PointBucket &a, const PointBucket &b)
{
    return a.bound < b.bound;
}

std::vector<PointBucket> byBound(const HistogramSeries &point)
{
    std::vector<PointBucket> sorted = point.buckets;
    std::stable_sort(sorted.begin(), sorted.end(), isLower);
    return sorted;
}

/// Whatever order they are written in. A bound that is there twice is a duplicate, which is another rule.
void checkCumulative(const ExposedPage &page, const HistogramSeries &point, std::string_view name,
                     FindingSink &sink)
{
    const std::vector<PointBucket> sorted = byBound(point);
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const double value = page.samples[sorted[i].sample].value;
        const double below = page.samples[sorted[i - 1].sample].value;
        if (value < below && sorted[i].bound != sorted[i - 1].bound)
            sink.report(
                notCumulative, aboutValue(page, page.samples[sorted[i].sample]),
                {name, formatOpenMetricsFloat(sorted[i].bound), formatFloat(value), formatFloat(below)});
    }
}

const PointBucket *infBucket(const HistogramSeries &point)
{
    const auto found = std::find_if(point.buckets.begin(), point.buckets.end(), [](const PointBucket &each) {
        return std::isinf(each.bound) && each.bound > 0;
    });
    return found == point.buckets.end() ? nullptr : &*found;
}

void checkInf(const ExposedPage &page, const HistogramSeries &point, std::string_view name, FindingSink &sink)
{
    const PointBucket *const inf = infBucket(point);
    const FindingSubject subject = aboutSample(page, page.samples[point.first]);
    if (inf == nullptr)
        return sink.report(missingInf, subject, {name});
    const double all = page.samples[inf->sample].value;
    if (point.count && page.samples[*point.count].value != all)
        sink.report(countMismatch, aboutValue(page, page.samples[*point.count]),
                    {name, formatFloat(page.samples[*point.count].value), formatFloat(all)});
}

/// OpenMetrics allows neither; the text format does not.
void checkParts(const ExposedPage &page, const PageFamily &family, const HistogramSeries &point,
                FindingSink &sink)
{
    const bool neither = !point.count && !point.sum;
    const bool mayMiss = page.format == ExpositionFormat::OpenMetricsText && neither;
    if ((point.count && point.sum) || mayMiss)
        return;
    const bool isGauge =
        family.type == MetricType::GaugeHistogram && page.format == ExpositionFormat::OpenMetricsText;
    const std::string name(page.name(family));
    const std::string mark = isGauge ? "_g" : "_";
    sink.report(missingCountOrSum, aboutSample(page, page.samples[point.first]),
                {name, name + mark + "count", name + mark + "sum"});
}

void checkHistogram(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    if (!isHistogram(family))
        return;
    const std::string_view name = in.page.name(family);
    for (const HistogramSeries &point : histogramSeries(in.page, family)) {
        checkOrder(in.page, point, name, sink);
        checkCumulative(in.page, point, name, sink);
        if (in.page.isDamaged(family))
            continue;
        checkInf(in.page, point, name, sink);
        checkParts(in.page, family, point, sink);
    }
}

/// "0.1 0.5": the first ones.
std::string boundsText(std::span<const PointBucket> buckets)
{
    constexpr std::size_t most = 8;
    std::string text;
    for (const PointBucket &bucket : buckets.first(std::min(buckets.size(), most)))
        text += (text.empty() ? "" : " ") + formatOpenMetricsFloat(bucket.bound);
    return buckets.size() > most ? text + " …" : text;
}

/// Those of the first, sorted by bound, that the other one does not have.
std::vector<PointBucket> onlyIn(const std::vector<PointBucket> &first, const std::vector<PointBucket> &other)
{
    std::vector<PointBucket> result;
    std::set_difference(first.begin(), first.end(), other.begin(), other.end(), std::back_inserter(result),
                        isLower);
    return result;
}

void checkBucketSets(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    if (!isHistogram(family) || in.page.isDamaged(family))
        return;
    const auto points = histogramSeries(in.page, family);
    if (points.empty())
        return;
    const auto first = byBound(points.front());
    for (const HistogramSeries &point : points) {
        const auto here = byBound(point);
        const auto missing = onlyIn(first, here);
        const auto added = onlyIn(here, first);
        if (missing.empty() && added.empty())
            continue;
        const PageSample &sample = in.page.samples[added.empty() ? point.first : added.front().sample];
        return sink.report(bucketSetsDiffer,
                           added.empty() ? aboutSample(in.page, sample) : aboutLabel(in.page, sample, "le"),
                           {in.page.name(family), boundsText(missing), boundsText(added)});
    }
}

void checkQuantiles(const ExposedPage &page, const HistogramSeries &point, std::string_view name,
                    FindingSink &sink)
{
    const std::vector<PointBucket> sorted = byBound(point);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const PageSample &sample = page.samples[sorted[i].sample];
        const std::string quantile = formatFloat(sorted[i].bound);
        if (sorted[i].bound < 0 || sorted[i].bound > 1)
            sink.report(quantileRange, aboutLabel(page, sample, "quantile"), {name, quantile});
        const double below = i == 0 ? sample.value : page.samples[sorted[i - 1].sample].value;
        if (sample.value < below)
            sink.report(quantileDecreasing, aboutValue(page, sample),
                        {name, quantile, formatFloat(sample.value), formatFloat(below)});
    }
}

void checkSummary(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    if (family.type != MetricType::Summary)
        return;
    for (const HistogramSeries &point : histogramSeries(in.page, family))
        checkQuantiles(in.page, point, in.page.name(family), sink);
}

constexpr std::array rules = {&missingInf,       &countMismatch,     &bucketOrder,
                              &notCumulative,    &missingCountOrSum, &invalidBound,
                              &bucketSetsDiffer, &quantileRange,     &quantileDecreasing};
constexpr std::array<FamilyExamination, 4> familyChecks = {checkBounds, checkHistogram, checkBucketSets,
                                                           checkSummary};

} // namespace

RuleSet histogramRules()
{
    return {rules, {}, familyChecks};
}

} // namespace sightglass
