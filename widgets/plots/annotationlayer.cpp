// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/annotationlayer.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "widgets/chart/displaylist.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sightglass {

namespace {

constexpr qsizetype mostTexts = 8;
constexpr qsizetype longestText = 200;
constexpr float shade = 0.03F; ///< what lies below is what one looks at
/// Logical pixels, from the axis line down: a bar within the plot looked like a series at the axis' end.
constexpr double stripTop = 1;
constexpr double stripHeight = 3;
constexpr double flagHeight = 5;

QColor colorOf(const AnnotationMark &mark, const Theme &theme)
{
    const QColor color = theme.named(mark.color);
    return color.isValid() ? color : theme.accent;
}

/// From the plot's left edge; empty where nothing of the mark is in it.
std::optional<std::pair<double, double>> placeOf(const AnnotationMark &mark, const ColumnGrid &grid)
{
    const double width = static_cast<double>(grid.end() - grid.first);
    const double from = grid.xOf(mark.from);
    const double to = grid.xOf(mark.to);
    if (to < 0 || from > width)
        return std::nullopt;
    return std::pair(std::max(from, 0.0), std::min(to, width));
}

/// What is shaded in one colour, from the plot's left edge.
struct Shade
{
    double from = 0;
    double to = 0;
    QColor color;
};

/// Of marks that overlap the shades do not add up.
std::vector<Shade> shadesOf(const AnnotationMarks &marks, const ColumnGrid &grid, const Theme &theme)
{
    std::vector<Shade> shades;
    for (const AnnotationMark &mark : marks) {
        const auto place = mark.to > mark.from ? placeOf(mark, grid) : std::nullopt;
        if (!place)
            continue;
        const QColor color = colorOf(mark, theme);
        const auto same = std::ranges::find_if(shades, [&](const Shade &known) {
            return known.color == color && place->first <= known.to && place->second >= known.from;
        });
        if (same == shades.end()) {
            shades.push_back({place->first, std::max(place->second, place->first + 1), color});
        } else {
            same->from = std::min(same->from, place->first);
            same->to = std::max(same->to, place->second);
        }
    }
    return shades;
}

QColor pale(QColor color)
{
    color.setAlphaF(shade);
    return color;
}

/// Where a mark is drawn as a line: its begin, and its end where that is in the plot.
std::vector<double> edgesOf(const AnnotationMark &mark, const ColumnGrid &grid)
{
    std::vector<double> edges;
    const double width = static_cast<double>(grid.end() - grid.first);
    for (const TimestampMs t : {mark.from, mark.to}) {
        const double x = grid.xOf(t);
        if (x >= 0 && x <= width && (edges.empty() || x - edges.back() >= 1))
            edges.push_back(x);
    }
    return edges;
}

/// Of the lines: where most of them are close to their neighbours they step back behind what the plot shows.
float lineOpacity(const AnnotationMarks &marks, const ColumnGrid &grid, double ratio)
{
    constexpr double roomy = 16; // logical pixels between two
    constexpr float least = 0.3F;
    std::vector<double> lines;
    for (const AnnotationMark &mark : marks) {
        const std::vector<double> edges = edgesOf(mark, grid);
        lines.insert(lines.end(), edges.begin(), edges.end());
    }
    if (lines.size() < 2)
        return 1;
    std::ranges::sort(lines);
    std::adjacent_difference(lines.begin(), lines.end(), lines.begin());
    const auto middle = lines.begin() + 1 + static_cast<std::ptrdiff_t>((lines.size() - 1) / 2);
    std::nth_element(lines.begin() + 1, middle, lines.end());
    return std::clamp(static_cast<float>(*middle / ratio / roomy), least, 1.0F);
}

QString textOf(const AnnotationMark &mark, const QTimeZone &zone)
{
    QStringList parts;
    for (const std::string *part : {&mark.title, &mark.text}) {
        if (!part->empty())
            parts << displayText(std::string_view(*part), longestText);
    }
    if (parts.isEmpty())
        parts << displayText(std::string_view(mark.source), longestText);
    QStringList tags;
    for (const std::string &tag : mark.tags)
        tags << displayText(std::string_view(tag), 40);
    if (!tags.isEmpty())
        parts << QStringLiteral("[") + tags.join(QStringLiteral(", ")) + u']';
    const QString when =
        mark.to > mark.from ? timeRangeText({mark.from, mark.to}, zone) : editableTime(mark.from, zone);
    return when + QStringLiteral("  ") + parts.join(QStringLiteral(" · "));
}

} // namespace

