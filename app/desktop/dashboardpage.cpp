// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardpage.h"

#include "app/desktop/annotationswitches.h"
#include "app/desktop/dashboardaddress.h"
#include "app/desktop/dashboardediting.h"
#include "app/desktop/dashboardlinkbar.h"
#include "app/desktop/dashboardswitch.h"
#include "app/desktop/dashboardtime.h"
#include "app/desktop/headarea.h"
#include "model/dashboard/panelvariables.h"
#include "model/editing/dashboardediting.h"
#include "model/presentation/dashboardtimes.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/timetext.h"
#include "model/storage/head.h"
#include "model/variables/grafanainterval.h"
#include "widgets/variables/variablebar.h"
#include "widgets/views/dashboardview.h"
#include "widgets/views/lossbar.h"

#include <QVBoxLayout>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace sightglass {

namespace {

constexpr std::int64_t askAnnotationsEveryMs = 5'000;

/// What variables are before the store has answered: what the dashboard or the user says of them.
std::shared_ptr<const ResolvedVariables> expected(const std::vector<VariableSpec> &variables,
                                                  const ChosenVariables &chosen)
{
    Head empty;
    const QueryEngine engine;
    const std::shared_ptr<const Snapshot> nothing = empty.snapshot();
    return std::make_shared<const ResolvedVariables>(
        resolveVariables(variables, chosen, {}, {*nothing, engine, {0, 3'600'000}}));
}

} // namespace

DashboardPage::DashboardPage(Workspace *workspace, const DashboardSpec &dashboard, const Theme &theme,
                             QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_dashboard(dashboard)
    , m_answer(expected(dashboard.variables, {}))
    , m_refreshMs(grafanaIntervalMs(dashboard.refresh).value_or(0))
    , m_head(new QWidget)
    , m_switch(new DashboardSwitch)
    , m_bar(new VariableBar(
          {[this] { return labelNames(); }, [this](const QString &name) { return labelValues(name); }}))
    , m_links(new DashboardLinkBar)
    , m_losses(new LossBar)
    , m_feed(new DashboardFeed(workspace->queryPool(), this))
    , m_variables(new VariableFeed(workspace->queryPool(), this))
    , m_annotations(new AnnotationFeed(workspace->queryPool(), this))
    , m_switches(new AnnotationSwitches)
{
    m_shown = shownDashboard(m_dashboard, m_answer->values, m_choices, context());
    m_view = new DashboardView(m_shown.spec, theme);
    m_editing = new DashboardEditing(workspace, m_view, theme, this);
    const auto column = [](QWidget *widget, std::initializer_list<QWidget *> parts) {
        auto *box = new QVBoxLayout(widget);
        box->setContentsMargins(0, 0, 0, 0);
        box->setSpacing(0);
        for (QWidget *part : parts)
            box->addWidget(part);
    };
    auto *controls = new QWidget;
    column(controls, {m_switch, m_bar});
    column(m_head, {new HeadArea(controls, this), m_losses});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_editing->pane(), 1);
    m_bar->addTool(m_switches);
    m_bar->addTool(m_links);
    // Ready-made ones offer a choice to whoever has one.
    if (!m_dashboard.requiredMetrics.empty())
        m_bar->setIdleControls(VariableBar::IdleControls::Hidden);
    m_bar->setVariables(m_dashboard.variables);
    m_bar->setResolved(*m_answer);
    m_variables->setVariables(m_dashboard.variables);
    connectParts();
    connectEditing();
    setFocusProxy(m_view);
    setTheme(theme);
    takeAnnotations();
    m_asks = isReady();
    if (m_asks)
        m_feed->setPanels(m_shown.spec.panels);
}

DashboardPage::~DashboardPage()
{
    // Its panels' last words must not reach half of a page.
    m_view->disconnect(this);
}

