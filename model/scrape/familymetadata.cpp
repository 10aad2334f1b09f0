// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/familymetadata.h"

#include <algorithm>

namespace sightglass {

namespace {

constexpr std::uint32_t scrapesToKeep = 10;

std::string_view clipped(std::string_view text, std::size_t maxBytes)
{
    if (text.size() <= maxBytes)
        return text;
    std::size_t end = maxBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

} // namespace

void FamilyMetadata::beginScrape() noexcept
{
    ++m_scrape;
    m_cursor = 0;
}

FamilyMetadata::Family &FamilyMetadata::family(std::string_view name)
{
    const auto isAt = [&](std::size_t i) { return i < m_families.size() && m_families[i].name == name; };
    if (!isAt(m_cursor)) {
        if (isAt(m_cursor + 1)) {
            ++m_cursor;
        } else if (const auto known = m_index.find(name); known != m_index.end()) {
            m_cursor = known->second;
        } else {
            m_cursor = m_families.size();
            m_index.emplace(std::string(name), m_cursor);
            m_families.push_back({std::string(name), {}, 0, true});
        }
    }
    Family &found = m_families[m_cursor];
    found.seenIn = m_scrape;
    return found;
}

void FamilyMetadata::setType(std::string_view name, MetricType type)
{
    Family &f = family(name);
    f.changed = f.changed || f.metadata.type != type;
    f.metadata.type = type;
}

void FamilyMetadata::setHelp(std::string_view name, std::string_view help)
{
    Family &f = family(name);
    const std::string_view text = clipped(help, maxHelpBytes);
    if (f.metadata.help == text)
        return;
    f.metadata.help.assign(text);
    f.changed = true;
}

void FamilyMetadata::setUnit(std::string_view name, std::string_view unit)
{
    Family &f = family(name);
    if (f.metadata.unit == unit)
        return;
    f.metadata.unit.assign(unit);
    f.changed = true;
}

void FamilyMetadata::publish(Head &head)
{
    for (Family &f : m_families) {
        if (f.changed)
            head.setMetadata(f.name, f.metadata);
        f.changed = false;
    }
    forgetOld();
}

void FamilyMetadata::forgetOld()
{
    const auto old = [this](const Family &f) { return f.seenIn + scrapesToKeep < m_scrape; };
    if (std::erase_if(m_families, old) == 0)
        return;
    m_index.clear();
    for (std::size_t i = 0; i < m_families.size(); ++i)
        m_index.emplace(m_families[i].name, i);
    m_cursor = 0;
}

} // namespace sightglass
