// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/finding.h"

#include "model/assist/intervalmask.h"
#include "parser/base/error.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <array>

/// lupdate finds the texts by this name; here, without Qt, it is nothing but the text.
#define QT_TRANSLATE_NOOP(context, text) text

namespace sightglass {

namespace {

/// In the order of the kinds.
constexpr std::array<const char *, 28> templates = {
    "%1",                                                              // SyntaxError
    "%1",                                                              // EvaluationError
    QT_TRANSLATE_NOOP("findings", "There is no metric %1."),           // UnknownMetric
    QT_TRANSLATE_NOOP("findings", "There is no metric %1. Near: %2."), // UnknownMetricNear
    QT_TRANSLATE_NOOP("findings",
                      "%1 is a histogram: its series are %1_bucket, %1_sum and %1_count. Quantiles come from "
                      "the rates of its buckets. As a native histogram %1 is there only where "
                      "scrape_native_histograms is on."), // BareHistogram
    QT_TRANSLATE_NOOP(
        "findings",
        "%1() is for counters, and %2 is a gauge: each fall would be taken for a restart."), // RateOfGauge
    QT_TRANSLATE_NOOP(
        "findings",
        "%1() is for gauges, and %2 is a counter: each restart would look like a fall."), // DeltaOfCounter
    QT_TRANSLATE_NOOP("findings",
                      "%1 is a counter: it only grows. What happens is told by its rate."), // RawCounter
    QT_TRANSLATE_NOOP(
        "findings",
        "Without rate() the buckets of %1 hold everything since the service started."), // RawBuckets
    QT_TRANSLATE_NOOP("findings", "histogram_quantile() needs the label le, which the aggregation below it "
                                  "removes."), // QuantileWithoutLe
    QT_TRANSLATE_NOOP("findings", "histogram_quantile() needs buckets with the label le; these series have "
                                  "none."),                                       // QuantileOfNoBuckets
    QT_TRANSLATE_NOOP("findings", "No series of %2 has the label %1."),           // UnknownLabel
    QT_TRANSLATE_NOOP("findings", "No series of %2 satisfies %1."),               // UnmatchedValue
    QT_TRANSLATE_NOOP("findings", "No series of %2 satisfies %1. There is: %3."), // UnmatchedValueNear
    QT_TRANSLATE_NOOP("findings",
                      "Each matcher finds series, but none satisfies all of %1."), // UnmatchedTogether
    QT_TRANSLATE_NOOP("findings", "%1 was last seen %2 ago."),                     // StaleSeries
    QT_TRANSLATE_NOOP("findings", "%1 begins %2 later than the time asked for."),  // NotYetThere
    QT_TRANSLATE_NOOP("findings",
                      "The range of %1 is shorter than two scrapes, which come every %2: most of the time it "
                      "holds too few samples."), // RangeTooShort
    QT_TRANSLATE_NOOP(
        "findings",
        "%1() needs at least two samples of a series in its range; there is at most %2."), // TooFewSamples
    QT_TRANSLATE_NOOP("findings", "No element of the left has a partner on the right. Only left: "
                                  "%1. Only right: %2. With other values: %3."), // JoinLabelsDiffer
    QT_TRANSLATE_NOOP("findings",
                      "Several elements of one side share a partner on the other: say so with group_left or "
                      "group_right. They match on: %1."), // JoinNeedsGroup
    QT_TRANSLATE_NOOP("findings",
                      "On both sides several elements match each other: one side has to be aggregated "
                      "first. They match on: %1."), // JoinOnEachOther
    QT_TRANSLATE_NOOP("findings",
                      "No value satisfies %1: the lowest is %2, the highest is %3."), // ComparisonDropsAll
    QT_TRANSLATE_NOOP(
        "findings",
        "absent() gives nothing, because nothing is missing: there are %1 series."), // NothingMissing
    QT_TRANSLATE_NOOP("findings", "Every element of the left has a partner on the right, and "
                                  "unless keeps only those without."), // UnlessDropsAll
    QT_TRANSLATE_NOOP("findings", "%1 of %2 series are native histograms: a line is drawn of one of their "
                                  "numbers."), // NativeHistograms
    QT_TRANSLATE_NOOP("findings",
                      "time() is the clock, in seconds since 1970, and %1 does not look like a time: set "
                      "against each other, they only tell how late it is."),  // ClockAgainstNumber
    QT_TRANSLATE_NOOP("findings", "%1 leaves nothing of what it was given."), // EmptiesHere
};
static_assert(templates.size() == static_cast<std::size_t>(FindingKind::EmptiesHere) + 1);

} // namespace

const char *findingTemplate(FindingKind kind) noexcept
{
    return templates[static_cast<std::size_t>(kind)];
}

std::string findingText(const Finding &finding)
{
    return formatMessage(findingTemplate(finding.kind), finding.arguments);
}

std::string mended(std::string_view query, const Mend &mend)
{
    std::string text(query);
    if (mend.span.begin <= mend.span.end && mend.span.end <= text.size())
        text.replace(mend.span.begin, mend.span.end - mend.span.begin, mend.replacement);
    return text;
}

void tidyFindings(std::vector<Finding> &findings, std::string_view query)
{
    std::vector<Finding> kept;
    for (Finding &finding : findings) {
        const bool known = std::any_of(kept.begin(), kept.end(), [&finding](const Finding &other) {
            return other.kind == finding.kind && other.span == finding.span;
        });
        if (known)
            continue;
        std::erase_if(finding.mends, [query](const Mend &mend) {
            const std::string text = mended(query, mend);
            return text == query || !promql::parseExpr(maskedIntervals(text), promql::Features::all());
        });
        kept.push_back(std::move(finding));
    }
    findings = std::move(kept);
}

} // namespace sightglass
