// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parsecommand.h"

#include "app/cli/commandinput.h"
#include "app/cli/expositionreading.h"
#include "app/cli/formatoption.h"
#include "app/cli/options.h"
#include "model/presentation/errortext.h"
#include "parser/exposition/formatdetection.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <cstdio>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::ParseCommand)
};

constexpr std::size_t longestInput = std::size_t{256} << 20U;

void printDiagnostic(const QString &file, SourcePosition position, const QString &message)
{
    const QByteArray line =
        (position.line == 0
             ? QStringLiteral("%1: %2").arg(file, message)
             : QStringLiteral("%1:%2:%3: %4").arg(file).arg(position.line).arg(position.column).arg(message))
            .toUtf8();
    std::fprintf(stderr, "%s\n", line.constData());
}

struct ParseRequest
{
    QString file;
    FormatChoice format;
    ExpositionOptions reading;
    bool strict = false;
};

/// Where another format may be meant.
void tellOfGuess(const QString &file, ExpositionFormat format, std::string_view body)
{
    const auto inside = format == ExpositionFormat::PrometheusText ? endInside(body) : std::nullopt;
    if (!inside)
        return;
    const auto line =
        std::count(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(inside->begin), '\n');
    printDiagnostic(file, {static_cast<std::uint32_t>(line + 1), 1},
                    Texts::tr("read as the text format, because # EOF is not the last line; --format "
                              "openmetrics reads it as OpenMetrics"));
}

int parseFile(const ParseRequest &request)
{
    const QString &file = request.file;
    const Result<std::string> bytes = readPageInput(file, longestInput);
    if (!bytes) {
        printError(errorText(bytes.error()));
        return static_cast<int>(ExitCode::Failed);
    }
    const std::string_view body = *bytes;
    const ExpositionFormat format = request.format.of(body);
    if (!request.format.format)
        tellOfGuess(file, format, body);
    const auto print = [](std::string_view lines) { std::fwrite(lines.data(), 1, lines.size(), stdout); };
    const auto tell = [&file](const ReadingDiagnostic &diagnostic) {
        printDiagnostic(file, diagnostic.position, diagnostic.text);
    };
    const bool good = readExposition(body, {format, request.reading, request.strict}, {print, tell});
    return static_cast<int>(good ? ExitCode::Done : ExitCode::Failed);
}

} // namespace

int runParseCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        Texts::tr("Reads an exposition as Prometheus does, and prints it as JSON lines."));
    parser.addHelpOption();
    const QCommandLineOption format(
        QStringLiteral("format"),
        Texts::tr(
            "auto, text, openmetrics or protobuf; auto looks at the content: OpenMetrics ends in # EOF."),
        QStringLiteral("FORMAT"), QStringLiteral("auto"));
    const QCommandLineOption strict(QStringLiteral("strict"),
                                    Texts::tr("The format's specification decides, not Prometheus."));
    parser.addOptions({format, strict});
    addReadingOptions(parser);
    parser.addPositionalArgument(QStringLiteral("FILE"), Texts::tr("The file; - reads the standard input."));
    if (!parser.parse(QStringList{QStringLiteral("sightglass parse")} + arguments.mid(1))) {
        printError(parser.errorText());
        return static_cast<int>(ExitCode::Usage);
    }
    if (parser.isSet(QStringLiteral("help"))) {
        printLine(parser.helpText());
        return static_cast<int>(ExitCode::Done);
    }
    if (parser.positionalArguments().size() != 1) {
        printError(Texts::tr("say one file, or - to read from the standard input"));
        return static_cast<int>(ExitCode::Usage);
    }
    const auto choice = formatChoice(parser.value(format));
    if (!choice) {
        printError(Texts::tr("unknown format: %1").arg(parser.value(format)));
        return static_cast<int>(ExitCode::Usage);
    }
    return parseFile(
        {parser.positionalArguments().constFirst(), *choice, readingOptions(parser), parser.isSet(strict)});
}

} // namespace sightglass
