// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositionlexer.h"

namespace sightglass {

/// Tokens of the Prometheus text format (exposition reference, section 1). Blanks between tokens are passed
/// over.
class PrometheusTextLexer final : public ExpositionLexer
{
public:
    explicit PrometheusTextLexer(std::string_view body) noexcept
        : ExpositionLexer(body, FinalLinebreak::Supplied)
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
};

} // namespace sightglass
