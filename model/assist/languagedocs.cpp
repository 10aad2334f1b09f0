// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/languagedocs.h"

#include "parser/promql/functions.h"
#include "parser/promql/token.h"

#include <algorithm>
#include <array>

/// lupdate finds the texts by this name; here, without Qt, it is nothing but the text.
#define QT_TRANSLATE_NOOP(context, text) text

namespace sightglass {

namespace {

constexpr WordKind Function = WordKind::Function;
constexpr WordKind Aggregation = WordKind::Aggregation;
constexpr WordKind Keyword = WordKind::Keyword;

// clang-format off
constexpr auto docs = std::to_array<WordDoc>({
    {"abs", Function, "v", QT_TRANSLATE_NOOP("promql", "Each value without its sign")},
    {"absent", Function, "v", QT_TRANSLATE_NOOP("promql", "1 where the vector has no element, else nothing: for alerts on what is missing")},
    {"absent_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "1 where the range has no sample at all, else nothing")},
    {"acos", Function, "v", QT_TRANSLATE_NOOP("promql", "Arc cosine of each value")},
    {"acosh", Function, "v", QT_TRANSLATE_NOOP("promql", "Inverse hyperbolic cosine of each value")},
    {"asin", Function, "v", QT_TRANSLATE_NOOP("promql", "Arc sine of each value")},
    {"asinh", Function, "v", QT_TRANSLATE_NOOP("promql", "Inverse hyperbolic sine of each value")},
    {"atan", Function, "v", QT_TRANSLATE_NOOP("promql", "Arc tangent of each value")},
    {"atanh", Function, "v", QT_TRANSLATE_NOOP("promql", "Inverse hyperbolic tangent of each value")},
    {"avg_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Mean of the samples in the range")},
    {"ceil", Function, "v", QT_TRANSLATE_NOOP("promql", "Each value rounded up to a whole number")},
    {"changes", Function, "range", QT_TRANSLATE_NOOP("promql", "How often the value changed in the range")},
    {"clamp", Function, "v min max", QT_TRANSLATE_NOOP("promql", "Each value kept between min and max")},
    {"clamp_max", Function, "v max", QT_TRANSLATE_NOOP("promql", "Each value, at most max")},
    {"clamp_min", Function, "v min", QT_TRANSLATE_NOOP("promql", "Each value, at least min")},
    {"cos", Function, "v", QT_TRANSLATE_NOOP("promql", "Cosine of each value in radians")},
    {"cosh", Function, "v", QT_TRANSLATE_NOOP("promql", "Hyperbolic cosine of each value")},
    {"count_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "How many samples the range has")},
    {"day_of_month", Function, "v", QT_TRANSLATE_NOOP("promql", "Day of the month, 1 to 31, of a Unix time in UTC")},
    {"day_of_week", Function, "v", QT_TRANSLATE_NOOP("promql", "Day of the week of a Unix time in UTC; 0 is Sunday")},
    {"day_of_year", Function, "v", QT_TRANSLATE_NOOP("promql", "Day of the year, 1 to 366, of a Unix time in UTC")},
    {"days_in_month", Function, "v", QT_TRANSLATE_NOOP("promql", "How many days the month of a Unix time has")},
    {"deg", Function, "v", QT_TRANSLATE_NOOP("promql", "Radians as degrees")},
    {"delta", Function, "range", QT_TRANSLATE_NOOP("promql", "Last minus first value of a gauge, extrapolated to the whole range")},
    {"deriv", Function, "range", QT_TRANSLATE_NOOP("promql", "Slope of a gauge per second, by linear regression")},
    {"double_exponential_smoothing", Function, "range smoothing trend", QT_TRANSLATE_NOOP("promql", "Smoothed value of a gauge; both factors between 0 and 1")},
    {"end", Function, "", QT_TRANSLATE_NOOP("promql", "End of the query's time range as Unix time")},
    {"exp", Function, "v", QT_TRANSLATE_NOOP("promql", "e to the power of each value")},
    {"first_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Oldest sample in the range")},
    {"floor", Function, "v", QT_TRANSLATE_NOOP("promql", "Each value rounded down to a whole number")},
    {"histogram_avg", Function, "v", QT_TRANSLATE_NOOP("promql", "Mean of the observations of a native histogram")},
    {"histogram_count", Function, "v", QT_TRANSLATE_NOOP("promql", "Number of observations of a native histogram")},
    {"histogram_fraction", Function, "lower upper v", QT_TRANSLATE_NOOP("promql", "Share of the observations between two bounds")},
    {"histogram_quantile", Function, "φ buckets", QT_TRANSLATE_NOOP("promql", "φ-quantile (0 ≤ φ ≤ 1) from rates of histogram buckets, which need their label le")},
    {"histogram_quantiles", Function, "buckets label φ…", QT_TRANSLATE_NOOP("promql", "Several quantiles at once, told apart by a label")},
    {"histogram_stddev", Function, "v", QT_TRANSLATE_NOOP("promql", "Standard deviation of the observations of a native histogram")},
    {"histogram_stdvar", Function, "v", QT_TRANSLATE_NOOP("promql", "Variance of the observations of a native histogram")},
    {"histogram_sum", Function, "v", QT_TRANSLATE_NOOP("promql", "Sum of the observations of a native histogram")},
    {"hour", Function, "v", QT_TRANSLATE_NOOP("promql", "Hour, 0 to 23, of a Unix time in UTC")},
    {"idelta", Function, "range", QT_TRANSLATE_NOOP("promql", "Difference of the last two samples of a gauge")},
    {"increase", Function, "range", QT_TRANSLATE_NOOP("promql", "By how much a counter grew over the range; resets are seen")},
    {"info", Function, "v labels", QT_TRANSLATE_NOOP("promql", "Adds the labels of matching info metrics")},
    {"irate", Function, "range", QT_TRANSLATE_NOOP("promql", "Increase of a counter per second between its last two samples")},
    {"label_join", Function, "v target separator source…", QT_TRANSLATE_NOOP("promql", "Sets a label to the values of others, joined")},
    {"label_replace", Function, "v target replacement source regex", QT_TRANSLATE_NOOP("promql", "Sets a label from another one where a regular expression matches; $1 is its first group")},
    {"last_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Newest sample in the range, also of a series that has ended")},
    {"ln", Function, "v", QT_TRANSLATE_NOOP("promql", "Natural logarithm of each value")},
    {"log10", Function, "v", QT_TRANSLATE_NOOP("promql", "Decimal logarithm of each value")},
    {"log2", Function, "v", QT_TRANSLATE_NOOP("promql", "Binary logarithm of each value")},
    {"mad_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Median absolute deviation of the samples in the range")},
    {"max_of", Function, "a b", QT_TRANSLATE_NOOP("promql", "The larger of two numbers")},
    {"max_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Largest sample in the range")},
    {"min_of", Function, "a b", QT_TRANSLATE_NOOP("promql", "The smaller of two numbers")},
    {"min_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Smallest sample in the range")},
    {"minute", Function, "v", QT_TRANSLATE_NOOP("promql", "Minute, 0 to 59, of a Unix time in UTC")},
    {"month", Function, "v", QT_TRANSLATE_NOOP("promql", "Month, 1 to 12, of a Unix time in UTC")},
    {"pi", Function, "", QT_TRANSLATE_NOOP("promql", "The number π")},
    {"predict_linear", Function, "range seconds", QT_TRANSLATE_NOOP("promql", "Where a gauge will be in so many seconds if it goes on like this")},
    {"present_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "1 for each series that has a sample in the range")},
    {"quantile_over_time", Function, "φ range", QT_TRANSLATE_NOOP("promql", "φ-quantile (0 ≤ φ ≤ 1) of the samples in the range")},
    {"rad", Function, "v", QT_TRANSLATE_NOOP("promql", "Degrees as radians")},
    {"range", Function, "", QT_TRANSLATE_NOOP("promql", "Length of the query's time range in seconds")},
    {"rate", Function, "range", QT_TRANSLATE_NOOP("promql", "Increase of a counter per second, averaged over the range; resets are seen")},
    {"resets", Function, "range", QT_TRANSLATE_NOOP("promql", "How often a counter began again in the range")},
    {"round", Function, "v nearest", QT_TRANSLATE_NOOP("promql", "Each value rounded to a multiple of a number (1)")},
    {"scalar", Function, "v", QT_TRANSLATE_NOOP("promql", "The value of a vector with exactly one element as a number, else NaN")},
    {"sgn", Function, "v", QT_TRANSLATE_NOOP("promql", "1, 0 or -1: the sign of each value")},
    {"sin", Function, "v", QT_TRANSLATE_NOOP("promql", "Sine of each value in radians")},
    {"sinh", Function, "v", QT_TRANSLATE_NOOP("promql", "Hyperbolic sine of each value")},
    {"sort", Function, "v", QT_TRANSLATE_NOOP("promql", "Elements by value, smallest first; for tables")},
    {"sort_by_label", Function, "v label…", QT_TRANSLATE_NOOP("promql", "Elements by the values of labels; for tables")},
    {"sort_by_label_desc", Function, "v label…", QT_TRANSLATE_NOOP("promql", "Elements by the values of labels, backwards; for tables")},
    {"sort_desc", Function, "v", QT_TRANSLATE_NOOP("promql", "Elements by value, largest first; for tables")},
    {"sqrt", Function, "v", QT_TRANSLATE_NOOP("promql", "Square root of each value")},
    {"start", Function, "", QT_TRANSLATE_NOOP("promql", "Begin of the query's time range as Unix time")},
    {"start_timestamp", Function, "v", QT_TRANSLATE_NOOP("promql", "When each counter began, as Unix time")},
    {"stddev_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Standard deviation of the samples in the range")},
    {"stdvar_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Variance of the samples in the range")},
    {"step", Function, "", QT_TRANSLATE_NOOP("promql", "The query's step in seconds")},
    {"sum_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Sum of the samples in the range")},
    {"tan", Function, "v", QT_TRANSLATE_NOOP("promql", "Tangent of each value in radians")},
    {"tanh", Function, "v", QT_TRANSLATE_NOOP("promql", "Hyperbolic tangent of each value")},
    {"time", Function, "", QT_TRANSLATE_NOOP("promql", "The time of evaluation as Unix time")},
    {"timestamp", Function, "v", QT_TRANSLATE_NOOP("promql", "When each sample was taken, as Unix time")},
    {"ts_of_first_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Time of the oldest sample in the range")},
    {"ts_of_last_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Time of the newest sample in the range")},
    {"ts_of_max_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Time of the largest sample in the range")},
    {"ts_of_min_over_time", Function, "range", QT_TRANSLATE_NOOP("promql", "Time of the smallest sample in the range")},
    {"vector", Function, "s", QT_TRANSLATE_NOOP("promql", "A number as a vector of one element without labels")},
    {"year", Function, "v", QT_TRANSLATE_NOOP("promql", "Year of a Unix time in UTC")},

    {"avg", Aggregation, "v", QT_TRANSLATE_NOOP("promql", "Mean over the elements of each group")},
    {"bottomk", Aggregation, "k v", QT_TRANSLATE_NOOP("promql", "The k smallest elements of each group")},
    {"count", Aggregation, "v", QT_TRANSLATE_NOOP("promql", "How many elements each group has")},
    {"count_values", Aggregation, "label v", QT_TRANSLATE_NOOP("promql", "How many elements have the same value, which becomes a label")},
    {"group", Aggregation, "v", QT_TRANSLATE_NOOP("promql", "1 for each group")},
    {"limit_ratio", Aggregation, "ratio v", QT_TRANSLATE_NOOP("promql", "A share of the elements of each group, always the same ones")},
    {"limitk", Aggregation, "k v", QT_TRANSLATE_NOOP("promql", "Any k elements of each group")},
    {"max", Aggregation, "v", QT_TRANSLATE_NOOP("promql", "Largest value of each group")},
    {"min", Aggregation, "v", QT_TRANSLATE_NOOP("promql", "Smallest value of each group")},
    {"quantile", Aggregation, "φ v", QT_TRANSLATE_NOOP("promql", "φ-quantile (0 ≤ φ ≤ 1) over the elements of each group")},
    {"stddev", Aggregation, "v", QT_TRANSLATE_NOOP("promql", "Standard deviation over the elements of each group")},
    {"stdvar", Aggregation, "v", QT_TRANSLATE_NOOP("promql", "Variance over the elements of each group")},
    {"sum", Aggregation, "v", QT_TRANSLATE_NOOP("promql", "Sum over the elements of each group")},
    {"topk", Aggregation, "k v", QT_TRANSLATE_NOOP("promql", "The k largest elements of each group")},

    {"and", Keyword, "", QT_TRANSLATE_NOOP("promql", "Elements of the left that have a partner on the right")},
    {"atan2", Keyword, "", QT_TRANSLATE_NOOP("promql", "Angle of two values")},
    {"bool", Keyword, "", QT_TRANSLATE_NOOP("promql", "A comparison gives 0 or 1 instead of dropping elements")},
    {"by", Keyword, "", QT_TRANSLATE_NOOP("promql", "One group for each combination of these labels")},
    {"group_left", Keyword, "", QT_TRANSLATE_NOOP("promql", "Many elements of the left may share one of the right")},
    {"group_right", Keyword, "", QT_TRANSLATE_NOOP("promql", "Many elements of the right may share one of the left")},
    {"ignoring", Keyword, "", QT_TRANSLATE_NOOP("promql", "Elements match on all labels but these")},
    {"offset", Keyword, "", QT_TRANSLATE_NOOP("promql", "The values of so long ago")},
    {"on", Keyword, "", QT_TRANSLATE_NOOP("promql", "Elements match on these labels only")},
    {"or", Keyword, "", QT_TRANSLATE_NOOP("promql", "Elements of the left, and those of the right without a partner")},
    {"unless", Keyword, "", QT_TRANSLATE_NOOP("promql", "Elements of the left that have no partner on the right")},
    {"without", Keyword, "", QT_TRANSLATE_NOOP("promql", "One group for each combination of the labels other than these")},
});
// clang-format on

