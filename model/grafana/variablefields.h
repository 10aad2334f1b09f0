// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/chosenjson.h"
#include "model/grafana/datasourcefield.h"
#include "model/variables/variablespec.h"

#include <string>

/// Description of a dashboard variable.
namespace sightglass::grafana {

template<typename Io>
void describeVariableQuery(Io &io, VariableSpec &variable)
{
    if (variable.type == VariableType::Query) {
        io.object("query", [&](auto &in) {
            in.field("query", variable.query, std::string());
            in.field("refId", variable.refId, std::string());
            in.field("qryType", variable.queryType, 0);
        });
        return;
    }
    if constexpr (Io::reading) {
        // A variable that the migration could not bring to its type's form.
        if (const Json *query = io.raw("query"); query != nullptr && query->is_structured()) {
            io.keep("query");
            return;
        }
    }
    io.field("query", variable.query, std::string());
}

template<typename Io>
void describeAuto(Io &io, AutoInterval &interval)
{
    io.field("auto", interval.offered, false);
    io.field("auto_count", interval.count, 30);
    io.field("auto_min", interval.least, std::string("10s"));
}

template<typename Io>
void describe(Io &io, AdHocFilter &filter)
{
    io.field("key", filter.key, std::string());
    io.field("operator", filter.op, std::string());
    io.field("value", filter.value, std::string());
    io.list("values", filter.values);
}

template<typename Io>
void describe(Io &io, VariableSpec &variable)
{
    io.field("name", variable.name, std::string());
    io.field("type", variable.type,
             Io::writing && variable.type == VariableType::Query ? VariableType::Custom
                                                                 : VariableType::Query);
    if constexpr (requires { io.notes(); }) {
        if (variable.type == VariableType::GroupBy)
            io.notes().lose(io.placeOf("type").pointer, "dashboard/templating/list/type/groupby",
                            "Queries are not grouped by a variable here.");
    }
    io.field("label", variable.label, std::string());
    io.field("description", variable.description, std::string());
    describeDatasource(io, variable.datasource);
    describeVariableQuery(io, variable);
    io.field("regex", variable.regex, std::string());
    io.field("sort", variable.sort, VariableSort::None);
    // Of a query it is always said: without a word Grafana's own files mean different things by it.
    const bool isQuery = Io::writing && variable.type == VariableType::Query;
    io.field("refresh", variable.refresh,
             isQuery && variable.refresh == VariableRefresh::Never ? VariableRefresh::OnLoad
                                                                   : VariableRefresh::Never);
    io.field("hide", variable.hide, VariableHide::Shown);
    io.field("multi", variable.multi, false);
    io.field("includeAll", variable.includeAll, false);
    io.field("allValue", variable.allValue);
    io.field("allowCustomValue", variable.allowCustomValue, true);
    io.field("skipUrlSync", variable.skipUrlSync, false);
    describeAuto(io, variable.autoInterval);
    describeChosen(io, variable);
    io.field("regexApplyTo", variable.regexSubject, RegexSubject::Value);
    io.field("valuesFormat", variable.listForm, ListForm::Commas);
    io.objects("staticOptions", variable.staticOptions, [](auto &in, VariableOption &option) {
        in.field("text", option.text, std::string());
        in.field("value", option.value, std::string());
    });
    io.field("staticOptionsOrder", variable.staticOrder, StaticOrder::Before);
    io.objects("filters", variable.filters, [](auto &in, AdHocFilter &filter) { describe(in, filter); });
}

} // namespace sightglass::grafana
