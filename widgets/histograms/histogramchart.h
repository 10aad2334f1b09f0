// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/chartoptions.h"
#include "widgets/categories/tipholder.h"
#include "widgets/histograms/histogramlayout.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace sightglass {

/// The bars of a histogram. Ours rather than Qt Charts': its bars stand beside each other in a category, so
/// that several histograms cannot lie over each other, its category axis names the middle of a bar and not
/// its bounds, and its labels are rich text. The pointer reads a bin, the arrow keys go from bin to bin.
class HistogramChart : public QWidget
{
    Q_OBJECT

public:
    HistogramChart(const HistogramOptions &options, const Theme &theme, QWidget *parent = nullptr);
    ~HistogramChart() override;

    /// What is drawn of a series, in step with those of the data.
    struct Look
    {
        BinLook bars;
        QString name; ///< displayable
    };
    struct Content
    {
        BinnedData data;
        std::vector<Look> looks;
        std::string unit;
        std::optional<int> decimals;
    };

    void setTheme(const Theme &theme);
    void setContent(Content content);
    /// Lifts a series; the others fade.
    void highlight(std::optional<std::size_t> series);

    [[nodiscard]] const HistogramLayout &chartLayout();
    [[nodiscard]] Readout currentReadout() const;
    /// A count as it is written.
    [[nodiscard]] QString countText(double count) const;
    void exportTo(QPainter &painter);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Place
    {
        std::size_t bin = 0;
        std::optional<std::size_t> series;
        bool byKey = false;

        friend bool operator==(const Place &, const Place &) = default;
    };

    [[nodiscard]] HistogramFrame frame() const;
    void ensureLayout();
    void read(std::optional<Place> place, QPoint at);
    [[nodiscard]] std::vector<std::size_t> readSeries(const Place &place) const;
    [[nodiscard]] double totalOf(std::size_t series) const;
    void paintHighlight(QPainter &painter) const;

    HistogramOptions m_options;
    Theme m_theme;
    Content m_content;
    HistogramLayout m_layout;
    TipHolder m_tip;
    std::optional<Place> m_read;
    std::optional<std::size_t> m_lifted;
    bool m_dirty = true;
};

} // namespace sightglass
