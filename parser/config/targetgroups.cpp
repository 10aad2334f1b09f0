// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/targetgroups.h"

#include "parser/config/configreading.h"
#include "parser/config/targetgroupjson.h"
#include "parser/config/targetgroupreader.h"
#include "parser/config/yamldocument.h"

#include <string>

namespace sightglass {
namespace {

Result<std::vector<TargetGroup>> fromYaml(std::string_view text)
{
    const auto document = YamlDocument::parse(text);
    if (!document)
        return document.error();
    const ConfigSource nowhere;
    ConfigReading reading(nowhere);
    auto groups = readTargetGroups(document->root(), "nil target group item found", reading);
    if (reading.failed())
        return *reading.error();
    return groups;
}

} // namespace

Result<std::vector<TargetGroup>> parseTargetGroups(std::string_view text, TargetGroupFormat format,
                                                   std::string_view source)
{
    auto groups = format == TargetGroupFormat::Yaml ? fromYaml(text) : targetGroupsOfJson(text);
    if (!groups)
        return groups;
    for (std::size_t i = 0; i < groups->size(); ++i)
        (*groups)[i].source = std::string(source) + ":" + std::to_string(i);
    return groups;
}

} // namespace sightglass
