// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace sightglass {

/// What a panel's menu asks its dashboard for.
enum class PanelCommand : std::uint8_t
{
    Edit,
    Duplicate,
    Copy, ///< to the clipboard, as a panel
    Cut,
    Remove,
    Alert ///< make a rule of it
};

} // namespace sightglass
