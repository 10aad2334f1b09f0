// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/doctor/payloadline.h"

#include "model/presentation/displaytext.h"
#include "parser/base/utf8cut.h"

#include <algorithm>

namespace sightglass {

namespace {

/// Left-to-right override: what follows is shown in its own order.
constexpr char16_t ownOrder = 0x202D;

bool isPlain(char c)
{
    return c >= 0x20 && c < 0x7F;
}

bool isRightToLeft(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.direction() == QChar::DirR || c.direction() == QChar::DirAL || c.isHighSurrogate();
    });
}

std::size_t characterLength(std::string_view bytes)
{
    std::size_t length = 1;
    while (length < bytes.size() && length < 4 && isUtf8Continuation(bytes[length]))
        ++length;
    return length;
}

class Colorizer
{
public:
    Colorizer(const QString &text, const Theme &theme)
        : m_text(text)
        , m_theme(theme)
    {}

    QList<QTextLayout::FormatRange> run()
    {
        const qsizetype begin = m_text.startsWith(QChar(ownOrder)) ? 1 : 0;
        if (m_text.mid(begin).startsWith(u'#'))
            comment(begin);
        else
            sample(begin);
        return m_ranges;
    }

private:
    void add(qsizetype begin, qsizetype end, const QColor &color)
    {
        if (end <= begin)
            return;
        QTextCharFormat format;
        format.setForeground(color);
        m_ranges.append({static_cast<int>(begin), static_cast<int>(end - begin), format});
    }

    void comment(qsizetype begin)
    {
        const qsizetype keyword = begin + 2;
        const qsizetype name = m_text.indexOf(u' ', keyword) + 1;
        const QString word = name > keyword ? m_text.mid(keyword, name - keyword - 1) : QString();
        const bool isMetadata =
            word == QLatin1String("HELP") || word == QLatin1String("TYPE") || word == QLatin1String("UNIT");
        if (!isMetadata) {
            add(begin, m_text.size(), m_theme.textMuted);
            return;
        }
        const qsizetype rest = m_text.indexOf(u' ', name);
        add(begin, name, m_theme.textMuted);
        add(name, rest < 0 ? m_text.size() : rest, m_theme.text);
        add(rest, rest < 0 ? rest : m_text.size(), m_theme.textMuted);
    }

    void sample(qsizetype begin)
    {
        bool inQuotes = false;
        qsizetype quote = begin;
        qsizetype behindLabels = begin;
        for (qsizetype i = begin; i < m_text.size(); ++i) {
            if (inQuotes && m_text[i] == u'\\') {
                ++i;
            } else if (m_text[i] == u'"') {
                if (inQuotes)
                    add(quote, i + 1, m_theme.semantic(SemanticColor::Good));
                inQuotes = !inQuotes;
                quote = i;
            } else if (!inQuotes && m_text[i] == u'}') {
                behindLabels = i + 1;
                break;
            }
        }
        const qsizetype blank = m_text.indexOf(u' ', behindLabels);
        if (blank >= 0)
            add(blank, m_text.size(), m_theme.accent);
    }

    const QString &m_text;
    const Theme &m_theme;
    QList<QTextLayout::FormatRange> m_ranges;
};

} // namespace

PayloadLine::PayloadLine(std::string_view bytes)
{
    m_columns.reserve(bytes.size() + 1);
    m_text.reserve(static_cast<qsizetype>(bytes.size()));
    std::size_t i = 0;
    while (i < bytes.size()) {
        if (isPlain(bytes[i])) {
            m_columns.push_back(static_cast<std::uint16_t>(m_text.size()));
            m_text.append(QLatin1Char(bytes[i++]));
            continue;
        }
        const std::size_t length = characterLength(bytes.substr(i));
        add(displayText(bytes.substr(i, length), 32), length);
        i += length;
    }
    m_columns.push_back(static_cast<std::uint16_t>(m_text.size()));
    if (isRightToLeft(m_text)) {
        m_text.prepend(QChar(ownOrder));
        for (std::uint16_t &column : m_columns)
            ++column;
    }
}

void PayloadLine::add(const QString &shown, std::size_t bytes)
{
    m_columns.insert(m_columns.end(), bytes, static_cast<std::uint16_t>(m_text.size()));
    m_text += shown;
}

int PayloadLine::columnOf(std::size_t byte) const noexcept
{
    if (m_columns.empty())
        return 0;
    return m_columns[std::min(byte, m_columns.size() - 1)];
}

std::size_t PayloadLine::byteAt(int column) const noexcept
{
    const auto behind = std::upper_bound(m_columns.begin(), m_columns.end(), column);
    if (behind == m_columns.begin())
        return 0;
    // The first of the bytes that are shown there.
    const auto first = std::lower_bound(m_columns.begin(), behind, *(behind - 1));
    return static_cast<std::size_t>(first - m_columns.begin());
}

QList<QTextLayout::FormatRange> payloadColors(const QString &shown, const Theme &theme)
{
    return Colorizer(shown, theme).run();
}

} // namespace sightglass
