// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/barpainting.h"

#include "model/core/units.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/valuetext.h"
#include "widgets/chart/timeticks.h"
#include "widgets/panelkit/nameelision.h"
#include "widgets/style/contrast.h"
#include "widgets/style/listtext.h"

#include <QFontMetricsF>
#include <QLineF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sightglass {

namespace {

constexpr double gap = 6;           ///< between labels and plot
constexpr double labelGap = 8;      ///< between labels side by side
constexpr double labelsShare = 0.4; ///< of the height or width, at most
constexpr double leastLabel = 30;   ///< a label elided to less is left out
constexpr double widestLabel = 0.5; ///< of the plot, where not every category has a label
constexpr double usualOpacity = 0.8;
constexpr double valueGap = 2;

QFont axisFont(const BarFrame &frame)
{
    return smallFont(frame.font);
}

std::vector<QString> tickTexts(const BarScale &scale, const BarChartOptions &options)
{
    const bool percent = options.stacking == StackingMode::Percent;
    std::vector<QString> texts;
    for (const std::string &text : formatTicks(scale.axis.ticks, percent ? "percentunit" : scale.unit))
        texts.push_back(valueText(std::string_view(text)));
    return texts;
}

double widest(const std::vector<QString> &texts, const QFontMetricsF &metrics)
{
    double width = 0;
    for (const QString &text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return std::ceil(width);
}

/// Degrees, -90 to 90.
double rotation(const BarChartOptions &options)
{
    return std::isfinite(options.labelRotation) ? std::clamp(options.labelRotation, -90.0, 90.0) : 0;
}

/// How much room the labels of the categories take below or beside the plot.
double labelRoom(const BarPainting &painting, const QFontMetricsF &metrics)
{
    double longest = 0;
    for (std::size_t i = 0; i < painting.data.categories.size(); ++i)
        longest = std::max(
            longest, metrics.horizontalAdvance(categoryLabel(painting.data.axisName(i), painting.options)));
    if (painting.layout.horizontal)
        return std::min(std::ceil(longest), painting.frame.size.width() * labelsShare) + gap;
    const double angle = std::abs(rotation(painting.options)) * std::numbers::pi / 180;
    const double high = longest * std::sin(angle) + metrics.height() * std::cos(angle);
    return std::min(std::ceil(high), painting.frame.size.height() * labelsShare) + gap;
}

/// Of bars over time those at round times, or next to them, at least `every` apart; empty where there are no
/// two of them.
std::vector<std::size_t> roundTimes(const BarData &data, std::size_t every)
{
    const std::vector<TimestampMs> &times = data.times;
    if (times.size() < 2 || !std::ranges::is_sorted(times) || times.front() == times.back())
        return {};
    const double room = static_cast<double>(times.size() - 1) / static_cast<double>(every);
    std::vector<std::size_t> chosen;
    for (const TimeTick &tick : timeTicks({times.front(), times.back()}, room, data.zone)) {
        auto next = std::ranges::lower_bound(times, tick.t);
        if (next == times.end() || (next != times.begin() && tick.t - *std::prev(next) < *next - tick.t))
            --next;
        const auto category = static_cast<std::size_t>(next - times.begin());
        if (chosen.empty() || category >= chosen.back() + every)
            chosen.push_back(category);
    }
    return chosen.size() < 2 ? std::vector<std::size_t>{} : chosen;
}

/// How many categories a label has for itself.
std::size_t labelDistance(const BarLayout &layout)
{
    std::size_t least = layout.categories;
    for (std::size_t i = 1; i < layout.labelled.size(); ++i)
        least = std::min(least, layout.labelled[i] - layout.labelled[i - 1]);
    return least;
}

/// Every n-th category has a label, of times the round ones: so that they do not overlap, and are as far
/// apart as the options say.
void chooseLabels(const BarPainting &painting, const QFontMetricsF &metrics)
{
    BarLayout &layout = painting.layout;
    if (layout.categories == 0)
        return;
    const QRectF slot = layout.slot(0);
    double needed = metrics.height();
    if (!layout.horizontal && rotation(painting.options) == 0) {
        double longest = 0;
        for (std::size_t i = 0; i < painting.data.categories.size(); ++i)
            longest = std::max(longest, metrics.horizontalAdvance(
                                            categoryLabel(painting.data.axisName(i), painting.options)));
        // A longer one is elided while every category has its own. Where some go without, as times do, the
        // others are whole.
        const double room = slot.width() - labelGap;
        const double most = room >= leastLabel ? room : layout.plot.width() * widestLabel;
        needed = std::min(longest, most) + labelGap;
    }
    needed = std::max(needed, static_cast<double>(std::abs(painting.options.labelSpacing)));
    const double length = layout.horizontal ? slot.height() : slot.width();
    const auto every =
        static_cast<std::size_t>(std::max(1.0, std::ceil(needed / std::max(length, 1e-6) - 1e-9)));
    if (every > 1 && painting.options.labelSpacing >= 0)
        layout.labelled = roundTimes(painting.data, every);
    if (!layout.labelled.empty())
        return;
    // A negative spacing counts from the last one.
    const std::size_t first = painting.options.labelSpacing < 0 ? (layout.categories - 1) % every : 0;
    for (std::size_t i = first; i < layout.categories; i += every)
        layout.labelled.push_back(i);
}

void addCategories(const BarPainting &painting)
{
    BarLayout &layout = painting.layout;
    const QFont font = axisFont(painting.frame);
    const QFontMetricsF metrics(font);
    const double angle = rotation(painting.options);
    QStringList names;
    for (std::size_t i = 0; i < painting.data.categories.size(); ++i)
        names.append(categoryLabel(painting.data.axisName(i), painting.options));
    const NameElision elision(names);
    const auto every = static_cast<double>(labelDistance(layout));
    for (const std::size_t category : layout.labelled) {
        const QRectF slot = layout.slot(category);
        const QString &text = names[static_cast<qsizetype>(category)];
        DisplayList::Text label{{}, {}, font, painting.frame.theme.textMuted, Qt::AlignCenter, 0};
        if (layout.horizontal) {
            const double room = layout.plot.left() - gap;
            label.box = {0, slot.center().y() - metrics.height() / 2, room, metrics.height()};
            label.alignment = Qt::AlignRight | Qt::AlignVCenter;
            label.text = elision.elided(text, metrics, room);
        } else if (angle == 0) {
            const double room = std::max(slot.width() * every - labelGap, slot.width() - 2);
            label.text = elision.elided(text, metrics, room);
            const double half = metrics.horizontalAdvance(label.text) / 2;
            const double middle = slot.center().x();
            // Where some go without, one that would be cut does, too.
            if (every > 1 && (middle < half || middle + half > painting.frame.size.width()))
                continue;
            label.box = {middle - room / 2, layout.plot.bottom() + gap / 2, room, metrics.height()};
        } else {
            // The end next to the axis lies below the middle of the category.
            const double radians = angle * std::numbers::pi / 180;
            const double below = painting.frame.size.height() - layout.plot.bottom() - gap;
            const double longest =
                (below - metrics.height() * std::cos(radians) / 2) / std::abs(std::sin(radians));
            const double beside =
                angle > 0 ? painting.frame.size.width() - slot.center().x() : slot.center().x();
            const double room = std::min(longest, beside / std::max(std::cos(radians), 1e-6));
            label.text = elision.elided(text, metrics, room);
            const double length = metrics.horizontalAdvance(label.text);
            const double side = angle > 0 ? 1 : -1;
            const QPointF centre(slot.center().x() + side * length / 2 * std::cos(radians),
                                 layout.plot.bottom() + gap / 2 + metrics.height() / 2 * std::cos(radians) +
                                     length / 2 * std::abs(std::sin(radians)));
            label.box = {centre.x() - length / 2, centre.y() - metrics.height() / 2, length,
                         metrics.height()};
            label.angle = angle;
        }
        layout.list.add(label);
    }
}

void addScale(const BarPainting &painting, const BarScale &scale, bool grid)
{
    BarLayout &layout = painting.layout;
    const Theme &theme = painting.frame.theme;
    const QFont font = axisFont(painting.frame);
    const QFontMetricsF metrics(font);
    const std::vector<QString> texts = tickTexts(scale, painting.options);
    const QRectF &plot = layout.plot;
    const bool first = scale.placement == AxisPlacement::Left || scale.placement == AxisPlacement::Auto;
    for (std::size_t i = 0; i < scale.axis.ticks.size(); ++i) {
        const double share = scale.share(scale.axis.ticks[i]);
        const double x = std::round(plot.left() + share * plot.width());
        const double y = std::round(plot.bottom() - share * plot.height());
        const QRectF line = layout.horizontal ? QRectF(x, plot.top(), 1, plot.height())
                                              : QRectF(plot.left(), y, plot.width(), 1);
        const bool zero = scale.axis.ticks[i] == 0;
        if (grid)
            layout.list.add(DisplayList::Fill{line, zero ? theme.axis : theme.grid, 0, Qt::NoPen});
        if (scale.placement == AxisPlacement::Hidden)
            continue;
        const double height = metrics.height();
        QRectF box(0, y - height / 2, plot.left() - gap, height);
        Qt::Alignment align = Qt::AlignRight | Qt::AlignVCenter;
        if (layout.horizontal) {
            const double width = metrics.horizontalAdvance(texts[i]);
            const double left =
                std::clamp(x - width / 2, 0.0, std::max(0.0, painting.frame.size.width() - width));
            box = {left, first ? plot.bottom() + gap / 2 : plot.top() - gap / 2 - height, width, height};
            align = Qt::AlignCenter;
        } else if (!first) {
            box = {plot.right() + gap, y - height / 2, painting.frame.size.width() - plot.right() - gap,
                   height};
            align = Qt::AlignLeft | Qt::AlignVCenter;
        }
        layout.list.add(DisplayList::Text{box, texts[i], font, theme.textMuted, align, 0});
    }
}

void addThresholds(const BarPainting &painting, const BarScale &scale)
{
    BarLayout &layout = painting.layout;
    const FieldConfig &config = painting.data.series[scale.series.front()].config;
    const ThresholdsStyle style = config.graph.thresholdsStyle.value_or(ThresholdsStyle::Off);
    if (style == ThresholdsStyle::Off || !config.thresholds ||
        painting.options.stacking == StackingMode::Percent)
        return;
    const bool dashed = style == ThresholdsStyle::DashedLine || style == ThresholdsStyle::DashedLineAndArea;
    const bool area = style == ThresholdsStyle::Area || style == ThresholdsStyle::LineAndArea ||
                      style == ThresholdsStyle::DashedLineAndArea;
    const bool percent = config.thresholds->mode == ThresholdsMode::Percentage;
    const auto shareOf = [&](double from) {
        return percent ? std::clamp(from / 100, 0.0, 1.0) : scale.share(from);
    };
    const QRectF &plot = layout.plot;
    const auto &steps = config.thresholds->steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        QColor color = painting.frame.theme.named(steps[i].color);
        if (!color.isValid())
            continue;
        const double low = steps[i].from ? shareOf(*steps[i].from) : 0;
        const double high = i + 1 < steps.size() && steps[i + 1].from ? shareOf(*steps[i + 1].from) : 1;
        const QPointF a = layout.horizontal ? QPointF(plot.left() + low * plot.width(), plot.top())
                                            : QPointF(plot.left(), plot.bottom() - low * plot.height());
        const QPointF b = layout.horizontal ? QPointF(a.x(), plot.bottom()) : QPointF(plot.right(), a.y());
        if (style != ThresholdsStyle::Area && steps[i].from && low > 0 && low < 1)
            layout.list.add(DisplayList::Line{a, b, QPen(color, 1, dashed ? Qt::DashLine : Qt::SolidLine)});
        color.setAlphaF(0.1F);
        const QRectF band = layout.horizontal
                                ? QRectF(a.x(), plot.top(), (high - low) * plot.width(), plot.height())
                                : QRectF(plot.left(), plot.bottom() - high * plot.height(), plot.width(),
                                         (high - low) * plot.height());
        if (area && high > low)
            layout.list.add(DisplayList::Fill{band, color, 0, Qt::NoPen});
    }
}

QBrush brushOf(const BarPainting &painting, const BarMark &mark, const QColor &color)
{
    const GraphConfig &graph = painting.data.series[mark.series].config.graph;
    // Where bars cover each other, shining through would make colours that none of them has.
    const double opacity = painting.layout.isCrowded
                               ? 1
                               : std::clamp(graph.fillOpacity.value_or(100 * usualOpacity) / 100, 0.0, 1.0);
    QColor fill = color;
    fill.setAlphaF(static_cast<float>(opacity * color.alphaF()));
    const GradientMode mode = graph.gradient.value_or(GradientMode::None);
    if (mode != GradientMode::Opacity && mode != GradientMode::Hue)
        return fill;
    const QRectF &rect = mark.rect;
    QLinearGradient gradient(painting.layout.horizontal ? rect.topRight() : rect.topLeft(),
                             painting.layout.horizontal ? rect.topLeft() : rect.bottomLeft());
    QColor end = fill;
    if (mode == GradientMode::Opacity)
        end.setAlphaF(static_cast<float>(0.15 * opacity));
    else
        end = QColor::fromHslF(std::fmod(fill.hslHueF() + 0.92F, 1.0F), fill.hslSaturationF(),
                               fill.lightnessF() * 0.8F, fill.alphaF());
    gradient.setColorAt(0, fill);
    gradient.setColorAt(1, end);
    return gradient;
}

/// The outline of a bar with round corners at its outer end. One line around: uniting a round and a square
/// part, whose edges lie upon each other, leaves holes.
QPainterPath barPath(const BarPainting &painting, const BarMark &mark, double radius, bool negative)
{
    const QRectF &rect = mark.rect;
    const bool horizontal = painting.layout.horizontal;
    // Along the bar, from its foot to its outer end, and across it.
    const double length = horizontal ? rect.width() : rect.height();
    const double across = horizontal ? rect.height() : rect.width();
    const double r = std::min({radius, across / 2, length});
    const auto at = [&](double along, double aside) {
        const double from = negative != horizontal ? along : length - along;
        return horizontal ? QPointF(rect.left() + from, rect.top() + aside)
                          : QPointF(rect.left() + aside, rect.top() + from);
    };
    QPainterPath path(at(0, 0));
    const auto corner = [&](QPointF centre, QPointF from, QPointF to) {
        path.lineTo(from);
        const double start = QLineF(centre, from).angle();
        path.arcTo(QRectF(centre - QPointF(r, r), centre + QPointF(r, r)), start,
                   std::remainder(QLineF(centre, to).angle() - start, 360.0));
    };
    corner(at(length - r, r), at(length - r, 0), at(length, r));
    corner(at(length - r, across - r), at(length, across - r), at(length - r, across));
    path.lineTo(at(0, across));
    path.closeSubpath();
    return path;
}

void addBar(const BarPainting &painting, const BarMark &mark)
{
    const BarSeries &series = painting.data.series[mark.series];
    const QColor color = series.colors[mark.category];
    const double width = std::clamp(series.config.graph.lineWidth.value_or(1), 0.0, 10.0);
    const double across = painting.layout.horizontal ? mark.rect.height() : mark.rect.width();
    // What is no wider than its outline is nothing but outline.
    const bool hasRoom = std::min(mark.rect.width(), mark.rect.height()) > 3 * width;
    const QPen pen = width > 0 && hasRoom ? QPen(color, width) : QPen(Qt::NoPen);
    const double radius = std::clamp(painting.options.barRadius, 0.0, 0.5) * across;
    const QBrush brush = hasRoom ? brushOf(painting, mark, color) : QBrush(color);
    const QRectF inner = mark.rect.adjusted(
        pen.style() == Qt::NoPen ? 0 : width / 2, pen.style() == Qt::NoPen ? 0 : width / 2,
        pen.style() == Qt::NoPen ? 0 : -width / 2, pen.style() == Qt::NoPen ? 0 : -width / 2);
    if (mark.rect.isEmpty())
        return;
    if (radius < 0.5) {
        painting.layout.list.add(DisplayList::Fill{inner, brush, 0, pen});
        return;
    }
    BarMark shape = mark;
    shape.rect = inner;
    painting.layout.list.add(
        DisplayList::Shape{barPath(painting, shape, radius, series.values[mark.category] < 0), pen, brush});
}

void addValue(const BarPainting &painting, const BarMark &mark)
{
    const BarSeries &series = painting.data.series[mark.series];
    const QString &text = series.texts[mark.category];
    QFont font = axisFont(painting.frame);
    if (painting.options.sizes.value && *painting.options.sizes.value > 0)
        font.setPixelSize(static_cast<int>(std::clamp(*painting.options.sizes.value, 4.0, 200.0)));
    const QFontMetricsF metrics(font);
    const QSizeF needed(std::ceil(metrics.horizontalAdvance(text)), metrics.height());
    const bool always = painting.options.values == ValueVisibility::Always;
    const bool horizontal = painting.layout.horizontal;
    const double across = horizontal ? mark.rect.height() : mark.rect.width();
    if (text.isEmpty() || (!always && across + 2 < (horizontal ? needed.height() * 0.9 : needed.width())))
        return;
    const bool stacked = painting.options.stacking != StackingMode::None;
    const bool negative = series.values[mark.category] < 0;
    const QRectF &rect = mark.rect;
    QRectF box(rect.center() - QPointF(needed.width(), needed.height()) / 2, needed);
    QColor color = painting.frame.theme.text;
    if (stacked) {
        const bool fits = horizontal ? needed.width() <= rect.width() : needed.height() <= rect.height();
        if (!fits && !always)
            return;
        if (needed.width() <= rect.width() && needed.height() <= rect.height())
            color = textOn(series.colors[mark.category]);
    } else if (horizontal) {
        box.moveLeft(negative ? rect.left() - valueGap - needed.width() : rect.right() + valueGap);
    } else {
        box.moveTop(negative ? rect.bottom() + valueGap : rect.top() - valueGap - needed.height());
    }
    // Above the plot there is less room than a value is high where the frame ends there.
    const QRectF above = painting.layout.plot.adjusted(0, -needed.height(), 0, 0);
    const QRectF room =
        above & QRectF(0, painting.frame.top, painting.frame.size.width(), painting.frame.size.height());
    if (!room.contains(box)) {
        // No room beyond its end: within the bar.
        if (horizontal)
            box.moveLeft(negative ? rect.left() + valueGap : rect.right() - valueGap - needed.width());
        else
            box.moveTop(negative ? rect.bottom() - valueGap - needed.height() : rect.top() + valueGap);
        color = textOn(series.colors[mark.category]);
    }
    painting.layout.list.add(DisplayList::Text{box, text, font, color, Qt::AlignCenter, 0});
}

void addAxisTitle(const BarPainting &painting)
{
    BarLayout &layout = painting.layout;
    for (const BarScale &scale : layout.scales) {
        const auto title = painting.data.series[scale.series.front()].config.graph.axisLabel;
        const bool right = scale.placement == AxisPlacement::Right;
        if (!title || title->empty() || layout.horizontal || scale.placement == AxisPlacement::Hidden)
            continue;
        const QFont font = axisFont(painting.frame);
        const double height = QFontMetricsF(font).height();
        const double length = layout.plot.height();
        const double x = right ? painting.frame.size.width() - height / 2 : height / 2;
        const QRectF box(x - length / 2, layout.plot.center().y() - height / 2, length, height);
        layout.list.add(DisplayList::Text{
            box,
            QFontMetricsF(font).elidedText(displayText(std::string_view(*title)), Qt::ElideRight, length),
            font, painting.frame.theme.textMuted, Qt::AlignCenter, -90});
    }
}

double titleRoom(const BarPainting &painting, const BarScale &scale, const QFontMetricsF &metrics)
{
    const auto title = painting.data.series[scale.series.front()].config.graph.axisLabel;
    return title && !title->empty() && !painting.layout.horizontal ? metrics.height() + 2 : 0;
}

} // namespace

