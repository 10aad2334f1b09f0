// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace sightglass {

/// A translated text with the arguments put in for %1 to %9, each made displayable and cut to
/// `longestArgument` characters. One pass, unlike QString::arg(): an argument that itself holds "%1" is not
/// filled again. A number without an argument stays as written.
[[nodiscard]] QString filledText(const QString &text, const std::vector<std::string> &arguments,
                                 qsizetype longestArgument = 300);

} // namespace sightglass
