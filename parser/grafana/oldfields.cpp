// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/oldfields.h"

#include "parser/grafana/fieldconfigform.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass::grafana {
namespace {

struct Reducer
{
    std::string_view word, modern;
};

constexpr std::array<Reducer, 21> reducers = {{{"avg", "mean"},
                                               {"current", "lastNotNull"},
                                               {"total", "sum"},
                                               {"mean", "mean"},
                                               {"min", "min"},
                                               {"max", "max"},
                                               {"sum", "sum"},
                                               {"count", "count"},
                                               {"first", "first"},
                                               {"last", "last"},
                                               {"lastNotNull", "lastNotNull"},
                                               {"firstNotNull", "firstNotNull"},
                                               {"range", "range"},
                                               {"diff", "diff"},
                                               {"delta", "delta"},
                                               {"step", "step"},
                                               {"logmin", "logmin"},
                                               {"median", "median"},
                                               {"stdDev", "stdDev"},
                                               {"variance", "variance"},
                                               {"changeCount", "changeCount"}}};

} // namespace

void dropOldFields(Json &panel, std::string_view plugin, std::span<const OldField> fields,
                   Migration &migration)
{
    for (const OldField &field : fields) {
        const Json value = take(panel, field.key);
        const bool asks = !isEmptyValue(&value) && truthy(&value) &&
                          (field.ordinary.empty() || scalarText(&value) != field.ordinary);
        if (!asks || field.reason.empty())
            continue;
        const std::string feature = std::string(plugin) + "." + std::string(field.key);
        migration.lose(panel, pointerStep(field.key), {feature, field.reason, field.kind});
    }
}

Json strangersIn(const Json &object, std::initializer_list<std::string_view> values,
                 std::initializer_list<std::string_view> others)
{
    Json strangers = Json::object();
    const auto *members = object.get_ptr<const Json::object_t *>();
    if (members == nullptr)
        return strangers;
    const auto isIn = [](std::string_view name, std::initializer_list<std::string_view> list) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    for (const auto &[name, value] : *members) {
        const bool known = isIn(name, others) || (isIn(name, values) && !value.is_structured());
        if (!known && !isEmptyValue(&value))
            strangers[name] = value;
    }
    return strangers;
}

void dropFields(Json &panel, std::span<const std::string_view> keys)
{
    for (const std::string_view key : keys)
        erase(panel, key);
}

std::string_view modernReducer(std::string_view word) noexcept
{
    const auto found = std::find_if(reducers.begin(), reducers.end(),
                                    [word](const Reducer &reducer) { return reducer.word == word; });
    return found == reducers.end() ? std::string_view() : found->modern;
}

void addAliasColors(const Json &panel, Json &overrides)
{
    const Json *colors = find(panel, "aliasColors");
    if (colors == nullptr || !colors->is_object())
        return;
    for (const auto &[alias, color] : colors->items()) {
        if (textOf(&color).empty())
            continue;
        Json override = overrideOf("byName", alias);
        addProperty(override, "color", fixedColor(color));
        overrides.push_back(std::move(override));
    }
}

} // namespace sightglass::grafana
