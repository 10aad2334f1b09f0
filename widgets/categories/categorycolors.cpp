// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/categories/categorycolors.h"

#include <utility>

namespace sightglass {

CategoryColors::CategoryColors(const Theme &theme, SeriesColorBook &book, ZoneRule zone)
    : m_theme(theme)
    , m_book(book)
    , m_zone(std::move(zone))
{}

DisplayProcessor CategoryColors::display(const FieldConfig &config, FieldType type,
                                         const FieldRange &range) const
{
    FieldConfig colored = config;
    const bool byThreshold = config.thresholds && !config.thresholds->steps.empty();
    if (!colored.color && !byThreshold)
        colored.color = FieldColor{ColorMode::PaletteClassic, {}, {}, ColorBy::Last};
    const Surface surface = m_theme.kind == ThemeKind::Light ? Surface::Light : Surface::Dark;
    return {colored, type, range, {surface, {m_zone, {}}, {}}};
}

QColor CategoryColors::own(const Labels &labels, const std::string &name)
{
    const Labels key = labels.empty() ? Labels(std::vector<Label>{{"name", name}}) : labels;
    const std::size_t slot = m_book.slotOf(key, m_taken);
    m_taken.push_back(slot);
    return seriesColor(slot, m_theme);
}

QColor CategoryColors::named(const std::string &color, const QColor &own) const
{
    const QColor found = color.empty() ? QColor() : m_theme.named(color);
    return found.isValid() ? found : own;
}

} // namespace sightglass
