// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass export [--format text|openmetrics|protobuf] [--match SELECTOR]… --target URL… [--for 5s]
/// [--out FILE]`: scrapes, then writes the newest sample of every series that some selector selects, of all
/// without one, as an exposition, with the target's labels and times (exportFamilies()). Exit code
/// 0 when all is well, 1 where a selector is none or nothing could be written, 2 where a target could not be
/// scraped even once, or on wrong usage.
int runExportCommand(const QStringList &arguments);

} // namespace sightglass
