// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace sightglass::test {

/// One entry of the table of features, and how a panel asks for it.
struct FeatureCase
{
    std::string_view path; ///< as Feature::path
    std::string_view type; ///< of the panel
    /// JSON, put where the path says ("*/fieldConfig/unit": /fieldConfig/defaults/unit), or at `at`.
    std::string_view value;
    /// A JSON merge patch over the panel of that type, with the feature and without: what makes it seen.
    std::string_view base = "{}";
    std::string_view at = {}; ///< a pointer into the panel
};

/// Entries that no picture of a panel shows, and what shows that they are honoured.
struct UnseenFeature
{
    std::string_view path; ///< with a "*" at its end: all that begin so
    std::string_view reason;
};

[[nodiscard]] std::span<const FeatureCase> fieldCases();
[[nodiscard]] std::span<const FeatureCase> optionCases();
[[nodiscard]] std::span<const FeatureCase> panelCases();
[[nodiscard]] std::span<const FeatureCase> typeCases();
[[nodiscard]] std::span<const UnseenFeature> unseenFeatures();

} // namespace sightglass::test
