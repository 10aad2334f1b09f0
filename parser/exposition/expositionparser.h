// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/base/result.h"
#include "parser/exposition/metrictype.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace sightglass {

/// The exposition formats that the scrape parsers know.
enum class ExpositionFormat : std::uint8_t
{
    PrometheusText, ///< text/plain; versions 0.0.4 and 1.0.0 are one grammar
    OpenMetricsText ///< application/openmetrics-text; versions 0.0.1 and 1.0.0 are one grammar
};

/// Pulls entries out of one scraped body, exactly as lenient and as strict as Prometheus 3's own scrape
/// parsers (exposition reference, sections 1 and 2). Zero-copy: every view points into the body, which must
/// outlive the parser, or into scratch that lives until the next call of next(). Not thread-safe; no I/O, no
/// clock, no locale. Never throws.
///
///     while (true) {
///         const auto entry = parser->next();          // Error: the whole scrape is to be rejected
///         if (!entry || *entry == ExpositionParser::Entry::End) break;
///         ...
///     }
class ExpositionParser
{
public:
    enum class Entry : std::uint8_t
    {
        Sample,
        Help,
        Type,
        Unit,
        Comment,
        End
    };

    virtual ~ExpositionParser() = default;

    /// Advances to the next entry. After an Error (code ExpositionSyntax, with span and line:column; the
    /// argument is Prometheus' own error text) or End, calling again gives the same answer.
    virtual Result<Entry> next() = 0;

    // After Entry::Sample:
    /// The raw bytes of name and labels as exposed, e.g. `a{b="c"}`: the key under which a re-scrape
    /// recognises a series.
    [[nodiscard]] virtual std::string_view seriesText() const noexcept = 0;
    /// The sample's value. Any NaN is the canonical 0x7FF8000000000001, so that a target cannot inject a
    /// stale marker.
    [[nodiscard]] virtual double value() const noexcept = 0;
    /// The exposed timestamp in milliseconds since the Unix epoch, if there was one.
    [[nodiscard]] virtual std::optional<std::int64_t> timestampMs() const noexcept = 0;
    /// Decodes name and labels of the present sample into `out` (cleared first), in exposed order, the name
    /// as
    /// __name__, escapes resolved, le and quantile normalised where the type in force asks for it
    /// (section 1.5). Duplicate names and empty values are left in, they are the caller's verdict.
    virtual void decodeLabels(std::vector<Label> &out) const = 0;

    // After Entry::Help, Type and Unit:
    /// The metric name as written on the metadata line (a quoted name without its quotes, not unescaped).
    [[nodiscard]] virtual std::string_view metadataName() const noexcept = 0;
    /// After Help: the text, unescaped. After Unit: the unit.
    [[nodiscard]] virtual std::string_view metadataText() const noexcept = 0;
    /// After Type.
    [[nodiscard]] virtual MetricType metadataType() const noexcept = 0;

    /// Where the present entry begins.
    [[nodiscard]] virtual SourcePosition position() const noexcept = 0;
};

/// A parser for a body in this format. An empty body is not an error in PrometheusText; callers must not
/// parse empty bodies of any format (a zero-length scrape is a success without samples, section 0.3).
[[nodiscard]] std::unique_ptr<ExpositionParser> createExpositionParser(ExpositionFormat format,
                                                                       std::string_view body);

/// The format that a Content-Type header asks for: media type only, parameters ignored, case-insensitive
/// (section 0.3). Empty for a blank, malformed or unsupported header: such a scrape fails, there is no
/// sniffing.
[[nodiscard]] std::optional<ExpositionFormat> expositionFormatOf(std::string_view contentType);

/// The Accept header that a scrape sends (section 0.2, default list without protobuf).
[[nodiscard]] std::string_view scrapeAcceptHeader() noexcept;

} // namespace sightglass
