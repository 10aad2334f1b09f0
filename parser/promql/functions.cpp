// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/functions.h"

#include <algorithm>
#include <array>

namespace sightglass::promql {

namespace {

constexpr ValueType Vector = ValueType::InstantVector;
constexpr ValueType Range = ValueType::RangeVector;
constexpr ValueType Scalar = ValueType::Scalar;
constexpr ValueType String = ValueType::String;

// The lists of argument types in use.
constexpr std::array<ValueType, 0> none{};
constexpr std::array<ValueType, 1> vector{{Vector}};
constexpr std::array<ValueType, 1> range{{Range}};
constexpr std::array<ValueType, 1> scalarOnly{{Scalar}};
constexpr std::array<ValueType, 2> vectorScalar{{Vector, Scalar}};
constexpr std::array<ValueType, 3> vectorTwoScalars{{Vector, Scalar, Scalar}};
constexpr std::array<ValueType, 2> twoScalars{{Scalar, Scalar}};
constexpr std::array<ValueType, 3> twoScalarsVector{{Scalar, Scalar, Vector}};
constexpr std::array<ValueType, 2> scalarVector{{Scalar, Vector}};
constexpr std::array<ValueType, 12> quantiles{
    {Vector, String, Scalar, Scalar, Scalar, Scalar, Scalar, Scalar, Scalar, Scalar, Scalar, Scalar}};
constexpr std::array<ValueType, 3> rangeTwoScalars{{Range, Scalar, Scalar}};
constexpr std::array<ValueType, 2> twoVectors{{Vector, Vector}};
constexpr std::array<ValueType, 5> vectorFourStrings{{Vector, String, String, String, String}};
constexpr std::array<ValueType, 4> vectorThreeStrings{{Vector, String, String, String}};
constexpr std::array<ValueType, 2> rangeScalar{{Range, Scalar}};
constexpr std::array<ValueType, 2> scalarRange{{Scalar, Range}};
constexpr std::array<ValueType, 2> vectorString{{Vector, String}};

constexpr bool experimental = true;

constexpr std::array<FunctionSignature, 90> functions = {{
    {"abs", vector},
    {"absent", vector},
    {"absent_over_time", range},
    {"acos", vector},
    {"acosh", vector},
    {"asin", vector},
    {"asinh", vector},
    {"atan", vector},
    {"atanh", vector},
    {"avg_over_time", range},
    {"ceil", vector},
    {"changes", range},
    {"clamp", vectorTwoScalars},
    {"clamp_max", vectorScalar},
    {"clamp_min", vectorScalar},
    {"cos", vector},
    {"cosh", vector},
    {"count_over_time", range},
    {"day_of_month", vector, 1},
    {"day_of_week", vector, 1},
    {"day_of_year", vector, 1},
    {"days_in_month", vector, 1},
    {"deg", vector},
    {"delta", range},
    {"deriv", range},
    {"double_exponential_smoothing", rangeTwoScalars, 0, Vector, experimental},
    {"end", none, 0, Scalar, experimental},
    {"exp", vector},
    {"first_over_time", range},
    {"floor", vector},
    {"histogram_avg", vector},
    {"histogram_count", vector},
    {"histogram_fraction", twoScalarsVector},
    {"histogram_quantile", scalarVector},
    {"histogram_quantiles", quantiles, 9, Vector, experimental},
    {"histogram_stddev", vector},
    {"histogram_stdvar", vector},
    {"histogram_sum", vector},
    {"hour", vector, 1},
    {"idelta", range},
    {"increase", range},
    {"info", twoVectors, 1, Vector, experimental},
    {"irate", range},
    {"label_join", vectorThreeStrings, -1},
    {"label_replace", vectorFourStrings},
    {"last_over_time", range},
    {"ln", vector},
    {"log10", vector},
    {"log2", vector},
    {"mad_over_time", range, 0, Vector, experimental},
    {"max_of", twoScalars, 0, Scalar, experimental},
    {"max_over_time", range},
    {"min_of", twoScalars, 0, Scalar, experimental},
    {"min_over_time", range},
    {"minute", vector, 1},
    {"month", vector, 1},
    {"pi", none, 0, Scalar},
    {"predict_linear", rangeScalar},
    {"present_over_time", range},
    {"quantile_over_time", scalarRange},
    {"rad", vector},
    {"range", none, 0, Scalar, experimental},
    {"rate", range},
    {"resets", range},
    {"round", vectorScalar, 1},
    {"scalar", vector, 0, Scalar},
    {"sgn", vector},
    {"sin", vector},
    {"sinh", vector},
    {"sort", vector},
    {"sort_by_label", vectorString, -1, Vector, experimental},
    {"sort_by_label_desc", vectorString, -1, Vector, experimental},
    {"sort_desc", vector},
    {"sqrt", vector},
    {"start", none, 0, Scalar, experimental},
    {"start_timestamp", vector, 0, Vector, experimental},
    {"stddev_over_time", range},
    {"stdvar_over_time", range},
    {"step", none, 0, Scalar, experimental},
    {"sum_over_time", range},
    {"tan", vector},
    {"tanh", vector},
    {"time", none, 0, Scalar},
    {"timestamp", vector},
    {"ts_of_first_over_time", range, 0, Vector, experimental},
    {"ts_of_last_over_time", range, 0, Vector, experimental},
    {"ts_of_max_over_time", range, 0, Vector, experimental},
    {"ts_of_min_over_time", range, 0, Vector, experimental},
    {"vector", scalarOnly},
    {"year", vector, 1},
}};

constexpr bool isLess(const FunctionSignature &a, const FunctionSignature &b) noexcept
{
    return a.name < b.name;
}

static_assert(std::is_sorted(functions.begin(), functions.end(), isLess));

} // namespace

const FunctionSignature *findFunction(std::string_view name) noexcept
{
    const auto *const found =
        std::lower_bound(functions.begin(), functions.end(), FunctionSignature{name, {}}, isLess);
    return found != functions.end() && found->name == name ? found : nullptr;
}

std::span<const FunctionSignature> functionTable() noexcept
{
    return functions;
}

} // namespace sightglass::promql
