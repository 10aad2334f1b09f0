// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/processcost.h"

#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>

namespace sightglass::bench {

namespace {

double seconds(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double cpuSeconds(int who)
{
    rusage usage{};
    getrusage(who, &usage);
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace

ProcessCost ProcessCost::now()
{
    timespec wall{};
    clock_gettime(CLOCK_MONOTONIC, &wall);
    return {cpuSeconds(RUSAGE_SELF), cpuSeconds(RUSAGE_THREAD),
            static_cast<double>(wall.tv_sec) + static_cast<double>(wall.tv_nsec) / 1e9};
}

ProcessCost operator-(const ProcessCost &a, const ProcessCost &b)
{
    return {a.processSeconds - b.processSeconds, a.threadSeconds - b.threadSeconds,
            a.wallSeconds - b.wallSeconds};
}

std::size_t residentBytes()
{
    std::ifstream statm("/proc/self/statm");
    std::size_t total = 0;
    std::size_t resident = 0;
    statm >> total >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

void printFigure(const std::string &name, double value, const char *unit)
{
    std::printf("%-58s %8.2f %s\n", name.c_str(), value, unit);
    std::fflush(stdout);
}

void printFigure(const std::string &name, double value, const char *unit, double budget)
{
    std::printf("%-58s %8.2f %-11s budget %.0f, %.2f of it: %s\n", name.c_str(), value, unit, budget,
                value / budget, value < budget ? "holds" : "MISSED");
    std::fflush(stdout);
}

} // namespace sightglass::bench
