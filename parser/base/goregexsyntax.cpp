// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/goregexsyntax.h"

#include <algorithm>
#include <vector>

namespace sightglass {

namespace {

/// How many bytes of a capture's name `text` begins with.
std::size_t captureNameBytes(std::string_view text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    return static_cast<std::size_t>(end - text.begin());
}

class Scanner
{
public:
    explicit Scanner(std::string_view pattern)
        : m_rest(pattern)
    {
        if (const std::size_t last = pattern.rfind(":]"); last != std::string_view::npos)
            m_fromLastNameEnd = pattern.size() - last;
        m_syntax.text.reserve(pattern.size() + 8);
    }

    GoRegexSyntax scan()
    {
        while (!m_rest.empty()) {
            switch (m_rest.front()) {
            case '\\':
                escape();
                break;
            case '[':
                characterClass();
                break;
            case '(':
                open();
                break;
            case ')':
                close();
                break;
            default:
                copy(1);
            }
        }
        return std::move(m_syntax);
    }

private:
    void copy(std::size_t count)
    {
        count = std::min(count, m_rest.size());
        m_syntax.text.append(m_rest.substr(0, count));
        m_rest.remove_prefix(count);
    }

    void countClass()
    {
        const bool unicode = m_rest.size() > 1 && (m_rest[1] == 'p' || m_rest[1] == 'P');
        m_syntax.unicodeClasses += unicode ? 1 : 0;
    }

    void escape()
    {
        const char letter = m_rest.size() > 1 ? m_rest[1] : '\0';
        if (letter == 'Q') {
            const std::size_t end = m_rest.find("\\E", 2);
            return copy(end == std::string_view::npos ? m_rest.size() : end + 2);
        }
        if ((letter == 'C' || letter == 'c') && !m_badEscape) {
            m_badEscape = true;
            m_syntax.anyByteIsFirst = letter == 'C';
        }
        if (letter == 'C') {
            m_syntax.text += "\\c";
            m_rest.remove_prefix(2);
            return;
        }
        countClass();
        copy(2);
    }

    /// [...], where a "]" at the beginning is an ordinary character and [:name:] holds none.
    void characterClass()
    {
        copy(m_rest.starts_with("[^") ? 2 : 1);
        if (m_rest.starts_with(']'))
            copy(1);
        while (!m_rest.empty() && m_rest.front() != ']') {
            const bool opens = m_rest.starts_with("[:");
            if (opens && m_rest.size() >= m_fromLastNameEnd + 2) {
                copy(m_rest.find(":]", 2) + 2);
            } else if (opens) {
                // RE2, as this would, looks for the end of each of them down to the last byte.
                m_syntax.text += "\\[";
                m_rest.remove_prefix(1);
            } else if (m_rest.front() == '\\') {
                countClass();
                copy(2);
            } else {
                copy(1);
            }
        }
        copy(1);
    }

    void open()
    {
        const bool plain = !m_rest.starts_with("(?");
        const bool named = m_rest.starts_with("(?<") && m_rest.size() > 3;
        push(plain || named || m_rest.starts_with("(?P<"));
        if (!named)
            return copy(1);
        const std::size_t nameBytes = captureNameBytes(m_rest.substr(3));
        const bool valid = nameBytes > 0 && m_rest.substr(3 + nameBytes).starts_with('>');
        if (!valid && m_syntax.badGroup.empty()) {
            const std::size_t end = m_rest.find('>');
            m_syntax.badGroup = m_rest.substr(0, end == std::string_view::npos ? end : end + 1);
        }
        if (!valid)
            return copy(3);
        m_syntax.text += "(?P<";
        m_rest.remove_prefix(3);
    }

    void push(bool captures)
    {
        m_groups.push_back(captures);
        m_captures += captures ? 1 : 0;
        m_syntax.captureDepth = std::max(m_syntax.captureDepth, m_captures);
    }

    void close()
    {
        if (!m_groups.empty()) {
            m_captures -= m_groups.back() ? 1 : 0;
            m_groups.pop_back();
        }
        copy(1);
    }

    std::string_view m_rest;
    GoRegexSyntax m_syntax;
    std::vector<bool> m_groups; ///< open ones: do they capture?
    /// Bytes from the last ":]" of the pattern on; more than there are where it has none.
    std::size_t m_fromLastNameEnd = std::string_view::npos - 2;
    std::size_t m_captures = 0; ///< open ones that do
    bool m_badEscape = false;
};

} // namespace

GoRegexSyntax goRegexSyntax(std::string_view pattern)
{
    return Scanner(pattern).scan();
}

} // namespace sightglass
