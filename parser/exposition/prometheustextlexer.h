// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositionlexer.h"

#include <cstdint>

namespace sightglass {

/// Who decides where the format's specification 0.0.4 allows more than Prometheus reads. By the specification
/// a timestamp is what Go's ParseInt takes, sign included, and blanks around the word of a TYPE line are
/// nothing.
enum class TextRules : std::uint8_t
{
    Prometheus,
    Specification
};

/// Tokens of the Prometheus text format (exposition reference, section 1). Blanks between tokens are passed
/// over.
class PrometheusTextLexer final : public ExpositionLexer
{
public:
    explicit PrometheusTextLexer(std::string_view body, TextRules rules = TextRules::Prometheus) noexcept
        : ExpositionLexer(body, FinalLinebreak::Supplied)
        , m_rules(rules)
    {}

    ExpositionToken next() override;

private:
    ExpositionToken nextWithBlanks();
    ExpositionToken lineStart();
    ExpositionToken comment();
    ExpositionToken restOfComment();
    ExpositionToken metadataText();
    ExpositionToken labelValue();
    ExpositionToken value();
    ExpositionToken timestamp();
    ExpositionToken blanks();

    TextRules m_rules;
};

} // namespace sightglass
