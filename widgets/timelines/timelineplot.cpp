// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelines/timelineplot.h"

#include "parser/base/durationtext.h"
#include "widgets/chart/columnraster.h"
#include "widgets/chart/timeticks.h"
#include "widgets/panelkit/nameelision.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr double namesShare = 0.3; ///< of the width, at most
constexpr double widestName = 240; ///< logical pixels
constexpr double leastName = 40;
constexpr double leastRow = 0.75; ///< of a line of text: its letters without what is between lines
constexpr std::size_t mostInColumn = 8;
constexpr std::int64_t second = 1000;

QString durationText(std::int64_t ms)
{
    const std::int64_t shown = ms >= 10 * second ? (ms + second / 2) / second * second : ms;
    return QString::fromStdString(formatDurationMs(shown));
}

} // namespace

TimelinePlot::TimelinePlot(const TimelineStyle &style, const TooltipOptions &tooltip, const Theme &theme,
                           QWidget *parent)
    : TimePlot(theme, parent)
    , m_style(style)
    , m_tooltip(tooltip)
    , m_data(std::make_shared<TimelineData>())
{
    setDetail(PlotDetail::States);
    setTooltip(tooltip);
}

void TimelinePlot::setData(const std::shared_ptr<const TimelineData> &rows, std::vector<bool> faded)
{
    m_data = rows;
    m_faded = std::move(faded);
    const bool noTimes = rows->rows.empty() && rows->owner->frames && !rows->owner->frames->empty();
    const bool nothing =
        std::ranges::all_of(rows->rows, [](const TimelineRow &row) { return row.spans.empty(); });
    QString message;
    if (noTimes)
        message = tr("No column of times with one of states beside it");
    else if (nothing)
        message = tr("No data in this time range");
    setMessage(message);
    setEvents(rows->owner);
    setRange(rows->owner->range, rows->owner->stepMs);
}

void TimelinePlot::setPage(std::size_t first, std::size_t rows)
{
    if (first == m_first && rows == m_rows)
        return;
    m_first = first;
    m_rows = rows;
    invalidate();
}

std::size_t TimelinePlot::rowsFitting(int height) const
{
    const double line = QFontMetricsF(font()).height();
    const double axis = 2 * line + 6;
    return static_cast<std::size_t>(std::max(1.0, std::floor((height - axis) / (line * leastRow))));
}

std::size_t TimelinePlot::shownRows() const
{
    const std::size_t left = m_data->rows.size() - std::min(m_first, m_data->rows.size());
    return std::min(left, m_rows);
}

// ---- drawing

ValueAxes TimelinePlot::valueAxes(int height)
{
    Q_UNUSED(height)
    ValueAxes axes;
    ValueAxis &names = axes.left.emplace_back();
    const QFontMetricsF metrics(font());
    const double room = std::clamp(width() * namesShare, leastName, widestName);
    const std::size_t rows = shownRows();
    QStringList all;
    for (const TimelineRow &row : m_data->rows)
        all.append(row.name);
    const NameElision elision(all);
    for (std::size_t i = 0; i < rows; ++i) {
        const double position = (static_cast<double>(i) + 0.5) / static_cast<double>(rows);
        names.labels.push_back({position, elision.elided(m_data->rows[m_first + i].name, metrics, room)});
    }
    return axes;
}

void TimelinePlot::addGrid(DisplayList &list) const
{
    const double height = m_frame.height / m_frame.ratio;
    const double hair = std::max(1.0, std::floor(m_frame.ratio)) / m_frame.ratio;
    for (const double column : m_gridLines)
        list.add(
            DisplayList::Fill{QRectF(column / m_frame.ratio, 0, hair, height), theme().grid, 0, Qt::NoPen});
}

