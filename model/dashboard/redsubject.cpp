// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/familytext.h"
#include "model/dashboard/familytraits.h"
#include "model/dashboard/promqltext.h"
#include "model/dashboard/redtiles.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace sightglass {

namespace {

/// Words for what is asked of a service, and how much they say.
constexpr std::array<std::pair<std::string_view, int>, 24> workWords = {{
    {"requests", 8},  {"request", 8},   {"http", 7},       {"rpc", 7},          {"grpc", 7},
    {"queries", 6},   {"query", 6},     {"calls", 6},      {"commands", 6},     {"command", 6},
    {"responses", 5}, {"response", 5},  {"statements", 5}, {"transactions", 5}, {"operations", 4},
    {"jobs", 4},      {"tasks", 4},     {"messages", 3},   {"events", 3},       {"records", 3},
    {"processed", 2}, {"evaluated", 2}, {"req", 8},        {"reqs", 8},
}};

/// Labels that tell how something ended.
constexpr std::array<std::string_view, 13> outcomeLabels = {
    "code",    "status", "status_code", "http_status", "http_code", "grpc_code", "response_code",
    "outcome", "result", "kind",        "success",     "error",     "state"};

constexpr std::array<std::string_view, 12> failureWords = {
    "error",   "fail",    "timeout", "exception", "internal", "unavailable",
    "unknown", "aborted", "reject",  "denied",    "invalid",  "server_error"};

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

int workScore(std::string_view name)
{
    int score = 0;
    for (const std::string_view word : metricWords(name)) {
        for (const auto &[known, value] : workWords)
            score = word == known ? std::max(score, value) : score;
    }
    return score;
}

bool isStatusCode(std::string_view value)
{
    return value.size() == 3 && value[0] >= '1' && value[0] <= '5' &&
           std::all_of(value.begin(), value.end(), [](char c) { return (c >= '0' && c <= '9') || c == 'x'; });
}

bool saysFailure(std::string_view label, std::string_view value)
{
    if (label == "success")
        return value == "false" || value == "0";
    if (label == "error")
        return value == "true" || value == "1";
    const std::string text = lowered(value);
    return std::any_of(failureWords.begin(), failureWords.end(),
                       [&text](std::string_view word) { return text.find(word) != std::string::npos; });
}

/// A matcher for the series that count failures, by a label whose values say so.
std::string errorMatcherOf(const MetricFamily &family)
{
    for (const std::string_view wanted : outcomeLabels) {
        const auto label = std::find_if(family.labels.begin(), family.labels.end(),
                                        [wanted](const LabelSpread &one) { return one.name == wanted; });
        if (label == family.labels.end() || label->some.empty())
            continue;
        if (std::all_of(label->some.begin(), label->some.end(), isStatusCode))
            return labelNameText(label->name) + "=~\"5..\"";
        std::string alternatives;
        for (const std::string &value : label->some) {
            if (saysFailure(label->name, value))
                alternatives += (alternatives.empty() ? "" : "|") + regexQuoted(value);
        }
        if (!alternatives.empty())
            return labelNameText(label->name) + "=~" + goQuoted(alternatives);
    }
    return {};
}

bool isTimed(const MetricFamily &family)
{
    const bool distribution = family.type == MetricType::Histogram || family.type == MetricType::Summary;
    const std::string unit = familyUnit(family);
    return distribution && (unit == "s" || unit == "ms" || unit == "\u00B5s" || unit == "ns");
}

std::size_t sharedWords(const MetricFamily &a, const MetricFamily &b)
{
    const auto first = metricWords(a.name);
    const auto second = metricWords(b.name);
    std::size_t shared = 0;
    while (shared < first.size() && shared < second.size() && first[shared] == second[shared])
        ++shared;
    return shared;
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
               return std::ranges::find(outcomeLabels, label.name) != outcomeLabels.end() &&
                      !label.some.empty() && std::ranges::all_of(label.some, isStatusCode);
           });
}

/// How much a family says of what the program is asked for; 0: nothing.
int workScoreOf(const MetricFamily &family)
{
    constexpr int awake = 20;
    constexpr int answers = 5;
    const bool isWork = !isRuntimeName(family.name) && !isUnused(family);
    const int score = isWork ? std::max(workScore(family.name), countsByStatus(family) ? answers : 0) : 0;
    if (score == 0)
        return 0;
    return score + (errorMatcherOf(family).empty() ? 0 : 2) + (isAwake(family) ? awake : 0);
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
                    const auto shared = requests != nullptr ? sharedWords(family, *requests) : std::size_t{0};
                    return 1 + workScore(family.name) +
                           3 * static_cast<int>(std::min<std::size_t>(shared, 4));
                })
        .first;
}

/// A counter of failures that is named like these requests.
const MetricFamily *errorsOf(std::span<const FamilyGroup> groups, const MetricFamily &requests)
{
    return best(groups,
                [&requests](const MetricFamily &family) {
                    const bool fails = countsTrouble(family) && !isRuntimeName(family.name) &&
                                       (family.name.find("error") != std::string::npos ||
                                        family.name.find("fail") != std::string::npos);
                    return fails ? static_cast<int>(sharedWords(family, requests)) : 0;
                })
        .first;
}

} // namespace

RedSubject redSubject(std::span<const FamilyGroup> groups)
{
    RedSubject subject;
    const auto counter = best(groups, [](const MetricFamily &family) {
        const std::string unit = familyUnit(family);
        const bool counts = family.type == MetricType::Counter && !countsTrouble(family) && unit != "Bps" &&
                            unit != "percentunit";
        return counts ? workScoreOf(family) : 0;
    });
    const auto distribution = best(groups, [](const MetricFamily &family) {
        return isTimed(family) && family.parts.averages && isAwake(family) ? workScoreOf(family) : 0;
    });
    const int counterScore = counter.first != nullptr ? workScoreOf(*counter.first) : 0;
    const int timedScore = distribution.first != nullptr ? workScoreOf(*distribution.first) : 0;
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
    return subject;
}

} // namespace sightglass
