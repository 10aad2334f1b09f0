// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/histograms/histogramchart.h"

#include "model/presentation/valuetext.h"

#include <algorithm>
#include <numeric>

namespace sightglass {

HistogramChart::HistogramChart(const HistogramOptions &options, const Theme &theme, QWidget *parent)
    : SlotChart(options.tooltip, theme, parent)
    , m_options(options)
{}

HistogramChart::~HistogramChart() = default;

void HistogramChart::setContent(Content content)
{
    m_content = std::move(content);
    changeContent(m_content.data.bins.size());
}

HistogramFrame HistogramChart::frame() const
{
    HistogramFrame frame{QSizeF(size()),     font(),         theme(),           {},
                         m_options.stacking, m_content.unit, m_content.decimals};
    for (const Look &look : m_content.looks)
        frame.looks.push_back(look.bars);
    return frame;
}

void HistogramChart::layOut()
{
    if (!m_content.data.empty()) {
        m_layout = layOutHistogram(m_content.data, frame());
        return;
    }
    m_layout = {};
    m_layout.list.add(DisplayList::Text{QRectF(rect()), tr("No data in this time range"), font(),
                                        theme().textMuted, Qt::AlignCenter});
}

const HistogramLayout &HistogramChart::chartLayout()
{
    ensureLayout();
    return m_layout;
}

// ---- reading

QString HistogramChart::countText(double count) const
{
    const QString number = valueText(count, "short");
    return m_content.data.perSecond ? tr("%1/s").arg(number) : number;
}

double HistogramChart::totalOf(std::size_t series) const
{
    const std::vector<double> &counts = m_content.data.series[series].counts;
    return std::accumulate(counts.begin(), counts.end(), 0.0);
}

std::vector<std::size_t> HistogramChart::readSeries(const Place &place) const
{
    std::vector<std::size_t> order;
    const bool all = m_options.tooltip.mode == TooltipMode::All || place.byKey;
    const auto countOf = [&](std::size_t i) { return m_content.data.series[i].counts[place.slot]; };
    for (std::size_t i = 0; i < m_content.looks.size(); ++i) {
        const bool wanted = all ? !(m_options.tooltip.hideZeros && countOf(i) == 0) : place.series == i;
        if (m_content.looks[i].bars.isShown && wanted)
            order.push_back(i);
    }
    if (m_options.tooltip.sort == SortOrder::Descending)
        std::ranges::stable_sort(order, std::ranges::greater(), countOf);
    else if (m_options.tooltip.sort == SortOrder::Ascending)
        std::ranges::stable_sort(order, std::ranges::less(), countOf);
    return order;
}

Readout HistogramChart::readoutOf(const Place &place) const
{
    Readout readout;
    if (m_options.tooltip.mode == TooltipMode::Hidden)
        return readout;
    const BinRange &bin = m_content.data.bins[place.slot];
    const HistogramFrame looks = frame();
    readout.title = tr("%1 – %2", "from a lower to an upper bound")
                        .arg(boundText(bin.low, looks), boundText(bin.high, looks));
    for (const std::size_t i : readSeries(place)) {
        const double count = m_content.data.series[i].counts[place.slot];
        const double total = totalOf(i);
        ReadoutRow row{m_content.looks[i].bars.color, m_content.looks[i].name, countText(count),
                       place.series == i};
        if (total > 0)
            row.detail = valueText(count / total, "percentunit");
        readout.rows.push_back(std::move(row));
        if (!readout.number || place.series == i)
            readout.number = count;
    }
    return readout;
}

std::optional<SlotChart::Place> HistogramChart::placeAt(QPointF position) const
{
    const auto bin = m_layout.binAt(position);
    if (!bin)
        return std::nullopt;
    const BinMark *mark = m_layout.markAt(position);
    return Place{*bin, mark != nullptr ? std::optional(mark->series) : std::nullopt, false};
}

std::vector<QRectF> HistogramChart::otherMarks(std::size_t series) const
{
    std::vector<QRectF> marks;
    for (const BinMark &mark : m_layout.marks) {
        if (mark.series != series)
            marks.push_back(mark.rect);
    }
    return marks;
}

} // namespace sightglass
