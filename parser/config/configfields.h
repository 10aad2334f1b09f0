// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/configvalues.h"
#include "parser/config/yamlmapping.h"

namespace sightglass {

// What stands in a table of ConfigFields: how a key's value gets into a member.

template<auto Member>
inline constexpr auto intoMember = [](const YamlNode &value, auto &target, ConfigReading &reading) {
    readValue(value, target.*Member, reading);
};

template<auto Member>
inline constexpr auto intoDuration = [](const YamlNode &value, auto &target, ConfigReading &reading) {
    readDuration(value, target.*Member, reading);
};

template<auto Member>
inline constexpr auto intoByteSize = [](const YamlNode &value, auto &target, ConfigReading &reading) {
    readByteSize(value, target.*Member, reading);
};

/// A path, made absolute.
template<auto Member>
inline constexpr auto intoPath = [](const YamlNode &value, auto &target, ConfigReading &reading) {
    readValue(value, target.*Member, reading);
    target.*Member = reading.absolutePath(target.*Member);
};

} // namespace sightglass
