// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/rulestore.h"
#include "model/storage/head.h"

namespace sightglass {

/// Rules over the product's own store. While they are evaluated the head has no other open transaction.
class HeadRuleStore : public RuleStore
{
public:
    /// The head outlives this; used on its writer's thread.
    explicit HeadRuleStore(Head &head)
        : m_head(head)
    {}

    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() override { return m_head.snapshot(); }

    Status append(const RuleSample &sample, TimestampMs t) override
    {
        const SeriesId id = m_head.seriesFor(sample.labels);
        return sample.histogram != nullptr ? m_head.append(id, t, sample.histogram)
                                           : m_head.append(id, t, sample.value);
    }

    void commit() override { m_head.commit(); }

private:
    Head &m_head;
};

} // namespace sightglass
