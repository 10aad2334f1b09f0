// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/grafana/jsontext.h"

#include <string>

namespace sightglass::grafana {

struct OpenedEnvelope
{
    Json dashboard;      ///< an object
    std::string pointer; ///< where it was in the text
};

/// Takes the dashboard out of what it was exported in: nothing, {"dashboard": …}, {apiVersion, kind, spec},
/// or the Grafana operator's {kind: GrafanaDashboard, spec: {json: "…"}}. Unsupported for what is none of
/// these, and for the resource of version 2, which is another format.
[[nodiscard]] Result<OpenedEnvelope> openEnvelope(Json document, const JsonBounds &bounds);

} // namespace sightglass::grafana
