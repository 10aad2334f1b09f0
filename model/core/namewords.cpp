// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/namewords.h"

#include "parser/base/asciicase.h"

#include <algorithm>

namespace sightglass {

namespace {

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isSmall(char c)
{
    return c >= 'a' && c <= 'z';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether another word begins at `at`; the one before it began at `begin`. A letter alone is no word.
bool beginsWord(std::string_view text, std::size_t begin, std::size_t at)
{
    if (!isCapital(text[at]) || at - begin < 2)
        return false;
    if (isSmall(text[at - 1]) || isDigit(text[at - 1]))
        return true;
    return isCapital(text[at - 1]) && at + 2 < text.size() && isSmall(text[at + 1]) && isSmall(text[at + 2]);
}

void addCamelWords(std::vector<std::string_view> &words, std::string_view text)
{
    std::size_t begin = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (!beginsWord(text, begin, i))
            continue;
        words.push_back(text.substr(begin, i - begin));
        begin = i;
    }
    words.push_back(text.substr(begin));
}

} // namespace

std::vector<std::string_view> nameWords(std::string_view name)
{
    std::vector<std::string_view> words;
    while (!name.empty()) {
        const std::size_t end = std::min(name.find_first_of("_:./- "), name.size());
        if (end > 0)
            addCamelWords(words, name.substr(0, end));
        name.remove_prefix(std::min(end + 1, name.size()));
    }
    return words;
}

std::string lowered(std::string_view text)
{
    return asciiLower(text);
}

std::string wordInTitle(std::string_view word)
{
    const bool plain =
        word.size() > 2 && isCapital(word.front()) &&
        std::all_of(word.begin() + 1, word.end(), [](char c) { return isSmall(c) || isDigit(c); });
    return plain ? lowered(word) : std::string(word);
}

} // namespace sightglass