void TimelinePlot::drawLayer(ColumnLayer &layer, const PlotAxes &axes)
{
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_frame = {grid(), ratio(), axes.plot().height(), m_first, shownRows(), small, theme(), m_faded};
    m_gridLines.clear();
    for (const std::int64_t column : axes.tickColumns(grid()))
        m_gridLines.push_back(static_cast<double>(column - grid().first));
    m_drawing.clear();
    addGrid(m_drawing);
    const DisplayList bars = drawTimeline(*m_data, m_style, m_frame);
    for (const DisplayList::Item &item : bars.items())
        m_drawing.add(item);
    // Bars move on with time, and their texts with them: few as they are, all are drawn anew.
    const ColumnRange all{grid().first, grid().end()};
    layer.update(grid(), m_frame.height, std::span(&all, 1), [this](ColumnRange, QImage &ring) {
        QImage picture(ring.size(), QImage::Format_RGB32);
        picture.fill(theme().surface);
        QPainter onto(&picture);
        onto.scale(ratio(), ratio());
        m_drawing.paint(onto);
        onto.end();
        const int start = ringColumn(grid().first, ring.width());
        QPainter painter(&ring);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        painter.drawImage(QPoint(start, 0), picture);
        painter.drawImage(QPoint(start - ring.width(), 0), picture);
    });
}

void TimelinePlot::addLayer(DisplayList &list, const QRectF &area) const
{
    list.add(DisplayList::Clip{area});
    for (DisplayList::Item item : m_drawing.items()) {
        if (auto *fill = std::get_if<DisplayList::Fill>(&item))
            fill->rect.translate(area.topLeft());
        else if (auto *text = std::get_if<DisplayList::Text>(&item))
            text->box.translate(area.topLeft());
        else if (auto *picture = std::get_if<DisplayList::Picture>(&item))
            picture->rect.translate(area.topLeft());
        list.add(std::move(item));
    }
    list.add(DisplayList::Clip{});
}

// ---- reading

std::optional<std::size_t> TimelinePlot::rowAt(const Place &place) const
{
    if (place.y < 0 || m_frame.rows == 0)
        return std::nullopt;
    return m_frame.first + timelineRowAt(m_frame, place.y);
}

std::vector<std::size_t> TimelinePlot::spansAt(std::size_t row, const Place &place) const
{
    std::vector<std::size_t> spans = timelineSpansAt(m_data->rows[row].spans, grid(), grid().xOf(place.at));
    if (spans.size() > mostInColumn)
        spans.resize(mostInColumn);
    return spans;
}

QString TimelinePlot::lifetime(const TimelineSpan &span) const
{
    const QTimeZone &zone = timeZone();
    const QString from = timeText(span.from, stepMs(), zone);
    const QString lasts = durationText(span.to - span.from);
    if (span.ongoing && m_style.kind != TimelineKind::Cells)
        return tr("since %1, for %2 so far").arg(from, lasts);
    // The day is said once.
    QString to = timeText(span.to, stepMs(), zone);
    const qsizetype day = from.indexOf(u' ') + 1;
    if (to.startsWith(QStringView(from).first(day)))
        to.remove(0, day);
    return tr("%1 – %2, for %3", "from a time to a time, how long").arg(from, to, lasts);
}

ReadoutRow TimelinePlot::readoutRow(const TimelineRow &row, const TimelineSpan &span, TimestampMs at) const
{
    const QString value = m_data->valueAt(row, span, std::max(at, span.from));
    QString text = m_data->textOf(row, span);
    if (!value.isEmpty())
        text = tr("%1 (%2)", "state and value").arg(text, value);
    return {m_data->states[span.state].line, row.name, text, false};
}

Readout TimelinePlot::readoutOfRow(std::size_t row, const Place &place) const
{
    const TimelineRow &shown = m_data->rows[row];
    const std::vector<std::size_t> spans = spansAt(row, place);
    if (spans.empty())
        return {};
    Readout readout;
    if (m_style.kind == TimelineKind::Cells && spans.size() == 1) {
        const auto t = shown.field.timeAt(shown.spans[spans.front()].sample);
        readout.title = timeText(t.value_or(place.at), stepMs(), timeZone());
        readout.rows.push_back(readoutRow(shown, shown.spans[spans.front()], place.at));
        return readout;
    }
    readout.title = timeText(place.at, stepMs(), timeZone());
    for (const std::size_t span : spans) {
        ReadoutRow line = readoutRow(shown, shown.spans[span], place.at);
        // Several in one column of pixels: each with its own time.
        if (spans.size() > 1)
            line.detail = lifetime(shown.spans[span]);
        readout.rows.push_back(std::move(line));
    }
    if (spans.size() == 1)
        readout.note = lifetime(shown.spans[spans.front()]);
    return readout;
}

