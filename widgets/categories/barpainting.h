// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/categories/barlayout.h"

namespace sightglass {

/// A bar chart whose display list is being made.
struct BarPainting
{
    const BarData &data;
    const BarChartOptions &options;
    const BarFrame &frame;
    BarLayout &layout;
};

/// Sets the layout's plot and the categories that are labelled: what labels and axes leave.
void placePlot(BarPainting &painting);

/// Grid, thresholds, bars, their values, axes and labels; the marks are there.
void paintBars(BarPainting &painting);

/// The label of a category as long as the options allow.
[[nodiscard]] QString categoryLabel(const QString &category, const BarChartOptions &options);

} // namespace sightglass
