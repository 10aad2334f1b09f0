// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/ruleset.h"
#include "parser/base/numbertext.h"
#include "parser/exposition/sampleplaces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace sightglass {

namespace {

constexpr DiagnosticSeverity wrong = DiagnosticSeverity::Wrong;
constexpr DiagnosticSeverity advice = DiagnosticSeverity::Advice;

constexpr std::size_t longestValue = 200;

constexpr FindingRule duplicateSample{"duplicate-sample", wrong, "%1 is there twice with the same labels",
                                      "Prometheus keeps the first and drops the others.",
                                      "Expose every series once: add up, or tell them apart by a label."};
constexpr FindingRule reorderedDuplicate{
    "duplicate-reordered", wrong, "%1 is there twice: the same labels in another order",
    "Labels have no order: Prometheus keeps the first and drops the others.", "Expose every series once."};
constexpr FindingRule emptyLabel{"empty-label", advice, "label %1 is empty",
                                 "An empty label is the same as none: Prometheus drops it.",
                                 "Leave the label out, or give it a value such as \"none\"."};
constexpr FindingRule reservedLabelName{
    "reserved-label-name", wrong, "label %1 begins with two underscores",
    "Prometheus keeps such names for itself; __name__ changes the series' name, others may be dropped.",
    "Rename the label."};
constexpr FindingRule labelCollision{
    "label-collision", wrong, "label %1 is also a label that the scrape adds",
    "Prometheus renames the exposed label to exported_%1; the target's own takes its place.",
    "Rename the label, or scrape with honor_labels: true if the exposed one is to win."};
constexpr FindingRule longLabelValue{"long-label-value", wrong, "a value of label %1 has %2 bytes",
                                     "Prometheus takes it, and keeps it in memory with every series.",
                                     "Texts such as messages and statements belong into a log, not a label."};
constexpr FindingRule counterNegative{"counter-negative", wrong, "counter %1 is negative: %2",
                                      "Prometheus takes it; rate() sees resets that are none.",
                                      "A counter counts up from zero. What goes down is a gauge."};
constexpr FindingRule counterNaN{"counter-nan", wrong, "counter %1 is NaN",
                                 "Prometheus takes it; sums and rates over it become NaN.",
                                 "Expose a number, or leave the series out until there is one."};

/// Of series whose identities are equal: whether their labels are, whatever their order.
enum class Likeness
{
    Different,
    Same,
    Reordered
};

Likeness compare(const ExposedPage &page, const PageSample &a, const PageSample &b)
{
    const auto labelsA = page.labelsOf(a);
    const auto labelsB = page.labelsOf(b);
    if (a.name != b.name)
        return Likeness::Different;
    if (std::equal(labelsA.begin(), labelsA.end(), labelsB.begin(), labelsB.end()))
        return Likeness::Same;
    const auto sorted = [&page](std::span<const PageLabel> labels) {
        std::vector<PageLabel> result(labels.begin(), labels.end());
        std::erase_if(result, [&page](PageLabel label) { return page.text(label.value).empty(); });
        std::sort(result.begin(), result.end());
        return result;
    };
    return sorted(labelsA) == sorted(labelsB) ? Likeness::Reordered : Likeness::Different;
}

void reportDuplicate(const ExposedPage &page, const PageSample &first, const PageSample &second,
                     FindingSink &sink)
{
    const Likeness likeness = compare(page, first, second);
    if (likeness != Likeness::Different)
        sink.report(likeness == Likeness::Same ? duplicateSample : reorderedDuplicate,
                    aboutSample(page, second), {page.text(second.name)});
}

/// OpenMetrics allows several points of a series, each with a time of its own.
void checkDuplicates(const Examination &in, FindingSink &sink)
{
    const ExposedPage &page = in.page;
    const bool pointsMayFollow = page.format == ExpositionFormat::OpenMetricsText;
    const auto key = [&page, pointsMayFollow](std::uint32_t number) {
        const PageSample &sample = page.samples[number];
        return std::pair(sample.identity, pointsMayFollow ? sample.timestampMs : std::nullopt);
    };
    std::vector<std::uint32_t> order(page.samples.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&key](std::uint32_t a, std::uint32_t b) {
        return std::tuple(key(a), a) < std::tuple(key(b), b);
    });
    std::size_t first = 0;
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (key(order[i]) != key(order[first]))
            first = i;
        else
            reportDuplicate(page, page.samples[order[first]], page.samples[order[i]], sink);
    }
}

