// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"

#include <QString>

namespace sightglass {

/// An error as the window shows it: the translated message of its code with the arguments put in, and its
/// line:column where it has one. Plain text; arguments may be hostile and are cut to `longestArgument`
/// characters, a few hundred where nobody says otherwise.
[[nodiscard]] QString errorText(const Error &error, qsizetype longestArgument = 300);

} // namespace sightglass
