// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/mediaranges.h"

#include "parser/http/headerfields.h"

#include <algorithm>
#include <charconv>

namespace sightglass::http {

namespace {

/// Cuts off what is before the separator; all there is where there is none.
std::string_view takePart(std::string_view &text, char separator)
{
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return trimmed(part);
}

MediaRange mediaRange(std::string_view text)
{
    MediaRange range;
    range.type = takePart(text, ';');
    while (!text.empty()) {
        std::string_view value = takePart(text, ';');
        const std::string_view name = takePart(value, '=');
        if (name == "q")
            std::from_chars(value.data(), value.data() + value.size(), range.weight);
        else
            range.parameters.emplace(name, trimmed(value));
    }
    return range;
}

} // namespace

std::string_view MediaRange::parameter(std::string_view name) const
{
    const auto at = parameters.find(name);
    return at == parameters.end() ? std::string_view() : at->second;
}

std::vector<MediaRange> mediaRanges(std::string_view accept)
{
    constexpr std::size_t most = 64;
    std::vector<MediaRange> ranges;
    while (!accept.empty() && ranges.size() < most)
        ranges.push_back(mediaRange(takePart(accept, ',')));
    std::stable_sort(ranges.begin(), ranges.end(),
                     [](const MediaRange &a, const MediaRange &b) { return a.weight > b.weight; });
    return ranges;
}

} // namespace sightglass::http
