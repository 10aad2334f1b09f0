// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/result.h"
#include "parser/exposition/nativehistogram.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sightglass {

/// Puts the series of one classic histogram together to a native histogram with custom bounds, with
/// Prometheus' rules and error texts (exposition reference, section 4).
class ClassicHistogram
{
public:
    void clear();

    /// A bucket's cumulative count. In any order; a bound that is there already is left as it is.
    void setBucket(double bound, double count);
    void setCount(double count);
    void setSum(double sum) noexcept { m_sum = sum; }

    /// The native histogram: views into this object, valid until it changes. Integer where all counts are
    /// whole, else float. An Error says why the series make no histogram.
    [[nodiscard]] Result<NativeHistogram> convert();

private:
    struct Bucket
    {
        double bound = 0;
        double count = 0;
    };

    void insertBucket(double bound, double count);
    void refuse(std::string problem);
    [[nodiscard]] bool isWhole() const noexcept;
    void fill(NativeHistogram &histogram);

    std::vector<Bucket> m_buckets; ///< ascending
    double m_count = 0;
    double m_sum = 0;
    bool m_hasCount = false;
    std::string m_problem; ///< the first one

    std::vector<double> m_bounds;
    std::vector<std::int64_t> m_deltas;
    std::vector<double> m_counts;
    BucketSpan m_span;
};

} // namespace sightglass
