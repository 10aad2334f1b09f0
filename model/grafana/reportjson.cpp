// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/reportjson.h"

#include <nlohmann/json.hpp>

namespace sightglass {

namespace {

using Json = nlohmann::ordered_json;

std::string_view verdictWord(PanelVerdict verdict) noexcept
{
    switch (verdict) {
    case PanelVerdict::FullyHonoured:
        return "fully-honoured";
    case PanelVerdict::WithLosses:
        return "with-losses";
    case PanelVerdict::NotShown:
        return "not-shown";
    }
    return {};
}

Json toJson(const VerdictCounts &counts)
{
    return {{"total", counts.all()},
            {"fullyHonoured", counts.fullyHonoured},
            {"withLosses", counts.withLosses},
            {"notShown", counts.notShown}};
}

Json toJson(const std::vector<ImportLoss> &losses)
{
    Json list = Json::array();
    for (const ImportLoss &loss : losses)
        list.push_back({{"pointer", loss.pointer}, {"feature", loss.feature}, {"reason", loss.reason}});
    return list;
}

Json toJson(const PanelReport &panel)
{
    return {{"id", panel.id},
            {"title", panel.title},
            {"type", panel.type},
            {"verdict", verdictWord(panel.verdict)},
            {"losses", toJson(panel.losses)},
            {"asInGrafana", toJson(panel.asInGrafana)},
            {"queryErrors", panel.queryErrors}};
}

Json toJson(const ReportedFile &file)
{
    Json json = {{"file", file.name}};
    if (const auto *error = std::get_if<Error>(&file.outcome)) {
        json["error"] = plainText(*error);
        if (error->position.line > 0) {
            json["line"] = error->position.line;
            json["column"] = error->position.column;
        }
        return json;
    }
    const auto &report = std::get<DashboardReport>(file.outcome);
    json["title"] = report.title;
    json["panels"] = toJson(report.panelCounts);
    json["prometheusPanels"] = toJson(report.prometheusCounts);
    json["losses"] = toJson(report.losses);
    json["asInGrafana"] = toJson(report.asInGrafana);
    json["details"] = Json::array();
    for (const PanelReport &panel : report.panels) {
        // Panels of which there is nothing to say are counted only.
        if (panel.verdict != PanelVerdict::FullyHonoured || !panel.queryErrors.empty() ||
            !panel.asInGrafana.empty())
            json["details"].push_back(toJson(panel));
    }
    return json;
}

void addTo(VerdictCounts &sum, const VerdictCounts &counts)
{
    sum.fullyHonoured += counts.fullyHonoured;
    sum.withLosses += counts.withLosses;
    sum.notShown += counts.notShown;
}

} // namespace

ReportTotals totalsOf(const std::vector<ReportedFile> &files)
{
    ReportTotals totals;
    for (const ReportedFile &file : files) {
        const auto *report = std::get_if<DashboardReport>(&file.outcome);
        if (report == nullptr) {
            ++totals.failed;
            continue;
        }
        ++totals.dashboards;
        addTo(totals.panels, report->panelCounts);
        addTo(totals.prometheusPanels, report->prometheusCounts);
    }
    return totals;
}

std::string reportJson(const std::vector<ReportedFile> &files)
{
    const ReportTotals totals = totalsOf(files);
    Json json = {{"files", Json::array()}};
    for (const ReportedFile &file : files)
        json["files"].push_back(toJson(file));
    json["total"] = {{"dashboards", totals.dashboards},
                     {"failed", totals.failed},
                     {"panels", toJson(totals.panels)},
                     {"prometheusPanels", toJson(totals.prometheusPanels)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace sightglass
