// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storage/head.h"

#include <QByteArray>

namespace sightglass::test {

/// Appends a text exposition to a head as a scrape at `t` would, with these target labels; values of counters
/// grow by `growth` so that a second load of the same body looks like a second scrape. Returns the number of
/// samples; -1 where the body does not parse.
int loadExposition(Head &head, const QByteArray &body, const Labels &target, TimestampMs t,
                   double growth = 0);

} // namespace sightglass::test
