// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"
#include "parser/base/result.h"

#include <memory>

namespace sightglass::promqltest {

/// One sample of a script: a float, or a native histogram.
struct ScriptSample
{
    TimestampMs t = 0;
    double value = 0; ///< where there is no histogram
    HistogramPtr histogram =
        nullptr;           ///< with the hint that the script writes, which is not the one read back
    TimestampMs start = 0; ///< start timestamp, 0 where there is none
};

/// Where a script's series go. The product gives its real store, tests a naive one as well.
class ScriptStore
{
public:
    virtual ~ScriptStore() = default;

    virtual void clear() = 0;
    /// Times of a series ascend. Errors: as Head::append.
    virtual Status append(const Labels &labels, const ScriptSample &sample) = 0;
    /// Ends one load: all of it becomes visible.
    virtual void commit() = 0;
    [[nodiscard]] virtual std::shared_ptr<const Snapshot> snapshot() = 0;
};

} // namespace sightglass::promqltest
