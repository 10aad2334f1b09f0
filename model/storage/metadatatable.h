// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/exposition/metrictype.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace sightglass {

/// Family name to its metadata. Values are shared by all maps that have them.
using MetadataMap = std::map<std::string, std::shared_ptr<const MetricMetadata>, std::less<>>;

/// TYPE, HELP and UNIT of families as the writer keeps them, bounded in number and in memory, and who still
/// needs them. Writer only; what publish() handed out does not change any more.
class MetadataTable
{
public:
    enum class Change : std::uint8_t
    {
        None,
        Made
    };

    /// maxFamilies, maxBytes: a family that would go beyond is not kept; one that is there keeps its old
    /// text.
    MetadataTable(std::size_t maxFamilies, std::size_t maxBytes);

    Change set(std::string_view family, const MetricMetadata &metadata);

    /// Counts one more who needs the family; false where it is not kept.
    bool hold(std::string_view family);

    /// One less; the last one takes the family away.
    Change release(std::string_view family);

    [[nodiscard]] std::shared_ptr<const MetadataMap> publish();

    [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; }

private:
    MetadataMap &writable();

    std::size_t m_maxFamilies;
    std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
    std::shared_ptr<MetadataMap> m_map = std::make_shared<MetadataMap>();
    bool m_published = false;
    std::map<std::string, std::size_t, std::less<>> m_holders;
};

} // namespace sightglass
