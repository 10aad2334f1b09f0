// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelfields.h"
#include "model/dashboard/panelframes.h"
#include "model/dashboard/panelspec.h"
#include "model/dashboard/paneltime.h"
#include "model/query/queryengine.h"

#include <stop_token>

namespace sightglass {

/// Every answer as series: an instant one has a single sample or native histogram at the range's end `at`. A
/// string is none.
[[nodiscard]] std::vector<MatrixSeries> resultSeries(QueryResult result, TimestampMs at);

/// Evaluates all queries of a panel but hidden ones, which Grafana does not ask either, over the panel's own
/// time (see panelTime()), and makes of the answers what its view shows (see PanelPipeline). Between the
/// steps of lines, too: see PanelSeries::columnMs. PanelData::stepMs is the largest of the queries'. A
/// failing query sets the error and loses only itself. Any thread. What can be done piece by piece and goes
/// on from an earlier answer is a PanelEvaluation.
[[nodiscard]] PanelData queryPanel(const Snapshot &snapshot, const QueryEngine &engine,
                                   const PanelPipeline &pipeline, const PanelTime &time,
                                   std::stop_token cancel = {});
/// The same for once: reads the panel's transformations anew.
[[nodiscard]] PanelData queryPanel(const Snapshot &snapshot, const QueryEngine &engine,
                                   const PanelSpec &panel, const PanelTime &time,
                                   std::stop_token cancel = {});

} // namespace sightglass
