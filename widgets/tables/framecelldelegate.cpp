// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tables/framecelldelegate.h"

#include "model/core/proportion.h"
#include "model/fields/seriescolors.h"
#include "model/presentation/valuetext.h"
#include "widgets/tables/cellparts.h"
#include "widgets/tables/frametablemodel.h"
#include "widgets/values/sparkline.h"

#include <QFontDatabase>
#include <QLinearGradient>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double padding = 8;
constexpr double barRadius = 2;
constexpr double lcdCell = 8;
constexpr double lcdGap = 2;
constexpr int gradientStops = 8;
constexpr double valueShare = 0.45; ///< of a gauge's cell, at most
constexpr int gaugeWidth = 140;
constexpr int widestHint = 360;
constexpr int mostMeasured = 1000; ///< texts of a column

QBrush surfaceBrush(const QRectF &rect, const QColor &color, CellBackground mode)
{
    if (mode == CellBackground::Basic)
        return color;
    constexpr int darker = 130;
    QLinearGradient gradient(rect.topLeft(), rect.topRight());
    gradient.setColorAt(0, color);
    gradient.setColorAt(1, color.darker(darker));
    return gradient;
}

} // namespace

FrameCellDelegate::FrameCellDelegate(const FrameTableModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
{
    const auto forget = [this] { m_widest.clear(); };
    connect(model, &QAbstractItemModel::modelReset, this, forget);
    connect(model, &QAbstractItemModel::dataChanged, this, forget);
    connect(model, &QAbstractItemModel::layoutChanged, this, forget);
    connect(model, &QAbstractItemModel::rowsInserted, this, forget);
    connect(model, &QAbstractItemModel::rowsRemoved, this, forget);
    connect(model, &FrameTableModel::arranged, this, forget);
}

double FrameCellDelegate::widestText(const QModelIndex &index, const QFont &font) const
{
    if (m_widestFont != font) {
        m_widest.clear();
        m_widestFont = font;
    }
    const QFontMetricsF metrics(font);
    const auto [known, isNew] = m_widest.try_emplace(index.column(), 0);
    if (isNew) {
        const int rows = std::min(m_model->rowCount(), mostMeasured);
        for (int row = 0; row < rows; ++row)
            known->second =
                std::max(known->second,
                         metrics.horizontalAdvance(m_model->index(row, index.column()).data().toString()));
    }
    known->second = std::max(known->second, metrics.horizontalAdvance(index.data().toString()));
    return known->second;
}

void FrameCellDelegate::drawText(DisplayList &list, const QRectF &rect, const QModelIndex &index,
                                 const QFont &font) const
{
    const CellOptions options = m_model->cellOptions(index.column());
    const Theme &theme = m_model->theme();
    QColor color = theme.text;
    QFont used = font;
    const QColor value = m_model->valueColor(index.row(), index.column());
    const QColor row = m_model->rowColor(index.row());
    if (row.isValid())
        color = cellInk(row);
    if (options.kind == CellKind::ColorBackground && value.isValid())
        color = cellInk(value);
    else if (options.kind == CellKind::ColorText && value.isValid())
        color = value;
    else if (m_model->hasLinks(index.column()))
        color = theme.accent;
    if (m_model->hasLinks(index.column()))
        used.setUnderline(true);
    if (options.kind == CellKind::Json)
        used.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    DisplayList::Text text{rect.adjusted(padding, 0, -padding, 0), m_model->cellWords(index), used, color,
                           m_model->alignment(index.column())};
    if (options.wrapText) {
        drawWrapped(list, text.box, text);
        return;
    }
    text.text = QFontMetricsF(used).elidedText(text.text, Qt::ElideRight, text.box.width());
    list.add(std::move(text));
}

void FrameCellDelegate::drawLabels(DisplayList &list, const QRectF &rect, const QModelIndex &index,
                                   const QFont &font) const
{
    const Theme &theme = m_model->theme();
    const std::optional<FieldColor> &said = m_model->configOf(index.column()).color;
    const bool own = said && (said->mode == ColorMode::Fixed || said->mode == ColorMode::Thresholds);
    const bool number = m_model->fieldOf(index.column()).type == FieldType::Number;
    const Surface surface = theme.kind == ThemeKind::Dark ? Surface::Dark : Surface::Light;
    drawPills(list, rect.adjusted(padding, 0, -padding, 0), pillsOf(index.data().toString()), font,
              [&](const QString &pill) {
                  const QColor color = own && (number || said->mode == ColorMode::Fixed)
                                           ? m_model->valueColor(index.row(), index.column())
                                           : theme.named(classicColorByName(pill.toStdString(), surface));
                  return color.isValid() ? color : theme.accent;
              });
}

void FrameCellDelegate::drawGauge(DisplayList &list, const QRectF &rect, const QModelIndex &index,
                                  const QFont &font) const
{
    const CellOptions options = m_model->cellOptions(index.column());
    const DisplayValue shown = m_model->shown(index.row(), index.column());
    const Theme &theme = m_model->theme();
    const QColor named = theme.named(shown.color);
    const QColor color = named.isValid() ? named : theme.accent;
    QRectF track = rect.adjusted(padding, rect.height() * 0.2, -padding, -rect.height() * 0.2);
    if (options.valueDisplay != ValueDisplay::Hidden) {
        const QString text = index.data().toString();
        const double width = std::min(widestText(index, font) + padding + 1, track.width() * valueShare);
        const QRectF box(track.right() - width + padding, rect.top(), width - padding, rect.height());
        list.add(DisplayList::Text{box, QFontMetricsF(font).elidedText(text, Qt::ElideRight, box.width()),
                                   font, options.valueDisplay == ValueDisplay::Color ? color : theme.text,
                                   Qt::AlignRight | Qt::AlignVCenter});
        track.setRight(track.right() - width);
    }
    if (std::isnan(shown.value) || track.width() < 1)
        return;
    const FieldRange range = m_model->rangeOf(index.column());
    const auto colorAt = [&](double share) {
        const double value = valueInSpan(range.low, range.high, share);
        const QColor at = theme.named(m_model->processor(index.column()).display(value).color);
        return at.isValid() ? at : color;
    };
    if (options.gauge == CellGaugeMode::Lcd) {
        const int cells = std::max(1, static_cast<int>(track.width() / lcdCell));
        const double width = track.width() / cells;
        for (int i = 0; i < cells; ++i) {
            const double middle = (i + 0.5) / cells;
            QColor cell = colorAt(middle);
            cell.setAlphaF(middle <= shown.share ? 1.0F : 0.18F);
            list.add(DisplayList::Fill{
                {track.left() + i * width, track.top(), width - lcdGap, track.height()}, cell, 1});
        }
        return;
    }
    list.add(DisplayList::Fill{track, theme.track, barRadius});
    QBrush brush(color);
    if (options.gauge == CellGaugeMode::Gradient) {
        QLinearGradient gradient(track.topLeft(), track.topRight());
        for (int i = 0; i <= gradientStops; ++i)
            gradient.setColorAt(double(i) / gradientStops, colorAt(double(i) / gradientStops));
        brush = gradient;
    }
    QRectF bar = track;
    bar.setWidth(track.width() * shown.share);
    if (bar.width() >= 1)
        list.add(DisplayList::Fill{bar, brush, barRadius});
}

void FrameCellDelegate::drawTrend(DisplayList &list, const QRectF &rect, const QModelIndex &index,
                                  const QFont &font) const
{
    const Field &field = m_model->fieldOf(index.column());
    const std::size_t row = m_model->frameRow(index.row());
    if (row >= field.trends.size())
        return;
    const QColor named = m_model->valueColor(index.row(), index.column());
    const QColor color = named.isValid() ? named : m_model->theme().accent;
    QRectF area = rect.adjusted(padding, 2, -padding, -2);
    const QFontMetricsF metrics(font);
    const CellOptions look = m_model->cellOptions(index.column());
    const QString text = index.data().toString();
    if (!look.hideValue && widestText(index, font) > 0) {
        const double width = std::min(widestText(index, font) + padding + 1, area.width() * valueShare);
        const QRectF box(area.right() - width + padding, rect.top(), width - padding, rect.height());
        list.add(DisplayList::Text{box, metrics.elidedText(text, Qt::ElideRight, box.width()), font,
                                   m_model->theme().text, Qt::AlignRight | Qt::AlignVCenter});
        area.setRight(area.right() - width);
    }
    const std::vector<Sample> &samples = field.trends[row];
    if (samples.size() < 2)
        return;
    SparklineShape shape{area, color};
    shape.style = look.trend;
    shape.interpolation = look.trendLine;
    shape.width = std::clamp(look.trendWidth, 0.0, 10.0);
    shape.opacity = std::clamp(look.trendFill / 100, 0.0, 1.0);
    shape.points = look.trendPoints == PointsShown::Always;
    drawSparklineShape(list, samples, {samples.front().t, samples.back().t}, shape);
}

DisplayList FrameCellDelegate::drawing(const QRectF &rect, const QModelIndex &index, const QFont &font) const
{
    DisplayList list;
    const CellOptions options = m_model->cellOptions(index.column());
    const QColor row = m_model->rowColor(index.row());
    const QColor own = options.kind == CellKind::ColorBackground
                           ? m_model->valueColor(index.row(), index.column())
                           : QColor();
    if (const QColor surface = own.isValid() ? own : row; surface.isValid())
        list.add(DisplayList::Fill{
            rect, surfaceBrush(rect, surface, own.isValid() ? options.background : CellBackground::Basic)});
    const FieldType type = m_model->fieldOf(index.column()).type;
    if (options.kind == CellKind::Gauge && type == FieldType::Number)
        drawGauge(list, rect, index, font);
    else if (type == FieldType::Other)
        drawTrend(list, rect, index, font);
    else if (options.kind == CellKind::Pills)
        drawLabels(list, rect, index, font);
    else
        drawText(list, rect, index, font);
    return list;
}

void FrameCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Theme &theme = m_model->theme();
    painter->save();
    painter->setClipRect(option.rect);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, theme.surfaceRaised);
    drawing(QRectF(option.rect).adjusted(0, 0, 0, -1), index, option.font).paint(*painter);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(theme.grid);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(theme.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize FrameCellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(option.font);
    const int text = metrics.horizontalAdvance(m_model->cellWords(index)) + 2 * static_cast<int>(padding) + 2;
    const FieldType type = m_model->fieldOf(index.column()).type;
    const bool gauge = m_model->cellOptions(index.column()).kind == CellKind::Gauge;
    const bool drawn = (gauge && type == FieldType::Number) || type == FieldType::Other;
    return {std::min(text + (drawn ? gaugeWidth : 0), widestHint), metrics.height()};
}

} // namespace sightglass
