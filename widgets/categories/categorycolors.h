// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/displayvalue.h"
#include "widgets/style/seriescolors.h"

namespace sightglass {

/// The colours of one panel's slices or bars.
class CategoryColors
{
public:
    /// `zone`: that dates are written in.
    CategoryColors(const Theme &theme, SeriesColorBook &book, ZoneRule zone);

    /// What a field is displayed with, its colours by palette being left to own().
    [[nodiscard]] DisplayProcessor display(const FieldConfig &config, FieldType type,
                                           const FieldRange &range) const;
    /// Of a series that has no colour by its values: the same in every panel of the book. Without labels it
    /// is known by its name.
    [[nodiscard]] QColor own(const Labels &labels, const std::string &name);
    /// By name; the series' own where the name is empty.
    [[nodiscard]] QColor named(const std::string &color, const QColor &own) const;

private:
    const Theme &m_theme;
    SeriesColorBook &m_book;
    ZoneRule m_zone;
    std::vector<std::size_t> m_taken;
};

} // namespace sightglass
