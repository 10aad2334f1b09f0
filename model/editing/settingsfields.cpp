// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/settingsfields.h"

#include "model/editing/describedvalues.h"
#include "model/editing/settingslists.h"
#include "model/grafana/dashboardfields.h"
#include "model/variables/variablequery.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

using namespace grafana;

/// Types by the bits of the table below.
enum Types : unsigned
{
    Queried = 1U << 0U,
    Listed = 1U << 1U, ///< custom
    Typed = 1U << 2U,
    Fixed = 1U << 3U,
    Durations = 1U << 4U,
    Sources = 1U << 5U,
    Filters = 1U << 6U,
    Switches = 1U << 7U,
    Others = 1U << 8U, ///< that are only kept
    Any = 0x1FFU
};

constexpr unsigned bitOf(VariableType type) noexcept
{
    switch (type) {
    case VariableType::Query:
        return Queried;
    case VariableType::Custom:
        return Listed;
    case VariableType::TextBox:
        return Typed;
    case VariableType::Constant:
        return Fixed;
    case VariableType::Interval:
        return Durations;
    case VariableType::DataSource:
        return Sources;
    case VariableType::AdHoc:
        return Filters;
    case VariableType::Switch:
        return Switches;
    default:
        return Others;
    }
}

struct Use
{
    std::string_view pointer;
    unsigned types;
};

/// Which members mean something to which types, in the order in which forms have them.
constexpr auto variableUses = std::to_array<Use>({
    {"/type", Any},
    {"/name", Any},
    {"/query/query", Queried},
    {"/query", Listed | Typed | Fixed | Durations},
    {"/valuesFormat", Listed},
    {"/options", Switches},
    {"/filters", Filters},
    {"/regex", Queried},
    {"/regexApplyTo", Queried},
    {"/sort", Queried},
    {"/refresh", Queried},
    {"/auto", Durations},
    {"/auto_count", Durations},
    {"/auto_min", Durations},
    {"/multi", Queried | Listed | Sources},
    {"/includeAll", Queried | Listed | Sources},
    {"/allValue", Queried | Listed},
    {"/allowCustomValue", Queried | Listed},
    {"/label", Any},
    {"/hide", Any},
    {"/description", Any},
    {"/staticOptions", Queried},
    {"/staticOptionsOrder", Queried},
    {"/skipUrlSync", Any & ~Fixed},
});

constexpr auto annotationFields = std::to_array<std::string_view>(
    {"/name", "/enable", "/hide", "/iconColor", "/target/expr", "/target/interval", "/titleFormat",
     "/textFormat", "/tagKeys", "/useValueForTime", "/filter/ids", "/filter/exclude"});
constexpr std::size_t annotationFieldsOfOthers = 4; ///< of those that ask no query here

constexpr auto dashboardFields = std::to_array<std::string_view>(
    {"/title", "/description", "/tags", "/time/from", "/time/to", "/refresh", "/timezone", "/graphTooltip",
     "/liveNow", "/timepicker/nowDelay", "/timepicker/hidden", "/timepicker/refresh_intervals",
     "/timepicker/quick_ranges"});

OptionField *find(std::vector<OptionField> &fields, std::string_view pointer)
{
    const auto found = std::ranges::find(fields, pointer, &OptionField::pointer);
    return found == fields.end() ? nullptr : &*found;
}

void giveWords(std::vector<OptionField> &fields, std::string_view pointer, std::vector<std::string> words)
{
    OptionField *field = find(fields, pointer);
    if (field == nullptr)
        return;
    field->kind = OptionKind::Choice;
    field->words = std::move(words);
}

/// Those of the list, in its order.
template<typename Pointers>
std::vector<OptionField> chosen(std::vector<OptionField> all, const Pointers &pointers)
{
    std::vector<OptionField> fields;
    for (const auto &pointer : pointers) {
        if (OptionField *field = find(all, pointer))
            fields.push_back(std::move(*field));
    }
    return fields;
}

