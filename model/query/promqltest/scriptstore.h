// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"
#include "parser/base/result.h"

#include <memory>

namespace sightglass::promqltest {

/// Where a script's series go. The product gives its real store, tests a naive one as well.
class ScriptStore
{
public:
    virtual ~ScriptStore() = default;

    virtual void clear() = 0;
    /// Times of a series ascend. Errors: as Head::append.
    virtual Status append(const Labels &labels, TimestampMs t, double value) = 0;
    /// Ends one load: all of it becomes visible.
    virtual void commit() = 0;
    [[nodiscard]] virtual std::shared_ptr<const Snapshot> snapshot() = 0;
};

} // namespace sightglass::promqltest
