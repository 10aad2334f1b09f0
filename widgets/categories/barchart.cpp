// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/barchart.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace sightglass {

BarChart::BarChart(const BarChartOptions &options, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_options(options)
    , m_theme(theme)
    , m_tip(*this, [this] { read(std::nullopt, {}); })
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

BarChart::~BarChart() = default;

void BarChart::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_dirty = true;
    update();
}

void BarChart::setBars(BarData bars, std::vector<bool> shown)
{
    m_bars = std::move(bars);
    m_shown = std::move(shown);
    m_dirty = true;
    if (m_read && m_read->category >= m_bars.categories.size())
        read(std::nullopt, {});
    update();
}

void BarChart::highlight(std::optional<std::size_t> series)
{
    if (series == m_lifted)
        return;
    m_lifted = series;
    update();
}

void BarChart::ensureLayout()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    m_layout = layOutBars(m_bars, m_options, {QSizeF(size()), font(), m_theme, m_shown});
    if (m_bars.leftOut > 0) {
        const int more = static_cast<int>(std::min<std::size_t>(m_bars.leftOut, 1'000'000));
        const QRectF line(0, 0, width(), fontMetrics().height());
        m_layout.list.add(DisplayList::Text{line, tr("%n more categories are not drawn", nullptr, more),
                                            font(), m_theme.textMuted, Qt::AlignRight | Qt::AlignTop, 0});
    }
    QString message = m_bars.problem;
    if (m_bars.categories.empty() && message.isEmpty())
        message = tr("No data");
    if (!message.isEmpty()) {
        m_layout.list.clear();
        m_layout.list.add(DisplayList::Text{QRectF(rect()),
                                            fontMetrics().elidedText(message, Qt::ElideRight, width()),
                                            font(), m_theme.textMuted, Qt::AlignCenter, 0});
    }
}

const BarLayout &BarChart::chartLayout()
{
    ensureLayout();
    return m_layout;
}

// ---- reading

Readout BarChart::currentReadout() const
{
    return m_read ? readoutOf(*m_read) : Readout();
}

Readout BarChart::readoutOf(const Place &place) const
{
    Readout readout;
    if (m_options.tooltip.mode == TooltipMode::Hidden || place.category >= m_bars.categories.size())
        return readout;
    readout.title = m_bars.categories[place.category];
    std::vector<std::size_t> order;
    const bool all = m_options.tooltip.mode == TooltipMode::All || !place.series;
    for (std::size_t i = 0; i < m_bars.series.size(); ++i) {
        const BarSeries &series = m_bars.series[i];
        const double value = series.values[place.category];
        const bool shown = i >= m_shown.size() || m_shown[i];
        const bool wanted = all ? !(m_options.tooltip.hideZeros && value == 0) : place.series == i;
        if (shown && wanted && series.told && !std::isnan(value))
            order.push_back(i);
    }
    const auto valueOf = [this, &place](std::size_t i) { return m_bars.series[i].values[place.category]; };
    if (m_options.tooltip.sort == SortOrder::Descending)
        std::ranges::stable_sort(order, std::ranges::greater(), valueOf);
    else if (m_options.tooltip.sort == SortOrder::Ascending)
        std::ranges::stable_sort(order, std::ranges::less(), valueOf);
    for (const std::size_t i : order) {
        const BarSeries &series = m_bars.series[i];
        readout.rows.push_back({series.colors[place.category], series.name, series.texts[place.category],
                                order.size() > 1 && place.series == i});
    }
    return readout;
}

void BarChart::read(std::optional<Place> place, QPoint at)
{
    if (place != m_read)
        update();
    m_read = place;
    const Readout readout = currentReadout();
    m_tip.show(at, readout, m_theme);
    if (place && !place->series)
        setAccessibleDescription(spokenReadout(readout));
}

void BarChart::mouseMoveEvent(QMouseEvent *event)
{
    ensureLayout();
    const BarMark *mark = m_layout.markAt(event->position());
    read(mark != nullptr ? std::optional(Place{mark->category, mark->series}) : std::nullopt,
         event->position().toPoint());
}

void BarChart::leaveEvent(QEvent *event)
{
    read(std::nullopt, {});
    QWidget::leaveEvent(event);
}

void BarChart::keyPressEvent(QKeyEvent *event)
{
    ensureLayout();
    const bool forth = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    const std::size_t count = m_bars.categories.size();
    if (event->key() == Qt::Key_Escape && m_read)
        return read(std::nullopt, {});
    if ((!forth && !back) || count == 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    std::size_t next = forth ? 0 : count - 1;
    if (m_read)
        next = forth ? std::min(m_read->category + 1, count - 1)
                     : m_read->category - (m_read->category > 0 ? 1 : 0);
    read(Place{next, std::nullopt}, m_layout.slot(next).center().toPoint());
}

void BarChart::focusOutEvent(QFocusEvent *event)
{
    if (m_read && !m_read->series)
        read(std::nullopt, {});
    update();
    QWidget::focusOutEvent(event);
}

void BarChart::hideEvent(QHideEvent *event)
{
    read(std::nullopt, {});
    QWidget::hideEvent(event);
}

// ---- painting

void BarChart::resizeEvent(QResizeEvent *event)
{
    m_dirty = true;
    QWidget::resizeEvent(event);
}

void BarChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_dirty = true;
}

void BarChart::paintHighlight(QPainter &painter) const
{
    if (m_lifted) {
        QColor veil = m_theme.surface;
        veil.setAlphaF(0.6F);
        for (const BarMark &mark : m_layout.marks) {
            if (mark.series != *m_lifted)
                painter.fillRect(mark.rect, veil);
        }
    }
    if (!m_read || m_read->category >= m_layout.categories)
        return;
    QColor light = m_theme.text;
    light.setAlphaF(0.09F);
    if (m_options.fullHighlight || !m_read->series) {
        painter.fillRect(m_layout.slot(m_read->category), light);
        return;
    }
    light.setAlphaF(0.22F);
    for (const BarMark &mark : m_layout.marks) {
        if (mark.category == m_read->category && mark.series == *m_read->series)
            painter.fillRect(mark.rect, light);
    }
}

void BarChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    ensureLayout();
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.surface);
    m_layout.list.paint(painter);
    paintHighlight(painter);
    if (hasFocus() && !m_read) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(m_theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void BarChart::exportTo(QPainter &painter)
{
    ensureLayout();
    painter.fillRect(rect(), m_theme.surface);
    m_layout.list.paint(painter);
}

} // namespace sightglass
