// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/seriesstats.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

std::optional<double> lastValue(std::span<const Sample> samples)
{
    for (auto it = samples.rbegin(); it != samples.rend(); ++it) {
        if (!std::isnan(it->v))
            return it->v;
    }
    return std::nullopt;
}

} // namespace

std::optional<double> calculate(Calculation calculation, std::span<const Sample> samples) noexcept
{
    if (calculation == Calculation::Last)
        return lastValue(samples);
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    double sum = 0;
    std::size_t count = 0;
    for (const Sample &sample : samples) {
        if (std::isnan(sample.v))
            continue;
        low = std::min(low, sample.v);
        high = std::max(high, sample.v);
        sum += sample.v;
        ++count;
    }
    if (count == 0)
        return std::nullopt;
    switch (calculation) {
    case Calculation::Min:
        return low;
    case Calculation::Max:
        return high;
    case Calculation::Mean:
        return sum / static_cast<double>(count);
    case Calculation::Sum:
    case Calculation::Last:
        break;
    }
    return sum;
}

QString calculationName(Calculation calculation)
{
    switch (calculation) {
    case Calculation::Last:
        return QCoreApplication::translate("sightglass::Calculation", "last");
    case Calculation::Min:
        return QCoreApplication::translate("sightglass::Calculation", "min");
    case Calculation::Max:
        return QCoreApplication::translate("sightglass::Calculation", "max");
    case Calculation::Mean:
        return QCoreApplication::translate("sightglass::Calculation", "mean");
    case Calculation::Sum:
        break;
    }
    return QCoreApplication::translate("sightglass::Calculation", "sum");
}

} // namespace sightglass
