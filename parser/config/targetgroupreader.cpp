// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/targetgroupreader.h"

#include "parser/base/quoting.h"
#include "parser/config/configfields.h"
#include "parser/config/labelnames.h"

#include <algorithm>
#include <array>

namespace sightglass {
namespace {

void readLabels(const YamlNode &node, TargetGroup &group, ConfigReading &reading)
{
    group.labels.clear();
    readMap(node, "model.LabelSet", reading,
            [&](std::string_view name, const YamlNode &key, const YamlNode &value) {
                if (!isLabelName(name, NameValidation::Utf8))
                    reading.refuseValue(key.position, goQuoted(name) + " is not a valid label name");
                Label &label = group.labels.emplace_back();
                label.name = name;
                readText(value, "model.LabelValue", label.value, reading);
            });
    std::sort(group.labels.begin(), group.labels.end());
}

constexpr auto fields = std::to_array<ConfigField<TargetGroup>>({
    {"targets", intoMember<&TargetGroup::addresses>},
    {"labels", readLabels},
});

} // namespace

std::vector<TargetGroup> readTargetGroups(const YamlNode &node, std::string_view nullText,
                                          ConfigReading &reading)
{
    std::vector<TargetGroup> groups;
    readSequence(node, "[]*targetgroup.Group", reading, [&](const YamlNode &item) {
        TargetGroup &group = groups.emplace_back();
        group.position = item.position;
        if (item.kind == YamlKind::Null)
            reading.refuseValue(item.position, std::string(nullText));
        // Prometheus names the anonymous struct by its whole definition here.
        readFields<TargetGroup>(item, "targetgroup.Group", fields, group, reading);
    });
    return groups;
}

} // namespace sightglass
