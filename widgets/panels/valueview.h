// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/instantvalues.h"
#include "widgets/panels/panelview.h"

namespace sightglass {

/// Base of the views that show each series as one number: keeps data and theme, says when there is nothing,
/// and speaks the values to assistive technology.
class ValueView : public PanelView
{
    Q_OBJECT

public:
    ValueView(const PanelSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    void setData(const PanelDataPtr &data) override;
    void setTheme(const Theme &theme) override;
    [[nodiscard]] const std::vector<InstantValue> &values() const { return m_values; }

protected:
    [[nodiscard]] const PanelSpec &spec() const { return m_spec; }
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] const PanelDataPtr &answer() const { return m_data; }

    void paintEvent(QPaintEvent *event) override;
    /// Paints values(), of which there is at least one.
    virtual void paintValues(QPainter &painter) = 0;
    /// Values are new; nothing to do by default.
    virtual void valuesChanged() {}

private:
    void refresh();

    PanelSpec m_spec;
    Theme m_theme;
    PanelDataPtr m_data;
    std::vector<InstantValue> m_values;
};

/// The largest font up to `maxPixels` in which a text fits into a size, at least 8 pixels.
[[nodiscard]] QFont fittingFont(const QFont &font, const QString &text, QSizeF size, int maxPixels);

/// The most square grid of `count` cells in a size.
[[nodiscard]] std::vector<QRectF> gridCells(QSizeF size, std::size_t count, double gap);

} // namespace sightglass
