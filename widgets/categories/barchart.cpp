// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/barchart.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sightglass {

BarChart::BarChart(const BarChartOptions &options, const Theme &theme, QWidget *parent)
    : SlotChart(options.tooltip, theme, parent)
    , m_options(options)
{}

BarChart::~BarChart() = default;

void BarChart::setBars(BarData bars, std::vector<bool> shown)
{
    m_bars = std::move(bars);
    m_shown = std::move(shown);
    changeContent(m_bars.categories.size());
}

void BarChart::layOut()
{
    BarFrame frame{QSizeF(size()), font(), theme(), m_shown, 0, devicePixelRatioF()};
    m_layout = layOutBars(m_bars, m_options, frame);
    QString message = m_bars.problem;
    if (m_bars.categories.empty() && message.isEmpty())
        message = tr("No data");
    if (!message.isEmpty()) {
        m_layout.list.clear();
        m_layout.list.add(DisplayList::Text{QRectF(rect()),
                                            fontMetrics().elidedText(message, Qt::ElideRight, width()),
                                            font(), theme().textMuted, Qt::AlignCenter, 0});
        return;
    }
    const QString note = noteOf(m_layout.isCrowded);
    if (note.isEmpty())
        return;
    // Above the bars, so that it covers none.
    frame.top = fontMetrics().height() + 2;
    m_layout = layOutBars(m_bars, m_options, frame);
    const int left = static_cast<int>(m_layout.plot.left());
    const QRectF line(left, 0, width() - left, fontMetrics().height());
    m_layout.list.add(DisplayList::Text{line, fontMetrics().elidedText(note, Qt::ElideRight, width() - left),
                                        font(), theme().textMuted, Qt::AlignRight | Qt::AlignVCenter, 0});
}

/// What is not seen.
QString BarChart::noteOf(bool isCrowded) const
{
    QStringList notes;
    if (isCrowded)
        notes << tr("Bars overlap: the longest are seen");
    if (m_bars.leftOut > 0) {
        const int more = static_cast<int>(std::min<std::size_t>(m_bars.leftOut, 1'000'000));
        notes << tr("%n more categories are not drawn", nullptr, more);
    }
    return notes.join(QStringLiteral(" · "));
}

const BarLayout &BarChart::chartLayout()
{
    ensureLayout();
    return m_layout;
}

// ---- reading

Readout BarChart::readoutOf(const Place &place) const
{
    Readout readout;
    if (m_options.tooltip.mode == TooltipMode::Hidden || place.slot >= m_bars.categories.size())
        return readout;
    readout.title = m_bars.categories[place.slot];
    std::vector<std::size_t> order;
    const bool all = m_options.tooltip.mode == TooltipMode::All || !place.series;
    for (std::size_t i = 0; i < m_bars.series.size(); ++i) {
        const BarSeries &series = m_bars.series[i];
        const double value = series.values[place.slot];
        const bool shown = i >= m_shown.size() || m_shown[i];
        const bool wanted = all ? !(m_options.tooltip.hideZeros && value == 0) : place.series == i;
        if (shown && wanted && series.told && !std::isnan(value))
            order.push_back(i);
    }
    const auto valueOf = [this, &place](std::size_t i) { return m_bars.series[i].values[place.slot]; };
    if (m_options.tooltip.sort == SortOrder::Descending)
        std::ranges::stable_sort(order, std::ranges::greater(), valueOf);
    else if (m_options.tooltip.sort == SortOrder::Ascending)
        std::ranges::stable_sort(order, std::ranges::less(), valueOf);
    for (const std::size_t i : order) {
        const BarSeries &series = m_bars.series[i];
        readout.rows.push_back({series.colors[place.slot], series.name, series.texts[place.slot],
                                order.size() > 1 && place.series == i});
    }
    return readout;
}

std::optional<SlotChart::Place> BarChart::placeAt(QPointF position) const
{
    const BarMark *mark = m_layout.markAt(position);
    return mark != nullptr ? std::optional(Place{mark->category, mark->series, false}) : std::nullopt;
}

std::vector<QRectF> BarChart::otherMarks(std::size_t series) const
{
    std::vector<QRectF> marks;
    for (const BarMark &mark : m_layout.marks) {
        if (mark.series != series)
            marks.push_back(mark.rect);
    }
    return marks;
}

void BarChart::paintPlace(QPainter &painter, const Place &place) const
{
    if (m_options.fullHighlight || !place.series)
        return SlotChart::paintPlace(painter, place);
    QColor light = theme().text;
    light.setAlphaF(0.22F);
    for (const BarMark &mark : m_layout.marks) {
        if (mark.category == place.slot && mark.series == *place.series)
            painter.fillRect(mark.rect, light);
    }
}

} // namespace sightglass
