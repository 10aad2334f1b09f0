// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace sightglass {

/// A small button with a glyph at the end of a line of a form, and what it does for those who point or
/// listen.
[[nodiscard]] QToolButton *glyphButton(const QString &glyph, const QString &text, QWidget *parent);

} // namespace sightglass
