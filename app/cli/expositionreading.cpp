// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/expositionreading.h"

#include "app/cli/expositionjson.h"
#include "model/presentation/displaytext.h"
#include "parser/base/error.h"
#include "parser/exposition/expositioncheck.h"
#include "parser/exposition/prometheustextparser.h"
#include "parser/exposition/seriesvalidation.h"

#include <QCoreApplication>

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::ParseCommand)
};

using Entry = ExpositionParser::Entry;
using Severity = ReadingDiagnostic::Severity;

constexpr std::size_t mostDiagnostics = 1000;

/// The verdict is what has been said: there is no other way to reject a page.
class Verdict
{
public:
    explicit Verdict(const ReadingOutput &output)
        : m_output(output)
    {}

    void reject(SourcePosition position, const std::string &text, std::string_view rule = {})
    {
        m_lines.insert(position.line);
        m_texts.insert(text);
        if (m_rejections++ < mostDiagnostics)
            m_output.diagnostic({Severity::Rejected, position,
                                 displayText(rule.empty() ? text : text + " [" + std::string(rule) + ']')});
    }
    void note(const QString &text)
    {
        if (m_notes++ < mostDiagnostics)
            m_output.diagnostic({Severity::Note, {}, text});
    }

    [[nodiscard]] bool isTaken() const noexcept { return m_rejections == 0; }
    [[nodiscard]] bool isFull() const noexcept { return m_rejections >= mostDiagnostics; }
    /// Whether a rejection was said before, of the same line or in the same words.
    [[nodiscard]] bool hasSaid(SourcePosition position, const std::string &text) const
    {
        return m_lines.contains(position.line) || m_texts.contains(text);
    }

private:
    const ReadingOutput &m_output;
    std::set<std::uint32_t> m_lines;
    std::set<std::string, std::less<>> m_texts;
    std::size_t m_rejections = 0;
    std::size_t m_notes = 0;
};

/// One page, read and given out as far as it can be.
class Page
{
public:
    Page(std::unique_ptr<ExpositionParser> parser, const ReadingOutput &output, Verdict &verdict)
        : m_parser(std::move(parser))
        , m_output(output)
        , m_verdict(verdict)
    {}

    void read()
    {
        while (m_parser != nullptr && !m_verdict.isFull()) {
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
        if (passed != nullptr && passed->problem)
            m_verdict.note(Texts::tr("accepted, but not with --native-histograms: %1")
                               .arg(displayText(QString::fromStdString(*passed->problem))));
    }

    void complain(Error error)
    {
        if (error.position.line == 0)
            error.position = m_parser->position();
        m_verdict.reject(error.position, plainText(error));
    }

    void write(std::size_t from)
    {
        if (m_out.size() <= from)
            return;
        m_output.json(m_out);
        m_out.clear();
    }

    std::unique_ptr<ExpositionParser> m_parser;
    const ReadingOutput &m_output;
    Verdict &m_verdict;
    ExpositionJson m_json;
    std::vector<Label> m_labels;
    std::string m_out;
};

/// What Prometheus takes, but the specification does not. The binary format has none beyond the parser's.
void checkAsSpecified(ExpositionFormat format, std::string_view body, Verdict &verdict)
{
    if (format == ExpositionFormat::Protobuf)
        return;
    const auto findings = format == ExpositionFormat::OpenMetricsText
                              ? checkOpenMetrics(body, mostDiagnostics)
                              : checkPrometheusText(body, mostDiagnostics, {}, TextRules::Specification);
    // Of what Prometheus rejects most has been said when the page was read.
    std::vector<const ExpositionDiagnostic *> unsaid;
    for (const ExpositionDiagnostic &finding : findings) {
        const bool isRejection = finding.severity == DiagnosticSeverity::Rejected;
        if (finding.severity != DiagnosticSeverity::Advice &&
            !(isRejection && verdict.hasSaid(finding.position, finding.text)))
            unsaid.push_back(&finding);
    }
    for (const ExpositionDiagnostic *const finding : unsaid)
        verdict.reject(finding->position, finding->text, finding->rule);
}

/// None for a page of no bytes, which is a page of no samples, in every format.
std::unique_ptr<ExpositionParser> parserOf(const ExpositionReading &reading, std::string_view body)
{
    if (body.empty())
        return nullptr;
    const bool asRead = reading.options.classicHistograms == ExpositionOptions::ClassicHistograms::AsSeries;
    if (reading.strict && asRead && reading.format == ExpositionFormat::PrometheusText)
        return std::make_unique<PrometheusTextParser>(body, LineScanning::Fast, TextRules::Specification);
    return createExpositionParser(reading.format, body, reading.options);
}

} // namespace

bool readExposition(std::string_view body, const ExpositionReading &reading, const ReadingOutput &output)
{
    Verdict verdict(output);
    Page(parserOf(reading, body), output, verdict).read();
    if (reading.strict)
        checkAsSpecified(reading.format, body, verdict);
    return verdict.isTaken();
}

} // namespace sightglass
