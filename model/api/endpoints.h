// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apicontext.h"
#include "model/api/apirequest.h"
#include "model/api/envelope.h"

#include <string>

namespace sightglass {

/// One request on its way through an endpoint.
struct ApiCall
{
    const ApiRequest &request;
    const ApiContext &context; ///< its state's snapshot is not null but for answerWalReplay()
    std::string label;         ///< {name} of the path, decoded
};

// The endpoints below /api/v1 (API reference, sections 2 and 3): each writes its data into the envelope, or
// fails it. What they have in common with Prometheus is not said again.

void answerQuery(const ApiCall &call, Envelope &envelope);
void answerQueryRange(const ApiCall &call, Envelope &envelope);
/// Those of all series that some selector of the query selects; without a selector there is no answer.
void answerQueryExemplars(const ApiCall &call, Envelope &envelope);
void answerFormatQuery(const ApiCall &call, Envelope &envelope);
void answerParseQuery(const ApiCall &call, Envelope &envelope);

void answerSeries(const ApiCall &call, Envelope &envelope);
void answerLabelNames(const ApiCall &call, Envelope &envelope);
void answerLabelValues(const ApiCall &call, Envelope &envelope);

void answerMetadata(const ApiCall &call, Envelope &envelope);
/// A family belongs to a target where the target has series of it.
void answerTargetMetadata(const ApiCall &call, Envelope &envelope);
void answerTargets(const ApiCall &call, Envelope &envelope);
void answerScrapePools(const ApiCall &call, Envelope &envelope);

void answerRules(const ApiCall &call, Envelope &envelope);
void answerAlerts(const ApiCall &call, Envelope &envelope);
void answerAlertmanagers(const ApiCall &call, Envelope &envelope);

void answerBuildInfo(const ApiCall &call, Envelope &envelope);
/// A configuration that would make Prometheus scrape the same targets.
void answerConfig(const ApiCall &call, Envelope &envelope);
void answerFlags(const ApiCall &call, Envelope &envelope);
void answerRuntimeInfo(const ApiCall &call, Envelope &envelope);
/// Nothing is replayed: the zeros of a Prometheus that has no log. The one endpoint that does not look at the
/// snapshot, which may be null: clients ask it to learn why a server is not ready.
void answerWalReplay(const ApiCall &call, Envelope &envelope);
/// What a client may count on: names and categories are Prometheus', and what is not in the list we do not
/// do.
void answerFeatures(const ApiCall &call, Envelope &envelope);
void answerTsdb(const ApiCall &call, Envelope &envelope);

} // namespace sightglass