/// The labels of samples that are looked at one after another: a line is searched once.
class LabelSubjects
{
public:
    explicit LabelSubjects(const ExposedPage &page)
        : m_page(page)
    {}

    FindingSubject about(const PageSample &sample, std::size_t label)
    {
        if (m_sample != &sample) {
            m_places = samplePlaces(m_page.textBody(), sample.span.begin).labels;
            m_sample = &sample;
        }
        FindingSubject subject = aboutSample(m_page, sample);
        subject.label = m_page.text(m_page.labelsOf(sample)[label].name);
        if (label < m_places.size())
            subject.span = m_places[label].whole();
        return subject;
    }

private:
    const ExposedPage &m_page;
    const PageSample *m_sample = nullptr;
    std::vector<LabelPlace> m_places; ///< of that sample
};

/// A rule about labels by themselves, found at most once for a family and a label name.
struct LabelRule
{
    const FindingRule &rule; ///< %1: the name, %2: the length of the value
    bool (*finds)(std::string_view name, std::string_view value);
};

constexpr std::array<LabelRule, 3> labelRules = {{
    {emptyLabel, [](std::string_view, std::string_view value) { return value.empty(); }},
    {longLabelValue, [](std::string_view, std::string_view value) { return value.size() > longestValue; }},
    {reservedLabelName, [](std::string_view name, std::string_view) { return name.starts_with("__"); }},
}};

void checkLabels(const Examination &in, FindingSink &sink)
{
    LabelSubjects subjects(in.page);
    std::set<std::tuple<const FindingRule *, std::uint32_t, Symbol>> said;
    for (const PageSample &sample : in.page.samples) {
        const auto labels = in.page.labelsOf(sample);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const std::string_view name = in.page.text(labels[i].name);
            const std::string_view value = in.page.text(labels[i].value);
            for (const auto &[rule, finds] : labelRules) {
                if (finds(name, value) && said.emplace(&rule, sample.family, labels[i].name).second)
                    sink.report(rule, subjects.about(sample, i), {name, std::to_string(value.size())});
            }
        }
    }
}

/// Once for a label of the whole page: it is the same everywhere.
void checkCollisions(const Examination &in, FindingSink &sink)
{
    if (in.facts.honorLabels)
        return;
    const auto isTargets = [&in](std::string_view name) {
        return in.facts.targetLabels.empty() ? name == "job" || name == "instance"
                                             : !in.facts.targetLabels.value(name).empty();
    };
    LabelSubjects subjects(in.page);
    std::set<Symbol> said;
    for (const PageSample &sample : in.page.samples) {
        const auto labels = in.page.labelsOf(sample);
        for (std::size_t i = 0; i < labels.size(); ++i) {
            const std::string_view name = in.page.text(labels[i].name);
            if (!isTargets(name) || in.page.text(labels[i].value).empty() ||
                !said.insert(labels[i].name).second)
                continue;
            FindingSubject subject = subjects.about(sample, i);
            subject.metric = {};
            sink.report(labelCollision, subject, {name});
        }
    }
}

bool countsUp(const ExposedPage &page, const PageFamily &family, const PageSample &sample)
{
    const std::string_view suffix = page.suffixOf(sample);
    if (family.type == MetricType::Counter)
        return suffix != "_created";
    const bool hasCounts = family.type == MetricType::Histogram || family.type == MetricType::Summary;
    return hasCounts && (suffix == "_count" || suffix == "_bucket");
}

void checkCounters(const Examination &in, const PageFamily &family, FindingSink &sink)
{
    for (const std::uint32_t number : family.samples) {
        const PageSample &sample = in.page.samples[number];
        if (sample.isNative || !countsUp(in.page, family, sample))
            continue;
        if (std::isnan(sample.value))
            sink.report(counterNaN, aboutValue(in.page, sample), {in.page.text(sample.name)});
        else if (sample.value < 0)
            sink.report(counterNegative, aboutValue(in.page, sample),
                        {in.page.text(sample.name), formatFloat(sample.value)});
    }
}

constexpr std::array rules = {&duplicateSample, &reorderedDuplicate, &emptyLabel,      &reservedLabelName,
                              &labelCollision,  &longLabelValue,     &counterNegative, &counterNaN};
constexpr std::array<PageCheck, 3> pageChecks = {checkDuplicates, checkLabels, checkCollisions};
constexpr std::array<FamilyExamination, 1> familyChecks = {checkCounters};

} // namespace

RuleSet seriesRules()
{
    return {rules, pageChecks, familyChecks};
}

} // namespace sightglass
