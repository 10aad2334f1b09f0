// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/statpanel.h"

#include "widgets/panelkit/readoutorder.h"
#include "widgets/values/sparkline.h"
#include "widgets/values/valuegrid.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double cellGap = 8;
constexpr double unitShare = 0.55; ///< the unit's size to the number's
constexpr int largestNumber = 64;
constexpr int smallestNumber = 12; ///< that a cell is made for
constexpr int smallestText = 10;
constexpr double narrowestCell = 72;
constexpr double widestSmallest = 160;  ///< longer texts are elided rather than given wider cells
constexpr double shortestName = 60;     ///< beside a number
constexpr double sparklineShare = 0.42; ///< of the cell's height
constexpr double roomForSparkline = 70;
constexpr double wideAspect = 2.5; ///< from which name and number lie side by side
constexpr double roomForBounds = 60;
constexpr double surfacePadding = 8;
constexpr double surfaceRadius = 3;
constexpr int gradientDarker = 135;
constexpr double lightSurface = 0.6; ///< luminance from which on texts are dark

/// What can be read on a surface of that colour.
QColor inkOn(const QColor &surface)
{
    const double luminance = 0.2126 * surface.redF() + 0.7152 * surface.greenF() + 0.0722 * surface.blueF();
    return luminance > lightSurface ? QColor(0x1a, 0x1c, 0x22) : QColor(Qt::white);
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](double x, double y) { return static_cast<float>(x + (y - x) * share); };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

QPainterPath polygonPath(const QRectF &box, StatShape shape)
{
    constexpr double quarter = 0.25;
    const auto at = [&box](double across, double down) {
        return QPointF(box.left() + across * box.width(), box.top() + down * box.height());
    };
    QPainterPath path;
    if (shape == StatShape::Circle)
        path.addEllipse(box);
    else if (shape == StatShape::HexagonPointed)
        path.addPolygon(QPolygonF{at(0.5, 0), at(1, quarter), at(1, 1 - quarter), at(0.5, 1),
                                  at(0, 1 - quarter), at(0, quarter), at(0.5, 0)});
    else if (shape == StatShape::HexagonFlat)
        path.addPolygon(QPolygonF{at(0, 0.5), at(quarter, 0), at(1 - quarter, 0), at(1, 0.5),
                                  at(1 - quarter, 1), at(quarter, 1), at(0, 0.5)});
    else
        path.addRect(box);
    return path;
}

/// Three digits that count, and always a sign.
QString changeText(double percent)
{
    if (std::isinf(percent))
        return percent > 0 ? QStringLiteral("↑ ∞ %") : QStringLiteral("↓ ∞ %");
    const double size = std::abs(percent);
    constexpr double ten = 10;
    constexpr double hundred = 100;
    const int decimals = size < ten ? 2 : size < hundred ? 1 : 0;
    const QString sign = percent > 0 ? QStringLiteral("↑ ") : percent < 0 ? QStringLiteral("↓ ") : QString();
    return sign + QString::number(size, 'f', decimals) + u'%';
}

} // namespace

StatOptions StatPanel::options() const
{
    const auto *own = std::get_if<StatOptions>(&spec().options);
    return own != nullptr ? *own : StatOptions();
}

bool StatPanel::showsNames() const
{
    switch (options().text) {
    case StatText::Auto:
        return values().size() > 1;
    case StatText::ValueAndName:
    case StatText::Name:
        return true;
    default:
        return false;
    }
}

bool StatPanel::showsNumbers() const
{
    const StatText text = options().text;
    return text != StatText::Name && text != StatText::None;
}

bool StatPanel::filled() const
{
    const StatColor color = options().color;
    return color == StatColor::Background || color == StatColor::BackgroundSolid;
}

bool StatPanel::hasPolygons() const
{
    return filled() && options().shape != StatShape::Tile;
}

bool StatPanel::centred() const
{
    return hasPolygons() || options().centered || values().size() == 1;
}

double StatPanel::padding() const
{
    return filled() ? surfacePadding : 0;
}

StatPanel::Look StatPanel::lookOf(const InstantValue &value) const
{
    if (filled() && value.presence == Presence::Current) {
        const QColor ink = inkOn(value.color);
        return {ink, mixed(ink, value.color, 0.15), mixed(ink, value.color, 0.3), value.color};
    }
    const bool plain = options().color == StatColor::None;
    const bool absent = value.presence != Presence::Current;
    return {plain && !absent ? theme().text : value.color, theme().textMuted, value.color,
            filled() ? theme().surfaceRaised : theme().surface};
}

QFont StatPanel::nameFont() const
{
    QFont name = font();
    if (const auto size = options().sizes.title; size && *size >= 1)
        name.setPixelSize(static_cast<int>(std::min(*size, 200.0)));
    return name;
}

