// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// What of Grafana's model is honoured: the one table that imports report by and views consult.
namespace sightglass::grafana {

enum class Honour : std::uint8_t
{
    Drawn,
    NotDrawn ///< read and written back, but what it asks for is not shown
};

/// One thing that a dashboard can ask for.
struct Feature
{
    /// "timeseries/options/legend/calcs", "*/fieldConfig/unit", "query/legendFormat", "variable/regex": type
    /// of panel ("*" for all), then names as Grafana has them, without numbers of list items.
    std::string_view path;
    std::string_view drawnBy; ///< the part of the product that does it
    Honour honour = Honour::Drawn;
};

/// All of them, in alphabetical order of their paths.
[[nodiscard]] std::span<const Feature> features() noexcept;

/// The entry of that very path, else that for all types of panels. Null for what is not known.
[[nodiscard]] const Feature *featureAt(std::string_view path) noexcept;

/// Whether it is known and drawn.
[[nodiscard]] bool isHonoured(std::string_view path) noexcept;

/// A member that changes nothing of what is shown here, and why.
struct HarmlessMember
{
    std::string_view path; ///< as Feature::path; a last step "*" stands for all that is not known there
    std::string_view reason;
};

[[nodiscard]] std::span<const HarmlessMember> harmlessMembers() noexcept;

/// Files of this program have no members that nobody knows: a typo is to be found.
enum class Strictness : std::uint8_t
{
    AsGrafana,
    NoStrangers ///< only what is listed by its own name is harmless
};
[[nodiscard]] bool isHarmless(std::string_view path, Strictness strictness);

} // namespace sightglass::grafana
