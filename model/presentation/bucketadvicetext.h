// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"

#include <QString>

namespace sightglass {

/// Whether buckets like that have no quantile, or none that means anything.
[[nodiscard]] constexpr bool isProblem(BucketAdvice::Kind kind) noexcept
{
    return kind != BucketAdvice::Kind::OneBucket && kind != BucketAdvice::Kind::AboveLastBound;
}

/// Advice on a histogram's bounds as its panel says it: "http_latency: 99.98 % of observations are in le=5:
/// bounds below 5 are missing". Bounds are written as the `le` label writes them. Plain text, made safe by
/// displayText().
[[nodiscard]] QString bucketAdviceText(const BucketAdvice &advice);

/// Why a quantile of such buckets is NaN, in a few words; empty where it need not be.
[[nodiscard]] QString bucketProblemText(BucketAdvice::Kind kind);

} // namespace sightglass
