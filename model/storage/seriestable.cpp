// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/seriestable.h"

namespace sightglass {

namespace {

SeriesRow rowOf(const SeriesPage &page, Slot slot) noexcept
{
    const std::size_t at = slot % SeriesPage::slots;
    const SeriesExtras *extras = page.extras != nullptr ? (*page.extras)[at].get() : nullptr;
    return {(*page.series)[at].get(), page.lastTimes[at], page.openCounts[at], extras};
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
        Owned added;
        added.page = std::make_shared<SeriesPage>();
        added.chunks = std::make_shared<SeriesPage::Chunks>();
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

void SeriesTable::setExtras(Slot slot, std::shared_ptr<const SeriesExtras> extras)
{
    writableExtras(slot)[slot % SeriesPage::slots] = std::move(extras);
}

void SeriesTable::clear(Slot slot)
{
    if (row(slot).extras != nullptr)
        setExtras(slot, nullptr);
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

SeriesPage::Extras &SeriesTable::writableExtras(Slot slot)
{
    Owned &owned = m_pages[slot / SeriesPage::slots];
    if (owned.extras == nullptr || owned.extrasPublished) {
        owned.extras = owned.extras != nullptr ? std::make_shared<SeriesPage::Extras>(*owned.extras)
                                               : std::make_shared<SeriesPage::Extras>();
        owned.extrasPublished = false;
        writablePage(slot).extras = owned.extras;
    }
    return *owned.extras;
}

SeriesTableView SeriesTable::publish()
{
    std::vector<std::shared_ptr<const SeriesPage>> pages;
    pages.reserve(m_pages.size());
    for (Owned &owned : m_pages) {
        owned.pagePublished = true;
        owned.chunksPublished = true;
        owned.extrasPublished = true;
        pages.push_back(owned.page);
    }
    return SeriesTableView(std::move(pages));
}

} // namespace sightglass
