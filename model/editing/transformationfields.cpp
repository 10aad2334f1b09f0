// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/transformationfields.h"

#include "model/dashboard/panelframes.h"
#include "model/editing/jsonplaces.h"
#include "model/fields/displaynames.h"
#include "model/transform/askedoption.h"
#include "parser/base/jsonpointer.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>

namespace sightglass {

namespace {

using grafana::OrderedJson;
using Asked = AskedOption::Kind;

constexpr std::size_t mostNames = 1000;

struct Meaning
{
    std::string_view id; ///< of the transformation; empty: of any
    std::string_view name;
    OptionKind kind;
    std::vector<std::string> words = {};
};

/// What texts stand for, by the last part of their pointers; those of one transformation first.
const std::vector<Meaning> &meanings()
{
    static const std::vector<Meaning> table = {
        {"joinByLabels", "value", OptionKind::LabelName},
        {"rowsToFields", "valueField", OptionKind::FieldName},
        {"regression", "modelType", OptionKind::Choice, {"linear", "polynomial"}},
        {"formatTime", "timezone", OptionKind::Choice, {"utc"}},
        {"calculateField", "include", OptionKind::FieldNames},
        {"partitionByValues", "fields", OptionKind::FieldNames},
        {"", "byField", OptionKind::FieldName},
        {"", "columnField", OptionKind::FieldName},
        {"", "configRefId", OptionKind::QueryName},
        {"", "field", OptionKind::FieldName},
        {"", "fieldName", OptionKind::FieldName},
        {"", "join", OptionKind::LabelNames},
        {"", "keepLabels", OptionKind::LabelNames},
        {"", "left", OptionKind::FieldName},
        {"", "names", OptionKind::FieldNames},
        {"", "right", OptionKind::FieldName},
        {"", "rowField", OptionKind::FieldName},
        {"", "source", OptionKind::FieldName},
        {"", "stringField", OptionKind::FieldName},
        {"", "targetField", OptionKind::FieldName},
        {"", "timeField", OptionKind::FieldName},
        {"", "valueField", OptionKind::FieldName},
        {"", "valueLabel", OptionKind::LabelName},
        {"", "xFieldName", OptionKind::FieldName},
        {"", "yFieldName", OptionKind::FieldName},
    };
    return table;
}

/// An option that means something only where another beside it is one of these.
struct Condition
{
    std::string_view id;
    std::string_view name;
    std::string_view beside;
    std::vector<std::string_view> values;
};

const std::vector<Condition> &conditions()
{
    static const std::vector<Condition> table = {
        {"concatenate", "frameNameLabel", "frameNameMode", {"label"}},
        {"convertFieldType", "dateFormat", "destinationType", {"time", "string"}},
        {"extractFields", "delimiter", "format", {"delimiter", "csv"}},
        {"extractFields", "regExp", "format", {"regexp"}},
        {"extractFields", "jsonPaths", "format", {"json", "auto"}},
        {"formatString", "substringStart", "outputFormat", {"Substring"}},
        {"formatString", "substringEnd", "outputFormat", {"Substring"}},
        {"formatString", "stringPrefix", "outputFormat", {"Affix"}},
        {"formatString", "stringSuffix", "outputFormat", {"Affix"}},
        {"heatmap", "log", "type", {"log"}},
        {"heatmap", "linearThreshold", "type", {}},
        {"labelsToFields", "valueLabel", "mode", {"columns"}},
        {"organize", "orderBy", "orderByMode", {"auto"}},
        {"order", "orderBy", "orderByMode", {"auto"}},
        {"partitionByValues", "append", "asLabels", {"false"}},
        {"partitionByValues", "withNames", "asLabels", {"false"}},
        {"partitionByValues", "separator1", "asLabels", {"false"}},
        {"partitionByValues", "separator2", "asLabels", {"false"}},
        {"reduce", "labelsToFields", "mode", {"seriesToRows"}},
        {"reduce", "includeTimeField", "mode", {"reduceFields"}},
        {"regression", "degree", "modelType", {"polynomial"}},
        {"groupBy", "aggregations", "operation", {"aggregate"}},
        {"groupToNestedTable", "aggregations", "operation", {"aggregate"}},
    };
    return table;
}

/// Members that are read for the sake of older files, or of what forms have another field for.
constexpr auto older =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"convertFieldType", "timezone"},
                                                                  {"convertFieldType", "icon"},
                                                                  {"groupToNestedTable", "fields"},
                                                                  {"rowsToFields", "nameField"},
                                                                  {"rowsToFields", "valueField"},
                                                                  {"sortBy", "index"},
                                                                  {"timeSeriesTable", "refIdToStat"},
                                                                  {"timeSeriesTable", "inlineStat"},
                                                                  {"filterFieldsByName", "byVariable"}});

