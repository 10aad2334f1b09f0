// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/overridejson.h"

namespace sightglass::grafana {

namespace {

std::optional<FieldMatcher> byNames(const Json &options)
{
    ByNames names;
    names.exclude = textIn(options, "mode") == "exclude";
    if (const Json *list = find(options, "names"); list != nullptr && list->is_array()) {
        for (const Json &name : *list)
            names.names.push_back(scalarText(&name));
    }
    return names;
}

std::optional<FieldMatcher> byValue(const Json &options)
{
    const auto calculation = fromJson<Calculation>(valueIn(options, "reducer"));
    const auto comparison = fromJson<Comparison>(valueIn(options, "op"));
    if (!calculation)
        return std::nullopt;
    // Flags are not compared.
    return ByValue{*calculation, comparison.value_or(Comparison::GreaterOrEqual),
                   numberIn(options, "value").value_or(0)};
}

std::optional<FieldMatcher> matcherOf(std::string_view id, const Json &options)
{
    if (id == "byName")
        return ByName{scalarText(&options)};
    if (id == "byNames")
        return byNames(options);
    if (id == "byRegexp")
        return ByRegex{scalarText(&options)};
    if (id == "byFrameRefID")
        return ByQuery{scalarText(&options)};
    if (id == "byValue")
        return byValue(options);
    const auto type = id == "byType" ? fromJson<FieldType>(options) : std::nullopt;
    return type ? std::optional<FieldMatcher>(ByType{*type}) : std::nullopt;
}

struct MatcherWriter
{
    OrderedJson operator()(const ByName &by) const { return {{"id", "byName"}, {"options", by.name}}; }
    OrderedJson operator()(const ByNames &by) const
    {
        return {{"id", "byNames"},
                {"options",
                 {{"mode", by.exclude ? "exclude" : "include"}, {"names", by.names}, {"readOnly", true}}}};
    }
    OrderedJson operator()(const ByRegex &by) const { return {{"id", "byRegexp"}, {"options", by.pattern}}; }
    OrderedJson operator()(const ByType &by) const
    {
        return {{"id", "byType"}, {"options", toJson(by.type)}};
    }
    OrderedJson operator()(const ByQuery &by) const
    {
        return {{"id", "byFrameRefID"}, {"options", by.refId}};
    }
    OrderedJson operator()(const ByValue &by) const
    {
        return {{"id", "byValue"},
                {"options",
                 {{"reducer", toJson(by.calculation)},
                  {"op", toJson(by.comparison)},
                  {"value", toJson(by.value)}}}};
    }
};

} // namespace

std::optional<FieldMatcher> readMatcher(const Json &matcher, const MemberPlace &place, ImportNotes &notes)
{
    const std::string id(textIn(matcher, "id"));
    const std::string path = "override/matcher/" + id;
    auto read = matcherOf(id, valueIn(matcher, "options"));
    const Json *options = find(matcher, "options");
    if (read)
        notes.used(place.pointer, path);
    else if (id == "byType" && isEmptyValue(options))
        notes.lose(place.pointer, path, "The override does not say which fields it is for.",
                   LossKind::AsInGrafana);
    else
        notes.lose(place.pointer, path, "The fields that the override is for cannot be found.");
    return read;
}

OrderedJson matcherJson(const FieldMatcher &matcher)
{
    return std::visit(MatcherWriter(), matcher);
}

} // namespace sightglass::grafana
