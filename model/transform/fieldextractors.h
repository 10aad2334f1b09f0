// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"
#include "model/fields/jsregex.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

/// What was found in one text: names and values in their order.
using ExtractedValues = std::vector<std::pair<std::string, FieldValue>>;

/// A place in a JSON value ("a.b[0]") and the column's name.
struct JsonPath
{
    std::string path;
    std::string alias;
};

/// The members of a JSON object, those of an array by their indices; nested ones as JSON text. Nothing for
/// what is no JSON. With paths, only what lies there, "Not Found" where nothing does.
[[nodiscard]] std::optional<ExtractedValues> extractedJson(std::string_view text,
                                                           const std::vector<JsonPath> &paths);

/// a=b, c: "d" pairs; a word alone is a name without value.
[[nodiscard]] ExtractedValues extractedPairs(std::string_view text);

/// The parts between delimiters, each a column with 1 in the rows that have it.
[[nodiscard]] ExtractedValues extractedParts(std::string_view text, std::string_view delimiter);

} // namespace sightglass
