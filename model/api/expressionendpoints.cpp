// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/astjson.h"
#include "model/api/endpoints.h"
#include "parser/promql/parse.h"
#include "parser/promql/pretty.h"

namespace sightglass {

namespace {

/// The query, parsed; null where it is none, which the envelope then says.
promql::ExprPtr parsedQuery(const ApiCall &call, Envelope &envelope)
{
    const auto expr = promql::parseExpr(call.request.parameters.value("query"), call.context.query.features);
    if (expr)
        return *expr;
    envelope.fail(invalidParameter("query", parseErrorText(expr.error())));
    return nullptr;
}

} // namespace

void answerFormatQuery(const ApiCall &call, Envelope &envelope)
{
    if (const promql::ExprPtr expr = parsedQuery(call, envelope))
        envelope.data().string(promql::prettyExpr(*expr));
}

void answerParseQuery(const ApiCall &call, Envelope &envelope)
{
    if (const promql::ExprPtr expr = parsedQuery(call, envelope))
        writeAst(envelope.data(), *expr);
}

} // namespace sightglass
