// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/metricsconfig.h"

#include "parser/base/numbertext.h"

#include <cmath>

namespace sightglass::demo {

std::optional<std::vector<double>> parseBuckets(std::string_view text)
{
    std::vector<double> buckets;
    for (;;) {
        const std::size_t comma = text.find(',');
        const std::optional<double> bound = parseFloat(text.substr(0, comma));
        if (!bound || !std::isfinite(*bound) || *bound <= 0 || (!buckets.empty() && *bound <= buckets.back()))
            return std::nullopt;
        buckets.push_back(*bound);
        if (comma == std::string_view::npos)
            return buckets;
        text.remove_prefix(comma + 1);
    }
}

} // namespace sightglass::demo
