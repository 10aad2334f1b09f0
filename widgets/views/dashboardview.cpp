// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/dashboardview.h"

#include "model/alerting/alertstate.h"
#include "model/assist/showingpanels.h"
#include "model/dashboard/ownrules.h"
#include "model/presentation/displaytext.h"
#include "model/variables/builtins.h"
#include "model/variables/interpolation.h"
#include "widgets/export/exporter.h"
#include "widgets/views/rowheading.h"

#include <QKeyEvent>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

/// The gravest alert of those that make the rule's state; null where there are none.
const Alert *worstAlert(const RuleStatus &status)
{
    const Alert *worst = nullptr;
    for (const Alert &alert : status.alerts) {
        const bool graver = worst == nullptr || severityOf(alert.labels) > severityOf(worst->labels);
        if (alert.state == status.state && graver)
            worst = &alert;
    }
    return worst;
}

Severity severityOf(const RuleStatus &status)
{
    const Alert *worst = worstAlert(status);
    return severityOf(worst != nullptr ? worst->labels : status.rule->labels);
}

/// Firing before pending, then the graver severity.
bool isWorse(const RuleStatus &a, const RuleStatus &b)
{
    return std::pair(a.state, severityOf(a)) > std::pair(b.state, severityOf(b));
}

QString badgeText(const RuleStatus &status)
{
    const Alert *worst = worstAlert(status);
    return displayText(status.rule->name) + QStringLiteral(": ") +
           displayText(worst != nullptr ? summaryOf(worst->annotations) : std::string());
}

/// Whether an alert of the rule that is going on is about what the panel shows.
bool isAbout(const RuleStatus &status, const PanelSelectors &selectors)
{
    return status.rule->expr != nullptr &&
           std::any_of(status.alerts.begin(), status.alerts.end(), [&](const Alert &alert) {
               return alert.state != AlertState::Inactive &&
                      selectors.isAbout(*status.rule->expr, alert.labels);
           });
}

} // namespace

QWidget *DashboardView::Item::widget() const
{
    return frame != nullptr ? static_cast<QWidget *>(frame) : heading;
}

const PanelSpec &DashboardView::Item::spec() const
{
    return frame != nullptr ? frame->spec() : heading->spec();
}

DashboardView::DashboardView(const DashboardSpec &spec, const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_colors(std::make_shared<SeriesColorBook>())
    , m_theme(theme)
    , m_exporter(new Exporter(this))
    , m_grid(new QWidget)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The grid's width must not depend on whether it is tall enough for a scroll bar, else the two chase each
    // other.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setWidget(m_grid);
    m_grid->setAutoFillBackground(true);
    connect(m_exporter, &Exporter::told, this, &DashboardView::told);
    takeItems(spec);
    applyTheme(theme);
}

DashboardView::~DashboardView()
{
    // A plot that goes while the pointer is over it takes the crosshair back from panels that are gone.
    for (const Item &item : m_items) {
        if (item.frame != nullptr && item.frame->view() != nullptr)
            item.frame->view()->disconnect(this);
    }
}

void DashboardView::joinPanel(PanelFrame *frame)
{
    const PanelView *view = frame->view();
    if (view == nullptr)
        return;
    // What is asked of a shifted panel is asked of the time that the dashboard shows beside it.
    const auto ofDashboard = [this, frame](TimeRange range) {
        const std::int64_t shift = shiftOf(*frame);
        return TimeRange{range.from + shift, range.to + shift};
    };
    connect(view, &PanelView::hovered, this,
            [this, frame](std::optional<TimestampMs> at) { shareCrosshair(frame, at); });
    connect(view, &PanelView::rangeRequested, this,
            [this, ofDashboard](TimeRange range) { emit rangeRequested(ofDashboard(range)); });
    connect(view, &PanelView::rangeMoved, this,
            [this, ofDashboard](TimeRange range) { emit rangeMoved(ofDashboard(range)); });
    connect(view, &PanelView::zoomOutRequested, this, &DashboardView::zoomOutRequested);
    connect(view, &PanelView::zoomInAgainRequested, this, &DashboardView::zoomInAgainRequested);
    connect(view, &PanelView::dashboardRequested, this, &DashboardView::dashboardRequested);
    connect(view, &PanelView::linkRequested, this, &DashboardView::linkRequested);
}

