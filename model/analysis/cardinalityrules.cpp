// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/ruleset.h"

#include <algorithm>
#include <array>
#include <string>

namespace sightglass {

namespace {

constexpr DiagnosticSeverity wrong = DiagnosticSeverity::Wrong;
constexpr DiagnosticSeverity advice = DiagnosticSeverity::Advice;

constexpr std::size_t manySeries = 1000;
constexpr std::size_t manyValues = 100;
constexpr std::size_t fewestOfShape = 10;

constexpr FindingRule familySeries{
    "many-series", advice, "%1 has %2 series, %3 of the page's %4",
    "Prometheus keeps every series in memory for hours: it costs, and slows queries.",
    "Drop or coarsen the label that makes most of them."};
constexpr FindingRule labelValues{
    "many-label-values", advice,
    "label %2 of %1 has %3 values; without it the metric's %4 series would be %5",
    "Prometheus keeps every series in memory for hours: it costs, and slows queries.",
    "Leave the label out where the metric is made, or group its values; labeldrop alone would make equal "
    "series "
    "of them, of which Prometheus keeps one."};
constexpr FindingRule redundant{
    "redundant-label", advice,
    "label %2 of %1 has %3 values that follow from label %4: without it the metric still has %5 series, "
    "without both %6",
    "Prometheus keeps every series in memory for hours: it costs, and slows queries.",
    "Dropping %2 alone saves no series: drop or group both labels, or none."};
constexpr FindingRule boundless{
    "boundless-label",
    wrong,
    "the %3 values of label %2 of %1 look like %4: %5",
    "Every new value is a new series for ever: memory and disk grow without end.",
    "Take the label away; what identifies a single request or user belongs into logs and traces.",
    4};

void checkFamilies(const Examination &in, FindingSink &sink)
{
    for (const FamilyCardinality &family : in.cardinality) {
        if (family.series <= manySeries)
            continue;
        const std::size_t share = family.series * 100 / in.series;
        sink.report(familySeries, aboutFamily(in.page, in.page.families[family.family]),
                    {family.name, std::to_string(family.series), std::to_string(share) + " %",
                     std::to_string(in.series)});
    }
}

/// A label in the first series that has it.
FindingSubject aboutFirst(const ExposedPage &page, const FamilyCardinality &family, std::string_view label)
{
    for (const std::uint32_t number : page.families[family.family].samples) {
        const PageSample &sample = page.samples[number];
        if (page.labelValue(sample, label))
            return aboutLabel(page, sample, label);
    }
    return {{}, family.name, label};
}

/// A label that saves nothing because another one tells the same. Of two that follow from each other the one
/// further behind in the list is reported.
void checkRedundant(const Examination &in, const FamilyCardinality &family, const LabelCardinality &label,
                    FindingSink &sink)
{
    const PageFamily &metric = in.page.families[family.family];
    for (const LabelCardinality &other : family.labels) {
        const bool isBehind = &other < &label;
        if (&other == &label || !followsFrom(in.page, metric, label.name, other.name) ||
            (!isBehind && followsFrom(in.page, metric, other.name, label.name)))
            continue;
        const std::array<std::string_view, 2> both = {label.name, other.name};
        return sink.report(redundant, aboutFirst(in.page, family, label.name),
                           {family.name, label.name, std::to_string(label.values), other.name,
                            std::to_string(label.seriesWithout),
                            std::to_string(seriesWithout(in.page, metric, both))});
    }
}

/// Whether the metric is a tenth smaller without the label.
bool savesMuch(const FamilyCardinality &family, const LabelCardinality &label)
{
    return label.seriesWithout <= family.series - family.series / 10 && label.seriesWithout < family.series;
}

void checkManyValues(const Examination &in, const FamilyCardinality &family, const LabelCardinality &label,
                     FindingSink &sink)
{
    if (savesMuch(family, label))
        sink.report(labelValues, aboutFirst(in.page, family, label.name),
                    {family.name, label.name, std::to_string(label.values), std::to_string(family.series),
                     std::to_string(label.seriesWithout)});
    else if (label.seriesWithout == family.series)
        checkRedundant(in, family, label, sink);
}

void checkLabels(const Examination &in, FindingSink &sink)
{
    for (const FamilyCardinality &family : in.cardinality) {
        for (const LabelCardinality &label : family.labels) {
            if (in.stop.stop_requested())
                return;
            if (label.values > manyValues)
                checkManyValues(in, family, label, sink);
            if (label.values >= fewestOfShape && label.shape != LabelShape::Words)
                sink.report(boundless, aboutFirst(in.page, family, label.name),
                            {family.name, label.name, std::to_string(label.values), shapeName(label.shape),
                             label.example});
        }
    }
}

constexpr std::array rules = {&familySeries, &labelValues, &redundant, &boundless};
constexpr std::array<PageCheck, 2> pageChecks = {checkFamilies, checkLabels};

} // namespace

RuleSet cardinalityRules()
{
    return {rules, pageChecks, {}, shapeNames()};
}

} // namespace sightglass
