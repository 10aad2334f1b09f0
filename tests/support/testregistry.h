// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testcase.h"

#include <vector>

namespace sightglass::test {

/// The classes of this binary, in order of registration.
std::vector<TestFactory> &testRegistry();

} // namespace sightglass::test
