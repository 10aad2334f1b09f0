// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/frametools.h"
#include "model/transform/makers.h"
#include "model/transform/valuematcher.h"

#include <algorithm>

namespace sightglass {

namespace {

struct ValueFilter
{
    std::string fieldName;
    ValueMatching matching;
};

struct FilterByValueOptions
{
    std::vector<ValueFilter> filters;
    enum class Type : std::uint8_t
    {
        Include,
        Exclude
    };
    Type type = Type::Include;
    enum class Match : std::uint8_t
    {
        Any,
        All
    };
    Match match = Match::Any;
};

/// A filter ready for one frame: its column (null where the frame has none of that name) and its test.
struct ReadyFilter
{
    const Field *field = nullptr;
    ValueSelector selects;

    [[nodiscard]] bool holds(std::size_t row) const
    {
        return field != nullptr && selects(cellAt(*field, row));
    }
};

/// Of several fields with the name the last counts, as in Grafana.
const Field *namedField(const Frame &frame, const std::vector<std::string> &names, const std::string &name)
{
    const Field *found = nullptr;
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        if (names[i] == name)
            found = &frame.fields[i];
    }
    if (found == nullptr) {
        if (const auto own = fieldNamed(frame, names, name))
            found = &frame.fields[*own];
    }
    return found;
}

std::vector<std::size_t> keptRows(const Frame &frame, const std::vector<ReadyFilter> &filters,
                                  const FilterByValueOptions &options)
{
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < rowsOf(frame); ++row) {
        const auto holds = [row](const ReadyFilter &filter) { return filter.holds(row); };
        const bool matches = options.match == FilterByValueOptions::Match::All
                                 ? std::all_of(filters.begin(), filters.end(), holds)
                                 : std::any_of(filters.begin(), filters.end(), holds);
        if (matches == (options.type == FilterByValueOptions::Type::Include))
            rows.push_back(row);
    }
    return rows;
}

std::vector<Frame> filterByValue(std::vector<Frame> frames, const FilterByValueOptions &options,
                                 TransformContext &context)
{
    if (options.filters.empty())
        return frames;
    std::vector<ValueSelector> selectors;
    for (const ValueFilter &filter : options.filters)
        selectors.push_back(valueSelector(filter.matching, context));
    const FieldNames names(frames);
    for (std::size_t f = 0; f < frames.size(); ++f) {
        std::vector<ReadyFilter> ready;
        for (std::size_t i = 0; i < options.filters.size(); ++i) {
            const std::string name = context.text(options.filters[i].fieldName);
            ready.push_back({namedField(frames[f], names.of(f), name), selectors[i]});
        }
        frames[f] = withRows(frames[f], keptRows(frames[f], ready, options));
    }
    return frames;
}

} // namespace

TransformationPtr makeFilterByValue(OptionReader &options)
{
    static constexpr OptionWord<FilterByValueOptions::Type> types[]{
        {"include", FilterByValueOptions::Type::Include}, {"exclude", FilterByValueOptions::Type::Exclude}};
    static constexpr OptionWord<FilterByValueOptions::Match> matches[]{
        {"any", FilterByValueOptions::Match::Any}, {"all", FilterByValueOptions::Match::All}};
    FilterByValueOptions filtering;
    filtering.type = options.word<FilterByValueOptions::Type>("type", types, filtering.type);
    filtering.match = options.word<FilterByValueOptions::Match>("match", matches, filtering.match);
    for (OptionReader &item : options.objects("filters")) {
        ValueFilter filter{item.text("fieldName"), ValueMatching::read(item.object("config"))};
        item.finish();
        filtering.filters.push_back(std::move(filter));
    }
    return makeTransformation(std::move(filtering), filterByValue);
}

} // namespace sightglass
