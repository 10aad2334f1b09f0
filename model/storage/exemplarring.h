// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/hashindex.h"
#include "model/storage/exemplarview.h"

#include <cstdint>
#include <deque>

namespace sightglass {

/// The newest exemplars of all series, as Prometheus' circular exemplar storage keeps them: when it is full,
/// the one that came first goes, whosever it is. Writer only; what publish() handed out does not change any
/// more, and costs a pointer per chunk.
class ExemplarRing
{
public:
    struct Limits
    {
        std::size_t count = 0; ///< 0: nothing is kept
        std::size_t bytes = 0; ///< of exemplars and of what is known of their series
    };
    explicit ExemplarRing(Limits limits)
        : m_limits(limits)
    {}

    /// What add() would say at the moment.
    [[nodiscard]] ExemplarVerdict check(const Labels &series, const Exemplar &exemplar) const;
    ExemplarVerdict add(const Labels &series, Exemplar exemplar);

    /// Drops the oldest ones until what is left is not older. Those that arrived later than a newer one stay
    /// as long as that.
    void dropBefore(TimestampMs cutoff);
    void setLimits(Limits limits);

    /// Null where there is nothing. The same object until something changed.
    [[nodiscard]] std::shared_ptr<const ExemplarView> publish();

    [[nodiscard]] std::size_t size() const noexcept { return m_end - m_first; }
    [[nodiscard]] std::size_t bytes() const noexcept { return m_bytes; }

private:
    using Number = HashIndex::Place;

    /// A series with at least one exemplar.
    struct Series
    {
        Labels labels;
        Exemplar newest;
        std::size_t count = 0;
    };

    [[nodiscard]] Number numberOf(const Labels &series) const;
    [[nodiscard]] ExemplarVerdict checkFor(Number number, const Exemplar &exemplar) const;
    Number makeSeries(const Labels &labels);
    void append(Number number, Exemplar exemplar);
    void dropOldest();
    void dropToLimits();

    Limits m_limits;
    std::deque<std::shared_ptr<ExemplarChunk>> m_chunks;
    std::size_t m_first = 0; ///< place of the oldest exemplar, counted from the first chunk
    std::size_t m_end = 0;   ///< one past the newest
    std::vector<Series> m_series;
    std::vector<Number> m_freeNumbers;
    HashIndex m_numbers; ///< by the hash of the series' labels
    std::size_t m_bytes = 0;
    bool m_changed = false;
    std::shared_ptr<const ExemplarView> m_published;
};

} // namespace sightglass
