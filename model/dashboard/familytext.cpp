// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/familytext.h"

#include "model/core/namewords.h"
#include "model/core/units.h"
#include "parser/base/utf8cut.h"

#include <algorithm>
#include <vector>

namespace sightglass {

namespace {

constexpr std::size_t longestTitle = 60;
constexpr std::size_t longestDescription = 500;
constexpr std::size_t longestListing = 1500;

/// Words that type, axis or value say already.
bool isSilent(std::string_view word)
{
    const std::string plain = lowered(word);
    return plain == "total" || plain == "info" || namesUnit(plain);
}

std::string titleOf(std::vector<std::string_view> words, std::string_view name, std::size_t sharedWords)
{
    // The last word that says something stays, even if the heading has it too.
    const std::size_t spared = std::min(sharedWords, words.empty() ? 0 : words.size() - 1);
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(spared));
    std::string title;
    for (const std::string_view word : words)
        title += (title.empty() ? "" : " ") + wordInTitle(word);
    return shortened(capitalised(title.empty() ? std::string(name) : title), longestTitle);
}

} // namespace

std::string shortened(std::string text, std::size_t longest)
{
    if (text.size() <= longest)
        return text;
    text.resize(utf8Prefix(text, longest).size());
    return text + "\u2026";
}

std::string capitalised(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string uncapitalised(std::string text)
{
    const std::size_t word = std::min(text.find(' '), text.size());
    const auto isCapital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const bool plain = word > 0 && std::none_of(text.begin() + 1,
                                                text.begin() + static_cast<std::ptrdiff_t>(word), isCapital);
    if (plain && isCapital(text.front()))
        text.front() = static_cast<char>(text.front() - 'A' + 'a');
    return text;
}

std::string familyTitle(const MetricFamily &family, std::size_t sharedWords)
{
    auto words = nameWords(family.name);
    while (words.size() > 1 && isSilent(words.back()))
        words.pop_back();
    return titleOf(std::move(words), family.name, sharedWords);
}

std::string fullTitle(std::string_view family, std::size_t sharedWords)
{
    auto words = nameWords(family);
    if (words.size() > 1 && lowered(words.back()) == "total")
        words.pop_back();
    return titleOf(std::move(words), family, sharedWords);
}

std::string familyDescription(const MetricFamily &family)
{
    const std::string &help = family.metadata.help;
    return shortened(help.empty() ? family.name : help + "\n" + family.name, longestDescription);
}

std::string familiesDescription(std::span<const MetricFamily> families)
{
    std::string text;
    for (const MetricFamily &family : families) {
        text += (text.empty() ? "" : "\n") + family.name;
        if (!family.metadata.help.empty())
            text += ": " + shortened(family.metadata.help, longestDescription / 3);
    }
    return shortened(std::move(text), longestListing);
}

std::string familyUnit(const MetricFamily &family)
{
    if (family.type == MetricType::Counter)
        return inferUnit(family.sampleName, family.metadata.unit, UnitForm::PerSecond);
    return inferUnit(family.name, family.metadata.unit, UnitForm::Value);
}

} // namespace sightglass
