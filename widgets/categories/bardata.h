// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/legendedview.h"

#include <QTimeZone>

#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// One field of numbers over the categories. Texts are displayable.
struct BarSeries
{
    LegendKey key;
    QString name;
    QColor color; ///< its own, in the legend
    FieldConfig config;
    std::vector<double> values; ///< NaN: no bar
    std::vector<QString> texts; ///< in step with the values
    std::vector<QColor> colors; ///< in step with the values
    bool listed = true;
    bool told = true; ///< in read-outs

    [[nodiscard]] std::string unit() const { return config.unit.value_or(std::string()); }
};

/// What a bar chart shows: each series has a value for each category.
struct BarData
{
    std::vector<QString> categories; ///< displayable
    /// The same below the axis, where they are shorter: times without the date that all of them have. Empty:
    /// as they are.
    std::vector<QString> shortNames;
    std::vector<TimestampMs> times; ///< of the categories where they are times; else empty
    QTimeZone zone;                 ///< of the times
    std::vector<BarSeries> series;
    std::size_t leftOut = 0; ///< categories beyond what is shown
    QString problem;         ///< why there is nothing to show

    [[nodiscard]] const QString &axisName(std::size_t category) const
    {
        return category < shortNames.size() ? shortNames[category] : categories[category];
    }
};

/// More categories than this are left out, of times the oldest, which is told.
inline constexpr std::size_t mostCategories = 5000;

/// From the panel's frames: categories are the values of the options' field (by display or own name), else of
/// the first column of texts, else of times; each column of numbers is a series. Several frames are joined by
/// their categories; those that are times are in order, with an empty place for each step that is missing.
/// Without frames, each series is a category with its last value. Times are those of the
/// zone.
[[nodiscard]] BarData barData(const PanelSpec &spec, const PanelData &data, const Theme &theme,
                              SeriesColorBook &book, const QTimeZone &zone = QTimeZone::systemTimeZone());

} // namespace sightglass
