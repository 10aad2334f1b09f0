// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/fieldextractors.h"

#include "parser/base/trimmed.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace sightglass {

namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";

using Json = nlohmann::ordered_json;

/// More columns than this come from no document that somebody wants as columns; it bounds how long the
/// library looks for equal names, too.
constexpr std::size_t mostMembers = 1000;
constexpr std::size_t longestJson = 65'536;
constexpr int deepestJson = 64;

FieldValue cellOf(const Json &value)
{
    switch (value.type()) {
    case Json::value_t::null:
    case Json::value_t::discarded:
        return {};
    case Json::value_t::string:
        return value.get<std::string>();
    case Json::value_t::boolean:
        return value.get<bool>();
    case Json::value_t::object:
    case Json::value_t::array:
    case Json::value_t::binary:
        return value.dump(-1, ' ', false, Json::error_handler_t::replace);
    default:
        return value.get<double>();
    }
}

/// "a.b[0]" into a, b and 0.
std::vector<std::string_view> steps(std::string_view path)
{
    std::vector<std::string_view> result;
    while (!path.empty()) {
        const std::size_t end = path.find_first_of(".[]");
        const std::string_view step = path.substr(0, end);
        if (!step.empty()) {
            const bool quoted = step.size() > 1 && (step.front() == '"' || step.front() == '\'');
            result.push_back(quoted ? step.substr(1, step.size() - 2) : step);
        }
        path = end == std::string_view::npos ? std::string_view{} : path.substr(end + 1);
    }
    return result;
}

const Json *child(const Json &value, std::string_view step)
{
    if (value.is_object()) {
        const auto found = value.find(std::string(step));
        return found == value.end() ? nullptr : &*found;
    }
    std::size_t index = 0;
    const auto [stop, error] = std::from_chars(step.data(), step.data() + step.size(), index);
    const bool isIndex = error == std::errc{} && stop == step.data() + step.size();
    return value.is_array() && isIndex && index < value.size() ? &value[index] : nullptr;
}

FieldValue valueAt(const Json &document, std::string_view path)
{
    const Json *value = &document;
    for (const std::string_view step : steps(path)) {
        value = child(*value, step);
        if (value == nullptr)
            return std::string("Not Found");
    }
    return value->is_null() ? FieldValue(std::string("Not Found")) : cellOf(*value);
}

ExtractedValues members(const Json &document)
{
    ExtractedValues values;
    if (document.is_object()) {
        for (const auto &[name, value] : document.items()) {
            if (values.size() < mostMembers)
                values.emplace_back(name, cellOf(value));
        }
    }
    if (document.is_array()) {
        for (std::size_t i = 0; i < std::min(document.size(), mostMembers); ++i)
            values.emplace_back(std::to_string(i), cellOf(document[i]));
    }
    return values;
}

/// Whether brackets nest so deeply that walking the document would cost stack.
bool isTooDeep(std::string_view text)
{
    int depth = 0;
    for (const char c : text) {
        depth += c == '{' || c == '[' ? 1 : 0;
        depth -= c == '}' || c == ']' ? 1 : 0;
        if (depth > deepestJson)
            return true;
    }
    return false;
}

/// Reads key=value and key: value, character by character: quotes keep what is between them together, a
/// backslash takes the next character as it is.
class PairReader
{
public:
    explicit PairReader(std::string_view text)
        : m_text(text)
    {}

    ExtractedValues read()
    {
        while (m_at < m_text.size()) {
            char c = m_text[m_at++];
            if (m_quote != '\0' && c == m_quote) {
                m_quote = '\0';
                endWord(c);
                continue;
            }
            const bool escaped = c == '\\' && m_at < m_text.size();
            if (escaped)
                c = m_text[m_at++];
            if (escaped || m_quote != '\0')
                m_word += c;
            else
                readPlain(c);
        }
        finish();
        return std::move(m_values);
    }

private:
    static bool endsWords(char c)
    {
        return std::string_view(" \t\r\n,;&{}").find(c) != std::string_view::npos;
    }

    void readPlain(char c)
    {
        if (c == '"' || c == '\'') {
            m_quote = c;
            endWord(c);
        } else if (c == '=' || c == ':') {
            endKey();
        } else if (endsWords(c)) {
            endWord(c);
        } else {
            m_word += c;
        }
    }

    void endKey()
    {
        if (m_word.empty())
            return;
        if (!m_key.empty())
            set(m_key, {});
        m_key = std::move(m_word);
        m_word.clear();
    }

    /// At a blank a word without a key is a name of its own; at a separator it may still become a key.
    void endWord(char c)
    {
        if (m_word.empty())
            return;
        const bool alone = m_key.empty() && std::string_view(",;&{}").find(c) == std::string_view::npos;
        if (alone)
            set(m_word, {});
        else if (m_key.empty())
            m_key = m_word;
        else
            set(std::exchange(m_key, {}), m_word);
        m_word.clear();
    }

    void finish()
    {
        if (!m_key.empty())
            set(m_key, m_word);
        else if (!m_word.empty())
            set(m_word, {});
    }

    void set(const std::string &name, const std::string &value)
    {
        const auto known = std::find_if(m_values.begin(), m_values.end(),
                                        [&name](const auto &pair) { return pair.first == name; });
        if (known != m_values.end())
            known->second = value;
        else if (m_values.size() < mostMembers)
            m_values.emplace_back(name, value);
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    char m_quote = '\0';
    std::string m_key;
    std::string m_word;
    ExtractedValues m_values;
};

} // namespace

std::optional<ExtractedValues> extractedJson(std::string_view text, const std::vector<JsonPath> &paths)
{
    if (text.size() > longestJson || isTooDeep(text))
        return std::nullopt;
    const Json document = Json::parse(text.begin(), text.end(), nullptr, false);
    if (document.is_discarded())
        return std::nullopt;
    if (paths.empty())
        return members(document);
    ExtractedValues values;
    if (!document.is_null()) {
        for (const JsonPath &path : paths)
            values.emplace_back(path.alias.empty() ? path.path : path.alias, valueAt(document, path.path));
    }
    return values;
}

ExtractedValues extractedPairs(std::string_view text)
{
    return PairReader(text.substr(0, longestJson)).read();
}

ExtractedValues extractedParts(std::string_view text, std::string_view delimiter)
{
    ExtractedValues values;
    text = trimmed(text, blanks);
    for (std::size_t from = 0; from <= text.size() && values.size() < mostMembers;) {
        const std::size_t end = delimiter.empty() ? std::string_view::npos : text.find(delimiter, from);
        const std::string part(
            trimmed(text.substr(from, end == std::string_view::npos ? end : end - from), blanks));
        const bool known = std::any_of(values.begin(), values.end(),
                                       [&part](const auto &pair) { return pair.first == part; });
        if (!known)
            values.emplace_back(part, 1.0);
        from = end == std::string_view::npos ? text.size() + 1 : end + delimiter.size();
    }
    return values;
}

} // namespace sightglass