/// A sparkline of what was evaluated is of the steps alone.
QString StatPanel::courseText(const InstantValue &value) const
{
    const PanelData &shown = *answer();
    const std::int64_t source = shown.spacing ? shown.spacing->leastMs : 0;
    if (m_kind != CellKind::Full || !hasSparkline(value) || source <= 0 || shown.stepMs <= source ||
        shown.series[*value.series].isStored())
        return {};
    return tr("Line: a value every %1, while the source has one every %2", "lengths of time")
        .arg(lengthText(shown.stepMs), lengthText(source));
}

QSizeF StatPanel::smallestCell() const
{
    QFont number = font();
    number.setWeight(QFont::DemiBold);
    number.setPixelSize(smallestNumber);
    const double width = std::clamp(widestText(number) * 1.1, narrowestCell, widestSmallest);
    const double twoLines = QFontMetricsF(font()).height() + QFontMetricsF(number).height();
    if (values().size() > 1 && height() < twoLines)
        return {width + cellGap + shortestName, QFontMetricsF(number).height()};
    return {width + 2 * padding(), twoLines + padding()};
}

QFont StatPanel::fontFor(QSizeF cell) const
{
    // One size for all numbers: they are there to be compared.
    QFont number = font();
    number.setWeight(QFont::DemiBold);
    if (const auto size = options().sizes.value; size && *size >= 1) {
        number.setPixelSize(static_cast<int>(std::clamp(*size, double(smallestText), 400.0)));
        return number;
    }
    double change = options().percentChange ? 0.75 : 1;
    if (std::ranges::any_of(values(), [](const InstantValue &value) { return !value.note().isEmpty(); }))
        change *= cell.height() >= roomForBounds ? 0.75 : 1;
    const double alone = showsNames() ? 0.6 : 0.85;
    const double share = m_kind == CellKind::Full ? 0.5 : m_kind == CellKind::Number ? alone : 0.95;
    const double names = m_kind == CellKind::Line ? cellGap + shortestName : 0;
    const QSizeF room((cell.width() - names - 2 * padding()) * 0.92,
                      (cell.height() - padding()) * share * change);
    int pixels = largestNumber;
    for (const InstantValue &value : values())
        pixels = std::min(pixels, fittingFont(number, value.text, room, pixels).pixelSize());
    number.setPixelSize(pixels);
    return number;
}

QRectF StatPanel::sparklineArea(const QRectF &cell) const
{
    const bool alone = !showsNumbers() && !showsNames();
    const double height = cell.height() * (alone ? 1 : sparklineShare);
    return {cell.left(), cell.bottom() - height, cell.width(), height};
}

QSizeF StatPanel::areaForAll() const
{
    if (hasPolygons())
        return area();
    const double line = QFontMetricsF(font()).height();
    return sizeForAll(area(), values().size(), {cellGap, smallestCell(), line, options().orientation});
}

/// The part of a polygon in which its texts lie.
QRectF StatPanel::textArea(const QRectF &cell) const
{
    constexpr double insideCorners = 0.72;
    if (!hasPolygons())
        return cell.adjusted(padding(), padding() / 2, -padding(), -padding() / 2);
    const bool isHexagon =
        options().shape == StatShape::HexagonPointed || options().shape == StatShape::HexagonFlat;
    const QSizeF size(cell.width() * (isHexagon ? 0.86 : insideCorners),
                      cell.height() * (isHexagon ? 0.54 : insideCorners));
    return {cell.center() - QPointF(size.width() / 2, size.height() / 2), size};
}

ValueView::Places StatPanel::layoutPolygons()
{
    Places result;
    const std::vector<QRectF> cells = polygonCells(area(), values().size(), options().shape);
    for (std::size_t i = 0; i < cells.size(); ++i)
        result.values.push_back({cells[i], i});
    m_kind = CellKind::Number;
    const QSizeF room = textArea(cells.front()).size();
    const double line = QFontMetricsF(nameFont()).height();
    m_namesFit = showsNames() && room.height() >= line + smallestNumber && room.width() >= shortestName / 2;
    m_numberFont = font();
    m_numberFont.setWeight(QFont::DemiBold);
    const QSizeF left(room.width(), room.height() - (m_namesFit ? line : 0));
    int pixels = largestNumber;
    for (const InstantValue &value : values())
        pixels = std::min(pixels, fittingFont(m_numberFont, value.text, left, pixels).pixelSize());
    m_numberFont.setPixelSize(pixels);
    return result;
}

