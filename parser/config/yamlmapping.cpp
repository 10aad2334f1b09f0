// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlmapping.h"

#include <algorithm>
#include <string>
#include <vector>

namespace sightglass {
namespace {

bool isMergeKey(const YamlNode &key)
{
    return key.kind == YamlKind::Scalar && key.text == "<<" &&
           (key.plain || key.tag == "tag:yaml.org,2002:merge");
}

void walk(const YamlNode &mapping, EntryOrigin origin, ConfigReading &reading, const EntryReader &entry);

void merge(const YamlNode &value, ConfigReading &reading, const EntryReader &entry)
{
    constexpr std::string_view refusal = "map merge requires map or sequence of maps as the value";
    if (value.kind == YamlKind::Mapping)
        return walk(value, EntryOrigin::Merged, reading, entry);
    if (value.kind != YamlKind::Sequence)
        return reading.refuseShape(value.position, std::string(refusal));
    // From the last to the first, for the earlier ones take precedence.
    for (auto item = value.children.rbegin(); item != value.children.rend() && !reading.failed(); ++item) {
        if ((*item)->kind != YamlKind::Mapping)
            return reading.refuseShape((*item)->position, std::string(refusal));
        walk(**item, EntryOrigin::Merged, reading, entry);
    }
}

void walk(const YamlNode &mapping, EntryOrigin origin, ConfigReading &reading, const EntryReader &entry)
{
    for (std::size_t i = 0; i + 1 < mapping.children.size() && !reading.failed(); i += 2) {
        const YamlNode &key = *mapping.children[i];
        const YamlNode &value = *mapping.children[i + 1];
        if (isMergeKey(key))
            merge(value, reading, entry);
        else if (key.kind == YamlKind::Sequence || key.kind == YamlKind::Mapping)
            reading.refuseType(key, "string");
        else
            entry(key, value, origin);
    }
}

} // namespace

void forEachEntry(const YamlNode &node, std::string_view type, ConfigReading &reading,
                  const EntryReader &entry)
{
    if (node.kind == YamlKind::Null)
        return;
    if (node.kind != YamlKind::Mapping)
        return reading.refuseType(node, type);
    walk(node, EntryOrigin::Written, reading, entry);
}

void readFields(const YamlNode &node, std::string_view type, ConfigReading &reading, const FieldTaker &take)
{
    std::vector<std::string_view> written; // of known fields, each once: short
    forEachEntry(node, type, reading, [&](const YamlNode &key, const YamlNode &value, EntryOrigin origin) {
        const ConfigReading::Step step(reading, key.text);
        if (std::find(written.begin(), written.end(), key.text) != written.end() &&
            origin == EntryOrigin::Written)
            return reading.refuseShape(key.position,
                                       "field " + key.text + " already set in type " + std::string(type));
        if (!take(key.text, value))
            return reading.refuseShape(key.position,
                                       "field " + key.text + " not found in type " + std::string(type));
        if (origin == EntryOrigin::Written)
            written.push_back(key.text);
    });
}

} // namespace sightglass
