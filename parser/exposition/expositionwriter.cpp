// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositionwriter.h"

#include "parser/exposition/formatwriters.h"

namespace sightglass {

std::string writeExposition(ExpositionFormat format, std::span<const ExposedFamily> families)
{
    std::string out;
    for (const ExposedFamily &family : families) {
        switch (format) {
        case ExpositionFormat::PrometheusText:
            writePrometheusText(family, out);
            break;
        case ExpositionFormat::OpenMetricsText:
            writeOpenMetrics(family, out);
            break;
        case ExpositionFormat::Protobuf:
            writeProtobuf(family, out);
            break;
        }
    }
    if (format == ExpositionFormat::OpenMetricsText)
        out += "# EOF\n";
    return out;
}

} // namespace sightglass
