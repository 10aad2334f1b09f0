// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/grafana/jsontext.h"
#include "parser/grafana/resourcev2.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sightglass::grafana {

struct OpenedEnvelope
{
    Json dashboard;      ///< an object
    std::string pointer; ///< where it was in the text
    // Of a resource of version 2, see ClassicDashboard.
    bool isResource2 = false;
    std::map<std::int64_t, std::string> places = {};
    std::vector<Resource2Loss> losses = {};
};

/// Takes the dashboard out of what it was exported in: nothing, {"dashboard": …}, {apiVersion, kind, spec},
/// or the Grafana operator's {kind: GrafanaDashboard, spec: {json: "…"}}; the spec of version 2, in its
/// resource or alone, becomes one of the classic model. Unsupported for what is none of these.
[[nodiscard]] Result<OpenedEnvelope> openEnvelope(Json document, const JsonBounds &bounds);

} // namespace sightglass::grafana
