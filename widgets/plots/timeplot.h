// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/filledlinks.h"
#include "model/dashboard/legendoptions.h"
#include "widgets/chart/columnlayer.h"
#include "widgets/panelkit/readout.h"
#include "widgets/plots/annotationlayer.h"
#include "widgets/plots/eventmarks.h"
#include "widgets/plots/exemplarlayer.h"
#include "widgets/plots/plotaxes.h"
#include "widgets/plots/plotnavigation.h"
#include "widgets/plots/plottexts.h"
#include "widgets/style/theme.h"

#include <QPointer>
#include <QTimeZone>
#include <QUrl>
#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

namespace sightglass {

class DisplayList;
class PanelView;
class ReadoutTip;

/// A plot over time: axes, the plotted columns (of a subclass), and on top of them crosshair, read-out and
/// brush. Everything is laid out in device pixels, so that lines are crisp at any scaling. Three layers: axis
/// labels, columns and overlay; moving the pointer repaints the overlay and copies the other two. A range
/// other than that of the data (setShownRange()) is drawn from the data that are there.
///
/// A drag brushes a range, with Shift or the middle button it moves the plot; wheelTurn() and plotKey() say
/// what wheel and keys do. The plot moves only when its owner answers rangeMoved() with setShownRange().
///
/// A click on a series with links, its context menu and Enter offer them; the read-out says so.
///
/// Exemplars are diamonds in the overlay: the pointer reads the one below it, a click copies its trace id (or
/// its labels), a context menu offers both. By keys: E goes to the one before, Shift+E to the next, Enter and
/// Ctrl+C copy.
///
/// To assistive technology it is a chart whose value is the number that the keyboard reads.
class TimePlot : public QWidget
{
    Q_OBJECT

public:
    explicit TimePlot(const Theme &theme, QWidget *parent = nullptr);
    ~TimePlot() override;

    void setTheme(const Theme &theme);
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    /// As in PanelView.
    void setCrosshair(std::optional<TimestampMs> at);
    void setSharedReadout(std::optional<TimestampMs> at);
    void setAnnotations(const AnnotationMarksPtr &marks);
    void setShownRange(TimeRange range);
    [[nodiscard]] std::int64_t columnUs() const;
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] const QTimeZone &timeZone() const { return m_zone; }
    /// Zones of which the axis has rows of labels, too, below that of timeZone(); each row then says whose it
    /// is.
    void setFurtherZones(const std::vector<QTimeZone> &zones);

    /// The plotted columns, and their place in the widget in logical pixels.
    [[nodiscard]] const ColumnGrid &grid() const { return m_grid; }
    [[nodiscard]] QRectF plotRect() const;
    [[nodiscard]] const ColumnLayer &layer() const { return m_layer; }
    /// What is shown: the range of the data, or that of setShownRange().
    [[nodiscard]] TimeRange range() const { return m_range; }
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
    /// "step 5 s, source 1 s", "min and max per 5 s, source 1 s" or "every sample"; empty without data.
    [[nodiscard]] QString resolution() const;
    /// The steps are further apart than the source's samples: the plot says in a corner what it shows of
    /// them.
    [[nodiscard]] bool isCoarse() const
    {
        const std::int64_t least = m_source.spacing.leastMs;
        return !m_source.storedWhole && least > 0 && m_stepMs > least;
    }

    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 60}; }

signals:
    void hovered(std::optional<sightglass::TimestampMs> at);
    /// As in PanelView.
    void rangeRequested(sightglass::TimeRange range);
    void rangeMoved(sightglass::TimeRange range);
    void zoomOutRequested();
    void zoomInAgainRequested();
    void linkRequested(const QUrl &url);

