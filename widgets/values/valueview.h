// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/displaylist.h"
#include "widgets/panelkit/instantvalues.h"
#include "widgets/panelkit/nameelision.h"
#include "widgets/panelkit/panelview.h"

namespace sightglass {

/// Base of the views that show each series as one number: keeps data and theme, says when there is nothing,
/// tells what a place shows in full, and speaks the values to assistive technology.
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
    [[nodiscard]] const std::vector<InstantValue> &values() const { return m_values; }
    /// What is painted.
    [[nodiscard]] const DisplayList &drawing();
    /// How values are read: kept from one refresh to the next.
    [[nodiscard]] const ValueReader &reader() const { return m_reader; }
    /// How many of values() have a place; the others are counted in a line of their own.
    [[nodiscard]] std::size_t shownCount();
    /// The full name and value of what is shown at a place, or those without a place; plain text.
    [[nodiscard]] QString toolTipAt(QPoint position);

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
    [[nodiscard]] const Places &places() const { return m_places; }
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
    /// Draws values() at places(), behind the layout.
    virtual void drawValues(DisplayList &list) = 0;
    /// What the tool tip of a value has to say of what is drawn with it; displayable, may be empty.
    [[nodiscard]] virtual QString courseText(const InstantValue &value) const;

    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void refresh();
    void speak();
    void ensureLayout();
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
    std::vector<InstantValue> m_values;
    NameElision m_elision;
    DisplayList m_list;
    Places m_places;
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
