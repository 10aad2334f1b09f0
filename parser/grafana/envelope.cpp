// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/envelope.h"

#include <utility>

namespace sightglass::grafana {
namespace {

Error unsupported(std::string what)
{
    return {ErrorCode::Unsupported, {std::move(what)}, {}, {}};
}

bool looksLikeDashboard(const Json &object)
{
    for (const std::string_view key : {"panels", "rows", "schemaVersion", "schemaversion", "templating"}) {
        if (find(object, key) != nullptr)
            return true;
    }
    return find(object, "title") != nullptr && find(object, "kind") == nullptr;
}

/// The resource's name is the dashboard's uid, which its spec does not repeat.
void adoptResourceName(const Json &resource, Json &dashboard)
{
    const Json *name = find(resource, {"metadata", "name"});
    if (!textOf(name).empty())
        setDefault(dashboard, "uid", *name);
}

OpenedEnvelope openResource2(const Json &spec, std::string pointer)
{
    ClassicDashboard classic = classicDashboard(spec);
    return {std::move(classic.dashboard), std::move(pointer), true, std::move(classic.places),
            std::move(classic.losses)};
}

Result<OpenedEnvelope> openOperatorResource(const Json &spec, const JsonBounds &bounds)
{
    auto inner = parseJsonText(textIn(spec, "json"), bounds);
    if (!inner) {
        Error error = inner.error();
        error.arguments.front().insert(0, "in /spec/json: ");
        error.span = {};
        error.position = {};
        return error;
    }
    if (!inner->is_object())
        return unsupported("/spec/json is no dashboard");
    return OpenedEnvelope{std::move(inner).value(), "/spec/json"};
}

} // namespace

Result<OpenedEnvelope> openEnvelope(Json document, const JsonBounds &bounds)
{
    if (!document.is_object())
        return unsupported("JSON that is no Grafana dashboard");
    if (Json *inner = find(document, "dashboard"); inner != nullptr && inner->is_object() &&
                                                   find(document, "panels") == nullptr &&
                                                   find(document, "rows") == nullptr)
        return OpenedEnvelope{take(document, "dashboard"), "/dashboard"};
    Json *spec = find(document, "spec");
    if (spec != nullptr && spec->is_object() && find(document, "kind") != nullptr) {
        if (find(*spec, "json") != nullptr)
            return openOperatorResource(*spec, bounds);
        if (isResource2(*spec)) {
            OpenedEnvelope opened = openResource2(*spec, "/spec");
            adoptResourceName(document, opened.dashboard);
            return opened;
        }
        adoptResourceName(document, *spec);
        return OpenedEnvelope{take(document, "spec"), "/spec"};
    }
    if (isResource2(document))
        return openResource2(document, "");
    if (!looksLikeDashboard(document))
        return unsupported("JSON that is no Grafana dashboard");
    return OpenedEnvelope{std::move(document), ""};
}

} // namespace sightglass::grafana
