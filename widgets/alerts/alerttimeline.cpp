// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/alerttimeline.h"

#include "model/presentation/alerttablemodel.h"
#include "model/presentation/displaytext.h"
#include "widgets/chart/timeticks.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int tickWidth = 110;
constexpr double nameShare = 0.36;
constexpr double leastBar = 3;

SemanticColor colorOf(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return SemanticColor::Critical;
    case Severity::Warning:
        return SemanticColor::Warning;
    case Severity::Info:
        break;
    }
    return SemanticColor::Info;
}

} // namespace

AlertTimeline::AlertTimeline(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(darkTheme())
{
    setObjectName(QStringLiteral("alertTimeline"));
    setAccessibleName(tr("What alerts did"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void AlertTimeline::setTheme(const Theme &theme)
{
    m_theme = theme;
    viewport()->update();
}

void AlertTimeline::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    viewport()->update();
}

void AlertTimeline::setHistory(std::vector<AlertEpisode> episodes, TimeRange range, const std::string &words)
{
    m_episodes = std::move(episodes);
    m_range = range;
    m_rows = historyRows(m_episodes, range, words);
    if (m_chosen && !chosenPlace()) {
        m_chosen.reset();
        emit chosenChanged();
    }
    if (!m_chosen && !m_rows.empty())
        chooseIndex(m_rows.front().episodes.back());
    updateScrollBar();
    viewport()->update();
}

const AlertEpisode *AlertTimeline::chosen() const
{
    const auto found = std::find_if(m_episodes.begin(), m_episodes.end(), [this](const AlertEpisode &each) {
        return m_chosen && each.id == *m_chosen;
    });
    return found == m_episodes.end() ? nullptr : &*found;
}

void AlertTimeline::choose(std::uint64_t id)
{
    m_chosen = id;
    if (const auto place = chosenPlace()) {
        const int visible = std::max(1, plotArea().height() / rowHeight());
        const int first = verticalScrollBar()->value();
        if (place->first < first)
            verticalScrollBar()->setValue(place->first);
        else if (place->first >= first + visible)
            verticalScrollBar()->setValue(place->first - visible + 1);
    }
    viewport()->update();
    emit chosenChanged();
}

void AlertTimeline::chooseIndex(std::size_t episode)
{
    choose(m_episodes[episode].id);
}

std::optional<std::pair<int, int>> AlertTimeline::chosenPlace() const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const std::vector<std::size_t> &episodes = m_rows[row].episodes;
        for (std::size_t i = 0; i < episodes.size(); ++i) {
            if (m_chosen && m_episodes[episodes[i]].id == *m_chosen)
                return std::pair(static_cast<int>(row), static_cast<int>(i));
        }
    }
    return std::nullopt;
}

// ---- places

int AlertTimeline::rowHeight() const
{
    return fontMetrics().height() + 4;
}

int AlertTimeline::axisHeight() const
{
    return fontMetrics().height() + 6;
}

QRect AlertTimeline::plotArea() const
{
    const int names = static_cast<int>(viewport()->width() * nameShare);
    return {names, axisHeight(), std::max(1, viewport()->width() - names - 8),
            std::max(1, viewport()->height() - axisHeight())};
}

double AlertTimeline::xOf(TimestampMs t) const
{
    const QRect area = plotArea();
    const auto length = static_cast<double>(std::max<std::int64_t>(m_range.lengthMs(), 1));
    const double share = static_cast<double>(std::clamp(t, m_range.from, m_range.to) - m_range.from) / length;
    return area.left() + share * area.width();
}

QRectF AlertTimeline::barOf(const AlertEpisode &episode, TimestampMs from, TimestampMs to, int row) const
{
    const bool isPending = !episode.firedAt || from < *episode.firedAt;
    const double height = isPending ? rowHeight() * 0.25 : rowHeight() * 0.62;
    const double left = xOf(from);
    const double top =
        axisHeight() + (row - verticalScrollBar()->value()) * rowHeight() + (rowHeight() - height) / 2;
    return {left, top, std::max(leastBar, xOf(to) - left), height};
}

std::optional<std::size_t> AlertTimeline::episodeAt(QPoint point) const
{
    const int row = (point.y() - axisHeight()) / rowHeight() + verticalScrollBar()->value();
    if (point.y() < axisHeight() || row < 0 || row >= static_cast<int>(m_rows.size()))
        return std::nullopt;
    const std::vector<std::size_t> &episodes = m_rows[static_cast<std::size_t>(row)].episodes;
    if (point.x() < plotArea().left())
        return episodes.back();
    // The nearest one: bars may be as thin as a few pixels.
    return *std::min_element(episodes.begin(), episodes.end(), [&](std::size_t a, std::size_t b) {
        const auto distance = [&](std::size_t i) {
            const AlertEpisode &episode = m_episodes[i];
            const double left = xOf(episode.beganAt());
            const double right = xOf(episode.endedAt.value_or(m_range.to));
            return std::max({left - point.x(), point.x() - right, 0.0});
        };
        return distance(a) < distance(b);
    });
}

void AlertTimeline::updateScrollBar()
{
    const int visible = std::max(1, plotArea().height() / rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_rows.size()) - visible));
    verticalScrollBar()->setPageStep(visible);
}

