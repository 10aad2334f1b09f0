// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass query EXPR --target URL… --for 10s [--at T | --from T --to T --step D]`: scrapes for a while,
/// then asks, and prints the answer to the standard output; warnings and errors go to the error stream. Exit
/// code 0 when all is well, 1 where the query is wrong or fails, 2 where a target could not be scraped even
/// once, or on wrong usage.
int runQueryCommand(const QStringList &arguments);

} // namespace sightglass
