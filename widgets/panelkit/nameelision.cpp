// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/nameelision.h"

#include <algorithm>

namespace sightglass {

namespace {

constexpr QChar ellipsis = u'…';

/// Rather than so many characters in common are not left out, a word is cut.
constexpr qsizetype longestWord = 16;

/// Whether a name may be cut beside this character. A backslash begins what stands for an invisible one.
bool parts(QChar c)
{
    return c.unicode() < 0x80 && !c.isLetterOrNumber() && c != u'\\';
}

/// So much of a common beginning as ends behind a word.
qsizetype wholeWords(const QString &name, qsizetype common)
{
    qsizetype length = common;
    while (length > 0 && !parts(name[length - 1]))
        --length;
    if (common - length <= longestWord)
        return length;
    return name[common - 1].isHighSurrogate() ? common - 1 : common;
}

/// The same of a common end.
qsizetype wholeWordsBehind(const QString &name, qsizetype common)
{
    qsizetype length = common;
    while (length > 0 && !parts(name[name.size() - length]))
        --length;
    if (common - length <= longestWord)
        return length;
    return name[name.size() - common].isLowSurrogate() ? common - 1 : common;
}

} // namespace

NameElision::NameElision(const QStringList &names)
{
    if (names.size() < 2)
        return;
    const QString &first = names.front();
    qsizetype before = first.size();
    qsizetype behind = first.size();
    qsizetype shortest = first.size();
    for (const QString &name : names) {
        const auto begun =
            std::mismatch(first.begin(), first.begin() + std::min(before, name.size()), name.begin());
        before = begun.first - first.begin();
        const qsizetype reach = std::min(behind, name.size());
        const auto ended = std::mismatch(first.rbegin(), first.rbegin() + reach, name.rbegin());
        behind = ended.first - first.rbegin();
        shortest = std::min(shortest, name.size());
    }
    if (before == shortest && before == first.size())
        return; // all alike
    m_before = wholeWords(first, before);
    m_behind = std::min(wholeWordsBehind(first, behind), shortest - m_before);
}

QString NameElision::elided(const QString &name, const QFontMetricsF &metrics, double width) const
{
    if (metrics.horizontalAdvance(name) <= width)
        return name;
    const QString usual = metrics.elidedText(name, Qt::ElideMiddle, width);
    const qsizetype own = name.size() - m_before - m_behind;
    if (m_before + m_behind == 0 || own <= 0)
        return usual;
    const QString told = name.mid(m_before, own);
    if (usual.contains(told))
        return usual;
    const double mark = metrics.horizontalAdvance(ellipsis);
    const QString end = m_behind > 0 ? QString(ellipsis) : QString();
    const double room = width - metrics.horizontalAdvance(told) - (m_behind > 0 ? mark : 0);
    if (room >= (m_before > 0 ? mark : 0)) {
        const QString begin = metrics.elidedText(name.left(m_before) + ellipsis, Qt::ElideRight, room);
        return (m_before > 0 ? begin : QString()) + told + end;
    }
    if (width < 3 * mark)
        return usual;
    // One mark says as well as three that it is not the whole.
    if (metrics.horizontalAdvance(told) > width)
        return metrics.elidedText(told, Qt::ElideMiddle, width);
    return ellipsis + metrics.elidedText(told, Qt::ElideMiddle, width - mark);
}

} // namespace sightglass
