// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/legendoptions.h"
#include "widgets/plots/timeplot.h"
#include "widgets/timelines/timelinelayout.h"

#include <memory>

namespace sightglass {

/// The rows of a state timeline or status history over their time axis.
class TimelinePlot : public TimePlot
{
    Q_OBJECT

public:
    TimelinePlot(const TimelineStyle &style, const TooltipOptions &tooltip, const Theme &theme,
                 QWidget *parent = nullptr);

    /// `faded`: by state, those that the user has hidden.
    void setData(const std::shared_ptr<const TimelineData> &data, std::vector<bool> faded);
    /// Which rows are shown.
    void setPage(std::size_t first, std::size_t rows);
    /// So many rows can be told apart in a plot of this height, logical pixels; at least one.
    [[nodiscard]] std::size_t rowsFitting(int height) const;

    /// What the layer shows, from the plot's top left corner, logical pixels.
    [[nodiscard]] const DisplayList &drawing() const { return m_drawing; }

protected:
    [[nodiscard]] ValueAxes valueAxes(int height) override;
    void drawLayer(ColumnLayer &layer, const PlotAxes &axes) override;
    [[nodiscard]] Readout readoutAt(const Place &place) const override;
    [[nodiscard]] std::vector<FilledLink> linksAt(const Place &place) const override;
    QRectF paintMarks(QPainter &painter, const Place &place) const override;
    void addLayer(DisplayList &list, const QRectF &area) const override;

private:
    [[nodiscard]] std::size_t shownRows() const;
    /// Index into the data's rows; empty without a row or a pointer.
    [[nodiscard]] std::optional<std::size_t> rowAt(const Place &place) const;
    [[nodiscard]] std::vector<std::size_t> spansAt(std::size_t row, const Place &place) const;
    [[nodiscard]] ReadoutRow readoutRow(const TimelineRow &row, const TimelineSpan &span,
                                        TimestampMs at) const;
    [[nodiscard]] QString lifetime(const TimelineSpan &span) const;
    [[nodiscard]] Readout readoutOfRow(std::size_t row, const Place &place) const;
    [[nodiscard]] Readout readoutOfAll(const Place &place) const;
    void addGrid(DisplayList &list) const;

    TimelineStyle m_style;
    TooltipOptions m_tooltip;
    std::shared_ptr<const TimelineData> m_data;
    std::vector<bool> m_faded;
    std::size_t m_first = 0;
    std::size_t m_rows = 0;          ///< of a page
    TimelineFrame m_frame;           ///< as drawn
    std::vector<double> m_gridLines; ///< device pixels from the left
    DisplayList m_drawing;
};

} // namespace sightglass
