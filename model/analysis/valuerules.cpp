// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/ruleset.h"
#include "parser/base/asciicase.h"
#include "parser/base/numbertext.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

namespace sightglass {

namespace {

constexpr DiagnosticSeverity wrong = DiagnosticSeverity::Wrong;
constexpr DiagnosticSeverity advice = DiagnosticSeverity::Advice;

constexpr FindingRule infoName{"info-name", advice,
                               "%1 is 1 and its labels tell what something is: an info metric",
                               "Prometheus takes it; joins with info() look for names that end in _info.",
                               "Let its name end in _info, or declare it info in OpenMetrics."};
constexpr FindingRule infoValue{"info-value", wrong, "%1 is an info metric, but its value is %2, not 1",
                                "Prometheus takes it; joins that multiply by it give wrong numbers.",
                                "Expose the value 1, and what it tells as labels."};
constexpr FindingRule stateSet{
    "state-set", advice, "of the %2 states that label %3 of %1 names one is 1, the others are 0: a state set",
    "Prometheus takes it and stores every state as a series of its own.",
    "Select the state by == 1 in queries; in OpenMetrics declare it stateset."};
constexpr FindingRule booleanGauge{
    "boolean-gauge", advice, "%1 is a boolean: 0 or 1",
    "Prometheus takes it; avg_over_time() of it is the share of the time, rate() of it tells nothing.",
    "Say in its HELP what 1 means. What may come and go between two scrapes is better counted."};

bool isInfo(const ExposedPage &page, const PageFamily &family)
{
    return family.type == MetricType::Info ||
           (family.type == MetricType::Gauge && page.name(family).ends_with("_info"));
}

/// Whether labels name a version, a kind or a place of origin: of a count that happens to be 1 they do not.
bool tellsWhatIs(const ExposedPage &page, const PageSample &sample)
{
    static constexpr std::array<std::string_view, 20> words = {
        "version", "revision", "commit",  "branch",  "release",  "build",   "goversion",
        "sha",     "tag",      "edition", "vendor",  "model",    "serial",  "firmware",
        "product", "machine",  "arch",    "sysname", "platform", "compiler"};
    const auto labels = page.labelsOf(sample);
    return std::any_of(labels.begin(), labels.end(), [&page](PageLabel label) {
        const std::string name = asciiLower(page.text(label.name));
        return std::any_of(words.begin(), words.end(),
                           [&name](std::string_view word) { return name.find(word) != std::string::npos; });
    });
}

void checkInfo(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const ExposedPage &page = in.page;
    const std::string_view name = page.name(family);
    if (isInfo(page, family)) {
        const auto bad = std::find_if(family.samples.begin(), family.samples.end(),
                                      [&](std::uint32_t number) { return page.samples[number].value != 1; });
        if (bad != family.samples.end())
            sink.report(infoValue, aboutValue(page, page.samples[*bad]),
                        {name, formatFloat(page.samples[*bad].value)});
        return;
    }
    // One series whose value tells nothing: build_info by another name.
    const PageSample &first = page.samples[family.samples.front()];
    if (family.type == MetricType::Gauge && family.samples.size() == 1 && first.value == 1 &&
        first.labelCount >= 2 && tellsWhatIs(page, first))
        sink.report(infoName, aboutFamily(page, family), {name});
}

bool hasOnlyBooleans(const ExposedPage &page, const PageFamily &family)
{
    return std::all_of(family.samples.begin(), family.samples.end(), [&](std::uint32_t number) {
        const PageSample &sample = page.samples[number];
        return !sample.isNative && (sample.value == 0 || sample.value == 1);
    });
}

/// The label that names states: called so, or as the metric is. What one series per device, node or check has
/// is no state, however many of them are 1.
std::string_view stateLabel(const ExposedPage &page, const PageFamily &family)
{
    static constexpr std::array<std::string_view, 7> words = {"state", "status", "phase", "condition",
                                                              "mode",  "stage",  "health"};
    const std::string_view metric = page.name(family);
    std::string_view found;
    for (const PageLabel label : page.labelsOf(page.samples[family.samples.front()])) {
        const std::string_view name = page.text(label.name);
        const bool isMetrics = metric == name || metric.ends_with('_' + std::string(name));
        if (isMetrics || (found.empty() && std::find(words.begin(), words.end(), name) != words.end()))
            found = name;
    }
    return found;
}

struct States
{
    std::size_t all = 0;
    std::size_t ones = 0;

