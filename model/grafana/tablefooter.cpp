// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/tablefooter.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace sightglass::grafana {

namespace {

constexpr std::string_view reducersProperty = "custom.footer.reducers";

/// None where one of them is not known.
std::optional<std::vector<Calculation>> calculationsOf(const Json &reducers)
{
    std::vector<Calculation> calculations;
    if (!reducers.is_array())
        return std::nullopt;
    for (const Json &reducer : reducers) {
        const auto calculation = fromJson<Calculation>(reducer);
        if (!calculation)
            return std::nullopt;
        calculations.push_back(*calculation);
    }
    return calculations;
}

/// Whether nothing but these stands in the object.
bool hasOnly(const Json &object, std::initializer_list<std::string_view> names)
{
    return object.is_object() && std::ranges::all_of(object.items(), [names](const auto &member) {
               return std::ranges::find(names, member.key()) != names.end();
           });
}

/// The footer of one override by name. What is more than that stays, to be told and kept as other properties.
void takeColumn(Json &override, TableFooter &footer)
{
    Json *properties = find(override, "properties");
    const Json matcher = valueIn(override, "matcher");
    if (properties == nullptr || !properties->is_array() || textIn(matcher, "id") != "byName")
        return;
    Json kept = Json::array();
    bool took = false;
    for (Json &property : *properties) {
        const bool isFooter =
            textIn(property, "id") == reducersProperty && hasOnly(property, {"id", "value"});
        const auto calculations = isFooter ? calculationsOf(valueIn(property, "value")) : std::nullopt;
        const bool differs =
            calculations && footer.shown && (footer.calculations != *calculations || footer.fields.empty());
        if (!calculations || calculations->empty() || differs) {
            kept.push_back(std::move(property));
            continue;
        }
        took = true;
        footer.shown = true;
        footer.calculations = *calculations;
        footer.fields.push_back(scalarText(find(matcher, "options")));
    }
    *properties = std::move(kept);
    if (took && properties->empty() && hasOnly(override, {"matcher", "properties"}) &&
        hasOnly(matcher, {"id", "options"}))
        override = nullptr;
}

} // namespace

TableFooter takeFooter(Json &fieldConfig, Json &kept, const MemberPlace &place, ImportNotes &notes)
{
    TableFooter footer;
    const MemberPlace own{place.pointer + "/defaults/custom/footer/reducers", place.path + "/custom/footer"};
    if (Json *custom = find(fieldConfig, {"defaults", "custom"}); custom != nullptr && custom->is_object()) {
        Json old = take(*custom, "footer");
        if (old.is_null())
            old = Json::object();
        FieldSource source(old, {place.pointer + "/defaults/custom/footer", own.path}, notes);
        const Json *reducers = source.raw("reducers");
        for (std::size_t i = 0; reducers != nullptr && reducers->is_array() && i < reducers->size(); ++i) {
            if (const auto calculation = fromJson<Calculation>((*reducers)[i])) {
                footer.calculations.push_back(*calculation);
            } else {
                notes.lose(own.item(i).pointer, own.path, "The value is not one that is known.");
                source.keepWhole("reducers");
            }
        }
        source.finish();
        if (Json rest = source.takeKept(); !rest.is_null())
            kept["custom"]["footer"] = std::move(rest);
        footer.shown = !footer.calculations.empty();
    }
    Json *overrides = find(fieldConfig, "overrides");
    for (std::size_t i = 0; overrides != nullptr && overrides->is_array() && i < overrides->size(); ++i)
        takeColumn((*overrides)[i], footer);
    if (footer.shown)
        notes.used(own.pointer, own.path);
    return footer;
}

void putFooter(const TableFooter &footer, OrderedJson &fieldConfig)
{
    if (!footer.shown)
        return;
    OrderedJson reducers = OrderedJson::array();
    for (const Calculation calculation : footer.calculations)
        reducers.push_back(toJson(calculation));
    if (footer.fields.empty()) {
        fieldConfig["defaults"]["custom"]["footer"]["reducers"] = std::move(reducers);
        return;
    }
    for (const std::string &field : footer.fields)
        fieldConfig["overrides"].push_back(
            {{"matcher", {{"id", "byName"}, {"options", field}}},
             {"properties", OrderedJson::array({{{"id", reducersProperty}, {"value", reducers}}})}});
}

} // namespace sightglass::grafana
