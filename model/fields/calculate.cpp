// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/median.h"
#include "model/fields/calculation.h"
#include "model/fields/jsvalue.h"
#include "model/fields/reduction.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace sightglass {

namespace {

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

/// The rows of a field.
class FieldCells
{
public:
    explicit FieldCells(const Field &field)
        : m_values(field.values)
        , m_numeric(field.type == FieldType::Number || field.type == FieldType::Time)
    {}

    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    [[nodiscard]] ReducedCell cell(std::size_t row) const
    {
        const FieldValue &value = m_values[row];
        if (std::holds_alternative<std::monostate>(value))
            return {};
        const auto *number = std::get_if<double>(&value);
        if (number == nullptr || !m_numeric)
            return {ReducedCell::Kind::Other, 0};
        return {ReducedCell::Kind::Number, *number};
    }

private:
    const std::vector<FieldValue> &m_values;
    bool m_numeric;
};

/// Bare numbers, of which a NaN is not there.
class NumberCells
{
public:
    explicit NumberCells(std::span<const double> values)
        : m_values(values)
    {}

    [[nodiscard]] std::size_t size() const { return m_values.size(); }
    [[nodiscard]] ReducedCell cell(std::size_t row) const
    {
        if (std::isnan(m_values[row]))
            return {};
        return {ReducedCell::Kind::Number, m_values[row]};
    }

private:
    std::span<const double> m_values;
};

/// The numbers of a column for what needs them all at once. Nulls that are kept are zeros in Grafana's
/// arithmetic too.
template<typename Source>
std::vector<double> numbersOf(const Source &source, NullsAs nulls)
{
    std::vector<double> numbers;
    numbers.reserve(source.size());
    for (std::size_t row = 0; row < source.size(); ++row) {
        const ReducedCell cell = source.cell(row);
        if (cell.kind == ReducedCell::Kind::Number && !std::isnan(cell.number))
            numbers.push_back(cell.number);
        else if (cell.kind == ReducedCell::Kind::Null && nulls != NullsAs::Ignored)
            numbers.push_back(0);
    }
    return numbers;
}

std::optional<double> rankOf(std::vector<double> numbers, std::size_t rank)
{
    if (rank >= numbers.size())
        return std::nullopt;
    const auto at = numbers.begin() + std::ptrdiff_t(rank);
    std::nth_element(numbers.begin(), at, numbers.end());
    return *at;
}

std::optional<double> percentile(std::vector<double> numbers, int percent)
{
    if (numbers.empty())
        return std::nullopt;
    const double rank = std::round(double(numbers.size() - 1) * (percent / 100.0));
    return rankOf(std::move(numbers), std::size_t(rank));
}

/// Welford's, as Grafana has it.
double variance(const std::vector<double> &numbers)
{
    double mean = 0;
    double squares = 0;
    double count = 0;
    for (const double number : numbers) {
        const double before = mean;
        ++count;
        mean += (number - before) / count;
        squares += (number - before) * (number - mean);
    }
    return count > 0 ? squares / count : 0;
}

std::optional<double> mode(const std::vector<double> &numbers)
{
    std::vector<double> sorted = numbers;
    std::ranges::sort(sorted);
    std::size_t most = 0;
    std::vector<double> frequent; // ascending
    for (auto run = sorted.begin(); run != sorted.end();) {
        const auto past = std::find_if(run, sorted.end(), [run](double number) { return number != *run; });
        const auto count = static_cast<std::size_t>(past - run);
        if (count > most)
            frequent.clear();
        if (count >= most)
            frequent.push_back(*run);
        most = std::max(most, count);
        run = past;
    }
    const auto first = std::ranges::find_if(
        numbers, [&frequent](double number) { return std::ranges::binary_search(frequent, number); });
    return first != numbers.end() ? std::optional(*first) : std::nullopt;
}

template<typename Source>
std::optional<double> numericResult(Calculation calculation, const Source &source, NullsAs nulls)
{
    if (const auto percent = percentOf(calculation))
        return percentile(numbersOf(source, nulls), *percent);
    switch (calculation) {
    case Calculation::Median: {
        std::vector<double> numbers = numbersOf(source, nulls);
        return medianOf(numbers);
    }
    case Calculation::Mode:
        return mode(numbersOf(source, nulls));
    case Calculation::Variance:
        return variance(numbersOf(source, NullsAs::Ignored));
    case Calculation::StandardDeviation:
        return std::sqrt(variance(numbersOf(source, NullsAs::Ignored)));
    default:
        return StandardReduction(source, nulls).result(calculation);
    }
}

bool isThere(const FieldValue &value)
{
    const auto *number = std::get_if<double>(&value);
    return number != nullptr ? !std::isnan(*number) : !std::holds_alternative<std::monostate>(value);
}

template<typename Iterator>
FieldValue firstThere(Iterator begin, Iterator end)
{
    const Iterator found = std::find_if(begin, end, isThere);
    return found != end ? *found : FieldValue{};
}

/// The rows that ChangeCount and DistinctCount compare.
std::vector<FieldValue> comparedRows(const std::vector<FieldValue> &values, NullsAs nulls)
{
    std::vector<FieldValue> rows;
    rows.reserve(values.size());
    for (const FieldValue &value : values) {
        const bool null = std::holds_alternative<std::monostate>(value);
        if (!null || nulls == NullsAs::Null)
            rows.push_back(value);
        else if (nulls == NullsAs::Zero)
            rows.emplace_back(0.0);
    }
    return rows;
}

double changeCount(const std::vector<FieldValue> &rows)
{
    double count = 0;
    for (std::size_t row = 1; row < rows.size(); ++row)
        count += rows[row] != rows[row - 1] ? 1 : 0; // NaN differs from NaN, as it does in Grafana
    return count;
}

/// Equal for values that JavaScript's Set takes for one: NaN is one, 1 and "1" are two.
std::string identity(const FieldValue &value)
{
    return char('0' + value.index()) + cellText(value);
}

std::vector<FieldValue> distinct(const std::vector<FieldValue> &rows)
{
    std::set<std::string> seen;
    std::vector<FieldValue> values;
    for (const FieldValue &value : rows) {
        if (seen.insert(identity(value)).second)
            values.push_back(value);
    }
    return values;
}

FieldValue joined(const std::vector<FieldValue> &values)
{
    std::string text;
    for (std::size_t at = 0; at < values.size(); ++at)
        text += (at > 0 ? ", " : "") + cellText(values[at]);
    return text;
}

FieldValue ofNothing(Calculation calculation)
{
    switch (calculation) {
    case Calculation::Sum:
    case Calculation::Count:
    case Calculation::CountAll:
        return 0.0;
    case Calculation::AllIsZero:
        return false;
    case Calculation::AllIsNull:
        return true;
    default:
        return {};
    }
}

} // namespace

