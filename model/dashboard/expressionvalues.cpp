// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/expressionvalues.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>

namespace sightglass::expressions {

namespace {

constexpr std::size_t mostCompared = 10'000'000;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double operatedOn(const std::string &word, double a, double b)
{
    // These decide by one side alone.
    if (word == "||" && a != 0)
        return 1;
    if (word == "&&" && a == 0)
        return 0;
    if (std::isnan(a) || std::isnan(b))
        return nan;
    if (word == "+")
        return a + b;
    if (word == "-")
        return a - b;
    if (word == "*")
        return a * b;
    if (word == "/")
        return a / b;
    if (word == "%")
        return std::fmod(a, b);
    if (word == "**")
        return std::pow(a, b);
    if (word == "==")
        return a == b ? 1 : 0;
    if (word == "!=")
        return a != b ? 1 : 0;
    if (word == ">")
        return a > b ? 1 : 0;
    if (word == "<")
        return a < b ? 1 : 0;
    if (word == ">=")
        return a >= b ? 1 : 0;
    if (word == "<=")
        return a <= b ? 1 : 0;
    return b != 0 ? 1 : 0; // || and &&
}

std::optional<double> operatedOn(const std::string &word, std::optional<double> a, std::optional<double> b)
{
    if (!a || !b)
        return std::nullopt;
    return operatedOn(word, *a, *b);
}

/// Whether all labels of `inner` are labels of `outer`.
bool contains(const Labels &outer, const Labels &inner)
{
    return std::ranges::all_of(
        inner, [&outer](const LabelView label) { return outer.value(label.name) == label.value; });
}

/// The labels of what two values come to, of which one has more labels; nothing where they do not belong
/// together.
std::optional<Labels> jointLabels(const Labels &a, const Labels &b)
{
    if (contains(a, b))
        return a;
    return contains(b, a) ? std::optional(b) : std::nullopt;
}

/// The right side of a join: those with equal labels are looked up, others compared.
class Partners
{
public:
    explicit Partners(const Values &right)
        : m_right(right)
    {
        for (std::size_t i = 0; i < right.size(); ++i) {
            m_byHash[right[i].labels.hash()].push_back(i);
            m_bySize[right[i].labels.size()].push_back(i);
        }
    }

    /// How many label sets are compared with this one.
    [[nodiscard]] std::size_t compared(const Labels &labels) const
    {
        const auto same = m_bySize.find(labels.size());
        return m_right.size() - (same == m_bySize.end() ? 0 : same->second.size());
    }

    void add(std::size_t left, const Labels &labels, std::vector<Pair> &pairs) const
    {
        if (const auto found = m_byHash.find(labels.hash()); found != m_byHash.end()) {
            for (const std::size_t i : found->second) {
                if (m_right[i].labels == labels)
                    pairs.push_back({left, i, labels});
            }
        }
        for (const auto &[size, places] : m_bySize) {
            if (size == labels.size())
                continue;
            for (const std::size_t i : places) {
                if (auto joint = jointLabels(labels, m_right[i].labels))
                    pairs.push_back({left, i, std::move(*joint)});
            }
        }
    }

private:
    const Values &m_right;
    std::unordered_map<std::uint64_t, std::vector<std::size_t>> m_byHash;
    std::map<std::size_t, std::vector<std::size_t>> m_bySize;
};

Value together(const std::string &word, const Value &a, const Value &b, Labels labels)
{
    Value result{std::move(labels), a.isSeries || b.isSeries, {}, {}, a.isResampled || b.isResampled};
    if (!result.isSeries) {
        result.number = operatedOn(word, a.number, b.number);
        return result;
    }
    if (a.isSeries != b.isSeries) {
        for (const Point &point : a.isSeries ? a.points : b.points)
            result.points.push_back({point.t, a.isSeries ? operatedOn(word, point.v, b.number)
                                                         : operatedOn(word, a.number, point.v)});
        return result;
    }
    auto other = b.points.begin();
    for (const Point &point : a.points) {
        while (other != b.points.end() && other->t < point.t)
            ++other;
        if (other != b.points.end() && other->t == point.t)
            result.points.push_back({point.t, operatedOn(word, point.v, other->v)});
    }
    return result;
}

template<typename Function>
Values changed(Values values, const Function &function)
{
    for (Value &value : values) {
        value.number = value.isSeries ? std::nullopt : function(value.number);
        for (Point &point : value.points)
            point.v = function(point.v);
    }
    return values;
}

/// A function of numbers; null stays null.
std::optional<double> ofNumber(const std::string &function, std::optional<double> value)
{
    if (function == "is_null")
        return value ? 0 : 1;
    if (!value)
        return std::nullopt;
    const double v = *value;
    if (function == "abs")
        return std::fabs(v);
    if (function == "log")
        return std::log(v);
    if (function == "round")
        return std::round(v);
    if (function == "ceil")
        return std::ceil(v);
    if (function == "floor")
        return std::floor(v);
    if (function == "is_nan")
        return std::isnan(v) ? 1 : 0;
    if (function == "is_inf")
        return std::isinf(v) ? 1 : 0;
    return std::isfinite(v) ? 1 : 0; // is_number
}

bool isNumber(const std::optional<double> &value)
{
    return value && std::isfinite(*value);
}

std::vector<std::optional<double>> prepared(std::span<const Point> points, const ServerExpression &by)
{
    std::vector<std::optional<double>> values;
    for (const Point &point : points) {
        if (by.nonNumbers == NonNumbers::Strict || isNumber(point.v))
            values.push_back(point.v);
        else if (by.nonNumbers == NonNumbers::Replace)
            values.emplace_back(by.replacement);
    }
    return values;
}

double median(std::vector<double> numbers)
{
    if (numbers.empty())
        return nan;
    std::ranges::sort(numbers);
    const std::size_t middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
}

/// What a list of values comes to; what is no number makes the result none, but for count and last, which
/// keeps null.
std::optional<double> put(const std::string &word, const std::vector<std::optional<double>> &values)
{
    if (word == "count")
        return static_cast<double>(values.size());
    if (word == "last")
        return values.empty() ? std::optional(nan) : values.back();
    std::vector<double> numbers;
    double sum = 0;
    for (const std::optional<double> &value : values) {
        if (!value || std::isnan(*value))
            return nan;
        numbers.push_back(*value);
        sum += *value;
    }
    if (word == "sum")
        return sum;
    if (word == "mean")
        return sum / static_cast<double>(numbers.size());
    if (word == "median")
        return median(std::move(numbers));
    if (numbers.empty())
        return nan;
    return word == "min" ? std::ranges::min(numbers) : std::ranges::max(numbers);
}

} // namespace

std::optional<std::vector<Pair>> paired(const Values &left, const Values &right, std::size_t most)
{
    const Partners partners(right);
    std::vector<Pair> pairs;
    std::size_t compared = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        compared += partners.compared(left[i].labels);
        if (compared > mostCompared)
            return std::nullopt;
        const auto first = static_cast<std::ptrdiff_t>(pairs.size());
        partners.add(i, left[i].labels, pairs);
        if (pairs.size() > most)
            return std::nullopt;
        std::ranges::sort(pairs.begin() + first, pairs.end(), {}, &Pair::right);
    }
    if (pairs.empty() && left.size() == 1 && right.size() == 1)
        pairs.emplace_back();
    return pairs;
}

