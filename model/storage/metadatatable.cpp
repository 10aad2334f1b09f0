// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/metadatatable.h"

namespace sightglass {

namespace {

/// Of one family, with its places in both maps.
std::size_t bytesOf(std::string_view family, const MetricMetadata &metadata) noexcept
{
    constexpr std::size_t links = 4 * sizeof(void *);
    constexpr std::size_t nodes =
        2 * (links + sizeof(MetadataMap::value_type)) + sizeof(MetricMetadata) + links;
    return nodes + 2 * family.size() + metadata.help.size() + metadata.unit.size();
}

} // namespace

MetadataTable::MetadataTable(std::size_t maxFamilies, std::size_t maxBytes)
    : m_maxFamilies(maxFamilies)
    , m_maxBytes(maxBytes)
{}

MetadataMap &MetadataTable::writable()
{
    if (m_published) {
        m_map = std::make_shared<MetadataMap>(*m_map);
        m_published = false;
    }
    return *m_map;
}

MetadataTable::Change MetadataTable::set(std::string_view family, const MetricMetadata &metadata)
{
    const auto known = m_map->find(family);
    const bool isNew = known == m_map->end();
    if (!isNew && *known->second == metadata)
        return Change::None;
    const std::size_t before = isNew ? 0 : bytesOf(family, *known->second);
    const std::size_t after = bytesOf(family, metadata);
    if ((isNew && m_map->size() >= m_maxFamilies) ||
        (after > before && m_bytes - before + after > m_maxBytes))
        return Change::None;
    writable().insert_or_assign(std::string(family), std::make_shared<const MetricMetadata>(metadata));
    m_bytes += after - before;
    return Change::Made;
}

bool MetadataTable::hold(std::string_view family)
{
    if (!m_map->contains(family))
        return false;
    ++m_holders[std::string(family)];
    return true;
}

MetadataTable::Change MetadataTable::release(std::string_view family)
{
    const auto holders = m_holders.find(family);
    if (holders == m_holders.end() || --holders->second > 0)
        return Change::None;
    m_holders.erase(holders);
    MetadataMap &map = writable();
    const auto at = map.find(family);
    m_bytes -= bytesOf(family, *at->second);
    map.erase(at);
    return Change::Made;
}

std::shared_ptr<const MetadataMap> MetadataTable::publish()
{
    m_published = true;
    return m_map;
}

} // namespace sightglass
