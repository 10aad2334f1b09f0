// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/exposedfamily.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

/// One line of a metric in a text format.
struct ExposedSample
{
    std::string_view suffix;
    std::string_view label; ///< le or quantile, empty where there is none
    double bound = 0;       ///< of that label
    double value = 0;
    const ExposedExemplar *exemplar = nullptr;
};

/// How a format calls a histogram's count and sum.
struct HistogramSuffixes
{
    std::string_view count = "_count";
    std::string_view sum = "_sum";
};

/// Spreads a metric over its lines: buckets or quantiles first, then count and sum.
void forEachSample(const ExposedMetric &metric, const HistogramSuffixes &suffixes,
                   const std::function<void(const ExposedSample &)> &take);

/// `# KEYWORD name text` with the name quoted where it has to be. The text is as it is.
void appendMetadata(std::string &out, std::string_view keyword, std::string_view name, std::string_view text);

/// Name and labels of a sample: `name{a="b",le="1.0"}`, or `{"quoted name",a="b"}`.
void appendSeries(std::string &out, std::string_view name, std::span<const Label> labels,
                  const ExposedSample &sample);

/// `a="b",c="d"`: values escaped, names quoted where they have to be.
void appendLabels(std::string &out, std::span<const Label> labels);

/// The same for an exemplar's labels, which Prometheus reads with their escapes unresolved: what can stand
/// between quotes stays as it is, so that it comes back as it was however often it is written and read; the
/// rest is escaped.
void appendExemplarLabels(std::string &out, std::span<const Label> labels);

/// Whether a text can stand between quotes as it is: escapes that are whole, no quotes and line feeds else.
[[nodiscard]] bool isQuotable(std::string_view text) noexcept;

/// Puts a backslash before each of these characters, the line feed being written as n.
[[nodiscard]] std::string escaped(std::string_view text, std::string_view characters);

} // namespace sightglass
