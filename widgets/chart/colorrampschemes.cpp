// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of colours: ColorBrewer's (Cynthia Brewer, Apache licence), matplotlib's (CC0), and the formulas of
// Turbo and Cividis. What is between them is interpolated as d3 does, by a uniform B-spline.
#include "widgets/chart/colorrampschemes.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <numbers>

namespace sightglass {

namespace {

/// When the scheme runs the other way.
enum class Turned : unsigned char
{
    Never,
    OnDark,
    Always
};

struct Rgb
{
    double r = 0;
    double g = 0;
    double b = 0;
};

using Formula = Rgb (*)(double);

struct Scheme
{
    std::string_view name;
    Turned turned;
    std::string_view stops; ///< six hexadecimal digits each
    Formula formula = nullptr;
    bool isSampled = false; ///< the stops are the scheme's own colours, not the knots of a spline
};

/// Of degree 5, the coefficients of t^0 first.
double polynomial(const std::array<double, 6> &c, double t)
{
    return c[0] + t * (c[1] + t * (c[2] + t * (c[3] + t * (c[4] + t * c[5]))));
}

Rgb turbo(double t)
{
    return {polynomial({34.61, 1172.33, -10793.56, 33300.12, -38394.49, 14825.05}, t),
            polynomial({23.31, 557.33, 1225.33, -3574.96, 1073.77, 707.56}, t),
            polynomial({27.2, 3211.1, -15327.97, 27814, -22569.18, 6838.66}, t)};
}

Rgb cividis(double t)
{
    return {polynomial({-4.54, -35.34, 2381.73, -6402.7, 7024.72, -2710.57}, t),
            polynomial({32.49, 170.73, 52.82, -131.46, 176.58, -67.37}, t),
            polynomial({81.24, 442.36, -2482.43, 6167.24, -6614.94, 2475.67}, t)};
}

/// Dave Green's cubehelix (2011): hue in degrees, saturation, lightness.
Rgb cubehelix(double hue, double saturation, double lightness)
{
    const double angle = (hue + 120) * std::numbers::pi / 180;
    const double amplitude = saturation * lightness * (1 - lightness);
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    return {255 * (lightness + amplitude * (-0.14861 * c + 1.78277 * s)),
            255 * (lightness + amplitude * (-0.29227 * c - 0.90649 * s)),
            255 * (lightness + amplitude * 1.97294 * c)};
}

Rgb cubehelixDefault(double t)
{
    return cubehelix(std::lerp(300.0, -240.0, t), 0.5, t);
}

Rgb warm(double t)
{
    return cubehelix(std::lerp(-100.0, 80.0, t), std::lerp(0.75, 1.5, t), std::lerp(0.35, 0.8, t));
}

Rgb cool(double t)
{
    return cubehelix(std::lerp(260.0, 80.0, t), std::lerp(0.75, 1.5, t), std::lerp(0.35, 0.8, t));
}

Rgb rainbow(double t)
{
    const double away = std::fabs(t - 0.5);
    return cubehelix(360 * t - 100, 1.5 - 1.5 * away, 0.8 - 0.9 * away);
}

Rgb sinebow(double t)
{
    const double angle = (0.5 - t) * std::numbers::pi;
    const auto square = [](double x) { return 255 * x * x; };
    return {square(std::sin(angle)), square(std::sin(angle + std::numbers::pi / 3)),
            square(std::sin(angle + 2 * std::numbers::pi / 3))};
}

constexpr std::array schemes{
    // Diverging
    Scheme{"BrBG", Turned::Always, "5430058c510abf812ddfc27df6e8c3f5f5f5c7eae580cdc135978f01665e003c30"},
    Scheme{"PiYG", Turned::Always, "8e0152c51b7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221276419"},
    Scheme{"PRGn", Turned::Always, "40004b762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b783700441b"},
    Scheme{"PuOr", Turned::Always, "2d004b5427888073acb2abd2d8daebf7f7f7fee0b6fdb863e08214b358067f3b08"},
    Scheme{"RdBu", Turned::Always, "67001fb2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac053061"},
    Scheme{"RdGy", Turned::Always, "67001fb2182bd6604df4a582fddbc7ffffffe0e0e0bababa8787874d4d4d1a1a1a"},
    Scheme{"RdYlBu", Turned::Always, "a50026d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4313695"},
    Scheme{"RdYlGn", Turned::Always, "a50026d73027f46d43fdae61fee08bffffbfd9ef8ba6d96a66bd631a9850006837"},
    Scheme{"Spectral", Turned::Always, "9e0142d53e4ff46d43fdae61fee08bffffbfe6f598abdda466c2a53288bd5e4fa2"},
    // Sequential, one hue
    Scheme{"Blues", Turned::OnDark, "f7fbffdeebf7c6dbef9ecae16baed64292c62171b508519c08306b"},
    Scheme{"Greens", Turned::OnDark, "f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45006d2c00441b"},
    Scheme{"Greys", Turned::OnDark, "fffffff0f0f0d9d9d9bdbdbd969696737373525252252525000000"},
    Scheme{"Oranges", Turned::OnDark, "fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704"},
    Scheme{"Purples", Turned::OnDark, "fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d"},
    Scheme{"Reds", Turned::OnDark, "fff5f0fee0d2fcbba1fc9272fb6a4aef3b2ccb181da50f1567000d"},
    // Sequential, several hues
    Scheme{"Turbo", Turned::Never, "", turbo},
    Scheme{"Cividis", Turned::Never, "", cividis},
    Scheme{"Viridis", Turned::Never, "4401544828783e498931688e26828e1f9e8935b7796ece58b5de2bfde725", nullptr,
           true},
    Scheme{"Magma", Turned::Never, "000004180f3d440f76721f819e2f7fcd4071f1605dfd9668feca8dfcfdbf", nullptr,
           true},
    Scheme{"Inferno", Turned::Never, "0000041b0c414a0c6b781c6da52c60cf4446ed6925fb9b06f7d13dfcffa4", nullptr,
           true},
    Scheme{"Plasma", Turned::Never, "0d088746039f7201a89c179ebd3786d8576bed7953fb9f3afdca26f0f921", nullptr,
           true},
    Scheme{"Warm", Turned::Never, "", warm},
    Scheme{"Cool", Turned::Never, "", cool},
    Scheme{"CubehelixDefault", Turned::Never, "", cubehelixDefault},
    Scheme{"BuGn", Turned::OnDark, "f7fcfde5f5f9ccece699d8c966c2a441ae76238b45006d2c00441b"},
    Scheme{"BuPu", Turned::OnDark, "f7fcfde0ecf4bfd3e69ebcda8c96c68c6bb188419d810f7c4d004b"},
    Scheme{"GnBu", Turned::OnDark, "f7fcf0e0f3dbccebc5a8ddb57bccc44eb3d32b8cbe0868ac084081"},
    Scheme{"OrRd", Turned::OnDark, "fff7ecfee8c8fdd49efdbb84fc8d59ef6548d7301fb300007f0000"},
    Scheme{"PuBuGn", Turned::OnDark, "fff7fbece2f0d0d1e6a6bddb67a9cf3690c002818a016c59014636"},
    Scheme{"PuBu", Turned::OnDark, "fff7fbece7f2d0d1e6a6bddb74a9cf3690c00570b0045a8d023858"},
    Scheme{"PuRd", Turned::OnDark, "f7f4f9e7e1efd4b9dac994c7df65b0e7298ace125698004367001f"},
    Scheme{"RdPu", Turned::OnDark, "fff7f3fde0ddfcc5c0fa9fb5f768a1dd3497ae017e7a017749006a"},
    Scheme{"YlGnBu", Turned::OnDark, "ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58"},
    Scheme{"YlGn", Turned::OnDark, "ffffe5f7fcb9d9f0a3addd8e78c67941ab5d238443006837004529"},
    Scheme{"YlOrBr", Turned::OnDark, "ffffe5fff7bcfee391fec44ffe9929ec7014cc4c02993404662506"},
    Scheme{"YlOrRd", Turned::OnDark, "ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cbd0026800026"},
    // Cyclical
    Scheme{"Rainbow", Turned::Never, "", rainbow},
    Scheme{"Sinebow", Turned::Never, "", sinebow},
};

int hexDigit(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

double channelAt(std::string_view stops, std::size_t stop, std::size_t channel)
{
    const std::size_t at = stop * 6 + channel * 2;
    return hexDigit(stops[at]) * 16 + hexDigit(stops[at + 1]);
}

/// A uniform cubic B-spline through four neighbours; beyond the ends they are mirrored at them.
double spline(std::string_view stops, std::size_t channel, double share)
{
    const std::size_t last = stops.size() / 6 - 1;
    const double place = share * static_cast<double>(last);
    const std::size_t i = std::min(static_cast<std::size_t>(place), last - 1);
    const double t = place - static_cast<double>(i);
    const double v1 = channelAt(stops, i, channel);
    const double v2 = channelAt(stops, i + 1, channel);
    const double v0 = i > 0 ? channelAt(stops, i - 1, channel) : 2 * v1 - v2;
    const double v3 = i + 2 <= last ? channelAt(stops, i + 2, channel) : 2 * v2 - v1;
    const double t2 = t * t;
    const double t3 = t2 * t;
    return ((1 - 3 * t + 3 * t2 - t3) * v0 + (4 - 6 * t2 + 3 * t3) * v1 + (1 + 3 * t + 3 * t2 - 3 * t3) * v2 +
            t3 * v3) /
           6;
}

double between(std::string_view stops, std::size_t channel, double share)
{
    const std::size_t last = stops.size() / 6 - 1;
    const double place = share * static_cast<double>(last);
    const std::size_t i = std::min(static_cast<std::size_t>(place), last - 1);
    return std::lerp(channelAt(stops, i, channel), channelAt(stops, i + 1, channel),
                     place - static_cast<double>(i));
}

QRgb rounded(const Rgb &color)
{
    const auto channel = [](double c) { return static_cast<int>(std::lround(std::clamp(c, 0.0, 255.0))); };
    return qRgb(channel(color.r), channel(color.g), channel(color.b));
}

QRgb colorOf(const Scheme &scheme, double share)
{
    const double t = std::isnan(share) ? 0 : std::clamp(share, 0.0, 1.0);
    if (scheme.formula != nullptr)
        return rounded(scheme.formula(t));
    const auto channel = scheme.isSampled ? between : spline;
    return rounded({channel(scheme.stops, 0, t), channel(scheme.stops, 1, t), channel(scheme.stops, 2, t)});
}

const Scheme *schemeOf(std::string_view name)
{
    const auto same = [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    };
    const auto *const found = std::ranges::find_if(
        schemes, [&](const Scheme &scheme) { return std::ranges::equal(scheme.name, name, same); });
    return found == schemes.end() ? nullptr : found;
}

/// How solid the first colour of a scheme is that begins near the surface, and up to which share it gets so.
constexpr double fadingShare = 0.4;

QRgb mixed(QRgb below, QRgb above, double share)
{
    const auto channel = [share](int a, int b) {
        return static_cast<int>(std::lround(std::lerp(a, b, share)));
    };
    return qRgb(channel(qRed(below), qRed(above)), channel(qGreen(below), qGreen(above)),
                channel(qBlue(below), qBlue(above)));
}

/// Cuts a ramp into so many colours of equal shares.
template<typename ColorAt>
ColorRamp stepped(const RampLook &look, const ColorAt &colorAt)
{
    ColorRamp ramp{};
    const auto steps = static_cast<std::size_t>(std::clamp(look.steps, 2, static_cast<int>(ramp.size())));
    for (std::size_t i = 0; i < ramp.size(); ++i) {
        const std::size_t step = i * steps / ramp.size();
        const double share = static_cast<double>(step) / static_cast<double>(steps - 1);
        ramp[i] = colorAt(look.reversed ? 1 - share : share);
    }
    return ramp;
}

} // namespace

std::span<const std::string_view> rampSchemes() noexcept
{
    static const auto names = [] {
        std::array<std::string_view, schemes.size()> all;
        std::ranges::transform(schemes, all.begin(), &Scheme::name);
        return all;
    }();
    return names;
}

std::optional<QRgb> rampSchemeColor(std::string_view name, double share)
{
    const Scheme *scheme = schemeOf(name);
    return scheme != nullptr ? std::optional(colorOf(*scheme, share)) : std::nullopt;
}

ColorRamp schemeRamp(std::string_view name, const RampLook &look)
{
    const Scheme *scheme = schemeOf(name);
    if (scheme == nullptr) {
        const ColorRamp own = look.onDark ? rampOnDark() : rampOnLight();
        return stepped(look, [&own](double share) {
            return own[static_cast<std::size_t>(std::lround(share * static_cast<double>(own.size() - 1)))];
        });
    }
    const bool fades = scheme->turned == Turned::OnDark && look.onDark && look.surface;
    const bool turned = scheme->turned == Turned::Always || (scheme->turned == Turned::OnDark && look.onDark);
    return stepped(look, [&](double share) {
        const QRgb color = colorOf(*scheme, turned ? 1 - share : share);
        const double solid =
            fades ? std::min(look.leastSolid + (1 - look.leastSolid) * share / fadingShare, 1.0) : 1;
        return solid < 1 ? mixed(*look.surface, color, solid) : color;
    });
}

ColorRamp opacityRamp(QRgb surface, QRgb fill, const RampLook &look)
{
    return stepped(look, [surface, fill](double share) { return mixed(surface, fill, share); });
}

} // namespace sightglass
