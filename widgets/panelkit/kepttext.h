// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/tellingparts.h"

#include <QFontMetricsF>
#include <QString>

#include <vector>

namespace sightglass {

/// A text of which some characters are kept, with an ellipsis for each gap, that has to fit into a width. At
/// first nothing is kept. Pairs of surrogates are never parted.
class KeptText
{
public:
    static constexpr QChar ellipsis = u'…';

    /// `whole` and `metrics` outlive this; `width` is in logical pixels.
    KeptText(const QString &whole, const QFontMetricsF &metrics, double width);

    /// Also where it does not fit any more.
    void keep(TextRange range);
    [[nodiscard]] bool fits() const { return m_metrics.horizontalAdvance(text()) <= m_width; }
    [[nodiscard]] QString text() const;

    /// Whether `elided`, the whole text with one ellipsis in it, has all that is kept where it is.
    [[nodiscard]] bool isIn(const QString &elided) const;

    /// Keeps what stands beside what is kept, word by word, as long as it fits; `words` are all of
    /// wordsAndGaps().
    void growByWords(const std::vector<TextRange> &words);
    /// Keeps more characters of those words of which only the least is kept, behind that and then before it,
    /// as long as they fit.
    void growByCharacters(const std::vector<TellingWord> &telling, const std::vector<TextRange> &words);

private:
    [[nodiscard]] bool isKept(TextRange range) const { return m_kept[static_cast<std::size_t>(range.begin)]; }
    bool tryToKeep(TextRange range);

    const QString &m_whole;
    std::vector<bool> m_kept; ///< by character
    const QFontMetricsF &m_metrics;
    double m_width;
};

} // namespace sightglass
