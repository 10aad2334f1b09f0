// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <QStringList>

namespace sightglass {

/// The font of what stands below the main line of a list's row.
[[nodiscard]] QFont smallFont(const QFont &base);

/// The lines that a plain text wraps into at this width in pixels, in words where it can, at most
/// `mostLines`: what is beyond ends in an ellipsis. No line where there is no text.
[[nodiscard]] QStringList wrappedText(const QString &text, const QFont &font, int width, int mostLines);

} // namespace sightglass
