// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/promqltest/memorystore.h"

namespace sightglass::test {

using promqltest::MemoryStore;

} // namespace sightglass::test
