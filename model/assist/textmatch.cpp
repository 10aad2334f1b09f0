// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/textmatch.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace sightglass {

namespace {

constexpr int lengthPenaltyDivisor = 4;

/// A table, because tens of thousands of names are looked at for each letter typed.
constexpr auto lowerCase = [] {
    std::array<char, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<char>(i >= 'A' && i <= 'Z' ? i + ('a' - 'A') : i);
    return table;
}();

constexpr char lower(char c) noexcept
{
    return lowerCase[static_cast<unsigned char>(c)];
}

constexpr auto separators = [] {
    std::array<bool, 256> table{};
    for (const char c : std::string_view("_:.-/ "))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

constexpr bool isSeparator(char c) noexcept
{
    return separators[static_cast<unsigned char>(c)];
}

bool beginsPart(std::string_view text, std::size_t at) noexcept
{
    return at == 0 || (isSeparator(text[at - 1]) && !isSeparator(text[at]));
}

bool equalsAt(std::string_view typed, std::string_view text, std::size_t at) noexcept
{
    if (text.size() - at < typed.size())
        return false;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        if (lower(typed[i]) != lower(text[at + i]))
            return false;
    }
    return true;
}

/// Where the typed text stands in one piece, at the beginning of a part if it does anywhere.
std::optional<std::size_t> pieceAt(std::string_view typed, std::string_view text) noexcept
{
    std::optional<std::size_t> found;
    const char first = lower(typed.front());
    for (std::size_t at = 0; at + typed.size() <= text.size(); ++at) {
        if (lower(text[at]) != first || !equalsAt(typed, text, at))
            continue;
        if (beginsPart(text, at))
            return at;
        if (!found)
            found = at;
    }
    return found;
}

/// Each typed letter goes on where the last one matched, or begins a later part. Greedy: prefers going on.
bool matchesParts(std::string_view typed, std::string_view text, std::vector<std::size_t> *bytes)
{
    std::size_t at = 0;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const char wanted = lower(typed[i]);
        const bool goesOn = i > 0 && at < text.size() && lower(text[at]) == wanted;
        while (!goesOn && at < text.size() && !(lower(text[at]) == wanted && beginsPart(text, at)))
            ++at;
        if (at >= text.size())
            return false;
        if (bytes != nullptr)
            bytes->push_back(at);
        ++at;
    }
    return true;
}

bool matchesInOrder(std::string_view typed, std::string_view text, std::vector<std::size_t> *bytes)
{
    std::size_t at = 0;
    for (const char c : typed) {
        const char wanted = lower(c);
        while (at < text.size() && lower(text[at]) != wanted)
            ++at;
        if (at == text.size())
            return false;
        if (bytes != nullptr)
            bytes->push_back(at);
        ++at;
    }
    return true;
}

/// How far apart the letters of an in-order match are.
int gapsOf(std::string_view typed, std::string_view text)
{
    std::size_t at = 0;
    std::size_t first = text.size();
    for (const char c : typed) {
        while (lower(text[at]) != lower(c))
            ++at;
        first = std::min(first, at);
        ++at;
    }
    return static_cast<int>(at - first - typed.size());
}

std::vector<std::string_view> partsOf(std::string_view name)
{
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= name.size(); ++i) {
        if (i < name.size() && !isSeparator(name[i]))
            continue;
        if (i > begin)
            parts.push_back(name.substr(begin, i - begin));
        begin = i + 1;
    }
    return parts;
}

constexpr std::size_t longestCompared = 128;

/// Slips of typing between two words: letters missing, wrong, too many or swapped. More than `most`: most
/// + 1.
std::size_t slips(std::string_view a, std::string_view b, std::size_t most)
{
    a = a.substr(0, longestCompared);
    b = b.substr(0, longestCompared);
    const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
    if (difference > most)
        return most + 1;
    std::array<std::array<std::size_t, longestCompared + 1>, 3> rows{};
    std::iota(rows[0].begin(), rows[0].end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto &row = rows[i % 3];
        const auto &above = rows[(i - 1) % 3];
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0U : 1U)});
            const bool swapped =
                i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped)
                row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most)
            return most + 1;
    }
    return rows[a.size() % 3][b.size()];
}

/// Share of the parts that both names have, in any order; a slip in a longer part is forgiven.
double sharedParts(const std::vector<std::string_view> &a, const std::vector<std::string_view> &b)
{
    if (a.empty() || b.empty())
        return 0;
    std::size_t shared = 0;
    std::vector<bool> taken(b.size());
    for (const std::string_view part : a) {
        for (std::size_t i = 0; i < b.size(); ++i) {
            const std::size_t forgiven = part.size() > 3 ? 1 : 0;
            if (taken[i] || slips(part, b[i], forgiven) > forgiven)
                continue;
            taken[i] = true;
            ++shared;
            break;
        }
    }
    return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

} // namespace

std::optional<int> textMatch(std::string_view typed, std::string_view candidate) noexcept
{
    if (typed.empty())
        return 0;
    const int shorter =
        -static_cast<int>(std::min<std::size_t>(candidate.size(), 200)) / lengthPenaltyDivisor;
    // Nearly all candidates end here.
    if (!matchesInOrder(typed, candidate, nullptr))
        return std::nullopt;
    if (const auto piece = pieceAt(typed, candidate)) {
        const bool exactCase = candidate.substr(*piece, typed.size()) == typed;
        const int tie = exactCase ? 1 : 0;
        if (*piece == 0)
            return (candidate.size() == typed.size() ? 1000 : 900) + shorter + tie;
        return (beginsPart(candidate, *piece) ? 800 : 600) + shorter + tie;
    }
    if (matchesParts(typed, candidate, nullptr))
        return 700 + shorter;
    return 400 + shorter - std::min(gapsOf(typed, candidate), 200);
}

std::vector<std::size_t> matchedBytes(std::string_view typed, std::string_view candidate)
{
    std::vector<std::size_t> bytes;
    if (const auto piece = typed.empty() ? std::nullopt : pieceAt(typed, candidate)) {
        bytes.resize(typed.size());
        std::iota(bytes.begin(), bytes.end(), *piece);
        return bytes;
    }
    if (matchesParts(typed, candidate, &bytes))
        return bytes;
    bytes.clear();
    if (!matchesInOrder(typed, candidate, &bytes))
        bytes.clear();
    return bytes;
}

std::vector<std::string> nearNames(std::string_view wrong, const std::vector<std::string_view> &names,
                                   std::size_t most)
{
    constexpr double leastShared = 0.5;
    const std::size_t forgiven = std::max<std::size_t>(1, std::min<std::size_t>(wrong.size() / 4, 4));
    const std::vector<std::string_view> parts = partsOf(wrong);
    std::vector<std::pair<double, std::string_view>> found;
    for (const std::string_view name : names) {
        const std::size_t distance = slips(wrong, name, forgiven);
        double closeness = 0;
        if (distance <= forgiven)
            closeness = 2.0 - static_cast<double>(distance) / static_cast<double>(forgiven + 1);
        else if (const double shared = sharedParts(parts, partsOf(name)); shared >= leastShared)
            closeness = shared;
        if (closeness > 0)
            found.emplace_back(closeness, name);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<std::string> nearest;
    for (std::size_t i = 0; i < found.size() && i < most; ++i)
        nearest.emplace_back(found[i].second);
    return nearest;
}

} // namespace sightglass
