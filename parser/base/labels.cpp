// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/labels.h"

#include "parser/base/quoting.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace sightglass {

namespace {

std::uint64_t hashItems(const std::vector<Label> &items)
{
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL;
    const auto mix = [&hash](std::string_view text) {
        hash ^= std::hash<std::string_view>{}(text) + 0x9E3779B97F4A7C15ULL + (hash << 6U) + (hash >> 2U);
    };
    for (const Label &label : items) {
        mix(label.name);
        mix(label.value);
    }
    return hash;
}

bool contains(std::span<const std::string> names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

Labels::Labels(std::vector<Label> labels)
{
    std::stable_sort(labels.begin(), labels.end(),
                     [](const Label &a, const Label &b) { return a.name < b.name; });
    std::vector<Label> unique;
    unique.reserve(labels.size());
    for (Label &label : labels) {
        if (!unique.empty() && unique.back().name == label.name)
            unique.back() = std::move(label);
        else
            unique.push_back(std::move(label));
    }
    std::erase_if(unique, [](const Label &label) { return label.value.empty(); });
    *this = fromSorted(std::move(unique));
}

Labels Labels::withName(std::string_view metric, std::vector<Label> labels)
{
    labels.push_back({std::string(metricNameLabel), std::string(metric)});
    return Labels(std::move(labels));
}

Labels Labels::fromSorted(std::vector<Label> items)
{
    Labels labels;
    if (!items.empty()) {
        const std::uint64_t hash = hashItems(items);
        labels.m_data = std::make_shared<const Data>(Data{std::move(items), hash});
    }
    return labels;
}

std::span<const Label> Labels::items() const noexcept
{
    return m_data ? std::span<const Label>(m_data->items) : std::span<const Label>();
}

std::string_view Labels::value(std::string_view name) const noexcept
{
    for (const Label &label : items()) {
        if (label.name == name)
            return label.value;
    }
    return {};
}

Labels Labels::with(std::string_view name, std::string_view value) const
{
    std::vector<Label> items(begin(), end());
    const auto at =
        std::lower_bound(items.begin(), items.end(), name,
                         [](const Label &label, std::string_view wanted) { return label.name < wanted; });
    const bool present = at != items.end() && at->name == name;
    if (value.empty()) {
        if (!present)
            return *this;
        items.erase(at);
    } else if (present) {
        at->value = value;
    } else {
        items.insert(at, {std::string(name), std::string(value)});
    }
    return fromSorted(std::move(items));
}

Labels Labels::keeping(std::span<const std::string> names) const
{
    std::vector<Label> kept;
    std::copy_if(begin(), end(), std::back_inserter(kept),
                 [names](const Label &label) { return contains(names, label.name); });
    return fromSorted(std::move(kept));
}

Labels Labels::dropping(std::span<const std::string> names) const
{
    std::vector<Label> kept;
    std::copy_if(begin(), end(), std::back_inserter(kept),
                 [names](const Label &label) { return !contains(names, label.name); });
    return fromSorted(std::move(kept));
}

std::string Labels::toString() const
{
    const std::string_view metric = metricName();
    const bool plainName = isLegacyMetricName(metric);
    std::string pairs;
    if (!metric.empty() && !plainName)
        pairs = goQuoted(metric);
    for (const Label &label : items()) {
        if (label.name == metricNameLabel)
            continue;
        if (!pairs.empty())
            pairs += ", ";
        pairs += isLegacyLabelName(label.name) ? label.name : goQuoted(label.name);
        pairs += '=';
        pairs += goQuoted(label.value);
    }
    std::string text(plainName ? metric : std::string_view());
    if (!pairs.empty() || !plainName)
        text += '{' + pairs + '}';
    return text;
}

bool operator==(const Labels &a, const Labels &b) noexcept
{
    if (a.m_data == b.m_data)
        return true;
    return a.hash() == b.hash() && std::equal(a.begin(), a.end(), b.begin(), b.end());
}

std::strong_ordering operator<=>(const Labels &a, const Labels &b) noexcept
{
    return std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end());
}

} // namespace sightglass
