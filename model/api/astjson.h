// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/jsonwriter.h"
#include "parser/promql/ast.h"

namespace sightglass {

/// The syntax tree as /parse_query gives it, with the nodes and members of API reference, section 2; members
/// in alphabetical order, as Go writes a map. Ranges, steps and offsets that are expressions have 0 ms and
/// their tree beside it.
void writeAst(JsonWriter &writer, const promql::Expr &expr);

} // namespace sightglass
