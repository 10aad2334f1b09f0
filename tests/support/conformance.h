// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sightglass::test {

/// A path below the conformance data beside the checkout (../shared/conformance, or SIGHTGLASS_CONFORMANCE).
/// Empty where the data is not there: the test then skips with QSKIP and says so.
[[nodiscard]] QString conformancePath(const QString &relative);

/// The whole file, empty where it cannot be read.
[[nodiscard]] QByteArray readFile(const QString &path);

} // namespace sightglass::test