template<typename T>
std::optional<T> withDescribed(const T &value, const char *path, std::string_view pointer,
                               std::string_view json)
{
    OrderedJson written = describedJson(value);
    T read;
    const std::vector<std::string> before = describedLosses(written, path, read);
    if (!putJson(written, pointer, json))
        return std::nullopt;
    read = T();
    // What is lost anyhow is no reason to refuse something else.
    const std::vector<std::string> after = describedLosses(written, path, read);
    const bool understood = std::ranges::all_of(after, [&before](const std::string &loss) {
        return std::ranges::find(before, loss) != before.end();
    });
    return understood ? std::optional(std::move(read)) : std::nullopt;
}

/// The default range is a length; as Grafana writes it.
std::string usualFrom(const DashboardSpec &dashboard)
{
    constexpr std::int64_t minute = 60'000;
    const bool whole = dashboard.defaultRangeMs % minute == 0;
    return "now-" + (whole ? std::to_string(dashboard.defaultRangeMs / minute) + "m"
                           : std::to_string(dashboard.defaultRangeMs / 1000) + "s");
}

/// Grafana's editor of queries of variables wants to know which function it is.
void nameQuery(VariableSpec &variable)
{
    using Kind = VariableQuery::Kind;
    const Kind kind = parseVariableQuery(variable.query).kind;
    variable.refId = "PrometheusVariableQueryEditor-VariableQuery";
    variable.queryType = kind == Kind::LabelValues   ? 1
                         : kind == Kind::MetricNames ? 2
                         : kind == Kind::Result      ? 3
                         : kind == Kind::Series      ? 4
                                                     : 0;
}

} // namespace

// ---- variables

std::vector<OptionField> settingFields(const VariableSpec &variable)
{
    std::vector<std::string_view> pointers;
    for (const Use &use : variableUses) {
        if ((use.types & bitOf(variable.type)) != 0)
            pointers.push_back(use.pointer);
    }
    // What means nothing without another.
    if (!variable.includeAll)
        std::erase(pointers, "/allValue");
    if (variable.regex.empty())
        std::erase(pointers, "/regexApplyTo");
    if (variable.staticOptions.empty())
        std::erase(pointers, "/staticOptionsOrder");
    if (!variable.autoInterval.offered)
        std::erase_if(pointers, [](std::string_view pointer) { return pointer.starts_with("/auto_"); });
    std::vector<OptionField> fields = chosen(describedFields("variable", variable), pointers);
    std::vector<std::string> types;
    for (const VariableType type : offeredVariableTypes())
        types.push_back(toJson(type).get<std::string>());
    const auto own = toJson(variable.type).get<std::string>();
    if (std::ranges::find(types, own) == types.end())
        types.push_back(own);
    giveWords(fields, "/type", std::move(types));
    if (OptionField *filters = find(fields, "/filters")) {
        std::erase_if(filters->members, [](const OptionField &field) { return field.pointer == "/values"; });
        giveWords(filters->members, "/operator", {"=", "!=", "=~", "!~"});
    }
    if (OptionField *query = find(fields, "/query"); query != nullptr && bitOf(variable.type) != Queried)
        query->key = "variable:query/" + own;
    return fields;
}

std::string settingValue(const VariableSpec &variable, std::string_view pointer)
{
    return jsonAt(describedJson(variable), pointer);
}

std::optional<VariableSpec> withSetting(const VariableSpec &variable, std::string_view pointer,
                                        std::string_view json)
{
    if (pointer == "/type") {
        const Json word = Json::parse(json.empty() ? "\"query\"" : json, nullptr, false);
        const auto type = word.is_discarded() ? std::nullopt : fromJson<VariableType>(word);
        return type ? std::optional(ofType(variable, *type)) : std::nullopt;
    }
    auto changed = withDescribed(variable, "dashboard/templating/list", pointer, json);
    if (!changed)
        return changed;
    if (pointer == "/query/query")
        nameQuery(*changed);
    return changed;
}

// ---- annotations

std::vector<OptionField> settingFields(const AnnotationSpec &annotation)
{
    std::vector<std::string_view> pointers(annotationFields.begin(), annotationFields.end());
    if (annotation.builtIn || !annotation.json.empty())
        pointers.resize(annotationFieldsOfOthers);
    if (annotation.panels.empty())
        std::erase(pointers, "/filter/exclude");
    std::vector<OptionField> fields = chosen(describedFields("annotation", annotation), pointers);
    if (OptionField *ids = find(fields, "/filter/ids"))
        ids->kind = OptionKind::PanelIds;
    return fields;
}

