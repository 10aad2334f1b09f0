// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"
#include "parser/base/result.h"

#include <optional>
#include <vector>

namespace sightglass {

/// Makes one native histogram with custom buckets of a classic histogram's samples at one time (exposition
/// reference, section 4). Errors: ExpositionSyntax with Prometheus' text.
class CustomConversion
{
public:
    /// A _bucket sample: everything up to the bound, cumulated. Of equal bounds the first counts.
    Status setBucket(double upperBound, double cumulativeCount);
    /// The _count and the _sum sample. Without a count it is that of the highest bucket.
    Status setCount(double count);
    void setSum(double sum) { m_sum = sum; }

    /// Refused where there is neither count nor bucket, or the +Inf bucket's count is another than the count.
    [[nodiscard]] Result<FloatHistogram> convert() const;

private:
    struct Bucket
    {
        double upperBound;
        double count;
    };
    std::vector<Bucket> m_buckets; ///< bounds strictly ascending, counts never decreasing
    std::optional<double> m_count;
    double m_sum = 0;
};

} // namespace sightglass
