// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/diagnosis.h"
#include "model/analysis/ruleset.h"
#include "parser/base/numbertext.h"
#include "parser/exposition/metrictype.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace sightglass {

namespace {

constexpr DiagnosticSeverity wrong = DiagnosticSeverity::Wrong;
constexpr DiagnosticSeverity advice = DiagnosticSeverity::Advice;

constexpr FindingRule counterDecreased{
    "counter-decreased", wrong, "counter %1 went from %2 to %3, and nothing says that the service restarted",
    "rate() takes it for a restart and adds the whole new value: too much.",
    "A counter counts up only. What goes down is a gauge."};
constexpr FindingRule typeChanged{
    "type-changed", wrong, "%1 was a %2, now it is a %3",
    "Prometheus keeps the last type; queries that fit one do not fit the other.",
    "Give the two metrics different names."};
constexpr FindingRule churn{"churn", wrong,
                            "of the %2 series of %1, %3 are new and %4 have gone since the scrape before",
                            "Every new series costs memory and disk for hours, however short it lives.",
                            "Look for a label whose value changes from scrape to scrape."};
constexpr FindingRule restarted{"restarted", advice, "the service restarted between the two scrapes",
                                "rate() counts on from zero.", "Nothing to mend."};

using SampleByIdentity = std::unordered_map<std::uint64_t, const PageSample *>;

SampleByIdentity byIdentity(const ExposedPage &page)
{
    SampleByIdentity result;
    result.reserve(page.samples.size());
    for (const PageSample &sample : page.samples)
        result.try_emplace(sample.identity, &sample);
    return result;
}

bool countsUp(const ExposedPage &page, const PageSample &sample)
{
    if (sample.isNative)
        return false;
    const std::string_view suffix = page.suffixOf(sample);
    const MetricType type = page.families[sample.family].type;
    if (type == MetricType::Counter)
        return suffix != "_created";
    return (type == MetricType::Histogram || type == MetricType::Summary) &&
           (suffix == "_count" || suffix == "_bucket");
}

/// A pair of the same counter's samples whose value went down.
using Decrease = std::pair<const PageSample *, const PageSample *>;

/// What a family's counters say of a restart together, for a histogram's buckets are one voice.
enum class Vote : std::uint8_t
{
    None,    ///< nothing was counted, or so little that it may have come back since
    Began,   ///< what went down, went down to little
    WentOn,  ///< goes on from a large value
    Trickled ///< went down, but not as what begins from zero
};

/// Of one series, for which `before` is above zero.
Vote voteOf(double before, double after)
{
    // A process that began between two scrapes can have counted a few things already, hardly as many as the
    // one before did in its whole life.
    constexpr double few = 10;
    if (after < before)
        return after >= 0 && after * 2 <= before ? Vote::Began : Vote::Trickled;
    const bool counted = before > few && after - before < before;
    return counted ? Vote::WentOn : Vote::None;
}

struct Counters
{
    std::vector<Decrease> decreased;
    std::unordered_map<std::uint32_t, Vote> votes; ///< by the family on the page after
};

/// The worst for a restart counts.
void cast(Counters &counters, std::uint32_t family, Vote vote)
{
    Vote &all = counters.votes.try_emplace(family, Vote::None).first->second;
    all = std::max(all, vote);
}

Counters compareCounters(const SampleByIdentity &before, const ExposedPage &after)
{
    Counters result;
    for (const PageSample &sample : after.samples) {
        const auto found = before.find(sample.identity);
        if (found == before.end() || !countsUp(after, sample) || !(found->second->value > 0))
            continue;
        const PageSample &was = *found->second;
        // A start timestamp of its own says that this series alone began anew.
        if (was.startTimestampMs != sample.startTimestampMs)
            continue;
        cast(result, sample.family, voteOf(was.value, sample.value));
        if (sample.value < was.value)
            result.decreased.emplace_back(&was, &sample);
    }
    return result;
}

std::optional<double> startTime(const ExposedPage &page)
{
    for (const PageFamily &family : page.families) {
        if (page.name(family) == "process_start_time_seconds" && !family.samples.empty())
            return page.samples[family.samples.front()].value;
    }
    return std::nullopt;
}

/// The start time says it; without one, that most families of counters began from little together and that
/// none contradicts it. One family alone is more likely a gauge that is called a counter.
bool hasRestarted(const ExposedPage &before, const ExposedPage &after, const Counters &counters)
{
    const auto start = startTime(before);
    const auto startNow = startTime(after);
    if (start && startNow)
        return *start != *startNow;
    std::size_t began = 0;
    for (const auto &[family, vote] : counters.votes) {
        if (vote == Vote::WentOn || vote == Vote::Trickled)
            return false;
        began += vote == Vote::Began ? 1 : 0;
    }
    return began >= 2 && began * 2 > counters.votes.size();
}

void checkCounters(const ExposedPage &before, const SampleByIdentity &known, const ExposedPage &after,
                   FindingSink &sink)
{
    const Counters counters = compareCounters(known, after);
    if (hasRestarted(before, after, counters)) {
        sink.report(restarted, {});
        return;
    }
    for (const auto &[was, is] : counters.decreased)
        sink.report(counterDecreased, aboutValue(after, *is),
                    {after.text(is->name), formatFloat(was->value), formatFloat(is->value)});
}

void checkTypes(const ExposedPage &before, const ExposedPage &after, FindingSink &sink)
{
    std::unordered_map<std::string_view, MetricType> types;
    for (const PageFamily &family : before.families) {
        if (family.hasType)
            types.emplace(before.name(family), family.type);
    }
    for (const PageFamily &family : after.families) {
        const auto was = types.find(after.name(family));
        if (!family.hasType || was == types.end() || was->second == family.type)
            continue;
        sink.report(typeChanged, {family.typeSpan, after.name(family), {}},
                    {after.name(family), metricTypeName(was->second), metricTypeName(family.type)});
    }
}

struct Change
{
    std::size_t gone = 0;
    std::size_t added = 0;
    std::size_t all = 0;
    const PageFamily *family = nullptr; ///< of the page after
};

/// By the name of a family. Views live as long as the pages.
using Changes = std::map<std::string_view, Change>;

Changes changes(const ExposedPage &before, const SampleByIdentity &known, const ExposedPage &after)
{
    Changes result;
    std::unordered_set<std::uint64_t> present;
    present.reserve(after.samples.size());
    for (const PageSample &sample : after.samples) {
        const PageFamily &family = after.families[sample.family];
        Change &change = result[after.name(family)];
        change.family = &family;
        if (!present.insert(sample.identity).second)
            continue;
        ++change.all;
        change.added += known.contains(sample.identity) ? 0 : 1;
    }
    for (const auto &[identity, sample] : known) {
        if (!present.contains(identity))
            ++result[before.name(before.families[sample->family])].gone;
    }
    return result;
}

/// A few are how services live; a tenth of a metric from one scrape to the next is a label that counts on.
/// But a metric that was not there at all has only just begun.
bool isMuch(const Change &change)
{
    if (change.added == change.all && change.gone == 0)
        return false;
    static constexpr std::size_t fewest = 5;
    const std::size_t most = std::max(change.added, change.gone);
    return most >= fewest && most * 10 > change.all;
}

/// What of a page was not read has neither come nor gone.
bool isWhole(const ExposedPage &before, const ExposedPage &after)
{
    return !before.cutAt && !after.cutAt;
}

} // namespace

