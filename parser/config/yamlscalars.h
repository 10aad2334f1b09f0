// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/yamltoken.h"

#include <cstdint>

namespace sightglass {

enum class YamlContext : std::uint8_t
{
    Block,
    Flow ///< inside of brackets
};

// Scalars, with their lines folded. The cursor is at the first character and is left behind the last. They
// throw YamlRefusal. `indent` is the column of the collection around it, -1 where there is none.

/// Behind | or >.
[[nodiscard]] YamlToken scanBlockScalar(YamlCursor &cursor, int indent);

/// In ' or ".
[[nodiscard]] YamlToken scanQuotedScalar(YamlCursor &cursor);

struct YamlPlainScalar
{
    YamlToken token;
    bool newLine = false; ///< what follows is on another line
};
[[nodiscard]] YamlPlainScalar scanPlainScalar(YamlCursor &cursor, int indent, YamlContext context);

} // namespace sightglass
