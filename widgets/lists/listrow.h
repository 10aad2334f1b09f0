// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/chart/displaylist.h"
#include "widgets/style/theme.h"

#include <QString>

#include <cstdint>
#include <string>

namespace sightglass {

/// A row of a panel's list. Texts are displayable and plain.
struct ListRow
{
    enum class Kind : std::uint8_t
    {
        Heading, ///< above a group
        Entry,
        Note ///< what is said about the list
    };
    Kind kind = Kind::Entry;
    QString title;
    QString detail; ///< below it, or empty
    QString state;  ///< a word in front of the title, in the row's colour
    QString aside;  ///< at the right end
    QColor color;   ///< of a bar in front of the row; invalid: none
    std::string id; ///< of what a click goes to; empty: nowhere

    friend bool operator==(const ListRow &, const ListRow &) = default;
};

/// What a row is drawn with.
struct ListRowLook
{
    Theme theme;
    QFont font;
    bool selected = false;
    bool hovered = false;
};

[[nodiscard]] int listRowHeight(const ListRow &row, const QFont &font);

/// The row in this rectangle. Texts that have no room end in an ellipsis; the word before the title and what
/// stands at the end go first.
[[nodiscard]] DisplayList drawListRow(const ListRow &row, const QRectF &rect, const ListRowLook &look);

/// All of the row's texts, a line each.
[[nodiscard]] QString listRowText(const ListRow &row);

} // namespace sightglass
