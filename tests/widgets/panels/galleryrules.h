// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"

#include <functional>
#include <string>
#include <vector>

namespace sightglass::test {

/// Rules in all states for lists of alerts: `named` makes of a plain name what the case wants it to be;
/// `many` alerts of one rule beside a few of others. Times do not depend on the clock.
[[nodiscard]] std::vector<RuleStatus>
galleryRules(const std::function<std::string(const std::string &)> &named, int many);

} // namespace sightglass::test
