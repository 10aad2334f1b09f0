// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryengine.h"
#include "widgets/chart/numberticks.h"
#include "widgets/chart/valuescale.h"
#include "widgets/style/theme.h"

#include <QPixmap>
#include <QTimeZone>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace sightglass {

/// Series over time with a threshold that is dragged, or moved by Up and Down. The lines are drawn once;
/// while the threshold moves only it is drawn anew, and the axis stands still.
class ThresholdChart : public QWidget
{
    Q_OBJECT

public:
    explicit ThresholdChart(QWidget *parent = nullptr);

    using Series = std::shared_ptr<const std::vector<MatrixSeries>>;

    void setTheme(const Theme &theme);
    void setTimeZone(const QTimeZone &zone);
    /// Null: it is being asked for.
    void setSeries(const Series &series, StepRange steps);
    void setUnit(const std::string &unit);
    /// `above`: what is on the other side of the line fires.
    void setThreshold(double threshold, bool above);
    [[nodiscard]] double threshold() const noexcept { return m_threshold; }

    /// Room beside the plotted time, logical pixels.
    [[nodiscard]] int leftMargin() const;
    [[nodiscard]] static constexpr int rightMargin() { return 8; }
    /// Logical pixels from the top.
    [[nodiscard]] double yOf(double value) const;

    [[nodiscard]] QSize sizeHint() const override { return {600, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 120}; }

signals:
    /// The user moves it: rounded to what the axis can show.
    void thresholdMoved(double threshold);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect plot() const;
    [[nodiscard]] double roundedTo(double value, double parts) const;
    [[nodiscard]] double roundPart(double parts) const;
    void fitAxis();
    void redraw();
    void drawLines(QPainter &painter, const QRect &area) const;
    void drawAxes(QPainter &painter, const QRect &area) const;
    void moveTo(double y);

    Theme m_theme;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    Series m_series;
    StepRange m_steps;
    std::string m_unit = "short";
    NumberAxis m_axis;
    double m_threshold = 0;
    bool m_above = true;
    bool m_dragging = false;
    QPixmap m_layer; ///< axes and lines; null: to be drawn
};

} // namespace sightglass
