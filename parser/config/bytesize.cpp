// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/bytesize.h"

#include "parser/base/numbertext.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace sightglass {
namespace {

using namespace std::string_view_literals;

// A text keeps to one of the two spellings.
constexpr std::array binaryUnits = {"B"sv, "KiB"sv, "MiB"sv, "GiB"sv, "TiB"sv, "PiB"sv, "EiB"sv};
constexpr std::array shortUnits = {"B"sv, "KB"sv, "MB"sv, "GB"sv, "TB"sv, "PB"sv, "EB"sv};
using Units = std::array<std::string_view, 7>;

Error sizeError(std::string text)
{
    return {ErrorCode::ConfigValue, {std::move(text)}, {}, {}};
}

std::optional<double> unitFactor(const Units &units, std::string_view unit)
{
    double factor = 1;
    for (const std::string_view known : units) {
        if (known == unit)
            return factor;
        factor *= 1024;
    }
    return {};
}

Result<std::int64_t> parseWith(const Units &units, std::string_view text)
{
    const std::string original(text);
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative || text.starts_with('+') ? 1 : 0);
    if (text == "0")
        return 0;
    if (text.empty())
        return sizeError("units: invalid " + original);
    double sum = 0;
    while (!text.empty()) {
        const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
        const auto number = parseFloat(text.substr(0, digits));
        if (!number)
            return sizeError("units: invalid " + original);
        text.remove_prefix(digits);
        const std::string_view unit =
            text.substr(0, std::min(text.find_first_of("0123456789."), text.size()));
        const auto factor = unitFactor(units, unit);
        if (!factor)
            return sizeError("units: unknown unit " + std::string(unit) + " in " + original);
        sum += *number * *factor;
        text.remove_prefix(unit.size());
    }
    if (sum >= 0x1p63)
        return sizeError("units: overflow parsing unit");
    return static_cast<std::int64_t>(negative ? -sum : sum);
}

} // namespace

Result<std::int64_t> parseByteSize(std::string_view text)
{
    auto size = parseWith(binaryUnits, text);
    return size ? size : parseWith(shortUnits, text);
}

} // namespace sightglass
