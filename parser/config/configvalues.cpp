// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/configvalues.h"

#include "parser/base/durationtext.h"
#include "parser/base/quoting.h"
#include "parser/config/bytesize.h"
#include "parser/config/yamlmapping.h"
#include "parser/config/yamlscalar.h"

#include <cmath>
#include <limits>
#include <unordered_set>

namespace sightglass {
namespace {

/// The scalar's value; refuses what is none.
std::optional<YamlValue> scalarValue(const YamlNode &node, std::string_view type, ConfigReading &reading)
{
    if (node.kind == YamlKind::Sequence || node.kind == YamlKind::Mapping) {
        reading.refuseType(node, type);
        return {};
    }
    auto value = resolveScalar(node, reading.version());
    if (!value)
        reading.refuseTag(node);
    return value;
}

/// Whether only the size of a number keeps a text from being a duration.
bool isDurationOutOfRange(std::string_view text)
{
    std::string small;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit || small.empty() || small.back() != '1')
            small += digit ? '1' : c; // 0 alone would be a duration without a unit
    }
    return parseDurationMs(small).has_value();
}

std::optional<std::uint64_t> asUnsigned(const YamlValue &value)
{
    if (const auto *whole = std::get_if<std::int64_t>(&value); whole && *whole >= 0)
        return static_cast<std::uint64_t>(*whole);
    if (const auto *large = std::get_if<std::uint64_t>(&value))
        return *large;
    // yaml.v2 cuts fractions off.
    if (const auto *real = std::get_if<double>(&value); real && *real > -1 && *real < 0x1p64)
        return static_cast<std::uint64_t>(*real);
    return {};
}

std::optional<std::int64_t> asSigned(const YamlValue &value)
{
    if (const auto *whole = std::get_if<std::int64_t>(&value))
        return *whole;
    if (const auto *real = std::get_if<double>(&value); real && *real >= -0x1p63 && *real < 0x1p63)
        return static_cast<std::int64_t>(*real);
    return {};
}

std::optional<double> asFloat(const YamlValue &value)
{
    if (const auto *whole = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*whole);
    if (const auto *large = std::get_if<std::uint64_t>(&value))
        return static_cast<double>(*large);
    if (const auto *real = std::get_if<double>(&value))
        return *real;
    return {};
}

template<typename T>
void readNumber(const YamlNode &node, std::string_view type, T &target, ConfigReading &reading,
                std::optional<T> (*convert)(const YamlValue &))
{
    const auto value = scalarValue(node, type, reading);
    if (!value)
        return;
    if (std::holds_alternative<std::monostate>(*value))
        target = T{};
    else if (const auto number = convert(*value))
        target = *number;
    else
        reading.refuseType(node, type);
}

} // namespace

void readText(const YamlNode &node, std::string_view type, std::string &target, ConfigReading &reading)
{
    if (scalarValue(node, type, reading))
        target = node.text;
}

void readValue(const YamlNode &node, std::string &target, ConfigReading &reading)
{
    readText(node, "string", target, reading);
}

void readValue(const YamlNode &node, bool &target, ConfigReading &reading)
{
    std::optional<bool> value;
    readValue(node, value, reading);
    target = value.value_or(false);
}

void readValue(const YamlNode &node, std::optional<bool> &target, ConfigReading &reading)
{
    const auto value = scalarValue(node, "bool", reading);
    if (!value)
        return;
    target.reset();
    const auto *text = std::get_if<std::string>(&*value);
    if (const auto *boolean = std::get_if<bool>(&*value))
        target = *boolean;
    else if (text != nullptr && reading.version() == GoYaml::V3 && yesOrNo(*text))
        target = yesOrNo(*text); // yaml.v3 takes these where a boolean is wanted, in quotes, too
    else if (!std::holds_alternative<std::monostate>(*value))
        reading.refuseType(node, "bool");
}

void readValue(const YamlNode &node, std::uint64_t &target, ConfigReading &reading)
{
    readNumber(node, "uint", target, reading, asUnsigned);
}

void readUint64(const YamlNode &node, std::uint64_t &target, ConfigReading &reading)
{
    readNumber(node, "uint64", target, reading, asUnsigned);
}

void readValue(const YamlNode &node, double &target, ConfigReading &reading)
{
    readNumber(node, "float64", target, reading, asFloat);
}

void readInteger(const YamlNode &node, std::int64_t &target, ConfigReading &reading)
{
    readNumber(node, "int", target, reading, asSigned);
}

void readValue(const YamlNode &node, std::vector<std::string> &target, ConfigReading &reading)
{
    target.clear();
    readSequence(node, "[]string", reading,
                 [&](const YamlNode &item) { readValue(item, target.emplace_back(), reading); });
}

void readDuration(const YamlNode &node, std::int64_t &target, ConfigReading &reading)
{
    std::string text;
    readValue(node, text, reading);
    if (reading.failed())
        return;
    if (node.kind == YamlKind::Null) {
        target = 0;
    } else if (text.empty()) {
        reading.refuseValue(node.position, "empty duration string");
    } else if (const auto duration = parseDurationMs(text)) {
        target = *duration;
    } else if (isDurationOutOfRange(text)) {
        reading.refuseValue(node.position, "duration out of range");
    } else {
        reading.refuseValue(node.position, "not a valid duration string: " + goQuoted(text));
    }
}

void readByteSize(const YamlNode &node, std::int64_t &target, ConfigReading &reading)
{
    std::string text;
    readText(node, "units.Base2Bytes", text, reading);
    if (reading.failed())
        return;
    if (node.kind == YamlKind::Null) {
        target = 0;
        return;
    }
    const Result<std::int64_t> size = parseByteSize(text);
    if (size)
        target = *size;
    else
        reading.refuseValue(node.position, size.error().arguments.front());
}

void readSequence(const YamlNode &node, std::string_view type, ConfigReading &reading,
                  const std::function<void(const YamlNode &)> &readItem)
{
    if (node.kind == YamlKind::Null)
        return;
    if (node.kind != YamlKind::Sequence) {
        reading.refuseType(node, type);
        return;
    }
    for (std::size_t i = 0; i < node.children.size() && !reading.failed(); ++i) {
        const ConfigReading::Step step(reading, i);
        readItem(*node.children[i]);
    }
}

void readMap(const YamlNode &node, std::string_view type, ConfigReading &reading,
             const std::function<void(std::string_view, const YamlNode &, const YamlNode &)> &readEntry)
{
    std::unordered_set<std::string_view> seen;
    forEachEntry(node, type, reading, [&](const YamlNode &key, const YamlNode &value, EntryOrigin) {
        if (!seen.insert(key.text).second)
            return reading.refuseShape(key.position, "key " + goQuoted(key.text) + " already set in map");
        const ConfigReading::Step step(reading, key.text);
        readEntry(key.text, key, value);
    });
}

} // namespace sightglass
