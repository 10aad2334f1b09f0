// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardchooser.h"

#include "model/dashboard/autodashboard.h"
#include "model/dashboard/fitteddashboard.h"
#include "model/presentation/dashboardtext.h"
#include "model/presentation/guipost.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <span>
#include <utility>

namespace sightglass {

namespace {

/// An automatic dashboard is made again when rates can be told, and once more when constants can be told from
/// metrics that merely have not moved yet.
constexpr std::uint64_t scrapesUntilRatesShow = 8;
constexpr std::int64_t untilConstantsShowMs = 21'000;
constexpr std::uint64_t scrapesUntilOrderSettles = 75;
/// What is folded away is looked at so often, and no more than a hundredth of the time.
constexpr std::int64_t lookEveryMs = 3'000;
constexpr std::int64_t lookSeldomMs = 30'000;
constexpr std::int64_t lookShare = 100;
/// So many panels unfold below the others; where more would, all are put into order again, not often.
constexpr std::size_t mostUnfolded = 12;
constexpr std::int64_t orderAgainAfterMs = 20'000;
/// A program at rest shows what stands still; when it wakes up that is folded away.
constexpr std::int64_t orderAtRestAfterMs = 60'000;

std::string instanceOf(const Labels &labels)
{
    return std::string(labels.value("instance"));
}

/// Rule groups and dashboards of two targets of one kind must not be taken for each other, not even where the
/// two share host and port.
DashboardSpec named(DashboardSpec spec, const QString &targetId, const Labels &labels)
{
    const std::string id = targetId.toStdString();
    spec.id += '-' + id;
    for (ThresholdGroup &group : spec.ruleGroups)
        group.name += " (" + instanceOf(labels) + ", " + id + ')';
    return spec;
}

/// What tells systems apart that are of the same kind: all but the addresses and jobs of their targets.
Labels systemLabels(const Labels &labels)
{
    return labels.without("instance").without("job");
}

/// Of the automatic dashboard, as the only one or beside those that fit.
DashboardSubject automaticSubject(const Labels &labels, const AutoTexts &texts,
                                  const std::vector<DashboardSpec> &known, const DashboardMatches &matches)
{
    DashboardSubject subject{"auto", instanceOf(labels), labels, texts, {}};
    if (matches.automaticLeads)
        return subject;
    subject.title = texts[AutoText::EverythingElse];
    for (const std::size_t index : matches.fitting)
        subject.shownElsewhere.merge(metricsShownBy(known[index]));
    return subject;
}

/// Whether targets that lead with this dashboard share it: parts of one system, or several of one kind.
bool isShared(const DashboardSpec &dashboard)
{
    return !dashboard.otherParts.empty() ||
           (dashboard.role != DashboardRole::Runtime && showsSeveralTargets(dashboard));
}

} // namespace

DashboardChooser::DashboardChooser(std::shared_ptr<QueryPool> pool, std::vector<DashboardSpec> known,
                                   QObject *parent)
    : QObject(parent)
    , m_pool(std::move(pool))
    , m_known(std::make_shared<const std::vector<DashboardSpec>>(std::move(known)))
{}

DashboardChooser::~DashboardChooser()
{
    for (const auto &[id, progress] : m_progress)
        cancel(progress);
}

void DashboardChooser::cancel(const Progress &progress)
{
    m_pool->cancel(progress.key);
    m_pool->cancel(progress.lookKey);
}

void DashboardChooser::onTick(const CollectorTick &tick)
{
    std::vector<QString> order;
    for (const TargetStatus &target : tick.targets) {
        order.push_back(target.config.id);
        Progress &progress = progressOf(target);
        if (target.health == TargetHealth::Up && target.lastScrape.value_or(0) != progress.lastSeen) {
            progress.lastSeen = *target.lastScrape;
            progress.firstSeen = progress.firstSeen == 0 ? progress.lastSeen : progress.firstSeen;
            progress.newSeries += target.seriesAdded;
        }
        if (isDue(progress, target))
            choose(target, tick);
        else
            look(target, tick);
    }
    std::erase_if(m_progress, [&](const auto &entry) {
        const bool gone = std::find(order.begin(), order.end(), entry.first) == order.end();
        if (gone)
            cancel(entry.second);
        return gone;
    });
    if (order != m_order) {
        m_order = std::move(order);
        rebuild();
    }
}

DashboardChooser::Progress &DashboardChooser::progressOf(const TargetStatus &target)
{
    const auto [entry, isNew] = m_progress.try_emplace(target.config.id);
    Progress &progress = entry->second;
    if (isNew || progress.url != target.config.url || progress.labels != target.labels) {
        if (!isNew)
            cancel(progress);
        progress = {};
        progress.url = target.config.url;
        progress.labels = target.labels;
        progress.key = m_pool->newKey();
        progress.lookKey = m_pool->newKey();
        if (!isNew)
            rebuild();
    }
    return progress;
}

const DashboardChooser::Fitting *DashboardChooser::Progress::leader() const
{
    return chosen.fitting.empty() || chosen.automaticLeads ? nullptr : &chosen.fitting.front();
}

bool DashboardChooser::showsConstants(const Progress &progress)
{
    return progress.lastSeen - progress.firstSeen >= untilConstantsShowMs;
}

bool DashboardChooser::isDue(const Progress &progress, const TargetStatus &target)
{
    if (progress.choosing || target.health != TargetHealth::Up || !target.config.enabled)
        return false;
    const std::uint64_t good = target.scrapes - std::min(target.failures, target.scrapes);
    if (progress.chosenAt == 0)
        return good > 0;
    if (!progress.showedConstants && showsConstants(progress))
        return true;
    if (progress.outOfOrder && progress.lastSeen - progress.chosen.at >= orderAgainAfterMs)
        return true;
    if (progress.chosen.plan && progress.chosen.plan->isAtRest &&
        progress.lastSeen - progress.chosen.at >= orderAtRestAfterMs)
        return true;
    for (const std::uint64_t milestone : {scrapesUntilRatesShow, scrapesUntilOrderSettles}) {
        if (progress.chosenAt < milestone)
            return good >= milestone;
    }
    // Ever more seldom: a metric that wakes up late leaves the table it was folded into.
    return good >= 4 * progress.chosenAt || (progress.newSeries > 0 && good >= 2 * progress.chosenAt);
}

void DashboardChooser::choose(const TargetStatus &target, const CollectorTick &tick)
{
    Progress &progress = m_progress[target.config.id];
    progress.choosing = true;
    progress.ticket = m_nextTicket++;
    progress.chosenAt =
        std::max<std::uint64_t>(target.scrapes - std::min(target.failures, target.scrapes), 1);
    progress.newSeries = 0;
    progress.outOfOrder = false;
    progress.showedConstants = showsConstants(progress);
    m_pool->submit(progress.key,
                   [self = QPointer(this), known = m_known, id = target.config.id, labels = target.labels,
                    snapshot = tick.snapshot, at = tick.at, ticket = progress.ticket,
                    texts = translatedAutoTexts()](std::stop_token stop) {
                       const DashboardMatches matches = matchDashboards(*known, *snapshot, labels, at);
                       Choice choice;
                       choice.ticket = ticket;
                       choice.automaticLeads = matches.automaticLeads;
                       choice.exposed = matches.exposed;
                       for (const std::size_t index : matches.fitting) {
                           DashboardSpec spec = fittedTo((*known)[index], matches.exposed);
                           choice.fitting.push_back({index, named(boundToTarget(spec, labels), id, labels)});
                       }
                       const DashboardSubject subject = automaticSubject(labels, texts, *known, matches);
                       choice.plan = std::make_shared<const AutoPlan>(automaticPlan(*snapshot, subject, at));
                       choice.automatic = named(laidOut(*choice.plan), id, labels);
                       choice.at = at;
                       if (stop.stop_requested())
                           return;
                       postToGui(self, [id, choice = std::move(choice)](DashboardChooser &chooser) mutable {
                           chooser.take(id, std::move(choice));
                       });
                   });
}

void DashboardChooser::keepFound(const Choice &before, Choice &choice)
{
    const bool ledBefore = !before.fitting.empty() && !before.automaticLeads;
    for (const Fitting &old : before.fitting) {
        const auto same = [&old](const Fitting &fitting) { return fitting.index == old.index; };
        const auto found = std::find_if(choice.fitting.begin(), choice.fitting.end(), same);
        if (found == choice.fitting.end())
            choice.fitting.push_back(old);
        if (ledBefore && &old == &before.fitting.front()) {
            const auto leader = std::find_if(choice.fitting.begin(), choice.fitting.end(), same);
            std::rotate(choice.fitting.begin(), leader, leader + 1);
            choice.automaticLeads = false;
        }
    }
}

void DashboardChooser::take(const QString &targetId, Choice choice)
{
    const auto entry = m_progress.find(targetId);
    if (entry == m_progress.end() || entry->second.ticket != choice.ticket)
        return;
    Progress &progress = entry->second;
    progress.choosing = false;
    keepFound(progress.chosen, choice);
    progress.chosen = std::move(choice);
    progress.looking = false;
    progress.lookedTo = progress.chosen.at;
    progress.nextLook = progress.chosen.at + lookEveryMs;
    rebuild();
}

void DashboardChooser::look(const TargetStatus &target, const CollectorTick &tick)
{
    Progress &progress = m_progress[target.config.id];
    const bool can = progress.chosen.plan && !progress.choosing && !progress.looking && tick.snapshot;
    if (!can || target.health != TargetHealth::Up || tick.at < progress.nextLook)
        return;
    progress.looking = true;
    // The last samples before go along, whenever they were.
    const TimeRange range{progress.lookedTo - 2 * target.config.intervalMs, tick.at};
    m_pool->submit(progress.lookKey, [self = QPointer(this), id = target.config.id,
                                      plan = progress.chosen.plan, range, ticket = progress.chosen.ticket,
                                      snapshot = tick.snapshot](std::stop_token stop) {
        const auto begin = std::chrono::steady_clock::now();
        Look look{ticket, range.to, 0, wokenFamilies(*snapshot, *plan, range, stop)};
        const auto took = std::chrono::steady_clock::now() - begin;
        look.tookMs = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
        if (stop.stop_requested())
            return;
        postToGui(self,
                  [id, look = std::move(look)](DashboardChooser &chooser) { chooser.unfold(id, look); });
    });
}

void DashboardChooser::unfold(const QString &targetId, const Look &look)
{
    const auto entry = m_progress.find(targetId);
    if (entry == m_progress.end() || entry->second.chosen.ticket != look.ticket)
        return;
    Progress &progress = entry->second;
    progress.looking = false;
    progress.lookedTo = look.at;
    progress.nextLook = look.at + std::clamp(lookShare * look.tookMs, lookEveryMs, lookSeldomMs);
    Choice &chosen = progress.chosen;
    const std::size_t room = mostUnfolded - std::min(mostUnfolded, chosen.plan->woken.size());
    const auto shown = std::span(look.woken).first(std::min(room, look.woken.size()));
    progress.outOfOrder = progress.outOfOrder || shown.size() < look.woken.size();
    if (shown.empty())
        return;
    chosen.plan = std::make_shared<const AutoPlan>(withWoken(*chosen.plan, shown));
    chosen.automatic = named(laidOut(*chosen.plan), targetId, progress.labels);
    rebuild();
}

std::vector<std::vector<QString>> DashboardChooser::systems() const
{
    std::vector<std::vector<QString>> systems;
    std::map<std::pair<std::size_t, std::string>, std::size_t> joined;
    for (const QString &id : m_order) {
        const auto progress = m_progress.find(id);
        if (progress == m_progress.end() || progress->second.chosen.automatic.id.empty())
            continue;
        const Fitting *leader = progress->second.leader();
        if (leader == nullptr || !isShared((*m_known)[leader->index])) {
            systems.push_back({id});
            continue;
        }
        const std::string rest = systemLabels(progress->second.labels).toString();
        const auto [place, isNew] = joined.try_emplace({leader->index, rest}, systems.size());
        if (isNew)
            systems.push_back({id});
        else
            systems[place->second].push_back(id);
    }
    return systems;
}

DashboardSpec DashboardChooser::sharedSpec(std::size_t known, const std::vector<QString> &targetIds) const
{
    std::vector<const Fitting *> bound;
    std::vector<Labels> labels;
    SampleNames exposed;
    QString first;
    for (const QString &id : targetIds) {
        const Progress &progress = m_progress.at(id);
        for (const Fitting &fitting : progress.chosen.fitting) {
            if (fitting.index != known)
                continue;
            first = bound.empty() ? id : first;
            bound.push_back(&fitting);
            labels.push_back(progress.labels);
            exposed.insert(progress.chosen.exposed.begin(), progress.chosen.exposed.end());
        }
    }
    if (bound.size() == 1)
        return bound.front()->spec;
    return named(boundToTargets(fittedTo((*m_known)[known], exposed), labels), first, labels.front());
}

TargetDashboard DashboardChooser::dashboardOf(const std::vector<QString> &targetIds) const
{
    std::vector<std::size_t> shown;
    std::vector<DashboardSpec> automatic;
    for (const QString &id : targetIds) {
        const Progress &progress = m_progress.at(id);
        for (const Fitting &fitting : progress.chosen.fitting) {
            if (std::find(shown.begin(), shown.end(), fitting.index) == shown.end())
                shown.push_back(fitting.index);
        }
        automatic.push_back(progress.chosen.automatic);
        if (targetIds.size() > 1)
            automatic.back().title += " \u00B7 " + instanceOf(progress.labels);
    }
    std::vector<DashboardSpec> all;
    for (const std::size_t index : shown)
        all.push_back(sharedSpec(index, targetIds));
    const bool automaticLeads = m_progress.at(targetIds.front()).leader() == nullptr;
    all.insert(automaticLeads ? all.begin() : all.end(), automatic.begin(), automatic.end());
    TargetDashboard dashboard;
    dashboard.targetId = targetIds.front();
    dashboard.spec = std::move(all.front());
    dashboard.further.assign(std::make_move_iterator(all.begin() + 1), std::make_move_iterator(all.end()));
    dashboard.companions.assign(targetIds.begin() + 1, targetIds.end());
    return dashboard;
}

void DashboardChooser::rebuild()
{
    std::vector<TargetDashboard> dashboards;
    for (const std::vector<QString> &targetIds : systems())
        dashboards.push_back(dashboardOf(targetIds));
    if (dashboards == m_dashboards)
        return;
    m_dashboards = std::move(dashboards);
    emit dashboardsChanged();
}

} // namespace sightglass
