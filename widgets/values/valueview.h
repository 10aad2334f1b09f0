// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/displaylist.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panelkit/nameelision.h"
#include "widgets/panelkit/panelview.h"

#include <functional>

class QScrollBar;

namespace sightglass {

/// Base of the views that show each series as one number: keeps data and theme, says when there is nothing,
/// tells what a place shows in full, and speaks the values to assistive technology. What has no room even at
/// its smallest is scrolled to, by wheel, bar and keys; in a picture, which nobody scrolls, and in a strip it
/// is counted.
class ValueView : public PanelView
{
    Q_OBJECT

public:
    ValueView(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    void setTimeZone(const QTimeZone &zone) override;
    void setColorBook(const std::shared_ptr<SeriesColorBook> &book) override;
    void exportTo(QPainter &painter) override;
    /// What is shown.
    [[nodiscard]] const std::vector<InstantValue> &values() const { return m_values; }
    /// Values of which this is true are left out; an empty function leaves none out. Asked for each answer.
    void setHidden(std::function<bool(const InstantValue &)> isHidden);
    /// Those that are hidden among them.
    [[nodiscard]] const std::vector<InstantValue> &allValues() const { return m_all; }
    /// What is painted.
    [[nodiscard]] const DisplayList &drawing();
    /// How values are read: kept from one refresh to the next.
    [[nodiscard]] const ValueReader &reader() const { return m_reader; }
    /// How many of values() have a place, in sight or not; the others are counted in a line of their own.
    [[nodiscard]] std::size_t shownCount();
    /// The full name and value of what is shown at a place, or those without a place; plain text.
    [[nodiscard]] QString toolTipAt(QPoint position);
    /// Null, or hidden, as long as everything is in sight.
    [[nodiscard]] const QScrollBar *scrollBar() const { return m_bar; }

    /// The labels, one to a line, without the metric's name; bounded, plain text.
    [[nodiscard]] static QStringList labelLines(const Labels &labels);

protected:
    /// Where one of values() is shown.
    struct Place
    {
        QRectF area;
        std::size_t value = 0;
    };
    /// Where everything is shown. `more` is null where every value has a place.
    struct Places
    {
        std::vector<Place> values;
        QRectF more;
    };

    [[nodiscard]] const PanelSpec &spec() const { return m_spec; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] const PanelDataPtr &answer() const { return m_data; }
    [[nodiscard]] const ZoneRule &zone() const { return m_reader.zone(); }
    /// What is in sight.
    [[nodiscard]] const Places &places() const { return m_places; }
    /// What layoutValues() fills: the view, or more than that where it is scrolled.
    [[nodiscard]] QSizeF area() const { return m_area; }
    /// What is drawn goes to a file or a clipboard: as lines where it can.
    [[nodiscard]] bool isExporting() const { return m_exporting; }
    /// The name of a value in a box, shortened where it does not fit.
    [[nodiscard]] DisplayList::Text nameText(const QRectF &box, const InstantValue &value, const QFont &font,
                                             const QColor &color) const;
    /// The widest of the values' texts in a font, logical pixels.
    [[nodiscard]] double widestText(const QFont &font) const;

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    /// Places values(), of which there is at least one, and prepares all that stays the same until values,
    /// size, font or theme change.
    [[nodiscard]] virtual Places layoutValues() = 0;
    /// The size of the area in which all values() have a place at their smallest, at least area(); asked
    /// where that has none for all.
    [[nodiscard]] virtual QSizeF areaForAll() const { return area(); }
    /// Draws values() at places(), behind the layout.
    virtual void drawValues(DisplayList &list) = 0;
    /// What the tool tip of a value has to say of what is drawn with it; displayable, may be empty.
    [[nodiscard]] virtual QString courseText(const InstantValue &value) const;

    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void refresh();
    void speak();
    void ensureLayout();
    void makeLayout();
    void layoutScrolled();
    void showPlaces();
    [[nodiscard]] bool canScroll() const;
    void leaveOutHidden();
    [[nodiscard]] QString moreText() const;
    [[nodiscard]] QString hiddenValues() const;
    void drawEmpty(DisplayList &list) const;
    void drawMore(DisplayList &list) const;
    [[nodiscard]] const InstantValue *valueAt(QPointF position);
    [[nodiscard]] QString linkOf(const InstantValue &value) const;

    PanelSpec m_spec;
    Theme m_theme;
    PanelDataPtr m_data;
    ValueReader m_reader;
    std::function<bool(const InstantValue &)> m_isHidden;
    std::vector<InstantValue> m_all;
    std::vector<InstantValue> m_values;
    NameElision m_elision;
    DisplayList m_list;
    QSizeF m_area;
    Places m_layout; ///< all
    Places m_places; ///< in sight, where they are seen
    QScrollBar *m_bar = nullptr;
    qreal m_ratio = 0; ///< device pixels to logical ones that the layout was made for
    bool m_laidOut = false;
    bool m_exporting = false;
};

/// A line of text in a box, elided where it does not fit.
[[nodiscard]] DisplayList::Text fittedText(const QRectF &box, const QString &text, const QFont &font,
                                           const QColor &color, Qt::TextElideMode elide = Qt::ElideMiddle);

/// The largest font up to `maxPixels` in which a text fits into a size, at least 10 pixels.
[[nodiscard]] QFont fittingFont(const QFont &font, const QString &text, QSizeF size, int maxPixels);

} // namespace sightglass
