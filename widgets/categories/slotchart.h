// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/legendoptions.h"
#include "widgets/categories/tipholder.h"
#include "widgets/chart/displaylist.h"

#include <QWidget>

#include <cstddef>
#include <optional>
#include <vector>

namespace sightglass {

/// A chart of places side by side that are read one by one: the categories of bars, the bins of a histogram.
/// Lays out when something has changed, paints, and turns pointer and keys (arrows, Home, End, Escape) into
/// what is read. GUI thread.
class SlotChart : public QWidget
{
    Q_OBJECT

public:
    /// `tooltip`: how large the read-out gets.
    SlotChart(const TooltipOptions &tooltip, const Theme &theme, QWidget *parent);
    ~SlotChart() override;

    void setTheme(const Theme &theme);
    /// Lifts a series; the others fade.
    void highlight(std::optional<std::size_t> series);
    /// What the pointer or the keyboard reads.
    [[nodiscard]] Readout currentReadout() const;
    void exportTo(QPainter &painter);

protected:
    /// What is read: a slot, and of it perhaps one series.
    struct Place
    {
        std::size_t slot = 0;
        std::optional<std::size_t> series; ///< empty: all
        bool byKey = false;

        friend bool operator==(const Place &, const Place &) = default;
    };

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// The content is another one, of so many slots.
    void changeContent(std::size_t slotCount);
    void ensureLayout();

    /// Lays out for the widget's size.
    virtual void layOut() = 0;
    // The layout is up to date when these are asked.
    [[nodiscard]] virtual const DisplayList &drawing() const = 0;
    [[nodiscard]] virtual QRectF slotRect(std::size_t slot) const = 0;
    [[nodiscard]] virtual std::optional<Place> placeAt(QPointF position) const = 0;
    /// The marks of all series but this.
    [[nodiscard]] virtual std::vector<QRectF> otherMarks(std::size_t series) const = 0;
    [[nodiscard]] virtual Readout readoutOf(const Place &place) const = 0;
    /// Marks what is read; by default the whole slot.
    virtual void paintPlace(QPainter &painter, const Place &place) const;

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
    void read(std::optional<Place> place, QPoint at);
    [[nodiscard]] std::optional<std::size_t> keyTarget(int key) const;
    void paintHighlight(QPainter &painter) const;

    Theme m_theme;
    std::size_t m_slots = 0;
    TipHolder m_tip;
    std::optional<Place> m_read;
    std::optional<std::size_t> m_lifted;
    bool m_dirty = true;
};

} // namespace sightglass