void DashboardPage::connectParts()
{
    const auto takeEngine = [this] {
        m_feed->setEngine(m_workspace->queryEngine());
        m_variables->setEngine(m_workspace->queryEngine());
        m_annotations->setEngine(m_workspace->queryEngine());
    };
    takeEngine();
    connect(m_workspace, &Workspace::queryEngineChanged, this, takeEngine);
    connect(m_feed, &DashboardFeed::panelReady, m_view, &DashboardView::setPanelData);
    connect(m_variables, &VariableFeed::resolved, this, [this](const auto &answer) {
        m_hasAnswer = true;
        setAnswer(answer);
    });
    connect(m_view, &DashboardView::visiblePanelsChanged, this, [this] {
        if (m_inFront)
            m_feed->setVisible(m_view->visiblePanels());
        emit visiblePanelsChanged();
    });
    connect(m_view, &DashboardView::rowToggled, this, &DashboardPage::toggleRow);
    connect(m_bar, &VariableBar::chosen, this, &DashboardPage::choose);
    connect(m_bar, &VariableBar::filtersChosen, this,
            [this](const std::string &variable, const std::vector<AdHocFilter> &filters) {
                m_choices.filters[variable] = filters;
                apply();
                emit choicesChanged();
            });
    connect(m_annotations, &AnnotationFeed::answered, this, [this](const AnnotationFeed::Answers &answers) {
        m_marks = answers;
        m_switches->setAnswers(*answers);
        showAnnotations();
    });
    connect(m_switches, &AnnotationSwitches::toggled, this, [this](const std::string &name, bool on) {
        m_choices.annotations[name] = on;
        takeAnnotations();
        askAnnotations();
        emit choicesChanged();
    });
    connect(m_view, &DashboardView::panelsChanged, this, &DashboardPage::showAnnotations);
    connect(m_switch, &DashboardSwitch::chosen, this, &DashboardPage::variantChosen);
    addLinks();
}

void DashboardPage::addLinks()
{
    connect(m_view, &DashboardView::addressFollowed, this, [this](const std::string &address) {
        emit addressFollowed(QString::fromStdString(linkAddress(address, values(), context())));
    });
    connect(m_links, &DashboardLinkBar::linkChosen, this, [this](const DashboardLink &link) {
        emit addressFollowed(addressOf(link, values(), context()));
    });
    connect(m_links, &DashboardLinkBar::dashboardChosen, this,
            [this](const DashboardLink &link, const std::string &id) {
                emit addressFollowed(addressOf(link, id, values(), context()));
            });
}

// ---- what it is

void DashboardPage::setDashboard(const DashboardSpec &dashboard)
{
    // What is edited is the user's: others come to it through the document.
    if (isEdited() && dashboard != m_editing->document()->spec()) {
        m_editing->originChanged(dashboard);
        return;
    }
    if (dashboard == m_dashboard)
        return;
    const bool sameVariables = dashboard.variables == m_dashboard.variables;
    DashboardChoices choices = choicesForRenamed(m_choices, m_dashboard.variables, dashboard.variables);
    const bool otherChoices = choices != m_choices;
    m_choices = std::move(choices);
    if (dashboard.refresh != m_dashboard.refresh)
        m_refreshMs = grafanaIntervalMs(dashboard.refresh).value_or(0);
    m_dashboard = dashboard;
    if (!sameVariables) {
        m_variables->setVariables(dashboard.variables);
        m_bar->setVariables(dashboard.variables);
        m_hasAnswer = m_asks = false;
        m_answer = expected(dashboard.variables, m_choices.variables);
        m_bar->setResolved(*m_answer);
        resolve();
    }
    apply();
    takeAnnotations();
    if (otherChoices)
        emit choicesChanged();
}

void DashboardPage::setVariants(const std::vector<DashboardSpec> &variants)
{
    m_switch->setDashboards(variants, m_dashboard.id);
}

std::optional<std::size_t> DashboardPage::sourceOf(const std::string &shownPanel) const
{
    const auto found = std::ranges::find(m_shown.spec.panels, shownPanel, &PanelSpec::id);
    if (found == m_shown.spec.panels.end())
        return std::nullopt;
    return m_shown.sources[static_cast<std::size_t>(found - m_shown.spec.panels.begin())];
}

void DashboardPage::setLosses(const OpenedDashboard &opened)
{
    DashboardLosses losses;
    losses.ofDashboard = opened.losses;
    for (const PanelSpec &panel : opened.spec.panels) {
        const auto found = opened.ofPanels.find(panel.id);
        if (found != opened.ofPanels.end())
            losses.ofPanels.push_back({displayText(std::string_view(panel.title), 120), found->second});
    }
    m_panelLosses = opened.ofPanels;
    m_losses->setLosses(losses);
    applyRemarks();
}

void DashboardPage::setProblem(const QString &problem)
{
    m_losses->setProblem(problem);
}

void DashboardPage::setDashboards(const std::vector<DashboardEntry> &dashboards)
{
    m_view->setDashboards(dashboards);
    m_links->setLinks(m_dashboard.links, dashboards, m_dashboard.id);
    m_bar->updateShown();
}

