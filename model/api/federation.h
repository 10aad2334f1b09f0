// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/apicontext.h"
#include "model/api/apirequest.h"
#include "parser/exposition/expositionformat.h"
#include "parser/exposition/scrapeprotocol.h"

#include <string>
#include <string_view>

namespace sightglass {

/// How a page of /federate is written.
struct FederationFormat
{
    ExpositionFormat format = ExpositionFormat::PrometheusText;
    NameEscaping escaping = NameEscaping::Underscores;
    std::string contentType;
};

/// What Prometheus makes of an Accept header: delimited protobuf or text 1.0.0 where they are asked for
/// before text 0.0.4, which is also what there is when nothing fits. No OpenMetrics: Prometheus does not
/// federate in it. Of protobuf's textual forms, which are for reading by eye, text 0.0.4 takes the place.
[[nodiscard]] FederationFormat federationFormat(std::string_view accept);

/// GET /federate?match[]=SELECTOR: the newest sample of every series that a selector selects, not older than
/// the lookback, with its time, sorted by family; series that have ended are left out, and one without
/// instance label has instance="". A Prometheus that scrapes this with honor_labels has the same series with
/// the same values as if it scraped another Prometheus.
///
/// Unlike Prometheus, which calls everything untyped, this tells what it knows: TYPE and HELP, and exemplars
/// in protobuf, because who reads the page, by eye or by program, wants to know a counter from a gauge.
/// Names, labels and values never depend on that (exportFamilies()). Errors are plain text, as there: 400 for
/// a selector that is none, 503 while there is nothing, and ours, 422, for a page beyond the limit.
[[nodiscard]] ApiResponse answerFederate(const ApiRequest &request, const ApiContext &context);

} // namespace sightglass