/// What a panel's menu asks for.
void DashboardView::addPanelActions(PanelFrame *frame)
{
    connect(frame, &PanelFrame::addressFollowed, this, [this, frame](const std::string &address) {
        emit addressFollowed(withOwnTime(address, *frame));
    });
    connect(frame, &PanelFrame::exploreRequested, this,
            [this, frame] { emit exploreRequested(frame->spec()); });
    connect(frame, &PanelFrame::commandGiven, this,
            [this, frame](PanelCommand command) { emit panelCommandGiven(command, frame->spec().id); });
    connect(frame, &PanelFrame::fullSizeRequested, this,
            [this, frame](bool full) { setFullSize(full ? frame : nullptr); });
    connect(frame, &PanelFrame::copyPictureRequested, this,
            [this, frame] { m_exporter->copyPicture(sourceOf(*frame), devicePixelRatioF()); });
    connect(frame, &PanelFrame::copyDataRequested, this,
            [this, frame] { m_exporter->copyData(sourceOf(*frame)); });
    connect(frame, &PanelFrame::copyAllDataRequested, this,
            [this, frame] { m_exporter->copyData(sourceOf(*frame), ExportRows::All); });
    connect(frame, &PanelFrame::saveRequested, this,
            [this, frame](const ExportOrder &order) { m_exporter->saveAs(sourceOf(*frame), order, this); });
}

PanelFrame *DashboardView::panel(int index) const
{
    return m_items.at(static_cast<std::size_t>(index)).frame;
}

RowHeading *DashboardView::heading(int index) const
{
    return m_items.at(static_cast<std::size_t>(index)).heading;
}

QWidget *DashboardView::panelWidget(int index) const
{
    return m_items.at(static_cast<std::size_t>(index)).widget();
}

int DashboardView::indexOf(std::string_view id) const
{
    const auto found = std::ranges::find(m_spec.panels, id, &PanelSpec::id);
    return found == m_spec.panels.end() ? -1 : static_cast<int>(found - m_spec.panels.begin());
}

void DashboardView::setPanelData(int index, const PanelDataPtr &panelData)
{
    if (PanelFrame *frame = panel(index))
        frame->setData(panelData);
}

void DashboardView::setStandingRemarks(int index, const QStringList &remarks)
{
    if (PanelFrame *frame = panel(index))
        frame->setStandingRemarks(remarks);
}

void DashboardView::setTheme(const Theme &theme)
{
    for (const Item &item : m_items) {
        if (item.frame != nullptr)
            item.frame->setTheme(theme);
    }
    applyTheme(theme);
}

void DashboardView::applyTheme(const Theme &theme)
{
    m_theme = theme;
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Window, theme.window);
    m_grid->setPalette(palette);
    for (const Item &item : m_items) {
        if (item.heading != nullptr)
            item.heading->setTheme(theme);
    }
}

void DashboardView::setDashboards(const std::vector<DashboardEntry> &dashboards)
{
    m_dashboards = dashboards;
    for (const Item &item : m_items) {
        if (item.frame != nullptr && item.frame->view() != nullptr)
            item.frame->view()->setDashboards(dashboards);
    }
}

void DashboardView::setRuleStatuses(const std::vector<RuleStatus> &rules)
{
    if (m_rules == rules)
        return;
    m_rules = rules;
    showRules();
}

void DashboardView::setQuietAlerts(const QuietAlerts &quiet)
{
    if (m_quiet == quiet)
        return;
    m_quiet = quiet;
    showRules();
}

std::vector<RuleStatus> DashboardView::toldRules() const
{
    std::vector<RuleStatus> told = m_rules;
    for (RuleStatus &status : told) {
        const auto quiet = std::erase_if(
            status.alerts, [this](const Alert &alert) { return m_quiet.contains(alert.labels); });
        if (quiet > 0)
            status.state = worstState(status.alerts);
    }
    return told;
}

