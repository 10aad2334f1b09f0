// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/queryengine.h"
#include "model/query/querypool.h"
#include "parser/promql/features.h"

#include <cstdint>
#include <memory>

namespace sightglass {

class CatalogSource;

/// What editors of queries need of the world around them. The catalog must outlive them.
struct EditingContext
{
    std::shared_ptr<QueryPool> pool;
    const CatalogSource *catalog = nullptr;
    QueryEngine engine = QueryEngine();
    promql::Features features = promql::Features();
    std::int64_t scrapeIntervalMs = 0;
};

} // namespace sightglass
