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
    Count,    ///< things counted: k M G T, the prefix apart from the word: "12.4 k ops/s"; nothing below one
    Si,       ///< a symbol that takes SI prefixes both ways: "1.2 kV", "3 mA"
    Bytes,    ///< decimal data sizes: SI prefixes upwards only: "1.2 kB"
    Binary,   ///< powers of 1024: "1.5 MiB"
    Duration, ///< "182 ms", "1.5 min", "3 d"
    Clock,    ///< a duration in its two largest parts: "2 h 5 min"
    Date,     ///< a point in time, in seconds since 1970 after the factor: "2026-11-21 14:58:26"
    Boolean   ///< zero or not, in two words
};

/// One unit of the table.
struct UnitInfo
{
    std::string_view id;
    UnitScaling scaling = UnitScaling::None;
    std::string_view symbol; ///< behind the prefix; Boolean: "yes-word/no-word"
    double factor = 1;       ///< values are multiplied by this first: to seconds, bytes, percent …
};

/// One step of a scale: values of at least `factor` may be shown in it.
struct UnitStep
{
    double factor = 1;
    std::string_view text; ///< prefix, or for Duration the whole symbol
};

/// The unit of this id: Grafana's ids, its custom forms "suffix:text" and "si:text", and for any other id a
/// unit that is not scaled and has the id as its symbol. The result's views live as long as `id`.
[[nodiscard]] UnitInfo unitInfo(std::string_view id) noexcept;

/// All units of the table.
[[nodiscard]] std::span<const UnitInfo> knownUnits() noexcept;

/// The steps of a scaling, ascending; one step of factor 1 where values are not scaled.
[[nodiscard]] std::span<const UnitStep> unitSteps(UnitScaling scaling) noexcept;

/// The unit text of a value shown in a step, e.g. "k ops/s", "MiB", "ms".
[[nodiscard]] std::string unitText(const UnitInfo &unit, const UnitStep &step);

} // namespace sightglass
