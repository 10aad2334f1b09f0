// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/legenditem.h"
#include "widgets/panelkit/panelview.h"
#include "widgets/plots/serieslooks.h"
#include "widgets/plots/timeseriesplot.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sightglass {

class LegendView;

/// A time series panel: the plot and its legend, below or at the right.
class TimeSeriesPanel : public PanelView
{
    Q_OBJECT

public:
    TimeSeriesPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setColorBook(const std::shared_ptr<SeriesColorBook> &book) override;
    void exportTo(QPainter &painter) override;
    void setAnnotations(const AnnotationMarksPtr &marks) override;
    void setCrosshair(std::optional<TimestampMs> at) override;
    void setSharedReadout(std::optional<TimestampMs> at) override;
    void setShownRange(TimeRange range) override;
    [[nodiscard]] std::int64_t columnUs() const override;
    void setTimeZone(const QTimeZone &zone) override;
    void setFurtherZones(const std::vector<QTimeZone> &zones) override;

    [[nodiscard]] TimeSeriesPlot *plot() const { return m_plot; }
    /// Null where the spec hides the legend.
    [[nodiscard]] LegendView *legend() const { return m_legend; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] const LegendOptions &legendOptions() const;
    /// Displayable, made once for each name.
    [[nodiscard]] const QString &nameOf(std::size_t index);
    /// Not hidden by the user.
    [[nodiscard]] bool isShown(const PanelSeries &series) const;
    [[nodiscard]] LegendValue valueOf(Calculation calculation, std::size_t series) const;
    void tellApart(std::vector<LegendValue> &values, std::size_t series) const;
    [[nodiscard]] const std::vector<LegendValue> &legendValues(std::size_t series);
    void present();
    [[nodiscard]] std::optional<std::vector<TimeSeriesPlot::Look>>
    changedLooks(const std::vector<SeriesLook> &looks);
    void presentLegend(const std::vector<SeriesLook> &looks);
    void placeLegend();
    void isolate(int index);
    void toggle(int index);

    PanelSpec m_spec;
    Theme m_theme;
    PanelDataPtr m_data;
    SeriesLooks m_looks;
    std::vector<std::pair<std::string, QString>> m_names; ///< as answered, and as shown
    std::vector<std::size_t> m_legendSeries;              ///< of each item of the legend
    std::set<SeriesKey> m_hidden;
    std::vector<std::vector<LegendValue>> m_values; ///< of each series as asked for; empty: not yet
    ZoneRule m_zone;                                ///< of values that are dates; empty: the machine's
    std::uint64_t m_changes = 0;                    ///< of names and of what is hidden
    std::uint64_t m_shownChanges = 0;               ///< of those and of the looks, as the plot has them
    TimeSeriesPlot *m_plot = nullptr;
    LegendView *m_legend = nullptr;
};

} // namespace sightglass
