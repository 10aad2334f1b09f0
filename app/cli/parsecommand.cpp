// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parsecommand.h"

#include "app/cli/commandinput.h"
#include "app/cli/expositionjson.h"
#include "app/cli/formatoption.h"
#include "app/cli/options.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "parser/exposition/expositioncheck.h"
#include "parser/exposition/formatdetection.h"
#include "parser/exposition/prometheustextparser.h"
#include "parser/exposition/seriesvalidation.h"

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

using Entry = ExpositionParser::Entry;

constexpr std::size_t longestInput = std::size_t{256} << 20U;
constexpr std::size_t mostDiagnostics = 1000;

void printDiagnostic(const QString &file, SourcePosition position, const QString &message)
{
    const QByteArray line =
        (position.line == 0
             ? QStringLiteral("%1: %2").arg(file, message)
             : QStringLiteral("%1:%2:%3: %4").arg(file).arg(position.line).arg(position.column).arg(message))
            .toUtf8();
    std::fprintf(stderr, "%s\n", line.constData());
}

/// One page, read and printed as far as it can be.
class Page
{
public:
    Page(QString file, std::unique_ptr<ExpositionParser> parser)
        : m_file(std::move(file))
        , m_parser(std::move(parser))
    {}

    /// Whether who decides would take it.
    bool print()
    {
        while (m_parser != nullptr && m_problems < mostDiagnostics) {
            const Result<Entry> entry = m_parser->next();
            if (entry && *entry == Entry::End)
                break;
            if (entry)
                add(*entry);
            else
                complain(entry.error());
            if (!entry && !m_parser->resume())
                break;
            write(1 << 16);
        }
        m_json.flush(m_out);
        write(0);
        return m_problems == 0;
    }

private:
    void add(Entry entry)
    {
        if (entry == Entry::Sample || entry == Entry::Histogram)
            addSample(entry);
        else if (entry != Entry::Comment)
            m_json.addMetadata(*m_parser, entry, m_out);
    }

    void addSample(Entry entry)
    {
        m_json.addSample(*m_parser, entry, m_out);
        m_parser->decodeLabels(m_labels);
        if (const auto valid = validatedLabels(m_labels); !valid)
            complain(valid.error());
        if (entry != Entry::Histogram)
            return notePassed();
        if (const auto problem = nativeHistogramProblem(m_parser->histogram()))
            complain({ErrorCode::ExpositionSyntax, {*problem}, {}, {}});
    }

    /// What is not read does not decide; it would with another configuration.
    void notePassed()
    {
        const PassedHistogram *const passed = m_parser->passedHistogram();
        if (passed != nullptr && passed->problem && m_notes++ < mostDiagnostics)
            printDiagnostic(m_file, {},
                            Texts::tr("accepted, but not with --native-histograms: %1")
                                .arg(displayText(QString::fromStdString(*passed->problem))));
    }

    void complain(Error error)
    {
        ++m_problems;
        if (error.position.line == 0)
            error.position = m_parser->position();
        printDiagnostic(m_file, error.position, displayText(plainText(error)));
    }

    void write(std::size_t from)
    {
        if (m_out.size() <= from)
            return;
        std::fwrite(m_out.data(), 1, m_out.size(), stdout);
        m_out.clear();
    }

    QString m_file;
    std::unique_ptr<ExpositionParser> m_parser;
    ExpositionJson m_json;
    std::vector<Label> m_labels;
    std::string m_out;
    std::size_t m_problems = 0;
    std::size_t m_notes = 0;
};

/// What Prometheus takes, but the specification does not. The binary format has none beyond the parser's.
bool isAsSpecified(const QString &file, ExpositionFormat format, std::string_view body)
{
    if (format == ExpositionFormat::Protobuf)
        return true;
    const auto findings = format == ExpositionFormat::OpenMetricsText
                              ? checkOpenMetrics(body, mostDiagnostics)
                              : checkPrometheusText(body, mostDiagnostics, {}, TextRules::Specification);
    for (const ExpositionDiagnostic &finding : findings) {
        // What Prometheus rejects has been said; an end that is missing has not where there is no text.
        if (finding.severity == DiagnosticSeverity::Wrong ||
            (finding.severity == DiagnosticSeverity::Rejected && body.empty()))
            printDiagnostic(file, finding.position,
                            displayText(finding.text + " [" + std::string(finding.rule) + ']'));
    }
    return isConforming(findings);
}

struct ParseRequest
{
    QString file;
    FormatChoice format;
    ExpositionOptions reading;
    bool strict = false;
};

/// None for a page of no bytes, which is a page of no samples, in every format.
std::unique_ptr<ExpositionParser> parserOf(const ParseRequest &request, ExpositionFormat format,
                                           std::string_view body)
{
    if (body.empty())
        return nullptr;
    const bool asRead = request.reading.classicHistograms == ExpositionOptions::ClassicHistograms::AsSeries;
    if (request.strict && asRead && format == ExpositionFormat::PrometheusText)
        return std::make_unique<PrometheusTextParser>(body, LineScanning::Fast, TextRules::Specification);
    return createExpositionParser(format, body, request.reading);
}

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
    bool good = Page(file, parserOf(request, format, body)).print();
    if (request.strict)
        good = isAsSpecified(file, format, body) && good;
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
