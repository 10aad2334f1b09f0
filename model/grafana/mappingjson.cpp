// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/mappingjson.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace sightglass::grafana {

namespace {

MappedValue resultOf(const Json *json)
{
    MappedValue result;
    if (json == nullptr)
        return result;
    for (const auto &[name, member] :
         {std::pair("text", &MappedValue::text), std::pair("color", &MappedValue::color),
          std::pair("icon", &MappedValue::icon)}) {
        const Json *value = find(*json, name);
        if (value != nullptr && !value->is_null() && !value->is_structured())
            result.*member = scalarText(value);
    }
    return result;
}

/// One entry of many values, in the order of their indexes.
void readValues(const Json &options, std::vector<ValueMapping> &out)
{
    std::vector<std::pair<double, ValueMapping>> ordered;
    if (!options.is_object())
        return;
    for (const auto &[value, result] : options.items())
        ordered.emplace_back(numberIn(result, "index").value_or(0),
                             ValueMapping{ExactMapping{value}, resultOf(&result)});
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (auto &[index, mapping] : ordered)
        out.push_back(std::move(mapping));
}

std::optional<ValueMapping> readOne(std::string_view type, const Json &options)
{
    ValueMapping mapping;
    mapping.result = resultOf(find(options, "result"));
    if (type == "range") {
        mapping.matches = RangeMapping{numberIn(options, "from"), numberIn(options, "to")};
    } else if (type == "regex") {
        mapping.matches = RegexMapping{std::string(textIn(options, "pattern"))};
    } else {
        const auto special = fromJson<SpecialValue>(valueIn(options, "match"));
        if (type != "special" || !special)
            return std::nullopt;
        mapping.matches = *special;
    }
    return mapping;
}

OrderedJson resultJson(const MappedValue &result)
{
    OrderedJson json = OrderedJson::object();
    if (result.text)
        json["text"] = *result.text;
    if (result.color)
        json["color"] = *result.color;
    if (result.icon)
        json["icon"] = *result.icon;
    return json;
}

struct MappingWriter
{
    std::string type;
    OrderedJson options = OrderedJson::object();

    void operator()(const RangeMapping &range)
    {
        type = "range";
        options["from"] = range.from ? toJson(*range.from) : OrderedJson();
        options["to"] = range.to ? toJson(*range.to) : OrderedJson();
    }
    void operator()(const RegexMapping &regex)
    {
        type = "regex";
        options["pattern"] = regex.pattern;
    }
    void operator()(SpecialValue special)
    {
        type = "special";
        options["match"] = toJson(special);
    }
    void operator()(const ExactMapping &) { type = "value"; }
};

/// Tells what nobody reads of a mapping.
void tellStrangers(const Json &mapping, std::string_view type, const MemberPlace &place, ImportNotes &notes)
{
    const auto tell = [&notes](const Json &object, const MemberPlace &at, auto... names) {
        if (!object.is_object())
            return;
        FieldSource source(object, at, notes);
        (static_cast<void>(source.raw(names)), ...);
        source.finish();
    };
    const auto tellResult = [&tell](const Json &result, const MemberPlace &at) {
        tell(result, {at.pointer, at.path.substr(0, at.path.find("/mappings")) + "/mappings/result"}, "text",
             "color", "icon", "index");
    };
    tell(mapping, place, "type", "options", "id");
    const Json options = valueIn(mapping, "options");
    const MemberPlace inner = place.member("options");
    if (type == "value" && options.is_object()) {
        for (const auto &[value, result] : options.items())
            tellResult(result, inner.member(value));
        return;
    }
    tell(options, inner, "from", "to", "pattern", "match", "result");
    tellResult(valueIn(options, "result"), inner.member("result"));
}

} // namespace

std::vector<ValueMapping> readMappings(const Json &list, const MemberPlace &place, ImportNotes &notes)
{
    std::vector<ValueMapping> mappings;
    if (!list.is_array()) {
        notes.lose(place.pointer, place.path, "This is no list.");
        return mappings;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        const std::string_view type = textIn(list[i], "type");
        const Json options = valueIn(list[i], "options");
        tellStrangers(list[i], type, place.item(i), notes);
        if (type == "value") {
            readValues(options, mappings);
            continue;
        }
        if (auto mapping = readOne(type, options))
            mappings.push_back(std::move(*mapping));
        else if (type == "special")
            notes.lose(place.item(i).pointer, place.path, "The mapping does not say for which value it is.",
                       LossKind::AsInGrafana);
        else
            notes.lose(place.item(i).pointer, place.path, "The kind of mapping is not known.");
    }
    return mappings;
}

OrderedJson mappingsJson(const std::vector<ValueMapping> &mappings)
{
    OrderedJson list = OrderedJson::array();
    for (const ValueMapping &mapping : mappings) {
        const auto *const exact = std::get_if<ExactMapping>(&mapping.matches);
        OrderedJson result = resultJson(mapping.result);
        if (exact == nullptr) {
            MappingWriter writer;
            std::visit(writer, mapping.matches);
            writer.options["result"] = std::move(result);
            list.push_back({{"type", writer.type}, {"options", std::move(writer.options)}});
            continue;
        }
        const bool joins = !list.empty() && list.back().at("type") == "value" &&
                           !list.back().at("options").contains(exact->value);
        if (!joins)
            list.push_back({{"type", "value"}, {"options", OrderedJson::object()}});
        OrderedJson &options = list.back().at("options");
        result["index"] = options.size();
        options[exact->value] = std::move(result);
    }
    return list;
}

} // namespace sightglass::grafana