void DashboardView::showRules()
{
    const std::vector<RuleStatus> some = m_quiet.empty() ? std::vector<RuleStatus>() : toldRules();
    const std::vector<RuleStatus> &told = m_quiet.empty() ? m_rules : some;
    // Rules of another target's dashboard may have the same names.
    const std::vector<RuleStatus> own = rulesOf(m_spec, told);
    std::vector<std::string> ownGroups;
    for (const RuleStatus &status : own)
        ownGroups.push_back(status.group);
    // The user's own rules mark the panels that show what they are about.
    std::vector<const RuleStatus *> others;
    for (const RuleStatus &status : told) {
        const bool isKnown = std::find(ownGroups.begin(), ownGroups.end(), status.group) != ownGroups.end();
        if (status.state != AlertState::Inactive && !status.file.empty() && !isKnown)
            others.push_back(&status);
    }
    for (const Item &item : m_items) {
        if (item.frame == nullptr)
            continue;
        if (item.frame->view() != nullptr)
            item.frame->view()->setRules(m_rules, ownGroups);
        const std::vector<std::string> &names = item.frame->spec().alerts;
        const RuleStatus *worst = nullptr;
        for (const RuleStatus &status : own) {
            const bool concerns = std::find(names.begin(), names.end(), status.rule->name) != names.end();
            if (concerns && (worst == nullptr || isWorse(status, *worst)))
                worst = &status;
        }
        const PanelSelectors selectors =
            others.empty() ? PanelSelectors() : PanelSelectors(item.frame->spec());
        for (const RuleStatus *status : others) {
            if (isAbout(*status, selectors) && (worst == nullptr || isWorse(*status, *worst)))
                worst = status;
        }
        if (worst != nullptr && worst->state != AlertState::Inactive)
            item.frame->setAlertState(worst->state, severityOf(*worst), badgeText(*worst));
        else
            item.frame->setAlertState(AlertState::Inactive, Severity::Info, {});
    }
}

void DashboardView::setShownTime(const PanelTime &time)
{
    m_time = time;
    for (const Item &item : m_items) {
        if (item.frame != nullptr)
            item.frame->setShownTime(time);
    }
}

void DashboardView::setRangeAbsolute(bool absolute)
{
    for (const Item &item : m_items) {
        if (item.frame != nullptr)
            item.frame->setRangeAbsolute(absolute);
    }
}

std::string DashboardView::withOwnTime(const std::string &address, const PanelFrame &frame) const
{
    const PanelSpec &spec = frame.spec();
    if (!m_time || (spec.timeFrom.empty() && spec.timeShift.empty()))
        return address;
    return interpolated(address, rangeValues(panelTime(spec, *m_time).range), {.kind = TextKind::Address});
}

std::int64_t DashboardView::shiftOf(const PanelFrame &frame) const
{
    if (!m_time || frame.spec().timeShift.empty())
        return 0;
    return m_time->range.to - panelTime(frame.spec(), *m_time).range.to;
}

void DashboardView::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    for (const Item &item : m_items) {
        if (item.frame != nullptr)
            item.frame->setTimeZone(zone);
    }
}

std::int64_t DashboardView::columnUs() const
{
    std::int64_t shortest = 0;
    const std::vector<bool> visible = visiblePanels();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const PanelFrame *frame = m_items[i].frame;
        if (!visible[i] || frame == nullptr || frame->view() == nullptr)
            continue;
        const std::int64_t own = frame->view()->columnUs();
        if (own > 0 && (shortest == 0 || own < shortest))
            shortest = own;
    }
    return shortest;
}

std::vector<bool> DashboardView::visiblePanels() const
{
    const bool seen = isVisible() && !window()->isMinimized();
    const QRect shown(-m_grid->pos(), viewport()->size());
    std::vector<bool> visible;
    visible.reserve(m_items.size());
    for (const Item &item : m_items)
        visible.push_back(seen && !item.widget()->isHidden() && shown.intersects(item.widget()->geometry()));
    return visible;
}

int DashboardView::heightForWidth(int width) const
{
    PanelGridMetrics metrics = gridMetrics();
    metrics.width = width - verticalScrollBar()->sizeHint().width();
    return panelGridHeight(shownRects(metrics), metrics);
}

