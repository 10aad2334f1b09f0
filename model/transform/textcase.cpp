// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/textcase.h"

#include "parser/base/utf8cut.h"

#include <cstdint>

namespace sightglass {

namespace {

using Letter = std::uint32_t;

/// Capital letters of two bytes whose small ones lie at a fixed distance.
Letter lowerOf(Letter letter) noexcept
{
    const auto within = [letter](Letter first, Letter last) { return letter >= first && letter <= last; };
    if (within('A', 'Z') || (within(0xC0, 0xDE) && letter != 0xD7))
        return letter + 32;
    if (within(0x391, 0x3A9) || within(0x410, 0x42F))
        return letter + 32;
    if (within(0x400, 0x40F))
        return letter + 80;
    // Latin Extended-A: pairs, capitals first.
    const bool evenPairs = within(0x100, 0x137) || within(0x14A, 0x177);
    const bool oddPairs = within(0x139, 0x148) || within(0x179, 0x17E);
    if ((evenPairs && letter % 2 == 0) || (oddPairs && letter % 2 == 1))
        return letter + 1;
    return letter;
}

Letter upperOf(Letter letter) noexcept
{
    for (const Letter distance : {Letter{32}, Letter{80}, Letter{1}}) {
        if (letter > distance && lowerOf(letter - distance) == letter)
            return letter - distance;
    }
    return letter;
}

/// The text with each letter of one or two bytes changed.
template<typename Function>
std::string changed(std::string_view text, Function change)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            result += static_cast<char>(change(Letter{byte}));
        } else if (byte >= 0xC2 && byte < 0xE0 && i + 1 < text.size() && isUtf8Continuation(text[i + 1])) {
            const Letter letter = ((byte & 0x1FU) << 6U) | (static_cast<unsigned char>(text[++i]) & 0x3FU);
            const Letter other = change(letter);
            result += static_cast<char>(0xC0U | (other >> 6U));
            result += static_cast<char>(0x80U | (other & 0x3FU));
        } else {
            result += text[i];
        }
    }
    return result;
}

std::size_t firstCharacter(std::string_view text)
{
    std::size_t end = text.empty() ? 0 : 1;
    while (end < text.size() && isUtf8Continuation(text[end]))
        ++end;
    return end;
}

} // namespace

std::string upperCase(std::string_view text)
{
    return changed(text, upperOf);
}

std::string lowerCase(std::string_view text)
{
    return changed(text, lowerOf);
}

std::string capitalized(std::string_view text)
{
    const std::size_t first = firstCharacter(text);
    return upperCase(text.substr(0, first)).append(text.substr(first));
}

std::string uncapitalized(std::string_view text)
{
    const std::size_t first = firstCharacter(text);
    return lowerCase(text.substr(0, first)).append(text.substr(first));
}

std::string capitalWords(std::string_view text, std::string_view joint)
{
    std::string result;
    for (;;) {
        const std::size_t end = text.find(' ');
        result += capitalized(lowerCase(text.substr(0, end)));
        if (end == std::string_view::npos)
            return result;
        result += joint;
        text.remove_prefix(end + 1);
    }
}

std::vector<std::size_t> characterStarts(std::string_view text)
{
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isUtf8Continuation(text[i]))
            starts.push_back(i);
    }
    starts.push_back(text.size());
    return starts;
}

} // namespace sightglass
