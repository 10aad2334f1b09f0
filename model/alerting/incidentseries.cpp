// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/incidentseries.h"

#include "parser/base/numbertext.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <set>

namespace sightglass {

namespace {

constexpr std::int64_t lookbackDeltaMs = 5 * 60'000;

std::int64_t milliseconds(const promql::DurationPtr &duration)
{
    return duration == nullptr ? 0 : std::llround(std::abs(duration->seconds) * 1000);
}

std::int64_t shiftMs(const promql::TimeShift &shift)
{
    return milliseconds(shift.offset);
}

using Visit = std::function<void(const promql::VectorSelector &, std::int64_t back)>;

/// Every selector, with how far back it looks from the evaluation.
void visitSelectors(const promql::Expr &expr, std::int64_t back, const Visit &visit);

void visitBinary(const promql::Binary &binary, std::int64_t back, const Visit &visit)
{
    const std::vector<const promql::Binary *> chain = promql::operatorChain(binary);
    visitSelectors(*chain.front()->lhs, back, visit);
    for (const promql::Binary *one : chain)
        visitSelectors(*one->rhs, back, visit);
}

void visitSelectors(const promql::Expr &expr, std::int64_t back, const Visit &visit)
{
    if (const auto *selector = promql::as<promql::VectorSelector>(&expr))
        visit(*selector, back + shiftMs(selector->shift) + lookbackDeltaMs);
    else if (const auto *matrix = promql::as<promql::MatrixSelector>(&expr))
        visit(*matrix->selector, back + shiftMs(matrix->selector->shift) + milliseconds(matrix->range));
    else if (const auto *subquery = promql::as<promql::Subquery>(&expr))
        visitSelectors(*subquery->expr, back + shiftMs(subquery->shift) + milliseconds(subquery->range),
                       visit);
    else if (const auto *paren = promql::as<promql::Paren>(&expr))
        visitSelectors(*paren->expr, back, visit);
    else if (const auto *unary = promql::as<promql::Unary>(&expr))
        visitSelectors(*unary->expr, back, visit);
    else if (const auto *binary = promql::as<promql::Binary>(&expr))
        visitBinary(*binary, back, visit);
    else if (const auto *call = promql::as<promql::Call>(&expr))
        for (const promql::ExprPtr &argument : call->arguments)
            visitSelectors(*argument, back, visit);
    else if (const auto *aggregate = promql::as<promql::Aggregate>(&expr)) {
        visitSelectors(*aggregate->expr, back, visit);
        if (aggregate->parameter != nullptr)
            visitSelectors(*aggregate->parameter, back, visit);
    }
}

/// Values on the steps as promqltest writes them, runs of the same as one word.
std::string notation(const std::vector<std::string> &values)
{
    std::string text;
    for (std::size_t i = 0; i < values.size();) {
        std::size_t run = 1;
        while (i + run < values.size() && values[i + run] == values[i])
            ++run;
        text += text.empty() ? "" : " ";
        const bool isMissing = values[i] == "_";
        const bool isNumber = !isMissing && values[i] != "stale";
        if (run == 1 || !(isMissing || isNumber)) {
            text += values[i];
            run = 1;
        } else {
            text += values[i] + 'x' + std::to_string(isMissing ? run : run - 1);
        }
        i += run;
    }
    return text;
}

std::string sampleText(double value)
{
    if (isStaleMarker(value))
        return "stale";
    return value == std::numeric_limits<double>::infinity() ? "Inf" : formatFloat(value);
}

/// Each step's newest sample, at its place.
std::vector<std::string> onPlaces(const SampleColumns &columns, const IncidentSampling &sampling)
{
    const StepRange &steps = sampling.steps;
    const auto perStep = static_cast<std::size_t>(sampling.placesPerStep);
    std::vector<std::string> values(perStep > 1 ? 1 : 0, "_");
    std::size_t next = 0;
    const TimestampMs first = perStep > 1 ? steps.start + steps.stepMs : steps.start;
    while (next < columns.times.size() && columns.times[next] <= first - steps.stepMs)
        ++next;
    for (TimestampMs t = first; t <= steps.end; t += steps.stepMs) {
        std::string value = "_";
        for (; next < columns.times.size() && columns.times[next] <= t; ++next)
            value = sampleText(columns.values[next]);
        values.push_back(std::move(value));
        values.insert(values.end(), perStep - 1, "_");
    }
    while (!values.empty() && values.back() == "_")
        values.pop_back();
    return values;
}

bool looksAtRanges(const promql::Expr &expr)
{
    bool found = false;
    visitSelectors(expr, 0, [&found](const promql::VectorSelector &selector, std::int64_t back) {
        found = found || back != shiftMs(selector.shift) + lookbackDeltaMs;
    });
    return found;
}

std::set<std::string> recordedNames(std::span<const RuleGroup> groups)
{
    std::set<std::string> names = {"ALERTS", "ALERTS_FOR_STATE"};
    for (const RuleGroup &group : groups) {
        for (const RulePtr &rule : group.rules) {
            if (rule->kind == RuleKind::Recording)
                names.insert(rule->name);
        }
    }
    return names;
}

} // namespace

std::int64_t lookBackMs(const promql::Expr &expr)
{
    std::int64_t furthest = 0;
    visitSelectors(expr, 0, [&furthest](const promql::VectorSelector &, std::int64_t back) {
        furthest = std::max(furthest, back);
    });
    return furthest;
}

int placesPerStep(std::span<const RuleGroup> groups, std::int64_t stepMs)
{
    const bool ranges = std::any_of(groups.begin(), groups.end(), [](const RuleGroup &group) {
        return std::any_of(group.rules.begin(), group.rules.end(), [](const RulePtr &rule) {
            return rule->expr != nullptr && looksAtRanges(*rule->expr);
        });
    });
    if (!ranges)
        return 1;
    constexpr int second = 1000;
    for (const int places : {2, 3, 5}) {
        if (stepMs % (places * second) == 0)
            return places;
    }
    return 2;
}

Result<std::vector<IncidentSeries>>
incidentSeries(const Snapshot &snapshot, std::span<const RuleGroup> groups, const IncidentSampling &sampling)
{
    const StepRange &steps = sampling.steps;
    std::map<Labels, std::shared_ptr<const SeriesView>> found;
    const std::set<std::string> recorded = recordedNames(groups);
    const TimeRange range{steps.start - steps.stepMs, steps.end};
    for (const RuleGroup &group : groups) {
        for (const RulePtr &rule : group.rules) {
            if (rule->expr == nullptr)
                continue;
            visitSelectors(*rule->expr, 0, [&](const promql::VectorSelector &selector, std::int64_t) {
                for (const auto &series : snapshot.select(selector.matchers, range)) {
                    if (!recorded.contains(std::string(series->labels().metricName())))
                        found.emplace(series->labels(), series);
                }
            });
        }
    }
    if (found.size() > sampling.mostSeries)
        return Error{ErrorCode::ConfigValue,
                     {"the rules select " + std::to_string(found.size()) + " series; a test has at most " +
                      std::to_string(sampling.mostSeries)},
                     {},
                     {}};
    std::vector<IncidentSeries> written;
    SampleColumns columns;
    for (const auto &[labels, series] : found) {
        series->read(range, columns);
        if (!columns.times.empty())
            written.push_back({labels.toString(), notation(onPlaces(columns, sampling))});
    }
    return written;
}

} // namespace sightglass
