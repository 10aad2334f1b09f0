// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/createdlines.h"
#include "parser/exposition/openmetricslexer.h"
#include "parser/exposition/textexpositionparser.h"

namespace sightglass {

/// Seconds of OpenMetrics as milliseconds, toward zero. Beyond int64 the smallest one, as Go's conversion has
/// it on x86-64.
[[nodiscard]] std::int64_t openMetricsMilliseconds(double seconds) noexcept;

/// OpenMetrics text as leniently as Prometheus' scraper reads it (exposition reference, section 2).
class OpenMetricsParser final : public TextExpositionParser
{
public:
    using CreatedLineUse = ExpositionOptions::CreatedLines;

    OpenMetricsParser(std::string_view body, LineScanning scanning,
                      CreatedLineUse created = CreatedLineUse::AsSeries);

    /// Label values as exposed, escapes unresolved, as Prometheus has them.
    bool nextExemplar(ExposedExemplar &out) override;
    [[nodiscard]] std::optional<std::int64_t> startTimestampMs() const override;

    /// The present sample's exemplar, null where it has none; `series` is its label list.
    [[nodiscard]] const SampleParts *exemplar() const noexcept
    {
        return m_exemplarOf == entryOffset() ? &m_exemplar : nullptr;
    }
    /// The present sample's timestamp at full precision.
    [[nodiscard]] std::optional<double> timestampSeconds() const noexcept;

private:
    static constexpr std::size_t noEntry = static_cast<std::size_t>(-1);

    Result<Entry> readStrictly() override;
    Result<Entry> readSample(ExpositionToken first);
    [[nodiscard]] std::optional<Error> readEndOfSample(ExpositionToken value);
    [[nodiscard]] std::optional<Error> readExemplar();
    [[nodiscard]] Result<double> readValue(ExpositionToken token, std::string_view expectation);
    [[nodiscard]] Result<double> readTimestamp(std::string_view what);
    [[nodiscard]] bool leavesOut() const noexcept override;
    [[nodiscard]] Error missingEnd() const;

    OpenMetricsLexer m_lexer;
    // Of the entry that begins there, so that entries without them, nearly all, have nothing to reset.
    std::size_t m_exemplarOf = noEntry;
    std::size_t m_exemplarTakenOf = noEntry;
    std::size_t m_timestampOf = noEntry;
    SampleParts m_exemplar;
    double m_timestampSeconds = 0;
    bool m_startTimestamps = false;
    mutable CreatedLines m_created;
};

} // namespace sightglass
