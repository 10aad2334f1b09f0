// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace sightglass::bench {

/// The option that makes panelWindowMain() do its work.
inline constexpr const char *panelWindowOption = "--panel-window";

/// Where the arguments ask for it: shows a window with a dashboard of 12 panels, one of each type that
/// answers queries and a second time series, with their data, says "first frame after … ms" and how much
/// resident memory the window took, and returns the exit code.
[[nodiscard]] std::optional<int> panelWindowMain(int argc, char **argv);

} // namespace sightglass::bench
