// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/discoverer.h"

#include <memory>

namespace sightglass {

/// The discoverer that does what an entry of a scrape config asks for.
[[nodiscard]] std::unique_ptr<Discoverer> makeDiscoverer(const Discovery &discovery);

} // namespace sightglass
