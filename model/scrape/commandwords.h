// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sightglass {

/// The words of a command line as a POSIX shell splits it (Shell Command Language, 2.2 Quoting): blanks
/// separate, \c takes c as it is, '…' takes everything, "…" everything but \" \\ \$ and \`. Nothing is
/// expanded and nothing else is special. Empty where a quote is not closed, or the line ends in a lone
/// backslash.
[[nodiscard]] QStringList commandWords(const QString &line);

} // namespace sightglass
