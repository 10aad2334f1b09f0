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
    /// RFC 4180, every row with its CRLF: time, value, then one column per label that occurs, by its name. A
    /// label whose name would be that of another column, time or value, gets label_ before it, and so does
    /// one that would then be doubled (label_value, …): so no two columns have one name.
    Csv,
    Json ///< the "data" of the HTTP API's answer
};

/// Where the text goes. A program gets CSV and JSON as they are; a terminal would obey control characters, so
/// CSV shows them there as a table does, and JSON has them as \u escapes.
enum class OutputReader : unsigned char
{
    Program,
    Terminal
};

/// "table", "csv", "json".
[[nodiscard]] std::optional<QueryFormat> queryFormatFromName(const QString &name);

/// A result as text, each line with its line end; "" for an empty table. `t` is the time of an instant query.
/// Native histograms are written as Prometheus writes them.
[[nodiscard]] std::string queryOutput(const QueryResult &result, TimestampMs t, QueryFormat format,
                                      OutputReader reader);

} // namespace sightglass
