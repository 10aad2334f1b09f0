// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/indexentry.h"
#include "model/storage/postings.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

namespace sightglass {

/// The label index of a fixed set of series: sorted by labels, with postings per label value. Shared by all
/// snapshots since its set came to be; built by the first reader who asks, so that the writer never pays for
/// it. Any thread. Series that retention removed stay listed until the writer replaces the segment: the
/// reader checks each id.
class IndexSegment
{
public:
    /// Ids are unique. Order does not matter.
    explicit IndexSegment(std::vector<IndexEntry> entries);

    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }

    /// In the order given. For making another segment out of this one.
    [[nodiscard]] std::span<const IndexEntry> entries() const noexcept { return m_entries; }

    /// The entries that satisfy all matchers, sorted by labels. Pointers live as long as the segment.
    [[nodiscard]] std::vector<const IndexEntry *> select(std::span<const LabelMatcher> matchers) const;

    /// Tells whether an entry still counts.
    using IsLive = std::function<bool(const IndexEntry &)>;

    /// The label names of live entries, sorted. The views live as long as the segment.
    [[nodiscard]] std::vector<std::string_view> labelNames(const IsLive &isLive) const;
    /// The values of that label in live entries, sorted.
    [[nodiscard]] std::vector<std::string_view> labelValues(std::string_view name,
                                                            const IsLive &isLive) const;

    /// Memory of the entries and, once built, of the postings; not of the labels.
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    [[nodiscard]] const Postings &postings() const;
    [[nodiscard]] bool anyLive(const Postings::Value &value, const IsLive &isLive) const;

    std::vector<IndexEntry> m_entries;
    mutable std::once_flag m_once;
    mutable std::unique_ptr<const Postings> m_postings;
    mutable std::atomic<std::size_t> m_postingsBytes{0};
};

} // namespace sightglass
