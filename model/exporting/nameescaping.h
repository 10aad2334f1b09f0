// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/exposedfamily.h"
#include "parser/exposition/scrapeprotocol.h"

#include <string>
#include <string_view>

namespace sightglass {

/// A name that is no legacy name, as a reader who knows only those is given it (exposition reference, section
/// 5); legacy names, and the empty one, stay as they are.
[[nodiscard]] std::string escapedName(std::string_view name, NameEscaping scheme);

/// Whether a text format has to quote the family's name or the name of a label.
[[nodiscard]] bool needsQuotes(const ExposedFamily &family);

/// Escapes the family's name and the names of its labels.
void escapeNames(ExposedFamily &family, NameEscaping scheme);

} // namespace sightglass
