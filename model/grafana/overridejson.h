// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/fieldoverride.h"
#include "model/grafana/fieldsource.h"

#include <optional>
#include <string>
#include <vector>

namespace sightglass::grafana {

/// A panel's overrides. Their properties are put together to the object that defaults have, so that both are
/// read by one description; `defaults` says what a property without a value would clear. `place` is that of
/// the list, its path that of the panel's field config.
[[nodiscard]] std::vector<FieldOverride> readOverrides(const Json &list, const Json &defaults,
                                                       const MemberPlace &place, ImportNotes &notes);

[[nodiscard]] OrderedJson overridesJson(const std::vector<FieldOverride> &overrides);

/// {id, options}; empty for a matcher that is not known, which is told.
[[nodiscard]] std::optional<FieldMatcher> readMatcher(const Json &matcher, const MemberPlace &place,
                                                      ImportNotes &notes);
[[nodiscard]] OrderedJson matcherJson(const FieldMatcher &matcher);

} // namespace sightglass::grafana
