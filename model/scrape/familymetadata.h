// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/head.h"
#include "parser/exposition/metrictype.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sightglass {

/// TYPE, HELP and UNIT lines of one target's scrapes, collected so that only what changed goes to the store:
/// after beginScrape() and the lines comes publish(). As in Prometheus what a page said before it failed
/// counts, while none of its samples do.
class FamilyMetadata
{
public:
    /// Longer HELP texts are cut (at a character): a page may not fill memory by describing itself.
    static constexpr std::size_t maxHelpBytes = 4096;

    /// A page may not fill memory with families either: lines of further ones, or text beyond that many
    /// bytes in all, are not kept.
    static constexpr std::size_t maxFamilies = 50'000;
    static constexpr std::size_t maxTextBytes = std::size_t{16} << 20U;

    /// `target`: the labels that all series of the target have.
    explicit FamilyMetadata(Labels target)
        : m_target(std::move(target))
    {}

    void beginScrape() noexcept;
    void setType(std::string_view family, MetricType type);
    void setHelp(std::string_view family, std::string_view help);
    void setUnit(std::string_view family, std::string_view unit);

    enum class Page : std::uint8_t
    {
        Whole,
        Failed
    };
    /// Tells the store what changed since the last time. Families that the last 10 whole pages did not name
    /// are forgotten here (scraping reference, section 3, cache maintenance).
    void publish(Head &head, Page page = Page::Whole);

    /// The target is no more: the store forgets what nobody else says.
    void release(Head &head);

    /// Families that are remembered, those of the scrape under way included.
    [[nodiscard]] std::size_t size() const noexcept { return m_families.size(); }

private:
    struct Family
    {
        std::string name;
        MetricMetadata metadata;
        std::uint32_t seenIn = 0;
        bool changed = true; ///< since the last publish()
    };
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    /// Null where there is no room for another one.
    Family *family(std::string_view name);
    void setText(Family &family, std::string MetricMetadata::*text, std::string_view value);
    [[nodiscard]] bool isOld(const Family &family) const noexcept;
    void forgetOld();

    Labels m_target;
    std::optional<MetadataOwner> m_owner; ///< in the store, from the first publish() on
    std::vector<Family> m_families; ///< in the order of first sight, which is mostly the order of every page
    std::unordered_map<std::string, std::size_t, TextHash, std::equal_to<>> m_index;
    std::size_t m_textBytes = 0; ///< names, HELP and UNIT of all families
    std::size_t m_cursor = 0;    ///< the family named last
    std::uint32_t m_scrape = 0;
};

} // namespace sightglass
