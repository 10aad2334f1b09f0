// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/style/colourvision.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace sightglass::test {

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

Triple times(const Matrix &matrix, const Triple &v)
{
    Triple result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
    return result;
}

const Matrix &simulation(ColourVision eyes)
{
    static constexpr std::array<Matrix, 4> all{
        Matrix{Triple{1, 0, 0}, Triple{0, 1, 0}, Triple{0, 0, 1}},
        Matrix{Triple{0.152286, 1.052583, -0.204868}, Triple{0.114503, 0.786281, 0.099216},
               Triple{-0.003882, -0.048116, 1.051998}},
        Matrix{Triple{0.367322, 0.860646, -0.227968}, Triple{0.280085, 0.672501, 0.047413},
               Triple{-0.011820, 0.042940, 0.968881}},
        Matrix{Triple{1.255528, -0.076749, -0.178779}, Triple{-0.078411, 0.930809, 0.147602},
               Triple{0.004733, 0.691367, 0.303900}}};
    return all[static_cast<std::size_t>(eyes)];
}

/// CIELAB under D65.
Triple lab(const QColor &color, ColourVision eyes)
{
    Triple rgb =
        times(simulation(eyes), {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
    for (double &channel : rgb)
        channel = std::clamp(channel, 0.0, 1.0);
    static constexpr Matrix toXyz{Triple{0.4124564, 0.3575761, 0.1804375},
                                  Triple{0.2126729, 0.7151522, 0.0721750},
                                  Triple{0.0193339, 0.1191920, 0.9503041}};
    const Triple xyz = times(toXyz, rgb);
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double y = f(xyz[1]);
    return {116 * y - 16, 500 * (f(xyz[0] / 0.95047) - y), 200 * (y - f(xyz[2] / 1.08883))};
}

double degrees(double radians)
{
    return radians * 180 / std::numbers::pi;
}

double cosine(double angle)
{
    return std::cos(angle * std::numbers::pi / 180);
}

double sine(double angle)
{
    return std::sin(angle * std::numbers::pi / 180);
}

double hue(double a, double b)
{
    const double angle = degrees(std::atan2(b, a));
    return angle < 0 ? angle + 360 : angle;
}

double meanHue(double h1, double h2, bool grey)
{
    if (grey)
        return h1 + h2;
    if (std::abs(h1 - h2) <= 180)
        return (h1 + h2) / 2;
    return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

double chromaWeight(double chroma)
{
    const double power = std::pow(chroma, 7);
    return std::sqrt(power / (power + std::pow(25.0, 7)));
}

/// Sharma, Wu and Dalal (2005).
double ciede2000(const Triple &p, const Triple &q)
{
    const double mean = (std::hypot(p[1], p[2]) + std::hypot(q[1], q[2])) / 2;
    const double stretch = 1.5 - 0.5 * chromaWeight(mean);
    const double a1 = stretch * p[1];
    const double a2 = stretch * q[1];
    const double c1 = std::hypot(a1, p[2]);
    const double c2 = std::hypot(a2, q[2]);
    const bool grey = c1 * c2 == 0;
    const double h1 = hue(a1, p[2]);
    const double h2 = hue(a2, q[2]);
    const double turn = grey ? 0 : std::remainder(h2 - h1, 360.0);
    const double dHue = 2 * std::sqrt(c1 * c2) * sine(turn / 2);
    const double light = (p[0] + q[0]) / 2 - 50;
    const double chroma = (c1 + c2) / 2;
    const double h = meanHue(h1, h2, grey);
    const double t = 1 - 0.17 * cosine(h - 30) + 0.24 * cosine(2 * h) + 0.32 * cosine(3 * h + 6) -
                     0.2 * cosine(4 * h - 63);
    const double dl = (q[0] - p[0]) / (1 + 0.015 * light * light / std::sqrt(20 + light * light));
    const double dc = (c2 - c1) / (1 + 0.045 * chroma);
    const double dh = dHue / (1 + 0.015 * chroma * t);
    const double around = (h - 275) / 25;
    const double rotation = -2 * chromaWeight(chroma) * sine(60 * std::exp(-around * around));
    return std::sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

} // namespace

double colourDistance(const QColor &a, const QColor &b, ColourVision eyes)
{
    return ciede2000(lab(a, eyes), lab(b, eyes));
}

} // namespace sightglass::test
