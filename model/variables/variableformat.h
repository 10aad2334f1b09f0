// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/zonerule.h"
#include "model/variables/variablevalues.h"

#include <span>
#include <string>
#include <string_view>

namespace sightglass {

/// What a format is given beside the value.
struct FormatRequest
{
    std::string_view variable; ///< its name
    /// "regex", "date:YYYY-MM", …: Grafana's id, and behind a colon its argument. An unknown one is "glob".
    std::string_view format;
    const ZoneRule *zone = nullptr; ///< of dates; null: UTC
};

/// The values as Grafana's library of formats writes them: glob {a,b}, regex (a|b) with escapes, pipe a|b,
/// csv, raw, json, distributed a,x=b, doublequote, singlequote, sqlstring, percentencode, uriencode, html,
/// lucene, queryparam, customqueryparam, text, join:sep, date:iso, date:seconds, date:<moment pattern>.
[[nodiscard]] std::string formattedVariable(const VariableValue &value, const FormatRequest &request);

/// As Grafana's Prometheus data source puts a variable into an expression where no format is said: a value of
/// a plain variable with its backslashes and apostrophes escaped, one that may be several with all that a
/// regular expression would read escaped, (a|b) where they are several.
[[nodiscard]] std::string promqlVariable(const VariableValue &value);

/// The ids of formats, in alphabetical order.
[[nodiscard]] std::span<const std::string_view> variableFormats() noexcept;

} // namespace sightglass
