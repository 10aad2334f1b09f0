// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naiveevaluator.h"

#include "model/core/goformat.h"
#include "model/storage/labelmatcher.h"
#include "parser/base/numbertext.h"
#include "tests/support/naivefunctions.h"

#include <re2/re2.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>

namespace sightglass::test {

using namespace promql;

namespace {

constexpr TimeRange allTime{std::numeric_limits<TimestampMs>::min() / 4,
                            std::numeric_limits<TimestampMs>::max() / 4};

struct Failure : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

[[noreturn]] void notInTheLanguage()
{
    std::abort();
}

std::int64_t milliseconds(const DurationPtr &duration)
{
    if (duration == nullptr)
        return 0;
    if (duration->kind == DurationExpr::Kind::Negate)
        return -milliseconds(duration->operands.at(0));
    if (duration->kind != DurationExpr::Kind::Literal)
        notInTheLanguage();
    return std::llround(duration->seconds * 1000);
}

Labels withoutName(const Labels &labels)
{
    return labels.without(metricNameLabel).without("__type__").without("__unit__");
}

NaiveEvaluator::Vector checked(NaiveEvaluator::Vector vector)
{
    std::set<std::string> seen;
    for (const auto &element : vector) {
        if (!seen.insert(element.labels.toString()).second)
            throw Failure("vector cannot contain metrics with the same labelset");
    }
    return vector;
}

const Expr &bare(const Expr &expr)
{
    const auto *paren = as<Paren>(&expr);
    return paren != nullptr ? bare(*paren->expr) : expr;
}

std::string signature(const Labels &labels, const VectorMatching &matching)
{
    if (matching.on)
        return labels.keeping(matching.labels).toString();
    return labels.dropping(matching.labels).without(metricNameLabel).toString();
}

Labels groupOf(const Labels &labels, const Aggregate &aggregate)
{
    if (aggregate.without)
        return labels.dropping(aggregate.grouping).without(metricNameLabel);
    return labels.keeping(aggregate.grouping);
}

double computed(BinaryOp op, double a, double b)
{
    switch (op) {
    case BinaryOp::Add:
        return a + b;
    case BinaryOp::Sub:
        return a - b;
    case BinaryOp::Mul:
        return a * b;
    case BinaryOp::Div:
        return a / b;
    case BinaryOp::Mod:
        return std::fmod(a, b);
    case BinaryOp::Pow:
        return std::pow(a, b);
    case BinaryOp::Atan2:
        return std::atan2(a, b);
    case BinaryOp::Eq:
        return a == b ? 1 : 0;
    case BinaryOp::Ne:
        return a != b ? 1 : 0;
    case BinaryOp::Lt:
        return a < b ? 1 : 0;
    case BinaryOp::Le:
        return a <= b ? 1 : 0;
    case BinaryOp::Gt:
        return a > b ? 1 : 0;
    case BinaryOp::Ge:
        return a >= b ? 1 : 0;
    default:
        notInTheLanguage();
    }
}

double aggregated(AggregateOp op, const std::vector<double> &values, double parameter)
{
    switch (op) {
    case AggregateOp::Sum:
        return naiveSum(values);
    case AggregateOp::Avg:
        return naiveMean(values);
    case AggregateOp::Count:
        return static_cast<double>(values.size());
    case AggregateOp::Group:
        return 1;
    case AggregateOp::Min:
        return naiveLeast(values);
    case AggregateOp::Max:
        return naiveGreatest(values);
    case AggregateOp::Stddev:
        return std::sqrt(naiveVariance(values));
    case AggregateOp::Stdvar:
        return naiveVariance(values);
    case AggregateOp::Quantile:
        return naiveQuantile(parameter, values);
    default:
        notInTheLanguage();
    }
}

} // namespace

NaiveEvaluator::NaiveEvaluator(const Snapshot &snapshot, const QueryOptions &options, StepRange query,
                               double nudge)
    : m_options(options)
    , m_query(query)
    , m_nudge(nudge)
{
    const Matcher anything[] = {{MatchOp::Regex, std::string(metricNameLabel), ".+"}};
    for (const auto &series : snapshot.select(anything, allTime)) {
        SampleColumns columns;
        series->read(allTime, columns);
        Window &window = m_series.emplace_back();
        window.labels = series->labels();
        for (std::size_t i = 0; i < columns.times.size(); ++i)
            window.samples.push_back({columns.times[i], columns.values[i]});
    }
}

Answer NaiveEvaluator::instant(const Expr &expr)
{
    m_query.end = m_query.start;
    return range(expr);
}

Answer NaiveEvaluator::range(const Expr &expr)
{
    Answer answer;
    try {
        for (TimestampMs t = m_query.start; t <= m_query.end; t += m_query.stepMs) {
            if (expr.type == ValueType::Scalar) {
                answer.series["{}"].push_back({t, scalar(expr, t)});
                continue;
            }
            for (const Element &element : vector(expr, t))
                answer.series[element.labels.toString()].push_back({t, element.value});
        }
    } catch (const Failure &failure) {
        return {true, failure.what(), {}};
    }
    return answer;
}

NaiveEvaluator::Vector NaiveEvaluator::vector(const Expr &expr, TimestampMs t)
{
    if (const auto *paren = as<Paren>(&expr))
        return vector(*paren->expr, t);
    if (const auto *selector = as<VectorSelector>(&expr))
        return select(*selector, t, false);
    if (const auto *node = as<Call>(&expr))
        return naiveRounds(node->function) ? nudged(call(*node, t)) : call(*node, t);
    if (const auto *node = as<Aggregate>(&expr))
        return naiveRounds(node->op) ? nudged(aggregate(*node, t)) : aggregate(*node, t);
    if (const auto *node = as<Binary>(&expr)) {
        const bool rounds = !isSetOperator(node->op) && !isComparison(node->op);
        return rounds ? nudged(binary(*node, t)) : binary(*node, t);
    }
    const auto *unary = as<Unary>(&expr);
    if (unary == nullptr)
        notInTheLanguage();
    Vector operand = vector(*unary->expr, t);
    if (!unary->negative)
        return operand;
    for (Element &element : operand)
        element = {withoutName(element.labels), -element.value};
    return checked(std::move(operand));
}

NaiveEvaluator::Vector NaiveEvaluator::nudged(Vector vector) const
{
    if (m_nudge != 0) {
        for (Element &element : vector)
            element.value *= 1 + m_nudge;
    }
    return vector;
}

double NaiveEvaluator::scalar(const Expr &expr, TimestampMs t)
{
    const Expr &inner = bare(expr);
    if (const auto *number = as<NumberLiteral>(&inner))
        return number->value;
    if (const auto *unary = as<Unary>(&inner))
        return unary->negative ? -scalar(*unary->expr, t) : scalar(*unary->expr, t);
    if (const auto *node = as<Binary>(&inner))
        return computed(node->op, scalar(*node->lhs, t), scalar(*node->rhs, t));
    const auto *node = as<Call>(&inner);
    if (node != nullptr && node->function == "time")
        return static_cast<double>(t) / 1000;
    if (node == nullptr || node->function != "scalar")
        notInTheLanguage();
    const Vector argument = vector(*node->arguments.at(0), t);
    return argument.size() == 1 ? argument.front().value : std::numeric_limits<double>::quiet_NaN();
}

TimestampMs NaiveEvaluator::reference(const TimeShift &shift, TimestampMs t) const
{
    TimestampMs at = t;
    if (shift.at) {
        at = shift.at->kind == AtModifier::Kind::Start ? m_query.start
             : shift.at->kind == AtModifier::Kind::End ? m_query.end
                                                       : shift.at->timestampMs;
    }
    return at - milliseconds(shift.offset);
}

std::vector<const NaiveEvaluator::Window *> NaiveEvaluator::matching(const VectorSelector &selector) const
{
    std::vector<const Window *> found;
    for (const Window &series : m_series) {
        const bool all = std::ranges::all_of(selector.matchers, [&series](const Matcher &matcher) {
            return LabelMatcher(matcher).matches(series.labels);
        });
        if (all)
            found.push_back(&series);
    }
    return found;
}

NaiveEvaluator::Vector NaiveEvaluator::select(const VectorSelector &selector, TimestampMs t,
                                              bool sampleTimes) const
{
    const TimestampMs at = reference(selector.shift, t);
    Vector out;
    for (const Window *series : matching(selector)) {
        const Sample *newest = nullptr;
        for (const Sample &sample : series->samples) {
            if (sample.t > at - m_options.lookbackMs && sample.t <= at)
                newest = &sample;
        }
        if (newest != nullptr && !isStaleMarker(newest->v))
            out.push_back({series->labels, sampleTimes ? static_cast<double>(newest->t) / 1000 : newest->v});
    }
    return out;
}

std::vector<NaiveEvaluator::Window> NaiveEvaluator::windows(const Expr &expr, TimestampMs t)
{
    const Expr &inner = bare(expr);
    if (const auto *subquery = as<Subquery>(&inner))
        return subqueryWindows(*subquery, t);
    const auto *matrix = as<MatrixSelector>(&inner);
    if (matrix == nullptr)
        notInTheLanguage();
    const TimestampMs to = reference(matrix->selector->shift, t);
    const TimestampMs from = to - milliseconds(matrix->range);
    std::vector<Window> out;
    for (const Window *series : matching(*matrix->selector)) {
        Window window{series->labels, {}, from, to};
        for (const Sample &sample : series->samples) {
            if (sample.t > from && sample.t <= to && !isStaleMarker(sample.v))
                window.samples.push_back(sample);
        }
        if (!window.samples.empty())
            out.push_back(std::move(window));
    }
    return out;
}

std::vector<NaiveEvaluator::Window> NaiveEvaluator::subqueryWindows(const Subquery &subquery, TimestampMs t)
{
    const TimestampMs to = reference(subquery.shift, t);
    const TimestampMs from = to - milliseconds(subquery.range);
    const std::int64_t step =
        subquery.step == nullptr ? m_options.defaultSubqueryStepMs : milliseconds(subquery.step);
    std::map<Labels, Window> found;
    for (TimestampMs at = from / step * step; at <= to; at += step) {
        if (at <= from)
            continue;
        for (const Element &element : vector(*subquery.expr, at)) {
            Window &window =
                found.try_emplace(element.labels, Window{element.labels, {}, from, to}).first->second;
            window.samples.push_back({at, element.value});
        }
    }
    std::vector<Window> out;
    for (auto &[labels, window] : found)
        out.push_back(std::move(window));
    return out;
}

NaiveEvaluator::Vector NaiveEvaluator::call(const Call &call, TimestampMs t)
{
    const std::string &name = call.function;
    if (name == "vector")
        return {{Labels(), scalar(*call.arguments.at(0), t)}};
    if (name == "label_join" || name == "label_replace")
        return relabelled(call, t);
    if (name == "absent")
        return absent(bare(*call.arguments.at(0)), t);
    if (name == "histogram_quantile")
        return histogramQuantile(call, t);
    if (std::ranges::any_of(call.arguments,
                            [](const ExprPtr &one) { return one->type == ValueType::RangeVector; }))
        return overRange(call, t);
    if (name == "sort")
        return vector(*call.arguments.at(0), t);

    const auto *selector = as<VectorSelector>(&bare(*call.arguments.at(0)));
    Vector out = name == "timestamp" && selector != nullptr ? select(*selector, t, true)
                                                            : vector(*call.arguments.at(0), t);
    std::vector<double> parameters;
    for (std::size_t i = 1; i < call.arguments.size(); ++i)
        parameters.push_back(scalar(*call.arguments[i], t));
    for (Element &element : out) {
        element.labels = withoutName(element.labels);
        if (name == "timestamp")
            element.value = selector != nullptr ? element.value : static_cast<double>(t) / 1000;
        else
            element.value = naiveMath(name, element.value, parameters);
    }
    if (name == "clamp" && parameters.at(0) > parameters.at(1))
        return {};
    return checked(std::move(out));
}

NaiveEvaluator::Vector NaiveEvaluator::overRange(const Call &call, TimestampMs t)
{
    std::size_t position = 0;
    while (call.arguments[position]->type != ValueType::RangeVector)
        ++position;
    double parameter = 0;
    for (const ExprPtr &argument : call.arguments) {
        if (argument->type == ValueType::Scalar)
            parameter = scalar(*argument, t);
    }
    const bool keepsName = call.function == "last_over_time";
    Vector out;
    for (const Window &window : windows(*call.arguments[position], t)) {
        const auto value =
            naiveOverTime(call.function, {window.samples, window.from, window.to, t, parameter});
        if (value)
            out.push_back({keepsName ? window.labels : withoutName(window.labels), *value});
    }
    return checked(std::move(out));
}

NaiveEvaluator::Vector NaiveEvaluator::relabelled(const Call &call, TimestampMs t)
{
    const auto text = [&call](std::size_t index) {
        return as<StringLiteral>(&bare(*call.arguments.at(index)))->value;
    };
    Vector out = vector(*call.arguments.at(0), t);
    for (Element &element : out) {
        if (call.function == "label_join") {
            std::string value;
            for (std::size_t i = 3; i < call.arguments.size(); ++i)
                value.append(i > 3 ? text(2) : "").append(element.labels.value(text(i)));
            element.labels = element.labels.with(text(1), value);
            continue;
        }
        const std::string source(element.labels.value(text(3)));
        std::string first;
        if (re2::RE2::FullMatch(source, "(?s:" + text(4) + ")", &first))
            element.labels =
                element.labels.with(text(1), first + text(2).substr(2)); // the generator writes "$1…"
    }
    return checked(std::move(out));
}

NaiveEvaluator::Vector NaiveEvaluator::absent(const Expr &argument, TimestampMs t)
{
    if (!vector(argument, t).empty())
        return {};
    std::map<std::string, std::vector<Matcher>> byName;
    if (const auto *selector = as<VectorSelector>(&argument)) {
        for (const Matcher &matcher : selector->matchers)
            byName[matcher.name].push_back(matcher);
    }
    Labels labels;
    for (const auto &[name, matchers] : byName) {
        if (name != metricNameLabel && matchers.size() == 1 && matchers.front().op == MatchOp::Equal)
            labels = labels.with(name, matchers.front().value);
    }
    return {{labels, 1}};
}

NaiveEvaluator::Vector NaiveEvaluator::histogramQuantile(const Call &call, TimestampMs t)
{
    const double q = scalar(*call.arguments.at(0), t);
    std::map<Labels, std::map<double, double>> histograms;
    for (const Element &element : vector(*call.arguments.at(1), t)) {
        if (const auto bound = parseFloat(element.labels.value("le")))
            histograms[element.labels.without("le")][*bound] += element.value;
    }
    Vector out;
    for (const auto &[labels, buckets] : histograms)
        out.push_back({withoutName(labels), naiveBucketQuantile(q, buckets)});
    return checked(std::move(out));
}

NaiveEvaluator::Vector NaiveEvaluator::aggregate(const Aggregate &aggregate, TimestampMs t)
{
    const auto *label = as<StringLiteral>(aggregate.parameter.get());
    const double parameter =
        aggregate.parameter != nullptr && label == nullptr ? scalar(*aggregate.parameter, t) : 0;
    std::map<Labels, std::vector<double>> groups;
    for (const Element &element : vector(*aggregate.expr, t)) {
        Labels group = groupOf(element.labels, aggregate);
        if (label != nullptr)
            group = group.with(label->value, decimalText(element.value));
        groups[group].push_back(element.value);
    }
    Vector out;
    for (const auto &[labels, values] : groups) {
        const AggregateOp op = label != nullptr ? AggregateOp::Count : aggregate.op;
        out.push_back({labels, aggregated(op, values, parameter)});
    }
    return out;
}

NaiveEvaluator::Vector NaiveEvaluator::binary(const Binary &binary, TimestampMs t)
{
    if (binary.lhs->type == ValueType::Scalar || binary.rhs->type == ValueType::Scalar)
        return withScalar(binary, t);
    return isSetOperator(binary.op) ? setOperation(binary, t) : joined(binary, t);
}

NaiveEvaluator::Vector NaiveEvaluator::withScalar(const Binary &binary, TimestampMs t)
{
    const bool scalarLeft = binary.lhs->type == ValueType::Scalar;
    const double number = scalar(scalarLeft ? *binary.lhs : *binary.rhs, t);
    const bool filters = isComparison(binary.op) && !binary.returnBool;
    Vector out;
    for (const Element &element : vector(scalarLeft ? *binary.rhs : *binary.lhs, t)) {
        const double value = scalarLeft ? computed(binary.op, number, element.value)
                                        : computed(binary.op, element.value, number);
        if (!filters)
            out.push_back({withoutName(element.labels), value});
        else if (value != 0)
            out.push_back(element);
    }
    return checked(std::move(out));
}

NaiveEvaluator::Vector NaiveEvaluator::setOperation(const Binary &binary, TimestampMs t)
{
    const Vector left = vector(*binary.lhs, t);
    const Vector right = vector(*binary.rhs, t);
    const auto signatures = [&binary](const Vector &side) {
        std::set<std::string> found;
        for (const Element &element : side)
            found.insert(signature(element.labels, *binary.matching));
        return found;
    };
    const auto some = [&](const Vector &side, const std::set<std::string> &others, bool contained) {
        Vector out;
        for (const Element &element : side) {
            if (others.contains(signature(element.labels, *binary.matching)) == contained)
                out.push_back(element);
        }
        return out;
    };
    if (binary.op == BinaryOp::And)
        return some(left, signatures(right), true);
    if (binary.op == BinaryOp::Unless)
        return some(left, signatures(right), false);
    Vector out = left;
    for (const Element &element : some(right, signatures(left), false))
        out.push_back(element);
    return checked(std::move(out));
}

NaiveEvaluator::Vector NaiveEvaluator::joined(const Binary &binary, TimestampMs t)
{
    const VectorMatching &matching = *binary.matching;
    const Vector left = vector(*binary.lhs, t);
    const Vector right = vector(*binary.rhs, t);
    if (left.empty() || right.empty())
        return {};
    const bool oneIsLeft = matching.cardinality == MatchCardinality::OneToMany;
    std::map<std::string, Element> ones;
    for (const Element &element : oneIsLeft ? left : right) {
        if (!ones.try_emplace(signature(element.labels, matching), element).second)
            throw Failure("many-to-many");
    }
    Vector out;
    std::set<std::string> used;
    for (const Element &many : oneIsLeft ? right : left) {
        const std::string key = signature(many.labels, matching);
        const auto one = ones.find(key);
        if (one == ones.end())
            continue;
        const double a = oneIsLeft ? one->second.value : many.value;
        const double b = oneIsLeft ? many.value : one->second.value;
        Labels labels = withoutName(many.labels);
        if (matching.cardinality == MatchCardinality::OneToOne) {
            if (!used.insert(key).second)
                throw Failure("many-to-one");
            labels = matching.on ? labels.keeping(matching.labels) : labels.dropping(matching.labels);
        }
        for (const std::string &name : matching.include)
            labels = labels.with(name, one->second.labels.value(name));
        out.push_back({labels, computed(binary.op, a, b)});
    }
    return checked(std::move(out));
}

} // namespace sightglass::test
