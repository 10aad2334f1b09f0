// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/panelview.h"

namespace sightglass {

/// The view for a panel type. PanelType::Row has none (null).
[[nodiscard]] PanelView *createPanelView(const PanelSpec &spec, const Theme &theme, QWidget *parent);

/// The data of any panel as a table.
[[nodiscard]] PanelView *createTableView(const PanelSpec &spec, const Theme &theme, QWidget *parent);

} // namespace sightglass
