// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/civiltime.h"
#include "model/query/functions.h"

#include <array>
#include <cmath>

namespace sightglass {

namespace {

double seconds(TimestampMs t)
{
    return static_cast<double>(t) / 1000;
}

Value evaluationTime(Evaluator &, const promql::Call &, const Grid &grid)
{
    Column points(grid.count);
    for (std::size_t step = 0; step < grid.count; ++step)
        points[step] = seconds(grid.at(step));
    return scalarValue(std::move(points));
}

const promql::VectorSelector *directSelector(const promql::Call &call)
{
    return promql::as<promql::VectorSelector>(&unwrapped(*call.arguments.at(0)));
}

/// A direct selector yields its samples' own times, everything else the evaluation time. Floats and
/// histograms alike.
Value timestampOf(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const auto same = [](double time, std::size_t) { return time; };
    if (const promql::VectorSelector *selector = directSelector(call))
        return mapPoints(evaluator, evaluator.reader().instant(*selector, grid, SelectorYield::SampleTime),
                         same);
    Value vector = vectorArgument(evaluator, call, 0, grid);
    for (Series &series : vector.series) {
        for (std::size_t step = 0; step < grid.count; ++step) {
            if (hasValue(series, step))
                series.points[step] = seconds(grid.at(step));
        }
    }
    return mapPoints(evaluator, std::move(vector), same);
}

/// Only a direct selector's samples have start timestamps, and only with the feature on.
Value startTimestampOf(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const promql::VectorSelector *selector = directSelector(call);
    if (selector == nullptr || !evaluator.context().options().features.useStartTimestamps)
        return {};
    return mapPoints(evaluator, evaluator.reader().instant(*selector, grid, SelectorYield::StartTime),
                     [](double time, std::size_t) { return time; });
}

using CalendarField = double (*)(const CivilTime &);

/// The value is a time in seconds, of which whole seconds count; without an argument the evaluation time is
/// taken.
template<CalendarField field>
Value calendar(Evaluator &evaluator, const promql::Call &call, const Grid &grid)
{
    const auto compute = [](double x, std::size_t) {
        // A time that no calendar has (NaN, infinity) wraps as Go's conversion does on x86-64.
        const bool convertible = std::fabs(x) < 0x1p63;
        return field(civilTime(convertible ? static_cast<std::int64_t>(x) : INT64_MIN));
    };
    if (!call.arguments.empty())
        return mapPoints(evaluator, vectorArgument(evaluator, call, 0, grid), compute);
    Value now = evaluationTime(evaluator, call, grid);
    now.type = promql::ValueType::InstantVector;
    return mapPoints(evaluator, std::move(now), compute);
}

double minuteOf(const CivilTime &time)
{
    return time.minute;
}
double hourOf(const CivilTime &time)
{
    return time.hour;
}
double weekdayOf(const CivilTime &time)
{
    return time.weekday;
}
double dayOf(const CivilTime &time)
{
    return time.day;
}
double dayOfYearOf(const CivilTime &time)
{
    return time.dayOfYear;
}
double monthOf(const CivilTime &time)
{
    return time.month;
}
double yearOf(const CivilTime &time)
{
    return static_cast<double>(time.year);
}
double monthLengthOf(const CivilTime &time)
{
    return daysInMonth(time.year, time.month);
}

Value queryStart(Evaluator &evaluator, const promql::Call &, const Grid &grid)
{
    return scalarValue(Column(grid.count, seconds(evaluator.context().steps().start)));
}

Value queryEnd(Evaluator &evaluator, const promql::Call &, const Grid &grid)
{
    return scalarValue(Column(grid.count, seconds(evaluator.context().steps().end)));
}

Value queryRange(Evaluator &evaluator, const promql::Call &, const Grid &grid)
{
    const StepRange &steps = evaluator.context().steps();
    return scalarValue(Column(grid.count, seconds(steps.end - steps.start)));
}

Value queryStep(Evaluator &evaluator, const promql::Call &, const Grid &grid)
{
    return scalarValue(Column(grid.count, seconds(evaluator.context().steps().stepMs)));
}

constexpr std::array<FunctionEntry, 15> entries{{
    {"time", evaluationTime},
    {"timestamp", timestampOf},
    {"start_timestamp", startTimestampOf},
    {"minute", calendar<minuteOf>},
    {"hour", calendar<hourOf>},
    {"day_of_week", calendar<weekdayOf>},
    {"day_of_month", calendar<dayOf>},
    {"day_of_year", calendar<dayOfYearOf>},
    {"month", calendar<monthOf>},
    {"year", calendar<yearOf>},
    {"days_in_month", calendar<monthLengthOf>},
    {"start", queryStart},
    {"end", queryEnd},
    {"range", queryRange},
    {"step", queryStep},
}};

} // namespace

std::span<const FunctionEntry> timeFunctions() noexcept
{
    return entries;
}

} // namespace sightglass
