// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/namingreader.h"

#include "parser/base/quoting.h"
#include "parser/config/configvalues.h"

#include <array>

namespace sightglass {

void readNameValidation(const YamlNode &node, std::optional<NameValidation> &target, ConfigReading &reading)
{
    std::string text;
    readValue(node, text, reading);
    target.reset();
    if (text == "utf8")
        target = NameValidation::Utf8;
    else if (text == "legacy")
        target = NameValidation::Legacy;
    else if (!text.empty())
        reading.refuseValue(node.position, "unrecognized ValidationScheme: " + goQuoted(text));
}

void readNameEscaping(const YamlNode &node, std::string_view where, std::optional<NameEscaping> &target,
                      ConfigReading &reading)
{
    constexpr std::array<std::string_view, 4> names = {"allow-utf-8", "underscores", "dots", "values"};
    std::string text;
    readValue(node, text, reading);
    target.reset();
    for (std::size_t i = 0; i < names.size(); ++i)
        if (text == names[i])
            target = static_cast<NameEscaping>(i);
    if (!target && !text.empty())
        reading.refuseValue(
            node.position,
            "unknown " + std::string(where) +
                " name escaping method specified, must be one of 'allow-utf-8', 'underscores', "
                "'dots', or 'values', got " +
                goQuoted(text));
}

} // namespace sightglass