void DashboardPage::setBare(bool bare)
{
    m_head->setVisible(!bare);
}

void DashboardPage::setTheme(const Theme &theme)
{
    m_view->setTheme(theme);
    m_editing->setTheme(theme);
    m_losses->setTheme(theme);
    m_switches->setTheme(theme);
    QPalette own = theme.palette();
    own.setColor(QPalette::Window, theme.window);
    setPalette(own);
    setAutoFillBackground(true);
}

void DashboardPage::setTimeZone(const QTimeZone &zone)
{
    const bool asksAgain = zone != m_zone && m_question.snapshot != nullptr;
    m_zone = zone;
    m_view->setTimeZone(zone);
    m_editing->setTimeZone(zone);
    // Days begin at another time, and transformations write other times.
    if (asksAgain)
        refresh(m_question);
}

// ---- what is chosen

void DashboardPage::setChoices(const DashboardChoices &choices)
{
    m_choices = choices;
    for (const auto &[name, filters] : choices.filters)
        m_bar->setFilters(name, filters);
    if (!m_hasAnswer) {
        m_answer = expected(m_dashboard.variables, m_choices.variables);
        m_bar->setResolved(*m_answer);
    }
    resolve();
    apply();
    takeAnnotations();
}

void DashboardPage::choose(const std::string &variable, const std::vector<VariableOption> &options)
{
    m_choices.variables[variable] = options;
    resolve();
    emit choicesChanged();
}

void DashboardPage::toggleRow(const std::string &row)
{
    if (isEdited()) {
        m_editing->document()->apply(rowToggled(m_dashboard, row));
        return;
    }
    const auto found = std::ranges::find(m_shown.spec.panels, row, &PanelSpec::id);
    if (found == m_shown.spec.panels.end())
        return;
    const auto *options = std::get_if<RowOptions>(&found->options);
    if (options == nullptr)
        return;
    m_choices.folded[row] = !options->collapsed;
    apply();
    emit choicesChanged();
}

const VariableValues &DashboardPage::values() const
{
    return m_answer->values;
}

BuiltInContext DashboardPage::context() const
{
    BuiltInContext context;
    const bool asked = m_question.time.range.to > 0;
    context.range = asked ? m_question.time.range : TimeRange{0, 3'600'000};
    if (asked && m_askedMs > context.range.lengthMs())
        context.range.from = std::max<TimestampMs>(context.range.to - m_askedMs, 0);
    context.now = asked ? nowOf(m_question.time) : std::nullopt;
    context.dashboardTitle = m_dashboard.title;
    context.dashboardUid = m_dashboard.uid;
    context.zone = zoneRule(m_zone);
    context.timezone = m_dashboard.timezone.empty() ? "browser" : m_dashboard.timezone;
    return context;
}

// ---- what is shown

void DashboardPage::apply()
{
    ShownDashboard shown = isEdited() ? editedDashboard(m_dashboard)
                                      : shownDashboard(m_dashboard, m_answer->values, m_choices, context());
    const bool same = shown == m_shown;
    m_shown = std::move(shown);
    if (!same) {
        m_view->setSpec(m_shown.spec);
        applyRemarks();
        m_view->setTimeZone(m_zone);
    }
    if (!isReady() || (same && m_asks))
        return;
    m_asks = true;
    m_feed->setPanels(m_shown.spec.panels);
    if (m_inFront)
        m_feed->setVisible(m_view->visiblePanels());
    if (m_inFront && m_question.snapshot)
        m_feed->refresh(m_question);
}

void DashboardPage::applyRemarks()
{
    for (std::size_t i = 0; i < m_shown.spec.panels.size(); ++i) {
        const std::size_t source = m_shown.sources[i];
        const auto found = source < m_dashboard.panels.size()
                               ? m_panelLosses.find(m_dashboard.panels[source].id)
                               : m_panelLosses.end();
        m_view->setStandingRemarks(static_cast<int>(i),
                                   found == m_panelLosses.end() ? QStringList() : found->second);
    }
}

// ---- editing

