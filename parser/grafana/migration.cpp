// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/migration.h"

#include "parser/base/jsonpointer.h"

#include <utility>

namespace sightglass::grafana {
namespace {

constexpr std::string_view originKey = "__sightglassOrigin";

void markPanels(Json &holder, const std::string &pointer)
{
    Json *panels = find(holder, "panels");
    if (panels == nullptr || !panels->is_array())
        return;
    std::size_t index = 0;
    for (Json &panel : *panels) {
        const std::string place = pointer + "/panels/" + std::to_string(index++);
        if (!panel.is_object())
            continue;
        set(panel, originKey, place);
        markPanels(panel, place);
    }
}

} // namespace

void Migration::lose(const Json &panel, std::string_view field, const LossNote &note)
{
    ImportLoss loss;
    loss.pointer = std::string(textIn(panel, originKey)) + std::string(field);
    if (const Json *id = find(panel, "id"); id != nullptr && id->is_number_integer())
        loss.panelId = id->get<std::int64_t>();
    loss.panelTitle = scalarText(find(panel, "title"));
    loss.feature = note.feature;
    loss.reason = note.reason;
    loss.kind = note.kind;
    add(std::move(loss));
}

void Migration::loseInDashboard(std::string_view field, const LossNote &note)
{
    add({m_root + std::string(field),
         {},
         {},
         std::string(note.feature),
         std::string(note.reason),
         note.kind});
}

void Migration::add(ImportLoss loss)
{
    if (m_losses.size() < m_most)
        m_losses.push_back(std::move(loss));
}

void markOrigins(Json &dashboard, const std::string &root, const std::map<std::int64_t, std::string> &places)
{
    markPanels(dashboard, root);
    if (!places.empty()) {
        forEachPanel(dashboard, [&](Json &panel) {
            const Json *id = find(panel, "id");
            const auto place = id != nullptr && id->is_number_integer() ? places.find(id->get<std::int64_t>())
                                                                        : places.end();
            if (place != places.end())
                set(panel, originKey, root + place->second);
        });
    }
    Json *rows = find(dashboard, "rows");
    if (rows == nullptr || !rows->is_array())
        return;
    std::size_t index = 0;
    for (Json &row : *rows)
        markPanels(row, root + "/rows/" + std::to_string(index++));
}

void unmarkOrigins(Json &dashboard)
{
    forEachPanel(dashboard, [](Json &panel) { erase(panel, originKey); });
}

std::map<std::int64_t, std::string> originsOf(Json &dashboard)
{
    std::map<std::int64_t, std::string> origins;
    forEachPanel(dashboard, [&origins](const Json &panel) {
        if (const Json *id = find(panel, "id"); id != nullptr && id->is_number_integer())
            origins.emplace(id->get<std::int64_t>(), textIn(panel, originKey));
    });
    return origins;
}

std::string pointerStep(std::string_view key)
{
    return '/' + pointerToken(key);
}

} // namespace sightglass::grafana
