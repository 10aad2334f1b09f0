// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/optionfields.h"

#include "model/dashboard/dashboardwords.h"
#include "model/editing/describedvalues.h"
#include "model/fields/colorschemes.h"
#include "model/grafana/configfields.h"
#include "model/grafana/optionfields.h"
#include "model/grafana/paneldescription.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

using namespace grafana;

/// Types by the bits of the table below.
enum TypeBits : unsigned
{
    Series = 1U << 0U, ///< time series
    Bars = 1U << 1U,
    Bins = 1U << 2U, ///< histogram
    States = 1U << 3U,
    Cells = 1U << 4U, ///< table
    Slices = 1U << 5U,
    Values = 1U << 6U, ///< stat, gauge, bar gauge
    Buckets = 1U << 7U,
    All = 0xFFU
};

constexpr unsigned bitsOf(PanelType type) noexcept
{
    switch (type) {
    case PanelType::TimeSeries:
        return Series;
    case PanelType::BarChart:
        return Bars;
    case PanelType::Histogram:
        return Bins;
    case PanelType::StateTimeline:
    case PanelType::StatusHistory:
        return States;
    case PanelType::Table:
        return Cells;
    case PanelType::Pie:
        return Slices;
    case PanelType::Stat:
    case PanelType::Gauge:
    case PanelType::BarGauge:
        return Values;
    case PanelType::Heatmap:
        return Buckets;
    default:
        return 0;
    }
}

struct Use
{
    std::string_view pointer; ///< of a member, or of all below it
    unsigned types = All;
};

/// Which members of a field config the views of a type read; those first that begin like others.
constexpr auto uses = std::to_array<Use>({
    {"/custom/lineWidth", Series | Bars | Bins | States},
    {"/custom/fillOpacity", Series | Bars | Bins | States},
    {"/custom/gradientMode", Series | Bars | Bins},
    {"/custom/stacking", Series | Bins},
    {"/custom/axis", Series | Bars},
    {"/custom/scaleDistribution", Series | Bars | Buckets},
    {"/custom/thresholdsStyle", Series | Bars},
    {"/custom/hideFrom", All & ~(Values | Cells)},
    {"/custom/width", Cells},
    {"/custom/minWidth", Cells},
    {"/custom/align", Cells},
    {"/custom/cellOptions", Cells},
    {"/custom/filterable", Cells},
    {"/custom/inspect", Cells},
    {"/custom/wrapHeaderText", Cells},
    {"/custom/wrapText", 0}, // beside cellOptions only in files
    {"/custom/", Series},
    {"/thresholds", All},
    {"/min", All & ~Slices},
    {"/max", All & ~Slices},
    {"/fieldMinMax", All & ~Slices},
    {"/", All},
});

/// Texts that are one of a few words all the same.
struct Words
{
    std::string_view pointer;
    std::vector<std::string> words;
};

void nameWords(std::vector<OptionField> &fields, const std::vector<Words> &table)
{
    for (OptionField &field : fields) {
        const auto words = std::ranges::find(table, std::string_view(field.pointer), &Words::pointer);
        if (words == table.end())
            continue;
        field.words = words->words;
        if (field.kind == OptionKind::Text)
            field.kind = OptionKind::Choice;
    }
}

std::vector<Words> configWords()
{
    std::vector<std::string> modes = {"fixed", "shades", "thresholds", "palette-classic",
                                      "palette-classic-by-name"};
    for (const std::string_view scheme : schemeIds())
        modes.emplace_back(scheme);
    return {{"/color/mode", std::move(modes)},
            {"/custom/lineStyle/fill", {"solid", "dash", "dot"}},
            {"/custom/cellOptions/mode", {"gradient", "basic", "lcd"}}};
}

std::vector<Words> optionWords()
{
    return {{"/justifyMode", {"auto", "center"}},
            {"/endpointMarker", {"point", "none"}},
            {"/color/scale", {"exponential", "linear"}},
            {"/calculation/xBuckets/mode", {"size", "count"}},
            {"/calculation/yBuckets/mode", {"size", "count"}},
            {"/groupMode", {"default", "custom"}},
            {"/displayLabels", {"name", "value", "percent"}},
            {"/legend/values", {"value", "percent"}}};
}

std::vector<OptionField> allConfigFields()
{
    std::vector<OptionField> fields;
    FieldLister lister({}, fields);
    FieldConfig config;
    describe(lister, config);
    nameWords(fields, configWords());
    return fields;
}

constexpr std::string_view panelPrefix = "/panel";

} // namespace

