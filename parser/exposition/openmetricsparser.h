// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/openmetricslexer.h"
#include "parser/exposition/textexpositionparser.h"

namespace sightglass {

/// OpenMetrics text as leniently as Prometheus' scraper reads it (exposition reference, section 2). Exemplars
/// are checked and left out.
class OpenMetricsParser final : public TextExpositionParser
{
public:
    OpenMetricsParser(std::string_view body, LineScanning scanning)
        : TextExpositionParser(ExpositionFormat::OpenMetricsText, m_lexer, scanning)
        , m_lexer(body)
    {}

private:
    Result<Entry> readStrictly() override;
    Result<Entry> readSample(ExpositionToken first);
    [[nodiscard]] std::optional<Error> readEndOfSample(ExpositionToken value);
    [[nodiscard]] std::optional<Error> readExemplar();
    [[nodiscard]] Result<double> readValue(ExpositionToken token, std::string_view expectation);
    [[nodiscard]] Result<std::int64_t> readTimestamp(std::string_view what);
    [[nodiscard]] Error missingEnd() const;

    OpenMetricsLexer m_lexer;
};

} // namespace sightglass
