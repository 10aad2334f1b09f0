// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/ruleset.h"
#include "parser/base/durationtext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

namespace sightglass {

namespace {

constexpr DiagnosticSeverity wrong = DiagnosticSeverity::Wrong;
constexpr DiagnosticSeverity advice = DiagnosticSeverity::Advice;

constexpr std::int64_t minuteMs = 60'000;
constexpr std::int64_t oldestMs = 5 * minuteMs;
constexpr std::int64_t oldestTakenMs = 60 * minuteMs;
constexpr std::int64_t farthestAheadMs = 10 * minuteMs;

constexpr FindingRule exposedTimes{
    "timestamps", wrong, "%1 of %2 samples have timestamps",
    "Prometheus stores them at these times, where they are within its bounds, and writes no stale markers "
    "when they vanish: queries show the last value for five minutes more.",
    "Leave timestamps out, or scrape with honor_timestamps: false."};
constexpr FindingRule oldTime{"timestamp-old", wrong, "%1 was sampled %2 ago",
                              "Queries look back five minutes: the series is not seen.",
                              "Leave the timestamp out, or expose what is measured now."};
constexpr FindingRule outOfBounds{
    "timestamp-out-of-bounds", wrong, "%1 was sampled %2 ago",
    "Prometheus drops samples that are more than an hour older than the newest it has, as out of bounds, "
    "unless its out_of_order_time_window reaches further back: the scrape is good, but the series is "
    "missing.",
    "Leave the timestamp out, or expose what is measured now."};
constexpr FindingRule aheadTime{"timestamp-ahead", wrong, "%1 is %2 ahead of this machine's clock",
                                "Prometheus drops samples more than ten minutes ahead, as out of bounds: the "
                                "scrape is good, but the series is missing.",
                                "Set the clocks right, or leave the timestamp out."};
constexpr FindingRule createdLines{
    "created-lines", advice, "%1 of %2 series are _created lines",
    "Prometheus stores them as series of their own, unless it ingests start timestamps.",
    "Switch on created-timestamp-zero-ingestion, or tell the client library to leave them out."};
constexpr FindingRule hasExemplars{"exemplars", advice, "%1 exemplars lead from metrics to traces",
                                   "Prometheus keeps them with --enable-feature=exemplar-storage only.",
                                   "Nothing to mend."};
constexpr FindingRule hasNative{"native-histograms", advice, "%1 series are native histograms",
                                "Prometheus reads them with scrape_native_histograms: true only.",
                                "Nothing to mend."};
constexpr FindingRule passedNative{
    "native-histograms-passed", advice, "histograms that have a native part, too: %1",
    "Prometheus takes their classic series alone; with scrape_native_histograms: true it takes the native "
    "histograms in their place, or both where always_scrape_classic_histograms is true.",
    "Nothing to mend; switch scrape_native_histograms on where they are wanted."};

void checkTimestamps(const Examination &in, FindingSink &sink)
{
    const auto &samples = in.page.samples;
    const auto hasTime = [](const PageSample &sample) {
        return sample.timestampMs.has_value() && !sample.isRefused;
    };
    const auto first = std::find_if(samples.begin(), samples.end(), hasTime);
    if (first == samples.end())
        return;
    FindingSubject subject = aboutTimestamp(in.page, *first);
    subject.metric = {};
    sink.report(exposedTimes, subject,
                {std::to_string(std::count_if(samples.begin(), samples.end(), hasTime)),
                 std::to_string(samples.size())});
}

/// The first of a family for each rule: they all come from one clock, or from two.
void checkClock(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    if (!in.facts.nowMs)
        return;
    std::set<const FindingRule *> said;
    for (const std::uint32_t number : family.samples) {
        const PageSample &sample = in.page.samples[number];
        if (!sample.timestampMs || sample.isRefused)
            continue;
        // As doubles: exposed times may lie anywhere in 64 bits.
        const double age = static_cast<double>(*in.facts.nowMs) - static_cast<double>(*sample.timestampMs);
        if (age <= oldestMs && -age <= farthestAheadMs)
            continue;
        const FindingRule &rule = age < 0 ? aheadTime : age > oldestTakenMs ? outOfBounds : oldTime;
        if (!said.insert(&rule).second)
            continue;
        const auto distance = static_cast<std::int64_t>(std::min(std::abs(age), 9.0e15));
        sink.report(rule, aboutTimestamp(in.page, sample),
                    {in.page.text(sample.name), formatDurationMs(distance / 1000 * 1000)});
    }
}

void checkCreated(const Examination &in, FindingSink &sink)
{
    const ExposedPage &page = in.page;
    const auto isCreated = [&page](const PageSample &sample) {
        const MetricType type = page.families[sample.family].type;
        return type != MetricType::Gauge && page.text(sample.name).ends_with("_created");
    };
    const auto first = std::find_if(page.samples.begin(), page.samples.end(), isCreated);
    if (first == page.samples.end())
        return;
    const auto count = std::count_if(page.samples.begin(), page.samples.end(), isCreated);
    sink.report(createdLines, {first->span}, {std::to_string(count), std::to_string(page.samples.size())});
}

void checkExtras(const Examination &in, FindingSink &sink)
{
    const auto native = std::count_if(in.page.samples.begin(), in.page.samples.end(),
                                      [](const PageSample &sample) { return sample.isNative; });
    if (in.page.exemplars > 0)
        sink.report(hasExemplars, {}, {std::to_string(in.page.exemplars)});
    if (native > 0)
        sink.report(hasNative, {}, {std::to_string(native)});
    if (!in.page.passedHistograms.empty())
        sink.report(passedNative, {}, {std::to_string(in.page.passedHistograms.size())});
}

constexpr std::array rules = {&exposedTimes, &oldTime,      &outOfBounds, &aheadTime,
                              &createdLines, &hasExemplars, &hasNative,   &passedNative};
constexpr std::array<PageCheck, 3> pageChecks = {checkTimestamps, checkCreated, checkExtras};
constexpr std::array<FamilyExamination, 1> familyChecks = {checkClock};

} // namespace

RuleSet timestampRules()
{
    return {rules, pageChecks, familyChecks};
}

} // namespace sightglass
