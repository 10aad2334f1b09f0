// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace sightglass::bench {

/// What this process has used so far.
struct ProcessCost
{
    double processSeconds = 0; ///< CPU time, user and system, of all threads
    double threadSeconds = 0;  ///< CPU time of the calling thread alone
    double wallSeconds = 0;    ///< monotonic

    [[nodiscard]] static ProcessCost now();
};

[[nodiscard]] ProcessCost operator-(const ProcessCost &a, const ProcessCost &b);

/// Resident memory of this process now; 0 where the system does not tell.
[[nodiscard]] std::size_t residentBytes();

/// Prints "name  value unit"; with a budget also the budget, value / budget, and whether it holds.
void printFigure(const std::string &name, double value, const char *unit);
void printFigure(const std::string &name, double value, const char *unit, double budget);

} // namespace sightglass::bench
