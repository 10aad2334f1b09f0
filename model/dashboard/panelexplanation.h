// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "model/dashboard/quantilebands.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <span>

namespace sightglass {

/// The expressions of a panel that parsed, each with the index of its query.
struct AskedExprs
{
    std::span<const promql::ExprPtr> exprs;
    std::span<const std::size_t> queries; ///< as many
};

/// Adds to an answer what explains it, as far as the panel's type has a place for it. What has a time axis
/// gets events; what shows lines, cells, bars, tables or single numbers of buckets advice on these; lines the
/// error bands of quantiles at all steps, single numbers, tables and bars at their newest sample. Transformed
/// series are no quantiles any more. Any thread.
void explainPanel(PanelData &data, const PanelSpec &panel, const AskedExprs &asked, const BandSource &source);

/// The same for a line chart that no panel describes.
void explainLines(PanelData &data, const AskedExprs &asked, const BandSource &source);

} // namespace sightglass
