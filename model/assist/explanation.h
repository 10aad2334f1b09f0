// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/finding.h"
#include "model/core/sample.h"
#include "parser/base/error.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// What one part of a query came to.
struct ExplainedNode
{
    std::string text; ///< as Prometheus prints it; may hold hostile text
    SourceSpan span;  ///< of the query
    promql::ExprKind kind = promql::ExprKind::NumberLiteral;
    promql::ValueType type = promql::ValueType::Scalar;
    std::optional<std::size_t> parent; ///< index of the node above
    std::size_t depth = 0;

    std::size_t series = 0;   ///< elements of a vector, series of a range vector; 1 for scalars and strings
    std::size_t samples = 0;  ///< of a range vector
    std::string sampleLabels; ///< of the first series; empty for scalars
    std::optional<double> sampleValue; ///< of the first series, its newest
    std::string sampleHistogram;       ///< the same where it is a native histogram
    double milliseconds = 0;           ///< time to evaluate it with all that is below
    std::optional<Error> error;
};

/// A query taken apart, evaluated at one time.
struct Explanation
{
    TimestampMs at = 0;
    std::vector<ExplainedNode> nodes;   ///< parents before what is below; parentheses are left out
    std::optional<std::size_t> emptied; ///< the node that had something below it and gives nothing
    std::vector<Finding> findings;      ///< gravest first
    std::optional<Error> error;         ///< it does not parse
    bool complete = true;               ///< false: too many nodes, too much time, or cancelled
};

} // namespace sightglass
