// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/tabtitles.h"

#include "model/presentation/displaytext.h"

#include <QMap>
#include <QSet>
#include <QStringList>

#include <algorithm>
#include <cstddef>

namespace sightglass {

namespace {

/// What is surely seen of a title that is cut in its middle.
constexpr qsizetype seenAtBeginning = 5;
constexpr qsizetype seenAtEnd = 6;
constexpr qsizetype longestTitle = 60;
constexpr qsizetype longestMark = 60;

/// The tabs that look alike.
using Alike = std::vector<std::size_t>;

QString seen(const QString &text)
{
    return text.size() <= seenAtBeginning + seenAtEnd ? text
                                                      : text.left(seenAtBeginning) + text.right(seenAtEnd);
}

QString titleOf(const TitledTab &tab)
{
    return displayText(tab.title, longestTitle);
}

QString instanceOf(const TitledTab &tab)
{
    return tab.target == nullptr ? QString() : displayText(tab.target->labels.value("instance"), longestMark);
}

QString addressOf(const TitledTab &tab)
{
    return tab.target == nullptr ? QString()
                                 : displayText(publicAddress(tab.target->config.url), longestMark);
}

std::vector<Alike> alikeTabs(std::span<const TitledTab> tabs)
{
    QMap<QString, Alike> bySeen;
    for (std::size_t i = 0; i < tabs.size(); ++i)
        bySeen[seen(titleOf(tabs[i]))].push_back(i);
    return {bySeen.begin(), bySeen.end()};
}

/// How much at the end is the same in all, in whole words.
qsizetype commonEnd(const QStringList &marks)
{
    const QString &first = marks.front();
    qsizetype length = first.size();
    for (const QString &mark : marks) {
        length = std::min(length, mark.size());
        while (!mark.endsWith(first.right(length)))
            --length;
    }
    while (length > 0 && first[first.size() - length].isLetterOrNumber())
        --length;
    return length;
}

/// Whether each of them has a mark, and no two look the same. What all end in is taken off.
bool tellsApart(QStringList &marks)
{
    const qsizetype end = commonEnd(marks);
    QSet<QString> seenMarks;
    for (QString &mark : marks) {
        if (mark.size() > end)
            mark.chop(end);
        seenMarks.insert(mark.right(seenAtEnd));
        if (mark.isEmpty())
            return false;
    }
    return seenMarks.size() == marks.size();
}

QString toolTipOf(const TitledTab &tab)
{
    QString text = displayText(tab.title);
    if (tab.target != nullptr)
        text += QLatin1Char('\n') + displayText(displayUrl(tab.target->config.url));
    return plainToolTip(text);
}

/// Of tabs that look alike.
QStringList marksOf(std::span<const TitledTab> tabs, const Alike &alike)
{
    for (const auto markOf : {instanceOf, addressOf}) {
        QStringList marks;
        for (const std::size_t i : alike)
            marks << markOf(tabs[i]);
        if (tellsApart(marks))
            return marks;
    }
    QStringList numbers;
    for (std::size_t i = 0; i < alike.size(); ++i)
        numbers << QString::number(i + 1);
    return numbers;
}

} // namespace

std::vector<TabTitle> tabTitles(std::span<const TitledTab> tabs)
{
    std::vector<TabTitle> titles(tabs.size());
    for (const Alike &alike : alikeTabs(tabs)) {
        const QStringList marks = alike.size() == 1 ? QStringList() : marksOf(tabs, alike);
        for (std::size_t i = 0; i < alike.size(); ++i) {
            titles[alike[i]].text = titleOf(tabs[alike[i]]);
            if (!marks.isEmpty())
                titles[alike[i]].text += QStringLiteral(" · ") + marks[static_cast<qsizetype>(i)];
        }
    }
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        titles[i].text.replace(QLatin1Char('&'), QLatin1String("&&"));
        titles[i].toolTip = toolTipOf(tabs[i]);
    }
    return titles;
}

} // namespace sightglass
