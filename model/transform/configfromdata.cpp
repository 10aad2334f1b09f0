// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/fieldmapping.h"
#include "model/transform/makers.h"

#include <algorithm>

namespace sightglass {

namespace {

struct ConfigFromDataOptions
{
    std::string configRefId;
    std::vector<FieldMapping> mappings;
    FieldMatching applyTo = FieldMatching::byTypes({FieldType::Number});
};

std::vector<Frame> configFromData(std::vector<Frame> frames, const ConfigFromDataOptions &options,
                                  TransformContext &context)
{
    const auto source = std::find_if(frames.begin(), frames.end(), [&options](const Frame &frame) {
        return frame.refId == options.configRefId;
    });
    if (source == frames.end())
        return frames;
    const auto sourceIndex = static_cast<std::size_t>(source - frames.begin());
    const FieldNames names(frames);
    const FieldConfig config = configOfColumns(
        *source, mappedFields(*source, names.of(sourceIndex), options.mappings, RowsBecome::Config));
    const FieldSelector selects = fieldSelector(options.applyTo, context);
    std::vector<Frame> answer;
    for (std::size_t f = 0; f < frames.size(); ++f) {
        if (f == sourceIndex && frames.size() > 1)
            continue;
        for (const std::size_t i : selectedFields(frames[f], names.of(f), selects))
            frames[f].fields[i].config = merged(frames[f].fields[i].config, config);
        answer.push_back(std::move(frames[f]));
    }
    return answer;
}

} // namespace

TransformationPtr makeConfigFromData(OptionReader &options)
{
    ConfigFromDataOptions configuring;
    configuring.configRefId = options.text("configRefId", "config");
    configuring.mappings = readFieldMappings(options);
    if (options.has("applyTo"))
        configuring.applyTo = FieldMatching::read(options.object("applyTo"));
    return makeTransformation(std::move(configuring), configFromData);
}

} // namespace sightglass
