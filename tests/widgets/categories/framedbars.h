// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/categories/bardata.h"

#include <string>
#include <vector>

namespace sightglass::test {

[[nodiscard]] Field textField(const std::string &name, const std::vector<std::string> &values);
[[nodiscard]] Field numberField(const std::string &name, const std::vector<double> &values,
                                const std::string &unit = {});
/// An answer of one frame.
[[nodiscard]] PanelDataPtr framed(std::vector<Field> fields);
/// Three categories, two series, one value that is none.
[[nodiscard]] PanelDataPtr cities();
[[nodiscard]] PanelSpec barSpec(BarChartOptions options = {});
[[nodiscard]] BarData dataOf(const PanelDataPtr &data, const BarChartOptions &options = {});

} // namespace sightglass::test
