// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/expositionlexer.h"

namespace sightglass {

/// Tokens of OpenMetrics text as Prometheus' scraper reads it (exposition reference, section 2): a single
/// space is part of the value, timestamp and text tokens that it introduces.
class OpenMetricsLexer final : public ExpositionLexer
{
public:
    explicit OpenMetricsLexer(std::string_view body) noexcept
        : ExpositionLexer(body, FinalLinebreak::AsWritten)
    {}

    ExpositionToken next() override;

private:
    ExpositionToken lineStart();
    ExpositionToken keyword();
    ExpositionToken metadataText();
    ExpositionToken labelValue();
    ExpositionToken value();
    ExpositionToken timestamp();
    ExpositionToken exemplarValue();
    ExpositionToken exemplarTimestamp();
    ExpositionToken numberToken(State state, ExpositionToken token);
};

} // namespace sightglass