/// Groups of options that are one thing.
constexpr auto groups = std::to_array<std::string_view>(
    {"include", "exclude", "applyTo", "xBuckets", "yBuckets", "naming", "enumConfig"});

/// Ids that do the same: forms know them by one.
std::string_view plainId(std::string_view id) noexcept
{
    if (id == "addFieldFromCalculation")
        return "calculateField";
    if (id == "filterByName")
        return "filterFieldsByName";
    return id == "seriesToColumns" ? "joinByField" : id;
}

OptionKind kindOf(Asked kind) noexcept
{
    switch (kind) {
    case Asked::Flag:
        return OptionKind::Flag;
    case Asked::Number:
        return OptionKind::Number;
    case Asked::Texts:
        return OptionKind::Texts;
    case Asked::Word:
        return OptionKind::Choice;
    case Asked::Calculation:
        return OptionKind::Calculation;
    case Asked::Calculations:
        return OptionKind::Calculations;
    case Asked::Objects:
        return OptionKind::Objects;
    case Asked::Members:
        return OptionKind::Named;
    case Asked::Value:
        return OptionKind::Json;
    case Asked::Text:
    case Asked::Pattern:
        break;
    }
    return OptionKind::Text;
}

/// Makes the fields of one transformation.
class Lister
{
public:
    explicit Lister(const TransformationSpec &spec)
        : m_id(plainId(spec.id))
        , m_asked(askedOptions(spec))
    {
        if (!spec.options.empty())
            m_options = OrderedJson::parse(spec.options, nullptr, false);
        if (!m_options.is_object())
            m_options = OrderedJson::object();
    }

    /// Those below `prefix` that are not an entry's own; pointers are counted from there.
    [[nodiscard]] std::vector<OptionField> fieldsBelow(const std::string &prefix) const
    {
        std::vector<OptionField> fields;
        std::string list; // whose entries follow
        for (const AskedOption &option : m_asked) {
            const bool below = option.pointer.starts_with(prefix + "/") || option.pointer == prefix;
            const bool isEntry = !list.empty() && option.pointer.starts_with(list);
            if (!below || isEntry || (option.pointer == prefix && option.kind != Asked::Members) ||
                (option.pointer == prefix && !prefix.empty()))
                continue;
            if (option.kind == Asked::Objects || option.kind == Asked::Members)
                list = option.pointer + "/";
            if (isColumns(option)) {
                addColumns(fields, option.pointer);
            } else if (isMeant(option)) {
                fields.push_back(fieldOf(option, prefix));
            }
        }
        return fields;
    }

private:
    [[nodiscard]] static bool isColumns(const AskedOption &option)
    {
        return option.kind == Asked::Value && option.pointer.ends_with("ByName");
    }

    static void addColumns(std::vector<OptionField> &fields, std::string_view pointer)
    {
        auto found = std::ranges::find(fields, OptionKind::Columns, &OptionField::kind);
        if (found == fields.end()) {
            fields.push_back({{}, OptionKind::Columns, {}, {}, {}, "transform:columns"});
            found = fields.end() - 1;
        }
        if (pointer == "/excludeByName")
            found->words.emplace_back("hide");
        else if (pointer == "/indexByName")
            found->words.emplace_back("order");
        else if (pointer == "/renameByName")
            found->words.emplace_back("rename");
    }

    [[nodiscard]] std::string textAt(const std::string &pointer) const
    {
        const std::string json = jsonAt(m_options, pointer);
        const auto value = OrderedJson::parse(json, nullptr, false);
        return value.is_string() ? value.get<std::string>() : json;
    }

    /// Or what absent means.
    [[nodiscard]] std::string valueBeside(const std::string &pointer, std::string_view name) const
    {
        const std::string beside = pointer.substr(0, pointer.rfind('/') + 1) + std::string(name);
        const std::string said = textAt(beside);
        const auto asked = std::ranges::find(m_asked, beside, &AskedOption::pointer);
        return !said.empty() || asked == m_asked.end() ? said : asked->standard;
    }

