// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/promqltest/scriptstore.h"
#include "model/storage/head.h"

#include <limits>
#include <memory>

namespace sightglass::test {

/// The product's own store behind a promqltest script, keeping everything.
class HeadStore : public promqltest::ScriptStore
{
public:
    void clear() override { m_head = std::make_unique<Head>(keepAll()); }

    Status append(const Labels &labels, const promqltest::ScriptSample &sample) override
    {
        const SeriesId id = m_head->seriesFor(labels);
        return sample.histogram != nullptr ? m_head->append(id, sample.t, sample.histogram, sample.start)
                                           : m_head->append(id, sample.t, sample.value, sample.start);
    }

    void commit() override { m_head->commit(); }
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() override { return m_head->snapshot(); }

private:
    static Retention keepAll()
    {
        return {std::numeric_limits<std::int64_t>::max() / 4, std::size_t{1} << 30U};
    }

    std::unique_ptr<Head> m_head = std::make_unique<Head>(keepAll());
};

} // namespace sightglass::test
