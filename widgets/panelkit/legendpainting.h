// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/displaylist.h"
#include "widgets/panelkit/legendmetrics.h"
#include "widgets/panelkit/nameelision.h"
#include "widgets/style/theme.h"

#include <optional>

namespace sightglass {

/// How an item of a legend is marked at the moment.
struct LegendMark
{
    bool hovered = false;
    bool current = false; ///< the keyboard is on it
    QString more = {};    ///< behind its name: how many items are left out
};

/// Draws a legend's parts into a display list, in viewport coordinates.
class LegendPainting
{
public:
    static constexpr QChar leftOut = u'…'; ///< behind the values of a list's row that are not all

    LegendPainting(LegendMode mode, const Theme &theme, const LegendMetrics &metrics,
                   const NameElision &elision, const QFont &font)
        : m_table(mode == LegendMode::Table)
        , m_theme(theme)
        , m_metrics(metrics)
        , m_elision(elision)
        , m_font(font)
    {}

    /// Of a list each of whose items has a row of its own: the widest name, so that all rows leave as many
    /// values out and those that are there stand below each other.
    void setWidestName(int width) { m_widestName = width; }

    void item(DisplayList &list, const LegendItem &item, const QStringList &columns, const QRect &rect,
              LegendMark mark) const;
    /// The row of a table's heads; `sorted`: the column with the mark, -1 being the names.
    void heads(DisplayList &list, const QStringList &columns, const QRect &rect, std::optional<int> sorted,
               Qt::SortOrder order) const;
    /// Which head is at this x of a row of heads: a column, or -1 for the names.
    [[nodiscard]] int headAt(int x, int width) const;

private:
    [[nodiscard]] int nameWidth(const LegendItem &item) const
    {
        return m_widestName.value_or(m_metrics.nameWidth(item.name));
    }
    void swatch(DisplayList &list, const LegendItem &item, const QRect &rect) const;
    void tableValues(DisplayList &list, const LegendItem &item, const QRect &area) const;
    void listValues(DisplayList &list, const LegendItem &item, const QStringList &columns,
                    const QRect &area) const;
    void text(DisplayList &list, const QRect &box, const QString &text, const QColor &color,
              Qt::Alignment side) const;

    bool m_table;
    const Theme &m_theme;
    const LegendMetrics &m_metrics;
    const NameElision &m_elision;
    QFont m_font;
    std::optional<int> m_widestName;
};

} // namespace sightglass
