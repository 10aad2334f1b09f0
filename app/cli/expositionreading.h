// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/sourcespan.h"
#include "parser/exposition/expositionformat.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <string_view>

namespace sightglass {

/// One thing that is said of a page.
struct ReadingDiagnostic
{
    enum class Severity : std::uint8_t
    {
        Note,    ///< decides nothing
        Rejected ///< who decides does not take the page
    };

    Severity severity = Severity::Rejected;
    SourcePosition position; ///< line 0: of the page as a whole
    QString text;
};

/// How a page is read.
struct ExpositionReading
{
    ExpositionFormat format = ExpositionFormat::PrometheusText;
    ExpositionOptions options;
    bool strict = false; ///< the format's specification decides, not Prometheus
};

/// Where what is read goes, piece by piece.
struct ReadingOutput
{
    std::function<void(std::string_view)> json; ///< whole lines, see ExpositionJson
    std::function<void(const ReadingDiagnostic &)> diagnostic;
};

/// Reads a page as far as it can be, and says whether it is taken: where, and only where, no diagnostic was
/// given that rejects it. The first 1,000 of these are enough; notes are limited alike.
[[nodiscard]] bool readExposition(std::string_view body, const ExpositionReading &reading,
                                  const ReadingOutput &output);

} // namespace sightglass
