// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fmtcommand.h"

#include "app/cli/errorplace.h"
#include "app/cli/options.h"
#include "parser/promql/parse.h"
#include "parser/promql/pretty.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::FmtCommand)
};

constexpr qint64 longestInput = 1 << 20;

std::string readInput(const QString &argument)
{
    if (argument != QLatin1String("-"))
        return argument.toStdString();
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return input.read(longestInput).toStdString();
}

} // namespace

int runFmtCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Formats a PromQL expression."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("EXPR"),
                                 Texts::tr("The expression; - reads it from the standard input."));
    if (!parser.parse(QStringList{QStringLiteral("sightglass fmt")} + arguments.mid(1))) {
        printError(parser.errorText());
        return static_cast<int>(ExitCode::Usage);
    }
    if (parser.isSet(QStringLiteral("help"))) {
        printLine(parser.helpText());
        return static_cast<int>(ExitCode::Done);
    }
    if (parser.positionalArguments().size() != 1) {
        printError(Texts::tr("say one expression, in quotes, or - to read it from the standard input"));
        return static_cast<int>(ExitCode::Usage);
    }
    const std::string query = readInput(parser.positionalArguments().constFirst());
    const auto expr = promql::parseExpr(query, promql::Features::all());
    if (!expr) {
        printQueryError(query, expr.error());
        return static_cast<int>(ExitCode::Failed);
    }
    printLine(QString::fromStdString(promql::prettyExpr(**expr)));
    return static_cast<int>(ExitCode::Done);
}

} // namespace sightglass