std::vector<OptionField> optionFields(PanelType type)
{
    std::vector<OptionField> fields;
    FieldLister lister({}, fields);
    PanelOptions options = grafanaStandardOptions(type);
    describeOptions(lister, options);
    nameWords(fields, optionWords());
    // Says what the sizes say anyhow.
    const std::string path = std::string(wordFor(type)) + "/options";
    std::erase_if(fields, [&path](const OptionField &field) {
        return field.pointer == "/sizing" || isNotDrawn(path + field.pointer);
    });
    return fields;
}

std::vector<OptionField> panelFields()
{
    std::vector<OptionField> fields;
    FieldLister lister(std::string(panelPrefix), fields);
    PanelSpec panel;
    describe(lister, panel);
    // The place is the grid's, and there is one source of data.
    std::erase_if(fields, [](const OptionField &field) {
        return field.pointer.starts_with("/panel/gridPos") || field.pointer.starts_with("/panel/datasource");
    });
    for (OptionField &field : fields) {
        if (field.pointer == "/panel/repeat")
            field.kind = OptionKind::VariableName;
    }
    return fields;
}

std::string panelValue(const PanelSpec &panel, std::string_view pointer)
{
    return jsonAt(describedJson(panel), pointer.substr(panelPrefix.size()));
}

std::optional<PanelSpec> withPanelValue(const PanelSpec &panel, std::string_view pointer,
                                        std::string_view json)
{
    OrderedJson written = describedJson(panel);
    if (!putJson(written, pointer.substr(panelPrefix.size()), json))
        return std::nullopt;
    PanelSpec described;
    if (!readDescribed(written, "panel", described))
        return std::nullopt;
    // What the description is not of stays.
    described.id = panel.id;
    described.grid = panel.grid;
    described.queries = panel.queries;
    described.field = panel.field;
    described.overrides = panel.overrides;
    described.options = panel.options;
    described.transformations = panel.transformations;
    described.exemplars = panel.exemplars;
    described.alerts = panel.alerts;
    // Without a variable Grafana has no direction; while one is chosen it is kept.
    if (described.repeat.variable.empty() && pointer == "/panel/repeat") {
        described.repeat.direction = panel.repeat.direction;
        described.repeat.perRow = panel.repeat.perRow;
    }
    return described;
}

bool isConfigOf(PanelType type, std::string_view pointer) noexcept
{
    for (const Use &use : uses) {
        if (pointer.starts_with(use.pointer))
            return (use.types & bitsOf(type)) != 0;
    }
    return false;
}

std::vector<OptionField> configFields(PanelType type)
{
    std::vector<OptionField> fields = allConfigFields();
    const std::string path = std::string(wordFor(type)) + "/fieldConfig";
    std::erase_if(fields, [type, &path](const OptionField &field) {
        return !isConfigOf(type, field.pointer) || isNotDrawn(path + field.pointer);
    });
    return fields;
}

std::string optionValue(const PanelOptions &options, std::string_view pointer)
{
    return jsonAt(describedJson(options), pointer);
}

std::string configValue(const FieldConfig &config, std::string_view pointer)
{
    return jsonAt(describedJson(config), pointer);
}

std::optional<PanelOptions> withOption(const PanelOptions &options, std::string_view pointer,
                                       std::string_view json)
{
    OrderedJson written = describedJson(options);
    if (!putJson(written, pointer, json))
        return std::nullopt;
    // Sizes count where they are said to be by hand.
    if (pointer.find("Viz") != std::string_view::npos && !json.empty())
        written["sizing"] = "manual";
    const auto type = static_cast<PanelType>(options.index());
    PanelOptions read = grafanaStandardOptions(type);
    if (!readDescribed(written, std::string(wordFor(type)) + "/options", read))
        return std::nullopt;
    if (auto *table = std::get_if<TableOptions>(&read))
        table->footer = std::get<TableOptions>(options).footer; // in files it is beside the field config
    return read;
}

std::optional<FieldConfig> withConfigValue(const FieldConfig &config, std::string_view pointer,
                                           std::string_view json)
{
    OrderedJson written = describedJson(config);
    if (!putJson(written, pointer, json))
        return std::nullopt;
    // Who chooses a colour wants to see it.
    const bool shades = config.color && config.color->mode == ColorMode::Shades;
    if (pointer == "/color/fixedColor" && !json.empty() && !shades)
        written["color"]["mode"] = "fixed";
    FieldConfig read;
    if (!readDescribed(written, "*/fieldConfig", read))
        return std::nullopt;
    read.cell.hidden = config.cell.hidden; // in files hideFrom
    return read;
}

std::string indentedJson(std::string_view json)
{
    const OrderedJson parsed = OrderedJson::parse(json, nullptr, false);
    return parsed.is_discarded() ? std::string(json)
                                 : parsed.dump(2, ' ', false, OrderedJson::error_handler_t::replace);
}

} // namespace sightglass
