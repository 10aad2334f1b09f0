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

QBrush gaugeGradient(const GaugeScale &scale, QPointF centre, const InstantValue &value, const Theme &theme)
{
    constexpr int stops = 24;
    constexpr double unchanged = 100;
    constexpr double darkest = 70; ///< percent, more
    const ColorMode mode = value.config->color ? value.config->color->mode : ColorMode::Thresholds;
    const bool byValue = mode == ColorMode::Thresholds || mode == ColorMode::Continuous;
    const double end = std::max(value.range.share(value.value), 1.0 / stops);
    QConicalGradient gradient(centre, scale.start);
    for (int i = 0; i <= stops; ++i) {
        const double share = double(i) / stops;
        const double before = 1 - std::min(share / end, 1.0);
        QColor color = value.color.darker(static_cast<int>(unchanged + darkest * before));
        if (byValue && value.display) {
            const double at = valueInSpan(value.range.low, value.range.high, share);
            const QColor own = theme.named(value.display->display(at).color);
            color = own.isValid() ? own : color;
        }
        // Conical gradients go round against the clock.
        gradient.setColorAt(1 - share * scale.span / 360, color);
    }
    return gradient;
}

} // namespace sightglass
