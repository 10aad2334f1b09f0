// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/errorplace.h"

#include "app/cli/options.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"

#include <algorithm>
#include <cstdio>

namespace sightglass {

namespace {

constexpr std::size_t bytesBefore = 70;
constexpr std::size_t bytesBehind = 50;

std::string_view lineOf(std::string_view text, std::uint32_t line)
{
    for (; line > 1 && !text.empty(); --line)
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    return text.substr(0, text.find('\n'));
}

bool continuesCharacter(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The end of a text, about so many bytes, beginning with a whole character.
QString tail(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return displayText(text);
    text.remove_prefix(text.size() - bytes);
    while (!text.empty() && continuesCharacter(text.front()))
        text.remove_prefix(1);
    return QStringLiteral("…") + displayText(text);
}

} // namespace

QString errorPlace(std::string_view text, const Error &error)
{
    if (error.position.line == 0 || error.position.column == 0)
        return {};
    const std::string_view line = lineOf(text, error.position.line);
    const std::size_t at = std::min<std::size_t>(error.position.column - 1, line.size());
    const QString before = tail(line.substr(0, at), bytesBefore);
    const QString behind = displayText(line.substr(at), static_cast<qsizetype>(bytesBehind));
    const QString indent = QStringLiteral("  ");
    return indent + before + behind + QLatin1Char('\n') + indent + QString(before.size(), QLatin1Char(' ')) +
           QLatin1Char('^');
}

void printQueryError(std::string_view text, const Error &error)
{
    printError(errorText(error));
    const QString place = errorPlace(text, error);
    if (!place.isEmpty())
        std::fprintf(stderr, "%s\n", qUtf8Printable(place));
}

} // namespace sightglass
