// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sightglass {

/// The parameters of a request, of its form body first and then of its URL, in the order in which they were
/// written.
class ApiParameters
{
public:
    /// More than this many are a mistake or an attack.
    static constexpr std::size_t maxCount = 1000;

    /// Adds those of an application/x-www-form-urlencoded text. Returns what is wrong with it, in Go's words,
    /// or "".
    [[nodiscard]] std::string parse(std::string_view text);

    void add(std::string name, std::string value)
    {
        m_entries.emplace_back(std::move(name), std::move(value));
    }

    /// The first of this name, "" where there is none.
    [[nodiscard]] std::string_view value(std::string_view name) const noexcept;
    [[nodiscard]] std::vector<std::string_view> values(std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string>> m_entries;
};

} // namespace sightglass
