// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/followedconfig.h"

#include "app/cli/options.h"
#include "model/presentation/configreport.h"

#include <QCoreApplication>
#include <QHash>

namespace sightglass {

namespace {

QStringList linesOf(const ConfigState &state)
{
    QStringList lines;
    for (const ConfigReportLine &line : configReport(state)) {
        if (line.kind != ConfigReportLine::Kind::RuleFile)
            lines << line.line();
    }
    return lines;
}

} // namespace

void tellOfFollowed(TargetSources &sources)
{
    QObject::connect(&sources, &TargetSources::stateChanged, &sources,
                     [&sources, said = QHash<QString, QStringList>()](const QString &changed) mutable {
                         const QStringList lines = linesOf(*sources.state(changed));
                         for (const QString &line : lines) {
                             if (!said[changed].contains(line))
                                 printError(line);
                         }
                         said[changed] = lines;
                         if (!sources.everGood(changed))
                             QCoreApplication::exit(static_cast<int>(ExitCode::Failed));
                     });
}

} // namespace sightglass
