// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/zonerule.h"
#include "model/dashboard/paneldata.h"
#include "model/dashboard/panelspec.h"

#include <QString>
#include <QStringList>

namespace sightglass {

/// What PromQL merely mentions ("might not be a counter"): plain, displayable, few.
[[nodiscard]] QStringList panelNotices(const PanelData &data);

/// Why a query answers nothing, or something doubtful, and what is probably meant. Displayable.
[[nodiscard]] QString reasonText(const QueryReason &reason);

/// What an answer has to be read with: Prometheus' annotations, why a query answers nothing, what
/// transformations left out, where buckets are too coarse or broken, and where the view has no other place
/// for it, between what quantiles lie and that calculations over a range know its steps only or are worked
/// out now and then. Displayable, one line each, without repetition, a bounded number.
[[nodiscard]] QStringList panelRemarks(const PanelSpec &spec, const PanelData &data,
                                       const ZoneRule &zone = {});

/// The failed expression with its place marked by brackets that no expression contains. Displayable; empty
/// where no query failed.
[[nodiscard]] QString markedExpression(const PanelSpec &spec, const PanelData &data);

} // namespace sightglass
