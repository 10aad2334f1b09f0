// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/columnlayer.h"
#include "widgets/panelkit/readout.h"
#include "widgets/plots/eventmarks.h"
#include "widgets/plots/exemplarlayer.h"
#include "widgets/plots/plotaxes.h"
#include "widgets/style/theme.h"

#include <QPointer>
#include <QWidget>

#include <optional>

namespace sightglass {

class DisplayList;
class ReadoutTip;

/// A plot over time: axes, the plotted columns (of a subclass), and on top of them crosshair, read-out and
/// brush. Everything is laid out in device pixels, so that lines are crisp at any scaling. Three layers: axis
/// labels, columns and overlay; moving the pointer repaints the overlay and copies the other two.
///
/// Exemplars are diamonds in the overlay: the pointer reads the one below it, a click copies its trace id (or
/// its labels), a context menu offers both. By keys: E goes to the one before, Shift+E to the next, Enter and
/// Ctrl+C copy.
class TimePlot : public QWidget
{
    Q_OBJECT

public:
    explicit TimePlot(const Theme &theme, QWidget *parent = nullptr);
    ~TimePlot() override;

    void setTheme(const Theme &theme);
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// The crosshair of another plot; without read-out.
    void setCrosshair(std::optional<TimestampMs> at);

    /// The plotted columns, and their place in the widget in logical pixels.
    [[nodiscard]] const ColumnGrid &grid() const { return m_grid; }
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] const ColumnLayer &layer() const { return m_layer; }
    [[nodiscard]] const ExemplarLayer &exemplars() const { return m_exemplars; }
    /// What happened at a place of the widget, where a mark below the time axis is near: indices into the
    /// events of the data, ascending.
    [[nodiscard]] std::vector<std::size_t> eventsAt(QPointF position) const;
    [[nodiscard]] const std::vector<EventMark> &eventMarks() const { return m_eventMarks; }
    /// The plot with its axes, without what belongs to pointer and focus; `origin` is the widget's top left
    /// corner.
    void addTo(DisplayList &list, QPointF origin);
    /// What the pointer or the keyboard reads at the moment; empty without either.
    [[nodiscard]] Readout currentReadout() const;

    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 60}; }

signals:
    void hovered(std::optional<sightglass::TimestampMs> at);
    void rangeRequested(sightglass::TimeRange range);
    void zoomOutRequested();

protected:
    /// A place in the plot as the pointer reads it.
    struct Place
    {
        TimestampMs at = 0;
        double y = 0; ///< device pixels from the plot's top; negative: no pointer, only a time
    };

    /// The unit of exemplars' values, which is that of the axis they lie on.
    void setExemplarUnit(const std::string &unit, std::optional<int> decimals);
    /// Before setRange().
    void setExemplars(const PanelDataPtr &answer);
    /// Before setRange(): the data's events get a strip of marks below the time axis.
    void setEvents(const PanelDataPtr &answer);
    /// Where a value lies in a plot `height` device pixels high, brought inside; NaN: nowhere. The layer is
    /// up to date.
    [[nodiscard]] virtual double exemplarY(double value, int height) const;

    /// New data for a range: lay out and draw again at the next paint.
    void setRange(TimeRange range, std::int64_t stepMs);
    [[nodiscard]] TimeRange range() const { return m_range; }
    [[nodiscard]] std::int64_t stepMs() const { return m_stepMs; }
    [[nodiscard]] double ratio() const { return devicePixelRatioF(); }
    /// Everything is to be drawn anew at the next paint.
    void invalidate();
    /// Text in the middle of the empty plot; empty: none.
    void setMessage(const QString &message) { m_message = message; }

    /// The vertical axes of a plot `height` device pixels high.
    [[nodiscard]] virtual ValueAxes valueAxes(int height) = 0;
    /// Brings the layer up to date: grid and time ticks are set.
    virtual void drawLayer(ColumnLayer &layer, const PlotAxes &axes) = 0;
    [[nodiscard]] virtual Readout readoutAt(const Place &place) const = 0;
    /// Marks at the crosshair's time. The painter's unit is one device pixel, its origin the plot's top left
    /// corner.
    virtual void paintMarks(QPainter &painter, const Place &place) const = 0;
    /// What the layer shows, for export: `area` is the plot. As it stands: a picture of the layer.
    virtual void addLayer(DisplayList &list, const QRectF &area) const;

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Brush
    {
        double from = 0; ///< device pixels from the plot's left edge
        double to = 0;
        bool moved = false;
    };

    void ensureLayout();
    [[nodiscard]] double toPlotX(double widgetX) const;
    [[nodiscard]] Place placeAt(QPointF position) const;
    [[nodiscard]] std::optional<Place> readPlace() const;
    void readAt(std::optional<QPointF> pointer);
    void updateCrosshair(std::optional<TimestampMs> at);
    void updateTip();
    [[nodiscard]] QRect crosshairRect() const;
    void finishBrush();
    void zoom(double factor, TimestampMs around);
    void moveKeyboardCrosshair(int steps);
    void paintOverlay(QPainter &painter, const QRectF &dirty);
    void paintBrush(QPainter &painter) const;

    [[nodiscard]] DisplayList eventDrawing(QPointF origin) const;
    void layOutExemplars();
    /// At a place of the widget; null between them.
    [[nodiscard]] const PanelExemplar *exemplarAt(QPointF position) const;
    /// The one that the pointer or the keyboard is on.
    [[nodiscard]] const PanelExemplar *readExemplar() const;
    void highlightExemplar();
    bool moveToExemplar(int step);
    void deselectExemplar();
    bool copyExemplar();
    /// Whether the key was for exemplars.
    bool exemplarKey(QKeyEvent *event);

    Theme m_theme;
    TimeRange m_range{0, 1};
    std::int64_t m_stepMs = 1000;
    ColumnGrid m_grid;
    ColumnLayer m_layer;
    PlotAxes m_axes;
    QString m_message;
    bool m_dirty = true;
    bool m_showFocus = false;
    std::optional<QPointF> m_pointer;        ///< over this plot
    std::optional<TimestampMs> m_keyboardAt; ///< crosshair moved by keys
    std::optional<TimestampMs> m_crosshair;  ///< as drawn
    std::optional<Brush> m_brush;
    PanelDataPtr m_eventSource; ///< null without events
    std::vector<EventMark> m_eventMarks;
    ExemplarLayer m_exemplars;
    std::optional<QPointF> m_highlight; ///< of the exemplar that is drawn as read
    bool m_copied = false;              ///< the exemplar that is read, a moment ago
    QPointer<ReadoutTip> m_tip;
};

} // namespace sightglass
