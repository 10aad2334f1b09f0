// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/histograms/histogramchart.h"

#include "model/presentation/valuetext.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace sightglass {

HistogramChart::HistogramChart(const HistogramOptions &options, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_options(options)
    , m_theme(theme)
    , m_tip(*this, [this] { read(std::nullopt, {}); })
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

HistogramChart::~HistogramChart() = default;

void HistogramChart::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_dirty = true;
    update();
}

void HistogramChart::setContent(Content content)
{
    m_content = std::move(content);
    m_dirty = true;
    if (m_read && m_read->bin >= m_content.data.bins.size())
        read(std::nullopt, {});
    update();
}

void HistogramChart::highlight(std::optional<std::size_t> series)
{
    if (series == m_lifted)
        return;
    m_lifted = series;
    update();
}

HistogramFrame HistogramChart::frame() const
{
    HistogramFrame frame{QSizeF(size()),     font(),         m_theme,           {},
                         m_options.stacking, m_content.unit, m_content.decimals};
    for (const Look &look : m_content.looks)
        frame.looks.push_back(look.bars);
    return frame;
}

void HistogramChart::ensureLayout()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    if (!m_content.data.empty()) {
        m_layout = layOutHistogram(m_content.data, frame());
        return;
    }
    m_layout = {};
    m_layout.list.add(DisplayList::Text{QRectF(rect()), tr("No data in this time range"), font(),
                                        m_theme.textMuted, Qt::AlignCenter});
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
    const auto countOf = [&](std::size_t i) { return m_content.data.series[i].counts[place.bin]; };
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

Readout HistogramChart::currentReadout() const
{
    Readout readout;
    if (!m_read || m_options.tooltip.mode == TooltipMode::Hidden || m_read->bin >= m_content.data.bins.size())
        return readout;
    const BinRange &bin = m_content.data.bins[m_read->bin];
    const HistogramFrame looks = frame();
    readout.title = tr("%1 – %2", "from a lower to an upper bound")
                        .arg(boundText(bin.low, looks), boundText(bin.high, looks));
    for (const std::size_t i : readSeries(*m_read)) {
        const double count = m_content.data.series[i].counts[m_read->bin];
        const double total = totalOf(i);
        ReadoutRow row{m_content.looks[i].bars.color, m_content.looks[i].name, countText(count),
                       m_read->series == i};
        if (total > 0)
            row.detail = valueText(count / total, "percentunit");
        readout.rows.push_back(std::move(row));
        if (!readout.number || m_read->series == i)
            readout.number = count;
    }
    return readout;
}

void HistogramChart::read(std::optional<Place> place, QPoint at)
{
    if (place != m_read)
        update();
    m_read = place;
    const Readout readout = currentReadout();
    m_tip.show(at, readout, m_theme);
    if (place && place->byKey)
        setAccessibleDescription(spokenReadout(readout));
}

void HistogramChart::mouseMoveEvent(QMouseEvent *event)
{
    ensureLayout();
    const auto bin = m_layout.binAt(event->position());
    std::optional<Place> place;
    if (bin) {
        const BinMark *mark = m_layout.markAt(event->position());
        place = Place{*bin, mark != nullptr ? std::optional(mark->series) : std::nullopt, false};
    }
    read(place, event->position().toPoint());
}

void HistogramChart::leaveEvent(QEvent *event)
{
    read(std::nullopt, {});
    QWidget::leaveEvent(event);
}

void HistogramChart::keyPressEvent(QKeyEvent *event)
{
    ensureLayout();
    const std::size_t bins = m_layout.bins;
    if (event->key() == Qt::Key_Escape && m_read)
        return read(std::nullopt, {});
    std::size_t next = 0;
    switch (event->key()) {
    case Qt::Key_Right:
        next = m_read ? m_read->bin + 1 : 0;
        break;
    case Qt::Key_Left:
        next = m_read ? m_read->bin - (m_read->bin > 0 ? 1 : 0) : bins;
        break;
    case Qt::Key_Home:
        break;
    case Qt::Key_End:
        next = bins;
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    if (bins == 0)
        return;
    next = std::min(next, bins - 1);
    read(Place{next, std::nullopt, true}, m_layout.slot(next).center().toPoint());
}

void HistogramChart::focusInEvent(QFocusEvent *event)
{
    update();
    QWidget::focusInEvent(event);
}

void HistogramChart::focusOutEvent(QFocusEvent *event)
{
    if (m_read && m_read->byKey)
        read(std::nullopt, {});
    update();
    QWidget::focusOutEvent(event);
}

void HistogramChart::hideEvent(QHideEvent *event)
{
    read(std::nullopt, {});
    QWidget::hideEvent(event);
}

// ---- painting

void HistogramChart::resizeEvent(QResizeEvent *event)
{
    m_dirty = true;
    QWidget::resizeEvent(event);
}

void HistogramChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_dirty = true;
}

void HistogramChart::paintHighlight(QPainter &painter) const
{
    if (m_lifted) {
        QColor veil = m_theme.surface;
        veil.setAlphaF(0.6F);
        for (const BinMark &mark : m_layout.marks) {
            if (mark.series != *m_lifted)
                painter.fillRect(mark.rect, veil);
        }
    }
    if (!m_read || m_read->bin >= m_layout.bins)
        return;
    QColor light = m_theme.text;
    light.setAlphaF(0.09F);
    painter.fillRect(m_layout.slot(m_read->bin), light);
}

void HistogramChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    ensureLayout();
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    m_layout.list.paint(painter);
    paintHighlight(painter);
    if (!hasFocus() || m_read)
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(m_theme.accent, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void HistogramChart::exportTo(QPainter &painter)
{
    ensureLayout();
    painter.fillRect(rect(), m_theme.surface);
    m_layout.list.paint(painter);
}

} // namespace sightglass
