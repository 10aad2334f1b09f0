// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/followedconfig.h"

#include "app/cli/options.h"
#include "model/presentation/configreport.h"

#include <QCoreApplication>

namespace sightglass {

void followConfig(const QString &path, TargetSources &sources)
{
    const auto linesOf = [](const ConfigState &state) {
        QStringList lines;
        for (const ConfigReportLine &line : configReport(state)) {
            if (line.kind != ConfigReportLine::Kind::RuleFile)
                lines << line.line();
        }
        return lines;
    };
    QObject::connect(&sources, &TargetSources::stateChanged, &sources,
                     [&sources, linesOf, said = QStringList()](const QString &changed) mutable {
                         const QStringList lines = linesOf(*sources.state(changed));
                         for (const QString &line : lines) {
                             if (!said.contains(line))
                                 printError(line);
                         }
                         said = lines;
                         if (!sources.everGood(changed))
                             QCoreApplication::exit(static_cast<int>(ExitCode::Failed));
                     });
    sources.open(path);
}

} // namespace sightglass
