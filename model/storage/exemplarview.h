// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/exemplars.h"

#include <array>
#include <cstdint>
#include <memory>

namespace sightglass {

/// An exemplar and whose it is.
struct StoredExemplar
{
    Exemplar exemplar;
    std::uint32_t number = 0; ///< of the series: no other one in the same view has it
    Labels series;
};

/// Neighbours in the order of arrival. The writer fills it from the front; what a view shows of it is never
/// written again.
struct ExemplarChunk
{
    static constexpr std::size_t size = 256;
    std::array<StoredExemplar, size> items;
};

/// The exemplars of one snapshot: shares its chunks with the ring and with the views before and after.
/// Immutable; any thread.
class ExemplarView
{
public:
    struct Contents
    {
        std::vector<std::shared_ptr<const ExemplarChunk>> chunks;
        std::size_t first = 0;         ///< place of the oldest exemplar, counted from the first chunk
        std::size_t end = 0;           ///< one past the newest
        std::size_t seriesNumbers = 0; ///< all numbers of series are below
    };
    explicit ExemplarView(Contents contents) noexcept;

    void visit(std::span<const std::vector<Matcher>> matcherSets, TimeRange range,
               ExemplarVisitor &visitor) const;
    [[nodiscard]] std::vector<SeriesExemplars> select(std::span<const std::vector<Matcher>> matcherSets,
                                                      TimeRange range) const;
    [[nodiscard]] std::size_t size() const noexcept { return m_contents.end - m_contents.first; }

private:
    /// Both are called for what is in the range and satisfies a set: `wants` once for each series, `see` for
    /// each exemplar of those that are wanted.
    template<typename Wants, typename See>
    void walk(std::span<const std::vector<Matcher>> matcherSets, TimeRange range, Wants wants, See see) const;

    Contents m_contents;
};

} // namespace sightglass
