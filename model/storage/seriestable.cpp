// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/seriestable.h"

namespace sightglass {

namespace {

SeriesRow rowOf(const SeriesPage &page, Slot slot) noexcept
{
    const std::size_t at = slot % SeriesPage::slots;
    return {(*page.series)[at].get(), page.lastTimes[at], page.openCounts[at]};
}

} // namespace

SeriesRow SeriesTableView::row(Slot slot) const noexcept
{
    const std::size_t page = slot / SeriesPage::slots;
    return page < m_pages.size() ? rowOf(*m_pages[page], slot) : SeriesRow{};
}

SeriesRow SeriesTableView::find(SeriesId id) const noexcept
{
    const SeriesRow found = row(slotOf(id));
    return found.hasSamples() && found.data->id == id ? found : SeriesRow{};
}

void SeriesTable::setData(Slot slot, std::shared_ptr<const SeriesData> data)
{
    while (slotCount() <= slot) {
        Owned added{std::make_shared<SeriesPage>(), std::make_shared<SeriesPage::Chunks>()};
        added.page->series = added.chunks;
        m_pages.push_back(std::move(added));
    }
    writableChunks(slot)[slot % SeriesPage::slots] = std::move(data);
}

void SeriesTable::setVisible(Slot slot, std::size_t openCount, TimestampMs lastTime)
{
    SeriesPage &page = writablePage(slot);
    page.openCounts[slot % SeriesPage::slots] = static_cast<std::uint8_t>(openCount);
    page.lastTimes[slot % SeriesPage::slots] = lastTime;
}

void SeriesTable::clear(Slot slot)
{
    setData(slot, nullptr);
    setVisible(slot, 0, 0);
}

SeriesRow SeriesTable::row(Slot slot) const noexcept
{
    return rowOf(*m_pages[slot / SeriesPage::slots].page, slot);
}

SeriesPage &SeriesTable::writablePage(Slot slot)
{
    Owned &owned = m_pages[slot / SeriesPage::slots];
    if (owned.pagePublished) {
        owned.page = std::make_shared<SeriesPage>(*owned.page);
        owned.pagePublished = false;
    }
    return *owned.page;
}

SeriesPage::Chunks &SeriesTable::writableChunks(Slot slot)
{
    Owned &owned = m_pages[slot / SeriesPage::slots];
    if (owned.chunksPublished) {
        owned.chunks = std::make_shared<SeriesPage::Chunks>(*owned.chunks);
        owned.chunksPublished = false;
        writablePage(slot).series = owned.chunks;
    }
    return *owned.chunks;
}

SeriesTableView SeriesTable::publish()
{
    std::vector<std::shared_ptr<const SeriesPage>> pages;
    pages.reserve(m_pages.size());
    for (Owned &owned : m_pages) {
        owned.pagePublished = true;
        owned.chunksPublished = true;
        pages.push_back(owned.page);
    }
    return SeriesTableView(std::move(pages));
}

} // namespace sightglass
