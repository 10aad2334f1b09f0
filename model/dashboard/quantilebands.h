// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/histogram/floathistogram.h"
#include "model/query/classichistogram.h"
#include "model/query/queryengine.h"
#include "parser/promql/ast.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace sightglass {

/// Bounds of all series of a query that are worked out at most: steps of buckets. What has more of them shows
/// no bands.
inline constexpr std::size_t maxBandPoints = 2'000'000;
/// The same of lines with values between their steps; what has more of them has bands at its steps only.
inline constexpr std::size_t maxFineBandPoints = 20'000'000;

/// The ends of the bucket that a quantile fell into: all that is known of it. What histogram_quantile answers
/// is a place in between, found by assuming that observations spread evenly.
struct QuantileBounds
{
    double low = 0;  ///< 0 for the lowest bucket where its upper bound is positive, else -Inf
    double high = 0; ///< +Inf in the bucket above the last bound

    friend bool operator==(const QuantileBounds &, const QuantileBounds &) = default;
};

/// Of a classic histogram; the buckets as bucketQuantile() takes them, which merges and repairs them. Nothing
/// where that answers NaN or q is outside [0, 1].
[[nodiscard]] std::optional<QuantileBounds> quantileBounds(double q, std::vector<Bucket> &buckets);

/// Of a native one, whose zero bucket is cut at 0 where all other observations are of one sign.
[[nodiscard]] std::optional<QuantileBounds> quantileBounds(double q, const FloatHistogram &histogram);

/// What the bands are worked out from.
struct BandSource
{
    const Snapshot &snapshot;
    const QueryEngine &engine;
    std::stop_token cancel;
};

/// Adds the bands of a query's series where its expression is histogram_quantile(q, …) with a constant q,
/// perhaps inside of what keeps the order of values and takes series one by one: arithmetic and comparison
/// with constants, label_replace, label_join, round, clamp and sort. The buckets are evaluated over the
/// data's range once more, which a cache of the engine has already; what wraps the quantile is applied to its
/// bounds by the same engine. An evaluation that fails or is cancelled adds nothing.
void addQuantileBands(PanelData &data, std::size_t query, const promql::Expr &expr, const BandSource &source);

/// The same at one time only, that of the newest sample of the query's series: what a panel of single numbers
/// shows. A series that ended before has no band.
void addNewestQuantileBands(PanelData &data, std::size_t query, const promql::Expr &expr,
                            const BandSource &source);

} // namespace sightglass
