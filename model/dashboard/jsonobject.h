// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardwords.h"
#include "parser/base/error.h"
#include "parser/base/labels.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// The first error met while reading a document. Later ones are not kept: reading goes on with defaults so
/// that readers need not check after every field.
class JsonErrors
{
public:
    void report(const std::string &pointer, std::string_view message);

    [[nodiscard]] const std::optional<Error> &first() const noexcept { return m_first; }

private:
    std::optional<Error> m_first;
};

/// Reads the fields of one JSON object, each at most once by name; finish() refuses the fields nobody asked
/// for. A field that is absent leaves its default; one of a wrong type is an error at its JSON pointer.
class JsonObject
{
public:
    JsonObject(const nlohmann::json &json, std::string pointer, JsonErrors &errors);

    void read(const char *name, std::string &out);
    void read(const char *name, bool &out);
    void read(const char *name, int &out);
    void read(const char *name, double &out);
    void read(const char *name, std::optional<bool> &out);
    void read(const char *name, std::optional<int> &out);
    void read(const char *name, std::optional<double> &out);
    void read(const char *name, std::vector<std::string> &out);
    void read(const char *name, Labels &out);
    /// Text in Prometheus' duration syntax ("5m", "1h30m"), read as milliseconds.
    void readDuration(const char *name, std::int64_t &out);

    template<typename Enum>
    void readWord(const char *name, Enum &out)
    {
        if (const auto *value = take(name, nlohmann::json::value_t::string))
            assignWord(*value, fieldPointer(name), out);
    }

    template<typename Enum>
    void readWords(const char *name, std::vector<Enum> &out)
    {
        if (const auto *array = take(name, nlohmann::json::value_t::array)) {
            for (std::size_t i = 0; i < array->size(); ++i)
                assignWord((*array)[i], itemPointer(name, i), out.emplace_back());
        }
    }

    /// Calls `item(JsonObject &)` for every element of an array of objects.
    template<typename Function>
    void forEach(const char *name, Function item)
    {
        if (const auto *array = take(name, nlohmann::json::value_t::array)) {
            for (std::size_t i = 0; i < array->size(); ++i) {
                JsonObject object((*array)[i], itemPointer(name, i), m_errors);
                item(object);
                object.finish();
            }
        }
    }

    /// Calls `function(JsonObject &)` where the field is there.
    template<typename Function>
    void with(const char *name, Function function)
    {
        if (const auto *value = take(name, nlohmann::json::value_t::object)) {
            JsonObject object(*value, fieldPointer(name), m_errors);
            function(object);
            object.finish();
        }
    }

    /// An error about a field of this object.
    void fail(const char *name, std::string_view message) { m_errors.report(fieldPointer(name), message); }
    /// An error where the field is not there.
    void require(const char *name);
    /// An error for the first field that was not read.
    void finish();

private:
    /// The field's value if it is there and of this type (number_float stands for any number); notes that it
    /// is known.
    const nlohmann::json *take(const char *name, nlohmann::json::value_t type);
    const nlohmann::json *find(const char *name);
    std::optional<double> takeNumber(const char *name);

    [[nodiscard]] std::string fieldPointer(std::string_view name) const;
    [[nodiscard]] std::string itemPointer(std::string_view name, std::size_t index) const;

    template<typename Enum>
    void assignWord(const nlohmann::json &value, const std::string &pointer, Enum &out)
    {
        const auto found =
            value.is_string() ? fromWord<Enum>(value.get_ref<const std::string &>()) : std::nullopt;
        if (found) {
            out = *found;
            return;
        }
        std::string message = "expected one of";
        for (const auto &entry : dashboardWords<Enum>())
            message += " " + std::string(entry.second);
        m_errors.report(pointer, message);
    }

    const nlohmann::json &m_json;
    std::string m_pointer;
    JsonErrors &m_errors;
    std::vector<std::string_view> m_known;
};

/// Parses a whole JSON document. ConfigSyntax with line:column (in bytes) where it is not well-formed,
/// ConfigValue where an object names a field twice.
[[nodiscard]] std::optional<Error> parseJson(std::string_view text, nlohmann::json &out);

} // namespace sightglass
