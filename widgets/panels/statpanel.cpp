// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/statpanel.h"

#include "widgets/chart/columnlayer.h"
#include "widgets/chart/columnraster.h"
#include "widgets/chart/decimate.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace sightglass {

namespace {

constexpr double cellGap = 8;
constexpr double unitShare = 0.55; ///< the unit's size to the number's
constexpr int largestNumber = 64;
constexpr double sparklineShare = 0.42; ///< of the cell's height
constexpr double roomForSparkline = 70;
constexpr double sparklineFill = 0.16;

} // namespace

void StatPanel::paintValues(QPainter &painter)
{
    const std::vector<QRectF> cells = gridCells(QSizeF(size()), values().size(), cellGap);
    // One size for all numbers: they are there to be compared.
    QFont numberFont = font();
    numberFont.setWeight(QFont::DemiBold);
    int pixels = largestNumber;
    const double alone = values().size() > 1 ? 0.6 : 0.85;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const double share = cells[i].height() >= roomForSparkline ? 0.5 : alone;
        const QSizeF room(cells[i].width() * 0.92, cells[i].height() * share);
        pixels = std::min(pixels, fittingFont(numberFont, values()[i].text, room, largestNumber).pixelSize());
    }
    numberFont.setPixelSize(pixels);
    for (std::size_t i = 0; i < cells.size(); ++i)
        paintCell(painter, cells[i], values()[i], numberFont);
}

void StatPanel::paintCell(QPainter &painter, const QRectF &cell, const InstantValue &value,
                          const QFont &numberFont) const
{
    QRectF text = cell;
    if (cell.height() >= roomForSparkline) {
        const double height = cell.height() * sparklineShare;
        paintSparkline(painter, {cell.left(), cell.bottom() - height, cell.width(), height}, value);
        text.setBottom(cell.bottom() - height);
    }
    if (values().size() > 1) {
        painter.setFont(font());
        painter.setPen(theme().textMuted);
        const QFontMetricsF metrics(font());
        painter.drawText(QRectF(text.left(), text.top(), text.width(), metrics.height()), Qt::AlignCenter,
                         metrics.elidedText(value.name, Qt::ElideMiddle, text.width()));
        text.setTop(text.top() + metrics.height());
    }
    paintNumber(painter, text, value, numberFont);
}

void StatPanel::paintNumber(QPainter &painter, const QRectF &area, const InstantValue &value,
                            const QFont &numberFont) const
{
    QFont unitFont = numberFont;
    unitFont.setPixelSize(std::max(8, static_cast<int>(numberFont.pixelSize() * unitShare)));
    unitFont.setWeight(QFont::Normal);
    const QFontMetricsF metrics(numberFont);
    const double numberWidth = metrics.horizontalAdvance(value.number);
    const double space = value.unit.isEmpty() ? 0 : numberFont.pixelSize() * 0.18;
    const double unitWidth = QFontMetricsF(unitFont).horizontalAdvance(value.unit);
    const double left = area.center().x() - (numberWidth + space + unitWidth) / 2;
    const double baseline = area.center().y() + metrics.capHeight() / 2;
    painter.setPen(value.color);
    painter.setFont(numberFont);
    painter.drawText(QPointF(left, baseline), value.number);
    painter.setFont(unitFont);
    painter.drawText(QPointF(left + numberWidth + space, baseline), value.unit);
}

void StatPanel::paintSparkline(QPainter &painter, const QRectF &area, const InstantValue &value) const
{
    const PanelSeries &series = answer()->series[value.series];
    auto range = valueRange(series.samples);
    if (series.samples.size() < 2 || !range)
        return;
    if (range->low == range->high)
        range = ValueRange{range->low - 1, range->high + 1};
    const double air = (range->high - range->low) * 0.06;
    const double ratio = devicePixelRatioF();
    ChartScene scene;
    scene.grid = ColumnGrid::covering(answer()->range, std::max(1, static_cast<int>(area.width() * ratio)));
    scene.scale = {range->low - air, range->high + air, std::max(1, static_cast<int>(area.height() * ratio))};
    scene.gapMs = gapThresholdMs(answer()->stepMs);
    scene.lineWidth = std::max(1.0, ratio);
    scene.background = theme().surface.rgb();
    // Filled down to the bottom, not to zero: the shape is what counts.
    std::vector<Sample> bottom(series.samples);
    for (Sample &sample : bottom)
        sample.v = scene.scale.low;
    scene.series.push_back({series.samples, bottom, value.color.rgb(), sparklineFill});
    ColumnLayer layer;
    layer.update(scene.grid, scene.scale.height, {},
                 [&scene](ColumnRange columns, QImage &ring) { rasterColumns(scene, columns, ring); });
    QImage image = layer.image();
    image.setDevicePixelRatio(ratio);
    painter.drawImage(area.topLeft(), image);
}

} // namespace sightglass
