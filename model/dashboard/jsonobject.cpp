// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/jsonobject.h"

#include "parser/base/durationtext.h"
#include "parser/base/jsonpointer.h"
#include "parser/base/numbertext.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace sightglass {

namespace {

using Json = nlohmann::json;

/// Deeper documents are no dashboards; the bound keeps hostile ones from costing memory.
constexpr int deepest = 32;

const char *typeText(Json::value_t type) noexcept
{
    switch (type) {
    case Json::value_t::string:
        return "expected a string";
    case Json::value_t::boolean:
        return "expected true or false";
    case Json::value_t::array:
        return "expected an array";
    case Json::value_t::object:
        return "expected an object";
    default:
        return "expected a number";
    }
}

Error syntaxError(std::string_view text, std::size_t byte, std::string message)
{
    const std::size_t at = std::min(byte > 0 ? byte - 1 : 0, text.size());
    const std::string_view before = text.substr(0, at);
    const auto lines = std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    Error error{ErrorCode::ConfigSyntax, {std::move(message)}, {at, at}, {}};
    error.position = {static_cast<std::uint32_t>(lines + 1), static_cast<std::uint32_t>(at - lineStart + 1)};
    return error;
}

/// The library's message without its own error number and position, which we give in our own way.
std::string bareMessage(const std::string &what)
{
    const std::size_t colon = what.find(": ");
    return colon == std::string::npos ? what : what.substr(colon + 2);
}

/// Watches keys while the library parses: it keeps the last of two equal ones and does not tell.
class KeyWatch
{
public:
    bool operator()(int depth, Json::parse_event_t event, const Json &parsed)
    {
        if (event == Json::parse_event_t::object_start)
            m_keys.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            m_keys.pop_back();
        else if (event == Json::parse_event_t::key && !m_keys.back().insert(parsed.get<std::string>()).second)
            m_repeated = parsed.get<std::string>();
        m_tooDeep = m_tooDeep || depth > deepest;
        return !m_tooDeep;
    }

    [[nodiscard]] std::optional<std::string> complaint() const
    {
        if (m_tooDeep)
            return "nested too deeply";
        if (m_repeated)
            return "field \"" + *m_repeated + "\" occurs twice";
        return std::nullopt;
    }

private:
    std::vector<std::set<std::string>> m_keys;
    std::optional<std::string> m_repeated;
    bool m_tooDeep = false;
};

} // namespace

void JsonErrors::report(const std::string &pointer, std::string_view message)
{
    if (m_first)
        return;
    const std::string shown = pointer.empty() ? "/" : pointer;
    m_first = Error{ErrorCode::ConfigValue, {shown + ": " + std::string(message), shown}, {}, {}};
}

JsonObject::JsonObject(const Json &json, std::string pointer, JsonErrors &errors)
    : m_json(json)
    , m_pointer(std::move(pointer))
    , m_errors(errors)
{
    if (!json.is_object())
        errors.report(m_pointer, typeText(Json::value_t::object));
}

std::string JsonObject::fieldPointer(std::string_view name) const
{
    return m_pointer + "/" + pointerToken(name);
}

std::string JsonObject::itemPointer(std::string_view name, std::size_t index) const
{
    return fieldPointer(name) + "/" + std::to_string(index);
}

const Json *JsonObject::find(const char *name)
{
    m_known.emplace_back(name);
    if (!m_json.is_object())
        return nullptr;
    const auto found = m_json.find(name);
    return found == m_json.end() ? nullptr : &*found;
}

const Json *JsonObject::take(const char *name, Json::value_t type)
{
    const Json *value = find(name);
    if (value == nullptr || value->type() == type)
        return value;
    fail(name, typeText(type));
    return nullptr;
}

