// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/chart/colorramp.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

/// A colour in OKLab (Björn Ottosson, 2020).
struct Lab
{
    double l;
    double a;
    double b;
};

double toLinear(int channel)
{
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

int fromLinear(double c)
{
    const double encoded = c <= 0.0031308 ? c * 12.92 : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
    return static_cast<int>(std::lround(std::clamp(encoded, 0.0, 1.0) * 255));
}

Lab toLab(QRgb color)
{
    const double r = toLinear(qRed(color));
    const double g = toLinear(qGreen(color));
    const double b = toLinear(qBlue(color));
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QRgb toRgb(const Lab &lab)
{
    const auto cube = [](double x) { return x * x * x; };
    const double l = cube(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b);
    const double m = cube(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b);
    const double s = cube(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b);
    return qRgb(fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
}

} // namespace

ColorRamp colorRamp(std::span<const QRgb> stops)
{
    ColorRamp ramp{};
    for (std::size_t i = 0; i < ramp.size(); ++i) {
        const double place = static_cast<double>(i) / static_cast<double>(ramp.size() - 1) *
                             static_cast<double>(stops.size() - 1);
        const auto left = std::min(static_cast<std::size_t>(place), stops.size() - 2);
        const double t = place - static_cast<double>(left);
        const Lab a = toLab(stops[left]);
        const Lab b = toLab(stops[left + 1]);
        ramp[i] = toRgb({std::lerp(a.l, b.l, t), std::lerp(a.a, b.a, t), std::lerp(a.b, b.b, t)});
    }
    return ramp;
}

ColorRamp rampOnDark()
{
    constexpr std::array<QRgb, 5> stops{qRgb(0x1e, 0x2c, 0x50), qRgb(0x2c, 0x5c, 0x9c),
                                        qRgb(0x24, 0x9c, 0xa0), qRgb(0x8c, 0xcf, 0x62),
                                        qRgb(0xfb, 0xec, 0x6e)};
    return colorRamp(stops);
}

ColorRamp rampOnLight()
{
    constexpr std::array<QRgb, 5> stops{qRgb(0xe2, 0xee, 0xf8), qRgb(0x9b, 0xcd, 0xe2),
                                        qRgb(0x45, 0x98, 0xc4), qRgb(0x2b, 0x5c, 0xa3),
                                        qRgb(0x24, 0x1f, 0x62)};
    return colorRamp(stops);
}

} // namespace sightglass
