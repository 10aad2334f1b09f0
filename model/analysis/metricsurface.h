// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/exposedpage.h"
#include "parser/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What of a metric others rely on: dashboards, rules, alerts.
struct SurfaceMetric
{
    std::string name; ///< as queries have it: of a histogram without _bucket
    std::string type; ///< "counter", …, "unknown"
    std::string unit; ///< "": none
    std::string help; ///< "": none
    /// Names of all its series' labels, sorted; without le of a histogram and quantile of a summary.
    std::vector<std::string> labels = {};
    bool hasSeries = true; ///< else there was only metadata, and nothing is known of labels

    friend bool operator==(const SurfaceMetric &, const SurfaceMetric &) = default;
};

/// The metric names, types, labels and help of an endpoint, sorted by name.
using MetricSurface = std::vector<SurfaceMetric>;

/// Of a page without syntax errors.
[[nodiscard]] MetricSurface metricSurface(const ExposedPage &page);

/// As a file to be committed: one thing per line, in a stable order, so that it diffs well.
[[nodiscard]] std::string surfaceText(const MetricSurface &surface);

/// Back again, whatever order it is in. ConfigSyntax with the line.
[[nodiscard]] Result<MetricSurface> readSurfaceText(std::string_view text);

/// One way in which a surface differs from another.
struct SurfaceChange
{
    enum class Kind : std::uint8_t
    {
        Added,
        Removed,
        TypeChanged,
        UnitChanged,
        HelpChanged,
        LabelAdded,
        LabelRemoved
    };
    Kind kind = Kind::Added;
    std::string metric;
    std::string before; ///< type, unit, help, or the label that is gone
    std::string after;  ///< the same, or the label that came

    /// Nothing that was relied upon is gone.
    [[nodiscard]] bool isAddition() const { return kind == Kind::Added || kind == Kind::LabelAdded; }

    friend bool operator==(const SurfaceChange &, const SurfaceChange &) = default;
};

/// By metric. Labels are compared where both had series.
[[nodiscard]] std::vector<SurfaceChange> compareSurfaces(const MetricSurface &before,
                                                         const MetricSurface &after);

} // namespace sightglass
