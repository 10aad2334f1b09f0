// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelvariables.h"

#include "model/dashboard/intervalvariables.h"
#include "model/dashboard/jsontexts.h"
#include "model/dashboard/selectorrewrite.h"
#include "model/variables/interpolation.h"
#include "parser/promql/parse.h"
#include "parser/promql/print.h"

namespace sightglass {

namespace {

class Replacement
{
public:
    explicit Replacement(const VariableValues &values)
        : m_values(values)
    {}

    void in(std::string &text, TextKind kind = TextKind::Plain) const
    {
        if (text.find_first_of("$[") != std::string::npos)
            text = interpolated(text, m_values, {.kind = kind});
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
    const VariableValues &m_values;
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

PanelSpec withVariables(const PanelSpec &panel, const VariableValues &values,
                        std::span<const Matcher> filters)
{
    const Replacement replace(values);
    PanelSpec result = panel;
    replace.in(result.title, TextKind::Title);
    replace.in(result.description);
    replace.in(result.links);
    replace.in(result.interval);
    replace.in(result.timeFrom);
    replace.in(result.timeShift);
    replace.in(result.field);
    for (FieldOverride &override : result.overrides) {
        replace.in(override.matcher);
        replace.in(override.config);
    }
    for (PanelQuery &query : result.queries) {
        replace.in(query);
        if (!filters.empty())
            demand(query.expr, filters);
    }
    for (TransformationSpec &step : result.transformations)
        replace.inTexts(step.options);
    if (auto *text = std::get_if<TextOptions>(&result.options))
        replace.in(text->content, text->format == TextFormat::Html ? TextKind::Html : TextKind::Plain);
    return result;
}

} // namespace sightglass