void DashboardPage::connectEditing()
{
    connect(m_editing, &DashboardEditing::wanted, this, &DashboardPage::beginEditing);
    connect(m_editing, &DashboardEditing::stateChanged, this, &DashboardPage::editingChanged);
    connect(m_editing, &DashboardEditing::changed, this, [this] {
        const bool otherTime = !isSameTime(m_editing->document()->spec(), m_dashboard);
        setDashboard(m_editing->document()->spec());
        apply();
        if (otherTime)
            emit timeEdited();
    });
    m_editing->pane()->setPresenters(
        [this](const DashboardSpec &dashboard) { return editedDashboard(dashboard).spec; },
        [this](const PanelSpec &panel) {
            DashboardSpec alone;
            alone.panels = {panel};
            return editedDashboard(alone).spec.panels.front();
        });
}

bool DashboardPage::isEdited() const
{
    return m_editing->isActive();
}

bool DashboardPage::isDirty() const
{
    return m_editing->isDirty();
}

void DashboardPage::setSource(const QString &source, const QByteArray &text)
{
    // What is known already is older than what was written here since.
    const bool isNews = text != m_text;
    m_source = source;
    m_text = text;
    if (isNews)
        m_editing->fileChanged(source, text);
}

void DashboardPage::beginEditing()
{
    m_editing->begin({m_dashboard, m_source, m_text});
}

ShownDashboard DashboardPage::editedDashboard(const DashboardSpec &dashboard) const
{
    // Copies stay to be seen; the first of them is the one that is edited.
    if (repeatsAnything(dashboard, values())) {
        DashboardChoices choices;
        choices.filters = m_choices.filters;
        return shownDashboard(dashboard, values(), choices, context());
    }
    ShownDashboard shown{dashboard, {}};
    VariableValues all = values();
    addBuiltIns(all, context());
    const std::vector<Matcher> filters = adHocMatchers(m_dashboard, m_choices);
    for (std::size_t i = 0; i < shown.spec.panels.size(); ++i) {
        shown.spec.panels[i] =
            withVariables(shown.spec.panels[i], valuesInPanel(shown.spec.panels[i], all, context()), filters);
        shown.sources.push_back(i);
    }
    return shown;
}

// ---- time and data

void DashboardPage::setOwnTime(const TimeSelection &time)
{
    m_ownTime = std::make_unique<TimeSelection>(time);
}

void DashboardPage::setRefreshMs(std::int64_t milliseconds)
{
    m_refreshMs = std::max<std::int64_t>(milliseconds, 0);
    m_askedAt = 0;
}

void DashboardPage::setInFront(bool inFront)
{
    m_inFront = inFront;
    m_feed->setVisible(inFront ? m_view->visiblePanels() : std::vector<bool>());
    if (!inFront)
        m_question.snapshot = nullptr; // it would keep alive what retention has dropped
    m_editing->setQuestion(m_question);
}

void DashboardPage::show(const PanelTime &time)
{
    // Between its refreshes it stands still, unless it asks for more.
    const bool stands = m_refreshMs > 0 && time.live && !m_dashboard.liveNow && m_question.snapshot;
    PanelTime own = time;
    own.zones = panelZones(m_zone);
    m_view->setShownTime(stands ? m_question.time : own);
    m_editing->setShownTime(own);
}

void DashboardPage::take(const DashboardFeed::Question &question)
{
    m_question = question;
    m_question.time.zones = panelZones(m_zone);
    m_editing->setQuestion(m_question);
    m_askedAt = question.time.range.to;
    const std::int64_t before = std::exchange(m_contextMs, context().range.lengthMs());
    if (before != m_contextMs || dependsOnTime(m_dashboard))
        apply();
}

void DashboardPage::dataCame(const DashboardFeed::Question &question, TimestampMs at)
{
    const bool due = m_refreshMs == 0 || at - m_askedAt >= m_refreshMs || at < m_askedAt;
    if (due)
        refresh(question);
}

void DashboardPage::refresh(const DashboardFeed::Question &question)
{
    take(question);
    resolveForNewSeries();
    if (std::abs(m_question.time.range.to - m_annotationsAt) >= askAnnotationsEveryMs)
        askAnnotations();
    m_feed->refresh(m_question);
}

void DashboardPage::restart(const DashboardFeed::Question &question)
{
    take(question);
    const bool byTime = std::ranges::any_of(m_dashboard.variables, [](const VariableSpec &variable) {
        return variable.refresh == VariableRefresh::OnTimeRange || variable.type == VariableType::Interval;
    });
    if (byTime || !m_hasAnswer)
        resolve();
    askAnnotations();
    m_feed->restart(m_question);
}

} // namespace sightglass
