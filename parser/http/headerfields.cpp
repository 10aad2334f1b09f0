// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/headerfields.h"

#include "parser/base/asciicase.h"
#include "parser/base/trimmed.h"

#include <algorithm>

namespace sightglass::http {

namespace {

constexpr std::string_view blanks = " \t";

} // namespace

bool equalsIgnoringCase(std::string_view a, std::string_view b) noexcept
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return asciiLower(x) == asciiLower(y); });
}

std::string_view trimmed(std::string_view text) noexcept
{
    return sightglass::trimmed(text, blanks);
}

std::vector<std::string_view> listElements(std::string_view value)
{
    std::vector<std::string_view> elements;
    while (!value.empty()) {
        const std::size_t comma = std::min(value.find(','), value.size());
        const std::string_view element = trimmed(value.substr(0, comma));
        if (!element.empty())
            elements.push_back(element);
        value.remove_prefix(std::min(comma + 1, value.size()));
    }
    return elements;
}

void HeaderFields::append(std::string_view name, std::string_view value)
{
    m_fields.push_back({std::string(name), std::string(value)});
}

std::optional<std::string_view> HeaderFields::find(std::string_view name) const noexcept
{
    for (const Field &field : m_fields) {
        if (equalsIgnoringCase(field.name, name))
            return field.value;
    }
    return std::nullopt;
}

std::string_view HeaderFields::value(std::string_view name) const noexcept
{
    return find(name).value_or(std::string_view());
}

std::size_t HeaderFields::count(std::string_view name) const noexcept
{
    return static_cast<std::size_t>(
        std::count_if(m_fields.begin(), m_fields.end(),
                      [name](const Field &field) { return equalsIgnoringCase(field.name, name); }));
}

std::vector<std::string_view> HeaderFields::elements(std::string_view name) const
{
    std::vector<std::string_view> all;
    for (const Field &field : m_fields) {
        if (!equalsIgnoringCase(field.name, name))
            continue;
        const auto some = listElements(field.value);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

bool HeaderFields::hasToken(std::string_view name, std::string_view token) const
{
    const auto all = elements(name);
    return std::any_of(all.begin(), all.end(),
                       [token](std::string_view element) { return equalsIgnoringCase(element, token); });
}

} // namespace sightglass::http
