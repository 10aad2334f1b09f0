// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/familymetadata.h"

#include "parser/base/utf8cut.h"

#include <utility>

namespace sightglass {

namespace {

constexpr std::uint32_t scrapesToKeep = 10;

std::size_t textBytes(const MetricMetadata &metadata) noexcept
{
    return metadata.help.size() + metadata.unit.size();
}

} // namespace

void FamilyMetadata::beginScrape() noexcept
{
    ++m_scrape;
    m_cursor = 0;
}

FamilyMetadata::Family *FamilyMetadata::family(std::string_view name)
{
    const auto isAt = [&](std::size_t i) { return i < m_families.size() && m_families[i].name == name; };
    if (!isAt(m_cursor)) {
        if (isAt(m_cursor + 1)) {
            ++m_cursor;
        } else if (const auto known = m_index.find(name); known != m_index.end()) {
            m_cursor = known->second;
        } else {
            if (m_families.size() >= maxFamilies || m_textBytes + name.size() > maxTextBytes)
                return nullptr;
            m_cursor = m_families.size();
            m_index.emplace(std::string(name), m_cursor);
            m_families.push_back({std::string(name), {}, 0, true});
            m_textBytes += name.size();
        }
    }
    Family &found = m_families[m_cursor];
    found.seenIn = m_scrape;
    return &found;
}

void FamilyMetadata::setText(Family &family, std::string MetricMetadata::*text, std::string_view value)
{
    const std::size_t others = m_textBytes - (family.metadata.*text).size();
    if (family.metadata.*text == value || others + value.size() > maxTextBytes)
        return;
    family.changed = true;
    (family.metadata.*text).assign(value);
    m_textBytes = others + value.size();
}

void FamilyMetadata::setType(std::string_view name, MetricType type)
{
    Family *known = family(name);
    if (known == nullptr || known->metadata.type == type)
        return;
    known->changed = true;
    known->metadata.type = type;
}

void FamilyMetadata::setHelp(std::string_view name, std::string_view help)
{
    if (Family *known = family(name))
        setText(*known, &MetricMetadata::help, utf8Prefix(help, maxHelpBytes));
}

void FamilyMetadata::setUnit(std::string_view name, std::string_view unit)
{
    if (Family *known = family(name))
        setText(*known, &MetricMetadata::unit, utf8Prefix(unit, maxHelpBytes));
}

void FamilyMetadata::publish(Head &head, Page page)
{
    if (!m_owner)
        m_owner = head.addMetadataOwner(m_target);
    std::vector<MetadataChange> changes;
    for (Family &f : m_families) {
        if (f.changed)
            changes.push_back({f.name, &f.metadata});
        else if (isOld(f))
            changes.push_back({f.name, nullptr});
        f.changed = false;
    }
    if (!changes.empty())
        head.setMetadata(*m_owner, changes);
    forgetOld();
    // The next page takes its place: who fails does not grow old.
    m_scrape -= page == Page::Failed ? 1 : 0;
}

void FamilyMetadata::release(Head &head)
{
    if (m_owner)
        head.removeMetadataOwner(*m_owner);
    m_owner.reset();
    m_families.clear();
    m_index.clear();
    m_textBytes = 0;
    m_cursor = 0;
}

bool FamilyMetadata::isOld(const Family &family) const noexcept
{
    return family.seenIn + scrapesToKeep < m_scrape;
}

void FamilyMetadata::forgetOld()
{
    const auto old = [this](const Family &f) { return isOld(f); };
    for (const Family &f : m_families) {
        if (old(f))
            m_textBytes -= f.name.size() + textBytes(f.metadata);
    }
    if (std::erase_if(m_families, old) == 0)
        return;
    m_index.clear();
    for (std::size_t i = 0; i < m_families.size(); ++i)
        m_index.emplace(m_families[i].name, i);
    m_cursor = 0;
}

} // namespace sightglass
