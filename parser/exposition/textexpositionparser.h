// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositionlexer.h"
#include "parser/exposition/expositionparser.h"
#include "parser/exposition/sampleparts.h"

#include <string>

namespace sightglass {

/// Which lines the fast path may take. StrictOnly is the reference that the fast path is tested against.
enum class LineScanning : std::uint8_t
{
    Fast,
    StrictOnly
};

/// What the parsers of the two text formats share: the fast path for regular lines, the entry's values,
/// metadata lines.
class TextExpositionParser : public ExpositionParser
{
public:
    Result<Entry> next() final;
    bool resume() final;
    void expectSeries(std::string_view text) noexcept final { m_expected = text; }
    [[nodiscard]] bool isExpected() const noexcept final { return m_isExpected; }

    [[nodiscard]] std::string_view seriesText() const noexcept final { return m_sample.series; }
    [[nodiscard]] double value() const noexcept final { return m_sample.value; }
    [[nodiscard]] std::optional<std::int64_t> timestampMs() const noexcept final
    {
        return m_sample.timestampMs;
    }
    void decodeLabels(std::vector<Label> &out) const final;
    [[nodiscard]] std::string_view metadataName() const noexcept final { return m_metadataName; }
    [[nodiscard]] std::string_view metadataText() const noexcept final { return m_metadataText; }
    [[nodiscard]] MetricType metadataType() const noexcept final { return m_typeInForce; }
    [[nodiscard]] SourcePosition position() const noexcept final;

    // For readers that look at a line more closely than Prometheus does:
    /// The present sample, cut up, escapes unresolved. Not of one that isExpected().
    [[nodiscard]] const SampleParts &parts() const noexcept { return m_sample; }
    /// The bytes of the present entry and where they begin in the body.
    [[nodiscard]] std::string_view entryText() const noexcept
    {
        return m_lexer.view(m_entryStart, m_lexer.position());
    }
    [[nodiscard]] std::size_t entryOffset() const noexcept { return m_entryStart; }
    [[nodiscard]] std::string_view body() const noexcept { return m_lexer.body(); }

protected:
    TextExpositionParser(ExpositionFormat format, ExpositionLexer &lexer, LineScanning scanning) noexcept;

    /// Reads one entry token by token from entryStart() on.
    virtual Result<Entry> readStrictly() = 0;
    /// Whether the present sample is left out of the entries; asked only after leaveOutSamples().
    [[nodiscard]] virtual bool leavesOut() const noexcept { return false; }
    void leaveOutSamples() noexcept { m_leaveOut = true; }
    void ignoreBlanksAroundTypes() noexcept { m_trimTypes = true; }

    /// Name and labels whose first token is given, and the token behind them into `after`.
    [[nodiscard]] std::optional<Error> readSeries(ExpositionToken first, ExpositionToken &after);
    /// Name and text of a metadata line behind its keyword.
    [[nodiscard]] std::optional<Error> readMetadata(ExpositionToken keyword);
    /// The number in a value token, NaN made canonical.
    [[nodiscard]] Result<double> readNumber(std::string_view text) const;

    void beginEntry() noexcept { m_entryStart = m_lexer.position(); }
    [[nodiscard]] std::size_t entryStart() const noexcept { return m_entryStart; }
    [[nodiscard]] SampleParts &sample() noexcept { return m_sample; }
    /// An error whose text ends in what was read of the line so far.
    [[nodiscard]] Error failureOfToken(std::string reason) const;

private:
    [[nodiscard]] Result<Entry> readEntry();
    [[nodiscard]] std::optional<Entry> readRegularLine(std::string_view expected);
    /// The line that begins with the expected series; to behind its line feed, or null where it is another
    /// one.
    [[nodiscard]] const char *readExpectedLine(const char *line, const char *end,
                                               std::string_view expected) noexcept;
    /// Cuts up the series text of a sample that isExpected().
    [[nodiscard]] std::optional<SampleParts> partsOfExpected() const;
    [[nodiscard]] std::optional<Entry> readRegularMetadata(const char *line, const char *end);
    /// Takes over a metadata line, or says in Prometheus' words why not.
    [[nodiscard]] std::optional<std::string> acceptMetadata(ExpositionToken keyword, std::string_view name,
                                                            std::string_view text);
    [[nodiscard]] std::optional<std::string> acceptHelp(std::string_view text);

    ExpositionFormat m_format;
    ExpositionLexer &m_lexer;
    LineScanning m_scanning;
    bool m_trimTypes = false;
    bool m_leaveOut = false;
    bool m_isExpected = false;   ///< then the sample has neither name nor labels
    std::string_view m_expected; ///< by the next entry alone
    std::size_t m_entryStart = 0;
    SampleParts m_sample;
    std::string_view m_metadataName;
    std::string_view m_metadataText;
    std::string m_unescapedHelp;
    MetricType m_typeInForce = MetricType::Unknown;
    std::optional<Result<Entry>> m_final;

    /// Where position() last counted to, so that asking for every entry costs one pass over the body.
    struct CountedLines
    {
        std::size_t offset = 0;
        std::size_t lineStart = 0;
        std::uint32_t line = 1;
    };
    mutable CountedLines m_counted;
};

} // namespace sightglass
