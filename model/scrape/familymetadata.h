// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/head.h"
#include "parser/exposition/metrictype.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sightglass {

/// TYPE, HELP and UNIT lines of one target's scrapes, collected so that only what changed goes to the store,
/// and only from a scrape that was taken over.
class FamilyMetadata
{
public:
    /// Longer HELP texts are cut (at a character): a page may not fill memory by describing itself.
    static constexpr std::size_t maxHelpBytes = 4096;

    void beginScrape() noexcept;
    void setType(std::string_view family, MetricType type);
    void setHelp(std::string_view family, std::string_view help);
    void setUnit(std::string_view family, std::string_view unit);

    /// Tells the store what changed since the last time. Families that the last 10 scrapes did not name are
    /// forgotten here (scraping reference, section 3, cache maintenance).
    void publish(Head &head);

private:
    struct Family
    {
        std::string name;
        MetricMetadata metadata;
        std::uint32_t seenIn = 0;
        bool changed = true;
    };
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    Family &family(std::string_view name);
    void forgetOld();

    std::vector<Family> m_families; ///< in the order of first sight, which is mostly the order of every page
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> m_index;
    std::size_t m_cursor = 0; ///< the family named last
    std::uint32_t m_scrape = 0;
};

} // namespace sightglass
