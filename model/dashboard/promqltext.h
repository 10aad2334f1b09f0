// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// PromQL for the samples called `metric` with these labels; names that are no plain identifiers are quoted.
[[nodiscard]] std::string selectorText(std::string_view metric, const Labels &labels);

/// PromQL for the samples of any of these names.
[[nodiscard]] std::string anyOfText(std::span<const std::string> metrics, const Labels &labels);

/// A label name as it stands in by(): quoted where it is no plain identifier.
[[nodiscard]] std::string labelNameText(std::string_view name);

/// RE2 that matches exactly this text.
[[nodiscard]] std::string regexQuoted(std::string_view text);

} // namespace sightglass
