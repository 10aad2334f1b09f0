// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lintoutput.h"

#include "app/cli/errorplace.h"
#include "app/cli/formatoption.h"
#include "model/api/jsonwriter.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/doctorsummary.h"
#include "parser/base/durationtext.h"
#include "parser/base/utf8cut.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <span>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::LintOutput)
};

constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();
constexpr qsizetype longestText = 1000;

QString latin(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// "file:3:1", "file" where there is no place.
QString placeText(const PageFinding &finding, const QString &source)
{
    if (finding.position.line == 0)
        return source;
    return QStringLiteral("%1:%2:%3").arg(source).arg(finding.position.line).arg(finding.position.column);
}

/// What a finding without a line is about: the series, or the metric with the label.
std::string aboutText(const PageFinding &finding)
{
    if (!finding.series.empty() || finding.label.empty())
        return finding.series.empty() ? finding.metric : finding.series;
    return finding.metric + '{' + finding.label + '}';
}

QString findingBlock(const PageFinding &finding, const QString &source, std::string_view body)
{
    QString block = QStringLiteral("%1: %2: %3 [%4]\n")
                        .arg(placeText(finding, source), latin(severityName(finding.severity())),
                             displayText(findingText(finding), longestText), latin(finding.rule->id));
    const FindingLine line = lineOf(finding, body);
    if (!line.text.empty()) {
        Error place;
        place.position = {1, static_cast<std::uint32_t>(line.offset + 1)};
        block += errorPlace(line.text, place) + u'\n';
    } else if (const std::string about = aboutText(finding); !about.empty()) {
        block += QStringLiteral("  ") + displayText(about, longestText) + u'\n';
    }
    block += QStringLiteral("  = ") + displayText(findingConsequence(finding), longestText) + u'\n';
    block += QStringLiteral("  > ") + displayText(findingRemedy(finding), longestText) + u'\n';
    return block;
}

std::size_t approvedCount(const Diagnosis &diagnosis)
{
    return static_cast<std::size_t>(
        std::count_if(diagnosis.findings.begin(), diagnosis.findings.end(),
                      [](const PageFinding &finding) { return finding.approved; }));
}

QString summary(const Diagnosis &diagnosis, const QString &source)
{
    const PageFigures &figures = diagnosis.figures;
    return Texts::tr("%1: %2 samples in %3 metrics, %4 bytes: %5 rejected, %6 wrong, %7 advice, %8 approved")
        .arg(source)
        .arg(figures.samples)
        .arg(figures.families)
        .arg(figures.bytes)
        .arg(diagnosis.count(DiagnosticSeverity::Rejected))
        .arg(diagnosis.count(DiagnosticSeverity::Wrong))
        .arg(diagnosis.count(DiagnosticSeverity::Advice))
        .arg(approvedCount(diagnosis));
}

QString durationsText(const ScrapeFacts &facts)
{
    const auto milliseconds = [](std::int64_t value) {
        return QString::number(value) + QStringLiteral(" ms");
    };
    const QString limit = latin(formatDurationMs(facts.timeoutMs.value_or(0)));
    const QString last = milliseconds(*facts.durationMs);
    if (facts.earlierDurationsMs.empty())
        return Texts::tr("the scrape took %1 of the %2 that it may take").arg(last, limit);
    const std::int64_t before = facts.earlierDurationsMs.back();
    return Texts::tr("the scrapes took %1 and %2 of the %3 that they may take, jitter %4")
        .arg(milliseconds(before), last, limit, milliseconds(std::abs(*facts.durationMs - before)));
}

QString sizeText(const ScrapeFacts &facts, std::size_t bytes)
{
    if (bytes == 0)
        return Texts::tr("no bytes");
    if (facts.compression == BodyCompression::Used)
        return Texts::tr("%1 bytes on the wire (%2), %3 bytes unpacked: %4 %")
            .arg(facts.wireBytes)
            .arg(displayText(facts.contentEncoding))
            .arg(bytes)
            .arg(100.0 * static_cast<double>(facts.wireBytes) / static_cast<double>(bytes), 0, 'f', 1);
    if (isPackedOtherwise(facts))
        return Texts::tr("%1 bytes on the wire, Content-Encoding %2")
            .arg(bytes)
            .arg(displayText(facts.contentEncoding));
    if (facts.compression == BodyCompression::Refused)
        return Texts::tr("%1 bytes on the wire, not compressed although gzip was offered").arg(bytes);
    return Texts::tr("%1 bytes, not compressed").arg(bytes);
}

/// The metrics with most series, where they have many, and what taking a label away would leave; a line each.
QStringList cardinalityLines(const Diagnosis &diagnosis)
{
    constexpr std::size_t mostFamilies = 5;
    constexpr std::size_t mostLabels = 3;
    constexpr std::size_t many = 100;
    QStringList lines;
    for (const FamilyCardinality &family :
         std::span(diagnosis.cardinality).first(std::min(diagnosis.cardinality.size(), mostFamilies))) {
        if (family.series < many)
            break;
        QString line = Texts::tr("%1 has %2 series").arg(displayText(family.name)).arg(family.series);
        for (const LabelCardinality &label :
             std::span(family.labels).first(std::min(family.labels.size(), mostLabels)))
            line += Texts::tr("; without label %1 (%2 values) %3")
                        .arg(displayText(label.name))
                        .arg(label.values)
                        .arg(label.seriesWithout);
        lines << line;
    }
    return lines;
}

/// The beginning of a text that nobody reads as a page, in lines of their own.
QString excerpt(std::string_view body)
{
    constexpr int mostLines = 12;
    constexpr qsizetype longestLine = 300;
    const QString margin = QStringLiteral("  | ");
    QString text;
    int lines = 0;
    while (!body.empty() && lines < mostLines) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        const std::string_view line = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (line.find_first_not_of(" \t\r") == std::string_view::npos)
            continue;
        text += margin + displayText(line.substr(0, line.find_last_not_of('\r') + 1), longestLine) + u'\n';
        ++lines;
    }
    return body.empty() ? text : text + margin + QStringLiteral("…\n");
}

