// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/jsonvalues.h"

namespace sightglass::grafana {

/// Gives keys their capitals back where a tool wrote the dashboard with all keys in lower case ("gridpos",
/// "seriesoverrides"). Does nothing to a dashboard that is not so written; keys that are names of the
/// author's (series, values, columns) are never touched.
void restoreKeySpelling(Json &dashboard);

} // namespace sightglass::grafana
