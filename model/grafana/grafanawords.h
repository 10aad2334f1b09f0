// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"

#include <array>
#include <string_view>
#include <utility>

namespace sightglass::grafana {

template<typename Enum>
using Word = std::pair<std::string_view, Enum>;

/// The words that Grafana has for enumerators. Where two mean the same the first is written.
template<typename Enum>
inline constexpr std::array<Word<Enum>, 0> grafanaWords{};

template<>
inline constexpr auto grafanaWords<LegendMode> = std::to_array<Word<LegendMode>>(
    {{"list", LegendMode::List}, {"table", LegendMode::Table}, {"hidden", LegendMode::Hidden}});
template<>
inline constexpr auto grafanaWords<LegendPlacement> = std::to_array<Word<LegendPlacement>>(
    {{"bottom", LegendPlacement::Bottom}, {"right", LegendPlacement::Right}});
template<>
inline constexpr auto grafanaWords<SortOrder> = std::to_array<Word<SortOrder>>(
    {{"none", SortOrder::None}, {"asc", SortOrder::Ascending}, {"desc", SortOrder::Descending}});
template<>
inline constexpr auto grafanaWords<TooltipMode> = std::to_array<Word<TooltipMode>>(
    {{"single", TooltipMode::Single}, {"multi", TooltipMode::All}, {"none", TooltipMode::Hidden}});
template<>
inline constexpr auto
    grafanaWords<Orientation> = std::to_array<Word<Orientation>>({{"auto", Orientation::Auto},
                                                                  {"horizontal", Orientation::Horizontal},
                                                                  {"vertical", Orientation::Vertical},
                                                                  {"", Orientation::Auto}});
template<>
inline constexpr auto grafanaWords<StatGraph> = std::to_array<Word<StatGraph>>({{"none", StatGraph::None},
                                                                                {"area", StatGraph::Area},
                                                                                {"line", StatGraph::Area}});
template<>
inline constexpr auto grafanaWords<StatColor> =
    std::to_array<Word<StatColor>>({{"none", StatColor::None},
                                    {"value", StatColor::Value},
                                    {"background", StatColor::Background},
                                    {"background_solid", StatColor::BackgroundSolid}});
template<>
inline constexpr auto
    grafanaWords<StatText> = std::to_array<Word<StatText>>({{"auto", StatText::Auto},
                                                            {"value", StatText::Value},
                                                            {"value_and_name", StatText::ValueAndName},
                                                            {"name", StatText::Name},
                                                            {"none", StatText::None}});
template<>
inline constexpr auto grafanaWords<PercentChangeColor> =
    std::to_array<Word<PercentChangeColor>>({{"standard", PercentChangeColor::Standard},
                                             {"inverted", PercentChangeColor::Inverted},
                                             {"same_as_value", PercentChangeColor::SameAsValue}});
template<>
inline constexpr auto grafanaWords<StatShape> =
    std::to_array<Word<StatShape>>({{"tile", StatShape::Tile},
                                    {"hexagon_pointed_top", StatShape::HexagonPointed},
                                    {"hexagon_flat_top", StatShape::HexagonFlat},
                                    {"circle", StatShape::Circle},
                                    {"square", StatShape::Square}});
template<>
inline constexpr auto grafanaWords<GaugeShape> =
    std::to_array<Word<GaugeShape>>({{"gauge", GaugeShape::Arc}, {"circle", GaugeShape::Circle}});
template<>
inline constexpr auto grafanaWords<GaugeBar> =
    std::to_array<Word<GaugeBar>>({{"flat", GaugeBar::Flat}, {"rounded", GaugeBar::Rounded}});
template<>
inline constexpr auto grafanaWords<CellGaugeMode> = std::to_array<Word<CellGaugeMode>>(
    {{"gradient", CellGaugeMode::Gradient}, {"basic", CellGaugeMode::Basic}, {"lcd", CellGaugeMode::Lcd}});
template<>
inline constexpr auto grafanaWords<ValueDisplay> = std::to_array<Word<ValueDisplay>>(
    {{"color", ValueDisplay::Color}, {"text", ValueDisplay::Text}, {"hidden", ValueDisplay::Hidden}});
template<>
inline constexpr auto
    grafanaWords<NamePlacement> = std::to_array<Word<NamePlacement>>({{"auto", NamePlacement::Auto},
                                                                      {"top", NamePlacement::Top},
                                                                      {"left", NamePlacement::Left},
                                                                      {"hidden", NamePlacement::Hidden}});
template<>
inline constexpr auto grafanaWords<PieShape> = std::to_array<Word<PieShape>>({{"pie", PieShape::Pie},
                                                                              {"donut", PieShape::Donut}});
template<>
inline constexpr auto grafanaWords<StackingMode> = std::to_array<Word<StackingMode>>(
    {{"none", StackingMode::None}, {"normal", StackingMode::Normal}, {"percent", StackingMode::Percent}});
template<>
inline constexpr auto
    grafanaWords<ValueVisibility> = std::to_array<Word<ValueVisibility>>({{"auto", ValueVisibility::Auto},
                                                                          {"always", ValueVisibility::Always},
                                                                          {"never", ValueVisibility::Never}});
template<>
inline constexpr auto grafanaWords<TimelineAlign> = std::to_array<Word<TimelineAlign>>(
    {{"left", TimelineAlign::Left}, {"center", TimelineAlign::Center}, {"right", TimelineAlign::Right}});
template<>
inline constexpr auto grafanaWords<HeatmapColorMode> = std::to_array<Word<HeatmapColorMode>>(
    {{"scheme", HeatmapColorMode::Scheme}, {"opacity", HeatmapColorMode::Opacity}});
template<>
inline constexpr auto
    grafanaWords<BucketLabel> = std::to_array<Word<BucketLabel>>({{"auto", BucketLabel::Auto},
                                                                  {"le", BucketLabel::Upper},
                                                                  {"unknown", BucketLabel::Middle},
                                                                  {"ge", BucketLabel::Lower}});
template<>
inline constexpr auto
    grafanaWords<AxisPlacement> = std::to_array<Word<AxisPlacement>>({{"auto", AxisPlacement::Auto},
                                                                      {"left", AxisPlacement::Left},
                                                                      {"right", AxisPlacement::Right},
                                                                      {"bottom", AxisPlacement::Auto},
                                                                      {"top", AxisPlacement::Auto},
                                                                      {"hidden", AxisPlacement::Hidden}});
template<>
inline constexpr auto grafanaWords<CellHeight> = std::to_array<Word<CellHeight>>({{"sm", CellHeight::Small},
                                                                                  {"md", CellHeight::Medium},
                                                                                  {"lg", CellHeight::Large}});
template<>
inline constexpr auto grafanaWords<TextFormat> = std::to_array<Word<TextFormat>>(
    {{"markdown", TextFormat::Markdown}, {"html", TextFormat::Html}, {"code", TextFormat::Code}});
template<>
inline constexpr auto grafanaWords<DrawStyle> = std::to_array<Word<DrawStyle>>(
    {{"line", DrawStyle::Line}, {"bars", DrawStyle::Bars}, {"points", DrawStyle::Points}});
template<>
inline constexpr auto grafanaWords<LineInterpolation> =
    std::to_array<Word<LineInterpolation>>({{"linear", LineInterpolation::Linear},
                                            {"smooth", LineInterpolation::Smooth},
                                            {"stepBefore", LineInterpolation::StepBefore},
                                            {"stepAfter", LineInterpolation::StepAfter}});
template<>
inline constexpr auto
    grafanaWords<GradientMode> = std::to_array<Word<GradientMode>>({{"none", GradientMode::None},
                                                                    {"opacity", GradientMode::Opacity},
                                                                    {"hue", GradientMode::Hue},
                                                                    {"scheme", GradientMode::Scheme}});
template<>
inline constexpr auto
    grafanaWords<PointsShown> = std::to_array<Word<PointsShown>>({{"auto", PointsShown::Auto},
                                                                  {"always", PointsShown::Always},
                                                                  {"never", PointsShown::Never},
                                                                  {"", PointsShown::Auto}});
template<>
inline constexpr auto grafanaWords<AxisColorMode> =
    std::to_array<Word<AxisColorMode>>({{"text", AxisColorMode::Text}, {"series", AxisColorMode::Series}});
template<>
inline constexpr auto grafanaWords<ScaleKind> = std::to_array<Word<ScaleKind>>(
    {{"linear", ScaleKind::Linear}, {"log", ScaleKind::Log}, {"symlog", ScaleKind::SymLog}});
template<>
inline constexpr auto grafanaWords<ThresholdsStyle> =
    std::to_array<Word<ThresholdsStyle>>({{"off", ThresholdsStyle::Off},
                                          {"line", ThresholdsStyle::Line},
                                          {"dashed", ThresholdsStyle::DashedLine},
                                          {"area", ThresholdsStyle::Area},
                                          {"line+area", ThresholdsStyle::LineAndArea},
                                          {"dashed+area", ThresholdsStyle::DashedLineAndArea}});
template<>
inline constexpr auto grafanaWords<ValueTransform> = std::to_array<Word<ValueTransform>>(
    {{"constant", ValueTransform::Constant}, {"negative-Y", ValueTransform::NegativeY}});
template<>
inline constexpr auto grafanaWords<CellAlign> = std::to_array<Word<CellAlign>>({{"auto", CellAlign::Auto},
                                                                                {"left", CellAlign::Left},
                                                                                {"center", CellAlign::Center},
                                                                                {"right", CellAlign::Right},
                                                                                {"", CellAlign::Auto}});
template<>
inline constexpr auto
    grafanaWords<CellKind> = std::to_array<Word<CellKind>>({{"auto", CellKind::Auto},
                                                            {"color-text", CellKind::ColorText},
                                                            {"color-background", CellKind::ColorBackground},
                                                            {"gauge", CellKind::Gauge},
                                                            {"sparkline", CellKind::Sparkline},
                                                            {"json-view", CellKind::Json},
                                                            {"image", CellKind::Image},
                                                            {"data-links", CellKind::Links},
                                                            {"pill", CellKind::Pills},
                                                            {"markdown", CellKind::Markdown},
                                                            {"actions", CellKind::Actions},
                                                            {"plain", CellKind::Plain}});
template<>
inline constexpr auto grafanaWords<CellBackground> = std::to_array<Word<CellBackground>>(
    {{"gradient", CellBackground::Gradient}, {"basic", CellBackground::Basic}});
template<>
inline constexpr auto grafanaWords<ThresholdsMode> = std::to_array<Word<ThresholdsMode>>(
    {{"absolute", ThresholdsMode::Absolute}, {"percentage", ThresholdsMode::Percentage}});
template<>
inline constexpr auto grafanaWords<ColorBy> = std::to_array<Word<ColorBy>>(
    {{"last", ColorBy::Last}, {"lastNotNull", ColorBy::Last}, {"min", ColorBy::Min}, {"max", ColorBy::Max}});
template<>
inline constexpr auto
    grafanaWords<Comparison> = std::to_array<Word<Comparison>>({{"gte", Comparison::GreaterOrEqual},
                                                                {"gt", Comparison::Greater},
                                                                {"lte", Comparison::LessOrEqual},
                                                                {"lt", Comparison::Less},
                                                                {"eq", Comparison::Equal},
                                                                {"neq", Comparison::NotEqual}});
template<>
inline constexpr auto
    grafanaWords<FieldType> = std::to_array<Word<FieldType>>({{"number", FieldType::Number},
                                                              {"string", FieldType::Text},
                                                              {"time", FieldType::Time},
                                                              {"boolean", FieldType::Boolean},
                                                              {"other", FieldType::Other}});
template<>
inline constexpr auto
    grafanaWords<SpecialValue> = std::to_array<Word<SpecialValue>>({{"null", SpecialValue::Null},
                                                                    {"nan", SpecialValue::NaN},
                                                                    {"null+nan", SpecialValue::NullOrNaN},
                                                                    {"true", SpecialValue::True},
                                                                    {"false", SpecialValue::False},
                                                                    {"empty", SpecialValue::Empty}});
template<>
inline constexpr auto
    grafanaWords<FrameFormat> = std::to_array<Word<FrameFormat>>({{"time_series", FrameFormat::TimeSeries},
                                                                  {"table", FrameFormat::Table},
                                                                  {"heatmap", FrameFormat::Heatmap}});
template<>
inline constexpr auto grafanaWords<RepeatDirection> = std::to_array<Word<RepeatDirection>>(
    {{"h", RepeatDirection::Horizontal}, {"v", RepeatDirection::Vertical}});
template<>
inline constexpr auto
    grafanaWords<VariableType> = std::to_array<Word<VariableType>>({{"query", VariableType::Query},
                                                                    {"custom", VariableType::Custom},
                                                                    {"textbox", VariableType::TextBox},
                                                                    {"constant", VariableType::Constant},
                                                                    {"interval", VariableType::Interval},
                                                                    {"datasource", VariableType::DataSource},
                                                                    {"adhoc", VariableType::AdHoc},
                                                                    {"groupby", VariableType::GroupBy},
                                                                    {"switch", VariableType::Switch},
                                                                    {"snapshot", VariableType::Snapshot}});

template<>
inline constexpr auto grafanaWords<RegexSubject> =
    std::to_array<Word<RegexSubject>>({{"value", RegexSubject::Value}, {"text", RegexSubject::Text}});
template<>
inline constexpr auto grafanaWords<ListForm> = std::to_array<Word<ListForm>>({{"csv", ListForm::Commas},
                                                                              {"json", ListForm::Json}});
template<>
inline constexpr auto grafanaWords<StaticOrder> = std::to_array<Word<StaticOrder>>(
    {{"before", StaticOrder::Before}, {"after", StaticOrder::After}, {"sorted", StaticOrder::Sorted}});

/// The enumerators that Grafana writes as numbers: those of their own values.
template<typename Enum>
inline constexpr bool isWrittenAsNumber = false;
template<>
inline constexpr bool isWrittenAsNumber<VariableSort> = true;
template<>
inline constexpr bool isWrittenAsNumber<VariableRefresh> = true;
template<>
inline constexpr bool isWrittenAsNumber<VariableHide> = true;
template<>
inline constexpr bool isWrittenAsNumber<CursorSync> = true;
template<>
inline constexpr bool isWrittenAsNumber<BarAlignment> = true;

/// The last of those.
template<typename Enum>
inline constexpr Enum lastOfNumbers{};
template<>
inline constexpr auto lastOfNumbers<VariableSort> = VariableSort::NaturalDescending;
template<>
inline constexpr auto lastOfNumbers<VariableRefresh> = VariableRefresh::OnTimeRange;
template<>
inline constexpr auto lastOfNumbers<VariableHide> = VariableHide::InMenu;
template<>
inline constexpr auto lastOfNumbers<CursorSync> = CursorSync::CrosshairAndTooltip;
template<>
inline constexpr auto lastOfNumbers<BarAlignment> = BarAlignment::After;

} // namespace sightglass::grafana
