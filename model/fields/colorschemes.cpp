// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/colorschemes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace sightglass {

namespace {

enum class Drawing : std::uint8_t
{
    Spline,  ///< the colours are control points, as d3's interpolateRgbBasis takes them
    Straight ///< they are samples of the scheme
};

struct Scheme
{
    std::string_view id;
    std::span<const std::string_view> colors;
    Drawing drawing = Drawing::Spline;
};

using Name = std::string_view;

constexpr Name viridis[] = {"#440154", "#472d7b", "#3b528b", "#2c728e", "#21918c",
                            "#28ae80", "#5ec962", "#addc30", "#fde725"};
constexpr Name magma[] = {"#000004", "#1d1147", "#51127c", "#822681", "#b73779",
                          "#e75263", "#fc8961", "#fec488", "#fcfdbf"};
constexpr Name plasma[] = {"#0d0887", "#4c02a1", "#7e03a8", "#aa2395", "#cc4778",
                           "#e66c5c", "#f89540", "#fdc527", "#f0f921"};
constexpr Name inferno[] = {"#000004", "#210c4a", "#57106e", "#8a226a", "#bc3754",
                            "#e45a31", "#f98e09", "#f9cb35", "#fcffa4"};
constexpr Name cividis[] = {"#002051", "#11366c", "#3c4d6e", "#62646f", "#7f7c75",
                            "#9a9478", "#bbaf71", "#e2cb5c", "#fdea45"};
constexpr Name greenYellowRed[] = {"green", "yellow", "red"};
constexpr Name redYellowGreen[] = {"red", "yellow", "green"};
constexpr Name blueYellowRed[] = {"dark-blue", "super-light-yellow", "dark-red"};
constexpr Name yellowRed[] = {"super-light-yellow", "dark-red"};
constexpr Name bluePurple[] = {"blue", "purple"};
constexpr Name yellowBlue[] = {"super-light-yellow", "dark-blue"};
constexpr Name blues[] = {"panel-bg", "dark-blue"};
constexpr Name reds[] = {"panel-bg", "dark-red"};
constexpr Name greens[] = {"panel-bg", "dark-green"};
constexpr Name purples[] = {"panel-bg", "dark-purple"};

constexpr Scheme schemes[] = {
    {"continuous-viridis", viridis, Drawing::Straight},
    {"continuous-magma", magma, Drawing::Straight},
    {"continuous-plasma", plasma, Drawing::Straight},
    {"continuous-inferno", inferno, Drawing::Straight},
    {"continuous-cividis", cividis, Drawing::Straight},
    {"continuous-GrYlRd", greenYellowRed},
    {"continuous-RdYlGr", redYellowGreen},
    {"continuous-BlYlRd", blueYellowRed},
    {"continuous-YlRd", yellowRed},
    {"continuous-BlPu", bluePurple},
    {"continuous-YlBl", yellowBlue},
    {"continuous-blues", blues},
    {"continuous-reds", reds},
    {"continuous-greens", greens},
    {"continuous-purples", purples},
};

constexpr auto ids = [] {
    std::array<std::string_view, std::size(schemes)> all;
    for (std::size_t at = 0; at < all.size(); ++at)
        all[at] = schemes[at].id;
    return all;
}();

const Scheme *findScheme(std::string_view id) noexcept
{
    const auto *found = std::find_if(std::begin(schemes), std::end(schemes),
                                     [id](const Scheme &scheme) { return scheme.id == id; });
    return found != std::end(schemes) ? found : nullptr;
}

/// The four points around a stretch, one channel of each.
using Stretch = std::array<double, 4>;

/// A uniform cubic B-spline at `t` of the stretch between the second and the third point.
double splineAt(const Stretch &points, double t) noexcept
{
    const double t2 = t * t;
    const double t3 = t2 * t;
    return ((1 - 3 * t + 3 * t2 - t3) * points[0] + (4 - 6 * t2 + 3 * t3) * points[1] +
            (1 + 3 * t + 3 * t2 - 3 * t3) * points[2] + t3 * points[3]) /
           6;
}

std::uint8_t channelByte(double value) noexcept
{
    return std::uint8_t(std::lround(std::clamp(value, 0.0, 255.0)));
}

/// One channel of the scheme at a share of its way.
class Channel
{
public:
    Channel(const Scheme &scheme, std::uint8_t Rgba::*channel, Surface surface) noexcept
        : m_scheme(scheme)
        , m_channel(channel)
        , m_surface(surface)
    {}

    [[nodiscard]] std::uint8_t at(double share) const noexcept
    {
        const std::size_t stretches = m_scheme.colors.size() - 1;
        const double place = share * double(stretches);
        const std::size_t stretch = std::min(std::size_t(place), stretches - 1);
        const double t = place - double(stretch);
        const double from = color(stretch);
        const double to = color(stretch + 1);
        if (m_scheme.drawing == Drawing::Straight)
            return channelByte(from + (to - from) * t);
        // Beyond its ends the scheme goes on as straight as it came.
        const double before = stretch > 0 ? color(stretch - 1) : 2 * from - to;
        const double behind = stretch + 1 < stretches ? color(stretch + 2) : 2 * to - from;
        return channelByte(splineAt({before, from, to, behind}, t));
    }

private:
    [[nodiscard]] double color(std::size_t at) const noexcept
    {
        return double(namedColor(m_scheme.colors[at], m_surface).value_or(Rgba{}).*m_channel);
    }

    const Scheme &m_scheme;
    std::uint8_t Rgba::*m_channel;
    Surface m_surface;
};

} // namespace

std::span<const std::string_view> schemeColors(std::string_view id) noexcept
{
    const Scheme *scheme = findScheme(id);
    return scheme != nullptr ? scheme->colors : std::span<const std::string_view>{};
}

std::span<const std::string_view> schemeIds() noexcept
{
    return ids;
}

std::optional<Rgba> schemeColor(std::string_view id, double share, Surface surface) noexcept
{
    const Scheme *scheme = findScheme(id);
    if (scheme == nullptr)
        return std::nullopt;
    const double place = std::isnan(share) ? 0 : std::clamp(share, 0.0, 1.0);
    return Rgba{Channel(*scheme, &Rgba::red, surface).at(place),
                Channel(*scheme, &Rgba::green, surface).at(place),
                Channel(*scheme, &Rgba::blue, surface).at(place), 255};
}

} // namespace sightglass