    [[nodiscard]] bool isMeant(const AskedOption &option) const
    {
        const std::string name = lastToken(option.pointer);
        const bool isOld = std::ranges::find(older, std::pair(m_id, std::string_view(name))) != older.end();
        const bool said = !jsonAt(m_options, option.pointer).empty();
        if (isOld || option.kind == Asked::Value)
            return said && !hasAskedBelow(option.pointer);
        if (option.pointer.find("/enumConfig/") != std::string::npos)
            return valueBeside(option.pointer.substr(0, option.pointer.rfind('/')), "destinationType") ==
                   "enum";
        if (option.pointer.ends_with("/config/options/value"))
            return !valueBeside(option.pointer.substr(0, option.pointer.rfind('/')), "id").ends_with("ull") &&
                   valueBeside(option.pointer.substr(0, option.pointer.rfind('/')), "id") != "between";
        for (const Condition &condition : conditions()) {
            if (condition.id != m_id || condition.name != name)
                continue;
            const std::string value = valueBeside(option.pointer, condition.beside);
            return said || std::ranges::find(condition.values, value) != condition.values.end();
        }
        return true;
    }

    [[nodiscard]] bool hasAskedBelow(const std::string &pointer) const
    {
        return std::ranges::any_of(m_asked, [prefix = pointer + "/"](const AskedOption &option) {
            return option.pointer.starts_with(prefix);
        });
    }

    [[nodiscard]] OptionField fieldOf(const AskedOption &option, const std::string &prefix) const
    {
        OptionField field{option.pointer.substr(prefix.size()), kindOf(option.kind), option.words, {}};
        const std::string name = lastToken(option.pointer);
        field.key = "transform:" + (option.pointer.ends_with("/config/id") ? "condition" : name);
        field.group = groupOf(field.pointer);
        if (!option.standard.empty()) {
            const bool bare = field.kind == OptionKind::Flag || field.kind == OptionKind::Number;
            field.standard = bare ? option.standard : OrderedJson(option.standard).dump();
        }
        if (name == "options")
            giveMatcher(field, option);
        else
            giveMeaning(field, name);
        if (field.kind == OptionKind::Objects || field.kind == OptionKind::Named)
            addEntries(field, option.pointer);
        return field;
    }

    [[nodiscard]] static std::string groupOf(std::string_view pointer)
    {
        for (const std::string_view group : groups) {
            if (pointer.starts_with("/" + std::string(group) + "/"))
                return "transform:" + std::string(group);
        }
        return {};
    }

    void giveMeaning(OptionField &field, std::string_view name) const
    {
        if (field.kind != OptionKind::Text && field.kind != OptionKind::Texts)
            return;
        for (const Meaning &meaning : meanings()) {
            const bool several =
                meaning.kind == OptionKind::FieldNames || meaning.kind == OptionKind::LabelNames;
            if (meaning.name != name || (!meaning.id.empty() && meaning.id != m_id) ||
                several != (field.kind == OptionKind::Texts))
                continue;
            field.kind = meaning.kind;
            field.words = meaning.words;
            return;
        }
        if (name == "mode") { // of names in a matcher
            field.kind = OptionKind::Choice;
            field.words = {"include", "exclude"};
        }
    }

    /// What a matcher is given is as its id says.
    void giveMatcher(OptionField &field, const AskedOption &option) const
    {
        const std::string id = valueBeside(option.pointer, "id");
        field.key += "/" + id;
        if (id == "byName")
            field.kind = OptionKind::FieldName;
        else if (id == "byFrameRefID" || id == "byRefId")
            field.kind = OptionKind::QueryName;
        else if (id == "byType" || id == "byTypes") {
            field.kind =
                field.kind == OptionKind::Texts && id == "byTypes" ? OptionKind::Texts : OptionKind::Choice;
            field.words = {"number", "string", "time", "boolean"};
        }
    }