std::vector<AnnotationLayer::Sign> AnnotationLayer::signsOf(const ColumnGrid &grid, const Theme &theme,
                                                            double ratio) const
{
    std::vector<Sign> signs;
    for (const Shade &one : shadesOf(*m_marks, grid, theme)) {
        QPainterPath strip;
        strip.addRect(one.from / ratio, stripTop, (one.to - one.from) / ratio, stripHeight);
        signs.push_back({strip, one.color});
    }
    for (const AnnotationMark &mark : *m_marks) {
        const bool lasts = mark.to > mark.from;
        if (lasts || !placeOf(mark, grid))
            continue;
        const double x = (std::floor(grid.xOf(mark.from)) + 0.5) / ratio;
        QPainterPath flag;
        flag.moveTo(x, stripTop);
        flag.lineTo(x + flagHeight / 2, stripTop + flagHeight);
        flag.lineTo(x - flagHeight / 2, stripTop + flagHeight);
        flag.closeSubpath();
        signs.push_back({flag, colorOf(mark, theme)});
    }
    return signs;
}

void AnnotationLayer::paint(QPainter &painter, const ColumnGrid &grid, int height, const Theme &theme,
                            double ratio) const
{
    if (isEmpty())
        return;
    for (const Shade &one : shadesOf(*m_marks, grid, theme))
        painter.fillRect(QRectF(one.from, 0, one.to - one.from, height), pale(one.color));
    const float opacity = lineOpacity(*m_marks, grid, ratio);
    for (const AnnotationMark &mark : *m_marks) {
        if (!placeOf(mark, grid))
            continue;
        QColor line = colorOf(mark, theme);
        line.setAlphaF(opacity);
        // A cosmetic pen: wide ones cost a hundred times as much.
        painter.setPen(QPen(line, 0, Qt::DashLine));
        for (const double edge : edgesOf(mark, grid))
            painter.drawLine(QPointF(std::floor(edge) + 0.5, 0), QPointF(std::floor(edge) + 0.5, height));
    }
    painter.save();
    painter.translate(0, height);
    painter.scale(ratio, ratio);
    for (const Sign &sign : signsOf(grid, theme, ratio))
        painter.fillPath(sign.path, sign.color);
    painter.restore();
}

void AnnotationLayer::addTo(DisplayList &list, const ColumnGrid &grid, const QRectF &area, const Theme &theme,
                            double ratio) const
{
    if (isEmpty())
        return;
    for (const Shade &one : shadesOf(*m_marks, grid, theme))
        list.add(DisplayList::Fill{
            QRectF(area.left() + one.from / ratio, area.top(), (one.to - one.from) / ratio, area.height()),
            pale(one.color)});
    const float opacity = lineOpacity(*m_marks, grid, ratio);
    for (const AnnotationMark &mark : *m_marks) {
        if (!placeOf(mark, grid))
            continue;
        QColor color = colorOf(mark, theme);
        color.setAlphaF(opacity);
        QPainterPath path;
        for (const double edge : edgesOf(mark, grid)) {
            const double left = area.left() + edge / ratio;
            path.moveTo(left, area.top());
            path.lineTo(left, area.bottom());
        }
        list.add(DisplayList::Shape{path, QPen(color, 1, Qt::DashLine), QBrush(Qt::NoBrush)});
    }
    for (const Sign &sign : signsOf(grid, theme, ratio))
        list.add(DisplayList::Shape{sign.path.translated(area.left(), area.bottom()), Qt::NoPen, sign.color});
}

QStringList AnnotationLayer::textsAt(TimestampMs at, const ColumnGrid &grid, double within,
                                     const QTimeZone &zone) const
{
    QStringList texts;
    if (isEmpty())
        return texts;
    const double x = grid.xOf(at);
    int more = 0;
    for (const AnnotationMark &mark : *m_marks) {
        if (x < grid.xOf(mark.from) - within || x > grid.xOf(mark.to) + within)
            continue;
        if (texts.size() < mostTexts)
            texts << textOf(mark, zone);
        else
            ++more;
    }
    if (more > 0)
        texts << QCoreApplication::translate("sightglass::AnnotationLayer", "… and %n more", "annotations",
                                             more);
    return texts;
}

} // namespace sightglass
