// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/serieslooks.h"

#include <map>
#include <memory>
#include <vector>

namespace sightglass {

/// The colours by height of series that are coloured so, made once for each axis and size: a tick that moves
/// nothing gets the same ones again. GUI thread.
class RowColors
{
public:
    using Rows = std::shared_ptr<const std::vector<QRgb>>;
    /// Null where a plain colour does.
    struct Pair
    {
        Rows line;
        Rows fill;
    };

    [[nodiscard]] Pair of(std::size_t series, const FieldConfig &config, const QColor &color,
                          const ScaledAxis &axis, int height, const Theme &theme);

private:
    /// What the colours were made for.
    struct Entry
    {
        std::optional<FieldColor> mode;
        std::optional<Thresholds> thresholds;
        std::optional<double> min;
        std::optional<double> max;
        GradientMode gradient = GradientMode::None;
        QColor color;
        double low = 0;
        double high = 0;
        AxisTransform transform;
        int height = 0;
        ThemeKind theme = ThemeKind::Dark;
        Contrast contrast = Contrast::Normal;

        friend bool operator==(const Entry &, const Entry &) = default;
    };
    std::map<std::size_t, std::pair<Entry, Pair>> m_entries;
};

} // namespace sightglass
