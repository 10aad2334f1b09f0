// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/piechart.h"

#include "widgets/style/listtext.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPieSeries>
#include <QPieSlice>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace sightglass {

namespace {

constexpr double liftedEdge = 1.5;

} // namespace

PieChart::PieChart(const PieOptions &options, const Theme &theme, QWidget *parent)
    : QChartView(parent)
    , m_options(options)
    , m_theme(theme)
    , m_series(new QPieSeries)
    , m_tip(*this, [this] { read(std::nullopt, {}); })
{
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setMargins({});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addSeries(m_series);
    m_series->setPieSize(1);
    m_tip.setMostSize(options.tooltip.maxWidth, options.tooltip.maxHeight);
    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setTheme(theme);
}

PieChart::~PieChart() = default;

void PieChart::setTheme(const Theme &theme)
{
    m_theme = theme;
    setBackgroundBrush(theme.surface);
    m_dirty = true;
    viewport()->update();
}

void PieChart::setValues(std::vector<PieValue> values, std::vector<bool> shown)
{
    m_values = std::move(values);
    m_shown = std::move(shown);
    m_dirty = true;
    if (m_read || isVisible()) {
        ensureLayout();
        if (m_read && *m_read >= m_slices.size())
            read(std::nullopt, {});
        else if (m_read)
            read(m_read, pieMiddle(m_slices[*m_read], m_place).toPoint());
    }
    viewport()->update();
}

bool PieChart::isShown(const PieValue &value) const
{
    const auto index = static_cast<std::size_t>(&value - m_values.data());
    return index >= m_shown.size() || m_shown[index];
}

PieLook PieChart::look() const
{
    const auto shown = [this](const PieValue &value) { return isShown(value); };
    return {m_options.labels, m_options.shape, smallFont(font()), m_theme, pieRemark(m_values, shown)};
}

void PieChart::ensureLayout()
{
    if (!m_dirty)
        return;
    m_dirty = false;
    PieLook look = this->look();
    const auto shown = [this](const PieValue &value) { return isShown(value); };
    m_place = piePlace(QSizeF(size()), look);
    m_slices = pieSlices(m_values, m_place.radius, shown);
    look.beside = besideWidth(m_slices, m_values, m_place, look);
    if (look.beside > 0) {
        m_place = piePlace(QSizeF(size()), look);
        m_slices = pieSlices(m_values, m_place.radius, shown);
    }
    if (!pieOthers(m_slices).isEmpty() && !tellsOthers(m_slices, m_values, m_place, look)) {
        // What is said of them takes some of the pie's room: there are a few more of them then.
        const QString others = look.remark.isEmpty() ? QString() : QStringLiteral(" · ") + look.remark;
        look.remark = pieOthers(m_slices) + others;
        m_place = piePlace(QSizeF(size()), look);
        m_slices = pieSlices(m_values, m_place.radius, shown);
        look.remark = pieOthers(m_slices) + others;
    }
    m_labels = drawPieLabels(m_slices, m_values, m_place, QSizeF(size()), look);
    if (m_slices.empty()) {
        m_labels.add(DisplayList::Text{QRectF(rect()),
                                       m_values.empty() ? tr("No data") : tr("Nothing to draw"), font(),
                                       m_theme.textMuted, Qt::AlignCenter, 0});
    }
    chart()->setPlotArea(m_place.square());
    m_series->setHoleSize(m_place.hole > 0 ? m_place.hole / m_place.radius : 0);
    const auto count = static_cast<qsizetype>(m_slices.size());
    if (m_series->count() != count) {
        m_series->clear();
        for (const PieSlice &slice : m_slices)
            m_series->append(new QPieSlice(QString(), slice.share));
    }
    const QList<QPieSlice *> drawn = m_series->slices();
    for (qsizetype i = 0; i < count; ++i)
        drawn[i]->setValue(m_slices[static_cast<std::size_t>(i)].share);
    colorSlices();
}

void PieChart::colorSlices()
{
    const QList<QPieSlice *> drawn = m_series->slices();
    for (std::size_t i = 0; i < m_slices.size(); ++i) {
        const PieSlice &slice = m_slices[i];
        QColor color = slice.gathered() ? m_theme.axis : m_values[slice.values.front()].color;
        const bool lifted =
            m_read == i || (m_lifted && std::ranges::find(slice.values, *m_lifted) != slice.values.end());
        const bool other = !lifted && (m_read || m_lifted);
        if (other)
            color.setAlphaF(0.45F);
        QPieSlice *one = drawn[static_cast<qsizetype>(i)];
        one->setBrush(color);
        // A whole has no seam.
        const QColor edge = lifted && m_byKeys ? m_theme.accent : m_theme.surface;
        const double seam = m_slices.size() > 1 ? pieSeam(slice, m_place) : 0;
        const double width = lifted && m_byKeys ? liftedEdge : seam;
        one->setPen(width > 0 ? QPen(edge, width) : QPen(Qt::NoPen));
    }
}

const std::vector<PieSlice> &PieChart::slices()
{
    ensureLayout();
    return m_slices;
}

const PiePlace &PieChart::place()
{
    ensureLayout();
    return m_place;
}

const DisplayList &PieChart::labels()
{
    ensureLayout();
    return m_labels;
}

