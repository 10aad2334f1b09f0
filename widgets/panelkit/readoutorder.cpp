// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/readoutorder.h"

#include "model/core/shortlength.h"
#include "model/presentation/valuetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace sightglass {

namespace {

bool comesBefore(double a, double b, SortOrder order)
{
    if (std::isnan(a) || std::isnan(b))
        return !std::isnan(a) && std::isnan(b);
    return order == SortOrder::Ascending ? a < b : a > b;
}

} // namespace

ReadoutOrder readoutOrder(std::span<const double> values, std::optional<std::size_t> nearest,
                          const TooltipOptions &options, std::size_t most)
{
    ReadoutOrder result;
    if (options.mode == TooltipMode::Hidden)
        return result;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!options.hideZeros || values[i] != 0 || nearest == i)
            result.rows.push_back(i);
    }
    if (options.sort != SortOrder::None) {
        std::ranges::stable_sort(result.rows, [&](std::size_t a, std::size_t b) {
            return comesBefore(values[a], values[b], options.sort);
        });
    }
    auto &rows = result.rows;
    const auto middle = std::ranges::find(rows, nearest.value_or(values.size()));
    const auto at = static_cast<std::size_t>(middle != rows.end() ? middle - rows.begin() : 0);
    if (options.mode == TooltipMode::Single)
        most = 1;
    if (rows.size() <= most)
        return result;
    const std::size_t first = std::min(at - std::min(at, most / 2), rows.size() - most);
    const bool single = options.mode == TooltipMode::Single;
    result.above = single ? 0 : first;
    result.below = single ? 0 : rows.size() - first - most;
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(first + most), rows.end());
    rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(first));
    return result;
}

QString lengthText(std::int64_t milliseconds)
{
    return valueText(std::string_view(shortLength(static_cast<double>(milliseconds) / 1000)));
}

/// As exactly as a distance from a pointer is of interest.
static QString roughLength(std::int64_t milliseconds)
{
    constexpr std::int64_t tenth = 100;
    constexpr std::int64_t second = 1000;
    const std::int64_t exact = milliseconds >= 60 * second ? second : milliseconds >= second ? tenth : 1;
    return lengthText((milliseconds + exact / 2) / exact * exact);
}

QString ageText(TimestampMs sample, TimestampMs readAt, std::int64_t exactMs)
{
    const std::int64_t age = readAt - sample;
    if (std::abs(age) <= exactMs)
        return {};
    return age > 0 ? QCoreApplication::translate("sightglass::Readout", "%1 old",
                                                 "a sample, as seen from the pointer: 12 s old")
                         .arg(roughLength(age))
                   : QCoreApplication::translate("sightglass::Readout", "%1 later",
                                                 "a sample, as seen from the pointer: 3 s later")
                         .arg(roughLength(-age));
}

} // namespace sightglass
