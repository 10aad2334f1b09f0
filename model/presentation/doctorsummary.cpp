// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/doctorsummary.h"

#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/presentation/numbertext.h"
#include "model/presentation/pagefindingtext.h"
#include "parser/base/durationtext.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::DoctorSummary)
};

using Figure = DoctorSummary::Figure;

QString bytesText(std::size_t bytes)
{
    return measureText(static_cast<double>(bytes), "bytes");
}

QString millisecondsText(std::int64_t milliseconds)
{
    return QString::fromStdString(formatDurationMs(milliseconds));
}

Figure sizeFigure(const PageExamination &examination)
{
    return {Texts::tr("Size"), bytesText(examination.diagnosis().figures.bytes), Texts::tr("Unpacked")};
}

Figure wireFigure(const PageExamination &examination)
{
    const PageTransfer &transfer = examination.capture().transfer;
    const std::size_t bytes = examination.diagnosis().figures.bytes;
    QString value = bytesText(transfer.wireBytes);
    if (transfer.compression == BodyCompression::Used && bytes > 0) {
        value += QStringLiteral(" (%1)").arg(shareText(transfer.wireBytes, bytes));
    }
    switch (transfer.compression) {
    case BodyCompression::Used:
        return {Texts::tr("On the wire"), value, Texts::tr("Compressed, and its share of the size")};
    case BodyCompression::Refused:
        return {Texts::tr("On the wire"), value,
                Texts::tr("Compression was offered, but the endpoint does not use it")};
    case BodyCompression::NotAsked:
        return {Texts::tr("On the wire"), value,
                Texts::tr("Compression was not asked for: it is switched off for this target")};
    case BodyCompression::Unknown:
        break;
    }
    return {Texts::tr("On the wire"), value, Texts::tr("Not compressed")};
}

/// The answer that was refused.
void addAnswer(const RefusedAnswer &answer, std::vector<Figure> &figures)
{
    figures.push_back({Texts::tr("Status"), displayText(answer.statusText, 60), {}});
    figures.push_back({Texts::tr("Content-Type"),
                       answer.contentType.empty() ? Texts::tr("none") : displayText(answer.contentType, 60),
                       displayText(answer.contentType)});
    const QString size = bytesText(answer.body.size());
    figures.push_back({Texts::tr("Size"), answer.isWhole ? size : Texts::tr("more than %1").arg(size),
                       Texts::tr("Unpacked")});
}

Figure durationFigure(const PageExamination &examination)
{
    const ScrapeFacts &facts = examination.facts();
    QString value = millisecondsText(*facts.durationMs);
    if (facts.timeoutMs)
        value = Texts::tr("%1 of %2").arg(value, millisecondsText(*facts.timeoutMs));
    return {Texts::tr("Duration"), value, Texts::tr("How long the scrape took of what it may take")};
}

Figure jitterFigure(const std::vector<std::int64_t> &durations)
{
    const auto [shortest, longest] = std::minmax_element(durations.begin(), durations.end());
    return {Texts::tr("Jitter"),
            QStringLiteral("%1 – %2").arg(millisecondsText(*shortest), millisecondsText(*longest)),
            Texts::tr("The shortest and the longest of the last %n scrape(s)", nullptr,
                      static_cast<int>(durations.size()))};
}

QString formatToolTip(const PageExamination &examination)
{
    const PageCapture &capture = examination.capture();
    const bool isTold = capture.refused == nullptr && !capture.transfer.contentType.empty();
    QStringList lines{isTold ? displayText(capture.transfer.contentType) : Texts::tr("Told by its content")};
    if (const QString text = notOfferedText(examination.facts(), examination.page().format); !text.isEmpty())
        lines << text;
    return lines.join(QLatin1Char('\n'));
}

