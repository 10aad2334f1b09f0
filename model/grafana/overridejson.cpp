// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/overridejson.h"

#include "model/fields/clearproperty.h"
#include "model/grafana/configfields.h"
#include "model/grafana/fieldsink.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass::grafana {

namespace {

/// Steps of "custom.hideFrom.viz" as a pointer: "/custom/hideFrom/viz".
std::string pointerOf(std::string_view id)
{
    std::string pointer = "/" + std::string(id);
    std::replace(pointer.begin() + 1, pointer.end(), '.', '/');
    return pointer;
}

OrderedJson configJson(FieldConfig config)
{
    OrderedJson json = OrderedJson::object();
    FieldSink sink(json);
    describe(sink, config);
    return json;
}

/// Grafana has no deeper property.
constexpr std::ptrdiff_t deepestProperty = 4;

class OverrideReader
{
public:
    OverrideReader(const Json &defaults, MemberPlace place, ImportNotes &notes)
        : m_defaults(defaults)
        , m_place(std::move(place))
        , m_notes(notes)
    {}

    /// What is to be kept of the properties, null for nothing.
    [[nodiscard]] Json takeKept() { return std::move(m_kept); }

    /// What properties without a value take away, of those that were read.
    [[nodiscard]] std::vector<std::string> takeCleared() { return std::move(m_cleared); }

    FieldConfig read(const Json &properties)
    {
        Json together = Json::object();
        for (std::size_t i = 0; properties.is_array() && i < properties.size(); ++i)
            add(properties[i], i, together);
        ImportNotes inner({}, most, m_notes.strictness());
        FieldConfig config;
        FieldSource source(together, {{}, m_place.path}, inner);
        describe(source, config);
        source.finish();
        addKept(m_kept, "config", prunedKept(source.takeKept(), configJson(config)));
        for (const ImportLoss &loss : inner.take())
            m_notes.lose(textPointer(loss.pointer), loss.feature, loss.reason, loss.kind);
        return config;
    }

private:
    static constexpr std::size_t most = 1000;

    void add(const Json &property, std::size_t index, Json &together)
    {
        if (isEmptyValue(&property))
            return;
        const std::string id(textIn(property, "id"));
        const std::string pointer = pointerOf(id);
        const std::string place = m_place.pointer + "/properties/" + std::to_string(index);
        if (id.empty() || std::count(pointer.begin(), pointer.end(), '/') > deepestProperty) {
            m_notes.lose(place, m_place.path, "The property is not known.");
            m_kept["properties"].push_back(property);
            return;
        }
        // Those of columns by name are read apart.
        if (id == "custom.footer.reducers" && m_place.path.starts_with("table/")) {
            m_notes.lose(place, m_place.path + "/custom/footer", "All columns have one footer.");
            m_kept["properties"].push_back(property);
            return;
        }
        FieldSource source(property, {place, "override/properties"}, m_notes);
        static_cast<void>(source.raw("id"));
        const Json *value = source.raw("value");
        source.finish();
        if (value == nullptr) {
            if (!clear(id, pointer, place))
                m_kept["properties"].push_back(property);
            else if (Json rest = source.takeKept(); !rest.is_null())
                m_kept["beside"][id] = std::move(rest);
            return;
        }
        if (Json rest = source.takeKept(); !rest.is_null())
            m_kept["beside"][id] = std::move(rest);
        Json *at = &together;
        for (std::size_t from = 1; from <= pointer.size();) {
            const std::size_t to = std::min(pointer.find('/', from), pointer.size());
            if (!at->is_object())
                *at = Json::object();
            at = &(*at)[pointer.substr(from, to - from)];
            from = to + 1;
        }
        *at = *value;
        m_properties.emplace_back(pointer, index);
    }

    /// A property without a value takes away what the defaults say. False where it cannot.
    bool clear(const std::string &id, const std::string &pointer, const std::string &place)
    {
        if (isClearable(id)) {
            m_cleared.push_back(id);
            return true;
        }
        const Json::json_pointer at(pointer);
        const Json *said = m_defaults.contains(at) ? &m_defaults.at(at) : nullptr;
        // What is automatic anyhow may as well be taken away.
        if (!isEmptyValue(said) && textOf(said) != "auto")
            m_notes.lose(place, m_place.path + pointer,
                         "An override cannot take away what the defaults say.");
        return false;
    }

    [[nodiscard]] std::string textPointer(const std::string &pointer) const
    {
        for (const auto &[property, index] : m_properties) {
            if (property.starts_with(pointer + '/'))
                return m_place.pointer + "/properties/" + std::to_string(index) + "/value";
            if (pointer.starts_with(property))
                return m_place.pointer + "/properties/" + std::to_string(index) + "/value" +
                       pointer.substr(property.size());
        }
        return m_place.pointer + "/properties";
    }

