// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timelines/timelinepanel.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "model/presentation/valuetext.h"
#include "parser/base/durationtext.h"
#include "widgets/timelines/rowpager.h"
#include "widgets/timelines/timelineplot.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <map>

namespace sightglass {

namespace {

constexpr int pagerHeight = 20;
constexpr std::size_t mostListed = 100; ///< states in the legend
constexpr std::size_t spokenRows = 20;
constexpr std::int64_t second = 1000;

TimelineStyle styleOf(const PanelOptions &options)
{
    if (const auto *history = std::get_if<StatusHistoryOptions>(&options))
        return {TimelineKind::Cells, history->values, TimelineAlign::Center, history->rowHeight,
                history->columnWidth};
    const StateTimelineOptions states = std::holds_alternative<StateTimelineOptions>(options)
                                            ? std::get<StateTimelineOptions>(options)
                                            : StateTimelineOptions();
    return {states.mergeEqual ? TimelineKind::Merged : TimelineKind::Samples, states.values, states.align,
            states.rowHeight, 1};
}

LegendOptions legendOptionsOf(const PanelOptions &options)
{
    const LegendOptions *own = legendOf(options);
    return own != nullptr ? *own : LegendOptions();
}

TooltipOptions tooltipOf(const PanelOptions &options)
{
    if (const auto *history = std::get_if<StatusHistoryOptions>(&options))
        return history->tooltip;
    const auto *states = std::get_if<StateTimelineOptions>(&options);
    return states != nullptr ? states->tooltip : TooltipOptions();
}

std::optional<int> rowsPerPageOf(const PanelOptions &options)
{
    if (const auto *history = std::get_if<StatusHistoryOptions>(&options))
        return history->rowsPerPage;
    const auto *states = std::get_if<StateTimelineOptions>(&options);
    return states != nullptr ? states->rowsPerPage : std::nullopt;
}

} // namespace

TimelinePanel::TimelinePanel(const PanelSpec &spec, const Theme &theme, QWidget *parent)
    : PresentedView(spec, legendOptionsOf(spec.options), theme, parent)
    , m_rows(std::make_shared<TimelineData>())
    , m_style(styleOf(spec.options))
    , m_rowsPerPage(rowsPerPageOf(spec.options))
{
    auto *content = new QWidget(this);
    m_plot = new TimelinePlot(m_style, tooltipOf(spec.options), theme, content);
    m_pager = new RowPager(theme, content);
    m_plot->setAccessibleName(tr("Chart: %1").arg(displayText(std::string_view(spec.title))));
    joinPlot(*m_plot, *this);
    connect(m_pager, &RowPager::turned, this, &TimelinePanel::placeContent);
    content->installEventFilter(this);
    setContent(content);
    placeContent();
}

void TimelinePanel::themeChanged()
{
    m_plot->setTheme(theme());
    m_pager->setTheme(theme());
}

void TimelinePanel::setAnnotations(const AnnotationMarksPtr &marks)
{
    m_plot->setAnnotations(marks);
}

void TimelinePanel::setCrosshair(std::optional<TimestampMs> at)
{
    m_plot->setCrosshair(at);
}

void TimelinePanel::setSharedReadout(std::optional<TimestampMs> at)
{
    m_plot->setSharedReadout(at);
}

void TimelinePanel::setShownRange(TimeRange range)
{
    m_plot->setShownRange(range);
}

std::int64_t TimelinePanel::columnUs() const
{
    return m_plot->columnUs();
}

void TimelinePanel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zoneRule(zone);
    m_plot->setTimeZone(zone);
    // Values may be dates.
    if (answer())
        present();
}

void TimelinePanel::setFurtherZones(const std::vector<QTimeZone> &zones)
{
    m_plot->setFurtherZones(zones);
}

