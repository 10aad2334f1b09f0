// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/api/jsonwriter.h"
#include "model/query/queryresult.h"

#include <cstddef>
#include <string_view>

namespace sightglass {

/// A label set as an object.
void writeLabels(JsonWriter &writer, const Labels &labels);

/// "vector", "scalar", "matrix", "string", as resultType and the parsed AST name types.
[[nodiscard]] std::string_view valueTypeName(promql::ValueType type) noexcept;

/// The `[t, value]` pairs, elements and series of a result (API reference, section 2), at most `limit`
/// elements or series, 0 being all. `t` is the time of an instant query. False where some were left out.
bool writeResult(JsonWriter &writer, const QueryResult &result, TimestampMs t, std::size_t limit);

/// "resultType" and "result" of the open object.
bool writeResultMembers(JsonWriter &writer, const QueryResult &result, TimestampMs t, std::size_t limit);

} // namespace sightglass
