// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/filledlinks.h"

#include "model/dashboard/framecells.h"
#include "model/dashboard/valueplaces.h"

#include <utility>

namespace sightglass {

namespace {

FieldType typeOf(const FieldValue &value) noexcept
{
    return std::holds_alternative<std::string>(value) ? FieldType::Text
           : std::holds_alternative<bool>(value)      ? FieldType::Boolean
                                                      : FieldType::Number;
}

} // namespace

std::vector<FilledLink> filledLinks(const LinkedValue &value)
{
    if (!value.config->links || value.config->links->empty())
        return {};
    Field field = newField({}, typeOf(value.value), {value.value});
    field.labels = value.labels;
    field.legend = value.name;
    field.config = *value.config;
    Frame frame;
    if (value.at)
        frame.fields.push_back(newField("Time", FieldType::Time, {static_cast<double>(*value.at)}));
    frame.fields.push_back(std::move(field));
    const std::vector<Frame> frames{std::move(frame)};
    const DisplayNames names(frames);
    const ValuePlace place{&frames.front(), frames.front().fields.size() - 1, &names, 0, value.value, {},
                           value.range};
    std::vector<FilledLink> links;
    for (const DataLink &link : *value.config->links) {
        if (auto url = filledUrl(link.url, place))
            links.push_back({filledPlaces(link.title, place), std::move(*url)});
    }
    return links;
}

} // namespace sightglass
