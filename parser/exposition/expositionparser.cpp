// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositionparser.h"

#include "parser/exposition/openmetricsparser.h"
#include "parser/exposition/prometheustextparser.h"

namespace sightglass {

std::unique_ptr<ExpositionParser> createExpositionParser(ExpositionFormat format, std::string_view body)
{
    if (format == ExpositionFormat::OpenMetricsText)
        return std::make_unique<OpenMetricsParser>(body, LineScanning::Fast);
    return std::make_unique<PrometheusTextParser>(body, LineScanning::Fast);
}

} // namespace sightglass
