// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/distincttexts.h"

#include "model/presentation/valuetext.h"

#include <cmath>
#include <vector>

namespace sightglass {

QStringList distinctTexts(QStringList texts, std::span<const double> values, std::string_view unit)
{
    std::vector<double> finite;
    bool areAlike = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto at = static_cast<qsizetype>(i);
        areAlike = areAlike || (i > 0 && texts[at] == texts[at - 1] && values[i] != values[i - 1]);
        if (std::isfinite(values[i]))
            finite.push_back(values[i]);
    }
    if (!areAlike)
        return texts;
    const std::vector<std::string> longer = formatTicks(finite, unit);
    auto next = longer.begin();
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isfinite(values[i]))
            texts[static_cast<qsizetype>(i)] = valueText(std::string_view(*next++));
    }
    return texts;
}

} // namespace sightglass
