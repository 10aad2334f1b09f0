// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <QString>
#include <QStringList>

namespace sightglass {

/// What an answer has to be read with: Prometheus' annotations, what transformations left out, where buckets
/// are too coarse. Displayable, one line each, without repetition, a bounded number.
[[nodiscard]] QStringList panelRemarks(const PanelData &data);

/// The failed expression with its place marked by brackets that no expression contains. Displayable; empty
/// where no query failed.
[[nodiscard]] QString markedExpression(const PanelSpec &spec, const PanelData &data);

} // namespace sightglass
