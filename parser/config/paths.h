// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sightglass {

/// A path of a configuration as seen from the directory that the file lies in, as Prometheus' JoinDir: an
/// empty or absolute one stays as it is, another is put behind the directory and cleaned of "." and "..".
/// Text only: no file is looked at.
[[nodiscard]] std::string joinedPath(std::string_view directory, std::string_view path);

/// Go's filepath.Clean.
[[nodiscard]] std::string cleanPath(std::string_view path);

} // namespace sightglass
