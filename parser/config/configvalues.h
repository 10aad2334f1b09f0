// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configreading.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

// Typed reading of YAML nodes, strict as Prometheus': what does not fit is refused with the text that Go's
// yaml.v2 has for it, and the target stays as it was. A null sets the type's zero, as there.

void readValue(const YamlNode &node, std::string &target, ConfigReading &reading);
void readValue(const YamlNode &node, bool &target, ConfigReading &reading);
void readValue(const YamlNode &node, std::optional<bool> &target, ConfigReading &reading);
void readValue(const YamlNode &node, std::uint64_t &target, ConfigReading &reading);
void readValue(const YamlNode &node, double &target, ConfigReading &reading);
void readValue(const YamlNode &node, std::vector<std::string> &target, ConfigReading &reading);

/// A scalar's text under another name of its type, such as "model.LabelValue".
void readText(const YamlNode &node, std::string_view type, std::string &target, ConfigReading &reading);

/// uint64; as readValue(), but for the type's name in the error.
void readUint64(const YamlNode &node, std::uint64_t &target, ConfigReading &reading);

/// int, as ports are.
void readInteger(const YamlNode &node, std::int64_t &target, ConfigReading &reading);

/// A Prometheus duration, in milliseconds; null is 0.
void readDuration(const YamlNode &node, std::int64_t &target, ConfigReading &reading);

/// "10MB", in bytes; may be negative, which Prometheus takes for "no limit" that global does not change.
void readByteSize(const YamlNode &node, std::int64_t &target, ConfigReading &reading);

/// Calls for each item of a list, with the path set, until there is an error; nothing for null.
void readSequence(const YamlNode &node, std::string_view type, ConfigReading &reading,
                  const std::function<void(const YamlNode &)> &readItem);

/// Calls for each entry of a map with keys of anybody's choice. Keys are unique.
void readMap(const YamlNode &node, std::string_view type, ConfigReading &reading,
             const std::function<void(std::string_view key, const YamlNode &keyNode, const YamlNode &value)>
                 &readEntry);

} // namespace sightglass
