// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/listoptions.h"
#include "model/grafana/commonfields.h"

#include <algorithm>
#include <string_view>

/// Descriptions of table, text, alert list and dashboard list.
namespace sightglass::grafana {

template<typename Io>
void describe(Io &io, TableOptions &table)
{
    io.field("showHeader", table.header, true);
    io.field("cellHeight", table.cellHeight, CellHeight::Small);
    io.objects("sortBy", table.sort, [](auto &in, TableSort &sort) {
        in.field("displayName", sort.field, std::string());
        in.field("desc", sort.descending, false);
    });
    io.field("enablePagination", table.pagination, false);
    io.field("frameIndex", table.frame, 0);
    io.object("frozenColumns", [&](auto &in) { in.field("left", table.frozenColumns, 0); });
}

/// What a text loads from elsewhere, which nothing here does.
inline bool hasImages(const TextOptions &text)
{
    if (text.format == TextFormat::Code)
        return false;
    const bool markdown = text.format == TextFormat::Markdown && text.content.find("![") != std::string::npos;
    const auto isTag = [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b); };
    constexpr std::string_view tag = "<img";
    return markdown ||
           std::search(text.content.begin(), text.content.end(), tag.begin(), tag.end(),
                       [&isTag](char in, char wanted) { return isTag(wanted, in); }) != text.content.end();
}

template<typename Io>
void describe(Io &io, TextOptions &text)
{
    io.field("mode", text.format, TextFormat::Markdown);
    io.field("content", text.content, std::string());
    io.object("code", [&](auto &in) {
        in.field("language", text.language, std::string("plaintext"));
        in.field("showLineNumbers", text.lineNumbers, false);
        in.unsupported("showMiniMap", false);
    });
    if constexpr (Io::reading) {
        if (hasImages(text))
            io.notes().lose(io.placeOf("content").pointer, io.placeOf("content").path,
                            "Images of texts are not fetched.");
    }
}

template<typename Io>
void describeOrder(Io &io, AlertListOptions &alerts)
{
    // Grafana's numbers: 1 and 2 are names, 3 importance, 4 and 5 times.
    int order = alerts.sort == SortOrder::Descending ? 3 : alerts.sort == SortOrder::Ascending ? 2 : 1;
    io.field("sortOrder", order, 3);
    if constexpr (Io::reading) {
        alerts.sort = order == 1   ? SortOrder::None
                      : order == 2 ? SortOrder::Ascending
                                   : SortOrder::Descending;
        if (order != 3)
            io.loseAndKeep("sortOrder", "Alerts are sorted by importance.");
    }
}

template<typename Io>
void describe(Io &io, AlertListOptions &alerts)
{
    std::string mode = alerts.grouped ? "custom" : "default";
    io.field("maxItems", alerts.limit, 20);
    describeOrder(io, alerts);
    io.field("alertName", alerts.nameFilter, std::string());
    io.field("alertInstanceLabelFilter", alerts.labelFilter, std::string());
    io.object("stateFilter", [&](auto &in) {
        in.field("firing", alerts.firing, true);
        in.field("pending", alerts.pending, true);
        in.field("normal", alerts.inactive, false);
        in.unsupported("noData", false);
        in.unsupported("error", true);
    });
    io.field("dashboardAlerts", alerts.onlyThisDashboard, false);
    io.field("groupMode", mode, std::string("default"));
    io.list("groupBy", alerts.groupBy);
    std::string view = alerts.counted ? "stat" : "list";
    io.field("viewMode", view, std::string("list"));
    alerts.counted = view == "stat";
    io.unsupported("showOptions", std::string("current"));
    alerts.grouped = mode == "custom";
}

template<typename Io>
void describe(Io &io, DashboardListOptions &list)
{
    io.field("showStarred", list.starred, true);
    io.field("showRecentlyViewed", list.recent, false);
    io.field("showSearch", list.search, false);
    io.field("showHeadings", list.headings, true);
    io.field("maxItems", list.limit, 10);
    io.field("query", list.query, std::string());
    io.list("tags", list.tags);
    io.field("keepTime", list.keepTime, false);
    io.field("includeVars", list.includeVariables, false);
}

} // namespace sightglass::grafana
