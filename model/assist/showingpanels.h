// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "parser/base/goregex.h"
#include "parser/base/labels.h"
#include "parser/promql/ast.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace sightglass {

/// What a panel's queries select, read once: which series it shows, and which rules are about the same.
/// Variables in queries are taken as whatever they may be.
class PanelSelectors
{
public:
    PanelSelectors() = default;
    explicit PanelSelectors(const PanelSpec &panel);

    /// Whether one of its selectors takes the series.
    [[nodiscard]] bool shows(const Labels &series) const;
    /// Whether it selects this metric.
    [[nodiscard]] bool selects(std::string_view metric) const;
    /// Whether it selects a metric of the expression: what the expression is about is seen there.
    [[nodiscard]] bool isAbout(const promql::Expr &expr) const;
    /// The same for one of its alerts: where a selector asks for a label that the alert has, it takes the
    /// alert's value.
    [[nodiscard]] bool isAbout(const promql::Expr &expr, const Labels &alert) const;

private:
    /// A matcher made ready.
    struct Ready
    {
        Matcher matcher;
        std::shared_ptr<const GoRegex> regex; ///< null: none, or one that is none and takes nothing
        bool takesAll = false;                ///< there is a variable in it

        [[nodiscard]] bool takes(const Labels &series) const;
    };
    void add(const std::vector<Matcher> &matchers);

    std::vector<std::vector<Ready>> m_selectors;
};

} // namespace sightglass
