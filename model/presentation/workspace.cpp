// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/workspace.h"

#include "model/alerting/rulegroup.h"
#include "model/query/evaluationcache.h"
#include "model/scrape/rulefilereading.h"

#include <QDebug>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <iterator>
#include <set>

namespace sightglass {

namespace {

/// Without scheme and credentials; what else may be a secret is masked.
QString longName(const QUrl &url)
{
    const QString shown = displayUrl(url.adjusted(QUrl::RemoveUserInfo));
    return shown.mid(shown.indexOf(QLatin1Char(':')) + 1).remove(QRegularExpression(QStringLiteral("^//")));
}

void tellApart(std::vector<TargetConfig> &targets)
{
    for (std::size_t i = 0; i < targets.size(); ++i) {
        const auto last = targets.begin() + static_cast<std::ptrdiff_t>(i);
        const bool taken = std::any_of(targets.begin(), last, [&](const TargetConfig &before) {
            return targetLabels(before) == targetLabels(targets[i]);
        });
        if (taken && targets[i].name.isEmpty())
            targets[i].name = longName(targets[i].url);
    }
}

/// Once each, however many targets have dashboards that ask for it.
QStringList rulesAskedFor(const std::vector<TargetDashboard> &dashboards)
{
    QStringList files;
    const auto add = [&files](const DashboardSpec &dashboard) {
        for (const std::string &name : dashboard.rules)
            files.append(QString::fromStdString(bundledRulesFile(name)));
    };
    for (const TargetDashboard &dashboard : dashboards) {
        add(dashboard.spec);
        std::for_each(dashboard.further.begin(), dashboard.further.end(), add);
    }
    files.removeDuplicates();
    files.sort();
    return files;
}

void logFailure(std::string_view what)
{
    qWarning("work beside the window was given up: %.*s", static_cast<int>(what.size()), what.data());
}

} // namespace

Workspace::Workspace(std::shared_ptr<const Clock> clock, WorkspaceOptions options, QObject *parent)
    : QObject(parent)
    , m_pool(std::make_shared<QueryPool>(options.queryThreads, logFailure))
    , m_engine(options.query, std::make_shared<EvaluationCache>())
    , m_collector(std::make_unique<Collector>(std::move(clock), options.collector))
    , m_chooser(new DashboardChooser(m_pool, std::move(options.knownDashboards), this))
    , m_targetModel(new TargetTableModel(this))
    , m_alertModel(new AlertTableModel(this))
    , m_alertHistory(new AlertHistoryModel(this))
{
    connect(m_collector.get(), &Collector::tick, this, &Workspace::onTick);
    connect(m_chooser, &DashboardChooser::dashboardsChanged, this, &Workspace::onDashboardsChanged);
}

Workspace::~Workspace() = default;

void Workspace::setQueryOptions(const QueryOptions &options)
{
    m_engine = QueryEngine(options, std::make_shared<EvaluationCache>());
    emit queryEngineChanged();
}

void Workspace::setDroppedTargets(std::vector<DroppedTargets> dropped)
{
    if (dropped == m_droppedTargets)
        return;
    m_droppedTargets = std::move(dropped);
    emit droppedTargetsChanged();
}

void Workspace::setTargets(std::vector<TargetConfig> targets)
{
    std::set<QString> ids;
    for (TargetConfig &target : targets) {
        if (target.id.isEmpty() || !ids.insert(target.id).second)
            target.id = *ids.insert(QUuid::createUuid().toString(QUuid::WithoutBraces)).first;
    }
    tellApart(targets);
    m_targets = std::move(targets);
    m_collector->setTargets(m_targets);
    emit targetsChanged();
}

QString Workspace::addTarget(TargetConfig target)
{
    for (const TargetConfig &known : m_targets) {
        // The addresses of two commands that differ in their secrets are the same.
        const bool isSame = known.url == target.url && (targetKind(known.url) != TargetKind::Command ||
                                                        known.client.parameters == target.client.parameters);
        if (isSame && known.origin.isEmpty())
            return known.id;
    }
    std::vector<TargetConfig> targets = m_targets;
    targets.push_back(std::move(target));
    setTargets(std::move(targets));
    return m_targets.back().id;
}

bool Workspace::updateTarget(const TargetConfig &target)
{
    std::vector<TargetConfig> targets = m_targets;
    const auto known = std::find_if(targets.begin(), targets.end(), [&target](const TargetConfig &each) {
        return each.id == target.id && each.origin.isEmpty();
    });
    if (known == targets.end())
        return false;
    *known = target;
    setTargets(std::move(targets));
    return true;
}

void Workspace::removeTarget(const QString &id)
{
    std::vector<TargetConfig> targets = m_targets;
    std::erase_if(targets,
                  [&id](const TargetConfig &target) { return target.id == id && target.origin.isEmpty(); });
    setTargets(std::move(targets));
}

std::vector<Labels> Workspace::presentSeries(const TargetConfig &target, std::size_t most) const
{
    constexpr TimestampMs presentMs = 5 * 60 * 1000;
    std::vector<Labels> present;
    if (!m_lastTick.snapshot)
        return present;
    std::vector<Matcher> matchers;
    for (const LabelView label : targetLabels(target))
        matchers.push_back({MatchOp::Equal, std::string(label.name), std::string(label.value)});
    const auto series = m_lastTick.snapshot->select(matchers, {m_lastTick.at - presentMs, m_lastTick.at});
    for (std::size_t i = 0; i < std::min(series.size(), most); ++i)
        present.push_back(series[i]->labels());
    return present;
}

void Workspace::onTick(const CollectorTick &tick)
{
    m_lastTick = tick;
    m_lastTick.transitions.clear(); // told once, below
    if (tick.snapshot) {
        const StorageStats stats = tick.snapshot->stats();
        m_firstDataAt = stats.samples > 0 ? stats.minTime : 0;
        m_chooser->onTick(tick);
    }
    m_targetModel->update(tick.targets, tick.at);
    m_alertModel->update(tick.rules, tick.at);
    if (!tick.transitions.empty()) {
        m_alertHistory->append(tick.transitions);
        emit alertsChanged(tick.transitions);
    }
    emit ticked(m_lastTick);
}

void Workspace::setFileRules(LoadedRules rules)
{
    m_fileRules = std::move(rules);
    setRules();
}

void Workspace::setRulesOff(QStringList files)
{
    if (files == m_rulesOff)
        return;
    m_rulesOff = std::move(files);
    setRules();
    emit dashboardRulesChanged();
}

bool Workspace::isLoadedAsFile(const QString &file) const
{
    return std::any_of(m_fileRules.groups.begin(), m_fileRules.groups.end(),
                       [&file](const RuleGroup &group) { return group.file == file.toStdString(); });
}

void Workspace::setRules()
{
    std::vector<ThresholdGroup> groups;
    for (const TargetDashboard &dashboard : dashboards())
        groups.insert(groups.end(), dashboard.spec.ruleGroups.begin(), dashboard.spec.ruleGroups.end());
    LoadedRules rules = m_fileRules;
    std::erase_if(rules.groups, [this](const RuleGroup &group) {
        return m_rulesOff.contains(QString::fromStdString(group.file));
    });
    std::vector<RuleGroup> own = ruleGroups(groups);
    std::move(own.begin(), own.end(), std::back_inserter(rules.groups));
    for (const QString &file : m_dashboardRules) {
        if (m_rulesOff.contains(file) || isLoadedAsFile(file))
            continue;
        RuleFileContent content = readRules(file, {});
        std::move(content.groups.begin(), content.groups.end(), std::back_inserter(rules.groups));
        for (const RuleProblem &problem : content.problems)
            rules.problems.push_back(plainText(RuleFileFault{file, problem}));
    }
    m_collector->setRules(std::move(rules));
}

void Workspace::onDashboardsChanged()
{
    QStringList rules = rulesAskedFor(dashboards());
    const bool others = rules != m_dashboardRules;
    m_dashboardRules = std::move(rules);
    setRules();
    emit dashboardsChanged();
    if (others)
        emit dashboardRulesChanged();
}

} // namespace sightglass
