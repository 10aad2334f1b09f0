// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/legendmetrics.h"

#include <algorithm>
#include <cmath>

namespace sightglass {

namespace {

constexpr int valueColumnGap = 16;
constexpr int sortMarkWidth = 10;
constexpr double nameShare = 0.4;        ///< of an item's room that values leave to the name, at least
constexpr int fewestNameCharacters = 12; ///< that the values of a table leave to longer names
constexpr QLatin1Char space(' ');

} // namespace

LegendMetrics::LegendMetrics(LegendMode mode, const QFontMetrics &font)
    : m_mode(mode)
    , m_font(font)
{
    setFont(font);
}

void LegendMetrics::setFont(const QFontMetrics &font)
{
    m_font = font;
    const QFontMetricsF exact(font);
    for (std::size_t i = 0; i < m_advances.size(); ++i)
        m_advances[i] = i < 0x20 ? 0 : exact.horizontalAdvance(QChar(static_cast<char16_t>(i)));
    setColumns(m_columns);
}

int LegendMetrics::textWidth(const QString &text) const
{
    double width = 0;
    for (const QChar c : text) {
        if (c.unicode() >= m_advances.size())
            return m_font.horizontalAdvance(text);
        width += m_advances[c.unicode()];
    }
    return static_cast<int>(std::ceil(width));
}

void LegendMetrics::setColumns(const QStringList &columns)
{
    m_columns = columns;
    const auto count = static_cast<std::size_t>(columns.size());
    m_heads.assign(count, 0);
    m_widths.assign(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        const QString &head = columns[static_cast<qsizetype>(i)];
        m_heads[i] = textWidth(m_mode == LegendMode::Table ? head : head + space);
        if (m_mode == LegendMode::Table)
            m_widths[i] = m_heads[i] + sortMarkWidth;
    }
}

bool LegendMetrics::add(const QStringList &values)
{
    bool wider = false;
    for (std::size_t i = 0; i < m_widths.size(); ++i) {
        const int width = textWidth(values.value(static_cast<qsizetype>(i)));
        wider = wider || width > m_widths[i];
        m_widths[i] = std::max(m_widths[i], width);
    }
    return wider;
}

int LegendMetrics::fieldWidth(qsizetype column) const
{
    const auto i = static_cast<std::size_t>(column);
    if (m_mode == LegendMode::Table)
        return valueColumnGap + m_widths[i];
    return (column == m_firstColumn ? gap : textWidth(separator())) + m_heads[i] + m_widths[i];
}

int LegendMetrics::fieldsWidth() const
{
    int width = 0;
    for (qsizetype i = 0; i < m_columns.size(); ++i)
        width += fieldWidth(i);
    return width;
}

qsizetype LegendMetrics::shownValues(int textWidth, int nameWidth) const
{
    return valuesIn(textWidth - std::min(nameWidth, static_cast<int>(textWidth * nameShare)));
}

/// A long name can be told from its beginning, a number that is not there cannot.
qsizetype LegendMetrics::shownInTable(int textWidth) const
{
    const int least =
        std::min(m_font.averageCharWidth() * fewestNameCharacters, static_cast<int>(textWidth * nameShare));
    return valuesIn(textWidth - std::min(m_widestName, least));
}

int LegendMetrics::widthForAll(int nameWidth) const
{
    const int values = fieldsWidth();
    if (m_mode == LegendMode::Table)
        return values + std::min(m_widestName, m_font.averageCharWidth() * fewestNameCharacters);
    return std::min(values + nameWidth, static_cast<int>(std::ceil(values / (1 - nameShare))) + 1);
}

qsizetype LegendMetrics::valuesIn(int room) const
{
    qsizetype end = m_firstColumn;
    while (end < m_columns.size() && fieldWidth(end) <= room)
        room -= fieldWidth(end++);
    return end - m_firstColumn;
}

} // namespace sightglass
