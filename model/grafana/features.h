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

/// What becomes of a member that nobody reads when the dashboard is written again.
enum class Keeping : std::uint8_t
{
    WrittenBack,
    Dropped
};

/// A member that changes nothing of what is shown here, and why.
struct HarmlessMember
{
    std::string_view path; ///< as Feature::path
    std::string_view reason;
    Keeping keeping = Keeping::WrittenBack;
};

[[nodiscard]] std::span<const HarmlessMember> harmlessMembers() noexcept;

inline constexpr std::string_view reasonOfClones = "Of clones, which are made anew.";
inline constexpr std::string_view reasonOfPlaces = "The place says it.";

/// Names of members of a panel that plugins of long ago left behind. Where the migration has not read them
/// the panel has another type now, and no Grafana looks at them.
[[nodiscard]] std::span<const std::string_view> leftoverNames() noexcept;
[[nodiscard]] bool isLeftover(std::string_view path) noexcept;

/// Whether it is a member of repeated copies of a panel or of rows of long ago, which is not written back.
[[nodiscard]] bool isOfClone(std::string_view path);

/// The places ("panel/") of which Grafana's own model is known as a whole, so that what is strange there is
/// strange to Grafana, too.
[[nodiscard]] std::span<const std::string_view> closedPlaces() noexcept;

/// Files of this program have no members that nobody knows: a typo is to be found.
enum class Strictness : std::uint8_t
{
    AsGrafana,
    NoStrangers ///< nor what old plugins left behind
};
[[nodiscard]] bool isHarmless(std::string_view path);

/// Whether Grafana does not know such a member either.
[[nodiscard]] bool isStrangeToGrafana(std::string_view path) noexcept;

/// Whether a member that nobody reads is written back.
[[nodiscard]] bool isKept(std::string_view path);

} // namespace sightglass::grafana
