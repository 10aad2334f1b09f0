// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <span>
#include <string>
#include <string_view>

namespace sightglass {

/// A panel's answer as JSON (RFC 8259, UTF-8, one object):
///
///     {"title": "…", "type": "timeseries", "range": {"from": t, "to": t, "step": seconds},
///      "series": [{"name": "…", "query": "A", "unit": "s", "labels": {"job": "…"},
///                  "samples": [[t, "value"], …],
///                  "histograms": [[t, {"count": "…", "sum": "…", "buckets": [[ends, "low", "high",
///                  "count"]]}], …]}],
///      "frames": [{"name": "…", "query": "A", "fields": [{"name": "…", "type": "number", "unit": "s",
///                  "labels": {…}, "values": […]}]}],
///      "notes": ["…"], "error": "…"}
///
/// Where lines were evaluated between their steps, "range" has "fineStep" too, and series have
/// "thinned": {"column": seconds, "gapsBefore": [t, …]} (see PanelSeries::columnMs and breaks). Those of stored
/// samples also have "stored": {"offset": seconds, "leftOut": how many of the range are not among "samples"}.
///
/// Times t are Unix seconds. Values of samples are strings as in Prometheus' HTTP API, all digits, "NaN",
/// "+Inf", "-Inf"; so are histograms (ends: 0 the upper end belongs to the bucket, 1 the lower, 2 neither, 3
/// both). Values of fields are JSON's own, times as t, no value as null, NaN and infinities as those strings;
/// those of type "other" are lists of samples. "frames" is there where the panel reads tables, "notes" and
/// "error" where there are any. Text that is not UTF-8 has U+FFFD in its place.
[[nodiscard]] std::string panelJson(const PanelSpec &panel, const PanelData &data);

/// Panels of a dashboard: {"dashboard": "…", "panels": […]}, each as above.
struct AnsweredPanel
{
    const PanelSpec *panel = nullptr;
    const PanelData *data = nullptr; ///< null: there is no answer; left out
};
[[nodiscard]] std::string dashboardJson(std::string_view title, std::span<const AnsweredPanel> panels);

} // namespace sightglass
