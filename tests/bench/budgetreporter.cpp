// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/budgetreporter.h"

#include <benchmark/benchmark.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <string>
#include <vector>

namespace sightglass::bench {

namespace {

/// "0.58", and where that would be 0.00 "0.000065".
std::string shareText(double share)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), share < 0.01 ? "%.2g" : "%.2f", share);
    return text.data();
}

class BudgetReporter : public benchmark::ConsoleReporter
{
public:
    BudgetReporter()
        : ConsoleReporter(isatty(STDOUT_FILENO) != 0 ? OO_Color : OO_None)
    {}

    void ReportRuns(const std::vector<Run> &reports) override
    {
        std::vector<Run> completed = reports;
        for (Run &run : completed) {
            tellShare(run, "budget_ns", 1e9, "ns");
            tellShare(run, "budget_ms", 1e3, "ms");
        }
        ConsoleReporter::ReportRuns(completed);
    }

private:
    static void tellShare(Run &run, const char *counter, double unitsPerSecond, const char *unit)
    {
        const auto found = run.counters.find(counter);
        if (found == run.counters.end() || run.iterations == 0)
            return;
        const double budget = found->second.value;
        run.counters.erase(found);
        const double used = run.cpu_accumulated_time * unitsPerSecond / static_cast<double>(run.iterations);
        std::array<char, 32> budgetText{};
        std::snprintf(budgetText.data(), budgetText.size(), "%.10g %s", budget, unit);
        run.report_label = std::string("budget ") + budgetText.data() + ", " + shareText(used / budget) +
                           (used < budget ? " of it: holds" : " of it: MISSED");
    }
};

} // namespace

int runWithBudgets(int argc, char **argv)
{
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 1;
    BudgetReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    benchmark::Shutdown();
    return 0;
}

} // namespace sightglass::bench
