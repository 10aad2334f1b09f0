// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelvariables.h"

#include "model/dashboard/intervalvariables.h"
#include "model/dashboard/jsontexts.h"
#include "model/dashboard/selectorrewrite.h"
#include "model/dashboard/serverexpression.h"
#include "model/variables/interpolation.h"
#include "parser/promql/parse.h"
#include "parser/promql/print.h"

namespace sightglass {

namespace {

/// Goes through what a panel is made of.
class TextWalk
{
public:
    explicit TextWalk(const VariableTextVisit &visit)
        : m_visit(visit)
    {}

    void in(std::string &text, TextKind kind = TextKind::Plain) const
    {
        if (text.find_first_of("$[") != std::string::npos)
            m_visit(text, kind);
    }
    void in(std::optional<std::string> &text) const
    {
        if (text)
            in(*text);
    }
    void in(std::vector<DataLink> &links) const
    {
        for (DataLink &link : links) {
            in(link.title, TextKind::Title);
            in(link.url, TextKind::Address);
        }
    }
    void in(FieldConfig &config) const
    {
        in(config.displayName);
        in(config.unit);
        in(config.noValue);
        in(config.graph.axisLabel);
        in(config.graph.fillBelowTo);
        if (config.links)
            in(*config.links);
        if (config.mappings) {
            for (ValueMapping &mapping : *config.mappings)
                in(mapping.result.text);
        }
    }
    void in(FieldMatcher &matcher) const
    {
        if (auto *byName = std::get_if<ByName>(&matcher))
            in(byName->name);
        if (auto *byRegex = std::get_if<ByRegex>(&matcher))
            in(byRegex->pattern);
    }
    /// Of a JSON text.
    void inTexts(std::string &json) const
    {
        if (json.find_first_of("$[") != std::string::npos)
            json = withChangedTexts(json, [this](std::string &text) { in(text); });
    }
    void in(PanelQuery &query) const
    {
        in(query.expr, TextKind::Query);
        in(query.legend);
        in(query.interval);
    }

private:
    const VariableTextVisit &m_visit;
};

/// Text that does not parse stays as it is: the panel shows its error.
void demand(std::string &expr, std::span<const Matcher> filters)
{
    const auto parsed =
        promql::parseExpr(replaceIntervalVariables(expr, intervalPlaceholders()), promql::Features::all());
    if (parsed)
        expr = restoreIntervalVariables(promql::printExpr(*withMatchers(*parsed, filters)));
}

} // namespace

void visitVariableTexts(PanelSpec &panel, const VariableTextVisit &visit)
{
    const TextWalk walk(visit);
    walk.in(panel.title, TextKind::Title);
    walk.in(panel.description);
    walk.in(panel.links);
    walk.in(panel.interval);
    walk.in(panel.timeFrom);
    walk.in(panel.timeShift);
    walk.in(panel.field);
    for (FieldOverride &override : panel.overrides) {
        walk.in(override.matcher);
        walk.in(override.config);
    }
    for (PanelQuery &query : panel.queries)
        walk.in(query);
    for (OtherQuery &other : panel.otherQueries) {
        if (isServerExpression(other.json))
            walk.inTexts(other.json);
    }
    for (TransformationSpec &step : panel.transformations)
        walk.inTexts(step.options);
    if (auto *text = std::get_if<TextOptions>(&panel.options))
        walk.in(text->content, text->language == "json" ? TextKind::Json : TextKind::Html);
}

PanelSpec withVariables(const PanelSpec &panel, const VariableValues &values,
                        std::span<const Matcher> filters)
{
    PanelSpec result = panel;
    // These are parts of an address already.
    VariableValues parts;
    for (const char *name : {"__all_variables", "__url_time_range"}) {
        if (const VariableValue *value = values.find(name))
            parts.set(name, *value);
    }
    visitVariableTexts(result, [&values, &parts](std::string &text, TextKind kind) {
        if (kind == TextKind::Address || kind == TextKind::Html)
            text = interpolated(text, parts);
        text = interpolated(text, values, {.kind = kind});
    });
    if (!filters.empty()) {
        for (PanelQuery &query : result.queries)
            demand(query.expr, filters);
    }
    return result;
}

} // namespace sightglass
