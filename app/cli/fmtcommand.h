// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass fmt EXPR`: prints the expression as Prometheus formats it; `-` reads it from the standard
/// input. Every feature switch is on: what can be written can be formatted. Exit code 0, 1 where it does not
/// parse, 2 on wrong usage.
int runFmtCommand(const QStringList &arguments);

} // namespace sightglass
