// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/formatquery.h"

#include "model/assist/intervalmask.h"
#include "model/assist/loosetokens.h"
#include "model/dashboard/intervalvariables.h"
#include "parser/promql/parse.h"
#include "parser/promql/pretty.h"

#include <algorithm>

namespace sightglass {

Result<std::string> formattedQuery(std::string_view query)
{
    const std::string masked = maskedIntervals(query);
    const auto checked = promql::parseExpr(masked, promql::Features::all());
    if (!checked)
        return checked.error();
    const std::vector<LooseToken> tokens = looseTokens(masked);
    if (std::any_of(tokens.begin(), tokens.end(),
                    [](const LooseToken &token) { return token.kind == LooseToken::Kind::Comment; }))
        return Error{ErrorCode::Unsupported, {"comments are lost when a query is laid out anew"}, {}, {}};
    const auto expr =
        promql::parseExpr(replaceIntervalVariables(query, intervalPlaceholders()), promql::Features::all());
    if (!expr)
        return expr.error();
    return restoreIntervalVariables(promql::prettyExpr(**expr));
}

} // namespace sightglass
