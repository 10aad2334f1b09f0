// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"

#include <QString>

#include <string_view>

namespace sightglass {

/// The line of `text` that the error is about, and below it a caret where it begins, each indented by two
/// blanks: what stands under the error's message. Long lines are cut around the place. Empty for an error
/// without a place.
[[nodiscard]] QString errorPlace(std::string_view text, const Error &error);

/// Writes the error and its place to the standard error stream.
void printQueryError(std::string_view text, const Error &error);

} // namespace sightglass