    void addEntries(OptionField &field, const std::string &pointer) const
    {
        if (field.kind == OptionKind::Named)
            field.words = {m_id == "timeSeriesTable" ? "queries" : "fields"};
        const OrderedJson entries = OrderedJson::parse(jsonAt(m_options, pointer), nullptr, false);
        if (!entries.is_structured())
            return;
        std::size_t at = 0;
        for (const auto &[name, value] : entries.items()) {
            const std::string token = entries.is_array() ? std::to_string(at++) : pointerToken(name);
            if (value.is_object())
                field.members.push_back(
                    {"/" + token, OptionKind::Entry, {}, {}, fieldsBelow(pointer + "/" + token)});
        }
    }

    std::string_view m_id;
    std::vector<AskedOption> m_asked;
    OrderedJson m_options = OrderedJson::object();
};

OrderedJson optionsOf(const TransformationSpec &spec)
{
    OrderedJson json =
        spec.options.empty() ? OrderedJson::object() : OrderedJson::parse(spec.options, nullptr, false);
    return json.is_object() ? json : OrderedJson::object();
}

/// Adds names while there is room.
class NameList
{
public:
    explicit NameList(std::vector<std::string> &names)
        : m_names(names)
    {}

    void add(const std::string &name)
    {
        if (!name.empty() && m_names.size() < mostNames && m_known.insert(name).second)
            m_names.push_back(name);
    }

private:
    std::vector<std::string> &m_names;
    std::set<std::string, std::less<>> m_known;
};

StepInput inputOf(const std::vector<Frame> &frames)
{
    StepInput input;
    NameList fields(input.fields);
    NameList labels(input.labels);
    NameList queries(input.queries);
    const DisplayNames names(frames);
    for (std::size_t f = 0; f < frames.size(); ++f) {
        queries.add(frames[f].refId);
        for (std::size_t i = 0; i < frames[f].fields.size(); ++i) {
            fields.add(names.of(frames[f].fields[i], frames[f]));
            for (const auto &[name, value] : frames[f].fields[i].labels)
                labels.add(std::string(name));
        }
    }
    return input;
}

} // namespace

std::vector<OptionField> transformationFields(const TransformationSpec &spec)
{
    return Lister(spec).fieldsBelow({});
}

std::string transformationValue(const TransformationSpec &spec, std::string_view pointer)
{
    return jsonAt(optionsOf(spec), pointer);
}

std::optional<TransformationSpec> withTransformationValue(const TransformationSpec &spec,
                                                          std::string_view pointer, std::string_view json)
{
    OrderedJson options = optionsOf(spec);
    if (!putJson(options, pointer, json) || !options.is_object())
        return std::nullopt;
    TransformationSpec changed = spec;
    changed.options = options.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
    return changed;
}

TransformationSpec newTransformation(std::string_view id)
{
    TransformationSpec spec{std::string(id), "{}", false, {}, {}};
    if (id == "reduce")
        spec.options = R"({"reducers":["lastNotNull"]})";
    else if (id == "sortBy")
        spec.options = R"({"sort":[{}]})";
    else if (id == "filterByValue")
        spec.options = R"({"type":"include","match":"any","filters":[{"config":{"id":"greater"}}]})";
    else if (id == "convertFieldType")
        spec.options = R"({"conversions":[{}]})";
    else if (id == "calculateField")
        spec.options = R"({"mode":"binary","binary":{"operator":"+"}})";
    return spec;
}

std::vector<std::string_view> offeredTransformations()
{
    // Of those without an editor in Grafana, and of what its older versions called others.
    static constexpr std::array<std::string_view, 5> hidden{"append", "ensureColumns", "filterFields",
                                                            "filterFrames", "noop"};
    std::vector<std::string_view> offered;
    for (const std::string_view id : knownTransformations()) {
        if (plainId(id) == id && std::ranges::find(hidden, id) == hidden.end())
            offered.push_back(id);
    }
    return offered;
}

std::vector<StepInput> stepInputs(const PanelSpec &panel, const PanelData &answers)
{
    TransformLimits limits;
    constexpr std::size_t mostCells = 200'000; // for names a part is enough
    limits.cells = mostCells;
    TransformContext context({}, limits);
    PanelSpec plain = panel;
    plain.transformations.clear();
    std::vector<Frame> frames = seriesFrames(answers, plain, context);
    std::vector<StepInput> inputs;
    for (const TransformationSpec &step : panel.transformations) {
        inputs.push_back(inputOf(frames));
        frames = TransformationChain(std::span(&step, 1)).apply(std::move(frames), context);
    }
    return inputs;
}

} // namespace sightglass
