// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/templatevalue.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace sightglass {

/// Go's fmt.Sprint, Sprintln and Sprintf over template values, mistakes included: %!d(float64=1),
/// %!s(MISSING), %!(EXTRA int=1). Addresses, which Go prints of pointers within other values, are
/// 0xc000000000 here. All of them end near mostBytes with what they have; the caller finds from the size that
/// it is too much.
[[nodiscard]] std::string goSprint(std::span<const TemplateValue> values, std::size_t mostBytes);
[[nodiscard]] std::string goSprintln(std::span<const TemplateValue> values, std::size_t mostBytes);
[[nodiscard]] std::string goSprintf(std::string_view format, std::span<const TemplateValue> values,
                                    std::size_t mostBytes);

/// The value as {{ }} prints it: pointers followed, "<no value>" where there is none.
[[nodiscard]] std::string printedValue(const TemplateValue &value, std::size_t mostBytes);

/// What html, js and urlquery make a text of: Sprint with pointers followed.
[[nodiscard]] std::string printedArguments(std::span<const TemplateValue> values, std::size_t mostBytes);

} // namespace sightglass
