// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/jsonvalues.h"

namespace sightglass::grafana {

/// Value mappings in the one form: a list of {type: value | range | regex | special, options}. Takes Grafana
/// 7's {type: 1 | 2, value | from + to, text} and the older plugins' (which have no type: a `value` maps a
/// value, `from` and `to` a range; "null" stands for no value). `thresholds` ({steps}) give a mapped number
/// its colour, as Grafana 8 decided; null for none.
[[nodiscard]] Json modernMappings(const Json &mappings, const Json *thresholds);

/// The mappings of an older plugin's object by its mappingType, valueMaps and rangeMaps.
[[nodiscard]] Json mappingsOfPlugin(const Json &plugin);

} // namespace sightglass::grafana