void TimelinePanel::present()
{
    m_rows = std::make_shared<const TimelineData>(
        timelineData(spec(), answer(), m_style.kind, theme(), book(), m_zone));
    m_entryOf.assign(m_rows->states.size(), std::nullopt);
    std::vector<LegendEntry> entries;
    std::map<std::pair<QString, QRgb>, std::size_t> known;
    for (std::size_t i = 0; i < m_rows->states.size(); ++i) {
        const TimelineState &state = m_rows->states[i];
        if (state.legend.isEmpty())
            continue;
        const auto [place, isNew] = known.try_emplace({state.legend, state.line.rgb()}, entries.size());
        if (isNew && entries.size() == mostListed) {
            known.erase(place);
            continue;
        }
        m_entryOf[i] = place->second;
        if (!isNew)
            continue;
        LegendEntry entry;
        entry.key.name = state.legend.toStdString();
        entry.item.color = state.line;
        entry.item.name = state.legend;
        entries.push_back(std::move(entry));
    }
    setEntries(std::move(entries));
    placeContent();
    showStates();
    speak();
}

void TimelinePanel::showStates()
{
    std::vector<bool> faded;
    for (const TimelineState &state : m_rows->states)
        faded.push_back(!state.legend.isEmpty() && isHidden({0, {}, state.legend.toStdString()}));
    m_plot->setData(m_rows, std::move(faded));
}

void TimelinePanel::visibilityChanged()
{
    setEntries(entries());
    showStates();
}

void TimelinePanel::speak()
{
    QStringList spoken;
    for (const TimelineRow &row : m_rows->rows) {
        if (!row.spans.empty() && spoken.size() < qsizetype(spokenRows))
            spoken.append(
                tr("%1: %2", "name and value").arg(row.name, m_rows->textOf(row, row.spans.back())));
    }
    const QString text = spoken.join(QStringLiteral(", "));
    if (text != accessibleDescription())
        setAccessibleDescription(text);
}

// ---- the legend

QStringList TimelinePanel::legendColumns() const
{
    if (legendOptions().mode != LegendMode::Table && legendOptions().values.empty())
        return {};
    return {tr("time", "how long a state lasted"), tr("share")};
}

std::vector<LegendValue> TimelinePanel::legendValues(std::size_t entry) const
{
    if (legendColumns().isEmpty())
        return {};
    double own = 0;
    double all = 0;
    for (const TimelineRow &row : m_rows->rows) {
        for (const TimelineSpan &span : row.spans) {
            const auto lasted = static_cast<double>(span.to - span.from);
            all += lasted;
            own += m_entryOf[span.state] == entry ? lasted : 0;
        }
    }
    const auto whole = static_cast<std::int64_t>(own) / second * second;
    const double share = all > 0 ? own / all : 0;
    return {
        {QString::fromStdString(formatDurationMs(whole > 0 ? whole : static_cast<std::int64_t>(own))), own},
        {valueText(share, "percentunit"), share}};
}

// ---- places

void TimelinePanel::placeContent()
{
    const QRect all = content()->rect();
    const std::size_t rows = m_rows->rows.size();
    std::size_t perPage = m_plot->rowsFitting(all.height());
    if (m_rowsPerPage && *m_rowsPerPage > 0)
        perPage = static_cast<std::size_t>(*m_rowsPerPage);
    const bool paged = rows > perPage;
    if (paged && !m_rowsPerPage)
        perPage = m_plot->rowsFitting(all.height() - pagerHeight);
    m_pager->setRows(rows, perPage);
    m_pager->setVisible(paged);
    m_plot->setGeometry(all.adjusted(0, 0, 0, paged ? -pagerHeight : 0));
    m_pager->setGeometry(all.left(), all.bottom() + 1 - pagerHeight, all.width(), pagerHeight);
    m_plot->setPage(m_pager->first(), perPage);
}

bool TimelinePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == content() && event->type() == QEvent::Resize)
        placeContent();
    return LegendedView::eventFilter(watched, event);
}

void TimelinePanel::keyPressEvent(QKeyEvent *event)
{
    const bool turns = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown;
    if (!turns || m_pager->pages() < 2) {
        LegendedView::keyPressEvent(event);
        return;
    }
    m_pager->turn(event->key() == Qt::Key_PageUp ? -1 : 1);
    event->accept();
}

void TimelinePanel::exportContent(QPainter &painter)
{
    DisplayList list;
    m_plot->addTo(list, m_plot->pos());
    list.paint(painter);
    if (m_pager->isHidden())
        return;
    painter.save();
    painter.translate(m_pager->pos());
    m_pager->render(&painter, {}, {}, DrawChildren);
    painter.restore();
}

} // namespace sightglass
