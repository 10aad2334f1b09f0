// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/migration.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace sightglass::grafana {

/// A field of an older plugin that nothing modern stands for.
struct OldField
{
    std::string_view key;
    std::string_view ordinary; ///< the scalar that asks for nothing, beside absent, false, 0 and empty
    std::string_view reason;   ///< "": nobody misses it
    LossKind kind = LossKind::AsInGrafana;
};

/// Takes the fields out of the panel; those that asked for something are losses, as "plugin.key".
void dropOldFields(Json &panel, std::string_view plugin, std::span<const OldField> fields,
                   Migration &migration);

/// Members of an object that are in neither list, and those of `values` that are no single values: what a
/// migration that knows these names passes over. An object, empty for none.
[[nodiscard]] Json strangersIn(const Json &object, std::initializer_list<std::string_view> values,
                               std::initializer_list<std::string_view> others = {});

/// Takes out fields that were migrated.
void dropFields(Json &panel, std::span<const std::string_view> keys);

/// The reducer that an older plugin's word stands for (avg: mean, current: lastNotNull, total: sum), also for
/// today's words; "" for no reducer.
[[nodiscard]] std::string_view modernReducer(std::string_view word) noexcept;

/// An override per coloured series: {"alias": "colour"}.
void addAliasColors(const Json &panel, Json &overrides);

} // namespace sightglass::grafana
