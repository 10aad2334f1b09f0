// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/seriesvalidation.h"

#include "parser/base/quoting.h"

#include <algorithm>
#include <iterator>

namespace sightglass {

namespace {

Error invalidSeries(std::string text)
{
    return {ErrorCode::InvalidSeries, {std::move(text)}, {}, {}};
}

bool nameBefore(const Label &a, const Label &b) noexcept
{
    return a.name < b.name;
}

/// Removes every label whose name occurs with an empty value, from sorted labels.
void dropAbsent(std::vector<Label> &labels)
{
    if (std::none_of(labels.begin(), labels.end(), [](const Label &label) { return label.value.empty(); }))
        return;
    std::vector<Label> kept;
    for (auto group = labels.begin(); group != labels.end();) {
        const auto groupEnd = std::upper_bound(group, labels.end(), *group, nameBefore);
        if (std::none_of(group, groupEnd, [](const Label &label) { return label.value.empty(); }))
            std::move(group, groupEnd, std::back_inserter(kept));
        group = groupEnd;
    }
    labels = std::move(kept);
}

bool hasValidText(const Label &label) noexcept
{
    return !label.name.empty() && isValidUtf8(label.name) && isValidUtf8(label.value);
}

} // namespace

Result<Labels> validatedLabels(std::vector<Label> &scratch)
{
    if (!std::is_sorted(scratch.begin(), scratch.end(), nameBefore))
        std::stable_sort(scratch.begin(), scratch.end(), nameBefore);
    dropAbsent(scratch);
    const auto isName = [](const Label &label) { return label.name == metricNameLabel; };
    if (std::none_of(scratch.begin(), scratch.end(), isName))
        return invalidSeries("missing metric name (__name__ label)");
    const bool valid = std::all_of(scratch.begin(), scratch.end(), hasValidText);
    const auto twice = std::adjacent_find(scratch.begin(), scratch.end(),
                                          [](const Label &a, const Label &b) { return a.name == b.name; });
    if (valid && twice != scratch.end())
        return invalidSeries("label name \"" + twice->name + "\" is not unique: invalid sample");
    Labels labels(std::move(scratch));
    scratch.clear();
    if (!valid)
        return invalidSeries("invalid metric name or label names: " + labels.toString());
    return labels;
}

} // namespace sightglass
