// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass::test {

struct MigratedText
{
    std::string error; ///< plain text, "" where it was migrated
    nlohmann::json dashboard;
    std::vector<std::string> losses; ///< "feature pointer"
};

/// What becomes of a dashboard, with its losses in a form to be compared.
[[nodiscard]] MigratedText migrated(std::string_view text);

/// The first panel that comes out of a dashboard of one panel, under a schema.
[[nodiscard]] nlohmann::json migratedPanel(std::string_view panel, int schema);

/// The value at a JSON pointer as compact text; "absent" where there is none.
[[nodiscard]] std::string at(const nlohmann::json &json, const std::string &pointer);

/// What migrating a migrated dashboard again changes, as a JSON patch: "[]" for nothing.
[[nodiscard]] std::string changeBySecondMigration(const nlohmann::json &dashboard);

/// What the readers of migrated dashboards rely on, as the first thing that does not hold; "" for all is
/// well.
[[nodiscard]] std::string brokenPromise(const nlohmann::json &dashboard);

} // namespace sightglass::test