std::vector<Figure> figuresOf(const PageExamination &examination)
{
    const PageFigures &figures = examination.diagnosis().figures;
    const PageCapture &capture = examination.capture();
    std::vector<Figure> result;
    const bool hasPage = !examination.page().body.empty();
    if (capture.refused != nullptr)
        addAnswer(*capture.refused, result);
    if (hasPage) {
        result.push_back({Texts::tr("Samples"), countText(figures.samples), {}});
        result.push_back({Texts::tr("Metrics"), countText(figures.families), {}});
        if (figures.nativeHistograms > 0)
            result.push_back({Texts::tr("Native histograms"), countText(figures.nativeHistograms), {}});
        if (figures.exemplars > 0)
            result.push_back({Texts::tr("Exemplars"), countText(figures.exemplars), {}});
        if (capture.refused == nullptr)
            result.push_back(sizeFigure(examination));
    }
    if (hasPage)
        result.push_back({Texts::tr("Format"), expositionFormatText(examination.page().format),
                          formatToolTip(examination)});
    if (examination.facts().durationMs)
        result.push_back(durationFigure(examination));
    if (examination.facts().earlierDurationsMs.size() > 1)
        result.push_back(jitterFigure(examination.facts().earlierDurationsMs));
    if (capture.transfer.wireBytes > 0)
        result.push_back(wireFigure(examination));
    if (capture.at > 0)
        result.push_back({Texts::tr("Scraped at"),
                          QDateTime::fromMSecsSinceEpoch(capture.at).toString(QStringLiteral("HH:mm:ss")),
                          {}});
    return result;
}

QString countsText(const Diagnosis &diagnosis)
{
    QStringList parts;
    for (const DiagnosticSeverity severity :
         {DiagnosticSeverity::Rejected, DiagnosticSeverity::Wrong, DiagnosticSeverity::Advice}) {
        if (const std::size_t count = diagnosis.count(severity); count > 0)
            parts << QStringLiteral("%1 %2").arg(countText(count), severityText(severity));
    }
    const auto approved = std::count_if(diagnosis.findings.begin(), diagnosis.findings.end(),
                                        [](const PageFinding &finding) { return finding.approved; });
    if (approved > 0)
        parts << Texts::tr("%1 approved").arg(countText(static_cast<std::uint64_t>(approved)));
    return parts.join(QStringLiteral(" · "));
}

QString titleOf(DoctorSummary::Verdict verdict, const PageCapture &capture)
{
    switch (verdict) {
    case DoctorSummary::Verdict::Refused:
        if (capture.refused != nullptr)
            return Texts::tr("Prometheus refuses this answer");
        return capture.body.empty() ? Texts::tr("No page") : Texts::tr("Prometheus refuses this page");
    case DoctorSummary::Verdict::Problems:
        return Texts::tr("Accepted, with problems");
    case DoctorSummary::Verdict::Healthy:
        break;
    }
    return Texts::tr("Healthy");
}

} // namespace

QString expositionFormatText(ExpositionFormat format)
{
    switch (format) {
    case ExpositionFormat::OpenMetricsText:
        return QStringLiteral("OpenMetrics");
    case ExpositionFormat::Protobuf:
        return QStringLiteral("Protobuf");
    case ExpositionFormat::PrometheusText:
        break;
    }
    return Texts::tr("Prometheus text");
}

DoctorSummary doctorSummary(const PageExamination &examination, const Diagnosis &diagnosis)
{
    const PageCapture &capture = examination.capture();
    DoctorSummary summary;
    // Approval does not make Prometheus take what it refuses.
    const bool refused =
        capture.error ||
        std::any_of(diagnosis.findings.begin(), diagnosis.findings.end(), [](const PageFinding &finding) {
            return finding.severity() == DiagnosticSeverity::Rejected;
        });
    if (refused)
        summary.verdict = DoctorSummary::Verdict::Refused;
    else if (!diagnosis.isHealthy())
        summary.verdict = DoctorSummary::Verdict::Problems;
    summary.title = titleOf(summary.verdict, capture);
    summary.counts = countsText(diagnosis);
    if (capture.error)
        summary.reason = errorText(*capture.error);
    summary.figures = figuresOf(examination);
    return summary;
}

QString notOfferedText(const ScrapeFacts &facts, ExpositionFormat format)
{
    const bool protobuf = format != ExpositionFormat::Protobuf &&
                          facts.accept.find("application/vnd.google.protobuf") != std::string::npos;
    const bool openMetrics = format == ExpositionFormat::PrometheusText &&
                             facts.accept.find("application/openmetrics-text") != std::string::npos;
    if (protobuf && openMetrics)
        return Texts::tr("protobuf and OpenMetrics were asked for, and are not offered");
    if (protobuf)
        return Texts::tr("protobuf was asked for, and is not offered");
    return openMetrics ? Texts::tr("OpenMetrics was asked for, and is not offered") : QString();
}

} // namespace sightglass
