// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

/// How the values of a unit are scaled for reading.
enum class UnitScaling : std::uint8_t
{
    None,     ///< as they are: "98.2 %", "1234"
    Short,    ///< numbers in words: "12.4 K", "1.50 Mil"; nothing below one
    Count,    ///< things counted: K M B T, at the number: "12.4K ops/s"; nothing below one
    Si,       ///< a symbol that takes SI prefixes both ways: "1.20 kV", "3 mA"
    Bytes,    ///< decimal data sizes: SI prefixes upwards only: "1.20 kB"
    Binary,   ///< powers of 1024: "1.50 MiB"
    Money,    ///< K M B T, at the number, as the currency is: "$1.20B", "1.20Bkr"
    Psi,      ///< psi, ksi, Mpsi
    Duration, ///< "182 ms", "1.5 mins", "3 days"; on an axis "1.5 min", "3 d"
    // Those below take no prefix and no common step on an axis.
    Clock,        ///< a duration in parts: "2 hours, 5 minutes"; on an axis "2 h 5 min"
    Hms,          ///< a duration as "26:05:09"
    Dhms,         ///< a duration as "1 d 02:05:09"
    ClockParts,   ///< a duration as "02h:05m:09s:250ms"
    Date,         ///< a point in time, in seconds since 1970 after the factor: "2026-11-21 14:58:26"
    DateOrTime,   ///< the same, of which today's have only what stands behind the pattern's first space
    FromNow,      ///< a point in time as its distance: "2 hours ago"
    Boolean,      ///< zero or not, in two words
    Hex,          ///< to the base of 16
    Scientific,   ///< "1.5e+6"
    Grouped,      ///< "1,234,567.8"
    GroupedMoney, ///< the same with two decimals at most and the currency's symbol
    Text          ///< all digits of the number
};

/// Whether the symbol stands before or behind the number.
enum class UnitPlace : std::uint8_t
{
    Behind,
    Before
};

/// One unit of the table.
struct UnitInfo
{
    std::string_view id;
    UnitScaling scaling = UnitScaling::None;
    /// Behind the prefix; Boolean: "yes-word/no-word"; Date and DateOrTime: a pattern of momentText().
    std::string_view symbol;
    double factor = 1; ///< values are multiplied by this first: to seconds, bytes, percent …
    UnitPlace place = UnitPlace::Behind;
};

/// One step of a scale: values of at least `factor` may be shown in it.
struct UnitStep
{
    double factor = 1;
    std::string_view text; ///< prefix, or for Duration and Psi the whole symbol
};

/// The unit of this id: Grafana's ids, its custom forms "suffix:text", "prefix:text", "si:mV" (values in the
/// unit as prefixed), "count:things", "currency:$", "currency:financial:$[:suffix]", "bool:yes/no" and
/// "time:pattern", and for any other id a unit that is not scaled and has the id as its symbol. The result's
/// views live as long as `id`.
[[nodiscard]] UnitInfo unitInfo(std::string_view id) noexcept;

/// All units of the table, sorted by id, bytewise.
[[nodiscard]] std::span<const UnitInfo> knownUnits() noexcept;

/// Whether values of the scaling are shown in steps with a prefix, so that an axis can have a common one.
[[nodiscard]] constexpr bool hasSteps(UnitScaling scaling) noexcept
{
    return scaling <= UnitScaling::Duration;
}

/// The steps of a scaling, ascending; one step of factor 1 where values are not scaled.
[[nodiscard]] std::span<const UnitStep> unitSteps(UnitScaling scaling) noexcept;

/// The steps that values of a unit of durations are written in, ascending, with words as Grafana has them
/// ("min", "hour", "week"); which there are depends on the unit: milliseconds know no weeks, days no hours.
/// `factor` is the unit's, in seconds; the step of that factor is one of them where there is one of 1.
[[nodiscard]] std::span<const UnitStep> durationWords(double factor) noexcept;

/// What stands behind a value shown in a step, after a space: "ops/s", "Mil", "MiB", "ms"; without what
/// stands at the number (see stepAtNumber()).
[[nodiscard]] std::string unitText(const UnitInfo &unit, const UnitStep &step);

/// What stands right behind the number: "K" of things counted, "Bkr" of money.
[[nodiscard]] std::string stepAtNumber(const UnitInfo &unit, const UnitStep &step);

} // namespace sightglass