std::string settingValue(const AnnotationSpec &annotation, std::string_view pointer)
{
    return jsonAt(describedJson(annotation), pointer);
}

std::optional<AnnotationSpec> withSetting(const AnnotationSpec &annotation, std::string_view pointer,
                                          std::string_view json)
{
    auto changed = withDescribed(annotation, "annotation", pointer, json);
    if (!changed || annotation.json.empty())
        return changed;
    // One of another source is written as it was.
    OrderedJson written = OrderedJson::parse(annotation.json, nullptr, false);
    if (!written.is_object() || !putJson(written, pointer, json))
        return std::nullopt;
    changed->json = written.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
    return changed;
}

// ---- links

std::vector<OptionField> settingFields(const DashboardLink &link)
{
    std::vector<std::string_view> pointers = {"/type", "/title", "/tooltip"};
    if (link.byTags)
        pointers.insert(pointers.end(), {"/tags", "/asDropdown"});
    else
        pointers.insert(pointers.end(), {"/url", "/icon"});
    pointers.insert(pointers.end(), {"/includeVars", "/keepTime", "/targetBlank"});
    std::vector<OptionField> fields = chosen(describedFields("link", link), pointers);
    giveWords(fields, "/type", {"link", "dashboards"});
    giveWords(fields, "/icon", {"external link", "dashboard", "question", "info", "bolt", "doc", "cloud"});
    if (OptionField *type = find(fields, "/type"))
        type->standard = "\"link\"";
    std::erase_if(fields,
                  [](const OptionField &field) { return isNotDrawn("dashboard/links" + field.pointer); });
    return fields;
}

std::string settingValue(const DashboardLink &link, std::string_view pointer)
{
    return jsonAt(describedJson(link), pointer);
}

std::optional<DashboardLink> withSetting(const DashboardLink &link, std::string_view pointer,
                                         std::string_view json)
{
    return withDescribed(link, "dashboard/links", pointer, json);
}

// ---- the dashboard's own

std::vector<OptionField> settingFields(const DashboardSpec &dashboard)
{
    std::vector<OptionField> fields = chosen(describedFields("dashboard", dashboard), dashboardFields);
    std::erase_if(fields, [](const OptionField &field) { return isNotDrawn("dashboard" + field.pointer); });
    if (OptionField *from = find(fields, "/time/from"))
        from->standard = '"' + usualFrom(dashboard) + '"';
    giveWords(fields, "/graphTooltip", {"0", "1", "2"});
    return fields;
}

std::string settingValue(const DashboardSpec &dashboard, std::string_view pointer)
{
    return jsonAt(describedJson(dashboard), pointer);
}

std::optional<DashboardSpec> withSetting(const DashboardSpec &dashboard, std::string_view pointer,
                                         std::string_view json)
{
    auto read = withDescribed(dashboard, "dashboard", pointer, json);
    if (!read)
        return read;
    // What the description is not of, or is of in a form of its own, stays.
    DashboardSpec changed = dashboard;
    changed.title = read->title;
    changed.description = read->description;
    changed.tags = read->tags;
    changed.timeFrom = read->timeFrom;
    changed.timeTo = read->timeTo;
    changed.refresh = read->refresh;
    changed.timezone = read->timezone;
    changed.cursorSync = read->cursorSync;
    changed.liveNow = read->liveNow;
    changed.refreshIntervals = read->refreshIntervals;
    changed.nowDelay = read->nowDelay;
    changed.pickerHidden = read->pickerHidden;
    changed.quickRanges = read->quickRanges;
    if (changed.timeFrom.empty() != changed.timeTo.empty()) {
        if (changed.timeFrom.empty() && pointer != "/time/from")
            changed.timeFrom = usualFrom(dashboard);
        else if (changed.timeFrom.empty())
            changed.timeTo.clear();
        else
            changed.timeTo = "now";
    }
    return changed;
}

} // namespace sightglass
