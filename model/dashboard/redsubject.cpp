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

/// How well a counter of failures goes with these requests; 0: not at all. All of what it says besides must
/// be said of them, too: the errors of a database are none of the web's.
int companionScore(const MetricFamily &failures, const MetricFamily &requests)
{
    if (!countsFailures(failures))
        return 0;
    const std::vector<std::string> own = subjectWords(failures.name);
    const std::vector<std::string> wanted = subjectWords(requests.name);
    const std::size_t shared = sharedWords(own, wanted);
    constexpr std::array<std::string_view, 2> plainWords = {"error", "fail"};
    const bool isPlain = std::ranges::any_of(plainWords, [&failures](std::string_view word) {
        return failures.name.find(word) != std::string::npos;
    });
    const int score = 4 * static_cast<int>(shared) + (isPlain ? 2 : 1);
    if (shared == own.size() || (!own.empty() && isSame(own.front(), wanted.empty() ? "" : wanted.front())))
        return score + (shared == own.size() ? 2 : 0);
    return 0;
}

bool hasCompanion(std::span<const FamilyGroup> groups, const MetricFamily &requests)
{
    return std::ranges::any_of(groups, [&requests](const FamilyGroup &group) {
        return std::ranges::any_of(group.families, [&requests](const MetricFamily &family) {
            return companionScore(family, requests) > 0;
        });
    });
}

/// How much a family says of what the program is asked for; 0: nothing.
int workScoreOf(const MetricFamily &family, std::span<const FamilyGroup> groups)
{
    constexpr int awake = 20;
    constexpr int answers = 5;
    if (isRuntimeName(family.name) || isUnused(family))
        return 0;
    const bool tells = !errorMatcherOf(family).empty() || hasCompanion(groups, family);
    const int named = std::max(workScore(redWords(family.name)), countsByStatus(family) ? answers : 0);
    // Without a word for it: what is told to fail is asked for, what takes time too.
    if (named == 0)
        return isAwake(family) && (tells || hasWord(family, isDurationWord)) ? 1 : 0;
    return named + (tells ? 2 : 0) + (isAwake(family) ? awake : 0);
}

/// The best family by a score above 0; of equals the busier.
template<typename Score>
std::pair<const MetricFamily *, const FamilyGroup *> best(std::span<const FamilyGroup> groups, Score score)
{
    std::pair<const MetricFamily *, const FamilyGroup *> found{nullptr, nullptr};
    std::tuple<int, bool, double> highest{0, false, 0};
    for (const FamilyGroup &group : groups) {
        for (const MetricFamily &family : group.families) {
            const std::tuple<int, bool, double> reached{score(family), family.activity > 0,
                                                        family.changePerSecond};
            if (std::get<int>(reached) > 0 && reached > highest) {
                highest = reached;
                found = {&family, &group};
            }
        }
    }
    return found;
}

/// The distribution of times that belongs to these requests, or says most by itself.
const MetricFamily *durationFor(std::span<const FamilyGroup> groups, const MetricFamily *requests)
{
    return best(groups,
                [requests](const MetricFamily &family) {
                    if (!isTimed(family) || !isAwake(family) || isRuntimeName(family.name))
                        return 0;
                    if (&family == requests)
                        return 100;
                    const auto shared = requests != nullptr
                                            ? sharedWords(redWords(family.name), redWords(requests->name))
                                            : std::size_t{0};
                    return 1 + workScore(redWords(family.name)) +
                           3 * static_cast<int>(std::min<std::size_t>(shared, 4));
                })
        .first;
}

/// A counter of failures that is named like these requests.
const MetricFamily *errorsOf(std::span<const FamilyGroup> groups, const MetricFamily &requests)
{
    return best(groups, [&requests](const MetricFamily &family) { return companionScore(family, requests); })
        .first;
}

} // namespace

RedSubject redSubject(std::span<const FamilyGroup> groups)
{
    RedSubject subject;
    const auto counter = best(groups, [groups](const MetricFamily &family) {
        const std::string unit = familyUnit(family);
        const bool counts = family.type == MetricType::Counter && !countsTrouble(family) &&
                            !countsFailures(family) && unit != "Bps" && unit != "percentunit";
        return counts ? workScoreOf(family, groups) : 0;
    });
    const auto distribution = best(groups, [groups](const MetricFamily &family) {
        const bool isCounted = isTimed(family) && family.parts.averages && isAwake(family);
        return isCounted ? workScoreOf(family, groups) : 0;
    });
    const int counterScore = counter.first != nullptr ? workScoreOf(*counter.first, groups) : 0;
    const int timedScore = distribution.first != nullptr ? workScoreOf(*distribution.first, groups) : 0;
    if (counterScore > 0 && counterScore >= timedScore) {
        std::tie(subject.requests, subject.group) = counter;
        subject.requestSamples = subject.requests->sampleName;
    } else if (timedScore > 0) {
        std::tie(subject.requests, subject.group) = distribution;
        subject.requestSamples = subject.requests->name + "_count";
    }
    subject.duration = durationFor(groups, subject.requests);
    if (subject.requests == nullptr)
        return subject;
    subject.errorMatcher = errorMatcherOf(*subject.requests);
    if (subject.errorMatcher.empty())
        subject.errors = errorsOf(groups, *subject.requests);
    subject.errorsApart = subject.errors != nullptr && hasWord(*subject.requests, isSuccessWord);
    return subject;
}

} // namespace sightglass