double PieChart::shareOf(std::size_t value)
{
    double total = 0;
    for (const PieValue &one : m_values)
        total += one.isPart() && isShown(one) ? one.value / 2 : 0;
    const PieValue &own = m_values[value];
    return own.isPart() && isShown(own) ? own.value / 2 / total : std::numeric_limits<double>::quiet_NaN();
}

void PieChart::highlight(std::optional<std::size_t> value)
{
    if (value == m_lifted)
        return;
    m_lifted = value;
    ensureLayout();
    colorSlices();
}

// ---- reading

Readout PieChart::currentReadout() const
{
    return m_read && *m_read < m_slices.size() ? readoutOf(*m_read) : Readout();
}

Readout PieChart::readoutOf(std::size_t slice) const
{
    Readout readout;
    if (m_options.tooltip.mode == TooltipMode::Hidden)
        return readout;
    struct Line
    {
        ReadoutRow row;
        double value = 0;
    };
    std::vector<Line> lines;
    const auto add = [&](std::size_t index, double share, bool nearest) {
        const PieValue &value = m_values[index];
        if (!value.told)
            return;
        const QString text =
            tr("%1 (%2)", "value and percentage").arg(value.text, percentText(share, value.decimals));
        lines.push_back({{value.color, value.name, text, nearest}, value.value});
    };
    const double total = [this] {
        double sum = 0;
        for (const PieSlice &one : m_slices) {
            for (const std::size_t index : one.values)
                sum += m_values[index].value / 2;
        }
        return sum;
    }();
    const bool all = m_options.tooltip.mode == TooltipMode::All;
    for (std::size_t i = 0; i < m_slices.size(); ++i) {
        for (const std::size_t index : m_slices[i].values) {
            if (all || i == slice)
                add(index, m_values[index].value / 2 / total, all && i == slice && m_slices.size() > 1);
        }
    }
    if (m_options.tooltip.sort != SortOrder::None) {
        const bool descending = m_options.tooltip.sort == SortOrder::Descending;
        std::ranges::stable_sort(lines, [descending](const Line &a, const Line &b) {
            return descending ? a.value > b.value : a.value < b.value;
        });
    }
    for (Line &line : lines)
        readout.rows.push_back(std::move(line.row));
    if (m_slices[slice].gathered())
        readout.title = tr("%1: %2", "name and value")
                            .arg(pieName(m_slices[slice], m_values), percentText(m_slices[slice].share, {}));
    return readout;
}

void PieChart::read(std::optional<std::size_t> slice, QPoint at)
{
    const bool changed = slice != m_read;
    m_read = slice;
    if (!slice)
        m_byKeys = false;
    if (changed)
        colorSlices();
    const Readout readout = currentReadout();
    m_tip.show(at, readout, m_theme);
    if (m_byKeys)
        setAccessibleDescription(spokenReadout(readout));
}

// Qt's own handlers are left out: they pass events to items that we have not made, and a press crashes where
// the chart is hidden.

void PieChart::mousePressEvent(QMouseEvent *event)
{
    event->ignore();
}

void PieChart::mouseReleaseEvent(QMouseEvent *event)
{
    event->ignore();
}

void PieChart::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->ignore();
}

void PieChart::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

void PieChart::mouseMoveEvent(QMouseEvent *event)
{
    ensureLayout();
    m_byKeys = false;
    read(pieSliceAt(m_slices, m_place, event->position()), event->position().toPoint());
}

void PieChart::leaveEvent(QEvent *event)
{
    read(std::nullopt, {});
    QWidget::leaveEvent(event);
}

void PieChart::keyPressEvent(QKeyEvent *event)
{
    ensureLayout();
    const bool forth = event->key() == Qt::Key_Right || event->key() == Qt::Key_Down;
    const bool back = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if (event->key() == Qt::Key_Escape && m_read)
        return read(std::nullopt, {});
    if ((!forth && !back) || m_slices.empty()) {
        event->ignore();
        return;
    }
    const std::size_t count = m_slices.size();
    std::size_t next = forth ? 0 : count - 1;
    if (m_read)
        next = (*m_read + (forth ? 1 : count - 1)) % count;
    m_byKeys = true;
    m_read.reset();
    read(next, pieMiddle(m_slices[next], m_place).toPoint());
}

void PieChart::focusOutEvent(QFocusEvent *event)
{
    if (m_byKeys)
        read(std::nullopt, {});
    QChartView::focusOutEvent(event);
}

void PieChart::hideEvent(QHideEvent *event)
{
    read(std::nullopt, {});
    QChartView::hideEvent(event);
}

// ---- painting

void PieChart::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    m_dirty = true;
}

void PieChart::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_dirty = true;
}

void PieChart::paintEvent(QPaintEvent *event)
{
    ensureLayout();
    QChartView::paintEvent(event);
    QPainter painter(viewport());
    m_labels.paint(painter);
    if (hasFocus() && !m_read) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(m_theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void PieChart::exportTo(QPainter &painter)
{
    ensureLayout();
    painter.fillRect(rect(), m_theme.surface);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    scene()->render(&painter, QRectF(rect()), QRectF(rect()));
    painter.restore();
    m_labels.paint(painter);
}

} // namespace sightglass
