// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneloptions.h"
#include "widgets/style/theme.h"

#include <QIcon>
#include <QString>

namespace sightglass {

/// What a type of panel is called. Translated.
[[nodiscard]] QString panelTypeName(PanelType type);
/// What it is good for, in a sentence.
[[nodiscard]] QString panelTypePurpose(PanelType type);

/// A small drawing of what such a panel looks like, sharp at any scaling.
[[nodiscard]] QIcon panelTypeIcon(PanelType type, const Theme &theme);

} // namespace sightglass
