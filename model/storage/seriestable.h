// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/seriesdata.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace sightglass {

/// A place in the table of series; reused after a series is removed.
using Slot = std::uint32_t;

/// The slot is the lower half of an id, the upper half counts its reuses.
[[nodiscard]] constexpr Slot slotOf(SeriesId id) noexcept
{
    return static_cast<Slot>(id);
}

/// 64 neighbouring series. In parts, because how far a series is visible changes with every scrape but its
/// chunks only when one is sealed or dropped, and extras are rare.
struct SeriesPage
{
    static constexpr std::size_t slots = 64;
    using Chunks = std::array<std::shared_ptr<const SeriesData>, slots>;
    using Extras = std::array<std::shared_ptr<const SeriesExtras>, slots>;

    std::array<TimestampMs, slots> lastTimes{};
    std::array<std::uint8_t, slots> openCounts{};
    std::shared_ptr<const Chunks> series;
    std::shared_ptr<const Extras> extras; ///< null where none of them has any
};

/// What a snapshot holds: pages that nobody changes any more. Any thread.
class SeriesTableView
{
public:
    SeriesTableView() = default;
    explicit SeriesTableView(std::vector<std::shared_ptr<const SeriesPage>> pages) noexcept
        : m_pages(std::move(pages))
    {}

    [[nodiscard]] std::size_t slotCount() const noexcept { return m_pages.size() * SeriesPage::slots; }

    /// What is in a slot; a row without data where there is none.
    [[nodiscard]] SeriesRow row(Slot slot) const noexcept;

    /// The row of that very series, without data where it is not in this view or has no sample in it.
    [[nodiscard]] SeriesRow find(SeriesId id) const noexcept;

private:
    std::vector<std::shared_ptr<const SeriesPage>> m_pages;
};

/// The same as the writer keeps it: publish() hands the pages over, and a page is copied when it is first
/// changed after that. Publishing costs a pointer per page. Writer only.
class SeriesTable
{
public:
    /// Puts a series' chunks in its slot; the slot grows the table if need be. Visibility stays as it is.
    void setData(Slot slot, std::shared_ptr<const SeriesData> data);
    void setVisible(Slot slot, std::size_t openCount, TimestampMs lastTime);
    void setExtras(Slot slot, std::shared_ptr<const SeriesExtras> extras);
    void clear(Slot slot);

    [[nodiscard]] SeriesRow row(Slot slot) const noexcept;
    [[nodiscard]] std::size_t slotCount() const noexcept { return m_pages.size() * SeriesPage::slots; }

    [[nodiscard]] SeriesTableView publish();

    /// Memory of the table per slot, for accounting.
    [[nodiscard]] static constexpr std::size_t bytesPerSlot() noexcept
    {
        return (sizeof(SeriesPage) + sizeof(SeriesPage::Chunks)) / SeriesPage::slots;
    }

private:
    struct Owned
    {
        std::shared_ptr<SeriesPage> page;
        std::shared_ptr<SeriesPage::Chunks> chunks;
        std::shared_ptr<SeriesPage::Extras> extras;
        bool pagePublished = false;
        bool chunksPublished = false;
        bool extrasPublished = false;
    };
    SeriesPage &writablePage(Slot slot);
    SeriesPage::Chunks &writableChunks(Slot slot);
    SeriesPage::Extras &writableExtras(Slot slot);

    std::vector<Owned> m_pages;
};

} // namespace sightglass
