// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryresult.h"

#include <QString>

#include <optional>
#include <string>

namespace sightglass {

enum class QueryFormat : unsigned char
{
    Table, ///< for people: hostile characters made visible, columns aligned
    Csv,   ///< RFC 4180: time, value, then one column per label
    Json   ///< the "data" of the HTTP API's answer
};

/// "table", "csv", "json".
[[nodiscard]] std::optional<QueryFormat> queryFormatFromName(const QString &name);

/// A result as text, without a line end behind the last line; "" for an empty table. `t` is the time of an
/// instant query. Native histograms are written as Prometheus writes them.
[[nodiscard]] std::string queryOutput(const QueryResult &result, TimestampMs t, QueryFormat format);

} // namespace sightglass
