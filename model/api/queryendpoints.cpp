// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apitime.h"
#include "model/api/endpoints.h"
#include "model/api/parameterreader.h"
#include "model/api/resultjson.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace sightglass {

namespace {

/// Prometheus' limit: (end - start) / step may be as much, so there may be a point more.
constexpr std::int64_t maxIntervals = 11'000;

using Seconds = std::chrono::duration<double>;

double secondsSince(std::chrono::steady_clock::time_point begin)
{
    return Seconds(std::chrono::steady_clock::now() - begin).count();
}

/// What both query endpoints read.
struct QueryRequest
{
    QueryOptions options;
    std::size_t limit = 0;
    promql::ExprPtr expr;
    double parseSeconds = 0;
};

/// The options of this request: its timeout can only shorten the server's, and has begun when it came.
void readOptions(ParameterReader &reader, const ApiContext &context, QueryOptions &options)
{
    options = context.query;
    options.maxSteps = maxIntervals + 1;
    if (const auto timeout = reader.duration("timeout"))
        options.timeoutMs = std::min(options.timeoutMs, *timeout);
    options.timeoutMs -= context.waitedMs;
    if (reader.text("lookback_delta").empty())
        return;
    const auto lookback = parseApiDuration(reader.text("lookback_delta"));
    if (const auto *problem = std::get_if<std::string>(&lookback))
        reader.fail(badData("error parsing lookback delta duration: " + *problem));
    else if (*std::get_if<std::int64_t>(&lookback) > 0)
        options.lookbackMs = *std::get_if<std::int64_t>(&lookback);
}

void readExpression(ParameterReader &reader, QueryRequest &request)
{
    if (reader.failed())
        return;
    const auto begin = std::chrono::steady_clock::now();
    const auto expr = promql::parseExpr(reader.text("query"), request.options.features);
    if (!expr) {
        reader.fail(invalidParameter("query", parseErrorText(expr.error())));
        return;
    }
    request.expr = *expr;
    request.parseSeconds = secondsSince(begin);
}

void writeStats(JsonWriter &writer, const QueryRequest &request, std::int64_t waitedMs, double evaluated,
                const QueryStatistics &statistics)
{
    const double waited = static_cast<double>(waitedMs) / 1000;
    const auto timing = [&writer](std::string_view name, double seconds) {
        writer.key(name);
        writer.real(seconds);
    };
    writer.key("stats");
    writer.beginObject();
    writer.key("timings");
    writer.beginObject();
    timing("evalTotalTime", evaluated);
    timing("resultSortTime", statistics.sortSeconds);
    timing("queryPreparationTime", request.parseSeconds);
    timing("innerEvalTime", evaluated - statistics.sortSeconds);
    timing("execQueueTime", waited);
    timing("execTotalTime", waited + request.parseSeconds + evaluated);
    writer.endObject();
    writer.key("samples");
    writer.beginObject();
    writer.key("totalQueryableSamples");
    writer.integer(static_cast<std::int64_t>(statistics.samples));
    writer.key("peakSamples");
    writer.integer(static_cast<std::int64_t>(statistics.peakSamples));
    writer.endObject();
    writer.endObject();
}

/// Evaluates, and writes what came of it. `t` is the time of an instant query.
template<typename Evaluate>
void answerWith(const ApiCall &call, Envelope &envelope, const QueryRequest &request, TimestampMs t,
                Evaluate evaluate)
{
    if (request.options.timeoutMs <= 0)
        return envelope.fail({ApiErrorType::Timeout, "query timed out in query queue"});
    const bool statistics = !call.request.parameters.value("stats").empty();
    QueryOptions options = request.options;
    options.collectsStatistics = statistics;
    const auto begin = std::chrono::steady_clock::now();
    const Result<QueryResult> result = evaluate(QueryEngine(options));
    const double evaluated = secondsSince(begin);
    if (!result)
        return envelope.fail(evaluationFailure(result.error()));
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    const bool complete = writeResultMembers(writer, *result, t, request.limit);
    if (statistics)
        writeStats(writer, request, call.context.waitedMs, evaluated, result->statistics);
    writer.endObject();
    envelope.annotate(result->annotations, call.request.parameters.value("query"));
    if (!complete)
        envelope.warn(std::string(truncatedText));
}

/// start, end and step, checked as Prometheus checks them.
StepRange readSteps(ParameterReader &reader)
{
    StepRange steps;
    steps.start = reader.requiredTime("start");
    steps.end = reader.requiredTime("end");
    if (steps.end < steps.start)
        reader.fail(invalidParameter("end", "end timestamp must not be before start time"));
    steps.stepMs = reader.requiredDuration("step");
    if (steps.stepMs <= 0)
        reader.fail(invalidParameter("step", "zero or negative query resolution step widths are not "
                                             "accepted. Try a positive integer"));
    else if ((steps.end - steps.start) / steps.stepMs > maxIntervals)
        reader.fail(badData("exceeded maximum resolution of 11,000 points per timeseries. Try decreasing "
                            "the query resolution (?step=XX)"));
    return steps;
}

} // namespace

void answerQuery(const ApiCall &call, Envelope &envelope)
{
    ParameterReader reader(call.request.parameters);
    QueryRequest request;
    request.limit = reader.limit();
    const TimestampMs t = reader.time("time", call.context.now);
    readOptions(reader, call.context, request.options);
    readExpression(reader, request);
    if (reader.failed())
        return envelope.fail(reader.error());
    answerWith(call, envelope, request, t, [&](const QueryEngine &engine) {
        return engine.instant(*call.context.state->snapshot, *request.expr, t, call.context.cancel);
    });
}

void answerQueryRange(const ApiCall &call, Envelope &envelope)
{
    ParameterReader reader(call.request.parameters);
    QueryRequest request;
    request.limit = reader.limit();
    const StepRange steps = readSteps(reader);
    readOptions(reader, call.context, request.options);
    readExpression(reader, request);
    if (reader.failed())
        return envelope.fail(reader.error());
    using promql::ValueType;
    const ValueType type = request.expr->type;
    if (type != ValueType::Scalar && type != ValueType::InstantVector) {
        const std::string_view name = type == ValueType::String ? "string" : "range vector";
        return envelope.fail(invalidParameter("query", "invalid expression type \"" + std::string(name) +
                                                           "\" for range query, must be Scalar or instant "
                                                           "Vector"));
    }
    answerWith(call, envelope, request, steps.start, [&](const QueryEngine &engine) {
        return engine.range(*call.context.state->snapshot, *request.expr, steps, call.context.cancel);
    });
}

} // namespace sightglass