    friend bool operator==(const States &, const States &) = default;
};

/// How many states the label names where exactly one of them is 1 for all that the other labels name; else 0.
std::size_t statesOf(const ExposedPage &page, const PageFamily &family, std::string_view label)
{
    std::unordered_map<std::uint64_t, States> groups;
    for (const std::uint32_t number : family.samples) {
        const PageSample &sample = page.samples[number];
        std::uint64_t group = sample.identity;
        bool has = false;
        for (const PageLabel each : page.labelsOf(sample)) {
            if (page.text(each.name) != label || page.text(each.value).empty())
                continue;
            group -= page.identityOf(each);
            has = true;
        }
        if (!has)
            return 0;
        ++groups[group].all;
        groups[group].ones += sample.value == 1 ? 1 : 0;
    }
    const States first = groups.begin()->second;
    const bool same = std::all_of(groups.begin(), groups.end(),
                                  [first](const auto &group) { return group.second == first; });
    return same && first.ones == 1 && first.all >= 2 ? first.all : 0;
}

/// Whether the words before the last one end in a plural: nodes_ready and blocks_loaded are numbers.
bool countsThings(std::string_view words)
{
    static constexpr std::array<std::string_view, 5> singulars = {"us", "ss", "is", "postgres", "kubernetes"};
    words = words.substr(0, words.find_last_not_of('_') + 1);
    return words.ends_with('s') && std::none_of(singulars.begin(), singulars.end(),
                                                [words](auto ending) { return words.ends_with(ending); });
}

/// Names that ask a question whose answer is yes or no.
bool isQuestion(std::string_view name)
{
    static constexpr std::array<std::string_view, 33> words = {
        "up",       "down",      "enabled",     "disabled",  "healthy",  "unhealthy", "ready",
        "active",   "alive",     "available",   "connected", "online",   "offline",   "running",
        "success",  "succeeded", "successful",  "failed",    "failing",  "leader",    "primary",
        "ok",       "valid",     "locked",      "paused",    "present",  "loaded",    "readonly",
        "degraded", "installed", "initialized", "synced",    "suspended"};
    const std::string lower = asciiLower(name);
    const std::string_view last = std::string_view(lower).substr(lower.rfind('_') + 1);
    if (countsThings(std::string_view(lower).substr(0, lower.size() - last.size())))
        return false;
    return std::find(words.begin(), words.end(), last) != words.end() || lower.starts_with("is_") ||
           lower.starts_with("has_") || lower.find("_is_") != std::string::npos ||
           lower.find("_has_") != std::string::npos;
}

void checkBooleans(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    const ExposedPage &page = in.page;
    if (family.type != MetricType::Gauge || isInfo(page, family) || !hasOnlyBooleans(page, family))
        return;
    const std::string_view name = page.name(family);
    const std::string_view label = stateLabel(page, family);
    const std::size_t states = label.empty() ? 0 : statesOf(page, family, label);
    if (states > 0)
        sink.report(stateSet, aboutLabel(page, page.samples[family.samples.front()], label),
                    {name, std::to_string(states), label});
    else if (isQuestion(name))
        sink.report(booleanGauge, aboutFamily(page, family), {name});
}

constexpr std::array rules = {&infoName, &infoValue, &stateSet, &booleanGauge};
constexpr std::array<FamilyExamination, 2> familyChecks = {checkInfo, checkBooleans};

} // namespace

RuleSet valueRules()
{
    return {rules, {}, familyChecks};
}

} // namespace sightglass
