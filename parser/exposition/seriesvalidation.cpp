// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/seriesvalidation.h"

#include "parser/base/quoting.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

Error invalidSeries(std::string text)
{
    return {ErrorCode::InvalidSeries, {std::move(text)}, {}, {}};
}

bool nameBefore(const LabelView &a, const LabelView &b) noexcept
{
    return a.name < b.name;
}

/// Stable, and by insertion: a series has a handful of labels, mostly in order. Where a page claims to have
/// hundreds it must not take quadratic time.
void sortByName(std::span<LabelView> labels)
{
    constexpr std::size_t handful = 32;
    if (labels.size() > handful) {
        std::stable_sort(labels.begin(), labels.end(), nameBefore);
        return;
    }
    for (std::size_t i = 1; i < labels.size(); ++i) {
        const LabelView label = labels[i];
        std::size_t at = i;
        for (; at > 0 && nameBefore(label, labels[at - 1]); --at)
            labels[at] = labels[at - 1];
        labels[at] = label;
    }
}

/// Removes every label whose name occurs with an empty value, from sorted labels.
void dropAbsent(std::vector<LabelView> &labels)
{
    const auto isEmpty = [](const LabelView &label) { return label.value.empty(); };
    if (std::none_of(labels.begin(), labels.end(), isEmpty))
        return;
    std::vector<LabelView> kept;
    for (auto group = labels.begin(); group != labels.end();) {
        const auto groupEnd = std::upper_bound(group, labels.end(), *group, nameBefore);
        if (std::none_of(group, groupEnd, isEmpty))
            kept.insert(kept.end(), group, groupEnd);
        group = groupEnd;
    }
    labels = std::move(kept);
}

bool hasValidText(const LabelView &label) noexcept
{
    return !label.name.empty() && isValidUtf8(label.name) && isValidUtf8(label.value);
}

} // namespace

Result<Labels> validatedLabels(std::span<const Label> decoded)
{
    std::vector<LabelView> labels;
    labels.reserve(decoded.size());
    for (const Label &label : decoded)
        labels.push_back({label.name, label.value});
    sortByName(labels);
    dropAbsent(labels);
    const auto isName = [](const LabelView &label) { return label.name == metricNameLabel; };
    if (std::none_of(labels.begin(), labels.end(), isName))
        return invalidSeries("missing metric name (__name__ label)");
    const bool valid = std::all_of(labels.begin(), labels.end(), hasValidText);
    const auto twice =
        std::adjacent_find(labels.begin(), labels.end(),
                           [](const LabelView &a, const LabelView &b) { return a.name == b.name; });
    if (valid && twice != labels.end())
        return invalidSeries("label name \"" + std::string(twice->name) + "\" is not unique: invalid sample");
    if (!valid)
        return invalidSeries("invalid metric name or label names: " +
                             Labels(std::vector<Label>(labels.begin(), labels.end())).toString());
    return Labels::fromSorted(labels);
}

} // namespace sightglass
