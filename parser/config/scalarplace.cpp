// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/scalarplace.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace sightglass {
namespace {

/// Skips an anchor and a tag, which stand before a scalar on its line.
std::size_t valueColumn(std::string_view line, std::size_t column)
{
    while (column < line.size() && (line[column] == '&' || line[column] == '!')) {
        column = std::min(line.find_first_of(" \t", column), line.size());
        column = std::min(line.find_first_not_of(" \t", column), line.size());
    }
    return column;
}

std::optional<SourcePosition> placeInBlock(const TextLines &lines, SourcePosition header,
                                           std::string_view mark, SourcePosition inside)
{
    if (mark.find_first_of("123456789") != std::string_view::npos)
        return {};                  // its indentation may be less than that of its first line
    std::size_t line = header.line; // 0-based: the one behind the header
    while (line < lines.count() && lines.isBlank(line))
        ++line;
    if (line >= lines.count())
        return {};
    return SourcePosition{header.line + inside.line,
                          static_cast<std::uint32_t>(lines.indent(line)) + inside.column};
}

} // namespace

SourcePosition placeInScalar(const TextLines &lines, const Written<std::string> &scalar,
                             SourcePosition inside)
{
    const SourcePosition own = scalar.position;
    if (own.line == 0 || own.line > lines.count() || inside.line == 0)
        return own;
    const std::string_view line = lines.text(own.line - 1);
    const std::size_t column = valueColumn(line, own.column - 1);
    const std::string_view rest = line.substr(std::min(column, line.size()));
    if (rest.starts_with('|'))
        return placeInBlock(lines, own, rest.substr(0, rest.find('#')), inside).value_or(own);
    const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
    if (inside.line != 1 || !rest.substr(quoted ? 1 : 0).starts_with(scalar.value))
        return own;
    return {own.line, static_cast<std::uint32_t>(column) + (quoted ? 1U : 0U) + inside.column};
}

} // namespace sightglass
