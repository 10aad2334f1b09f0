// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/bargaugepanel.h"

#include "model/core/proportion.h"
#include "widgets/values/valuegrid.h"

#include <QFontMetricsF>
#include <QLinearGradient>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace sightglass {

namespace {

constexpr float endedOpacity = 0.5F;
constexpr double gap = 10;
constexpr double tallestRow = 40;
constexpr double tallestBar = 22;
constexpr double barShare = 0.62;  ///< of a row's height
constexpr double nameShare = 0.38; ///< of the width, at most
constexpr double rounding = 2;
constexpr double roomForCount = 0.25; ///< of the only row's width
constexpr double rowAir = 3;
constexpr double standingGap = 8;
constexpr double narrowestStanding = 34;
constexpr double widestStanding = 90;
constexpr double widestNumber = 130;
constexpr double lowestStanding = 90;
constexpr double lcdCell = 9; ///< with the gap behind it
constexpr double lcdGap = 2;
constexpr int gradientDarker = 170;
constexpr int gradientStops = 12;

QColor colorAt(const InstantValue &value, double share, const Theme &theme)
{
    const double at = valueInSpan(value.range.low, value.range.high, share);
    const QColor color = value.display ? theme.named(value.display->display(at).color) : QColor();
    return color.isValid() ? color : value.color;
}

/// Whether the colour follows the value, so that a bar has those of all that it reaches over.
bool coloredByValue(const InstantValue &value)
{
    if (value.presence != Presence::Current)
        return false;
    const std::optional<FieldColor> &color = value.config->color;
    if (!color)
        return value.config->thresholds.has_value();
    return color->mode == ColorMode::Thresholds || color->mode == ColorMode::Continuous;
}

} // namespace

BarGaugeOptions BarGaugePanel::options() const
{
    const auto *own = std::get_if<BarGaugeOptions>(&spec().options);
    return own != nullptr ? *own : BarGaugeOptions();
}

bool BarGaugePanel::showsNames() const
{
    return options().namePlacement != NamePlacement::Hidden;
}

bool BarGaugePanel::namesOnTop() const
{
    return options().namePlacement == NamePlacement::Top;
}

QFont BarGaugePanel::nameFont() const
{
    QFont name = font();
    if (const auto size = options().sizes.title; size && *size >= 1)
        name.setPixelSize(static_cast<int>(std::min(*size, 200.0)));
    return name;
}

QFont BarGaugePanel::valueFont() const
{
    QFont value = font();
    if (const auto size = options().sizes.value; size && *size >= 1)
        value.setPixelSize(static_cast<int>(std::clamp(*size, 8.0, 200.0)));
    return value;
}

/// Auto is standing where there is more width than height, as in Grafana, as long as names stay legible.
bool BarGaugePanel::stands() const
{
    if (options().orientation != Orientation::Auto)
        return options().orientation == Orientation::Vertical;
    if (width() <= height() || height() < lowestStanding)
        return false;
    const QFontMetricsF names(nameFont());
    double widest = std::max(narrowestStanding, widestText(valueFont()));
    for (const InstantValue &value : values())
        widest = std::max(widest, showsNames() ? names.horizontalAdvance(value.name) : 0);
    const auto count = static_cast<double>(values().size());
    return (widest + standingGap) * count <= width();
}

