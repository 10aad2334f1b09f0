// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/metadatachange.h"
#include "model/storage/metadataview.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>

namespace sightglass {

/// TYPE, HELP and UNIT of families as the writer keeps them for each owner, bounded in number and in memory.
/// Writer only; what publish() handed out does not change any more.
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

    /// Another owner, who says nothing yet.
    MetadataOwner add(Labels target);

    /// The families of `changes` are unique.
    Change set(MetadataOwner owner, std::span<const MetadataChange> changes);

    /// The owner is no more: what it alone said goes.
    Change remove(MetadataOwner owner);

    [[nodiscard]] std::shared_ptr<const MetadataView> publish();

    [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; }

private:
    MetadataView::Families &writable();
    /// The one that all who say this share, as the latest; null where there is no room for another one.
    DescribedFamilyPtr keep(const MetadataChange &change);
    /// One owner less says this.
    void drop(const DescribedFamilyPtr &family);

    std::size_t m_maxFamilies;
    std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
    std::uint32_t m_lastOwner = 0;
    std::map<MetadataOwner, std::shared_ptr<const TargetMetadata>> m_owners;
    std::shared_ptr<MetadataView::Families> m_families = std::make_shared<MetadataView::Families>();
    bool m_familiesAreShared = false;                                   ///< with what was handed out
    std::unordered_map<const DescribedFamily *, std::size_t> m_holders; ///< of all that is in m_families
    std::shared_ptr<const MetadataView> m_published;                    ///< null where it is not as it was
};

} // namespace sightglass
