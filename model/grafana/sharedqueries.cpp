// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/sharedqueries.h"

#include "parser/grafana/migration.h"

#include <cstdint>
#include <map>
#include <utility>

namespace sightglass::grafana {

namespace {

constexpr std::string_view dashboardUid = "-- Dashboard --";

/// What a panel has to lend.
struct Lent
{
    Json targets;
    Json datasource;
    Json transformations;
};

const Json *borrowingTarget(const Json &panel)
{
    const Json *targets = find(panel, "targets");
    if (targets == nullptr || !targets->is_array() || targets->size() != 1)
        return nullptr;
    const Json &target = targets->front();
    const bool borrows = textOf(find(panel, {"datasource", "uid"})) == dashboardUid ||
                         textOf(find(target, {"datasource", "uid"})) == dashboardUid;
    return borrows && numberIn(target, "panelId") ? &target : nullptr;
}

void borrow(Json &panel, const Lent &lent, bool transformed)
{
    set(panel, "targets", lent.targets);
    set(panel, "datasource", lent.datasource);
    if (!transformed || !lent.transformations.is_array())
        return;
    Json steps = lent.transformations;
    const Json own = valueIn(panel, "transformations");
    for (std::size_t i = 0; own.is_array() && i < own.size(); ++i)
        steps.push_back(own[i]);
    set(panel, "transformations", std::move(steps));
}

} // namespace

void resolveSharedQueries(Json &dashboard)
{
    std::map<std::int64_t, Lent> lenders;
    forEachPanel(dashboard, [&lenders](const Json &panel) {
        // Ids are whole numbers after the migration.
        const auto id = static_cast<std::int64_t>(numberIn(panel, "id").value_or(0));
        if (borrowingTarget(panel) == nullptr)
            lenders[id] = {valueIn(panel, "targets"), valueIn(panel, "datasource"),
                           valueIn(panel, "transformations")};
    });
    forEachPanel(dashboard, [&lenders](Json &panel) {
        const Json *target = borrowingTarget(panel);
        if (target == nullptr)
            return;
        const auto lender = lenders.find(static_cast<std::int64_t>(*numberIn(*target, "panelId")));
        if (lender != lenders.end())
            borrow(panel, lender->second, boolIn(*target, "withTransforms", false));
    });
}

} // namespace sightglass::grafana
