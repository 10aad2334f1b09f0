// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelremarks.h"

#include "model/dashboard/panelfields.h"
#include "model/presentation/bucketadvicetext.h"
#include "model/presentation/displaytext.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panelkit/readoutorder.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sightglass {

namespace {

constexpr qsizetype mostRemarks = 12;
constexpr int mostBounds = 4;

} // namespace

namespace {

/// Tables and bars show a quantile as if it was known.
void addBounds(QStringList &remarks, const PanelSpec &spec, const PanelData &data, const ZoneRule &zone)
{
    if (spec.type() != PanelType::Table && spec.type() != PanelType::BarChart)
        return;
    int told = 0;
    for (const ErrorBand &band : data.bands) {
        if (band.series >= data.series.size() || band.low.empty() || band.high.empty() || told == mostBounds)
            continue;
        const PanelSeries &series = data.series[band.series];
        const QString bounds =
            boundsText(configOf(spec, series), {band.low.back().v, band.high.back().v}, zone);
        if (bounds.isEmpty())
            continue;
        remarks.append(
            QCoreApplication::translate("sightglass::PanelRemarks",
                                        "%1 is now %2: a quantile is known as far as its bucket only",
                                        "a series, and \"between 1 s and 2 s\"")
                .arg(displayText(std::string_view(series.name)), bounds));
        ++told;
    }
}

bool isOfWholeRange(const ReduceOptions &reduce)
{
    const auto isNewest = [](Calculation calculation) {
        return calculation == Calculation::Last || calculation == Calculation::LastNotNull;
    };
    return !reduce.allRows &&
           !(isNewest(reduce.calculation) && std::ranges::all_of(reduce.further, isNewest));
}

/// Whether a transformation makes a number of many rows, rather than the newest one.
bool sumsRowsUp(const TransformationSpec &transformation)
{
    if (transformation.disabled)
        return false;
    if (transformation.id == "histogram" || transformation.id == "heatmap")
        return true;
    if (transformation.id != "reduce")
        return false;
    const QJsonObject options =
        QJsonDocument::fromJson(QByteArray::fromStdString(transformation.options)).object();
    const QJsonArray reducers = options.value(QLatin1String("reducers")).toArray();
    const auto isNewest = [](const QJsonValue &id) {
        return id == QLatin1String("last") || id == QLatin1String("lastNotNull");
    };
    return reducers.isEmpty() || !std::ranges::all_of(reducers, isNewest);
}

/// Whether what the panel shows is made of all values of a range without their times being seen.
bool sumsUp(const PanelSpec &spec, const PanelData &data)
{
    if (std::ranges::any_of(spec.transformations, sumsRowsUp))
        return true;
    // The newest counts of a program's own buckets are no sum.
    if (spec.type() == PanelType::Histogram)
        return std::ranges::none_of(data.series, [](const PanelSeries &series) {
            return !series.histograms.empty() || !series.labels.value("le").empty();
        });
    if (const auto *heatmap = std::get_if<HeatmapOptions>(&spec.options))
        return heatmap->calculation.has_value();
    const ReduceOptions *reduce = reduceOf(spec.options);
    return reduce != nullptr && isOfWholeRange(*reduce);
}

/// Numbers of what was evaluated at steps alone do not know what lay between them.
void addStep(QStringList &remarks, const PanelSpec &spec, const PanelData &data)
{
    bool isEvaluated = false;
    for (std::size_t i = 0; i < spec.queries.size(); ++i) {
        const bool stored = i < data.origins.size() && data.origins[i] && data.origins[i]->isStored();
        isEvaluated = isEvaluated || (!spec.queries[i].hidden && !spec.queries[i].instant && !stored);
    }
    const std::int64_t source = data.spacing ? data.spacing->leastMs : 0;
    if (!isEvaluated || source <= 0 || data.stepMs <= source || !sumsUp(spec, data))
        return;
    remarks.append(QCoreApplication::translate("sightglass::PanelRemarks",
                                               "Of values every %1, while the source has one every %2",
                                               "what a calculation is of; lengths of time")
                       .arg(lengthText(data.stepMs), lengthText(source)));
}

void addRenewal(QStringList &remarks, const PanelData &data)
{
    if (data.renewedEveryMs > 0)
        remarks.append(QCoreApplication::translate(
                           "sightglass::PanelRemarks",
                           "Of every stored sample; there are so many that it is worked out anew every %1",
                           "what a calculation is of; a length of time")
                           .arg(lengthText(data.renewedEveryMs)));
}

} // namespace

QStringList panelNotices(const PanelData &data)
{
    QStringList notices;
    for (const Annotation &annotation : data.annotations) {
        if (annotation.severity == Annotation::Severity::Info && notices.size() < mostRemarks)
            notices.append(displayText(std::string_view(annotation.text)));
    }
    notices.removeDuplicates();
    return notices;
}

QString reasonText(const QueryReason &reason)
{
    const QString text = displayText(std::string_view(reason.text));
    if (reason.meant.empty())
        return text;
    return QCoreApplication::translate("sightglass::PanelRemarks", "%1 Probably meant: %2",
                                       "why a query has no answer, and a query that has one")
        .arg(text, displayText(std::string_view(reason.meant)));
}

QStringList panelRemarks(const PanelSpec &spec, const PanelData &data, const ZoneRule &zone)
{
    QStringList remarks;
    for (const Annotation &annotation : data.annotations) {
        if (annotation.severity != Annotation::Severity::Info)
            remarks.append(displayText(std::string_view(annotation.text)));
    }
    for (const std::string &note : data.notes)
        remarks.append(displayText(std::string_view(note)));
    for (const QueryReason &reason : data.reasons)
        remarks.append(reasonText(reason));
    for (const BucketAdvice &advice : data.advice)
        remarks.append(displayText(bucketAdviceText(advice)));
    addBounds(remarks, spec, data, zone);
    addStep(remarks, spec, data);
    addRenewal(remarks, data);
    remarks.removeDuplicates();
    const auto more = static_cast<int>(remarks.size() - mostRemarks);
    if (more > 0) {
        remarks.resize(mostRemarks);
        remarks.append(
            QCoreApplication::translate("sightglass::PanelRemarks", "… and %n more", "remarks", more));
    }
    return remarks;
}

QString markedExpression(const PanelSpec &spec, const PanelData &data)
{
    if (!data.error || data.failedQuery >= spec.queries.size())
        return {};
    const std::string_view expr = spec.queries[data.failedQuery].expr;
    const std::size_t begin = std::min(data.error->span.begin, expr.size());
    const std::size_t end = std::clamp(data.error->span.end, begin, expr.size());
    if (begin == end)
        return displayText(expr);
    return displayText(expr.substr(0, begin)) + u'⟪' + displayText(expr.substr(begin, end - begin)) + u'⟫' +
           displayText(expr.substr(end));
}

} // namespace sightglass
