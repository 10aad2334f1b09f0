// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/bundles.h"

#include "model/dashboard/familytext.h"
#include "model/dashboard/promqltext.h"
#include "model/query/naturalorder.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

namespace sightglass {

namespace {

/// A line this many times smaller than the largest lies on the axis.
constexpr double widestSpan = 40;
constexpr std::size_t bundlesPerUnit = 2;

double sizeOf(const MetricFamily &family)
{
    if (family.type == MetricType::Counter)
        return family.changePerSecond;
    return std::max(std::fabs(family.highest), std::fabs(family.lowest));
}

/// The titles of the first bundle of a unit and of the one with the smaller lines.
struct Kind
{
    AutoText title;
    AutoText smaller;
};

Kind kindOf(const std::string &unit, bool rates)
{
    using enum AutoText;
    constexpr Kind sizes{Sizes, SmallerSizes};
    constexpr Kind durations{Durations, SmallerDurations};
    static const std::map<std::string_view, Kind> kinds = {
        {"bytes", sizes},
        {"kbytes", sizes},
        {"s", durations},
        {"ms", durations},
        {"Bps", {Bytes, SmallerBytes}},
        {"pps", {Packets, SmallerPackets}},
        {"percentunit", {SharesOfTime, SmallerSharesOfTime}},
    };
    const auto known = kinds.find(unit);
    if (known != kinds.end())
        return known->second;
    return rates ? Kind{Rates, SmallerRates} : Kind{Values, SmallerValues};
}

/// Takes the families from the front that can be seen beside the first, largest one.
std::vector<MetricFamily> takeCluster(std::vector<MetricFamily> &families)
{
    const double largest = sizeOf(families.front());
    const auto end = std::find_if(families.begin(), families.end(), [largest](const MetricFamily &family) {
        return sizeOf(family) * widestSpan < largest;
    });
    std::vector<MetricFamily> cluster(std::make_move_iterator(families.begin()),
                                      std::make_move_iterator(end));
    families.erase(families.begin(), end);
    return cluster;
}

void append(std::vector<MetricFamily> &to, std::vector<MetricFamily> families)
{
    std::move(families.begin(), families.end(), std::back_inserter(to));
}

/// The most active ones, of equally active ones the largest.
Bundle bestOf(std::vector<MetricFamily> cluster, std::vector<MetricFamily> &over)
{
    Bundle bundle;
    bundle.candidates = cluster.size();
    std::stable_sort(cluster.begin(), cluster.end(), [](const MetricFamily &a, const MetricFamily &b) {
        return (a.activity > 0) > (b.activity > 0);
    });
    const auto kept = cluster.begin() + static_cast<std::ptrdiff_t>(std::min(cluster.size(), linesInBundle));
    bundle.families.assign(std::make_move_iterator(cluster.begin()), std::make_move_iterator(kept));
    over.insert(over.end(), std::make_move_iterator(kept), std::make_move_iterator(cluster.end()));
    return bundle;
}

void bundleUnit(std::vector<MetricFamily> families, const std::string &unit, const AutoTexts &texts,
                Bundling &result)
{
    std::stable_sort(families.begin(), families.end(), [](const MetricFamily &a, const MetricFamily &b) {
        const double first = sizeOf(a);
        const double second = sizeOf(b);
        return first != second ? first > second : naturalOrder(a.name, b.name) < 0;
    });
    std::size_t made = 0;
    while (!families.empty()) {
        std::vector<MetricFamily> cluster = takeCluster(families);
        if (cluster.size() < fewestInBundle) {
            append(result.single, std::move(cluster));
        } else if (made == bundlesPerUnit) {
            append(result.over, std::move(cluster));
        } else {
            ++made;
            result.bundles.push_back(bestOf(std::move(cluster), result.over));
            const bool rates = result.bundles.back().families.front().type == MetricType::Counter;
            const Kind kind = kindOf(unit, rates);
            result.bundles.back().title = texts[made > 1 ? kind.smaller : kind.title];
        }
    }
}

} // namespace

Bundling bundled(std::vector<MetricFamily> families, const AutoTexts &texts)
{
    std::map<std::string, std::vector<MetricFamily>> byUnit;
    for (MetricFamily &family : families)
        byUnit[familyUnit(family)].push_back(std::move(family));
    Bundling result;
    for (auto &[unit, alike] : byUnit)
        bundleUnit(std::move(alike), unit, texts, result);
    return result;
}

PanelSpec bundlePanel(const Bundle &bundle, const PanelContext &context)
{
    PanelSpec spec;
    spec.id = "bundle:" + bundle.families.front().name;
    spec.title = bundle.title;
    if (bundle.candidates > bundle.families.size())
        spec.title =
            context.texts.filled(AutoText::SomeOfMany, {bundle.title, std::to_string(bundle.families.size()),
                                                        std::to_string(bundle.candidates)});
    spec.description = familiesDescription(bundle.families);
    spec.field.unit = familyUnit(bundle.families.front());
    legendOf(spec.options)->values = {Calculation::LastNotNull};
    for (const MetricFamily &family : bundle.families) {
        std::string expr = selectorText(family.sampleName, context.targetLabels);
        if (family.type == MetricType::Counter) {
            spec.field.min = 0;
            expr = "rate(" + expr + "[$__rate_interval])";
        }
        if (family.series > 1)
            expr = "sum(" + expr + ")";
        spec.queries.push_back({std::move(expr), familyTitle(family, context.sharedWords), false});
    }
    return spec;
}

} // namespace sightglass
