// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/textsearch.h"

#include "parser/base/asciicase.h"

#include <algorithm>
#include <functional>
#include <string>

namespace sightglass {

namespace {

constexpr std::size_t pieceBytes = std::size_t{1} << 20;
constexpr std::size_t longestSought = 1000;

} // namespace

TextHits findInText(std::string_view text, std::string_view sought, LetterCase letterCase, std::size_t most,
                    const std::stop_token &stop)
{
    sought = sought.substr(0, longestSought);
    TextHits hits;
    hits.length = sought.size();
    if (sought.empty())
        return hits;
    const bool folds = letterCase == LetterCase::Ignored;
    const std::string pattern = folds ? asciiLower(sought) : std::string(sought);
    const std::boyer_moore_horspool_searcher searcher(pattern.begin(), pattern.end());
    std::size_t from = 0;
    std::size_t lastEnd = 0;
    while (from < text.size() && !stop.stop_requested()) {
        // A hit may begin in this piece and end in the next one.
        const std::string_view piece = text.substr(from, pieceBytes + pattern.size() - 1);
        const std::string folded = folds ? asciiLower(piece) : std::string();
        const std::string_view searched = folds ? std::string_view(folded) : piece;
        auto at = searched.begin();
        while (true) {
            at = std::search(at, searched.end(), searcher);
            if (at == searched.end())
                break;
            if (hits.begins.size() < most)
                hits.begins.push_back(
                    static_cast<std::uint32_t>(from + static_cast<std::size_t>(at - searched.begin())));
            ++hits.total;
            at += static_cast<std::ptrdiff_t>(pattern.size());
            lastEnd = from + static_cast<std::size_t>(at - searched.begin());
        }
        from = std::max(from + pieceBytes, lastEnd);
    }
    return hits;
}

bool containsText(std::string_view text, std::string_view sought, LetterCase letterCase) noexcept
{
    if (letterCase == LetterCase::Counts)
        return text.find(sought) != std::string_view::npos;
    return std::search(text.begin(), text.end(), sought.begin(), sought.end(),
                       [](char a, char b) { return asciiLower(a) == asciiLower(b); }) != text.end();
}

} // namespace sightglass