/// What came instead of a page, each line ended.
QString answerText(const Diagnosis &diagnosis, const LintedPage &page)
{
    if (page.facts.refused == nullptr)
        return {};
    const RefusedAnswer &answer = *page.facts.refused;
    const QString type = answer.contentType.empty()
                             ? Texts::tr("without Content-Type")
                             : Texts::tr("Content-Type %1").arg(displayText(answer.contentType));
    const QString size = answer.isWhole ? Texts::tr("%1 bytes").arg(answer.body.size())
                                        : Texts::tr("more than %1 bytes").arg(answer.body.size());
    QString text = Texts::tr("%1: the answer is %2, %3, %4")
                       .arg(displayText(page.source), displayText(answer.statusText), type, size);
    if (answer.body.empty())
        return text + u'\n';
    if (page.body == answer.body)
        return text +
               Texts::tr("; it is examined as %1, told by its content")
                   .arg(latin(formatName(diagnosis.figures.format))) +
               u'\n';
    return text + Texts::tr("; it begins:") + u'\n' + excerpt(answer.body);
}

/// How the page was had, a line each.
QStringList scrapeLines(const Diagnosis &diagnosis, const ScrapeFacts &facts)
{
    if (!facts.durationMs)
        return {};
    QStringList lines = {durationsText(facts)};
    if (facts.error)
        return lines;
    lines << sizeText(facts, diagnosis.figures.bytes);
    lines << (facts.contentType.empty()
                  ? Texts::tr("format %1, without Content-Type")
                        .arg(latin(formatName(diagnosis.figures.format)))
                  : Texts::tr("format %1, Content-Type %2")
                        .arg(latin(formatName(diagnosis.figures.format)), displayText(facts.contentType)));
    if (const QString text = notOfferedText(facts, diagnosis.figures.format); !text.isEmpty())
        lines << text;
    return lines;
}

void writeScrape(const Diagnosis &diagnosis, const ScrapeFacts &facts, JsonWriter &writer)
{
    const auto number = [&writer](std::string_view name, std::int64_t value) {
        writer.key(name);
        writer.integer(value);
    };
    writer.key("scrape");
    writer.beginObject();
    number("durationMs", *facts.durationMs);
    number("timeoutMs", facts.timeoutMs.value_or(0));
    if (!facts.earlierDurationsMs.empty()) {
        number("durationBeforeMs", facts.earlierDurationsMs.back());
        number("jitterMs", std::abs(*facts.durationMs - facts.earlierDurationsMs.back()));
    }
    if (!facts.error) {
        number("wireBytes", static_cast<std::int64_t>(facts.wireBytes));
        number("bytes", static_cast<std::int64_t>(diagnosis.figures.bytes));
        writer.member("compression",
                      facts.compression == BodyCompression::Used ? facts.contentEncoding : "none");
        writer.member("contentEncoding", facts.contentEncoding);
        writer.member("contentType", facts.contentType);
        writer.member("format", formatName(diagnosis.figures.format));
    }
    writer.endObject();
}

