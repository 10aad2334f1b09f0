// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apitime.h"
#include "model/api/endpoints.h"
#include "model/api/parameterreader.h"
#include "model/api/resultjson.h"
#include "model/storage/exemplars.h"
#include "parser/base/numbertext.h"
#include "parser/promql/exprparts.h"
#include "parser/promql/parse.h"

namespace sightglass {

namespace {

void writeExemplar(JsonWriter &writer, const Exemplar &exemplar)
{
    writer.beginObject();
    writer.key("labels");
    writeLabels(writer, exemplar.labels);
    writer.member("value", formatFloat(exemplar.value));
    writer.key("timestamp");
    writer.literal(secondsText(exemplar.t));
    writer.endObject();
}

void writeSeries(JsonWriter &writer, const SeriesExemplars &series)
{
    writer.beginObject();
    writer.key("seriesLabels");
    writeLabels(writer, series.series);
    writer.key("exemplars");
    writer.beginArray();
    for (const Exemplar &exemplar : series.exemplars) {
        if (writer.full())
            break;
        writeExemplar(writer, exemplar);
    }
    writer.endArray();
    writer.endObject();
}

} // namespace

void answerQueryExemplars(const ApiCall &call, Envelope &envelope)
{
    ParameterReader reader(call.request.parameters);
    const TimeRange range = reader.range();
    if (reader.failed())
        return envelope.fail(reader.error());
    if (range.to < range.from)
        return envelope.fail(badData("end timestamp must not be before start timestamp"));
    const auto expr = promql::parseExpr(reader.text("query"), call.context.query.features);
    if (!expr)
        return envelope.fail(badData(parseErrorText(expr.error())));
    std::vector<std::vector<Matcher>> matcherSets;
    for (const promql::VectorSelector *selector : promql::selectorsOf(**expr))
        matcherSets.push_back(selector->matchers);
    if (matcherSets.empty())
        return;
    JsonWriter &writer = envelope.data();
    writer.beginArray();
    for (const SeriesExemplars &series : selectExemplars(*call.context.state->snapshot, matcherSets, range)) {
        if (writer.full() || call.context.cancel.stop_requested())
            break;
        writeSeries(writer, series);
    }
    writer.endArray();
}

} // namespace sightglass
