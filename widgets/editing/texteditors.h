// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/fieldeditor.h"

namespace sightglass {

/// A text of several lines.
[[nodiscard]] FieldEditor *createLongTextEditor(int height, QWidget *parent);

/// Any value, as JSON; says what is wrong with it.
[[nodiscard]] FieldEditor *createJsonEditor(QWidget *parent);

} // namespace sightglass