FieldValue calculate(Calculation calculation, const Field &field, NullsAs nulls)
{
    const std::vector<FieldValue> &values = field.values;
    if (values.empty())
        return ofNothing(calculation);
    switch (calculation) {
    case Calculation::Last:
        return values.back();
    case Calculation::First:
        return values.front();
    case Calculation::LastNotNull:
        return firstThere(values.rbegin(), values.rend());
    case Calculation::FirstNotNull:
        return firstThere(values.begin(), values.end());
    case Calculation::CountAll:
        return double(values.size());
    case Calculation::ChangeCount:
        return changeCount(comparedRows(values, nulls));
    case Calculation::DistinctCount:
        return double(distinct(comparedRows(values, nulls)).size());
    case Calculation::AllValues:
        return joined(values);
    case Calculation::UniqueValues:
        return joined(distinct(values));
    default:
        break;
    }
    const auto number = numericResult(calculation, FieldCells(field), nulls);
    if (number && resultType(calculation, field.type) == FieldType::Boolean)
        return *number != 0;
    return number ? FieldValue(*number) : FieldValue();
}

double calculate(Calculation calculation, std::span<const double> values)
{
    if (values.empty() && std::holds_alternative<std::monostate>(ofNothing(calculation)))
        return noNumber;
    const auto there = [](double value) { return !std::isnan(value); };
    switch (calculation) {
    case Calculation::Last:
        return values.back();
    case Calculation::First:
        return values.front();
    case Calculation::LastNotNull: {
        const auto found = std::find_if(values.rbegin(), values.rend(), there);
        return found != values.rend() ? *found : noNumber;
    }
    case Calculation::FirstNotNull: {
        const auto found = std::find_if(values.begin(), values.end(), there);
        return found != values.end() ? *found : noNumber;
    }
    case Calculation::CountAll:
        return double(values.size());
    case Calculation::ChangeCount:
    case Calculation::DistinctCount: {
        std::vector<FieldValue> rows;
        std::copy_if(values.begin(), values.end(), std::back_inserter(rows), there);
        return calculation == Calculation::ChangeCount ? changeCount(rows) : double(distinct(rows).size());
    }
    case Calculation::AllValues:
    case Calculation::UniqueValues:
        return noNumber;
    default:
        break;
    }
    return numericResult(calculation, NumberCells(values), NullsAs::Ignored).value_or(noNumber);
}

} // namespace sightglass
