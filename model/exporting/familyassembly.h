// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exporting/gaugehistogramnames.h"
#include "model/histogram/floathistogram.h"
#include "model/storage/exemplars.h"
#include "parser/exposition/exposedfamily.h"
#include "parser/exposition/expositionformat.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A series at its newest sample.
struct ExportedSeries
{
    Labels labels; ///< with __name__
    TimestampMs t = 0;
    double value = 0;
    HistogramPtr histogram; ///< null for a float
    TimestampMs start = 0;  ///< 0: unknown
    std::vector<Exemplar> exemplars;
};

/// What families are put together for.
struct AssemblyTarget
{
    ExpositionFormat format = ExpositionFormat::PrometheusText;
    GaugeHistogramNames gaugeHistogramNames = GaugeHistogramNames::Kept;
};

/// Whether a series whose name is the family's and `suffix` may belong to a family of that type; the empty
/// suffix always may.
[[nodiscard]] bool isFamilySuffix(MetricType type, std::string_view suffix) noexcept;

/// The families as which a format has the series of one family, as exportFamilies() says. `name` is the one
/// on the metadata line; each series' name is that with a suffix of isFamilySuffix().
[[nodiscard]] std::vector<ExposedFamily> assembledFamilies(const std::string &name,
                                                           const MetricMetadata &metadata,
                                                           std::span<const ExportedSeries> series,
                                                           AssemblyTarget target);

} // namespace sightglass
