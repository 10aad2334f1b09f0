// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/tablefooter.h"

#include <vector>

namespace sightglass::grafana {

namespace {

constexpr std::string_view reducersProperty = "custom.footer.reducers";

std::vector<Calculation> calculationsOf(const Json &reducers, const MemberPlace &place, ImportNotes &notes)
{
    std::vector<Calculation> calculations;
    for (std::size_t i = 0; reducers.is_array() && i < reducers.size(); ++i) {
        if (const auto calculation = fromJson<Calculation>(reducers[i]))
            calculations.push_back(*calculation);
        else
            notes.lose(place.item(i).pointer, place.path, "The value is not one that is known.");
    }
    return calculations;
}

bool isFooter(const Json &property)
{
    return textIn(property, "id") == reducersProperty;
}

/// The footer of one override; those of others than names are told.
void takeColumn(Json &override, TableFooter &footer, const MemberPlace &place, ImportNotes &notes)
{
    Json *properties = find(override, "properties");
    if (properties == nullptr || !properties->is_array())
        return;
    Json kept = Json::array();
    for (Json &property : *properties) {
        if (!isFooter(property)) {
            kept.push_back(std::move(property));
            continue;
        }
        const Json matcher = valueIn(override, "matcher");
        const auto calculations = calculationsOf(valueIn(property, "value"), place, notes);
        const bool differs = footer.shown && (footer.calculations != calculations || footer.fields.empty());
        if (calculations.empty())
            continue;
        if (textIn(matcher, "id") != "byName" || differs) {
            notes.lose(place.pointer, place.path, "All columns have one footer.");
            continue;
        }
        footer.shown = true;
        footer.calculations = calculations;
        footer.fields.push_back(scalarText(find(matcher, "options")));
    }
    *properties = std::move(kept);
}

} // namespace

TableFooter takeFooter(Json &fieldConfig, const MemberPlace &place, ImportNotes &notes)
{
    TableFooter footer;
    const MemberPlace own{place.pointer + "/defaults/custom/footer/reducers", place.path + "/custom/footer"};
    if (Json *custom = find(fieldConfig, {"defaults", "custom"}); custom != nullptr && custom->is_object()) {
        const Json old = take(*custom, "footer");
        footer.calculations = calculationsOf(valueIn(old, "reducers"), own, notes);
        if (old.is_object()) {
            const std::string pointer = place.pointer + "/defaults/custom/footer";
            FieldSource source(old, {pointer, own.path}, notes);
            static_cast<void>(source.raw("reducers"));
            source.finish();
        }
        footer.shown = !footer.calculations.empty();
    }
    Json *overrides = find(fieldConfig, "overrides");
    Json kept = Json::array();
    for (std::size_t i = 0; overrides != nullptr && overrides->is_array() && i < overrides->size(); ++i) {
        Json &override = (*overrides)[i];
        const bool empty = isEmptyValue(find(override, "properties"));
        takeColumn(override, footer, {place.pointer + "/overrides/" + std::to_string(i), own.path}, notes);
        if (empty || !isEmptyValue(find(override, "properties")))
            kept.push_back(std::move(override));
    }
    if (overrides != nullptr)
        *overrides = std::move(kept);
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
