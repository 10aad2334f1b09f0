// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/rulefileswitches.h"

#include "app/desktop/windowconfigs.h"
#include "app/desktop/windowsettings.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/workspace.h"
#include "model/scrape/rulefilereading.h"

#include <QDir>

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

int countOf(const std::vector<RuleGroup> &groups, const QString &file)
{
    std::size_t rules = 0;
    for (const RuleGroup &group : groups)
        rules += group.file == file.toStdString() ? group.rules.size() : 0;
    return static_cast<int>(rules);
}

} // namespace

RuleFileSwitches::RuleFileSwitches(Workspace *workspace, WindowSettings *settings, WindowConfigs *configs,
                                   QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_configs(configs)
{
    // A second dot has the unit tests of the files.
    for (const QFileInfo &each : QDir(QStringLiteral(":/rules")).entryInfoList({QStringLiteral("*.yml")})) {
        const QString file = bundledRulesPrefix + each.completeBaseName();
        m_bundled.emplace(file, countOf(readRules(file, {}).groups, file));
    }
    workspace->setRulesOff(settings->rulesOff());
    connect(workspace, &Workspace::dashboardRulesChanged, this, &RuleFileSwitches::changed);
    if (configs == nullptr)
        return;
    connect(configs->sources(), &TargetSources::filesChanged, this, &RuleFileSwitches::changed);
    connect(configs->sources(), &TargetSources::stateChanged, this, &RuleFileSwitches::changed);
}

bool RuleFileSwitches::isFollowed(const QString &file) const
{
    return m_configs != nullptr && m_configs->sources()->state(file) != nullptr;
}

RuleFileLine RuleFileSwitches::lineOf(const QString &file, RuleFileLine::Origin origin) const
{
    RuleFileLine line{file, origin, !m_workspace->rulesOff().contains(file), 0, {}};
    for (const QString &path : m_configs->sources()->paths()) {
        const ConfigState *state = m_configs->sources()->state(path);
        line.rules = std::max(line.rules, countOf(state->ruleGroups, file));
        for (const RuleFileFault &fault : state->ruleFaults) {
            if (fault.file == file && line.problem.isEmpty())
                line.problem = displayText(exactText(fault.problem), 400);
        }
    }
    return line;
}

RuleFileLine RuleFileSwitches::bundledLine(const QString &file) const
{
    const bool isAsked = m_workspace->dashboardRules().contains(file);
    RuleFileLine line;
    line.file = file;
    line.origin = isAsked ? RuleFileLine::Origin::Dashboard : RuleFileLine::Origin::Bundled;
    line.isOn = (isAsked || isFollowed(file)) && !m_workspace->rulesOff().contains(file);
    line.rules = m_bundled.at(file);
    return line;
}

std::vector<RuleFileLine> RuleFileSwitches::files() const
{
    std::vector<RuleFileLine> lines;
    const QStringList followed = m_configs == nullptr ? QStringList() : m_configs->ruleFiles();
    for (const QString &file : followed) {
        if (!isBundledRules(file))
            lines.push_back(
                lineOf(file, isFollowed(file) ? RuleFileLine::Origin::Opened : RuleFileLine::Origin::Named));
    }
    for (const auto &[file, rules] : m_bundled)
        lines.push_back(bundledLine(file));
    std::stable_sort(lines.begin(), lines.end(), [](const RuleFileLine &a, const RuleFileLine &b) {
        const auto rank = [](const RuleFileLine &line) {
            const bool isUsers = !isBundledRules(line.file);
            return std::pair(!isUsers, line.origin);
        };
        return rank(a) < rank(b);
    });
    return lines;
}

void RuleFileSwitches::setOn(const QString &file, bool on)
{
    QStringList off = m_workspace->rulesOff();
    off.removeAll(file);
    const bool isAsked = m_workspace->dashboardRules().contains(file);
    const bool isOpenedBundled = isBundledRules(file) && isFollowed(file);
    if (on && isBundledRules(file) && !isAsked && !isOpenedBundled && m_configs != nullptr)
        m_configs->open(file, FollowedKind::Rules);
    if (!on && isOpenedBundled)
        m_configs->close(file);
    if (!on && (isAsked || !isBundledRules(file)))
        off << file;
    off.sort();
    m_settings->setRulesOff(off);
    m_workspace->setRulesOff(off);
    emit changed();
}

} // namespace sightglass
