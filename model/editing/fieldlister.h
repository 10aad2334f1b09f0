// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/editing/optionfields.h"
#include "model/grafana/fieldcodec.h"

#include <algorithm>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace sightglass::grafana {

/// Lists what descriptions ask for as fields of a form, beside FieldSource, FieldSink and MemberCollector.
class FieldLister
{
public:
    static constexpr bool reading = false;
    static constexpr bool writing = false;

    /// `set`: where it is given, fields have keys "set:pointer" for their texts.
    FieldLister(std::string path, std::vector<OptionField> &fields, std::string set = {})
        : m_path(std::move(path))
        , m_fields(fields)
        , m_set(std::move(set))
    {}

    template<typename T>
    void field(std::string_view name, const T &, const T &standard)
    {
        add<T>(name, toJson(standard).dump(-1, ' ', false, OrderedJson::error_handler_t::replace));
    }
    template<typename T>
    void field(std::string_view name, const std::optional<T> &)
    {
        add<T>(name, {});
    }
    template<typename T>
    void unsupported(std::string_view, const T &)
    {}
    template<typename T>
    void list(std::string_view name, const std::vector<T> &)
    {
        const OptionKind kind = std::same_as<T, Calculation>   ? OptionKind::Calculations
                                : std::same_as<T, std::string> ? OptionKind::Texts
                                                               : OptionKind::Numbers;
        push({pointerOf(name), kind, {}, "[]"});
    }
    template<typename Describe>
    void object(std::string_view name, const Describe &describe)
    {
        FieldLister inner(pointerOf(name), m_fields, m_set);
        describe(inner);
    }
    template<typename Describe>
    void whole(std::string_view name, const Describe &describe)
    {
        object(name, describe);
    }
    template<typename T, typename Describe>
    void objects(std::string_view name, const std::vector<T> &, const Describe &describe)
    {
        OptionField list{pointerOf(name), OptionKind::Objects, {}, "[]"};
        FieldLister inner({}, list.members, std::string(name));
        T standard{};
        describe(inner, standard);
        push(std::move(list));
    }
    template<typename Value>
    void put(std::string_view name, Value &&)
    {
        push({pointerOf(name), OptionKind::Json, {}, {}});
    }

private:
    [[nodiscard]] std::string pointerOf(std::string_view name) const
    {
        return m_path + '/' + std::string(name);
    }

    template<typename T>
    void add(std::string_view name, std::string standard)
    {
        OptionField field{pointerOf(name), OptionKind::Json, {}, std::move(standard)};
        if constexpr (std::same_as<T, bool>)
            field.kind = OptionKind::Flag;
        else if constexpr (std::integral<T>)
            field.kind = OptionKind::Whole;
        else if constexpr (std::floating_point<T>)
            field.kind = OptionKind::Number;
        else if constexpr (std::same_as<T, std::string>)
            field.kind = OptionKind::Text;
        else if constexpr (std::is_enum_v<T> && !std::same_as<T, Calculation>) {
            field.kind = OptionKind::Choice;
            if constexpr (isWrittenAsNumber<T>) {
                for (int number = std::is_signed_v<std::underlying_type_t<T>> ? -1 : 0;
                     number <= static_cast<int>(lastOfNumbers<T>); ++number)
                    field.words.push_back(std::to_string(number));
            } else {
                // The first word of each meaning: later ones are older spellings.
                std::vector<T> seen;
                for (const auto &[word, value] : grafanaWords<T>) {
                    if (word.empty() || std::ranges::find(seen, value) != seen.end())
                        continue;
                    seen.push_back(value);
                    field.words.emplace_back(word);
                }
            }
        }
        push(std::move(field));
    }

    void push(OptionField field)
    {
        if (!m_set.empty())
            field.key = m_set + ':' + field.pointer.substr(1);
        m_fields.push_back(std::move(field));
    }

    std::string m_path;
    std::vector<OptionField> &m_fields;
    std::string m_set;
};

} // namespace sightglass::grafana
