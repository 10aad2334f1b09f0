// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/textoffsets.h"

#include <algorithm>

namespace sightglass {

TextOffsets::TextOffsets(const QString &text)
    : m_utf8(text.toUtf8())
{
    if (m_utf8.size() == text.size())
        return;
    m_bytes.reserve(static_cast<std::size_t>(text.size()) + 1);
    std::size_t bytes = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        m_bytes.push_back(bytes);
        const char16_t c = text.at(i).unicode();
        const bool pair = QChar::isHighSurrogate(c) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair) {
            m_bytes.push_back(bytes);
            ++i;
        }
        // A lone surrogate becomes U+FFFD, which has three bytes too.
        bytes += pair ? 4 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
    }
    m_bytes.push_back(bytes);
}

std::size_t TextOffsets::bytesAt(int position) const
{
    const std::size_t at = position < 0 ? 0 : static_cast<std::size_t>(position);
    if (m_bytes.empty())
        return std::min(at, static_cast<std::size_t>(m_utf8.size()));
    return m_bytes[std::min(at, m_bytes.size() - 1)];
}

int TextOffsets::positionAt(std::size_t byte) const
{
    if (m_bytes.empty())
        return static_cast<int>(std::min(byte, static_cast<std::size_t>(m_utf8.size())));
    const auto after = std::upper_bound(m_bytes.begin(), m_bytes.end(), byte);
    auto at = static_cast<std::size_t>(after - m_bytes.begin()) - 1;
    // Both halves of a pair have its place.
    while (at > 0 && m_bytes[at - 1] == m_bytes[at])
        --at;
    return static_cast<int>(at);
}

} // namespace sightglass
