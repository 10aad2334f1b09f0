// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/fieldcodec.h"

#include <string>
#include <string_view>

/// Values in JSON by pointer, for forms. Values are JSON text; empty: there is none.
namespace sightglass {

[[nodiscard]] std::string jsonAt(const grafana::OrderedJson &json, std::string_view pointer);

/// Puts a value there, or takes it away for an empty text. What is on the way and cannot hold it is made an
/// object; entries of lists are added at their end by "-" or the next number. Members that only held what was
/// taken away go with it. False where the text is no JSON.
bool putJson(grafana::OrderedJson &json, std::string_view pointer, std::string_view text);

/// The last part of a pointer, as it is called.
[[nodiscard]] std::string lastToken(std::string_view pointer);

} // namespace sightglass
