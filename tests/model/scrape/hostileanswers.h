// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/httpserver.h"

#include <QList>

namespace sightglass::test {

/// What a misbehaving target may answer, one of each kind: floods of every part of an answer, a bomb, an
/// endless redirect (of /hostile/0), silence, half a head, another protocol. None of them is a page.
[[nodiscard]] QList<HttpAnswer> hostileAnswers();

} // namespace sightglass::test
