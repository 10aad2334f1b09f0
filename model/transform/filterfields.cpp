// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/fieldselector.h"
#include "model/transform/makers.h"

#include <optional>

namespace sightglass {

namespace {

/// A list of names that a variable holds: "{a,b}" or "a,b".
std::vector<std::string> namesOfVariable(std::string_view text)
{
    if (text.starts_with('{') && text.ends_with('}'))
        text = text.substr(1, text.size() - 2);
    std::vector<std::string> names;
    while (!text.empty()) {
        const std::size_t comma = text.find(',');
        names.emplace_back(text.substr(0, comma));
        text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
    }
    return names;
}

/// One side of the filter; `variable` holds the names where there is one.
struct FieldChoice
{
    std::optional<FieldMatching> matching;
    std::string variable;

    [[nodiscard]] bool empty() const { return !matching && variable.empty(); }
    [[nodiscard]] FieldSelector selector(TransformContext &context) const
    {
        if (!variable.empty())
            return fieldSelector(FieldMatching::byNames(namesOfVariable(context.text(variable))), context);
        return fieldSelector(*matching, context);
    }
};

struct FilterFieldsOptions
{
    FieldChoice include;
    FieldChoice exclude;
};

std::vector<Frame> filterFields(std::vector<Frame> frames, const FilterFieldsOptions &options,
                                TransformContext &context)
{
    if (options.include.empty() && options.exclude.empty())
        return frames;
    const FieldSelector never = [](const FieldPlace &) { return false; };
    const FieldSelector always = [](const FieldPlace &) { return true; };
    const FieldSelector includes = options.include.empty() ? always : options.include.selector(context);
    const FieldSelector excludes = options.exclude.empty() ? never : options.exclude.selector(context);
    const FieldNames names(frames);
    std::vector<Frame> filtered;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        const std::vector<std::size_t> chosen =
            selectedFields(frames[f], names.of(f), [&includes, &excludes](const FieldPlace &place) {
                return !excludes(place) && includes(place);
            });
        if (chosen.empty())
            continue;
        std::vector<Field> fields;
        for (const std::size_t i : chosen)
            fields.push_back(std::move(frames[f].fields[i]));
        frames[f].fields = std::move(fields);
        filtered.push_back(std::move(frames[f]));
    }
    return filtered;
}

enum class NamesFrom : std::uint8_t
{
    Options,
    Variable
};

FieldChoice readChoice(OptionReader &options, std::string_view member, NamesFrom from)
{
    FieldChoice choice;
    OptionReader side = options.object(member);
    FieldMatching matching = FieldMatching::byNames(side.texts("names"));
    matching.pattern = side.pattern("pattern");
    const std::string variable = side.text("variable");
    side.ignore({"id"});
    side.finish();
    if (from == NamesFrom::Variable && !variable.empty())
        choice.variable = variable;
    else if (!matching.texts.empty() || !matching.pattern.empty())
        choice.matching = std::move(matching);
    return choice;
}

} // namespace

TransformationPtr makeFilterFieldsByName(OptionReader &options)
{
    const NamesFrom from = options.flag("byVariable") ? NamesFrom::Variable : NamesFrom::Options;
    FilterFieldsOptions filter;
    filter.include = readChoice(options, "include", from);
    filter.exclude = readChoice(options, "exclude", from);
    return makeTransformation(std::move(filter), filterFields);
}

TransformationPtr makeFilterFields(OptionReader &options)
{
    FilterFieldsOptions filter;
    if (options.has("include"))
        filter.include.matching = FieldMatching::read(options.object("include"));
    if (options.has("exclude"))
        filter.exclude.matching = FieldMatching::read(options.object("exclude"));
    return makeTransformation(std::move(filter), filterFields);
}

} // namespace sightglass
