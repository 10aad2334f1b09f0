// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/seriesstats.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <vector>

namespace sightglass {

namespace {

std::optional<double> lastValue(std::span<const Sample> samples)
{
    for (auto it = samples.rbegin(); it != samples.rend(); ++it) {
        if (!std::isnan(it->v))
            return it->v;
    }
    return std::nullopt;
}

struct Sum
{
    double sum = 0;
    std::size_t count = 0;
};

/// Of what is no NaN, from the first to the last: the same digits as everywhere else.
Sum sumOf(std::span<const Sample> samples)
{
    Sum result;
    for (const Sample &sample : samples) {
        if (std::isnan(sample.v))
            continue;
        result.sum += sample.v;
        ++result.count;
    }
    return result;
}

/// The lowest or the highest value by `less`; nothing where all are NaN, which no comparison takes. In four
/// lanes, as a chain of comparisons would have the processor wait for each.
template<typename Less>
std::optional<double> extremeOf(std::span<const Sample> samples, double none, Less less)
{
    constexpr std::size_t lanes = 4;
    std::array<double, lanes> best;
    best.fill(none);
    const auto take = [less](double &lane, double value) { lane = less(value, lane) ? value : lane; };
    std::size_t i = 0;
    for (; i + lanes <= samples.size(); i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane)
            take(best[lane], samples[i + lane].v);
    }
    for (; i < samples.size(); ++i)
        take(best[0], samples[i].v);
    for (std::size_t lane = 1; lane < lanes; ++lane)
        take(best[0], best[lane]);
    // Of values that are all as far out as can be none was taken.
    if (best[0] == none && std::ranges::all_of(samples, [](const Sample &s) { return std::isnan(s.v); }))
        return std::nullopt;
    return best[0];
}

/// What a legend asks of every series at every tick: without a copy, in one bare loop.
std::optional<double> usual(Calculation calculation, std::span<const Sample> samples)
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    switch (calculation) {
    case Calculation::LastNotNull:
        return lastValue(samples);
    case Calculation::Min:
        return extremeOf(samples, infinity, std::less<>());
    case Calculation::Max:
        return extremeOf(samples, -infinity, std::greater<>());
    default:
        break;
    }
    const auto [sum, count] = sumOf(samples);
    if (calculation == Calculation::Sum)
        return sum;
    return count > 0 ? std::optional(sum / static_cast<double>(count)) : std::nullopt;
}

bool isUsual(Calculation calculation)
{
    static constexpr std::array all = {Calculation::LastNotNull, Calculation::Min, Calculation::Max,
                                       Calculation::Mean, Calculation::Sum};
    return std::ranges::find(all, calculation) != all.end();
}

} // namespace

std::optional<double> calculateSeries(Calculation calculation, std::span<const Sample> samples)
{
    if (isUsual(calculation))
        return usual(calculation, samples);
    std::vector<double> values;
    values.reserve(samples.size());
    for (const Sample &sample : samples)
        values.push_back(sample.v);
    const double result = calculate(calculation, values);
    return std::isnan(result) ? std::nullopt : std::optional(result);
}

QString calculationName(Calculation calculation)
{
    if (const auto percent = percentOf(calculation))
        return QStringLiteral("p%1").arg(*percent);
    struct Name
    {
        Calculation calculation;
        const char *text;
    };
    static constexpr std::array names = {
        Name{Calculation::LastNotNull, QT_TRANSLATE_NOOP("sightglass::Calculation", "last")},
        Name{Calculation::Last, QT_TRANSLATE_NOOP("sightglass::Calculation", "last")},
        Name{Calculation::FirstNotNull, QT_TRANSLATE_NOOP("sightglass::Calculation", "first")},
        Name{Calculation::First, QT_TRANSLATE_NOOP("sightglass::Calculation", "first")},
        Name{Calculation::Min, QT_TRANSLATE_NOOP("sightglass::Calculation", "min")},
        Name{Calculation::MinAboveZero, QT_TRANSLATE_NOOP("sightglass::Calculation", "min above 0")},
        Name{Calculation::Max, QT_TRANSLATE_NOOP("sightglass::Calculation", "max")},
        Name{Calculation::Mean, QT_TRANSLATE_NOOP("sightglass::Calculation", "mean")},
        Name{Calculation::Median, QT_TRANSLATE_NOOP("sightglass::Calculation", "median")},
        Name{Calculation::Mode, QT_TRANSLATE_NOOP("sightglass::Calculation", "most frequent")},
        Name{Calculation::Variance, QT_TRANSLATE_NOOP("sightglass::Calculation", "variance")},
        Name{Calculation::StandardDeviation, QT_TRANSLATE_NOOP("sightglass::Calculation", "std dev")},
        Name{Calculation::Sum, QT_TRANSLATE_NOOP("sightglass::Calculation", "sum")},
        Name{Calculation::Count, QT_TRANSLATE_NOOP("sightglass::Calculation", "count")},
        Name{Calculation::CountAll, QT_TRANSLATE_NOOP("sightglass::Calculation", "count of rows")},
        Name{Calculation::Range, QT_TRANSLATE_NOOP("sightglass::Calculation", "range")},
        Name{Calculation::Delta, QT_TRANSLATE_NOOP("sightglass::Calculation", "increase")},
        Name{Calculation::Step, QT_TRANSLATE_NOOP("sightglass::Calculation", "smallest step")},
        Name{Calculation::Difference, QT_TRANSLATE_NOOP("sightglass::Calculation", "difference")},
        Name{Calculation::DifferencePercent, QT_TRANSLATE_NOOP("sightglass::Calculation", "difference %")},
        Name{Calculation::ChangeCount, QT_TRANSLATE_NOOP("sightglass::Calculation", "changes")},
        Name{Calculation::DistinctCount, QT_TRANSLATE_NOOP("sightglass::Calculation", "distinct values")},
        Name{Calculation::AllIsZero, QT_TRANSLATE_NOOP("sightglass::Calculation", "all 0")},
        Name{Calculation::AllIsNull, QT_TRANSLATE_NOOP("sightglass::Calculation", "no values")},
        Name{Calculation::AllValues, QT_TRANSLATE_NOOP("sightglass::Calculation", "all values")},
        Name{Calculation::UniqueValues, QT_TRANSLATE_NOOP("sightglass::Calculation", "unique values")},
    };
    const auto *name = std::ranges::find(names, calculation, &Name::calculation);
    return name == names.end() ? QString()
                               : QCoreApplication::translate("sightglass::Calculation", name->text);
}

} // namespace sightglass
