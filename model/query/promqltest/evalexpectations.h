// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/promqltest/script.h"

namespace sightglass::promqltest {

/// Reads one line of an eval block's body into it: `expect …`, a number, an expected series, or the older
/// expected_fail_message and expected_fail_regexp. Errors: ConfigSyntax.
[[nodiscard]] Status parseExpectation(std::string_view line, EvalCommand &eval);

} // namespace sightglass::promqltest
