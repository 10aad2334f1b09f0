// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/promqltest/scriptstore.h"
#include "model/storage/snapshot.h"

#include <map>
#include <memory>

namespace sightglass::promqltest {

/// A deliberately naive store: a sorted map from labels to columns, copied whole for every snapshot. Slow and
/// evidently right: tests of the engine stand on it, and the real store is compared with it.
class MemoryStore : public ScriptStore
{
public:
    void clear() override { m_series.clear(); }
    Status append(const Labels &labels, const ScriptSample &sample) override;
    void commit() override {}
    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() override;

private:
    std::map<Labels, SampleColumns> m_series;
};

} // namespace sightglass::promqltest
