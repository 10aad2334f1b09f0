// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"
#include "model/fields/fieldrange.h"
#include "widgets/chart/scaledaxis.h"
#include "widgets/style/seriescolors.h"

#include <QGradient>
#include <QRgb>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace sightglass {

/// What a series is known by from one answer to the next.
using SeriesKey = std::pair<std::size_t, Labels>;
[[nodiscard]] SeriesKey keyOf(const PanelSeries &series);

/// Which colours and dashes the series of a panel have: configured ones, else those of a book of colours. A
/// series keeps its own while others come and go. GUI thread.
class SeriesLooks
{
public:
    SeriesLooks();

    /// The book that the panels of a dashboard share; it counts for series that come from now on.
    void setBook(const std::shared_ptr<SeriesColorBook> &book) { m_book = book; }
    /// Those of the data's series, in their order; until the next call. `spec` is always the same.
    [[nodiscard]] const std::vector<SeriesLook> &looks(const PanelSpec &spec, const PanelData &data,
                                                       const Theme &theme);
    /// Grows with each call of looks() that may give others than the one before.
    [[nodiscard]] std::uint64_t version() const noexcept { return m_version; }

private:
    [[nodiscard]] bool assignSlots(const PanelSpec &spec, const PanelData &data);

    std::shared_ptr<SeriesColorBook> m_book;
    std::vector<SeriesKey> m_keys; ///< of the last answer
    std::vector<std::size_t> m_slots;
    std::vector<SeriesLook> m_looks; ///< of the last answer
    std::optional<std::pair<ThemeKind, Contrast>> m_theme;
    std::uint64_t m_version = 0;
};

/// The smallest and largest value of all series, which schemes and percentages count from; 0 to 100 without
/// any.
[[nodiscard]] FieldRange rangeOfAll(const PanelData &data);

/// The colour that a field's config gives a series: fixed, in shades, or by its values. Empty where nothing
/// is configured, and where it is a palette: ours, in which a series has one colour in all panels, stands for
/// Grafana's, which counts the series of each panel anew and has colours that not everybody can tell apart.
/// `all`: of all series.
[[nodiscard]] std::optional<QColor> configuredColor(const FieldConfig &config, const PanelSeries &series,
                                                    std::size_t index, const FieldRange &all,
                                                    const Theme &theme);

/// Whether lines have the colour of the place that they are at (gradient mode "scheme").
[[nodiscard]] bool coloredByValue(const FieldConfig &config) noexcept;

/// A colour for each row of a plot `height` rows high, from the top: by the threshold or the place in the
/// scheme of the value there. Percentages and schemes count from the config's ends, else from the axis'.
[[nodiscard]] std::vector<QRgb> schemeRows(const FieldConfig &config, const ScaledAxis &axis, int height,
                                           const Theme &theme);
/// The shades of an area whose hue turns on its way down.
[[nodiscard]] std::vector<QRgb> hueRows(const QColor &color, int height);
/// The same colours as a legend shows them, from the low end to the high one.
[[nodiscard]] QGradientStops schemeStops(const FieldConfig &config, const Theme &theme);

} // namespace sightglass
