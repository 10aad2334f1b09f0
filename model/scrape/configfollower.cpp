// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/configfollower.h"

#include "model/scrape/discoverers.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sightglass {

ConfigFollower::ConfigFollower(const QString &path, QObject *parent)
    : ConfigFollower(path, FollowedKind::Configuration, {}, parent)
{}

ConfigFollower::ConfigFollower(const QString &path, FollowedKind kind, const promql::Features &ruleFeatures,
                               QObject *parent)
    : QObject(parent)
    , m_asked(kind)
    , m_ruleFeatures(ruleFeatures)
    , m_reading([this](ConfigFiles files) { take(std::move(files)); })
{
    m_state.path = path;
    m_state.kind = kind;
    m_collect.setSingleShot(true);
    m_collect.setInterval(0);
    connect(&m_watch, &FileWatch::changed, this, &ConfigFollower::start);
    connect(&m_collect, &QTimer::timeout, this, &ConfigFollower::collect);
}

ConfigFollower::~ConfigFollower() = default;

void ConfigFollower::start()
{
    const bool rules = m_asked == FollowedKind::Rules;
    m_reading.startAgain([path = m_state.path, features = m_ruleFeatures, rules] {
        return rules ? readRuleFileAlone(path, features) : readConfigFiles(path, features);
    });
}

void ConfigFollower::take(ConfigFiles files)
{
    m_watch.watch(files.watched);
    m_state.broken = std::move(files.problem);
    m_state.kind = files.kind;
    if (!m_state.broken || m_state.kind == FollowedKind::Rules)
        takeRules(std::move(files.rules));
    if (m_state.kind == FollowedKind::Rules && files.ruleFiles != QStringList{m_state.path})
        m_state.ruleFiles = files.ruleFiles; // those of a pattern, of which one may be broken
    if (!m_state.broken) {
        m_state.ruleFiles = std::move(files.ruleFiles);
        m_state.remarks = files.config.remarks;
        std::vector<Job> before = std::exchange(m_jobs, {});
        for (const ScrapeConfig &config : files.config.scrapeConfigs) {
            // What has not changed goes on, with what was discovered for it.
            const auto same = std::find_if(before.begin(), before.end(),
                                           [&config](const Job &job) { return job.config == config; });
            m_jobs.push_back(same == before.end() ? makeJob(config) : std::move(*same));
            if (same != before.end())
                before.erase(same);
        }
    }
    collect();
}

void ConfigFollower::takeRules(std::vector<RuleFileContent> rules)
{
    const std::vector<RuleGroup> before = std::exchange(m_state.ruleGroups, {});
    m_state.ruleFaults.clear();
    for (RuleFileContent &content : rules) {
        for (RuleProblem &problem : content.problems)
            m_state.ruleFaults.push_back({content.path, std::move(problem)});
        if (content.problems.empty()) {
            std::move(content.groups.begin(), content.groups.end(), std::back_inserter(m_state.ruleGroups));
            continue;
        }
        std::copy_if(
            before.begin(), before.end(), std::back_inserter(m_state.ruleGroups),
            [file = content.path.toStdString()](const RuleGroup &group) { return group.file == file; });
    }
    ++m_state.ruleReadings;
}

ConfigFollower::Job ConfigFollower::makeJob(const ScrapeConfig &config)
{
    Job job{config, {}};
    for (const Discovery &discovery : config.discoveries) {
        std::unique_ptr<Discoverer> discoverer = makeDiscoverer(discovery);
        connect(discoverer.get(), &Discoverer::changed, &m_collect, qOverload<>(&QTimer::start));
        discoverer->start();
        job.discoverers.push_back(std::move(discoverer));
    }
    return job;
}

void ConfigFollower::collect()
{
    m_state.targets.clear();
    m_state.problems.clear();
    m_state.dropped.clear();
    for (const Job &job : m_jobs) {
        std::vector<TargetGroup> groups = job.config.staticGroups;
        for (const std::unique_ptr<Discoverer> &discoverer : job.discoverers) {
            groups.insert(groups.end(), discoverer->groups().begin(), discoverer->groups().end());
            m_state.problems.insert(m_state.problems.end(), discoverer->problems().begin(),
                                    discoverer->problems().end());
        }
        Result<ConfiguredTargets> configured = configuredTargets(job.config, groups);
        if (!configured) {
            m_state.problems.push_back(std::move(configured).error());
            continue;
        }
        std::move(configured->targets.begin(), configured->targets.end(),
                  std::back_inserter(m_state.targets));
        std::move(configured->problems.begin(), configured->problems.end(),
                  std::back_inserter(m_state.problems));
        m_state.dropped.push_back(std::move(configured->dropped));
    }
    emit changed();
}

} // namespace sightglass
