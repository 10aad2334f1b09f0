// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/regularline.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"
#include "parser/exposition/bytescan.h"

#include <array>
#include <cmath>
#include <cstring>

namespace sightglass {

using bytescan::ByteClass;
using bytescan::Colon;

namespace {

std::string_view between(const char *begin, const char *end) noexcept
{
    return {begin, static_cast<std::size_t>(end - begin)};
}

/// `name="text"` from its first byte; to behind the closing quote.
const char *scanLabel(const char *p, const char *end, RawLabel &label) noexcept
{
    const char *const nameEnd = bytescan::endOfName<Colon::Outside>(p, end);
    if (nameEnd == p || isAsciiDigit(*p) || end - nameEnd < 3 || nameEnd[0] != '=' || nameEnd[1] != '"')
        return nullptr;
    label.name = between(p, nameEnd);
    ByteClass bytes = ByteClass::Ascii;
    const char *const text = nameEnd + 2;
    const char *const quote = bytescan::endOfPlainText(text, end, bytes);
    if (quote == end || *quote != '"')
        return nullptr;
    label.value = between(text, quote);
    if (bytes == ByteClass::Wider && !isValidUtf8(label.value))
        return nullptr;
    return quote + 1;
}

/// Labels behind the opening brace; to behind the closing one.
const char *scanLabels(const char *p, const char *end, std::vector<RawLabel> &labels)
{
    while (p != end && *p != '}') {
        RawLabel label;
        p = scanLabel(p, end, label);
        if (p == nullptr || p == end)
            return nullptr;
        labels.push_back(label);
        if (*p == ',')
            ++p;
        else if (*p != '}')
            return nullptr;
    }
    return p == end ? nullptr : p + 1;
}

constexpr std::array<double, 23> exactPowersOfTen = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                     1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                     1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// Adds the digits at p to the mantissa; at most 19 digits in all keep it from overflowing, which the caller
/// checks.
const char *scanDigits(const char *p, const char *end, std::uint64_t &mantissa) noexcept
{
    while (p != end && isAsciiDigit(*p)) {
        mantissa = mantissa * 10 + static_cast<std::uint64_t>(*p - '0');
        ++p;
    }
    return p;
}

/// e or E, a sign, up to three digits. nullptr where it is not that.
const char *scanExponent(const char *p, const char *end, int &exponent) noexcept
{
    ++p;
    const bool negative = p != end && *p == '-';
    if (p != end && (*p == '-' || *p == '+'))
        ++p;
    std::uint64_t magnitude = 0;
    const char *const last = scanDigits(p, end, magnitude);
    if (last == p || last - p > 3)
        return nullptr;
    exponent += negative ? -static_cast<int>(magnitude) : static_cast<int>(magnitude);
    return last;
}

/// A decimal of up to 19 digits whose value is exact in one multiplication or division of two exactly
/// representable doubles: mantissa below 2^53, power of ten up to 22. nullptr on any other number.
const char *scanExactDecimal(const char *p, const char *end, double &value) noexcept
{
    const bool negative = p != end && *p == '-';
    p += negative ? 1 : 0;
    const char *const digits = p;
    std::uint64_t mantissa = 0;
    int exponent = 0;
    p = scanDigits(p, end, mantissa);
    std::ptrdiff_t count = p - digits;
    if (p != end && *p == '.') {
        const char *const fraction = p + 1;
        p = scanDigits(fraction, end, mantissa);
        count += p - fraction;
        exponent = -static_cast<int>(std::min<std::ptrdiff_t>(p - fraction, 20));
    }
    if (count == 0 || count > 19)
        return nullptr;
    if (p != end && (*p == 'e' || *p == 'E')) {
        p = scanExponent(p, end, exponent);
        if (p == nullptr)
            return nullptr;
    }
    constexpr std::uint64_t exactMantissa = std::uint64_t{1} << 53U;
    if (mantissa > exactMantissa || exponent < -22 || exponent > 22)
        return nullptr;
    const auto whole = static_cast<double>(mantissa);
    const double magnitude = exponent < 0 ? whole / exactPowersOfTen[static_cast<std::size_t>(-exponent)]
                                          : whole * exactPowersOfTen[static_cast<std::size_t>(exponent)];
    value = negative ? -magnitude : magnitude;
    return p;
}

bool endsToken(const char *p, const char *end) noexcept
{
    return p != end && (*p == '\n' || *p == ' ');
}

const char *scanValue(const char *p, const char *end, double &value) noexcept
{
    const char *const last = scanExactDecimal(p, end, value);
    if (last != nullptr && endsToken(last, end))
        return last;
    const char *tokenEnd = p;
    while (tokenEnd != end && static_cast<unsigned char>(*tokenEnd) > ' ')
        ++tokenEnd;
    const auto number = parseFloat(between(p, tokenEnd));
    if (!number || !endsToken(tokenEnd, end))
        return nullptr;
    value = std::isnan(*number) ? exposedNaN() : *number;
    return tokenEnd;
}

/// Digits that surely fit in an int64; to the byte behind them.
const char *scanTimestamp(const char *p, const char *end, std::optional<std::int64_t> &timestampMs) noexcept
{
    std::uint64_t milliseconds = 0;
    const char *const last = scanDigits(p, end, milliseconds);
    if (last == p || last - p > 18)
        return nullptr;
    timestampMs = static_cast<std::int64_t>(milliseconds);
    return last;
}

} // namespace

const char *scanRegularSample(const char *line, const char *end, SampleParts &sample)
{
    const char *p = bytescan::endOfName<Colon::Inside>(line, end);
    if (p == line || isAsciiDigit(*line) || p == end)
        return nullptr;
    sample.name = between(line, p);
    sample.labels.clear();
    if (*p == '{') {
        p = scanLabels(p + 1, end, sample.labels);
        if (p == nullptr || p == end)
            return nullptr;
    }
    sample.series = between(line, p);
    return scanRegularNumbers(p, end, sample);
}

const char *scanRegularNumbers(const char *p, const char *end, SampleParts &sample) noexcept
{
    if (p == end || *p != ' ')
        return nullptr;
    p = scanValue(p + 1, end, sample.value);
    if (p == nullptr)
        return nullptr;
    sample.timestampMs.reset();
    if (*p == ' ') {
        p = scanTimestamp(p + 1, end, sample.timestampMs);
        if (p == nullptr)
            return nullptr;
    }
    return p != end && *p == '\n' ? p + 1 : nullptr;
}

const char *scanRegularMetadata(const char *line, const char *end, MetadataParts &metadata) noexcept
{
    constexpr std::string_view help = "# HELP ";
    constexpr std::string_view type = "# TYPE ";
    const auto length = static_cast<std::size_t>(end - line);
    if (length <= help.size())
        return nullptr;
    const std::string_view lead(line, help.size());
    if (lead != help && lead != type)
        return nullptr;
    metadata.keyword = lead == help ? MetadataParts::Keyword::Help : MetadataParts::Keyword::Type;
    const char *const name = line + lead.size();
    const char *const nameEnd = bytescan::endOfName<Colon::Inside>(name, end);
    // The byte after the separator must be text: what blanks alone and NUL bytes mean differs between the
    // formats.
    if (nameEnd == name || isAsciiDigit(*name) || end - nameEnd < 2 || nameEnd[0] != ' ' ||
        static_cast<unsigned char>(nameEnd[1]) <= ' ')
        return nullptr;
    metadata.name = between(name, nameEnd);
    const char *const text = nameEnd + 1;
    const auto *const lineFeed =
        static_cast<const char *>(std::memchr(text, '\n', static_cast<std::size_t>(end - text)));
    // A NUL at the beginning of the next line belongs, in OpenMetrics as Prometheus reads it, to this text.
    const char *const next = lineFeed == nullptr ? end : lineFeed + 1;
    if (lineFeed == nullptr || (next != end && *next == '\0'))
        return nullptr;
    metadata.text = between(text, lineFeed);
    return next;
}

} // namespace sightglass
