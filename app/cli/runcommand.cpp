// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runcommand.h"

#include "app/cli/options.h"

namespace sightglass {

std::optional<int> parseArguments(QCommandLineParser &parser, const QStringList &arguments)
{
    parser.addHelpOption();
    QStringList named = arguments;
    named.first().prepend(QStringLiteral("sightglass "));
    if (!parser.parse(named))
        return usageError(parser.errorText());
    if (!parser.isSet(QStringLiteral("help")))
        return std::nullopt;
    printLine(parser.helpText());
    return static_cast<int>(ExitCode::Done);
}

int usageError(const QString &problem)
{
    printError(problem);
    return static_cast<int>(ExitCode::Usage);
}

} // namespace sightglass
