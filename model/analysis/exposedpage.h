// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/interner.h"
#include "parser/base/error.h"
#include "parser/base/sourcespan.h"
#include "parser/exposition/expositionformat.h"
#include "parser/exposition/metrictype.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A name without the blanks before it. Prometheus keeps them in the name where a line of the text format
/// begins with them; all others, and families here, do without.
[[nodiscard]] constexpr std::string_view withoutIndent(std::string_view name) noexcept
{
    while (name.starts_with(' ') || name.starts_with('\t'))
        name.remove_prefix(1);
    return name;
}

/// One label of a sample, as symbols of its page.
struct PageLabel
{
    Symbol name = 0;
    Symbol value = 0;

    friend bool operator==(const PageLabel &, const PageLabel &) = default;
    friend auto operator<=>(const PageLabel &, const PageLabel &) = default;
};

/// One sample of a page. le and quantile are normalised where Prometheus does it; empty values are left in.
struct PageSample
{
    Symbol name = 0;
    std::uint32_t family = 0;
    std::uint32_t firstLabel = 0;
    std::uint32_t labelCount = 0; ///< without the name
    double value = 0;             ///< of no meaning where isNative
    std::optional<std::int64_t> timestampMs;
    std::optional<std::int64_t> startTimestampMs;
    SourceSpan span;            ///< name and labels in the body; empty in the binary format
    std::uint64_t identity = 0; ///< a hash of name and labels whatever their order, the same on every page
    bool isNative = false;
    bool isRefused = false; ///< only others than Prometheus read its line: the timestamp has a sign
};

/// A metric family as Prometheus' own tools put samples together: by exact name, then without the suffixes
/// that a summary's, a histogram's (in OpenMetrics: any type's) samples have.
struct PageFamily
{
    Symbol name = 0; ///< in OpenMetrics without _total and _info
    MetricType type = MetricType::Unknown;
    bool hasType = false;     ///< that could be told, if only as meantType()
    bool hasTypeLine = false; ///< whatever it says
    bool hasHelp = false;     ///< with a text
    bool hasUnit = false;
    SourceSpan typeSpan; ///< the name on its TYPE line
    SourceSpan span;     ///< the name where it is first met
    std::vector<std::uint32_t> samples;
};

/// A series that Prometheus refuses, or would.
struct PageSeriesError
{
    Error error;              ///< its span: the label that is to blame, or the whole series
    std::uint32_t sample = 0; ///< of ExposedPage::samples
};

/// A body as it was read, with all that could be read of it. The body must outlive it.
struct ExposedPage
{
    std::string_view body;
    ExpositionFormat format = ExpositionFormat::PrometheusText;
    Interner symbols;
    std::vector<std::uint64_t> symbolHashes; ///< by symbol, the same on every page
    std::vector<PageLabel> labels;
    std::vector<PageSample> samples;
    std::vector<PageFamily> families;          ///< in order of appearance
    std::vector<Error> syntaxErrors;           ///< the first 100,000
    std::vector<PageSeriesError> seriesErrors; ///< the first 100,000
    /// That lines with syntax errors begin with, sorted; without TYPE lines whose meaning is known.
    std::vector<std::string_view> damagedNames;
    std::size_t exemplars = 0;
    ExpositionOptions options; ///< that it was read with
    /// The first sample of each histogram whose native part the options pass over, and those of them that
    /// Prometheus would refuse if it read that part; the first 100,000 each.
    std::vector<std::uint32_t> passedHistograms;
    std::vector<PageSeriesError> passedErrors;
    /// Where the reading ended because of PageReading: where a line begins; in the binary format, which has
    /// no such places, the body's size. Nothing: all of it was read.
    std::optional<std::size_t> cutAt;

    [[nodiscard]] std::string_view text(Symbol symbol) const noexcept { return symbols.text(symbol); }
    [[nodiscard]] std::string_view name(const PageFamily &family) const noexcept { return text(family.name); }
    [[nodiscard]] std::span<const PageLabel> labelsOf(const PageSample &sample) const noexcept
    {
        return std::span(labels).subspan(sample.firstLabel, sample.labelCount);
    }
    /// What a label adds to the identity of its sample: identities are sums.
    [[nodiscard]] std::uint64_t identityOf(PageLabel label) const noexcept;
    /// Whether a line that could not be read may be one of the family's: what is missing may have been on it.
    /// The family in which the reading was cut is one, too.
    [[nodiscard]] bool isDamaged(const PageFamily &family) const noexcept;
    /// What of the sample's name is behind its family's.
    [[nodiscard]] std::string_view suffixOf(const PageSample &sample) const noexcept;
    /// The value of a label; nothing where it is absent.
    [[nodiscard]] std::optional<std::string_view> labelValue(const PageSample &sample,
                                                             std::string_view label) const noexcept;
    /// Where the label stands with its value, quotes included; else the whole series. Nowhere in the binary
    /// format, as the two below. Time in proportion to the line.
    [[nodiscard]] SourceSpan labelSpan(const PageSample &sample, std::string_view label) const;
    [[nodiscard]] SourceSpan valueSpan(const PageSample &sample) const;
    /// The value where there is no timestamp.
    [[nodiscard]] SourceSpan timestampSpan(const PageSample &sample) const;
    /// Of the sample, which is one of `samples`.
    [[nodiscard]] std::uint32_t numberOf(const PageSample &sample) const noexcept
    {
        return static_cast<std::uint32_t>(&sample - samples.data());
    }
    /// The family's name as queries have it: of OpenMetrics' counters and info metrics with their suffix.
    [[nodiscard]] std::string queriedName(const PageFamily &family) const;
    /// The bytes that lines and columns are counted in: nothing in the binary format.
    [[nodiscard]] std::string_view textBody() const noexcept
    {
        return format == ExpositionFormat::Protobuf ? std::string_view() : body;
    }
};

/// The metric name that the line around this place begins with, in a line of metadata the one behind the
/// keyword. Views live as long as the body.
[[nodiscard]] std::string_view nameOnLine(std::string_view body, std::size_t offset) noexcept;

/// How far a page is read. A small body may stand for much more: a sample takes a hundred bytes whatever its
/// line has, and a protobuf family repeats its name and labels in all its samples.
struct PageReading
{
    static constexpr std::size_t mostSamples = 2'000'000;
    static constexpr std::size_t mostLabels = 10'000'000;
    static constexpr std::size_t mostFamilies = 500'000;
    static constexpr std::size_t mostTextBytes = std::size_t{2} << 30U;

    /// What a scrape reads. Classic histograms are never converted: places are those of their lines.
    ExpositionOptions options = {};
    std::size_t samples = mostSamples;
    std::size_t labels = mostLabels; ///< of all samples
    std::size_t families = mostFamilies;
    std::size_t textBytes =
        mostTextBytes;         ///< of all samples' names and labels, as often as they are repeated
    std::stop_token stop = {}; ///< ends the reading early, as a limit does
};

/// Reads a body as Prometheus does, and goes on after errors.
/// Never fails: an unreadable body is a page of errors. Time and memory in proportion to the body, within the
/// limits.
[[nodiscard]] ExposedPage readPage(std::string_view body, ExpositionFormat format,
                                   const PageReading &reading = {});

} // namespace sightglass