QString categoryLabel(const QString &category, const BarChartOptions &options)
{
    const auto most = options.labelMaxLength;
    if (!most || *most <= 0 || category.size() <= *most)
        return category;
    return category.left(*most) + u'…';
}

void placePlot(BarPainting &painting)
{
    BarLayout &layout = painting.layout;
    const QFontMetricsF metrics(axisFont(painting.frame));
    const double half = std::ceil(metrics.height() / 2);
    const double above = std::max(half, painting.frame.top);
    QRectF plot(0, above, painting.frame.size.width(), painting.frame.size.height() - above);
    const double categories = labelRoom(painting, metrics);
    double left = layout.horizontal ? categories : 0;
    double right = layout.horizontal ? half : 2;
    double top = 0;
    double bottom = layout.horizontal ? 0 : categories;
    for (const BarScale &scale : layout.scales) {
        const bool isRight = scale.placement == AxisPlacement::Right;
        if (scale.placement == AxisPlacement::Hidden)
            continue;
        if (layout.horizontal) {
            (isRight ? top : bottom) = metrics.height() + gap / 2;
            continue;
        }
        const double width =
            widest(tickTexts(scale, painting.options), metrics) + gap + titleRoom(painting, scale, metrics);
        // What the config says is a least width, of labels and title.
        const auto asked = painting.data.series[scale.series.front()].config.graph.axisWidth;
        const double most = painting.frame.size.width() / 2;
        double &side = isRight ? right : left;
        side = std::max({side, width, std::min(asked.value_or(0), most)});
    }
    plot.adjust(left, top, -right, -bottom);
    layout.plot = plot.width() > 4 && plot.height() > 4 ? plot : QRectF();
    if (!layout.plot.isNull())
        chooseLabels(painting, metrics);
}

static bool hasGrid(const BarPainting &painting, const BarScale &scale)
{
    return painting.data.series[scale.series.front()].config.graph.axisGrid.value_or(true);
}

void paintBars(BarPainting &painting)
{
    BarLayout &layout = painting.layout;
    if (layout.plot.isNull())
        return;
    for (std::size_t i = 0; i < layout.scales.size(); ++i)
        addScale(painting, layout.scales[i], i == 0 && hasGrid(painting, layout.scales[i]));
    for (const BarScale &scale : layout.scales)
        addThresholds(painting, scale);
    for (const BarMark &mark : layout.marks)
        addBar(painting, mark);
    if (painting.options.values != ValueVisibility::Never) {
        for (const BarMark &mark : layout.marks)
            addValue(painting, mark);
    }
    addCategories(painting);
    addAxisTitle(painting);
}

} // namespace sightglass
