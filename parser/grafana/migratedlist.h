// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <vector>

namespace sightglass {

/// How a list of the dashboard in the one form differs from the one in the text.
struct MigratedList
{
    /// An item that the one form has no place for.
    struct Other
    {
        int place = 0;          ///< in the text's list
        std::size_t before = 0; ///< so many items of the one form's list stand before it
        nlohmann::json json;
    };

    std::vector<int> places; ///< of each item, in the text's list; -1: it is not there
    std::vector<Other> others;

    /// To be called for the items of the text's list, one after the other.
    void take() { places.push_back(m_next++); }
    void setAside(nlohmann::json json) { others.push_back({m_next++, places.size(), std::move(json)}); }

private:
    int m_next = 0;
};

} // namespace sightglass
