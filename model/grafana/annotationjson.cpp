// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/annotationjson.h"

#include "model/grafana/dashboardfields.h"
#include "model/grafana/fieldsink.h"
#include "model/grafana/queryjson.h"
#include "parser/grafana/oldfields.h"

namespace sightglass::grafana {

namespace {

/// Grafana's own one as every dashboard has it: Grafana adds it by itself.
bool isStandard(const AnnotationSpec &annotation)
{
    return annotation.builtIn && annotation.enabled && annotation.hidden &&
           annotation.name == "Annotations & Alerts" && annotation.color == "rgba(0, 211, 255, 1)";
}

/// Whether what Grafana's own one asks for has the shape that it has there, so that nothing of it is lost.
bool hasUsualTarget(const Json &annotation)
{
    const Json target = valueIn(annotation, "target");
    const Json tags = valueIn(target, "tags");
    return strangersIn(target, {"limit", "matchAny", "type"}, {"tags"}).empty() &&
           (isEmptyValue(&tags) || tags.is_array());
}

/// Without what is kept of it.
OrderedJson annotationJson(AnnotationSpec annotation)
{
    OrderedJson json = OrderedJson::object();
    FieldSink sink(json);
    describe(sink, annotation);
    return json;
}

} // namespace

std::vector<AnnotationSpec> readAnnotations(const Json &list, std::vector<std::size_t> &left,
                                            ImportNotes &notes)
{
    std::vector<AnnotationSpec> annotations;
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
        const Json &json = list[i];
        const MemberPlace place{"/annotations/list/" + std::to_string(i), "annotation"};
        const std::string type(textIn(valueIn(json, "datasource"), "type"));
        AnnotationSpec &annotation = annotations.emplace_back();
        FieldSource source(json, place, notes);
        describe(source, annotation);
        if (isPrometheus(type)) {
            source.finish();
            annotation.kept = keptText(prunedKept(source.takeKept(), annotationJson(annotation)));
            continue;
        }
        const std::size_t told = notes.count();
        if (annotation.builtIn)
            source.finish();
        if (isStandard(annotation) && notes.count() == told && hasUsualTarget(json)) {
            annotations.pop_back();
            left.push_back(i);
            continue;
        }
        annotation.json = json.dump(-1, ' ', false, Json::error_handler_t::replace);
        // Grafana's own one shows alerts and notes of this dashboard, as we do.
        if (annotation.enabled && !annotation.builtIn)
            notes.lose(place.pointer, "annotation/datasource/" + type,
                       "The marks are in another kind of data source.");
    }
    return annotations;
}

OrderedJson annotationsJson(const std::vector<AnnotationSpec> &annotations)
{
    OrderedJson list = OrderedJson::array();
    for (const AnnotationSpec &annotation : annotations) {
        OrderedJson json = annotation.json.empty() ? OrderedJson::object()
                                                   : OrderedJson::parse(annotation.json, nullptr, false);
        if (annotation.json.empty() || !json.is_object()) {
            json = annotationJson(annotation);
            putKept(json, annotation.kept);
        }
        list.push_back(std::move(json));
    }
    return list;
}

} // namespace sightglass::grafana