Values operated(const std::string &word, const Values &left, const Values &right, std::span<const Pair> pairs)
{
    Values result;
    result.reserve(pairs.size());
    for (const Pair &pair : pairs)
        result.push_back(together(word, left[pair.left], right[pair.right], pair.labels));
    return result;
}

Values operated(const std::string &word, const Values &left, const Values &right)
{
    const auto pairs = paired(left, right, std::numeric_limits<std::size_t>::max());
    return pairs ? operated(word, left, right, *pairs) : Values();
}

Values operated(const std::string &word, Values of)
{
    const bool negates = word == "-";
    return changed(std::move(of), [negates](std::optional<double> value) -> std::optional<double> {
        if (!value || std::isnan(*value))
            return value;
        return negates ? -*value : (*value == 0 ? 1 : 0);
    });
}

Values called(const std::string &function, Values of)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (function == "nan")
        return {{{}, false, {}, nan}};
    if (function == "inf")
        return {{{}, false, {}, infinity}};
    if (function == "infn")
        return {{{}, false, {}, -infinity}};
    if (function == "null")
        return {Value()};
    return changed(std::move(of),
                   [&function](std::optional<double> value) { return ofNumber(function, value); });
}

Value reduced(const Value &value, const ServerExpression &by)
{
    Value result{value.labels, false, {}, {}};
    if (!value.isSeries) {
        result.number = value.number;
        if (by.nonNumbers == NonNumbers::Drop && !isNumber(value.number))
            result.number.reset();
        if (by.nonNumbers == NonNumbers::Replace && !isNumber(value.number))
            result.number = by.replacement;
        return result;
    }
    result.number = put(by.word, prepared(value.points, by));
    if (by.nonNumbers == NonNumbers::Drop && result.number && std::isnan(*result.number))
        result.number.reset();
    return result;
}

std::optional<Value> resampled(const Value &series, const ServerExpression &by, std::int64_t windowMs,
                               TimestampMs from, TimestampMs to)
{
    constexpr std::int64_t mostPoints = 100'000;
    if (windowMs <= 0 || (to - from) / windowMs <= 0 || (to - from) / windowMs > mostPoints)
        return std::nullopt;
    Value result{series.labels, true, {}, {}, true};
    auto next = series.points.begin();
    std::optional<double> seen;
    for (TimestampMs t = from; t <= to; t += windowMs) {
        std::vector<std::optional<double>> values;
        for (; next != series.points.end() && next->t <= t; ++next) {
            values.push_back(next->v);
            seen = next->v;
        }
        std::optional<double> value;
        if (!values.empty())
            value = put(by.word, values);
        else if (by.upsampler == "pad")
            value = seen;
        else if (by.upsampler == "backfilling" && next != series.points.end())
            value = next->v;
        result.points.push_back({t, value});
    }
    return result;
}

} // namespace sightglass::expressions