protected:
    /// A place in the plot as the pointer reads it.
    struct Place
    {
        TimestampMs at = 0;
        double y = 0; ///< device pixels from the plot's top; negative: no pointer, only a time
    };

    /// The unit of exemplars' values, which is that of the axis they lie on.
    void setExemplarUnit(const std::string &unit, std::optional<int> decimals);
    /// The colour of exemplars' marks; an invalid one: the theme's.
    void setExemplarColor(const QColor &color) { m_exemplars.setColor(color); }
    /// Before setRange().
    void setExemplars(const PanelDataPtr &answer);
    /// Before setRange(): the data's events get a strip of marks below the time axis, and the plot says how
    /// fine the data's source is.
    void setEvents(const PanelDataPtr &answer);
    /// Where a value lies in a plot `height` device pixels high, brought inside; NaN: nowhere. The layer is
    /// up to date.
    [[nodiscard]] virtual double exemplarY(double value, int height) const;
    /// The times that exemplars are shown of: all, where nothing says otherwise.
    [[nodiscard]] virtual TimeRange exemplarTimes() const;

    /// How large the read-out gets; once.
    void setTooltip(const TooltipOptions &options) { m_tooltipSize = options; }

    /// What the plot shows of what lies between its steps; once.
    void setDetail(PlotDetail detail) { m_detail = detail; }

    /// Before setRange(): the time of the newest sample that is alone in its series, as instant queries
    /// answer; its dot is shown whole where it lies at the end of what is shown.
    void setLoneSample(std::optional<TimestampMs> at) { m_loneSample = at; }
    /// New data for a range: lay out and draw again at the next paint.
    void setRange(TimeRange range, std::int64_t stepMs);
    [[nodiscard]] std::int64_t stepMs() const { return m_stepMs; }
    [[nodiscard]] double ratio() const { return devicePixelRatioF(); }
    /// Everything is to be drawn anew at the next paint.
    void invalidate();
    /// Whether nothing but the layer shows the data: no texts or marks of a subclass over it.
    [[nodiscard]] virtual bool isLayerAll() const { return false; }
    /// Text in the middle of the empty plot; empty: none.
    void setMessage(const QString &message) { m_message = message; }

    /// The vertical axes of a plot `height` device pixels high. Asked when data or size are others, not when
    /// only the shown range is.
    [[nodiscard]] virtual ValueAxes valueAxes(int height) = 0;
    /// Brings the layer up to date: grid and time ticks are set.
    virtual void drawLayer(ColumnLayer &layer, const PlotAxes &axes) = 0;
    [[nodiscard]] virtual Readout readoutAt(const Place &place) const = 0;
    /// The links of what is read there: of one series, that next to the pointer.
    [[nodiscard]] virtual std::vector<FilledLink> linksAt(const Place &place) const;
    /// Marks of what is read at the crosshair's time, which may be some way beside it. The painter's unit is
    /// one device pixel, its origin the plot's top left corner. Returns what the marks cover.
    virtual QRectF paintMarks(QPainter &painter, const Place &place) const = 0;
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
    /// What has to be laid out again.
    enum class Stale : unsigned char
    {
        Nothing,
        Time, ///< another range of the same data
        All
    };

    void ensureLayout();
    [[nodiscard]] ColumnGrid gridFor(int columns) const;
    void markMoved();
    void updateChanged();
    [[nodiscard]] bool isPlain() const;
    [[nodiscard]] QRect columnsRect(ColumnRange range) const;
    [[nodiscard]] QRect timeRect() const;

    [[nodiscard]] double toPlotX(double widgetX) const;
    [[nodiscard]] Place placeAt(QPointF position) const;
    [[nodiscard]] std::optional<Place> readPlace() const;
    [[nodiscard]] std::vector<std::size_t> eventsOf(const EventMark &mark, TimestampMs at) const;
    [[nodiscard]] QRectF readRect() const;
    [[nodiscard]] QStringList remarksAt(const Place &place) const;
    void readAt(std::optional<QPointF> pointer);
    void updateCrosshair(std::optional<TimestampMs> at);
    void updateTip();
    void placeTip(const Readout &readout, const Place &place);
    void announce(const Readout &readout);
    void describe();
    [[nodiscard]] QRect crosshairRect() const;
    void keepMarks(const QRectF &covered, const QRegion &painted);

    void finishDrag();
    void leave();
    void moveKeyboardCrosshair(int steps);
    void setKeyboardCrosshair(TimestampMs at);
    bool navigate(PlotKey key);
    void zoomBy(double factor, TimestampMs around);
    [[nodiscard]] bool plainWheelZooms() const;
    void updateCursor();

    void paintAxes(QPainter &painter, const QRectF &dirty);
    void paintOverlay(QPainter &painter, const QRectF &dirty, const QRegion &painted);
    void paintMessage(QPainter &painter) const;
    void addMessage(DisplayList &list, const QRectF &area) const;
    void paintResolution(QPainter &painter, const QRectF &dirty) const;
    [[nodiscard]] QFont noteFont() const;
    [[nodiscard]] double noteHeight() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] double noteWidth(const QString &text) const;
    [[nodiscard]] QRectF noteBox() const;
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
    /// Of what the pointer or the keyboard reads; false where it has none.
    bool offerLinks(QPoint global);
    /// Whether the key was for exemplars.
    bool exemplarKey(QKeyEvent *event);

    Theme m_theme;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::vector<QTimeZone> m_furtherZones;
    TimeRange m_range{0, 1};          ///< as shown
    TimeRange m_dataRange{0, 1};      ///< of the data
    std::optional<TimeRange> m_shown; ///< as setShownRange() says
    std::int64_t m_stepMs = 1000;
    std::optional<TimestampMs> m_loneSample;
    PlotSource m_source;
    std::optional<std::pair<std::int64_t, PlotSource>> m_described; ///< step and source, as told last
    PlotDetail m_detail = PlotDetail::Extremes;
    bool m_hasData = false;
    ColumnGrid m_grid;
    ColumnLayer m_layer;
    PlotAxes m_axes;
    QString m_message;
    Stale m_stale = Stale::All;
    bool m_showFocus = false;
    bool m_isPaintedPlain = false;           ///< isPlain() when it was last painted
    std::optional<QPointF> m_pointer;        ///< over this plot
    std::optional<TimestampMs> m_keyboardAt; ///< crosshair moved by keys
    std::optional<TimestampMs> m_crosshair;  ///< as drawn
    QRect m_marks;                           ///< what is covered by the marks painted last
    std::optional<PlotDrag> m_drag;
    AnnotationLayer m_annotations;
    PanelDataPtr m_eventSource; ///< null without events
    std::vector<EventMark> m_eventMarks;
    ExemplarLayer m_exemplars;
    std::optional<QPointF> m_highlight; ///< of the exemplar that is drawn as read
    bool m_copied = false;              ///< the exemplar that is read, a moment ago
    QPointer<ReadoutTip> m_tip;
    TooltipOptions m_tooltipSize;
};

/// The panel passes on what its plot asks for.
void joinPlot(const TimePlot &plot, const PanelView &panel);

} // namespace sightglass
