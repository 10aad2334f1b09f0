// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace sightglass {

/// A JSON text with every string in it, but no key, changed by `change`; keys keep their order. What is no
/// JSON, or nested too deeply, stays as it is.
[[nodiscard]] std::string withChangedTexts(const std::string &json,
                                           const std::function<void(std::string &)> &change);

} // namespace sightglass
