// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/categories/barlayout.h"
#include "widgets/categories/tipholder.h"

#include <QWidget>

namespace sightglass {

/// Bars over categories. Ours rather than Qt Charts': round corners, widths of groups and of bars in them, a
/// colour for each bar, two units and labels that are plain text are options that Qt Charts 6.4 does not
/// have. The pointer reads a bar, the arrow keys go from category to category.
class BarChart : public QWidget
{
    Q_OBJECT

public:
    BarChart(const BarChartOptions &options, const Theme &theme, QWidget *parent = nullptr);
    ~BarChart() override;

    void setTheme(const Theme &theme);
    /// `shown`: by series, those that the user has not hidden.
    void setBars(BarData bars, std::vector<bool> shown);
    /// Lifts a series; the others fade.
    void highlight(std::optional<std::size_t> series);

    [[nodiscard]] const BarLayout &chartLayout();
    [[nodiscard]] Readout currentReadout() const;
    void exportTo(QPainter &painter);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What is read: a category, and of it one bar.
    struct Place
    {
        std::size_t category = 0;
        std::optional<std::size_t> series; ///< empty: by keys, all

        friend bool operator==(const Place &, const Place &) = default;
    };

    void ensureLayout();
    void read(std::optional<Place> place, QPoint at);
    [[nodiscard]] Readout readoutOf(const Place &place) const;
    void paintHighlight(QPainter &painter) const;

    BarChartOptions m_options;
    Theme m_theme;
    BarData m_bars;
    std::vector<bool> m_shown;
    BarLayout m_layout;
    TipHolder m_tip;
    std::optional<Place> m_read;
    std::optional<std::size_t> m_lifted;
    bool m_dirty = true;
};

} // namespace sightglass
