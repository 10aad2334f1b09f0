// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardchooser.h"

#include "model/dashboard/autodashboard.h"
#include "model/presentation/dashboardtext.h"
#include "model/presentation/guipost.h"

#include <algorithm>

namespace sightglass {

namespace {

/// An automatic dashboard is made again when rates can be told, and once more when constants can be told from
/// metrics that merely have not moved yet.
constexpr std::uint64_t scrapesUntilRatesShow = 8;
constexpr std::uint64_t scrapesUntilConstantsShow = 75;

std::string instanceOf(const TargetStatus &target)
{
    return std::string(target.labels.value("instance"));
}

/// Rule groups and dashboards of two targets of one kind must not be taken for each other, not even where the
/// two share host and port.
DashboardSpec named(DashboardSpec spec, const TargetStatus &target)
{
    const std::string id = target.config.id.toStdString();
    spec.id += '-' + id;
    for (ThresholdGroup &group : spec.ruleGroups)
        group.name += " (" + instanceOf(target) + ", " + id + ')';
    return spec;
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
        m_pool->cancel(progress.key);
}

void DashboardChooser::onTick(const CollectorTick &tick)
{
    std::vector<QString> order;
    for (const TargetStatus &target : tick.targets) {
        order.push_back(target.config.id);
        Progress &progress = progressOf(target);
        if (target.health == TargetHealth::Up && target.lastScrape.value_or(0) != progress.lastSeen) {
            progress.lastSeen = *target.lastScrape;
            progress.newSeries += target.seriesAdded;
        }
        if (isDue(progress, target))
            choose(target, tick);
    }
    std::erase_if(m_progress, [&](const auto &entry) {
        const bool gone = std::find(order.begin(), order.end(), entry.first) == order.end();
        if (gone)
            m_pool->cancel(entry.second.key);
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
            m_pool->cancel(progress.key);
        progress = {};
        progress.url = target.config.url;
        progress.labels = target.labels;
        progress.key = m_pool->newKey();
        if (!isNew)
            rebuild();
    }
    return progress;
}

bool DashboardChooser::isDue(const Progress &progress, const TargetStatus &target)
{
    if (progress.choosing || progress.known || target.health != TargetHealth::Up || !target.config.enabled)
        return false;
    const std::uint64_t good = target.scrapes - std::min(target.failures, target.scrapes);
    if (progress.chosenAt == 0)
        return good > 0;
    for (const std::uint64_t milestone : {scrapesUntilRatesShow, scrapesUntilConstantsShow}) {
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
    m_pool->submit(progress.key, [self = QPointer(this), known = m_known, target, snapshot = tick.snapshot,
                                  at = tick.at, ticket = progress.ticket,
                                  texts = translatedAutoTexts()](std::stop_token stop) {
        const int match = matchDashboard(*known, *snapshot, target.labels, at);
        const DashboardSubject subject{"auto", instanceOf(target), target.labels, texts};
        DashboardSpec spec = match >= 0
                                 ? boundToTarget((*known)[static_cast<std::size_t>(match)], target.labels)
                                 : autoDashboard(*snapshot, subject, at);
        if (stop.stop_requested())
            return;
        postToGui(self, [id = target.config.id,
                         choice = Choice{ticket, match >= 0, named(std::move(spec), target)}](
                            DashboardChooser &chooser) mutable { chooser.take(id, std::move(choice)); });
    });
}

void DashboardChooser::take(const QString &targetId, Choice choice)
{
    const auto entry = m_progress.find(targetId);
    if (entry == m_progress.end() || entry->second.ticket != choice.ticket)
        return;
    Progress &progress = entry->second;
    progress.choosing = false;
    progress.known = choice.known;
    if (progress.spec == choice.spec)
        return;
    progress.spec = std::move(choice.spec);
    rebuild();
}

void DashboardChooser::rebuild()
{
    std::vector<TargetDashboard> dashboards;
    for (const QString &id : m_order) {
        const auto progress = m_progress.find(id);
        if (progress != m_progress.end() && !progress->second.spec.id.empty())
            dashboards.push_back({id, progress->second.spec});
    }
    if (dashboards == m_dashboards)
        return;
    m_dashboards = std::move(dashboards);
    emit dashboardsChanged();
}

} // namespace sightglass
