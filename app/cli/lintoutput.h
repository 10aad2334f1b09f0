// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/analysis/diagnosis.h"

#include <QString>

#include <string>
#include <string_view>

namespace sightglass {

/// A diagnosis as `sightglass lint` prints it, hostile characters made visible. `source` is what the places
/// are in. Approved findings are counted only.
[[nodiscard]] QString lintText(const Diagnosis &diagnosis, const QString &source, std::string_view body);

/// The same for programs: one JSON object per line, the figures last.
[[nodiscard]] std::string lintJson(const Diagnosis &diagnosis, const QString &source);

} // namespace sightglass
