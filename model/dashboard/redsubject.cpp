// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/familytext.h"
#include "model/dashboard/familytraits.h"
#include "model/dashboard/redtiles.h"
#include "model/dashboard/redwords.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace sightglass {

namespace {

/// A matcher for the series that count failures, by the label that says most of how things ended.
std::string errorMatcherOf(const MetricFamily &family)
{
    std::vector<std::pair<std::size_t, const LabelSpread *>> outcomes;
    for (const LabelSpread &label : family.labels) {
        if (const auto rank = outcomeRank(label.name))
            outcomes.emplace_back(*rank, &label);
    }
    std::ranges::sort(outcomes);
    for (const auto &[rank, label] : outcomes) {
        std::string matcher = failureMatcher({label->name, label->some});
        if (!matcher.empty())
            return matcher;
    }
    return {};
}

bool hasWord(const MetricFamily &family, bool (*is)(std::string_view))
{
    return std::ranges::any_of(redWords(family.name), [is](const std::string &word) { return is(word); });
}

bool isTimed(const MetricFamily &family)
{
    const bool distribution = family.type == MetricType::Histogram || family.type == MetricType::Summary;
    const std::string unit = familyUnit(family);
    const bool isTime = unit == "s" || unit == "ms" || unit == "\u00B5s" || unit == "ns";
    return distribution && (isTime || hasWord(family, isDurationWord));
}

bool isSame(std::string_view a, std::string_view b)
{
    const auto stem = [](std::string_view word) {
        return word.size() > 3 && word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
    };
    return stem(a) == stem(b);
}

/// How many words both names have, in the singular or the plural, wherever they stand.
std::size_t sharedWords(const std::vector<std::string> &first, const std::vector<std::string> &second)
{
    return static_cast<std::size_t>(std::ranges::count_if(first, [&second](const std::string &word) {
        return std::ranges::any_of(second, [&word](const std::string &other) { return isSame(word, other); });
    }));
}

/// Something happens, or did before anybody watched.
bool isAwake(const MetricFamily &family)
{
    return family.activity > 0 || (family.observedMs == 0 && !isUnused(family));
}

/// Counts answers by their HTTP status, whatever it is called.
bool countsByStatus(const MetricFamily &family)
{
    return family.type == MetricType::Counter &&
           std::ranges::any_of(family.labels, [](const LabelSpread &label) {
               return outcomeRank(label.name) && areStatusCodes(label.some);
           });
}

/// A counter of what failed, by its name.
bool countsFailures(const MetricFamily &family)
{
    // What moves seldom is not taken for a counter by its values: undeclared "errors" are counted, though.
    const auto isPlural = [](std::string_view word) { return word.ends_with('s') && isFailureWord(word); };
    const bool counts = family.type == MetricType::Counter ||
                        (family.type == MetricType::Unknown && hasWord(family, isPlural));
    return counts && !isRuntimeName(family.name) && hasWord(family, isFailureWord);
}

/// A counter of failures, and what it says besides that.
struct FailureCounter
{
    const MetricFamily *family = nullptr;
    std::vector<std::string> words;
    bool isPlain = false; ///< "errors" or "failures", rather than what else may go wrong
};

using FailureCounters = std::vector<FailureCounter>;

FailureCounters failureCounters(std::span<const FamilyGroup> groups)
{
    FailureCounters counters;
    for (const FamilyGroup &group : groups) {
        for (const MetricFamily &family : group.families) {
            if (!countsFailures(family))
                continue;
            const bool isPlain = family.name.find("error") != std::string::npos ||
                                 family.name.find("fail") != std::string::npos;
            counters.push_back({&family, subjectWords(family.name), isPlain});
        }
    }
    return counters;
}

/// How well a counter of failures goes with requests that are called so; 0: not at all. All of what it says
/// besides must be said of them, too: the errors of a database are none of the web's.
int companionScore(const FailureCounter &failures, const std::vector<std::string> &requests)
{
    const std::vector<std::string> &own = failures.words;
    const std::size_t shared = sharedWords(own, requests);
    const bool isAll = shared == own.size();
    const bool beginsAlike = !own.empty() && !requests.empty() && isSame(own.front(), requests.front());
    if (!isAll && !beginsAlike)
        return 0;
    return 4 * static_cast<int>(shared) + (failures.isPlain ? 2 : 1) + (isAll ? 2 : 0);
}

bool hasCompanion(const FailureCounters &failures, const MetricFamily &requests)
{
    const std::vector<std::string> words = subjectWords(requests.name);
    return std::ranges::any_of(
        failures, [&words](const FailureCounter &counter) { return companionScore(counter, words) > 0; });
}

/// How much a family says of what the program is asked for; 0: nothing.
int workScoreOf(const MetricFamily &family, const FailureCounters &failures)
{
    constexpr int awake = 20;
    constexpr int answers = 5;
    if (isRuntimeName(family.name) || isUnused(family))
        return 0;
    const int named = std::max(workScore(redWords(family.name)), countsByStatus(family) ? answers : 0);
    if (named == 0 && !isAwake(family))
        return 0;
    const bool tells = !errorMatcherOf(family).empty() || hasCompanion(failures, family);
    // Without a word for it: what is told to fail is asked for, what takes time too.
    if (named == 0)
        return tells || hasWord(family, isDurationWord) ? 1 : 0;
    return named + (tells ? 2 : 0) + (isAwake(family) ? awake : 0);
}

/// Counts what the program does, rather than bytes, time or trouble.
bool countsEvents(const MetricFamily &family)
{
    const std::string unit = familyUnit(family);
    return family.type == MetricType::Counter && !countsTrouble(family) && !countsFailures(family) &&
           unit != "Bps" && unit != "percentunit";
}

/// Where no name tells what is asked for, the busiest of few counters does.
const MetricFamily *loneCounter(std::span<const FamilyGroup> groups)
{
    constexpr std::size_t few = 3;
    const MetricFamily *busiest = nullptr;
    std::size_t awake = 0;
    for (const FamilyGroup &group : groups) {
        for (const MetricFamily &family : group.families) {
            if (!countsEvents(family) || !isAwake(family) || isRuntimeName(family.name))
                continue;
            ++awake;
            if (busiest == nullptr || family.changePerSecond > busiest->changePerSecond)
                busiest = &family;
        }
    }
    return awake <= few ? busiest : nullptr;
}

/// The best family by a score above 0; of equals the busier.
template<typename Score>
const MetricFamily *best(std::span<const FamilyGroup> groups, Score score)
{
    const MetricFamily *found = nullptr;
    std::tuple<int, bool, double> highest{0, false, 0};
    for (const FamilyGroup &group : groups) {
        for (const MetricFamily &family : group.families) {
            const std::tuple<int, bool, double> reached{score(family), family.activity > 0,
                                                        family.changePerSecond};
            if (std::get<int>(reached) > 0 && reached > highest) {
                highest = reached;
                found = &family;
            }
        }
    }
    return found;
}

/// The distribution of times that belongs to these requests, or says most by itself.
const MetricFamily *durationFor(std::span<const FamilyGroup> groups, const MetricFamily *requests)
{
    return best(groups, [requests](const MetricFamily &family) {
        if (!isTimed(family) || !isAwake(family) || isRuntimeName(family.name))
            return 0;
        if (&family == requests)
            return 100;
        const auto shared = requests != nullptr ? sharedWords(redWords(family.name), redWords(requests->name))
                                                : std::size_t{0};
        return 1 + workScore(redWords(family.name)) + 3 * static_cast<int>(std::min<std::size_t>(shared, 4));
    });
}

/// A counter of failures that is named like these requests; of equals the busier.
const MetricFamily *errorsOf(const FailureCounters &failures, const MetricFamily &requests)
{
    const std::vector<std::string> words = subjectWords(requests.name);
    const MetricFamily *found = nullptr;
    std::tuple<int, bool, double> highest{0, false, 0};
    for (const FailureCounter &counter : failures) {
        const std::tuple<int, bool, double> reached{
            companionScore(counter, words), counter.family->activity > 0, counter.family->changePerSecond};
        if (std::get<int>(reached) > 0 && reached > highest) {
            highest = reached;
            found = counter.family;
        }
    }
    return found;
}

std::set<std::string, std::less<>> failuresOf(const FailureCounters &failures, const MetricFamily &requests)
{
    const std::vector<std::string> words = subjectWords(requests.name);
    std::set<std::string, std::less<>> names;
    for (const FailureCounter &counter : failures) {
        if (companionScore(counter, words) > 0)
            names.insert(counter.family->name);
    }
    return names;
}

} // namespace

