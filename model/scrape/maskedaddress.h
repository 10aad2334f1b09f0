// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sightglass {

/// An address as it was typed, usable or not, for messages: what may be a password is "***". That is all
/// between the first colon behind the scheme and the last @, wherever that is, for a mistyped password may
/// hold any character; without both there is none. The user's name stays.
[[nodiscard]] QString maskedAddress(const QString &typed);

} // namespace sightglass
