// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamllistedit.h"

#include "parser/config/yamlitems.h"

namespace sightglass {
namespace {

std::string spliced(std::string_view text, SourceSpan span, std::string_view replacement)
{
    std::string result(text.substr(0, span.begin));
    result += replacement;
    result += text.substr(span.end);
    return result;
}

/// The list's child that an index means; the number of children where it is none.
std::size_t childIndex(const YamlNode &list, std::size_t index)
{
    for (std::size_t child = 0; child < list.children.size(); ++child)
        if (list.children[child]->kind != YamlKind::Null && index-- == 0)
            return child;
    return list.children.size();
}

struct Place
{
    YamlItems items;
    std::size_t index = 0; ///< of a child
};

std::optional<Place> locate(std::string_view text, const YamlList &list, std::size_t index)
{
    if (list.value == nullptr)
        return {};
    auto items = locateItems(text, TextLines(text), *list.value);
    if (!items)
        return {};
    return Place{*std::move(items), childIndex(*list.value, index)};
}

std::string itemText(const YamlItems &items, const YamlItemText &item, std::string_view text)
{
    return items.flow ? item.flow() : item.block({items.column, lineEndOf(text), 0});
}

bool hasEmptyLine(std::string_view text)
{
    const TextLines lines(text);
    for (std::size_t line = 0; line < lines.count(); ++line)
        if (lines.isBlank(line))
            return true;
    return false;
}

/// Whether an empty line parts the items of a list.
bool isSpaced(std::string_view text, const YamlItems &items)
{
    const std::size_t count = items.items.size();
    if (count < 2)
        return false;
    const std::size_t end = items.items[count - 2].end;
    return hasEmptyLine(text.substr(end, items.items[count - 1].begin - end));
}

std::string insertedInBlock(std::string_view text, const Place &place, const YamlItemText &item)
{
    const std::string lines = itemText(place.items, item, text);
    const std::string gap(isSpaced(text, place.items) ? lineEndOf(text) : std::string_view());
    if (place.index == 0)
        return withLines(text, place.items.items.front().begin, lines + gap);
    return withLines(text, place.items.items[place.index - 1].end, gap + lines);
}

std::string insertedInFlow(std::string_view text, const Place &place, const YamlItemText &item)
{
    const std::vector<SourceSpan> &items = place.items.items;
    const bool behindLast = place.index >= items.size();
    if (items.empty())
        return withLines(text, place.items.begin + 1, item.flow());
    if (behindLast)
        return spliced(text, {items.back().end, items.back().end}, ", " + item.flow());
    const std::size_t at = items[place.index].begin;
    return spliced(text, {at, at}, item.flow() + ", ");
}

bool isBlankOrComment(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos || text[first] == '#';
}

/// Items below a key that has none: `rules:` or `rules: []`, and nothing but a comment behind.
std::optional<std::string> insertedBelowKey(std::string_view text, const YamlList &list,
                                            const std::optional<Place> &empty, const YamlItemText &item)
{
    const TextLines lines(text);
    const std::size_t keyLine = list.key->position.line - 1;
    if (list.key->position.line == 0 || keyLine >= lines.count())
        return {};
    const std::size_t lineEnd = lines.begin(keyLine + 1);
    const std::string block = item.block({list.column, lineEndOf(text), 0});
    if (empty) {
        const SourceSpan brackets = {empty->items.begin, empty->items.end};
        if (brackets.begin < lines.begin(keyLine) || brackets.end > lineEnd ||
            !isBlankOrComment(text.substr(brackets.end, lineEnd - brackets.end)))
            return {};
        const std::string below = withLines(text, lineEnd, block);
        return spliced(below, brackets, {});
    }
    const std::size_t colon =
        text.find(':', lines.begin(keyLine) + list.key->position.column - 1 + list.key->text.size());
    if (colon >= lineEnd || !isBlankOrComment(text.substr(colon + 1, lineEnd - colon - 1)))
        return {};
    return withLines(text, lineEnd, block);
}

} // namespace

std::string_view lineEndOf(std::string_view text)
{
    const std::size_t first = text.find('\n');
    return first != std::string_view::npos && first > 0 && text[first - 1] == '\r' ? "\r\n" : "\n";
}

std::string withLines(std::string_view text, std::size_t at, std::string_view lines)
{
    std::string added(lines);
    const bool insideLine = at > 0 && text[at - 1] != '\n';
    if (insideLine && lines.find('\n') != std::string_view::npos)
        added.insert(0, lineEndOf(text));
    return spliced(text, {at, at}, added);
}

std::vector<std::string> withoutItem(std::string_view text, const YamlList &list, std::size_t index)
{
    const auto place = locate(text, list, index);
    if (!place || place->index >= place->items.items.size())
        return {};
    const std::vector<SourceSpan> &items = place->items.items;
    SourceSpan span = items[place->index];
    if (place->items.flow && place->index + 1 < items.size())
        span.end = items[place->index + 1].begin;
    else if (place->items.flow && place->index > 0)
        span.begin = items[place->index - 1].end;
    return {spliced(text, span, {})};
}

std::vector<std::string> withItemReplaced(std::string_view text, const YamlList &list, std::size_t index,
                                          const YamlItemText &item)
{
    const auto place = locate(text, list, index);
    if (!place || place->index >= place->items.items.size())
        return {};
    return {spliced(text, place->items.items[place->index], itemText(place->items, item, text))};
}

std::vector<std::string> withItemInserted(std::string_view text, const YamlList &list, std::size_t index,
                                          const YamlItemText &item)
{
    if (list.key == nullptr)
        return {};
    const auto place = locate(text, list, index);
    std::vector<std::string> texts;
    if (place && !place->items.flow)
        return {insertedInBlock(text, *place, item)};
    const bool empty = !place || place->items.items.empty();
    if (empty)
        if (auto below = insertedBelowKey(text, list, place, item))
            texts.push_back(*std::move(below));
    if (place)
        texts.push_back(insertedInFlow(text, *place, item));
    return texts;
}

} // namespace sightglass
