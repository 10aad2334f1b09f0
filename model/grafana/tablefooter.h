// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/listoptions.h"
#include "model/grafana/fieldsource.h"

namespace sightglass::grafana {

/// Takes the footer's calculations out of a table's field config, where Grafana 12 has them: in the defaults
/// for all columns, in overrides by name for some. Columns of different calculations are told, being one
/// footer here and stay. What is left of an override without properties becomes null. `kept` gets what is to
/// be written back below the config's defaults.
[[nodiscard]] TableFooter takeFooter(Json &fieldConfig, Json &kept, const MemberPlace &place,
                                     ImportNotes &notes);

/// Puts it back.
void putFooter(const TableFooter &footer, OrderedJson &fieldConfig);

} // namespace sightglass::grafana
