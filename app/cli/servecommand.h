// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass serve --target URL… --listen 127.0.0.1:9099 [--token-file F] [--allow-remote]`: scrapes, and
/// answers the Prometheus HTTP API, until it is ended. Prints where it listens. Exit code 1 where it cannot
/// listen, 2 on wrong usage.
int runServeCommand(const QStringList &arguments);

} // namespace sightglass
