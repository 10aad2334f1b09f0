// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/zonerule.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// A formatted value: number and unit apart, so that a big number can have a small unit. Locale-free, plain
/// UTF-8.
struct FormattedValue
{
    std::string number; ///< "12.4", "NaN", "+Inf"; with what stands at the number: "$12.4K"
    std::string unit;   ///< "Mil", "ms", "MiB/s", "%"; may be empty

    [[nodiscard]] std::string text() const { return unit.empty() ? number : number + " " + unit; }
    friend bool operator==(const FormattedValue &, const FormattedValue &) = default;
};

/// A unit beside Grafana's, whose dates count milliseconds: seconds since 1970, as Prometheus has them.
inline constexpr std::string_view unixSecondsUnit = "unixSeconds";
inline constexpr std::string_view unixMillisecondsUnit = "dateTimeAsIso";

/// Where and when dates are read.
struct DateContext
{
    ZoneRule zone = machineZone();
    /// Milliseconds since 1970. Where it is not known, "from now" and "no date if today" give the whole date.
    std::optional<double> now;
    enum class Detail : std::uint8_t
    {
        Seconds,
        Milliseconds
    };
    Detail detail = Detail::Seconds; ///< of dates whose form the user left to us (dateTimeAsSystem)
};

/// Formats a value of a unit, scaled to a readable prefix (0.182 s -> "182 ms", 12400 ops -> "12.4K ops/s").
/// `unit` is one of Grafana's ids (s, ms, bytes, percent, percentunit, ops, short, none, …) or of its custom
/// forms (see unitInfo()); an unknown id is printed as a suffix. Points in time are written in the machine's
/// time zone. `decimals` empty: three significant digits as Grafana has them, "1.50", whole numbers without
/// any; for durations in parts they are the number of parts behind the first.
[[nodiscard]] FormattedValue formatValue(double value, std::string_view unit,
                                         std::optional<int> decimals = std::nullopt);
/// The same with dates in a zone and seen from a time.
[[nodiscard]] FormattedValue formatValue(double value, std::string_view unit, std::optional<int> decimals,
                                         const DateContext &dates);

/// The same without zeros at the end of a fraction, as prose has numbers: "1.5 s", "2.5K ops/s".
[[nodiscard]] FormattedValue formatBriefly(double value, std::string_view unit);

/// Formats the labels of an axis so that they share prefix and decimals: ticks at 0, 0.05, 0.1 s give "0 ms",
/// "50 ms", "100 ms"; only zero has no prefix ("0 B", "512 KiB") unless it is a length of time. Where
/// ascending ticks differ in little beside their size, so that labels had too many digits to be read, the
/// first is written as it is and the others as distances from it: "1.4981869545 ms", "+0.5 fs", "+1.0 fs".
/// Same length and order as `ticks`.
[[nodiscard]] std::vector<std::string> formatTicks(const std::vector<double> &ticks, std::string_view unit);

/// True for units that say how a point in time is written.
[[nodiscard]] bool isDateUnit(std::string_view unit) noexcept;

/// True for units whose text depends on when it is read: "2 hours ago", no date if it is today's.
[[nodiscard]] bool dependsOnNow(std::string_view unit) noexcept;

/// True for units whose round numbers are powers of 1024 (bytes, bits with binary prefixes).
[[nodiscard]] bool isBinaryUnit(std::string_view unit) noexcept;

/// How many seconds a value of 1 is in units of durations and of points in time, whose round numbers are
/// minutes, hours and days; 0 of others.
[[nodiscard]] double secondsOf(std::string_view unit) noexcept;

/// The unit that a metric's UNIT line or name suffix says (_seconds -> s, _bytes -> bytes, _ratio ->
/// percentunit, _percent -> percent, …), with a rate's unit where `perSecond` (bytes -> Bps, total -> ops).
enum class UnitForm : unsigned char
{
    Value,
    PerSecond
};
[[nodiscard]] std::string inferUnit(std::string_view metric, std::string_view declaredUnit, UnitForm form);

/// Whether the word at the end of a metric's name says its values' unit, so that nobody has to read it twice.
[[nodiscard]] bool namesUnit(std::string_view word);

/// The unit to write one present value of a metric in: as inferUnit() says, and a date for what is named a
/// time and has a value that can only be seconds or milliseconds since 1970.
[[nodiscard]] std::string inferPresentUnit(std::string_view metric, double value);

} // namespace sightglass
