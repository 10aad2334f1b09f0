// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/yamltoken.h"

namespace sightglass {

// What stands before a node or a document. The cursor is at the first character of the token and is left
// behind its last. They throw YamlRefusal.

/// %YAML or %TAG, with the rest of its line.
[[nodiscard]] YamlToken scanDirective(YamlCursor &cursor);

/// &name or *name.
[[nodiscard]] YamlToken scanAnchor(YamlCursor &cursor, YamlTokenKind kind);

/// !, !suffix, !!suffix, !handle!suffix or !<uri>.
[[nodiscard]] YamlToken scanTag(YamlCursor &cursor);

} // namespace sightglass
