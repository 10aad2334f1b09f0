// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/cellvalue.h"
#include "model/transform/frametools.h"
#include "model/transform/makers.h"
#include "model/transform/momenttime.h"

#include <cmath>

namespace sightglass {

namespace {

struct FormatTimeOptions
{
    std::string timeField;
    std::string outputFormat;
    enum class Zone : std::uint8_t
    {
        Dashboard,
        Utc
    };
    Zone zone = Zone::Dashboard;
};

FieldValue formatted(const FieldValue &value, const std::string &format, const FormatTimeOptions &options,
                     const TransformContext &context)
{
    const double time = numberOf(value);
    if (isNull(value) || !(std::fabs(time) < 1e15))
        return std::string("Invalid date");
    const bool local = options.zone == FormatTimeOptions::Zone::Dashboard;
    return formattedTime(time, format, local ? context.utcOffset(static_cast<TimestampMs>(time)) : 0);
}

std::vector<Frame> formatTime(std::vector<Frame> frames, const FormatTimeOptions &options,
                              TransformContext &context)
{
    const std::string name = context.text(options.timeField);
    const std::string format = context.text(options.outputFormat);
    const FieldNames names(frames);
    for (std::size_t f = 0; f < frames.size(); ++f) {
        for (std::size_t i = 0; i < frames[f].fields.size(); ++i) {
            Field &field = frames[f].fields[i];
            if (field.name != name && names.of(f, i) != name)
                continue;
            field.type = FieldType::Text;
            for (FieldValue &value : field.values)
                value = formatted(value, format, options, context);
        }
    }
    return frames;
}

} // namespace

TransformationPtr makeFormatTime(OptionReader &options)
{
    FormatTimeOptions formatting;
    formatting.timeField = options.text("timeField");
    formatting.outputFormat = options.text("outputFormat").substr(0, 200);
    options.ignore({"useTimezone"}); // both of Grafana's ways come to the dashboard's zone
    const std::string zone = options.text("timezone");
    if (zone == "utc" || zone == "UTC")
        formatting.zone = FormatTimeOptions::Zone::Utc;
    else if (!zone.empty() && zone != "browser")
        options.loss("timezone", "only utc and the dashboard's own time zone are supported");
    return makeTransformation(std::move(formatting), formatTime);
}

} // namespace sightglass