ValueView::Places StatPanel::layoutValues()
{
    m_namesFit = true;
    if (hasPolygons())
        return layoutPolygons();
    const double line = QFontMetricsF(font()).height();
    const ValueGrid grid =
        orientedGrid(area(), values().size(), {cellGap, smallestCell(), line, options().orientation});
    Places result;
    result.more = grid.more;
    for (std::size_t i = 0; i < grid.cells.size(); ++i)
        result.values.push_back({grid.cells[i], i});
    const QSizeF cell = grid.cells.front().size();
    const bool graph = options().graph == StatGraph::Area;
    QFont smallest = font();
    smallest.setWeight(QFont::DemiBold);
    smallest.setPixelSize(smallestNumber);
    // Beside a number that leaves no room for it a name says nothing.
    const bool isRoomy = cell.width() - widestText(smallest) - cellGap >= shortestName;
    const bool flat = isRoomy && options().wide && showsNames() && showsNumbers() &&
                      cell.width() > wideAspect * cell.height() && cell.height() < roomForSparkline / 2;
    m_kind = CellKind::Number;
    if (flat || (showsNames() && showsNumbers() && cell.height() < line + smallestNumber))
        m_kind = CellKind::Line;
    else if (graph && cell.height() >= roomForSparkline)
        m_kind = CellKind::Full;
    m_numberFont = fontFor(cell);
    return result;
}

void StatPanel::drawValues(DisplayList &list)
{
    for (const Place &place : places().values)
        drawCell(list, place.area, values()[place.value]);
}

void StatPanel::drawCell(DisplayList &list, const QRectF &cell, const InstantValue &value)
{
    const Look look = lookOf(value);
    drawSurface(list, cell, value);
    const bool hasCourse = m_kind == CellKind::Full && hasSparkline(value);
    if (hasCourse)
        drawSparkline(list, cell, value, look);
    QRectF text = textArea(cell);
    if (m_kind == CellKind::Line) {
        drawLine(list, text, value, look);
        return;
    }
    // One sample has no course: its age takes that place.
    if (hasCourse || (m_kind == CellKind::Full && value.age.isEmpty()))
        text.setBottom(sparklineArea(cell).top());
    drawTexts(list, text, value, look);
}

void StatPanel::drawSurface(DisplayList &list, const QRectF &cell, const InstantValue &value) const
{
    if (!filled())
        return;
    const bool isCurrent = value.presence == Presence::Current;
    if (hasPolygons()) {
        constexpr double gap = 1;
        const QRectF within = cell.adjusted(gap, gap, -gap, -gap);
        QBrush brush(isCurrent ? value.color : theme().surfaceRaised);
        if (isCurrent && options().color == StatColor::Background) {
            QLinearGradient gradient(within.topLeft(), within.bottomLeft());
            gradient.setColorAt(0, value.color);
            gradient.setColorAt(1, value.color.darker(gradientDarker));
            brush = gradient;
        }
        list.add(DisplayList::Shape{polygonPath(within, options().shape), Qt::NoPen, brush});
        return;
    }
    if (!isCurrent) {
        list.add(DisplayList::Fill{cell, theme().surfaceRaised, surfaceRadius});
        return;
    }
    QBrush brush(value.color);
    if (options().color == StatColor::Background) {
        QLinearGradient gradient(cell.topLeft(), cell.bottomRight());
        gradient.setColorAt(0, value.color.darker(gradientDarker));
        gradient.setColorAt(1, value.color);
        brush = gradient;
    }
    list.add(DisplayList::Fill{cell, brush, surfaceRadius});
}

bool StatPanel::hasSparkline(const InstantValue &value) const
{
    return value.series && *value.series < answer()->series.size() &&
           answer()->series[*value.series].samples.size() > 1;
}

void StatPanel::drawSparkline(DisplayList &list, const QRectF &cell, const InstantValue &value,
                              const Look &look)
{
    const QRectF area = sparklineArea(cell);
    const PanelSeries &series = answer()->series[*value.series];
    if (filled() || isExporting()) {
        drawSparklineShape(list, *answer(), series, {area, look.line});
    } else {
        const SparklineLook picture{area.size(), devicePixelRatioF(), look.line, look.surface};
        QImage image = sparklineImage(*answer(), series, picture);
        if (!image.isNull())
            list.add(DisplayList::Picture{area, std::move(image)});
    }
    ++m_sparklinesDrawn;
}

void StatPanel::drawLine(DisplayList &list, const QRectF &cell, const InstantValue &value,
                         const Look &look) const
{
    const QFontMetricsF numbers(m_numberFont);
    DisplayList::Text number = fittedText(cell, value.text, m_numberFont, look.number, Qt::ElideRight);
    number.alignment = Qt::AlignRight | Qt::AlignVCenter;
    const double room = cell.width() - numbers.horizontalAdvance(number.text) - cellGap;
    list.add(std::move(number));
    if (room < QFontMetricsF(nameFont()).horizontalAdvance(noValue))
        return;
    list.add(nameText({cell.left(), cell.top(), room, cell.height()}, value, nameFont(), look.name));
}