std::vector<std::string_view> words(std::string_view text)
{
    std::vector<std::string_view> found;
    while (!text.empty()) {
        const std::size_t blank = std::min(text.find(' '), text.size());
        found.push_back(text.substr(0, blank));
        text.remove_prefix(std::min(blank + 1, text.size()));
    }
    return found;
}

std::vector<Parameter> aggregationParameters(const WordDoc &doc)
{
    std::vector<Parameter> parameters;
    for (const std::string_view name : words(doc.arguments)) {
        const promql::ValueType type = name == "v"       ? promql::ValueType::InstantVector
                                       : name == "label" ? promql::ValueType::String
                                                         : promql::ValueType::Scalar;
        parameters.push_back({std::string(name), type, false, false});
    }
    return parameters;
}

} // namespace

std::span<const WordDoc> wordDocs() noexcept
{
    return docs;
}

const WordDoc *findWordDoc(std::string_view word) noexcept
{
    const auto same = [word](const WordDoc &doc) {
        if (doc.kind == WordKind::Function || doc.word.size() != word.size())
            return doc.word == word;
        return std::equal(word.begin(), word.end(), doc.word.begin(),
                          [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
    };
    const auto *const found = std::find_if(docs.begin(), docs.end(), same);
    return found == docs.end() ? nullptr : &*found;
}

std::vector<Parameter> parametersOf(const WordDoc &doc)
{
    if (doc.kind == WordKind::Aggregation)
        return aggregationParameters(doc);
    const promql::FunctionSignature *signature =
        doc.kind == WordKind::Function ? promql::findFunction(doc.word) : nullptr;
    if (signature == nullptr)
        return {};
    std::vector<Parameter> parameters;
    for (const std::string_view name : words(doc.arguments)) {
        const std::size_t index = std::min(parameters.size(), signature->arguments.size() - 1);
        constexpr std::string_view more = "…";
        const bool repeated = name.ends_with(more);
        parameters.push_back({std::string(name.substr(0, name.size() - (repeated ? more.size() : 0))),
                              signature->arguments[index],
                              static_cast<int>(index) >= signature->leastArguments(), repeated});
    }
    return parameters;
}

bool isExperimental(const WordDoc &doc) noexcept
{
    if (doc.kind == WordKind::Aggregation)
        return doc.word == "limitk" || doc.word == "limit_ratio";
    const promql::FunctionSignature *signature =
        doc.kind == WordKind::Function ? promql::findFunction(doc.word) : nullptr;
    return signature != nullptr && signature->experimental;
}

const char *valueTypeText(promql::ValueType type) noexcept
{
    switch (type) {
    case promql::ValueType::Scalar:
        return QT_TRANSLATE_NOOP("promql", "scalar");
    case promql::ValueType::InstantVector:
        return QT_TRANSLATE_NOOP("promql", "instant vector");
    case promql::ValueType::RangeVector:
        return QT_TRANSLATE_NOOP("promql", "range vector");
    case promql::ValueType::String:
        return QT_TRANSLATE_NOOP("promql", "string");
    }
    return "";
}

} // namespace sightglass
