// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/yamlcursor.h"

#include <cstdint>
#include <string>

namespace sightglass {

/// The tokens of YAML 1.1 with its indentation made explicit.
enum class YamlTokenKind : std::uint8_t
{
    StreamEnd,
    VersionDirective,
    TagDirective,
    DocumentStart, ///< ---
    DocumentEnd,   ///< ...
    BlockSequenceStart,
    BlockMappingStart,
    BlockEnd,
    FlowSequenceStart,
    FlowSequenceEnd,
    FlowMappingStart,
    FlowMappingEnd,
    BlockEntry, ///< -
    FlowEntry,  ///< ,
    Key,
    Value,
    Alias,
    Anchor,
    Tag,
    Scalar
};

struct YamlToken
{
    YamlTokenKind kind = YamlTokenKind::StreamEnd;
    YamlMark start;
    YamlMark end;
    std::string text;   ///< of a scalar, an anchor, an alias; a tag's handle; a directive's version or handle
    std::string suffix; ///< a tag's behind its handle; a tag directive's prefix
    bool plain = false; ///< a scalar without quotes, on no lines of its own
};

} // namespace sightglass
