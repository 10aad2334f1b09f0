// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"

#include <cstddef>

namespace sightglass {

/// How many chunks the snapshot's samples lie in, those that are still written included: for status pages,
/// because it looks at every series. Only a Head cuts its samples into chunks; 0 for any other store.
[[nodiscard]] std::size_t chunkCount(const Snapshot &snapshot);

} // namespace sightglass
