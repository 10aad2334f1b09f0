// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/classichistogram.h"
#include "parser/exposition/expositionparser.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// A layer over another parser that gives classic histograms as native ones with custom bounds (exposition
/// reference, section 4): the series of a histogram that follow each other become one Histogram entry behind
/// them. Text formats drop a histogram that cannot be converted, the binary one fails the scrape.
class CustomBucketsParser final : public ExpositionParser
{
public:
    using ClassicSeries = ExpositionOptions::ClassicSeries;

    CustomBucketsParser(std::unique_ptr<ExpositionParser> parser, ExpositionFormat format,
                        ClassicSeries classic) noexcept;

    Result<Entry> next() override;
    bool resume() override;

    [[nodiscard]] std::string_view seriesText() const noexcept override;
    [[nodiscard]] double value() const noexcept override;
    [[nodiscard]] const NativeHistogram &histogram() const noexcept override;
    [[nodiscard]] std::optional<std::int64_t> timestampMs() const noexcept override;
    void decodeLabels(std::vector<Label> &out) const override;
    bool nextExemplar(ExposedExemplar &out) override;
    [[nodiscard]] std::optional<std::int64_t> startTimestampMs() const override;
    [[nodiscard]] std::string_view metadataName() const noexcept override;
    [[nodiscard]] std::string_view metadataText() const noexcept override;
    [[nodiscard]] MetricType metadataType() const noexcept override;
    [[nodiscard]] SourcePosition position() const noexcept override;

private:
    /// The metric whose series are collected: the histogram's name and labels, le left out.
    struct Metric
    {
        std::string key;
        std::vector<Label> labels; ///< the name first
        std::optional<std::int64_t> timestampMs;
        std::optional<std::int64_t> startMs;
        SourcePosition position;
        std::vector<ExposedExemplar> exemplars;
    };

    [[nodiscard]] bool isConverted(MetricType type) const noexcept;
    [[nodiscard]] bool endsCollection(const Result<Entry> &entry);
    [[nodiscard]] std::optional<Result<Entry>> finishCollection();
    bool collectSample();
    void readSample();
    void beginMetric();
    void note(Entry entry);

    std::unique_ptr<ExpositionParser> m_parser;
    ExpositionFormat m_format;
    bool m_keepsClassic;

    MetricType m_type = MetricType::Unknown;
    std::string m_typeName;

    // The present sample, read where it may belong to a histogram.
    std::vector<Label> m_labels;
    std::string m_baseName;
    std::string_view m_suffix; ///< of m_labels' name
    std::optional<double> m_bound;
    std::string m_key;

    bool m_collecting = false;
    Metric m_metric;
    ClassicHistogram m_classic;
    std::string m_exponentialKey; ///< of the latest native histogram that came as such

    bool m_emitting = false;
    NativeHistogram m_histogram;
    std::size_t m_nextExemplar = 0;
    std::optional<Result<Entry>> m_held; ///< what the inner parser is at while a histogram is given before it
    std::optional<Error> m_failure;
};

} // namespace sightglass
