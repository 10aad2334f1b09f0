// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sightglass::bench {

/// Runs the benchmarks of this program as BENCHMARK_MAIN() does, and beside each that has a counter budget_ns
/// or budget_ms (what one iteration may take) prints the budget, the share of it that it took in CPU time,
/// and whether it holds. Returns main()'s result.
int runWithBudgets(int argc, char **argv);

} // namespace sightglass::bench
