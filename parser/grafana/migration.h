// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/grafana/importloss.h"
#include "parser/grafana/jsonvalues.h"
#include "parser/grafana/migratedlist.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass::grafana {

/// What has been lost and why; a struct because lists of losses are tables.
struct LossNote
{
    std::string_view feature;
    std::string_view reason;
    LossKind kind = LossKind::Ours;
};

/// The feature of what stands in a list and is no member of it.
inline constexpr std::string_view strangerFeature = "dashboard.list";

/// The state of one migration: its losses, where panels came from, and what is known of data sources.
class Migration
{
public:
    /// `root` is the pointer to the dashboard in the text ("" or "/spec"); `most` bounds the losses.
    Migration(std::string root, std::size_t most)
        : m_root(std::move(root))
        , m_most(most)
    {}

    /// A loss in a panel; `field` is a pointer below the panel ("/legend/sort"), "" for the whole panel.
    void lose(const Json &panel, std::string_view field, const LossNote &note);
    /// A loss outside of panels; `field` is a pointer below the dashboard.
    void loseInDashboard(std::string_view field, const LossNote &note);

    [[nodiscard]] std::vector<ImportLoss> takeLosses() { return std::move(m_losses); }

    /// Types of data sources by name or reference, and "" for the only type the dashboard requires.
    std::map<std::string, std::string, std::less<>> datasourceTypes;

    /// Lists that are not as in the text, by their pointers below the dashboard.
    std::map<std::string, MigratedList, std::less<>> lists;

private:
    void add(ImportLoss loss);

    std::string m_root;
    std::size_t m_most;
    std::vector<ImportLoss> m_losses;
};

/// Writes into every panel, also those of rows, which pointer it has now, or the one of `places` by its id;
/// Migration::lose() reads it, however the panel is moved. unmarkOrigins() takes it out again.
void markOrigins(Json &dashboard, const std::string &root,
                 const std::map<std::int64_t, std::string> &places = {});
void unmarkOrigins(Json &dashboard);
/// What they are, by the panels' ids.
[[nodiscard]] std::map<std::int64_t, std::string> originsOf(Json &dashboard);

/// Calls `function(Json &panel)` for every panel of the dashboard and, behind it, for those inside it.
template<typename Function>
void forEachPanel(Json &holder, const Function &function)
{
    forEachObject(find(holder, "panels"), [&function](Json &panel) {
        function(panel);
        forEachPanel(panel, function);
    });
}

/// A key as a step of a pointer: "~" and "/" escaped.
[[nodiscard]] std::string pointerStep(std::string_view key);

} // namespace sightglass::grafana