std::vector<FamilyChurn> churnBetween(const ExposedPage &before, const ExposedPage &after)
{
    std::vector<FamilyChurn> result;
    if (!isWhole(before, after))
        return result;
    for (const auto &[name, change] : changes(before, byIdentity(before), after)) {
        if (change.added + change.gone > 0)
            result.push_back({std::string(name), change.all, change.added, change.gone});
    }
    std::stable_sort(result.begin(), result.end(), [](const FamilyChurn &a, const FamilyChurn &b) {
        return a.added + a.gone > b.added + b.gone;
    });
    return result;
}

void comparePages(const ExposedPage &before, const ExposedPage &after, FindingSink &sink)
{
    const SampleByIdentity known = byIdentity(before);
    checkCounters(before, known, after, sink);
    checkTypes(before, after, sink);
    if (!isWhole(before, after))
        return;
    for (const auto &[name, change] : changes(before, known, after)) {
        if (isMuch(change))
            sink.report(churn, {change.family == nullptr ? SourceSpan{} : change.family->span, name, {}},
                        {name, std::to_string(change.all), std::to_string(change.added),
                         std::to_string(change.gone)});
    }
}

RuleSet comparisonRules()
{
    static constexpr std::array rules = {&counterDecreased, &typeChanged, &churn, &restarted};
    return {rules, {}, {}};
}

} // namespace sightglass
