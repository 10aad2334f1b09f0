// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apiparameters.h"

#include "parser/base/urlquery.h"

namespace sightglass {

std::string ApiParameters::parse(std::string_view text)
{
    return readUrlQuery(text, [this](std::string name, std::string value) -> std::string {
        if (m_entries.size() >= maxCount)
            return "more than " + std::to_string(maxCount) + " parameters";
        add(std::move(name), std::move(value));
        return {};
    });
}

std::string_view ApiParameters::value(std::string_view name) const noexcept
{
    for (const auto &[key, value] : m_entries) {
        if (key == name)
            return value;
    }
    return {};
}

std::vector<std::string_view> ApiParameters::values(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (const auto &[key, value] : m_entries) {
        if (key == name)
            values.emplace_back(value);
    }
    return values;
}

} // namespace sightglass
