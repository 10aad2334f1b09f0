// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/legendoptions.h"
#include "widgets/panelkit/legenditem.h"

#include <QFontMetrics>

#include <array>
#include <map>
#include <span>

namespace sightglass {

/// How wide the parts of a legend's items are, logical pixels. Columns of values only grow until the items
/// are others, so that numbers that change move nothing.
class LegendMetrics
{
public:
    static constexpr int swatchWidth = 16;
    static constexpr int gap = 6;      ///< behind swatch and name
    static constexpr int itemGap = 14; ///< between the columns of a list

    LegendMetrics(LegendMode mode, const QFontMetrics &font);

    void setFont(const QFontMetrics &font);
    /// Other items: columns start again.
    void setColumns(const QStringList &columns);
    /// True where a column has become wider.
    bool add(const QStringList &values);

    [[nodiscard]] int nameWidth(const QString &name) const { return markWidth(name); }
    /// Of a text that must not be cut: a little more than textWidth().
    [[nodiscard]] int markWidth(const QString &text) const { return textWidth(text) + 2; }
    /// What stands behind the last name of a line where so many items have no room: "+3".
    [[nodiscard]] static QString moreText(std::size_t items) { return u'+' + QString::number(items); }
    /// The room of that with the gap before it.
    [[nodiscard]] int moreWidth(const QString &more) const { return gap + markWidth(more); }
    /// The room of a value with all that stands before it.
    [[nodiscard]] int fieldWidth(qsizetype column) const;
    [[nodiscard]] int fieldsWidth() const;
    /// Of a table: the widest of its names, their head included. Columns of values leave it no more than
    /// that.
    void setWidestName(int width) { m_widestName = width; }
    [[nodiscard]] int widestName() const { return m_widestName; }
    /// The first column of values that is shown: those before it are scrolled away.
    void setFirstColumn(qsizetype column) { m_firstColumn = column; }
    [[nodiscard]] qsizetype firstColumn() const { return m_firstColumn; }
    /// How many values have room in a row of a table, from the first column on.
    [[nodiscard]] qsizetype shownInTable(int textWidth) const;
    /// How many values have room beside a name, from the first column on.
    [[nodiscard]] qsizetype shownValues(int textWidth, int nameWidth) const;
    /// How wide a row's text has to be for all its values to have room; of a list beside such a name.
    [[nodiscard]] int widthForAll(int nameWidth) const;
    /// At least as wide as the text is drawn; without shaping where it is ASCII.
    [[nodiscard]] int textWidth(const QString &text) const;
    [[nodiscard]] static QString separator() { return QStringLiteral(" · "); }
    [[nodiscard]] const QFontMetrics &font() const { return m_font; }

private:
    [[nodiscard]] qsizetype valuesIn(int room) const;

    LegendMode m_mode;
    QFontMetrics m_font;
    std::array<double, 128> m_advances{}; ///< of ASCII characters
    QStringList m_columns;
    std::vector<int> m_heads;  ///< of the columns' words
    std::vector<int> m_widths; ///< of a column's widest value so far
    int m_widestName = 0;
    qsizetype m_firstColumn = 0;
};

} // namespace sightglass
