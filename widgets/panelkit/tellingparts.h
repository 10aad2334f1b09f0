// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QStringView>

#include <vector>

namespace sightglass {

/// Characters of a text: from `begin` up to, not including, `end`.
struct TextRange
{
    qsizetype begin = 0;
    qsizetype end = 0;

    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// Whether it stands between words, so that a name may be cut beside it: ASCII but for letters, digits and
/// the backslash, which begins what stands for an invisible character.
[[nodiscard]] bool isBetweenWords(QChar c) noexcept;

/// The words of a displayable name and what stands between them (isBetweenWords()), in turn. None is empty,
/// and together they are the name.
[[nodiscard]] std::vector<TextRange> wordsAndGaps(QStringView name);

/// A word by which a name differs from another one that is the same up to there.
struct TellingWord
{
    std::size_t word = 0; ///< index into wordsAndGaps()
    TextRange least;      ///< so much of it is enough to tell

    friend bool operator==(const TellingWord &, const TellingWord &) = default;
};

/// Of names that stand beside each other, the words that tell each from all others: where names part, word
/// by word from their beginnings, and the last one of a name that another one goes on from. A value.
class TellingParts
{
public:
    TellingParts() = default;
    explicit TellingParts(const QStringList &names);

    /// In the name's order; empty for one that is alone, or not one of the names. Looks at every name once.
    [[nodiscard]] std::vector<TellingWord> of(const QString &name) const;

private:
    struct Name
    {
        QString text;
        std::vector<TextRange> words;

        [[nodiscard]] QStringView word(std::size_t i) const
        {
            return QStringView(text).mid(words[i].begin, words[i].end - words[i].begin);
        }
    };
    [[nodiscard]] static int compare(const Name &a, const Name &b);

    std::vector<Name> m_names; ///< sorted by their words, each once
};

} // namespace sightglass
