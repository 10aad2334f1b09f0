// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/labels.h"
#include "parser/base/result.h"
#include "parser/exposition/exposedexemplar.h"
#include "parser/exposition/expositionformat.h"
#include "parser/exposition/metrictype.h"
#include "parser/exposition/nativehistogram.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace sightglass {

/// Pulls entries out of one scraped body, exactly as lenient and as strict as Prometheus 3's own scrape
/// parsers (exposition reference, sections 1 to 4). Zero-copy: every view points into the body, which must
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
        Histogram, ///< a native histogram: a sample whose value is histogram()
        Help,
        Type,
        Unit,
        Comment,
        End
    };

    virtual ~ExpositionParser() = default;

    /// Advances to the next entry. After an Error (code ExpositionSyntax, with span and line:column; the
    /// argument is Prometheus' own error text) or End, calling again gives the same answer. Errors of the
    /// binary format have a span and, in their text, the byte and the path of messages, but no line.
    virtual Result<Entry> next() = 0;

    /// A hint for the next call of next(): the seriesText() that the next sample has if the page is like the
    /// one before. Where it has, isExpected() says so, and neither name nor labels are looked at unless
    /// decodeLabels() asks; entries are the same with any hint and without. The text must have come from a
    /// sample of the same format, and live until next() returns; empty: nothing is expected.
    virtual void expectSeries(std::string_view /*text*/) noexcept {}
    /// After Entry::Sample: seriesText() is the text that was expected. False says nothing.
    [[nodiscard]] virtual bool isExpected() const noexcept { return false; }

    /// After an Error: whether the parser could go on behind it, at the next line or family. Then next()
    /// gives what follows. Prometheus does not go on; a page whose reading met an error stays rejected.
    virtual bool resume() { return false; }

    // After Entry::Sample and Entry::Histogram:
    /// The bytes by which a re-scrape recognises a series, unique to it and never empty: in the text formats
    /// the raw name and labels, e.g. `a{b="c"}`; in protobuf name and labels with 0xFF between them.
    [[nodiscard]] virtual std::string_view seriesText() const noexcept = 0;
    /// The sample's value. Any NaN is the canonical 0x7FF8000000000001, so that a target cannot inject a
    /// stale marker.
    [[nodiscard]] virtual double value() const noexcept = 0;
    /// Of a Histogram entry.
    [[nodiscard]] virtual const NativeHistogram &histogram() const noexcept;
    /// After the first Sample of a histogram whose native part ExpositionOptions passes over: that part,
    /// until the next call of next(). Null: there is none. Not told where classic histograms are converted.
    [[nodiscard]] virtual const PassedHistogram *passedHistogram() { return nullptr; }
    /// The exposed timestamp in milliseconds since the Unix epoch, if there was one.
    [[nodiscard]] virtual std::optional<std::int64_t> timestampMs() const noexcept = 0;
    /// Decodes name and labels of the present sample into `out` (cleared first), in exposed order, the name
    /// as
    /// __name__, escapes resolved, le and quantile normalised where the type in force asks for it
    /// (section 1.5). Duplicate names and empty values are left in, they are the caller's verdict.
    virtual void decodeLabels(std::vector<Label> &out) const = 0;

    /// Gives the sample's next exemplar; false when there is none left. At most one per sample, any number
    /// per histogram. Of histograms those without timestamp are left out, as Prometheus does.
    virtual bool nextExemplar(ExposedExemplar &out);
    /// When the series began to count, in milliseconds since the Unix epoch, where the endpoint says so: in
    /// protobuf always, in OpenMetrics with CreatedLines::AsStartTimestamps.
    [[nodiscard]] virtual std::optional<std::int64_t> startTimestampMs() const { return std::nullopt; }

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
[[nodiscard]] std::unique_ptr<ExpositionParser>
createExpositionParser(ExpositionFormat format, std::string_view body, ExpositionOptions options = {});

/// The format that a Content-Type header asks for: media type only, parameters ignored, case-insensitive
/// (section 0.3). Empty for a blank, malformed or unsupported header: such a scrape fails, there is no
/// sniffing.
[[nodiscard]] std::optional<ExpositionFormat> expositionFormatOf(std::string_view contentType);

/// The Accept header that a scrape sends (section 0.2, default list without protobuf).
[[nodiscard]] std::string_view scrapeAcceptHeader() noexcept;

} // namespace sightglass
