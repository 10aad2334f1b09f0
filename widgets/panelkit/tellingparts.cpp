// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panelkit/tellingparts.h"

#include <algorithm>
#include <limits>
#include <map>

namespace sightglass {

namespace {

qsizetype commonBeginning(QStringView a, QStringView b)
{
    const qsizetype shorter = std::min(a.size(), b.size());
    return std::mismatch(a.begin(), a.begin() + shorter, b.begin()).first - a.begin();
}

/// How far a word is like its siblings'.
struct Likeness
{
    qsizetype least = std::numeric_limits<qsizetype>::max(); ///< characters that all begin with
    qsizetype most = 0;                                      ///< that the one most like it begins with
};

/// The characters of a word that no sibling has in their place; no pair of surrogates is parted.
TextRange leastOf(QStringView word, const Likeness &likeness)
{
    qsizetype begin = std::clamp<qsizetype>(likeness.least, 0, word.size() - 1);
    qsizetype end = std::clamp<qsizetype>(likeness.most + 1, begin + 1, word.size());
    if (word[begin].isLowSurrogate() && begin > 0)
        --begin;
    if (end < word.size() && word[end].isLowSurrogate())
        ++end;
    return {begin, end};
}

} // namespace

bool isBetweenWords(QChar c) noexcept
{
    constexpr char16_t endOfAscii = 0x80;
    return c.unicode() < endOfAscii && !c.isLetterOrNumber() && c != u'\\';
}

std::vector<TextRange> wordsAndGaps(QStringView name)
{
    std::vector<TextRange> words;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (i == 0 || isBetweenWords(name[i]) != isBetweenWords(name[i - 1]))
            words.push_back({i, i});
        words.back().end = i + 1;
    }
    return words;
}

int TellingParts::compare(const Name &a, const Name &b)
{
    const std::size_t shorter = std::min(a.words.size(), b.words.size());
    for (std::size_t i = 0; i < shorter; ++i) {
        if (const int order = a.word(i).compare(b.word(i)); order != 0)
            return order;
    }
    return a.words.size() == b.words.size() ? 0 : a.words.size() < b.words.size() ? -1 : 1;
}

TellingParts::TellingParts(const QStringList &names)
{
    m_names.reserve(static_cast<std::size_t>(names.size()));
    for (const QString &name : names)
        m_names.push_back({name, wordsAndGaps(name)});
    const auto before = [](const Name &a, const Name &b) { return compare(a, b) < 0; };
    std::ranges::sort(m_names, before);
    const auto same = [](const Name &a, const Name &b) { return a.text == b.text; };
    m_names.erase(std::ranges::unique(m_names, same).begin(), m_names.end());
}

std::vector<TellingWord> TellingParts::of(const QString &name) const
{
    const Name own{name, wordsAndGaps(name)};
    const auto at = std::ranges::lower_bound(m_names, own,
                                             [](const Name &a, const Name &b) { return compare(a, b) < 0; });
    if (at == m_names.end() || at->text != name)
        return {};
    std::map<std::size_t, Likeness> branches; // word by which it differs -> the others there
    bool goesOn = false;
    const auto part = [&](const Name &other, std::size_t &alike) {
        // Further away from it in the order, others have ever fewer words in common with it.
        std::size_t words = 0;
        while (words < alike && words < other.words.size() && own.word(words) == other.word(words))
            ++words;
        alike = words;
        if (words == own.words.size()) {
            goesOn = true;
            return;
        }
        const qsizetype begun =
            words < other.words.size() ? commonBeginning(own.word(words), other.word(words)) : 0;
        Likeness &likeness = branches[words];
        likeness.least = std::min(likeness.least, begun);
        likeness.most = std::max(likeness.most, begun);
    };
    std::size_t alike = own.words.size();
    for (auto other = at + 1; other != m_names.end(); ++other)
        part(*other, alike);
    alike = own.words.size();
    for (auto other = at; other != m_names.begin(); --other)
        part(*(other - 1), alike);
    std::vector<TellingWord> telling;
    for (const auto &[word, likeness] : branches) {
        const TextRange range = leastOf(own.word(word), likeness);
        const qsizetype begin = own.words[word].begin;
        telling.push_back({word, {begin + range.begin, begin + range.end}});
    }
    if (goesOn && !own.words.empty()) {
        const std::size_t last = own.words.size() - 1;
        if (telling.empty() || telling.back().word != last)
            telling.push_back({last, own.words[last]});
    }
    return telling;
}

} // namespace sightglass
