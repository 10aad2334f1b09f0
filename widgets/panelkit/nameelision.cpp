// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/nameelision.h"

#include <algorithm>

namespace sightglass {

namespace {

constexpr QChar ellipsis = u'…';

/// Whether a name may be cut beside this character.
bool parts(QChar c)
{
    return c.unicode() < 0x80 && !c.isLetterOrNumber();
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
    while (before > 0 && !parts(first[before - 1]))
        --before;
    while (behind > 0 && !parts(first[first.size() - behind]))
        --behind;
    m_before = before;
    m_behind = std::min(behind, shortest - before);
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
    const QString begin = m_before > 0 ? QString(ellipsis) : QString();
    const double inner = width - mark * static_cast<double>(begin.size() + end.size());
    return inner < 2 * mark ? usual : begin + metrics.elidedText(told, Qt::ElideMiddle, inner) + end;
}

} // namespace sightglass
