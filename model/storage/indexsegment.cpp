// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/indexsegment.h"

#include <algorithm>
#include <utility>

namespace sightglass {

IndexSegment::IndexSegment(std::vector<IndexEntry> entries)
    : m_entries(std::move(entries))
{}

const Postings &IndexSegment::postings() const
{
    std::call_once(m_once, [this] {
        m_postings = std::make_unique<const Postings>(m_entries);
        m_postingsBytes.store(m_postings->bytes(), std::memory_order_relaxed);
    });
    return *m_postings;
}

std::vector<const IndexEntry *> IndexSegment::select(std::span<const LabelMatcher> matchers) const
{
    std::vector<const IndexEntry *> found;
    const std::vector<std::uint32_t> positions = postings().select(m_entries, matchers);
    found.reserve(positions.size());
    for (const std::uint32_t position : positions)
        found.push_back(&m_entries[position]);
    return found;
}

bool IndexSegment::anyLive(const Postings::Value &value, const IsLive &isLive) const
{
    const auto rows = postings().rows(value);
    return std::any_of(rows.begin(), rows.end(),
                       [&](std::uint32_t row) { return isLive(m_entries[postings().entryAt(row)]); });
}

std::vector<std::string_view> IndexSegment::labelNames(const IsLive &isLive) const
{
    std::vector<std::string_view> names;
    for (const Postings::Name &name : postings().names()) {
        const auto values = postings().values(name);
        if (std::any_of(values.begin(), values.end(),
                        [&](const auto &value) { return anyLive(value, isLive); }))
            names.push_back(postings().text(name.text));
    }
    return names;
}

std::vector<std::string_view> IndexSegment::labelValues(std::string_view name, const IsLive &isLive) const
{
    std::vector<std::string_view> texts;
    for (const Postings::Value &value : postings().values(name)) {
        if (anyLive(value, isLive))
            texts.push_back(postings().text(value.text));
    }
    return texts;
}

std::size_t IndexSegment::bytes() const noexcept
{
    return sizeof(IndexSegment) + m_entries.capacity() * sizeof(IndexEntry) +
           m_postingsBytes.load(std::memory_order_relaxed);
}

} // namespace sightglass
