// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/legendoptions.h"
#include "widgets/categories/pielayout.h"
#include "widgets/categories/tipholder.h"

#include <QChartView>

#include <optional>

class QPieSeries;

namespace sightglass {

/// The slices of a pie or donut, drawn by Qt Charts; its labels are ours, because Qt Charts takes labels for
/// HTML. The pointer or the arrow keys read a slice.
class PieChart : public QChartView
{
    Q_OBJECT

public:
    PieChart(const PieOptions &options, const Theme &theme, QWidget *parent = nullptr);
    ~PieChart() override;

    void setTheme(const Theme &theme);
    /// `shown`: in step with the values, those that the user has not hidden.
    void setValues(std::vector<PieValue> values, std::vector<bool> shown);
    /// Lifts the slice of a value; none of an index that has no slice.
    void highlight(std::optional<std::size_t> value);

    [[nodiscard]] const std::vector<PieSlice> &slices();
    [[nodiscard]] const PiePlace &place();
    /// All texts, in widget coordinates.
    [[nodiscard]] const DisplayList &labels();
    [[nodiscard]] QPieSeries *series() const { return m_series; }
    /// What the pointer or the keyboard reads.
    [[nodiscard]] Readout currentReadout() const;
    /// Of visible parts; NaN of others.
    [[nodiscard]] double shareOf(std::size_t value);
    void exportTo(QPainter &painter);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] bool isShown(const PieValue &value) const;
    void ensureLayout();
    void colorSlices();
    void read(std::optional<std::size_t> slice, QPoint at);
    [[nodiscard]] Readout readoutOf(std::size_t slice) const;
    [[nodiscard]] PieLook look() const;

    PieOptions m_options;
    Theme m_theme;
    std::vector<PieValue> m_values;
    std::vector<bool> m_shown;
    std::vector<PieSlice> m_slices;
    PiePlace m_place;
    DisplayList m_labels;
    QString m_message; ///< where there is no slice
    QPieSeries *m_series;
    TipHolder m_tip;
    std::optional<std::size_t> m_read;   ///< slice
    std::optional<std::size_t> m_lifted; ///< value, by the legend
    bool m_byKeys = false;
    bool m_dirty = true;
};

} // namespace sightglass
