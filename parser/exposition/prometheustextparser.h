// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/prometheustextlexer.h"
#include "parser/exposition/textexpositionparser.h"

namespace sightglass {

/// The Prometheus text format, 0.0.4 and 1.0.0 (exposition reference, section 1).
class PrometheusTextParser final : public TextExpositionParser
{
public:
    PrometheusTextParser(std::string_view body, LineScanning scanning,
                         TextRules rules = TextRules::Prometheus)
        : TextExpositionParser(ExpositionFormat::PrometheusText, m_lexer, scanning)
        , m_lexer(body, rules)
    {
        if (rules == TextRules::Specification)
            ignoreBlanksAroundTypes();
    }

private:
    Result<Entry> readStrictly() override;
    Result<Entry> readMetadataLine(ExpositionToken keyword);
    Result<Entry> readSample(ExpositionToken first);
    [[nodiscard]] std::optional<Error> readTimestamp();

    PrometheusTextLexer m_lexer;
};

} // namespace sightglass
