// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/promqlhighlighter.h"

#include "widgets/editors/promqlcolors.h"
#include "widgets/editors/textoffsets.h"

#include <QTextDocument>

#include <algorithm>

namespace sightglass {

namespace {
/// Nobody reads the colours of a longer query.
constexpr int longestColored = 50'000;
} // namespace

PromqlHighlighter::PromqlHighlighter(QTextDocument *document, const Theme &theme)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{}

void PromqlHighlighter::setTheme(const Theme &theme)
{
    m_theme = theme;
    rehighlight();
}

void PromqlHighlighter::cutIntoPieces()
{
    if (m_revision == document()->revision())
        return;
    m_revision = document()->revision();
    m_pieces.clear();
    if (document()->characterCount() > longestColored)
        return;
    const TextOffsets offsets(document()->toPlainText());
    for (const ColoredSpan &colored : highlight(offsets.view()))
        m_pieces.push_back({offsets.positionAt(colored.span.begin), offsets.positionAt(colored.span.end),
                            colored.tokenClass});
}

void PromqlHighlighter::highlightBlock(const QString &text)
{
    cutIntoPieces();
    const int begin = currentBlock().position();
    const int end = begin + static_cast<int>(text.size());
    const auto first =
        std::lower_bound(m_pieces.begin(), m_pieces.end(), begin,
                         [](const Piece &piece, int position) { return piece.end <= position; });
    unsigned state = 0; // a hash: may wrap
    for (auto piece = first; piece != m_pieces.end() && piece->begin < end; ++piece) {
        const int from = std::max(piece->begin, begin);
        const int to = std::min(piece->end, end);
        setFormat(from - begin, to - from, promqlFormat(piece->tokenClass, m_theme));
        // What the next line is depends on what this one leaves open: its last piece and how many there are.
        state = state * 31 + static_cast<unsigned>(piece->tokenClass) + 1 + (piece->end > end ? 1000 : 0);
    }
    const unsigned before = static_cast<unsigned>(previousBlockState());
    setCurrentBlockState(static_cast<int>((before * 31 + state) & 0x7fffffffU));
}

} // namespace sightglass