    const Json &m_defaults;
    MemberPlace m_place;
    ImportNotes &m_notes;
    std::vector<std::pair<std::string, std::size_t>> m_properties;
    std::vector<std::string> m_cleared;
    Json m_kept;
};

/// What stands beside a matcher's id and options, and beside matcher and properties.
Json keptBeside(const Json &override, const FieldMatcher &read, const MemberPlace &at, ImportNotes &notes)
{
    const auto rest = [&notes](const Json &object, const MemberPlace &place, auto... names) {
        if (!object.is_object())
            return Json();
        FieldSource source(object, place, notes);
        (static_cast<void>(source.raw(names)), ...);
        source.finish();
        return source.takeKept();
    };
    const Json matcher = valueIn(override, "matcher");
    const Json options = valueIn(matcher, "options");
    const MemberPlace inner{at.pointer + "/matcher", "override/matcher"};
    Json kept = rest(override, {at.pointer, "override"}, "matcher", "properties");
    Json keptMatcher = rest(matcher, inner, "id", "options");
    addKept(keptMatcher, "options",
            rest(options, inner.member("options"), "mode", "names", "reducer", "op", "value"));
    addKept(kept, "beside", prunedKept(keptMatcher, matcherJson(read)));
    return kept;
}

/// A member of an object, taken out of it; null where there is none.
OrderedJson taken(OrderedJson &object, const std::string &name)
{
    if (!object.is_object() || !object.contains(name))
        return {};
    OrderedJson member = std::move(object[name]);
    object.erase(name);
    return member;
}

/// What stood beside a property's id and value. Several properties may have become one with members.
void addBeside(const OrderedJson &kept, OrderedJson &properties)
{
    if (!kept.is_object())
        return;
    for (const auto &[id, rest] : kept.items()) {
        const auto isOwn = [&own = id](const OrderedJson &property) {
            const std::string &written = property.at("id").get_ref<const std::string &>();
            return own == written || own.starts_with(written + '.');
        };
        const auto found = std::find_if(properties.begin(), properties.end(), isOwn);
        if (found != properties.end())
            mergeKept(*found, rest);
    }
}

void addProperties(const OrderedJson &config, const std::string &prefix, OrderedJson &properties)
{
    for (const auto &[name, value] : config.items()) {
        if (prefix.empty() && name == "custom")
            addProperties(value, "custom.", properties);
        else
            properties.push_back({{"id", prefix + name}, {"value", value}});
    }
}

} // namespace

std::vector<FieldOverride> readOverrides(const Json &list, const Json &defaults, const MemberPlace &place,
                                         ImportNotes &notes)
{
    std::vector<FieldOverride> overrides;
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
        const MemberPlace at = place.item(i);
        if (list[i].is_null())
            continue;
        // What does not say which fields it is for is told already.
        const Json matcherText = valueIn(list[i], "matcher");
        const auto matcher = textIn(matcherText, "id").empty()
                                 ? std::nullopt
                                 : readMatcher(matcherText, {at.pointer + "/matcher", at.path}, notes);
        if (!matcher) {
            // The empty list of names: none is meant.
            overrides.push_back({ByNames(), {}, {}, keptText({{std::string(keptWhole), list[i]}})});
            continue;
        }
        OverrideReader reader(defaults, at, notes);
        FieldConfig config = reader.read(valueIn(list[i], "properties"));
        Json kept = keptBeside(list[i], *matcher, at, notes);
        addKept(kept, "properties", reader.takeKept());
        overrides.push_back({*matcher, std::move(config), reader.takeCleared(), keptText(kept)});
    }
    return overrides;
}

OrderedJson overridesJson(const std::vector<FieldOverride> &overrides)
{
    OrderedJson list = OrderedJson::array();
    for (const FieldOverride &override : overrides) {
        OrderedJson kept = OrderedJson::parse(override.kept.empty() ? "{}" : override.kept, nullptr, false);
        const std::string whole(keptWhole);
        if (kept.is_object() && kept.contains(whole) && override.matcher == FieldMatcher(ByNames())) {
            list.push_back(std::move(kept[whole]));
            continue;
        }
        OrderedJson config = configJson(override.config);
        OrderedJson properties = OrderedJson::array();
        for (const std::string &id : override.cleared)
            properties.push_back({{"id", id}, {"value", nullptr}});
        OrderedJson keptProperties = taken(kept, "properties");
        if (keptProperties.contains("config"))
            mergeKept(config, keptProperties["config"]);
        addProperties(config, {}, properties);
        addBeside(taken(keptProperties, "beside"), properties);
        if (keptProperties.contains("properties"))
            properties.insert(properties.end(), keptProperties["properties"].begin(),
                              keptProperties["properties"].end());
        OrderedJson matcher = matcherJson(override.matcher);
        mergeKept(matcher, taken(kept, "beside"));
        OrderedJson json = {{"matcher", std::move(matcher)}, {"properties", std::move(properties)}};
        mergeKept(json, kept);
        list.push_back(std::move(json));
    }
    return list;
}

} // namespace sightglass::grafana