void AlertTimeline::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

// ---- input

void AlertTimeline::mousePressEvent(QMouseEvent *event)
{
    if (const auto episode = episodeAt(event->position().toPoint()))
        chooseIndex(*episode);
}

void AlertTimeline::keyPressEvent(QKeyEvent *event)
{
    if (m_rows.empty())
        return QAbstractScrollArea::keyPressEvent(event);
    const auto place = chosenPlace().value_or(std::pair(0, 0));
    const int lastRow = static_cast<int>(m_rows.size()) - 1;
    const auto chooseRow = [&](int row) {
        chooseIndex(m_rows[static_cast<std::size_t>(std::clamp(row, 0, lastRow))].episodes.back());
    };
    const auto chooseInRow = [&](int by) {
        const std::vector<std::size_t> &episodes = m_rows[static_cast<std::size_t>(place.first)].episodes;
        const int last = static_cast<int>(episodes.size()) - 1;
        chooseIndex(episodes[static_cast<std::size_t>(std::clamp(place.second + by, 0, last))]);
    };
    switch (event->key()) {
    case Qt::Key_Up:
        return chooseRow(place.first - 1);
    case Qt::Key_Down:
        return chooseRow(place.first + 1);
    case Qt::Key_PageUp:
        return chooseRow(place.first - verticalScrollBar()->pageStep());
    case Qt::Key_PageDown:
        return chooseRow(place.first + verticalScrollBar()->pageStep());
    case Qt::Key_Home:
        return chooseRow(0);
    case Qt::Key_End:
        return chooseRow(lastRow);
    case Qt::Key_Left:
        return chooseInRow(-1);
    case Qt::Key_Right:
        return chooseInRow(1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool AlertTimeline::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const auto episode = episodeAt(help->pos());
    if (!episode) {
        QToolTip::hideText();
        return true;
    }
    const AlertEpisode &shown = m_episodes[*episode];
    QStringList lines = {displayText(shown.rule), AlertTableModel::labelsText(shown.labels)};
    if (!shown.summary.empty())
        lines << displayText(shown.summary);
    QToolTip::showText(help->globalPos(), plainToolTip(lines.join(QLatin1Char('\n'))), this);
    return true;
}

// ---- painting

void AlertTimeline::paintAxis(QPainter &painter) const
{
    const QRect area = plotArea();
    painter.fillRect(QRect(0, 0, viewport()->width(), axisHeight()), m_theme.surfaceRaised);
    const int most = std::max(1, area.width() / tickWidth);
    for (const TimeTick &tick : timeTicks(m_range, most, m_zone)) {
        const double x = xOf(tick.t);
        painter.setPen(m_theme.grid);
        painter.drawLine(QPointF(x, axisHeight()), QPointF(x, viewport()->height()));
        painter.setPen(tick.major ? m_theme.text : m_theme.textMuted);
        const double left =
            std::min(x - tickWidth / 2.0, viewport()->width() - static_cast<double>(tickWidth));
        painter.drawText(QRectF(left, 0, tickWidth, axisHeight()),
                         left < x - tickWidth / 2.0 ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignCenter,
                         tick.label);
    }
}

void AlertTimeline::paintEpisode(QPainter &painter, const AlertEpisode &episode, int row) const
{
    const QColor color = m_theme.semantic(colorOf(episode.severity));
    const TimestampMs end = episode.endedAt.value_or(m_range.to);
    if (episode.pendingAt) {
        const TimestampMs until = episode.firedAt.value_or(end);
        QColor pending = color;
        pending.setAlpha(170);
        painter.fillRect(barOf(episode, *episode.pendingAt, until, row), pending);
    }
    QRectF bar = barOf(episode, episode.firedAt.value_or(episode.beganAt()), end, row);
    if (episode.firedAt) {
        painter.fillRect(bar, color);
        if (episode.endUnknown) // it may have gone on
            painter.fillRect(QRectF(bar.right() - leastBar, bar.top(), leastBar, bar.height()),
                             m_theme.textMuted);
    }
    const double middle = axisHeight() + (row - verticalScrollBar()->value() + 0.5) * rowHeight();
    painter.setRenderHint(QPainter::Antialiasing);
    if (episode.acknowledgedAt) {
        const double x = xOf(*episode.acknowledgedAt);
        painter.setPen(QPen(m_theme.text, 1.6));
        painter.drawPolyline(QPolygonF({{x - 4, middle}, {x - 1, middle + 3}, {x + 5, middle - 4}}));
    }
    painter.setPen(QPen(m_theme.surface, 1));
    painter.setBrush(m_theme.text);
    for (const AlertNote &note : episode.notes)
        painter.drawEllipse(QPointF(xOf(note.at), middle), 3, 3);
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_chosen == episode.id) {
        painter.setPen(QPen(hasFocus() ? m_theme.accent : m_theme.textMuted, 1));
        const double left = xOf(episode.beganAt());
        painter.drawRect(QRectF(left - 2, middle - rowHeight() / 2.0 + 1,
                                std::max(leastBar, xOf(end) - left) + 4, rowHeight() - 3));
    }
}

void AlertTimeline::paintRow(QPainter &painter, int row) const
{
    const HistoryRow &shown = m_rows[static_cast<std::size_t>(row)];
    const int top = axisHeight() + (row - verticalScrollBar()->value()) * rowHeight();
    const auto place = chosenPlace();
    if (place && place->first == row) {
        QColor fill = m_theme.accent;
        fill.setAlpha(hasFocus() ? 60 : 30);
        painter.fillRect(QRect(0, top, viewport()->width(), rowHeight()), fill);
    }
    const QRect names(8, top, plotArea().left() - 16, rowHeight());
    const QString name = displayText(shown.rule, 80);
    painter.setPen(m_theme.text);
    painter.drawText(names, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                     fontMetrics().elidedText(name, Qt::ElideRight, names.width()));
    const int used = fontMetrics().horizontalAdvance(name) + 10;
    painter.setPen(m_theme.textMuted);
    painter.drawText(names.adjusted(used, 0, 0, 0),
                     static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                     fontMetrics().elidedText(AlertTableModel::labelsText(shown.labels), Qt::ElideRight,
                                              std::max(0, names.width() - used)));
    for (const std::size_t episode : shown.episodes)
        paintEpisode(painter, m_episodes[episode], row);
}

void AlertTimeline::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.surface);
    if (m_rows.empty()) {
        painter.setPen(m_theme.textMuted);
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("No alert in this time."));
        return;
    }
    const int first = verticalScrollBar()->value();
    const int last = std::min(static_cast<int>(m_rows.size()), first + plotArea().height() / rowHeight() + 1);
    paintAxis(painter);
    painter.setClipRect(QRect(0, axisHeight(), viewport()->width(), viewport()->height()));
    for (int row = first; row < last; ++row)
        paintRow(painter, row);
}

} // namespace sightglass
