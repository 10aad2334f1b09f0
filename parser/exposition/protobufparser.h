// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositionparser.h"
#include "parser/exposition/familymessage.h"
#include "parser/exposition/metricmessage.h"
#include "parser/exposition/protobufseries.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Delimited io.prometheus.client.MetricFamily messages as the same entries as text (exposition reference,
/// section 3): per family HELP, UNIT where there is one, TYPE, then its metrics, histograms and summaries
/// spread over _count, _sum and _bucket or quantile series. Families without metrics are passed over.
class ProtobufParser final : public ExpositionParser
{
public:
    ProtobufParser(std::string_view body, const ExpositionOptions &options) noexcept;

    Result<Entry> next() override;
    /// Goes on with the family behind, where its beginning is known.
    bool resume() override;

    [[nodiscard]] std::string_view seriesText() const noexcept override { return m_series.key(); }
    [[nodiscard]] double value() const noexcept override { return m_value; }
    [[nodiscard]] const NativeHistogram &histogram() const noexcept override { return m_histogram; }
    [[nodiscard]] const PassedHistogram *passedHistogram() override;
    [[nodiscard]] std::optional<std::int64_t> timestampMs() const noexcept override;
    void decodeLabels(std::vector<Label> &out) const override { m_series.decodeLabels(out); }
    bool nextExemplar(ExposedExemplar &out) override;
    [[nodiscard]] std::optional<std::int64_t> startTimestampMs() const override;

    [[nodiscard]] std::string_view metadataName() const noexcept override { return m_family.name; }
    [[nodiscard]] std::string_view metadataText() const noexcept override { return m_metadataText; }
    [[nodiscard]] MetricType metadataType() const noexcept override { return m_family.metricType(); }
    /// There are no lines.
    [[nodiscard]] SourcePosition position() const noexcept override { return {}; }

private:
    enum class Stage : std::uint8_t
    {
        Family, ///< the next family is to be found
        Help,
        Unit,
        Type,
        Metrics
    };

    [[nodiscard]] Result<Entry> advance();
    [[nodiscard]] Result<Entry> nextSample();
    [[nodiscard]] std::optional<Error> findFamily();
    [[nodiscard]] std::optional<Error> takeDelimited(std::string_view &message);
    [[nodiscard]] std::optional<Error> readNextMetric();
    [[nodiscard]] bool hasNativePart() const noexcept;
    [[nodiscard]] std::optional<std::string> readNative(NativeHistogram &histogram) const;
    void placeHistogram();
    [[nodiscard]] std::size_t classicSamples() const noexcept;
    void placeSample();
    void placeSummarySample();
    void placeHistogramSample();
    [[nodiscard]] Error failure(std::string text, std::size_t offset, std::string_view path) const;

    std::string_view m_body;
    ExpositionOptions m_options;
    std::size_t m_position = 0; ///< behind the present family
    Stage m_stage = Stage::Family;
    FamilyMessage m_family;
    std::size_t m_nextMetric = 0;
    std::size_t m_familyNumber = 0;
    MetricMessage m_metric;
    bool m_histogramDue = false;
    std::size_t m_nextSample = 0; ///< among those of the present metric
    std::size_t m_samples = 0;
    ProtobufSeries m_series;
    double m_value = 0;
    NativeHistogram m_histogram;
    PassedHistogram m_passed;
    std::string_view m_metadataText;
    std::vector<std::size_t> m_exemplars; ///< of the present sample, those still to come, last first
    std::optional<Result<Entry>> m_final;
};

} // namespace sightglass