void StatPanel::drawTexts(DisplayList &list, QRectF text, const InstantValue &value, const Look &look) const
{
    const Qt::Alignment side = centred() ? Qt::AlignHCenter : Qt::AlignLeft;
    if (showsNames() && !showsNumbers()) {
        DisplayList::Text name = nameText(text, value, m_numberFont, look.number);
        name.font = fittingFont(m_numberFont, value.name, text.size(), largestNumber);
        name.text = nameText(text, value, name.font, look.number).text;
        name.alignment = side | Qt::AlignVCenter;
        list.add(std::move(name));
        return;
    }
    if (!showsNumbers())
        return;
    const bool isTooNarrow =
        hasPolygons() && QFontMetricsF(m_numberFont).horizontalAdvance(value.text) > text.width() + 1;
    if (isTooNarrow)
        return;
    if (showsNames() && m_namesFit) {
        const double height = QFontMetricsF(nameFont()).height();
        DisplayList::Text name =
            nameText({text.left(), text.top(), text.width(), height}, value, nameFont(), look.name);
        name.alignment = side | Qt::AlignVCenter;
        list.add(std::move(name));
        text.setTop(text.top() + height);
    }
    if (options().percentChange && value.change) {
        const double height = std::max(double(smallestText), text.height() * 0.25);
        drawChange(list, {text.left(), text.bottom() - height, text.width(), height}, value, look);
        text.setBottom(text.bottom() - height);
    }
    drawNote(list, text, value, look);
    drawNumber(list, text, value, look);
}

/// Below the number, where it leaves room.
void StatPanel::drawNote(DisplayList &list, QRectF &area, const InstantValue &value, const Look &look) const
{
    const double height = QFontMetricsF(font()).height();
    const bool fits = QFontMetricsF(font()).horizontalAdvance(value.note()) <= area.width();
    if (value.note().isEmpty() || !fits ||
        area.height() < QFontMetricsF(m_numberFont).capHeight() + 1.5 * height)
        return;
    DisplayList::Text text = fittedText({area.left(), area.bottom() - height, area.width(), height},
                                        value.note(), font(), look.name);
    text.alignment = (centred() ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter;
    list.add(std::move(text));
    area.setBottom(area.bottom() - height);
}

void StatPanel::drawNumber(DisplayList &list, const QRectF &area, const InstantValue &value,
                           const Look &look) const
{
    QFont unitFont = m_numberFont;
    unitFont.setPixelSize(std::max(smallestText, static_cast<int>(m_numberFont.pixelSize() * unitShare)));
    unitFont.setWeight(QFont::Normal);
    const QFontMetricsF metrics(m_numberFont);
    const double numberWidth = metrics.horizontalAdvance(value.number);
    const double space = value.unit.isEmpty() ? 0 : m_numberFont.pixelSize() * 0.18;
    const double unitWidth = QFontMetricsF(unitFont).horizontalAdvance(value.unit);
    const Qt::Alignment side = centred() ? Qt::AlignHCenter : Qt::AlignLeft;
    if (numberWidth + space + unitWidth > area.width() + 1) {
        // A number cut off, or without its prefix, would be another number: the ellipsis says so.
        DisplayList::Text whole = fittedText(area, value.text, m_numberFont, look.number, Qt::ElideRight);
        whole.alignment = side | Qt::AlignVCenter;
        list.add(std::move(whole));
        return;
    }
    const double width = numberWidth + space + unitWidth;
    const double left = centred() ? area.center().x() - width / 2 : area.left();
    const double baseline = area.center().y() + metrics.capHeight() / 2;
    list.add(DisplayList::Text{QRectF(left, baseline - metrics.ascent(), numberWidth + 1, metrics.height()),
                               value.number, m_numberFont, look.number});
    const QFontMetricsF units(unitFont);
    if (!value.unit.isEmpty())
        list.add(DisplayList::Text{
            QRectF(left + numberWidth + space, baseline - units.ascent(), unitWidth + 1, units.height()),
            value.unit, unitFont, look.number});
}

void StatPanel::drawChange(DisplayList &list, const QRectF &area, const InstantValue &value,
                           const Look &look) const
{
    QFont small = font();
    const double size = options().sizes.percent.value_or(std::min(area.height() * 0.8, 20.0));
    small.setPixelSize(static_cast<int>(std::clamp(size, double(smallestText), 200.0)));
    const bool good = (*value.change > 0) != (options().percentChangeColor == PercentChangeColor::Inverted);
    QColor color = *value.change == 0
                       ? look.name
                       : theme().semantic(good ? SemanticColor::Good : SemanticColor::Critical);
    if (filled() || options().percentChangeColor == PercentChangeColor::SameAsValue)
        color = look.number;
    DisplayList::Text text = fittedText(area, changeText(*value.change), small, color, Qt::ElideRight);
    text.alignment = (centred() ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter;
    list.add(std::move(text));
}

} // namespace sightglass
