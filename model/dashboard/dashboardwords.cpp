// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/dashboardwords.h"

#include <array>

namespace sightglass {

namespace {

template<typename Enum>
using Word = std::pair<Enum, std::string_view>;

constexpr std::array<Word<PanelType>, 15> panelTypes = {{
    {PanelType::TimeSeries, "timeseries"},
    {PanelType::Stat, "stat"},
    {PanelType::Gauge, "gauge"},
    {PanelType::BarGauge, "bargauge"},
    {PanelType::Heatmap, "heatmap"},
    {PanelType::Table, "table"},
    {PanelType::Pie, "piechart"},
    {PanelType::BarChart, "barchart"},
    {PanelType::Histogram, "histogram"},
    {PanelType::StateTimeline, "state-timeline"},
    {PanelType::StatusHistory, "status-history"},
    {PanelType::Text, "text"},
    {PanelType::AlertList, "alertlist"},
    {PanelType::DashboardList, "dashlist"},
    {PanelType::Row, "row"},
}};

constexpr std::array<Word<SemanticColor>, 6> colors = {{
    {SemanticColor::Good, "good"},
    {SemanticColor::Notice, "notice"},
    {SemanticColor::Warning, "warning"},
    {SemanticColor::Critical, "critical"},
    {SemanticColor::Info, "info"},
    {SemanticColor::Neutral, "neutral"},
}};

constexpr std::array<Word<Calculation>, 5> calculations = {{
    {Calculation::LastNotNull, "last"},
    {Calculation::Min, "min"},
    {Calculation::Max, "max"},
    {Calculation::Mean, "mean"},
    {Calculation::Sum, "sum"},
}};

constexpr std::array<Word<LegendMode>, 3> legendModes = {{
    {LegendMode::Hidden, "hidden"},
    {LegendMode::List, "list"},
    {LegendMode::Table, "table"},
}};

constexpr std::array<Word<DashboardRole>, 3> dashboardRoles = {{
    {DashboardRole::System, "system"},
    {DashboardRole::Detail, "detail"},
    {DashboardRole::Runtime, "runtime"},
}};

constexpr std::array<Word<promql::BinaryOp>, 6> comparisons = {{
    {promql::BinaryOp::Eq, "=="},
    {promql::BinaryOp::Ne, "!="},
    {promql::BinaryOp::Lt, "<"},
    {promql::BinaryOp::Le, "<="},
    {promql::BinaryOp::Gt, ">"},
    {promql::BinaryOp::Ge, ">="},
}};

} // namespace

template<>
std::span<const Word<PanelType>> dashboardWords() noexcept
{
    return panelTypes;
}

template<>
std::span<const Word<SemanticColor>> dashboardWords() noexcept
{
    return colors;
}

template<>
std::span<const Word<Calculation>> dashboardWords() noexcept
{
    return calculations;
}

template<>
std::span<const Word<LegendMode>> dashboardWords() noexcept
{
    return legendModes;
}

template<>
std::span<const Word<DashboardRole>> dashboardWords() noexcept
{
    return dashboardRoles;
}

template<>
std::span<const Word<promql::BinaryOp>> dashboardWords() noexcept
{
    return comparisons;
}

} // namespace sightglass