std::optional<double> JsonObject::takeNumber(const char *name)
{
    const Json *value = find(name);
    if (value == nullptr)
        return std::nullopt;
    if (value->is_number())
        return value->get<double>();
    // JSON has no infinities; they are written as Prometheus writes them.
    const auto number = value->is_string() ? parseFloat(value->get_ref<const std::string &>()) : std::nullopt;
    if (number && std::isinf(*number))
        return number;
    fail(name, typeText(Json::value_t::number_float));
    return std::nullopt;
}

void JsonObject::read(const char *name, std::string &out)
{
    if (const Json *value = take(name, Json::value_t::string))
        out = value->get_ref<const std::string &>();
}

void JsonObject::read(const char *name, bool &out)
{
    if (const Json *value = take(name, Json::value_t::boolean))
        out = value->get<bool>();
}

void JsonObject::read(const char *name, double &out)
{
    if (const auto number = takeNumber(name))
        out = *number;
}

void JsonObject::read(const char *name, int &out)
{
    const auto number = takeNumber(name);
    if (!number)
        return;
    if (*number != std::trunc(*number) || std::fabs(*number) > std::numeric_limits<int>::max())
        fail(name, "expected a whole number");
    else
        out = static_cast<int>(*number);
}

void JsonObject::read(const char *name, std::optional<bool> &out)
{
    if (const Json *value = take(name, Json::value_t::boolean))
        out = value->get<bool>();
}

void JsonObject::read(const char *name, std::optional<int> &out)
{
    int value = 0;
    const bool present = m_json.is_object() && m_json.contains(name);
    read(name, value);
    if (present)
        out = value;
}

void JsonObject::read(const char *name, std::optional<double> &out)
{
    if (const auto number = takeNumber(name))
        out = number;
}

void JsonObject::read(const char *name, std::vector<std::string> &out)
{
    const Json *array = take(name, Json::value_t::array);
    if (array == nullptr)
        return;
    for (std::size_t i = 0; i < array->size(); ++i) {
        if ((*array)[i].is_string())
            out.push_back((*array)[i].get<std::string>());
        else
            m_errors.report(itemPointer(name, i), typeText(Json::value_t::string));
    }
}

void JsonObject::read(const char *name, Labels &out)
{
    const Json *object = take(name, Json::value_t::object);
    if (object == nullptr)
        return;
    std::vector<Label> labels;
    for (const auto &[label, value] : object->items()) {
        if (value.is_string())
            labels.push_back({label, value.get<std::string>()});
        else
            m_errors.report(fieldPointer(name) + "/" + pointerToken(label), typeText(Json::value_t::string));
    }
    out = Labels(std::move(labels));
}

void JsonObject::readDuration(const char *name, std::int64_t &out)
{
    const Json *value = take(name, Json::value_t::string);
    if (value == nullptr)
        return;
    if (const auto duration = parseDurationMs(value->get_ref<const std::string &>()))
        out = *duration;
    else
        fail(name, "expected a duration such as 30s, 5m or 1h30m");
}

void JsonObject::require(const char *name)
{
    if (!m_json.is_object() || !m_json.contains(name))
        fail(name, "is missing");
}

void JsonObject::finish()
{
    if (!m_json.is_object())
        return;
    for (const auto &[name, value] : m_json.items()) {
        if (std::find(m_known.begin(), m_known.end(), name) == m_known.end())
            m_errors.report(fieldPointer(name), "unknown field");
    }
}

std::optional<Error> parseJson(std::string_view text, Json &out)
{
    KeyWatch watch;
    try {
        out = Json::parse(text.begin(), text.end(),
                          [&watch](int depth, Json::parse_event_t event, Json &parsed) {
                              return watch(depth, event, parsed);
                          });
    } catch (const Json::parse_error &failure) {
        return syntaxError(text, failure.byte, bareMessage(failure.what()));
    } catch (const Json::exception &failure) {
        return syntaxError(text, 0, bareMessage(failure.what()));
    }
    if (const auto complaint = watch.complaint())
        return Error{ErrorCode::ConfigValue, {*complaint, "/"}, {}, {}};
    return std::nullopt;
}

} // namespace sightglass