RedSubject redSubject(std::span<const FamilyGroup> groups)
{
    RedSubject subject;
    const FailureCounters failures = failureCounters(groups);
    const MetricFamily *counter = best(groups, [&failures](const MetricFamily &family) {
        return countsEvents(family) ? workScoreOf(family, failures) : 0;
    });
    const MetricFamily *distribution = best(groups, [&failures](const MetricFamily &family) {
        const bool isCounted = isTimed(family) && family.parts.averages && isAwake(family);
        return isCounted ? workScoreOf(family, failures) : 0;
    });
    const int counterScore = counter != nullptr ? workScoreOf(*counter, failures) : 0;
    const int timedScore = distribution != nullptr ? workScoreOf(*distribution, failures) : 0;
    if (counterScore > 0 && counterScore >= timedScore) {
        subject.requests = counter;
        subject.requestSamples = subject.requests->sampleName;
    } else if (timedScore > 0) {
        subject.requests = distribution;
        subject.requestSamples = subject.requests->name + "_count";
    } else if (const MetricFamily *lone = loneCounter(groups)) {
        subject.requests = lone;
        subject.requestSamples = lone->sampleName;
    }
    subject.duration = durationFor(groups, subject.requests);
    if (subject.requests == nullptr)
        return subject;
    if (isAwake(*subject.requests))
        subject.failures = failuresOf(failures, *subject.requests);
    subject.errorMatcher = errorMatcherOf(*subject.requests);
    if (subject.errorMatcher.empty())
        subject.errors = errorsOf(failures, *subject.requests);
    subject.errorsApart = subject.errors != nullptr && hasWord(*subject.requests, isSuccessWord);
    return subject;
}

} // namespace sightglass
