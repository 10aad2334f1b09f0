// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/scenario.h"
#include "app/demo/systems/metricspage.h"

#include <string>
#include <utility>
#include <vector>

namespace sightglass::demo {

/// What a modelled system says of itself on its health pages.
struct SystemHealth
{
    bool good = true;
    /// Why it takes no requests now; empty while it does.
    std::string notReadyBecause;
    std::vector<std::pair<std::string, double>> figures;
};

/// A system that is not there: small enough to be understood, consistent enough that whatever its metrics say
/// of one thing agrees. No clock of its own and no I/O: it is stepped, and the same seed and steps give the
/// same metrics. Each thread its own.
class SystemModel
{
public:
    virtual ~SystemModel() = default;

    /// Goes on by so many seconds, above 0, under this weather. Long steps mean the same as many short ones,
    /// only coarser.
    virtual void step(double seconds, const Weather &weather) = 0;
    /// All metrics as of now: always the same families and series.
    [[nodiscard]] virtual MetricsPage metrics() const = 0;
    [[nodiscard]] virtual SystemHealth health() const = 0;
};

} // namespace sightglass::demo
