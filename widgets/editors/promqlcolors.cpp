// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/promqlcolors.h"

#include "widgets/style/seriescolors.h"

#include <QFontDatabase>

namespace sightglass {

namespace {

QColor colorOf(TokenClass tokenClass, const Theme &theme)
{
    // Shades of the chart's palette: they are made to be told apart and to be read on the surface.
    constexpr std::size_t orange = 1;
    constexpr std::size_t green = 2;
    constexpr std::size_t violet = 6;
    constexpr std::size_t cyan = 8;
    switch (tokenClass) {
    case TokenClass::Metric:
        return theme.text;
    case TokenClass::Label:
        return theme.legible(seriesColor(cyan, theme));
    case TokenClass::Function:
        return theme.accent;
    case TokenClass::Aggregation:
    case TokenClass::Keyword:
        return theme.legible(seriesColor(violet, theme));
    case TokenClass::Number:
    case TokenClass::Duration:
    case TokenClass::Variable:
        return theme.legible(seriesColor(orange, theme));
    case TokenClass::String:
        return theme.legible(seriesColor(green, theme));
    case TokenClass::Operator:
    case TokenClass::Punctuation:
    case TokenClass::Comment:
        return theme.textMuted;
    case TokenClass::Unreadable:
        return theme.semantic(SemanticColor::Critical);
    }
    return theme.text;
}

} // namespace

QTextCharFormat promqlFormat(TokenClass tokenClass, const Theme &theme)
{
    QTextCharFormat format;
    format.setForeground(colorOf(tokenClass, theme));
    format.setFontItalic(tokenClass == TokenClass::Comment);
    return format;
}

QColor findingColor(FindingSeverity severity, const Theme &theme)
{
    switch (severity) {
    case FindingSeverity::Error:
        return theme.semantic(SemanticColor::Critical);
    case FindingSeverity::Warning:
        return theme.semantic(SemanticColor::Warning);
    case FindingSeverity::Advice:
        break;
    }
    return theme.semantic(SemanticColor::Info);
}

QFont promqlFont(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(base.pointSizeF() > 0 ? base.pointSizeF() : 10);
    return font;
}

} // namespace sightglass
