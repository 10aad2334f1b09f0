// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runcommand.h"

#include "app/cli/options.h"

#include <QCoreApplication>

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
    // Qt knows the program only, not the verb.
    QString help = parser.helpText();
    const QString program = QCoreApplication::arguments().constFirst();
    if (const qsizetype at = help.indexOf(program); at >= 0)
        help.replace(at, program.size(), named.constFirst());
    printLine(help);
    return static_cast<int>(ExitCode::Done);
}

int usageError(const QString &problem)
{
    printError(problem);
    return static_cast<int>(ExitCode::Usage);
}

} // namespace sightglass
