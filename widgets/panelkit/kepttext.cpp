// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/kepttext.h"

#include <algorithm>

namespace sightglass {

KeptText::KeptText(const QString &whole, const QFontMetricsF &metrics, double width)
    : m_whole(whole)
    , m_kept(static_cast<std::size_t>(whole.size()), false)
    , m_metrics(metrics)
    , m_width(width)
{}

void KeptText::keep(TextRange range)
{
    std::fill(m_kept.begin() + range.begin, m_kept.begin() + range.end, true);
}

QString KeptText::text() const
{
    QString text;
    for (std::size_t i = 0; i < m_kept.size(); ++i) {
        if (m_kept[i])
            text += m_whole[static_cast<qsizetype>(i)];
        else if (i == 0 || m_kept[i - 1])
            text += ellipsis;
    }
    return text;
}

bool KeptText::isIn(const QString &elided) const
{
    const qsizetype begin = elided.indexOf(ellipsis);
    if (begin < 0)
        return false;
    const qsizetype behind = elided.size() - begin - 1;
    if (!m_whole.startsWith(QStringView(elided).left(begin)) ||
        !m_whole.endsWith(QStringView(elided).right(behind)))
        return false;
    const qsizetype end = std::max(begin, m_whole.size() - behind);
    return std::none_of(m_kept.begin() + begin, m_kept.begin() + end, [](bool kept) { return kept; });
}

void KeptText::growByWords(const std::vector<TextRange> &words)
{
    bool grown = true;
    while (grown) {
        grown = false;
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            const bool goesOn = isKept(words[i]);
            if (goesOn == isKept(words[i + 1]))
                continue;
            // What stands between words comes with the next one, where there is one.
            TextRange more = goesOn ? words[i + 1] : words[i];
            if (goesOn && i + 2 < words.size())
                more.end = words[i + 2].end;
            else if (!goesOn && i > 0)
                more.begin = words[i - 1].begin;
            grown = tryToKeep(more) || grown;
        }
    }
}

void KeptText::growByCharacters(const std::vector<TellingWord> &telling, const std::vector<TextRange> &words)
{
    for (const TellingWord &word : telling) {
        const TextRange whole = words[word.word];
        qsizetype end = word.least.end;
        while (end < whole.end) {
            const qsizetype next = end + (m_whole[end].isHighSurrogate() ? 2 : 1);
            if (!tryToKeep({end, std::min(next, whole.end)}))
                break;
            end = next;
        }
        qsizetype begin = word.least.begin;
        while (begin > whole.begin) {
            const qsizetype before = begin - (m_whole[begin - 1].isLowSurrogate() ? 2 : 1);
            if (!tryToKeep({std::max(before, whole.begin), begin}))
                break;
            begin = before;
        }
    }
}

bool KeptText::tryToKeep(TextRange range)
{
    const std::vector<bool> before = m_kept;
    keep(range);
    if (fits())
        return true;
    m_kept = before;
    return false;
}

} // namespace sightglass
