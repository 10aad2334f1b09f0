// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/promqltest/startnotation.h"

#include "model/query/promqltest/words.h"
#include "parser/base/durationtext.h"

#include <charconv>
#include <string>

namespace sightglass::promqltest {

namespace {

using Offsets = std::vector<std::optional<std::int64_t>>;

std::optional<std::int64_t> signedDuration(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    const auto duration = parseDurationMs(text);
    return duration && negative ? -*duration : duration;
}

std::optional<std::size_t> repeats(std::string_view text)
{
    constexpr std::size_t most = 1'000'000;
    std::size_t count = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && count <= most ? std::optional(count) : std::nullopt;
}

bool appendItem(std::string_view item, Offsets &offsets)
{
    const std::size_t times = item.find('x');
    const bool repeated = times != std::string_view::npos;
    const auto count = repeated ? repeats(item.substr(times + 1)) : std::optional<std::size_t>(0);
    const std::string_view body = item.substr(0, times);
    if (!count)
        return false;
    if (body == "_") {
        offsets.insert(offsets.end(), repeated ? *count : 1, std::nullopt);
        return true;
    }
    const std::size_t sign = repeated ? body.find_first_of("+-", 1) : std::string_view::npos;
    const auto first = signedDuration(body.substr(0, sign));
    const auto delta =
        sign == std::string_view::npos ? std::optional<std::int64_t>(0) : signedDuration(body.substr(sign));
    if (!first || !delta)
        return false;
    for (std::size_t i = 0; i <= *count; ++i)
        offsets.emplace_back(*first + static_cast<std::int64_t>(i) * *delta);
    return true;
}

} // namespace

Result<Offsets> parseStartOffsets(std::string_view text)
{
    Offsets offsets;
    for (std::string_view item = takeWord(text); !item.empty(); item = takeWord(text)) {
        if (!appendItem(item, offsets))
            return Error{
                ErrorCode::ConfigSyntax, {"malformed start timestamp: " + std::string(item)}, {}, {}};
    }
    return offsets;
}

} // namespace sightglass::promqltest