std::vector<std::size_t> BarGaugePanel::orderedValues() const
{
    std::vector<std::size_t> order(values().size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const SortOrder sort = options().sort;
    if (answer()->frames || options().reduce.allRows || sort == SortOrder::None)
        return order;
    std::ranges::stable_sort(order, {}, [this, sort](std::size_t i) {
        const double value = sort == SortOrder::Descending ? -values()[i].value : values()[i].value;
        return std::isnan(value) ? std::numeric_limits<double>::infinity() : value;
    });
    return order;
}

BarGaugePanel::Columns BarGaugePanel::layoutColumns(double right) const
{
    const QFontMetricsF metrics(nameFont());
    Columns columns;
    columns.right = right;
    if (showsNames() && !namesOnTop()) {
        for (const InstantValue &value : values())
            columns.names = std::max(columns.names, metrics.horizontalAdvance(value.name));
        columns.names = std::min(columns.names + 1, right * nameShare);
        columns.barLeft = columns.names + gap;
    }
    const bool hidden = options().valueDisplay == ValueDisplay::Hidden;
    const double numbers = hidden ? 0 : std::min(widestText(valueFont()) + gap, right * (1 - nameShare));
    columns.barWidth = std::max(gap, right - columns.barLeft - numbers);
    return columns;
}

ValueView::Places BarGaugePanel::layoutValues()
{
    m_stands = stands();
    return m_stands ? layoutStanding() : layoutRows();
}

QSizeF BarGaugePanel::areaForAll() const
{
    if (m_stands)
        return sizeForAll(area(), values().size(), standingWish());
    return {area().width(), std::ceil(smallestRow() * static_cast<double>(values().size())) + 1};
}

double BarGaugePanel::smallestRow() const
{
    const double names = namesOnTop() ? QFontMetricsF(nameFont()).height() : 0;
    const double text = std::max(QFontMetricsF(nameFont()).height(), QFontMetricsF(valueFont()).height());
    return std::max(text + rowAir + names, std::min(options().minHeight.value_or(0), double(height())));
}

ValueView::Places BarGaugePanel::layoutRows()
{
    const double names = namesOnTop() ? QFontMetricsF(nameFont()).height() : 0;
    const double least = smallestRow();
    const auto fitting = static_cast<std::size_t>(std::max(1.0, std::floor(area().height() / least)));
    const std::size_t count = values().size();
    const std::size_t rows = std::min(count, fitting);
    const bool onlyRow = rows == 1 && count > 1;
    const std::size_t shown = count <= fitting || onlyRow ? rows : rows - 1;
    const double tallest = std::max(options().maxHeight.value_or(tallestRow), least);
    const double rowHeight = std::min(area().height() / static_cast<double>(rows), tallest + names);
    const double right = onlyRow ? area().width() * (1 - roomForCount) : area().width();
    m_columns = layoutColumns(right);
    const std::vector<std::size_t> order = orderedValues();
    Places result;
    QRectF row(0, (area().height() - rowHeight * static_cast<double>(rows)) / 2, right, rowHeight);
    for (std::size_t i = 0; i < shown; ++i, row.translate(0, rowHeight))
        result.values.push_back({row, order[i]});
    if (onlyRow)
        result.more = QRectF(right, 0, area().width() - right, area().height());
    else if (shown < count)
        result.more = row;
    return result;
}

GridWish BarGaugePanel::standingWish() const
{
    // A number that is cut off is another one.
    const double numbers = std::min(widestText(valueFont()) + 2, widestNumber);
    const double wanted = std::max({narrowestStanding, numbers, options().minWidth.value_or(0)});
    const double line = QFontMetricsF(font()).height();
    return {standingGap, {std::min(wanted, double(width())), line}, line, Orientation::Vertical};
}

ValueView::Places BarGaugePanel::layoutStanding()
{
    const ValueGrid grid = orientedGrid(area(), values().size(), standingWish());
    const std::vector<std::size_t> order = orderedValues();
    Places result;
    result.more = grid.more;
    for (std::size_t i = 0; i < grid.cells.size(); ++i)
        result.values.push_back({grid.cells[i], order[i]});
    return result;
}

void BarGaugePanel::drawValues(DisplayList &list)
{
    for (const Place &place : places().values) {
        if (m_stands)
            drawStanding(list, place.area, values()[place.value]);
        else
            drawRow(list, place.area, values()[place.value]);
    }
}

QRectF BarGaugePanel::partOf(const QRectF &track, double from, double to) const
{
    if (m_stands)
        return {track.left(), track.bottom() - track.height() * to, track.width(),
                track.height() * (to - from)};
    return {track.left() + track.width() * from, track.top(), track.width() * (to - from), track.height()};
}

QBrush BarGaugePanel::barBrush(const QRectF &track, const InstantValue &value) const
{
    if (options().display != CellGaugeMode::Gradient)
        return value.color;
    if (value.presence != Presence::Current) {
        // What has ended stands out less than what goes on.
        QColor quiet = value.color;
        quiet.setAlphaF(endedOpacity);
        return quiet;
    }
    QLinearGradient gradient(m_stands ? track.bottomLeft() : track.topLeft(),
                             m_stands ? track.topLeft() : track.topRight());
    if (!coloredByValue(value)) {
        gradient.setColorAt(0, value.color.darker(gradientDarker));
        gradient.setColorAt(std::max(0.01, value.range.share(value.value)), value.color);
        return gradient;
    }
    for (int i = 0; i <= gradientStops; ++i) {
        const double share = double(i) / gradientStops;
        gradient.setColorAt(share, colorAt(value, share, theme()));
    }
    return gradient;
}

void BarGaugePanel::drawLcd(DisplayList &list, const QRectF &track, const InstantValue &value) const
{
    const double length = m_stands ? track.height() : track.width();
    const int cells = std::max(1, static_cast<int>(length / lcdCell));
    const GaugeSpan lit = value.range.span(value.value);
    for (int i = 0; i < cells; ++i) {
        const double from = double(i) / cells;
        const double to = double(i + 1) / cells - lcdGap / length;
        const double middle = (from + to) / 2;
        const bool on = middle >= lit.from && middle <= lit.to;
        if (!on && !options().showUnfilled)
            continue;
        QColor color = colorAt(value, middle, theme());
        color.setAlphaF(on ? 1.0F : 0.18F);
        list.add(DisplayList::Fill{partOf(track, from, to), color, 1});
    }
}

void BarGaugePanel::drawBar(DisplayList &list, const QRectF &track, const InstantValue &value) const
{
    if (options().display == CellGaugeMode::Lcd) {
        drawLcd(list, track, value);
        return;
    }
    if (options().showUnfilled)
        list.add(DisplayList::Fill{track, theme().track, rounding});
    const GaugeSpan span = value.range.span(value.value);
    const QRectF part = partOf(track, span.from, span.to);
    if ((m_stands ? part.height() : part.width()) >= 1)
        list.add(DisplayList::Fill{part, barBrush(track, value), rounding});
    drawBounds(list, track, value);
    const double zero = value.range.share(0);
    if (zero <= 0 || zero >= 1)
        return;
    const QRectF at = partOf(track, zero, zero);
    const QPointF reach = m_stands ? QPointF(2, 0) : QPointF(0, 2);
    list.add(DisplayList::Line{at.topLeft() - reach, (m_stands ? at.topRight() : at.bottomLeft()) + reach,
                               QPen(theme().textMuted, 1)});
}

/// A quantile's bar ends somewhere in its bucket: a line over the bar says between what.
void BarGaugePanel::drawBounds(DisplayList &list, const QRectF &track, const InstantValue &value) const
{
    if (!value.bounds)
        return;
    const QRectF part =
        partOf(track, value.range.share(value.bounds->low), value.range.share(value.bounds->high));
    const QPointF middle = part.center();
    const QPen pen(theme().text, 1);
    const double reach = std::min(part.width(), part.height()) / 4;
    const QPointF from = m_stands ? QPointF(middle.x(), part.top()) : QPointF(part.left(), middle.y());
    const QPointF to = m_stands ? QPointF(middle.x(), part.bottom()) : QPointF(part.right(), middle.y());
    const QPointF across = m_stands ? QPointF(reach, 0) : QPointF(0, reach);
    list.add(DisplayList::Line{from, to, pen});
    list.add(DisplayList::Line{from - across, from + across, pen});
    list.add(DisplayList::Line{to - across, to + across, pen});
}

void BarGaugePanel::drawValue(DisplayList &list, const QRectF &box, const InstantValue &value,
                              Qt::Alignment side) const
{
    if (options().valueDisplay == ValueDisplay::Hidden)
        return;
    const bool plain = options().valueDisplay == ValueDisplay::Text && value.presence == Presence::Current;
    DisplayList::Text text =
        fittedText(box, value.text, valueFont(), plain ? theme().text : value.color, Qt::ElideRight);
    text.alignment = side | Qt::AlignVCenter;
    list.add(std::move(text));
}

void BarGaugePanel::drawRow(DisplayList &list, QRectF row, const InstantValue &value) const
{
    if (namesOnTop()) {
        const double height = QFontMetricsF(nameFont()).height();
        list.add(
            nameText({row.left(), row.top(), row.width(), height}, value, nameFont(), theme().textMuted));
        row.setTop(row.top() + height);
    } else if (showsNames()) {
        DisplayList::Text name = nameText({row.left(), row.top(), m_columns.names, row.height()}, value,
                                          nameFont(), theme().textMuted);
        name.alignment = Qt::AlignRight | Qt::AlignVCenter;
        list.add(std::move(name));
    }
    const double tallest = options().maxHeight.value_or(tallestBar);
    const double height = std::min(tallest, row.height() * barShare);
    drawBar(list, {m_columns.barLeft, row.center().y() - height / 2, m_columns.barWidth, height}, value);
    const double left = m_columns.barLeft + m_columns.barWidth + gap / 2;
    drawValue(list, {left, row.top(), m_columns.right - left, row.height()}, value, Qt::AlignRight);
}

void BarGaugePanel::drawStanding(DisplayList &list, const QRectF &cell, const InstantValue &value) const
{
    const double nameHeight = showsNames() ? QFontMetricsF(nameFont()).height() : 0;
    const bool hidden = options().valueDisplay == ValueDisplay::Hidden;
    const double valueHeight = hidden ? 0 : QFontMetricsF(valueFont()).height();
    const QRectF numberBox(cell.left(), cell.top(), cell.width(), valueHeight);
    drawValue(list, numberBox, value, Qt::AlignHCenter);
    const double width = std::min(cell.width(), widestStanding);
    const QRectF track(cell.center().x() - width / 2, numberBox.bottom() + rowAir, width,
                       std::max(1.0, cell.height() - valueHeight - nameHeight - 2 * rowAir));
    drawBar(list, track, value);
    if (!showsNames())
        return;
    DisplayList::Text name = nameText({cell.left(), cell.bottom() - nameHeight, cell.width(), nameHeight},
                                      value, nameFont(), theme().textMuted);
    name.alignment = Qt::AlignHCenter | Qt::AlignVCenter;
    list.add(std::move(name));
}

} // namespace sightglass
