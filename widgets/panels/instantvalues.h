// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/units.h"
#include "widgets/panels/panelview.h"

#include <QColor>
#include <QString>

#include <optional>
#include <vector>

namespace sightglass {

/// A series as one number, as stat, gauge and bar gauge show it. Texts are displayable.
struct InstantValue
{
    std::size_t series = 0; ///< index into PanelData::series
    QString name;
    double value = 0;
    QString number; ///< the formatted value without and with its unit
    QString unit;
    QString text;
    QColor color; ///< by threshold
};

/// One number for each series that has any. The calculation is the panel's.
[[nodiscard]] std::vector<InstantValue> instantValues(const PanelSpec &spec, const PanelData &data,
                                                      const Theme &theme);

/// The colour of a value: of the highest step that it reaches (inclusive). NaN: neutral. No thresholds:
/// accent.
[[nodiscard]] QColor thresholdColor(const std::vector<ThresholdStep> &thresholds, double value,
                                    const Theme &theme);

/// A value as the panel prints it.
[[nodiscard]] QString valueText(const PanelSpec &spec, double value);

/// The ends of a gauge: those of the spec; without them 0 to 1 (percentunit), 0 to 100 (percent), else from 0
/// (or the smallest value) to a round number above all values and thresholds. low < high.
struct GaugeRange
{
    double low = 0;
    double high = 1;

    /// Where a value lies, 0 to 1, clamped; NaN is 0.
    [[nodiscard]] double share(double value) const;
};
[[nodiscard]] GaugeRange gaugeRange(const PanelSpec &spec, const std::vector<InstantValue> &values);

} // namespace sightglass
