// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/followedconfig.h"

#include "app/cli/options.h"
#include "model/presentation/errortext.h"

#include <QCoreApplication>

#include <utility>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::FollowedConfig)
};

QString atPlace(const QString &file, SourcePosition position, const QString &text)
{
    if (position.line == 0)
        return file + QStringLiteral(": ") + text;
    return QStringLiteral("%1:%2:%3: ").arg(file).arg(position.line).arg(position.column) + text;
}

/// Without the place, which stands in front.
QString textOf(Error error)
{
    error.position = {};
    return errorText(error);
}

/// What there is to say of the state now, a line each.
QStringList remarksOf(const ConfigState &state)
{
    QStringList lines;
    if (state.broken) {
        const Error &error = state.broken->error;
        lines += error.position.line > 0 ? atPlace(state.broken->file, error.position, textOf(error))
                                         : errorText(error);
    }
    for (const ConfigRemark &remark : state.remarks) {
        const QString text = QString::fromStdString(remark.field + ": " + remark.text);
        lines += atPlace(state.path, remark.position, text);
    }
    for (const Error &problem : state.problems)
        lines += atPlace(state.path, problem.position, textOf(problem));
    return lines;
}

} // namespace

std::unique_ptr<ConfigFollower> followConfig(const QString &path, std::vector<TargetConfig> ownTargets,
                                             Workspace &workspace)
{
    auto follower = std::make_unique<ConfigFollower>(path);
    QObject::connect(follower.get(), &ConfigFollower::changed, &workspace,
                     [follower = follower.get(), own = std::move(ownTargets), said = QStringList(),
                      everGood = false, &workspace]() mutable {
                         const ConfigState &state = follower->state();
                         const QStringList lines = remarksOf(state);
                         for (const QString &line : lines) {
                             if (!said.contains(line))
                                 printError(line);
                         }
                         said = lines;
                         everGood = everGood || !state.broken;
                         if (!everGood) {
                             QCoreApplication::exit(static_cast<int>(ExitCode::Failed));
                             return;
                         }
                         std::vector<TargetConfig> targets = own;
                         targets.insert(targets.end(), state.targets.begin(), state.targets.end());
                         workspace.setTargets(std::move(targets));
                     });
    follower->start();
    return follower;
}

} // namespace sightglass