Readout TimelinePlot::readoutOfAll(const Place &place) const
{
    struct Line
    {
        ReadoutRow row;
        double value = 0;
    };
    const auto near = rowAt(place);
    std::vector<Line> lines;
    Readout readout;
    const std::size_t end = m_first + shownRows();
    for (std::size_t i = m_first; i < end; ++i) {
        const TimelineRow &row = m_data->rows[i];
        const std::vector<std::size_t> spans = spansAt(i, place);
        const bool untold = row.field.config->graph.hideFrom.value_or(HideFrom()).tooltip;
        if (spans.empty() || untold)
            continue;
        const TimelineSpan &span = row.spans[spans.back()];
        const FieldValue value = row.field.valueAt(span.sample);
        const double *number = std::get_if<double>(&value);
        if (m_tooltip.hideZeros && number != nullptr && *number == 0)
            continue;
        Line line{readoutRow(row, span, place.at), number != nullptr ? *number : std::nan("")};
        line.row.nearest = near == i;
        if (m_style.kind != TimelineKind::Cells)
            line.row.detail = durationText(span.to - span.from);
        if (near == i)
            readout.note = lifetime(span);
        lines.push_back(std::move(line));
    }
    if (m_tooltip.sort != SortOrder::None) {
        const bool descending = m_tooltip.sort == SortOrder::Descending;
        std::ranges::stable_sort(lines, [descending](const Line &a, const Line &b) {
            if (std::isnan(a.value) || std::isnan(b.value))
                return !std::isnan(a.value) && std::isnan(b.value);
            return descending ? a.value > b.value : a.value < b.value;
        });
    }
    readout.title = timeText(place.at, stepMs(), timeZone());
    for (Line &line : lines)
        readout.rows.push_back(std::move(line.row));
    return readout;
}

Readout TimelinePlot::readoutAt(const Place &place) const
{
    if (m_tooltip.mode == TooltipMode::Hidden || m_data->rows.empty())
        return {};
    const auto row = rowAt(place);
    // By keys there is no row: all are read.
    return m_tooltip.mode == TooltipMode::Single && row ? readoutOfRow(*row, place) : readoutOfAll(place);
}

std::vector<FilledLink> TimelinePlot::linksAt(const Place &place) const
{
    const std::size_t row = rowAt(place).value_or(m_first);
    if (!m_data || row >= m_data->rows.size())
        return {};
    const TimelineRow &read = m_data->rows[row];
    const std::vector<std::size_t> spans = spansAt(row, place);
    if (spans.empty())
        return {};
    const std::uint32_t sample = read.spans[spans.back()].sample;
    return filledLinks({read.field.labels, read.field.name, read.field.config, read.field.valueAt(sample),
                        read.field.timeAt(sample), m_data->owner->range});
}

QRectF TimelinePlot::paintMarks(QPainter &painter, const Place &place) const
{
    const auto row = rowAt(place);
    if (!row || *row >= m_data->rows.size())
        return {};
    const std::vector<std::size_t> spans = spansAt(*row, place);
    if (spans.empty())
        return {};
    const TimelineBand band = timelineBand(m_frame, *row - m_frame.first, m_style.rowHeight);
    // At the crosshair, not around a whole bar: little is to be painted anew.
    const auto x = static_cast<int>(grid().columnOf(place.at) - grid().first);
    const int half = std::max(3, static_cast<int>(3 * ratio()));
    painter.setPen(QPen(theme().text, std::max(1.0, std::floor(ratio()))));
    painter.setBrush(Qt::NoBrush);
    const QRect mark(x - half, band.top, 2 * half, band.bottom - band.top - 1);
    painter.drawRect(mark);
    return QRectF(mark).adjusted(-1, -1, 2, 2);
}

} // namespace sightglass
