// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelface.h"

#include "model/presentation/displaytext.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panels/panelremarks.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

/// The error as the user reads it: the translated template with its arguments made displayable.
QString errorText(const Error &error)
{
    const std::string source(messageTemplate(error.code));
    const QString translated = QCoreApplication::translate("errors", source.c_str());
    const std::string text = formatMessage(translated.toStdString(), error.arguments);
    return displayText(std::string_view(text), 600);
}

bool hasValues(const PanelData &data)
{
    const auto filled = [](const Frame &frame) {
        return std::ranges::any_of(frame.fields, [](const Field &field) { return !field.values.empty(); });
    };
    const bool drawn = std::ranges::any_of(data.series, [](const PanelSeries &series) {
        return !series.samples.empty() || !series.histograms.empty();
    });
    return drawn || (data.frames && std::ranges::any_of(*data.frames, filled));
}

/// What a chart says in place of itself where it has nothing to draw; values and tables have a place for it.
QString wordForNothing(const PanelSpec &spec, const PanelData *answer)
{
    constexpr std::array charts = {PanelType::TimeSeries,   PanelType::Heatmap,   PanelType::Pie,
                                   PanelType::BarChart,     PanelType::Histogram, PanelType::StateTimeline,
                                   PanelType::StatusHistory};
    const bool chart = std::ranges::find(charts, spec.type()) != charts.end();
    if (!chart || !spec.field.noValue || answer == nullptr || answer->error || hasValues(*answer))
        return {};
    return displayText(std::string_view(*spec.field.noValue));
}

/// Why there is nothing at all to show, where that is known and its author has no word for it. That a query
/// is doubtful is a remark, not a reason: a transformation may have left nothing of what it answered.
const QueryReason *reasonForNothing(const PanelSpec &spec, const PanelData *answer)
{
    if (answer == nullptr || answer->error || !answer->series.empty() || hasValues(*answer) ||
        spec.field.noValue || saysOfNothing(spec))
        return nullptr;
    const auto reason = std::ranges::find(answer->reasons, true, &QueryReason::isEmpty);
    return reason != answer->reasons.end() ? &*reason : nullptr;
}

PanelWords wordsOf(const PanelSpec &spec, const PanelData *answer, PanelBody body)
{
    if (const QueryReason *reason = reasonForNothing(spec, answer))
        return {PanelWords::Kind::Reason,
                QCoreApplication::translate("sightglass::PanelFrame", "No data in this time range"),
                displayText(std::string_view(reason->text)), displayText(std::string_view(reason->meant))};
    const QString nothing = body == PanelBody::Table ? QString() : wordForNothing(spec, answer);
    if (!nothing.isEmpty())
        return {PanelWords::Kind::Waiting, nothing};
    if (answer != nullptr && answer->error)
        return {PanelWords::Kind::Error,
                errorText(*answer->error),
                {},
                markedExpression(spec, *answer),
                hasAnswer(*answer)};
    if (answer == nullptr)
        return {PanelWords::Kind::Waiting,
                QCoreApplication::translate("sightglass::PanelFrame", "Waiting for data…")};
    return {};
}

} // namespace

bool hasAnswer(const PanelData &data)
{
    return !data.series.empty() || (data.frames && !data.frames->empty());
}

PanelFace panelFace(const PanelSpec &spec, const PanelData *answer, PanelBody body, const ZoneRule &zone)
{
    if (body == PanelBody::None) {
        const auto *foreign = std::get_if<ForeignOptions>(&spec.options);
        if (foreign == nullptr)
            return {};
        const QString type = displayText(std::string_view(foreign->plugin), 80);
        const QString text = QCoreApplication::translate("sightglass::PanelFrame",
                                                         "Panels of the type %1 are not drawn here.");
        return {false, {PanelWords::Kind::Waiting, text.arg(type)}};
    }
    if (body == PanelBody::WithoutData)
        return {true, {}};
    const bool nothing = (body != PanelBody::Table && !wordForNothing(spec, answer).isEmpty()) ||
                         reasonForNothing(spec, answer) != nullptr;
    const bool answered = answer != nullptr && !nothing && (!answer->error || hasAnswer(*answer));
    PanelFace face{answered, wordsOf(spec, answer, body)};
    if (answer != nullptr) {
        face.notices = panelNotices(*answer);
        face.remarks = panelRemarks(spec, *answer, zone);
    }
    return face;
}

QString panelHeading(const PanelSpec &spec, bool absolute)
{
    QStringList parts{displayText(std::string_view(spec.title))};
    if (!spec.hideTimeOverride && !spec.timeFrom.empty() && !absolute)
        parts << QCoreApplication::translate("sightglass::PanelFrame", "last %1", "a panel's own time range")
                     .arg(displayText(std::string_view(spec.timeFrom), 40));
    if (!spec.hideTimeOverride && !spec.timeShift.empty())
        parts << QCoreApplication::translate("sightglass::PanelFrame", "%1 earlier", "a panel's time")
                     .arg(displayText(std::string_view(spec.timeShift), 40));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

} // namespace sightglass
