// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/fieldcodec.h"
#include "model/grafana/keptmembers.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass::grafana {

/// Writes what descriptions say into one JSON object, in their order, leaving out what is standard. See
/// FieldSource.
class FieldSink
{
public:
    static constexpr bool reading = false;
    static constexpr bool writing = true;

    explicit FieldSink(OrderedJson &object)
        : m_object(object)
    {}

    template<typename T>
    void field(std::string_view name, const T &value, const T &standard)
    {
        if (value != standard)
            m_object[std::string(name)] = toJson(value);
    }

    template<typename T>
    void field(std::string_view name, const std::optional<T> &value)
    {
        if (value)
            m_object[std::string(name)] = toJson(*value);
    }

    template<typename T>
    void unsupported(std::string_view, const T &)
    {}

    template<typename T>
    void list(std::string_view name, const std::vector<T> &values)
    {
        if (values.empty())
            return;
        OrderedJson &array = m_object[std::string(name)] = OrderedJson::array();
        for (const T &value : values)
            array.push_back(toJson(value));
    }

    template<typename Describe>
    void object(std::string_view name, const Describe &describe)
    {
        OrderedJson json = OrderedJson::object();
        FieldSink sink(json);
        describe(sink);
        if (!json.empty())
            m_object[std::string(name)] = std::move(json);
    }

    /// An object that is there even where all in it is standard.
    template<typename Describe>
    void whole(std::string_view name, const Describe &describe)
    {
        OrderedJson json = OrderedJson::object();
        FieldSink sink(json);
        describe(sink);
        m_object[std::string(name)] = std::move(json);
    }

    template<typename T, typename Describe>
    void objects(std::string_view name, std::vector<T> &values, const Describe &describe)
    {
        if (values.empty())
            return;
        OrderedJson &array = m_object[std::string(name)] = OrderedJson::array();
        for (T &value : values) {
            OrderedJson json = OrderedJson::object();
            FieldSink sink(json);
            describe(sink, value);
            if constexpr (requires { value.kept; })
                putKept(json, value.kept);
            array.push_back(std::move(json));
        }
    }

    void put(std::string_view name, OrderedJson value) { m_object[std::string(name)] = std::move(value); }

private:
    OrderedJson &m_object;
};

} // namespace sightglass::grafana
