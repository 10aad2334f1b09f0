// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/histogram/floathistogram.h"
#include "model/storage/snapshot.h"
#include "parser/base/labels.h"
#include "parser/base/result.h"

#include <memory>

namespace sightglass {

/// A sample that a rule yields.
struct RuleSample
{
    Labels labels;                    ///< with __name__
    double value = 0;                 ///< where there is no histogram
    HistogramPtr histogram = nullptr; ///< null for a float
};

/// Where rules read and write: what the engine needs of a store. The same thread as the engine's.
class RuleStore
{
public:
    virtual ~RuleStore() = default;

    /// What is committed.
    [[nodiscard]] virtual std::shared_ptr<const Snapshot> snapshot() = 0;

    /// Takes a sample of the rule that is evaluated; visible with commit(). Errors: as Head::append().
    virtual Status append(const RuleSample &sample, TimestampMs t) = 0;
    virtual void commit() = 0;
};

} // namespace sightglass