void writeAnswer(const RefusedAnswer &answer, JsonWriter &writer)
{
    constexpr std::size_t longestExcerpt = 1000;
    writer.key("answer");
    writer.beginObject();
    writer.key("status");
    writer.integer(answer.status);
    writer.member("statusText", answer.statusText);
    writer.member("contentType", answer.contentType);
    writer.key("bytes");
    writer.integer(static_cast<std::int64_t>(answer.body.size()));
    writer.key("whole");
    writer.boolean(answer.isWhole);
    writer.member("begins", utf8Prefix(answer.body, longestExcerpt));
    writer.endObject();
}

void writeFinding(const PageFinding &finding, std::string_view source, JsonWriter &writer)
{
    writer.beginObject();
    writer.member("severity", severityName(finding.severity()));
    writer.member("rule", finding.rule->id);
    writer.member("source", source);
    if (finding.position.line != 0) {
        writer.key("line");
        writer.integer(finding.position.line);
        writer.key("column");
        writer.integer(finding.position.column);
        writer.key("length");
        writer.integer(static_cast<std::int64_t>(finding.span.end - finding.span.begin));
    }
    writer.member("metric", finding.metric);
    writer.member("label", finding.label);
    if (!finding.series.empty())
        writer.member("series", finding.series);
    writer.member("text", findingText(finding));
    writer.member("consequence", findingConsequence(finding));
    writer.member("remedy", findingRemedy(finding));
    writer.key("approved");
    writer.boolean(finding.approved);
    writer.endObject();
}

void writeCardinality(const std::vector<FamilyCardinality> &families, JsonWriter &writer)
{
    const auto number = [&writer](std::string_view name, std::size_t value) {
        writer.key(name);
        writer.integer(static_cast<std::int64_t>(value));
    };
    writer.key("cardinality");
    writer.beginArray();
    for (const FamilyCardinality &family : families) {
        writer.beginObject();
        writer.member("metric", family.name);
        number("series", family.series);
        writer.key("labels");
        writer.beginArray();
        for (const LabelCardinality &label : family.labels) {
            writer.beginObject();
            writer.member("label", label.name);
            number("values", label.values);
            number("seriesWithout", label.seriesWithout);
            writer.endObject();
        }
        writer.endArray();
        writer.endObject();
    }
    writer.endArray();
}

void writeFigures(const Diagnosis &diagnosis, const ScrapeFacts &facts, JsonWriter &writer)
{
    const auto number = [&writer](std::string_view name, std::size_t value) {
        writer.key(name);
        writer.integer(static_cast<std::int64_t>(value));
    };
    writer.beginObject();
    writer.key("summary");
    writer.beginObject();
    number("samples", diagnosis.figures.samples);
    number("series", diagnosis.figures.series);
    number("metrics", diagnosis.figures.families);
    number("bytes", diagnosis.figures.bytes);
    number("exemplars", diagnosis.figures.exemplars);
    number("nativeHistograms", diagnosis.figures.nativeHistograms);
    number("rejected", diagnosis.count(DiagnosticSeverity::Rejected));
    number("wrong", diagnosis.count(DiagnosticSeverity::Wrong));
    number("advice", diagnosis.count(DiagnosticSeverity::Advice));
    number("approved", approvedCount(diagnosis));
    writer.key("omitted");
    writer.beginObject();
    for (const OmittedFindings &each : diagnosis.omitted)
        number(each.rule->id, each.count);
    writer.endObject();
    writeCardinality(diagnosis.cardinality, writer);
    if (facts.durationMs)
        writeScrape(diagnosis, facts, writer);
    if (facts.refused != nullptr)
        writeAnswer(*facts.refused, writer);
    writer.endObject();
    writer.endObject();
}

} // namespace

QString lintText(const Diagnosis &diagnosis, const LintedPage &page)
{
    const QString shown = displayText(page.source);
    QString text;
    for (const PageFinding &finding : diagnosis.findings) {
        if (!finding.approved)
            text += findingBlock(finding, shown, page.body);
    }
    for (const OmittedFindings &each : diagnosis.omitted)
        text += Texts::tr("%1: %2 more of these [%3]").arg(shown).arg(each.count).arg(latin(each.rule->id)) +
                u'\n';
    for (const QString &line : cardinalityLines(diagnosis) + scrapeLines(diagnosis, page.facts))
        text += shown + QStringLiteral(": ") + line + u'\n';
    text += answerText(diagnosis, page);
    return text + summary(diagnosis, shown);
}

std::string lintJson(const Diagnosis &diagnosis, const LintedPage &page)
{
    const std::string name = page.source.toStdString();
    std::string out;
    for (const PageFinding &finding : diagnosis.findings) {
        JsonWriter writer(out, noLimit);
        writeFinding(finding, name, writer);
        out += '\n';
    }
    JsonWriter writer(out, noLimit);
    writeFigures(diagnosis, page.facts, writer);
    out += '\n';
    return out;
}

} // namespace sightglass
