// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

#include <QString>
#include <QTextLayout>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sightglass {

/// One row of a page as it is shown: control and invisible characters made visible, letters of right-to-left
/// scripts in the order of the bytes, so that a column is a place.
class PayloadLine
{
public:
    PayloadLine() = default;
    explicit PayloadLine(std::string_view bytes);

    [[nodiscard]] const QString &text() const noexcept { return m_text; }
    /// Where the character that has this byte is shown; the text's end for a byte behind the row.
    [[nodiscard]] int columnOf(std::size_t byte) const noexcept;
    /// The first byte of what is shown at this column.
    [[nodiscard]] std::size_t byteAt(int column) const noexcept;

private:
    void add(const QString &shown, std::size_t bytes);

    QString m_text;
    std::vector<std::uint16_t> m_columns; ///< of each byte; one more for the end
};

/// Colours for the parts of a row of the text formats: comments and their keywords, names, labels, label
/// values, numbers. `shown` must be the beginning of a line.
[[nodiscard]] QList<QTextLayout::FormatRange> payloadColors(const QString &shown, const Theme &theme);

} // namespace sightglass
