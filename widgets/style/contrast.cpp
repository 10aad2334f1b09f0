// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/contrast.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return {channel(a.red(), b.red()), channel(a.green(), b.green()), channel(a.blue(), b.blue()), a.alpha()};
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QColor legibleOn(const QColor &color, const QColor &surface, double least)
{
    if (contrastRatio(color, surface) >= least)
        return color;
    const QColor white(Qt::white);
    const QColor black(Qt::black);
    const QColor end = contrastRatio(white, surface) >= contrastRatio(black, surface) ? white : black;
    constexpr int steps = 50;
    for (int step = 1; step < steps; ++step) {
        const QColor candidate = mixed(color, end, step / double(steps));
        if (contrastRatio(candidate, surface) >= least)
            return candidate;
    }
    return end;
}

QColor textOn(const QColor &fill)
{
    const QColor dark(Qt::black);
    const QColor light(Qt::white);
    return contrastRatio(dark, fill) >= contrastRatio(light, fill) ? dark : light;
}

} // namespace sightglass
