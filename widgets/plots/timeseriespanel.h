// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/panelview.h"

#include <map>
#include <set>

namespace sightglass {

class LegendView;
class TimeSeriesPlot;

/// Lines over time with their legend.
class TimeSeriesPanel : public PanelView
{
    Q_OBJECT

public:
    TimeSeriesPanel(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setCrosshair(std::optional<TimestampMs> at) override;
    void setShownRange(TimeRange range) override;
    [[nodiscard]] std::int64_t columnUs() const override;
    void setTimeZone(const QTimeZone &zone) override;

    [[nodiscard]] TimeSeriesPlot *plot() const { return m_plot; }
    /// Null where the spec hides the legend.
    [[nodiscard]] LegendView *legend() const { return m_legend; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// What a series is known by from one answer to the next.
    using Key = std::pair<std::size_t, Labels>;

    [[nodiscard]] const LegendOptions &legendOptions() const;
    [[nodiscard]] QColor colorOf(std::size_t index) const;
    [[nodiscard]] Key keyOf(std::size_t index) const;
    void assignColors();
    void present();
    void placeLegend();
    void isolate(int index);
    void toggle(int index);

    PanelSpec m_spec;
    Theme m_theme;
    PanelDataPtr m_data;
    std::map<Key, std::size_t> m_colors; ///< a series keeps its colour while others come and go
    std::set<Key> m_hidden;
    TimeSeriesPlot *m_plot = nullptr;
    LegendView *m_legend = nullptr;
};

} // namespace sightglass
