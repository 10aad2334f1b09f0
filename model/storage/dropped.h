// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/snapshot.h"

namespace sightglass {

/// A time up to which (inclusive) retention has ever dropped samples of the snapshot's store: behind it
/// nothing is missing that ever was there. The lowest time where nothing was dropped. Only a Head tells; the
/// highest time for any other store.
[[nodiscard]] TimestampMs droppedTo(const Snapshot &snapshot);

} // namespace sightglass
