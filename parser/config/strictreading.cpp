// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/strictreading.h"

#include "parser/base/quoting.h"
#include "parser/config/configvalues.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace sightglass {
namespace {

const ConfigSource &nowhere()
{
    static const ConfigSource source; // nothing here is a path or a variable
    return source;
}

constexpr std::size_t mostTold = 4; // of equal keys, for there may be thousands

bool isMergeKey(const YamlNode &key)
{
    return key.kind == YamlKind::Scalar && key.text == "<<" &&
           (key.plain || key.tag == "tag:yaml.org,2002:merge");
}

} // namespace

void StrictReading::refuse(ErrorCode code, SourcePosition position, std::string text)
{
    m_errors.push_back({code, {std::move(text)}, {}, position});
}

template<typename T, typename Read>
void StrictReading::scalar(const YamlNode &node, Written<T> &target, Read read)
{
    ConfigReading one(nowhere(), GoYaml::V3);
    T value{};
    read(node, value, one);
    if (one.failed())
        m_errors.push_back(*one.error());
    else
        target.value = std::move(value);
    target.position = node.position;
}

void StrictReading::text(const YamlNode &node, Written<std::string> &target)
{
    scalar(node, target, [](const YamlNode &from, std::string &value, ConfigReading &reading) {
        readValue(from, value, reading);
    });
}

void StrictReading::duration(const YamlNode &node, Written<std::int64_t> &target)
{
    scalar(node, target, readDuration);
}

void StrictReading::integer(const YamlNode &node, Written<std::int64_t> &target)
{
    scalar(node, target, readInteger);
}

void StrictReading::number(const YamlNode &node, Written<double> &target)
{
    scalar(node, target, [](const YamlNode &from, double &value, ConfigReading &reading) {
        readValue(from, value, reading);
    });
}

void StrictReading::flag(const YamlNode &node, Written<bool> &target)
{
    scalar(node, target, [](const YamlNode &from, bool &value, ConfigReading &reading) {
        readValue(from, value, reading);
    });
}

void StrictReading::labels(const YamlNode &node, std::vector<WrittenLabel> &target)
{
    target.clear();
    entries(node, "map[string]string", [&](const YamlNode &key, const YamlNode &value) {
        WrittenLabel &label = target.emplace_back();
        label.name = {key.text, key.position};
        text(value, label.value);
    });
    std::sort(target.begin(), target.end(),
              [](const WrittenLabel &a, const WrittenLabel &b) { return a.name.value < b.name.value; });
}

bool StrictReading::isMapping(const YamlNode &node, std::string_view type)
{
    if (node.kind == YamlKind::Mapping)
        return true;
    if (node.kind == YamlKind::Null)
        return false;
    ConfigReading one(nowhere(), GoYaml::V3);
    one.refuseType(node, type);
    m_errors.push_back(*one.error());
    return false;
}

void StrictReading::merge(const YamlNode &value, std::vector<Entry> &entries)
{
    constexpr std::string_view refusal = "yaml: map merge requires map or sequence of maps as the value";
    std::vector<const YamlNode *> sources = {&value};
    if (value.kind == YamlKind::Sequence)
        sources = value.children;
    for (const YamlNode *source : sources) {
        if (source->kind != YamlKind::Mapping) {
            refuse(ErrorCode::ConfigSyntax, source->position, std::string(refusal));
            return;
        }
        const std::vector<Entry> merged = resolved(*source);
        entries.insert(entries.end(), merged.begin(), merged.end());
    }
}

std::vector<StrictReading::Entry> StrictReading::resolved(const YamlNode &mapping)
{
    std::vector<Entry> entries;
    const YamlNode *merged = nullptr;
    std::unordered_map<std::string_view, std::vector<std::uint32_t>> lines;
    bool hasTwins = false;
    for (std::size_t i = 0; i + 1 < mapping.children.size(); i += 2) {
        const YamlNode &key = *mapping.children[i];
        if (key.kind == YamlKind::Null)
            continue;
        if (key.kind != YamlKind::Scalar) {
            ConfigReading one(nowhere(), GoYaml::V3);
            one.refuseType(key, "string");
            m_errors.push_back(*one.error());
            continue;
        }
        if (!key.tag.empty() && !isMergeKey(key)) {
            std::string name; // only whether it is one
            ConfigReading one(nowhere(), GoYaml::V3);
            readValue(key, name, one);
            if (one.error()) {
                m_errors.push_back(*one.error());
                continue;
            }
        }
        std::vector<std::uint32_t> &before = lines[key.text];
        hasTwins = hasTwins || !before.empty();
        for (const std::uint32_t line : before) // yaml.v3 tells of each pair
            refuse(ErrorCode::ConfigSyntax, key.position,
                   "mapping key " + goQuoted(key.text) + " already defined at line " + std::to_string(line));
        if (before.size() < mostTold)
            before.push_back(key.position.line);
        if (isMergeKey(key))
            merged = mapping.children[i + 1];
        else
            entries.push_back({&key, mapping.children[i + 1]});
    }
    if (hasTwins)
        return {};
    if (merged == nullptr)
        return entries;
    std::vector<Entry> candidates;
    merge(*merged, candidates);
    for (const Entry &candidate : candidates)
        if (lines.try_emplace(candidate.key->text).second)
            entries.push_back(candidate);
    return entries;
}

void StrictReading::entries(const YamlNode &node, std::string_view type, const EntryReader &read)
{
    if (!isMapping(node, type))
        return;
    for (const Entry &entry : resolved(node))
        read(*entry.key, *entry.value);
}

void StrictReading::fields(const YamlNode &node, std::string_view type, const FieldTaker &take)
{
    entries(node, type, [&](const YamlNode &key, const YamlNode &value) {
        if (!take(key.text, value) && m_unknown == UnknownFields::Refused)
            refuse(ErrorCode::ConfigSyntax, key.position,
                   "field " + key.text + " not found in type " + std::string(type));
    });
}

void StrictReading::items(const YamlNode &node, std::string_view type, const ItemReader &read)
{
    if (node.kind == YamlKind::Null)
        return;
    if (node.kind != YamlKind::Sequence) {
        ConfigReading one(nowhere(), GoYaml::V3);
        one.refuseType(node, type);
        m_errors.push_back(*one.error());
        return;
    }
    for (const YamlNode *item : node.children)
        if (item->kind != YamlKind::Null)
            read(*item);
}

} // namespace sightglass
