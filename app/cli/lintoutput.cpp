// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/lintoutput.h"

#include "app/cli/errorplace.h"
#include "model/api/jsonwriter.h"
#include "model/presentation/displaytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

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
    writer.member("text", findingText(finding));
    writer.member("consequence", findingConsequence(finding));
    writer.member("remedy", findingRemedy(finding));
    writer.key("approved");
    writer.boolean(finding.approved);
    writer.endObject();
}

void writeFigures(const Diagnosis &diagnosis, JsonWriter &writer)
{
    const auto number = [&writer](std::string_view name, std::size_t value) {
        writer.key(name);
        writer.integer(static_cast<std::int64_t>(value));
    };
    writer.beginObject();
    writer.key("summary");
    writer.beginObject();
    number("samples", diagnosis.figures.samples);
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
    writer.endObject();
    writer.endObject();
}

} // namespace

QString lintText(const Diagnosis &diagnosis, const QString &source, std::string_view body)
{
    const QString shown = displayText(source);
    QString text;
    for (const PageFinding &finding : diagnosis.findings) {
        if (!finding.approved)
            text += findingBlock(finding, shown, body);
    }
    for (const OmittedFindings &each : diagnosis.omitted)
        text += Texts::tr("%1: %2 more of these [%3]").arg(shown).arg(each.count).arg(latin(each.rule->id)) +
                u'\n';
    return text + summary(diagnosis, shown);
}

std::string lintJson(const Diagnosis &diagnosis, const QString &source)
{
    const std::string name = source.toStdString();
    std::string out;
    for (const PageFinding &finding : diagnosis.findings) {
        JsonWriter writer(out, noLimit);
        writeFinding(finding, name, writer);
        out += '\n';
    }
    JsonWriter writer(out, noLimit);
    writeFigures(diagnosis, writer);
    out += '\n';
    return out;
}

} // namespace sightglass
