// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/annotations.h"
#include "model/query/binarykernels.h"
#include "model/query/columns.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace sightglass {

/// Applies one binary operator to pairs of series over all steps: floats by columns, histograms one by one.
/// Of several remarks on a step Prometheus tells the last pair's only, so they are kept until all pairs of
/// the operation are through.
class SeriesCombiner
{
public:
    SeriesCombiner(const promql::Binary &binary, ComparisonYield yield)
        : m_binary(binary)
        , m_yield(yield)
    {}

    /// Puts lhs op rhs into the result, which has a column of absent points, at every step where both have a
    /// value.
    void combine(const Series &lhs, const Series &rhs, Series &result);

    /// The steps, ascending, at which the last two series both had a value, but of types that do not go
    /// together.
    [[nodiscard]] std::vector<std::size_t> takeRefused() noexcept { return std::move(m_refused); }

    void tell(Annotations &annotations);

private:
    void combineAt(std::size_t step, const Series &lhs, const Series &rhs, Series &result);

    const promql::Binary &m_binary;
    ComparisonYield m_yield;
    std::vector<std::size_t> m_refused;
    std::map<std::size_t, Annotation> m_remarks;
};

} // namespace sightglass
