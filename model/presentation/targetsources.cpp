// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/targetsources.h"

#include "model/presentation/workspace.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace sightglass {

TargetSources::TargetSources(Workspace *workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{}

TargetSources::~TargetSources() = default;

QString TargetSources::pathOf(const QString &file)
{
    return isBundledRules(file) ? file : QFileInfo(file).absoluteFilePath();
}

void TargetSources::open(const QString &path, FollowedKind kind)
{
    const QString file = pathOf(path);
    if (const Source *known = source(file)) {
        known->follower->start();
        return;
    }
    Source added{std::make_unique<ConfigFollower>(file, kind, m_ruleFeatures)};
    connect(added.follower.get(), &ConfigFollower::changed, this, [this, file] { onChanged(file); });
    added.follower->start();
    m_sources.push_back(std::move(added));
    emit filesChanged();
}

void TargetSources::close(const QString &path)
{
    const QString file = pathOf(path);
    const auto closed =
        std::erase_if(m_sources, [&file](const Source &each) { return each.follower->state().path == file; });
    if (closed == 0)
        return;
    merge();
    mergeRules();
    emit filesChanged();
}

QStringList TargetSources::paths() const
{
    QStringList paths;
    for (const Source &each : m_sources)
        paths << each.follower->state().path;
    return paths;
}

QStringList TargetSources::paths(FollowedKind kind) const
{
    QStringList paths;
    for (const Source &each : m_sources) {
        if (each.follower->state().kind == kind)
            paths << each.follower->state().path;
    }
    return paths;
}

const ConfigState *TargetSources::state(const QString &path) const
{
    const Source *found = source(pathOf(path));
    return found ? &found->follower->state() : nullptr;
}

bool TargetSources::everGood(const QString &path) const
{
    const Source *found = source(pathOf(path));
    return found && found->everGood;
}

const TargetSources::Source *TargetSources::source(const QString &path) const
{
    const auto found = std::find_if(m_sources.begin(), m_sources.end(), [&path](const Source &each) {
        return each.follower->state().path == path;
    });
    return found == m_sources.end() ? nullptr : &*found;
}

void TargetSources::onChanged(const QString &path)
{
    for (Source &each : m_sources) {
        const ConfigState &state = each.follower->state();
        each.everGood = each.everGood || (state.path == path && !state.broken);
    }
    merge();
    mergeRules();
    emit stateChanged(path);
}

void TargetSources::merge()
{
    std::vector<TargetConfig> targets = m_workspace->targets();
    std::erase_if(targets, [](const TargetConfig &target) { return !target.origin.isEmpty(); });
    std::vector<DroppedTargets> dropped;
    QSet<QString> ids;
    for (const TargetConfig &target : targets)
        ids.insert(target.id);
    for (const Source &each : m_sources) {
        const ConfigState &state = each.follower->state();
        dropped.insert(dropped.end(), state.dropped.begin(), state.dropped.end());
        for (TargetConfig target : state.targets) {
            // A command comes into being by the user's own hand only, whatever a file can be made to say.
            if (targetKind(target.url) == TargetKind::Command)
                continue;
            target.origin = state.path;
            if (ids.contains(target.id)) // two files may name the same target
                target.id += QLatin1Char(' ') + state.path;
            ids.insert(target.id);
            targets.push_back(std::move(target));
        }
    }
    m_workspace->setDroppedTargets(std::move(dropped));
    if (targets != m_workspace->targets())
        m_workspace->setTargets(std::move(targets));
}

void TargetSources::mergeRules()
{
    std::vector<std::pair<QString, std::uint64_t>> readings;
    for (const Source &each : m_sources)
        readings.emplace_back(each.follower->state().path, each.follower->state().ruleReadings);
    if (readings == m_mergedReadings)
        return; // it was about targets
    m_mergedReadings = std::move(readings);
    LoadedRules rules;
    QSet<QString> files;
    for (const Source &each : m_sources) {
        const ConfigState &state = each.follower->state();
        const auto isNew = [&files](const QString &file) { return !files.contains(file); };
        std::copy_if(state.ruleGroups.begin(), state.ruleGroups.end(), std::back_inserter(rules.groups),
                     [&isNew](const RuleGroup &group) { return isNew(QString::fromStdString(group.file)); });
        for (const RuleFileFault &fault : state.ruleFaults) {
            if (isNew(fault.file))
                rules.problems.push_back(plainText(fault));
        }
        files += QSet<QString>(state.ruleFiles.begin(), state.ruleFiles.end());
    }
    m_workspace->setFileRules(std::move(rules));
}

} // namespace sightglass
