// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fmtcommand.h"

#include "app/cli/commandinput.h"
#include "app/cli/errorplace.h"
#include "app/cli/options.h"
#include "app/cli/runcommand.h"
#include "model/presentation/errortext.h"
#include "parser/promql/parse.h"
#include "parser/promql/pretty.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::FmtCommand)
};

constexpr std::size_t longestInput = std::size_t{1} << 20U;

QString readInput(const QString &argument, QString &problem)
{
    if (argument != QLatin1String("-"))
        return argument;
    const Result<std::string> input = readCommandInput(argument, longestInput);
    if (input)
        return QString::fromStdString(*input);
    problem = errorText(input.error());
    return {};
}

QString readRequest(const QCommandLineParser &parser, QString &problem)
{
    if (parser.positionalArguments().size() == 1)
        return readInput(parser.positionalArguments().constFirst(), problem);
    problem = Texts::tr("say one expression, in quotes, or - to read it from the standard input");
    return {};
}

int format(const QString &text)
{
    const std::string query = text.toStdString();
    const auto expr = promql::parseExpr(query, promql::Features::all());
    if (!expr) {
        printQueryError(query, expr.error());
        return static_cast<int>(ExitCode::Failed);
    }
    printLine(QString::fromStdString(promql::prettyExpr(**expr)));
    return static_cast<int>(ExitCode::Done);
}

} // namespace

int runFmtCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Texts::tr("Formats a PromQL expression."));
    parser.addPositionalArgument(QStringLiteral("EXPR"),
                                 Texts::tr("The expression; - reads it from the standard input."));
    return runCommand(parser, arguments, readRequest, format);
}

} // namespace sightglass
