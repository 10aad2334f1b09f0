// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <vector>

namespace sightglass {

/// Places of a text in bytes of UTF-8, as parsers count, and in QChars, as editors do. A place inside a
/// character is that of its beginning; one beyond the end is the end.
class TextOffsets
{
public:
    TextOffsets() = default;
    explicit TextOffsets(const QString &text);

    [[nodiscard]] const QByteArray &utf8() const noexcept { return m_utf8; }
    [[nodiscard]] std::string_view view() const noexcept
    {
        return {m_utf8.constData(), static_cast<std::size_t>(m_utf8.size())};
    }
    [[nodiscard]] std::size_t bytesAt(int position) const;
    [[nodiscard]] int positionAt(std::size_t byte) const;

private:
    QByteArray m_utf8;
    std::vector<std::size_t> m_bytes; ///< of each QChar and the end; empty where all are of one byte
};

} // namespace sightglass
