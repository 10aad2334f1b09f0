// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/frametools.h"
#include "model/transform/makers.h"

#include <algorithm>
#include <optional>

namespace sightglass {

namespace {

/// Grafana's options are a list, but it sorts by the first of it only.
struct SortByOptions
{
    std::string field;
    std::optional<std::size_t> index; ///< the field's place, where it is not told by name
    SortOrder order = SortOrder::Ascending;
    bool sorts = true; ///< not without anything to sort by
};

std::optional<std::size_t> sortField(const Frame &frame, const std::vector<std::string> &names,
                                     const SortByOptions &options, const std::string &name)
{
    if (options.index)
        return *options.index < frame.fields.size() ? options.index : std::nullopt;
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    return fieldNamed(frame, names, name);
}

std::vector<Frame> sortBy(std::vector<Frame> frames, const SortByOptions &options, TransformContext &context)
{
    if (!options.sorts)
        return frames;
    const std::string name = context.text(options.field);
    const FieldNames names(frames);
    for (std::size_t f = 0; f < frames.size(); ++f) {
        if (const auto field = sortField(frames[f], names.of(f), options, name))
            frames[f] = sortedBy(frames[f], *field, options.order);
    }
    return frames;
}

} // namespace

TransformationPtr makeSortBy(OptionReader &options)
{
    SortByOptions sorting;
    options.ignore({"fields"});
    std::vector<OptionReader> keys = options.objects("sort");
    for (std::size_t i = 0; i < keys.size(); ++i) {
        SortByOptions key;
        key.field = keys[i].text("field");
        key.order = keys[i].flag("desc") ? SortOrder::Descending : SortOrder::Ascending;
        if (const auto index = keys[i].number("index"); index && *index >= 0 && *index < 1e6)
            key.index = static_cast<std::size_t>(*index);
        keys[i].finish();
        if (i == 0)
            sorting = std::move(key);
    }
    sorting.sorts = !keys.empty();
    return makeTransformation(std::move(sorting), sortBy);
}

} // namespace sightglass
