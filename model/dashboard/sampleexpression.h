// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/promql/ast.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sightglass {

/// An expression each of whose values is made of one sample of one series: a selector as it is, or reckoned
/// with numbers ("x", "(x offset 1h)", "-x * 8 / 1024"). What it selects can be drawn sample by sample,
/// without evaluating it at steps.
class SampleExpression
{
public:
    /// Nothing for any other expression: one with @, an offset that is no plain duration or is negative, a
    /// smoothed or anchored selector, comparisons, functions; nor for one whose series may come to have equal
    /// labels when their name goes. The expression outlives the answer.
    [[nodiscard]] static std::optional<SampleExpression> of(const promql::Expr &expr);

    [[nodiscard]] const promql::VectorSelector &selector() const noexcept { return *m_selector; }
    /// A sample counts so much later than it was taken; not negative.
    [[nodiscard]] std::int64_t offsetMs() const noexcept { return m_offsetMs; }
    /// Whether its values are the samples' own, and the series keep their names.
    [[nodiscard]] bool isPlain() const noexcept { return m_steps.empty(); }

    /// Makes the expression's values of samples' values, as the engine does, bit by bit. Not for stale
    /// markers.
    void apply(std::span<double> values) const;
    /// The labels of the expression's series.
    [[nodiscard]] Labels labelsOf(const Labels &series) const;

private:
    enum class Side : std::uint8_t
    {
        Left,
        Right
    };
    /// The value so far and a number; no operator: the sign changes.
    struct Step
    {
        std::optional<promql::BinaryOp> op;
        double number = 0;
        Side numberSide = Side::Right;
    };
    class Reader;

    const promql::VectorSelector *m_selector = nullptr;
    std::int64_t m_offsetMs = 0;
    std::vector<Step> m_steps;
};

} // namespace sightglass
