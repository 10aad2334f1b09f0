// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/cardinality.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>

namespace sightglass {

namespace {

constexpr std::size_t mostLabels = 16;
constexpr std::size_t shapeSample = 32;

std::size_t countDistinct(std::vector<std::uint64_t> &numbers)
{
    std::sort(numbers.begin(), numbers.end());
    return static_cast<std::size_t>(std::unique(numbers.begin(), numbers.end()) - numbers.begin());
}

/// The distinct pairs of name and value in a family, sorted.
std::vector<PageLabel> distinctLabels(const ExposedPage &page, const PageFamily &family)
{
    std::vector<PageLabel> labels;
    for (const std::uint32_t number : family.samples) {
        const auto of = page.labelsOf(page.samples[number]);
        labels.insert(labels.end(), of.begin(), of.end());
    }
    std::sort(labels.begin(), labels.end());
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    return labels;
}

/// The labels of one name among sorted ones.
using LabelRun = std::span<const PageLabel>;

std::vector<LabelRun> runsByName(std::span<const PageLabel> labels)
{
    std::vector<LabelRun> runs;
    for (std::size_t begin = 0; begin < labels.size();) {
        std::size_t end = begin;
        while (end < labels.size() && labels[end].name == labels[begin].name)
            ++end;
        runs.push_back(labels.subspan(begin, end - begin));
        begin = end;
    }
    return runs;
}

/// Whether every series of the family has the label.
bool isEverywhere(const ExposedPage &page, const PageFamily &family, std::string_view label)
{
    return std::all_of(family.samples.begin(), family.samples.end(), [&](std::uint32_t number) {
        return page.labelValue(page.samples[number], label).has_value();
    });
}

LabelCardinality labelCardinality(const ExposedPage &page, const PageFamily &family, LabelRun run,
                                  std::size_t series)
{
    LabelCardinality result;
    result.name = page.text(run.front().name);
    result.values = run.size();
    const std::string_view name = page.text(run.front().name);
    result.seriesWithout = run.size() < 2 && isEverywhere(page, family, name)
                               ? series
                               : seriesWithout(page, family, std::span(&name, 1));
    std::vector<std::string_view> values;
    const std::size_t step = run.size() / shapeSample + 1;
    for (std::size_t i = 0; i < run.size(); i += step)
        values.push_back(page.text(run[i].value));
    result.shape = shapeOf(values);
    if (result.shape != LabelShape::Words)
        result.example = values.front();
    return result;
}

FamilyCardinality familyCardinality(const ExposedPage &page, std::uint32_t number, std::size_t series,
                                    const std::stop_token &stop)
{
    const PageFamily &family = page.families[number];
    FamilyCardinality result;
    result.family = number;
    result.name = page.name(family);
    result.series = series;

    const std::vector<PageLabel> labels = distinctLabels(page, family);
    std::vector<LabelRun> runs = runsByName(labels);
    std::erase_if(runs, [&page](LabelRun run) {
        const std::string_view name = page.text(run.front().name);
        return name == "le" || name == "quantile";
    });
    std::stable_sort(runs.begin(), runs.end(), [](LabelRun a, LabelRun b) { return a.size() > b.size(); });
    runs.resize(std::min(runs.size(), mostLabels));
    for (const LabelRun run : runs) {
        if (stop.stop_requested())
            break;
        result.labels.push_back(labelCardinality(page, family, run, series));
    }
    return result;
}

} // namespace

std::vector<std::size_t> seriesByFamily(const ExposedPage &page)
{
    std::vector<std::size_t> series;
    std::vector<std::uint64_t> identities;
    for (const PageFamily &family : page.families) {
        identities.clear();
        for (const std::uint32_t number : family.samples)
            identities.push_back(page.samples[number].identity);
        series.push_back(countDistinct(identities));
    }
    return series;
}

std::size_t seriesWithout(const ExposedPage &page, const PageFamily &family,
                          std::span<const std::string_view> labels)
{
    std::vector<std::uint64_t> identities;
    for (const std::uint32_t number : family.samples) {
        const PageSample &sample = page.samples[number];
        std::uint64_t identity = sample.identity;
        for (const PageLabel label : page.labelsOf(sample)) {
            const bool goes = std::find(labels.begin(), labels.end(), page.text(label.name)) != labels.end();
            if (goes && !page.text(label.value).empty())
                identity -= page.identityOf(label);
        }
        identities.push_back(identity);
    }
    return countDistinct(identities);
}

bool followsFrom(const ExposedPage &page, const PageFamily &family, std::string_view label,
                 std::string_view other)
{
    std::unordered_map<std::string_view, std::string_view> values;
    return std::all_of(family.samples.begin(), family.samples.end(), [&](std::uint32_t number) {
        const PageSample &sample = page.samples[number];
        const std::string_view value = page.labelValue(sample, label).value_or("");
        return values.try_emplace(page.labelValue(sample, other).value_or(""), value).first->second == value;
    });
}

std::vector<FamilyCardinality> cardinalityOf(const ExposedPage &page, std::size_t most,
                                             const std::stop_token &stop)
{
    const std::vector<std::size_t> series = seriesByFamily(page);
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t number = 0; number < page.families.size(); ++number) {
        if (!page.families[number].samples.empty())
            numbers.push_back(number);
    }
    std::stable_sort(numbers.begin(), numbers.end(),
                     [&series](std::uint32_t a, std::uint32_t b) { return series[a] > series[b]; });
    numbers.resize(std::min(numbers.size(), most));
    std::vector<FamilyCardinality> result;
    for (const std::uint32_t number : numbers) {
        if (stop.stop_requested())
            break;
        result.push_back(familyCardinality(page, number, series[number], stop));
    }
    return result;
}

} // namespace sightglass
