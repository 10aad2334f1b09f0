// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace sightglass {

/// Until when, as somebody types it: a duration from now ("2h", "1d12h"), or a time as parseTime() reads it.
/// Nothing for all else, and for what is not behind now.
[[nodiscard]] std::optional<TimestampMs> parseUntil(const QString &text, TimestampMs now,
                                                    const QTimeZone &zone);

} // namespace sightglass
