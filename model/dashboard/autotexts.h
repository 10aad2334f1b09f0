// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

namespace sightglass {

/// What autoDashboard() says in words of its own; all else in it comes from metrics' names, labels and HELP.
enum class AutoText : std::uint8_t
{
    // headings
    AtAGlance,
    Other,
    ProcessAndRuntime,
    MoreMetrics,
    UnchangedSoFar,
    BeganToChange,
    About,
    EverythingElse, ///< title of a dashboard beside ready-made ones
                    // numbers at the top
    Errors,
    Uptime,
    Memory,
    Cpu,
    // graphs of several metrics
    Trouble,
    Sizes,
    SmallerSizes,
    Durations,
    SmallerDurations,
    Bytes,
    SmallerBytes,
    Packets,
    SmallerPackets,
    SharesOfTime,
    SmallerSharesOfTime,
    Rates,
    SmallerRates,
    Values,
    SmallerValues,
    SomeOfMany, ///< %1 a title, %2 how many are drawn of %3
                // panels of one metric
    ClockBehindOurs,
    Since, ///< %1 what a point in time marks
    Mean,  ///< %1 what there is only the mean of
    None   ///< instead of the number of failures, where there were none
};
inline constexpr std::size_t autoTextCount = static_cast<std::size_t>(AutoText::None) + 1;

/// In English, the key of every translation; places are %1 to %9. This is the one table of these texts.
[[nodiscard]] std::string_view autoTextTemplate(AutoText text) noexcept;

/// The texts in one language. A value, so that a dashboard can be made on any thread.
class AutoTexts
{
public:
    /// English.
    AutoTexts();
    /// `translate` is called once for each template.
    explicit AutoTexts(const std::function<std::string(std::string_view)> &translate);

    [[nodiscard]] const std::string &operator[](AutoText text) const noexcept;
    /// The text with its places filled; places within arguments are not filled again.
    [[nodiscard]] std::string filled(AutoText text, std::initializer_list<std::string_view> arguments) const;

private:
    std::array<std::string, autoTextCount> m_texts;
};

} // namespace sightglass
