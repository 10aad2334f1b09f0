// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/gaugescale.h"

#include "model/core/proportion.h"

#include <QConicalGradient>

#include <algorithm>
#include <numbers>

namespace sightglass {

double radians(double degrees) noexcept
{
    return degrees * std::numbers::pi / 180;
}

GaugeScale gaugeScale(GaugeShape shape) noexcept
{
    constexpr double top = 90;
    constexpr double round = 360;
    return shape == GaugeShape::Circle ? GaugeScale{top, round} : GaugeScale{};
}

QPainterPath arcPath(const GaugeScale &scale, const QRectF &circle, double from, double to)
{
    const double start = scale.start - from * scale.span;
    QPainterPath path;
    path.arcMoveTo(circle, start);
    path.arcTo(circle, start, -(to - from) * scale.span);
    return path;
}

double gaugeShareOfStep(const Thresholds &thresholds, double from, const GaugeRange &range)
{
    return thresholds.mode == ThresholdsMode::Percentage ? std::clamp(from / 100, 0.0, 1.0)
                                                         : range.share(from);
}

std::vector<GaugePart> gaugeParts(const InstantValue &value, const Theme &theme)
{
    const Thresholds thresholds = value.config->thresholds.value_or(Thresholds());
    const std::vector<ThresholdStep> &steps = thresholds.steps;
    std::vector<GaugePart> parts;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const double from = steps[i].from ? gaugeShareOfStep(thresholds, *steps[i].from, value.range) : 0;
        const bool more = i + 1 < steps.size() && steps[i + 1].from;
        const double to = more ? gaugeShareOfStep(thresholds, *steps[i + 1].from, value.range) : 1;
        if (to > from)
            parts.push_back({from, to, theme.named(steps[i].color)});
    }
    return parts;
}

QPen flatPen(const QBrush &brush, double width)
{
    return {brush, width, Qt::SolidLine, Qt::FlatCap};
}

namespace {

/// The colours of a bar in those of the values that it passes.
class PassedColors
{
public:
    PassedColors(const InstantValue &value, const Theme &theme)
        : m_value(value)
        , m_theme(theme)
        , m_end(std::max(value.range.share(value.value), 1.0 / stops))
    {
        const ColorMode mode = value.config->color ? value.config->color->mode : ColorMode::Thresholds;
        m_byValue = mode == ColorMode::Thresholds || mode == ColorMode::Continuous;
    }

    static constexpr int stops = 24;

    /// At a share of the scale.
    [[nodiscard]] QColor at(double share) const
    {
        constexpr double unchanged = 100;
        constexpr double darkest = 70; // percent, more
        const double before = 1 - std::min(share / m_end, 1.0);
        const QColor color = m_value.color.darker(static_cast<int>(unchanged + darkest * before));
        if (!m_byValue || !m_value.display)
            return color;
        const double value = valueInSpan(m_value.range.low, m_value.range.high, share);
        const QColor own = m_theme.named(m_value.display->display(value).color);
        return own.isValid() ? own : color;
    }

private:
    const InstantValue &m_value;
    const Theme &m_theme;
    double m_end;
    bool m_byValue = false;
};

} // namespace

QColor gaugeColorAt(const InstantValue &value, double share, const Theme &theme)
{
    return PassedColors(value, theme).at(share);
}

QBrush gaugeGradient(const GaugeScale &scale, QPointF centre, const InstantValue &value, const Theme &theme)
{
    const PassedColors colors(value, theme);
    QConicalGradient gradient(centre, scale.start);
    for (int i = 0; i <= PassedColors::stops; ++i) {
        const double share = double(i) / PassedColors::stops;
        // Conical gradients go round against the clock.
        gradient.setColorAt(1 - share * scale.span / 360, colors.at(share));
    }
    return gradient;
}

} // namespace sightglass
