// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/highlight.h"
#include "widgets/style/theme.h"

#include <QSyntaxHighlighter>

#include <vector>

namespace sightglass {

/// Colours a document that holds one query. The query is cut into tokens as a whole, once for each change:
/// strings and braces may go over several lines.
class PromqlHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    PromqlHighlighter(QTextDocument *document, const Theme &theme);

    void setTheme(const Theme &theme);

protected:
    void highlightBlock(const QString &text) override;

private:
    /// A coloured piece in QChars of the document.
    struct Piece
    {
        int begin = 0;
        int end = 0;
        TokenClass tokenClass = TokenClass::Metric;
    };

    void cutIntoPieces();

    Theme m_theme;
    std::vector<Piece> m_pieces;
    int m_revision = -1; ///< of the document that the pieces are of
};

} // namespace sightglass
