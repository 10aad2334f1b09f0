// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/configreport.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/filledtext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <limits>
#include <utility>

namespace sightglass {

namespace {

constexpr qsizetype longestText = 2000;

/// A hostile file has as many as it likes.
constexpr std::size_t mostFaults = 200;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::ConfigReport)
};

/// configstrings.h lists the texts for lupdate.
QString lossOf(const ConfigRemark &remark)
{
    return filledText(QCoreApplication::translate("config", lossText(remark.loss).data()), {remark.argument});
}

QString atPlace(const QString &file, SourcePosition position)
{
    if (position.line == 0)
        return file;
    return QStringLiteral("%1:%2:%3").arg(file).arg(position.line).arg(position.column);
}

/// Without the place, which stands beside it.
QString textOf(Error error)
{
    error.position = {};
    return displayText(errorText(error), longestText);
}

ConfigReportLine faultLine(const RuleFileFault &fault)
{
    const RuleProblem &problem = fault.problem;
    QString text = textOf(problem.error);
    if (problem.rule != 0)
        text = Texts::tr("group %1, rule %2, %3: %4")
                   .arg(displayText(problem.group), QString::number(problem.rule),
                        displayText(problem.ruleName), text);
    const SourcePosition position =
        problem.exactPosition.line != 0 ? problem.exactPosition : problem.error.position;
    return {ConfigReportLine::Kind::Broken, fault.file, position, text};
}

int number(std::size_t count)
{
    return static_cast<int>(std::min<std::size_t>(count, std::numeric_limits<int>::max()));
}

std::size_t brokenRuleFiles(const ConfigState &state)
{
    std::size_t files = 0;
    QString last;
    for (const RuleFileFault &fault : state.ruleFaults)
        files += std::exchange(last, fault.file) != fault.file ? 1 : 0;
    return files;
}

} // namespace

QString ConfigReportLine::shortPlace() const
{
    return displayText(atPlace(QFileInfo(file).fileName(), position));
}

QString ConfigReportLine::line() const
{
    return displayText(atPlace(file, position), longestText) + QStringLiteral(": ") + text;
}

std::vector<ConfigReportLine> configReport(const ConfigState &state)
{
    using Kind = ConfigReportLine::Kind;
    std::vector<ConfigReportLine> lines;
    // A rule file by itself tells of its first fault only there.
    if (state.broken && state.kind == FollowedKind::Configuration)
        lines.push_back(
            {Kind::Broken, state.broken->file, state.broken->error.position, textOf(state.broken->error)});
    for (std::size_t i = 0; i < std::min(state.ruleFaults.size(), mostFaults); ++i)
        lines.push_back(faultLine(state.ruleFaults[i]));
    for (const Error &problem : state.problems)
        lines.push_back({Kind::Problem, state.path, problem.position, textOf(problem)});
    for (const ConfigRemark &remark : state.remarks)
        lines.push_back({Kind::Lost, state.path, remark.position,
                         displayText(QString::fromStdString(remark.field), longestText) +
                             QStringLiteral(": ") + lossOf(remark)});
    for (const QString &file : state.ruleFiles)
        lines.push_back({Kind::RuleFile, file, {}, Texts::tr("rule file found")});
    return lines;
}

QString configSummary(const ConfigState &state)
{
    QStringList parts;
    const bool nothing = state.targets.empty() && state.ruleGroups.empty() && state.broken;
    if (state.broken)
        parts << (nothing ? Texts::tr("broken") : Texts::tr("broken: as it was last good"));
    if (!nothing && state.kind == FollowedKind::Configuration)
        parts << Texts::tr("%n target(s)", nullptr, number(state.targets.size()));
    std::size_t dropped = 0;
    for (const DroppedTargets &each : state.dropped)
        dropped += each.count;
    if (dropped > 0)
        parts << Texts::tr("%n dropped", nullptr, number(dropped));
    if (!state.problems.empty())
        parts << Texts::tr("%n problem(s)", nullptr, number(state.problems.size()));
    if (!state.remarks.empty())
        parts << Texts::tr("%n field(s) not honoured", nullptr, number(state.remarks.size()));
    if (state.kind == FollowedKind::Configuration && !state.ruleFiles.isEmpty())
        parts << Texts::tr("%n rule file(s)", nullptr,
                           number(static_cast<std::size_t>(state.ruleFiles.size())));
    const std::size_t broken = brokenRuleFiles(state);
    if (state.kind == FollowedKind::Configuration && broken > 0)
        parts << Texts::tr("%n of them broken", nullptr, number(broken));
    std::size_t rules = 0;
    for (const RuleGroup &group : state.ruleGroups)
        rules += group.rules.size();
    if (rules > 0)
        parts << Texts::tr("%n rule(s)", nullptr, number(rules));
    return parts.join(QStringLiteral(" · "));
}

} // namespace sightglass
