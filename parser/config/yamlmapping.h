// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace sightglass {

/// Whether an entry stands in the mapping itself or in another that it merges.
enum class EntryOrigin : std::uint8_t
{
    Written,
    Merged
};

using EntryReader = std::function<void(const YamlNode &key, const YamlNode &value, EntryOrigin origin)>;

/// Calls for each entry of a mapping whose keys are scalars, until there is an error; nothing for null.
/// "<<" merges: the entries of other mappings come at its place, as in yaml.v2, so that the later of an entry
/// that was merged and one that is written wins.
void forEachEntry(const YamlNode &node, std::string_view type, ConfigReading &reading,
                  const EntryReader &entry);

/// Offered each field of a mapping; false where it is none of its own.
using FieldTaker = std::function<bool(std::string_view key, const YamlNode &value)>;

/// Reads a mapping with known keys, strictly: a key that nobody takes or that is written twice is refused,
/// with the type's name in Prometheus' sources in the text.
void readFields(const YamlNode &node, std::string_view type, ConfigReading &reading, const FieldTaker &take);

/// A key and how its value gets into T.
template<typename T>
struct ConfigField
{
    std::string_view key;
    void (*read)(const YamlNode &value, T &target, ConfigReading &reading);
};

/// True where the table has the key, whose value is then read.
template<typename T>
[[nodiscard]] bool takeField(std::span<const ConfigField<T>> fields, std::string_view key,
                             const YamlNode &value, T &target, ConfigReading &reading)
{
    for (const ConfigField<T> &field : fields) {
        if (field.key != key)
            continue;
        field.read(value, target, reading);
        return true;
    }
    return false;
}

/// A mapping of which a table has all keys.
template<typename T>
void readFields(const YamlNode &node, std::string_view type, std::span<const ConfigField<T>> fields,
                T &target, ConfigReading &reading)
{
    readFields(node, type, reading, [&](std::string_view key, const YamlNode &value) {
        return takeField(fields, key, value, target, reading);
    });
}

} // namespace sightglass
