// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/resourcev2parts.h"

#include "parser/grafana/migration.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass::grafana {
namespace {

std::string variableType(std::string_view kind)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types = {{
        {"QueryVariable", "query"},
        {"TextVariable", "textbox"},
        {"ConstantVariable", "constant"},
        {"DatasourceVariable", "datasource"},
        {"IntervalVariable", "interval"},
        {"CustomVariable", "custom"},
        {"GroupByVariable", "groupby"},
        {"AdhocVariable", "adhoc"},
        {"SwitchVariable", "switch"},
    }};
    for (const auto &[known, type] : types) {
        if (known == kind)
            return std::string(type);
    }
    return std::string(kind);
}

/// What is chosen between is the value of each of two.
void setSwitch(MemberReader &own, Json &variable)
{
    const Json on = valueIn(own.json(), "enabledValue");
    const Json off = valueIn(own.json(), "disabledValue");
    own.leave("options");
    set(variable, "options",
        Json::array({{{"text", "Enabled"}, {"value", on}}, {{"text", "Disabled"}, {"value", off}}}));
    if (const Json current = valueIn(own.json(), "current"); current.is_string())
        set(variable, "current", {{"text", current}, {"value", current}});
    erase(variable, "enabledValue");
    erase(variable, "disabledValue");
}

void setVariableQuery(MemberReader &own, Json &variable)
{
    MemberReader query = own.object("query");
    if (!query.json().is_object() && !isEmptyValue(&query.json())) {
        // As the classic model has it.
        set(variable, "query", query.json());
        return;
    }
    MemberReader asked = query.object("spec");
    // A text, as the query of a variable was before it had members.
    if (const Json *text = asked.take("__legacyStringValue")) {
        set(variable, "query", *text);
        asked.finish();
    } else {
        set(variable, "query", asked.json());
    }
    if (Json ref = datasourceOf(own, query); !ref.is_null())
        set(variable, "datasource", std::move(ref));
    query.finish();
}

void setWords(MemberReader &own, Json &variable)
{
    set(variable, "hide",
        numberOfWord(own, "hide", {"dontHide", "hideLabel", "hideVariable", "inControlsMenu"}));
    if (own.take("refresh") != nullptr)
        set(variable, "refresh",
            numberOfWord(own, "refresh", {"never", "onDashboardLoad", "onTimeRangeChanged"}));
    if (own.take("sort") != nullptr)
        set(variable, "sort",
            numberOfWord(own, "sort",
                         {"disabled", "alphabeticalAsc", "alphabeticalDesc", "numericalAsc", "numericalDesc",
                          "alphabeticalCaseInsensitiveAsc", "alphabeticalCaseInsensitiveDesc", "naturalAsc",
                          "naturalDesc"}));
}

} // namespace

int numberOfWord(MemberReader &reader, std::string_view name, Words words)
{
    const Json *value = reader.take(name);
    const auto found = std::find(words.begin(), words.end(), textOf(value));
    if (found != words.end())
        return static_cast<int>(found - words.begin());
    reader.leave(name);
    return 0;
}

std::string groupOf(MemberReader &kind)
{
    const std::string_view word = kind.text("kind");
    const Json *group = kind.take("group");
    return std::string(group == nullptr ? word : textOf(group));
}

Json datasourceOf(MemberReader &holder, MemberReader &query)
{
    Json ref = objectOrLeft(holder, "datasource");
    MemberReader named = query.object("datasource");
    if (const std::string_view name = named.text("name"); !name.empty())
        set(ref, "uid", std::string(name));
    named.finish();
    static_cast<void>(query.take("version"));
    if (std::string type = groupOf(query); !type.empty() && type != "datasource")
        setDefault(ref, "type", std::move(type));
    return ref.empty() ? Json() : ref;
}

Json objectOrLeft(MemberReader &reader, std::string_view name)
{
    const Json *value = reader.take(name);
    if (value != nullptr && value->is_object())
        return *value;
    reader.leave(name);
    return Json::object();
}

void setOver(Json &spec, std::string_view name, const Json *value, MemberReader &from)
{
    if (value == nullptr)
        return;
    if (const Json *own = find(spec, name); !isEmptyValue(own))
        from.left()[from.pathOf("spec") + pointerStep(name)] = *own;
    set(spec, name, *value);
}

void readVariable(MemberReader &kind, Json &list)
{
    const std::string type = variableType(kind.text("kind"));
    MemberReader own = kind.object("spec");
    // Its other members are those of the classic model.
    Json variable = objectOrLeft(kind, "spec");
    const Json typeWord = type;
    setOver(variable, "type", &typeWord, kind);
    if (own.json().is_object()) {
        setWords(own, variable);
        if (type == "query")
            setVariableQuery(own, variable);
        if (type == "datasource") {
            const Json plugin = std::string(own.text("pluginId"));
            setOver(variable, "query", &plugin, kind);
        }
        erase(variable, "pluginId");
        if (type == "switch")
            setSwitch(own, variable);
    }
    if (type == "adhoc" || type == "groupby") {
        Json group = valueIn(kind.json(), "group");
        Json ref = objectOrLeft(own, "datasource");
        MemberReader named = kind.object("datasource");
        if (const std::string_view name = named.text("name"); !name.empty())
            set(ref, "uid", std::string(name));
        named.finish();
        if (kind.take("group") != nullptr)
            setDefault(ref, "type", std::move(group));
        erase(ref, "name");
        if (!ref.empty())
            set(variable, "datasource", std::move(ref));
    }
    list.push_back(std::move(variable));
}

} // namespace sightglass::grafana
