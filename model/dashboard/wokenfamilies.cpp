// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/sample.h"
#include "model/dashboard/autoplan.h"
#include "model/dashboard/familypanels.h"
#include "model/dashboard/familytraits.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace sightglass {

namespace {

/// Names of the samples that tell of changes, each with its family's number.
using Witnesses = std::unordered_map<std::string, std::size_t>;

Witnesses witnessesOf(std::span<const MetricFamily> families)
{
    Witnesses names;
    for (std::size_t i = 0; i < families.size(); ++i) {
        const MetricFamily &family = families[i];
        if (isFactByName(family))
            continue;
        if (family.parts.values)
            names.emplace(family.sampleName, i);
        // Whatever is observed is counted.
        if (family.parts.averages) {
            names.emplace(family.name + "_count", i);
            names.emplace(family.name + "_gcount", i);
        } else if (family.parts.buckets) {
            names.emplace(family.name + "_bucket", i);
        }
    }
    return names;
}

bool changes(const std::vector<double> &values)
{
    return std::ranges::adjacent_find(values, [](double a, double b) {
               return !sameBits(a, b) && !isStaleMarker(a) && !isStaleMarker(b);
           }) != values.end();
}

} // namespace

std::vector<std::string> wokenFamilies(const Snapshot &snapshot, const AutoPlan &plan, TimeRange range,
                                       const std::stop_token &cancel)
{
    const Witnesses witnesses = witnessesOf(plan.still);
    if (witnesses.empty())
        return {};
    std::vector<Matcher> matchers;
    for (const LabelView label : plan.targetLabels)
        matchers.push_back({MatchOp::Equal, std::string(label.name), std::string(label.value)});
    std::vector<bool> woken(plan.still.size(), false);
    SampleColumns samples;
    // Series come sorted, those of one name in a row.
    std::string name;
    auto witness = witnesses.end();
    for (const auto &series : snapshot.select(matchers, range)) {
        if (cancel.stop_requested())
            return {};
        if (const std::string_view own = series->labels().metricName(); own != name) {
            name = own;
            witness = witnesses.find(name);
        }
        if (witness == witnesses.end() || woken[witness->second])
            continue;
        readNumbers(*series, range, samples);
        woken[witness->second] = changes(samples.values);
    }
    std::vector<std::string> families;
    for (std::size_t i = 0; i < woken.size(); ++i) {
        if (woken[i])
            families.push_back(plan.still[i].name);
    }
    return families;
}

AutoPlan withWoken(AutoPlan plan, std::span<const std::string> families)
{
    const PanelContext context{plan.targetLabels, plan.texts, 0};
    const auto moved =
        std::stable_partition(plan.still.begin(), plan.still.end(), [families](const MetricFamily &family) {
            return std::ranges::find(families, family.name) == families.end();
        });
    for (auto family = moved; family != plan.still.end(); ++family)
        std::ranges::move(familyPanels(*family, context), std::back_inserter(plan.woken));
    plan.still.erase(moved, plan.still.end());
    return plan;
}

} // namespace sightglass
