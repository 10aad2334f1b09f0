// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/theme.h"

class QScrollBar;

namespace sightglass {

/// Makes `bar` slim, without arrows and in the theme's colours, as slimScrollBars() does by a style sheet. For
/// what stands in every panel: another theme is but another palette, where a style sheet would be parsed, matched
/// and polished again for each bar, the hidden ones too. GUI thread; may be called again for another theme.
void makeSlim(QScrollBar &bar, const Theme &theme);

} // namespace sightglass
