// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/mathexpression.h"
#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace sightglass {

enum class ExpressionKind : std::uint8_t
{
    Math,
    Reduce,
    Resample,
    Threshold
};

/// What Grafana's server does with a number that is none before it reduces.
enum class NonNumbers : std::uint8_t
{
    Strict, ///< the result is none either
    Drop,
    Replace
};

/// One of a panel's queries that asks no data source but reckons with the answers of others: Grafana's
/// server-side expressions. It stands among PanelSpec::otherQueries.
struct ServerExpression
{
    std::string refId;
    bool hidden = false;
    ExpressionKind kind = ExpressionKind::Math;
    MathNode math;     ///< also of Threshold: it is one
    std::string input; ///< the refId that Reduce and Resample read
    std::string
        word; ///< the reducer, or how values are put together: sum, mean, min, max, count, last, median
    NonNumbers nonNumbers = NonNumbers::Strict;
    double replacement = 0;
    std::string upsampler; ///< pad, backfilling, fillna
    std::string window;    ///< a duration; variables have been filled in
};

/// Whether this asks no data source: its type or uid is "__expr__".
[[nodiscard]] bool isServerExpression(const std::string &json);

/// Errors: ConfigValue, what of it is not known or does not parse; Unsupported for kinds that are not
/// reckoned here (classic conditions, SQL).
[[nodiscard]] Result<ServerExpression> serverExpressionOf(const std::string &json);

/// More are not reckoned: each may need the one before.
inline constexpr std::size_t mostServerExpressions = 100;

/// Those of a panel in their order, without those that serverExpressionOf() refuses; the first
/// mostServerExpressions of them. Their series have PanelSeries::query from the number of the panel's queries
/// on.
[[nodiscard]] std::vector<ServerExpression> serverExpressions(const PanelSpec &panel);

/// Whether there are any; cheap where the panel asks for nothing else.
[[nodiscard]] bool hasServerExpressions(const PanelSpec &panel);

/// The queries whose answers the shown expressions need, hidden ones too; by PanelSpec::queries.
[[nodiscard]] std::vector<bool> neededQueries(const PanelSpec &panel,
                                              const std::vector<ServerExpression> &expressions);

struct ExpressionContext
{
    /// By query: how many of its series, the first ones, are of its instant; empty where none is asked over
    /// the range too.
    std::span<const std::size_t> instantSeries = {};
    std::stop_token cancel = {};
};

/// Adds the series of the panel's expressions to the answers of its queries, and takes out those of hidden
/// queries. Numbers are series of one sample at the range's end. A failing expression sets the error where
/// there is none; so does one that comes to too much: all of a panel reckon with five million points. Whoever
/// cancels gets some of the series or none.
void addServerExpressions(PanelData &data, const PanelSpec &panel,
                          const std::vector<ServerExpression> &expressions, const ExpressionContext &context);

} // namespace sightglass
