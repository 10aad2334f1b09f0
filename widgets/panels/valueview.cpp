// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/valueview.h"

#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr int smallestFont = 8;
constexpr double wantedAspect = 1.6; ///< of a cell: width to height
constexpr qsizetype spokenValues = 20;

} // namespace

ValueView::ValueView(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PanelView(parent)
    , m_spec(spec)
    , m_theme(theme)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void ValueView::setData(const PanelDataPtr &answer)
{
    m_data = answer;
    refresh();
}

void ValueView::setTheme(const Theme &theme)
{
    m_theme = theme;
    if (m_data)
        refresh();
    update();
}

void ValueView::refresh()
{
    m_values = instantValues(m_spec, *m_data, m_theme);
    QStringList spoken;
    for (const InstantValue &value : m_values) {
        if (spoken.size() < spokenValues)
            spoken.append(value.name + u' ' + value.text);
    }
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    valuesChanged();
    update();
}

void ValueView::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.surface);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_values.empty()) {
        paintValues(painter);
        return;
    }
    painter.setPen(m_theme.textMuted);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("No data"));
}

QFont fittingFont(const QFont &font, const QString &text, QSizeF size, int maxPixels)
{
    QFont result = font;
    result.setPixelSize(std::max(maxPixels, smallestFont));
    const QFontMetricsF metrics(result);
    const double width = std::max(metrics.horizontalAdvance(text), 1.0);
    const double share = std::min({size.width() / width, size.height() / metrics.height(), 1.0});
    result.setPixelSize(std::max(smallestFont, static_cast<int>(result.pixelSize() * share)));
    return result;
}

std::vector<QRectF> gridCells(QSizeF size, std::size_t count, double gap)
{
    std::size_t bestColumns = 1;
    double best = -1;
    for (std::size_t columns = 1; columns <= count; ++columns) {
        const std::size_t rows = (count + columns - 1) / columns;
        const double width = size.width() / static_cast<double>(columns);
        const double height = size.height() / static_cast<double>(rows);
        const double fit = std::min(width / wantedAspect, height);
        if (fit > best) {
            best = fit;
            bestColumns = columns;
        }
    }
    const std::size_t rows = (count + bestColumns - 1) / bestColumns;
    const double width =
        (size.width() - gap * static_cast<double>(bestColumns - 1)) / static_cast<double>(bestColumns);
    const double height = (size.height() - gap * static_cast<double>(rows - 1)) / static_cast<double>(rows);
    std::vector<QRectF> cells;
    for (std::size_t i = 0; i < count; ++i) {
        const auto column = static_cast<double>(i % bestColumns);
        const auto row = static_cast<double>(i / bestColumns);
        cells.emplace_back(column * (width + gap), row * (height + gap), width, height);
    }
    return cells;
}

} // namespace sightglass