void DashboardView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    layoutPanels();
}

void DashboardView::layoutPanels()
{
    if (m_full != nullptr) {
        layoutFullSize();
        return;
    }
    const PanelGridMetrics metrics = gridMetrics();
    const std::vector<QRect> rects = shownRects(metrics);
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (static_cast<int>(i) != m_dragged)
            m_items[i].widget()->setGeometry(rects[i]);
    }
    m_grid->resize(metrics.width, std::max(panelGridHeight(rects, metrics), viewport()->height()));
    emit visiblePanelsChanged();
}

// ---- one panel alone

void DashboardView::setFullSize(PanelFrame *frame)
{
    if (frame == m_full)
        return;
    const bool wasAlone = m_full != nullptr;
    PanelFrame *before = m_full != nullptr ? m_full : frame;
    if (!wasAlone)
        m_scrolled = verticalScrollBar()->value();
    m_full = frame;
    for (const Item &item : m_items) {
        item.widget()->setVisible(frame == nullptr ? !item.folded : item.frame == frame);
        if (item.frame != nullptr)
            item.frame->setFullSize(item.frame == frame);
    }
    layoutPanels();
    verticalScrollBar()->setValue(frame == nullptr ? m_scrolled : 0);
    before->setFocus(Qt::OtherFocusReason);
}

void DashboardView::layoutFullSize()
{
    const int gap = PanelGridMetrics{}.gap;
    m_grid->resize(viewport()->size());
    m_full->setGeometry(QRect(QPoint(), viewport()->size()).adjusted(gap, gap, -gap, -gap));
    emit visiblePanelsChanged();
}

/// Keys that no panel has taken are for the one under the pointer.
void DashboardView::keyPressEvent(QKeyEvent *event)
{
    const auto isUnderPointer = [](const Item &item) {
        return item.frame != nullptr && item.frame->underMouse();
    };
    const auto item = std::ranges::find_if(m_items, isUnderPointer);
    PanelFrame *frame = m_full != nullptr ? m_full : item != m_items.end() ? item->frame : nullptr;
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (frame == nullptr || !plain || !frame->handleKey(event->key()))
        QScrollArea::keyPressEvent(event);
}

DashboardParts DashboardView::parts() const
{
    DashboardParts parts;
    parts.title = displayText(m_spec.title);
    parts.size = m_grid->size();
    parts.theme = m_theme;
    parts.font = font();
    for (const Item &item : m_items) {
        if (item.widget()->isHidden())
            continue;
        const QString heading = item.heading != nullptr ? item.heading->title() : QString();
        parts.panels.push_back({item.widget()->geometry(), item.frame, heading});
        if (parts.range.isEmpty() && item.frame != nullptr && item.frame->panelData())
            parts.range = rangeCaption(*item.frame->panelData(), item.frame->timeZone());
    }
    return parts;
}

void DashboardView::scrollContentsBy(int dx, int dy)
{
    QScrollArea::scrollContentsBy(dx, dy);
    emit visiblePanelsChanged();
}

void DashboardView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    if (m_watchedWindow != window()) {
        if (m_watchedWindow)
            m_watchedWindow->removeEventFilter(this);
        m_watchedWindow = window();
        m_watchedWindow->installEventFilter(this);
    }
    emit visiblePanelsChanged();
}

void DashboardView::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    emit visiblePanelsChanged();
}

bool DashboardView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_watchedWindow && event->type() == QEvent::WindowStateChange && isVisible())
        emit visiblePanelsChanged();
    return QScrollArea::eventFilter(watched, event);
}

void DashboardView::shareCrosshair(const PanelFrame *source, std::optional<TimestampMs> at)
{
    if (at)
        *at += shiftOf(*source);
    for (const Item &item : m_items) {
        if (item.frame == nullptr || item.frame->view() == nullptr || item.frame == source)
            continue;
        const auto there = at ? std::optional(*at - shiftOf(*item.frame)) : std::nullopt;
        item.frame->view()->setCrosshair(there);
        if (m_spec.cursorSync == CursorSync::CrosshairAndTooltip)
            item.frame->view()->setSharedReadout(there);
    }
}

} // namespace sightglass
