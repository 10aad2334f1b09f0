// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardsettings.h"
#include "model/dashboard/paneltime.h"
#include "model/query/queryengine.h"
#include "model/variables/variablevalues.h"
#include "parser/base/labels.h"
#include "parser/base/result.h"

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace sightglass {

/// Something that happened at a time, or over some, as it is marked on charts. Texts are hostile.
struct AnnotationMark
{
    TimestampMs from = 0;
    TimestampMs to = 0; ///< the same as `from` for a moment
    std::string color;  ///< as a theme names it
    std::string source; ///< the name of the annotation
    std::string title;
    std::string text;
    std::vector<std::string> tags;
    Labels series; ///< that the query found; empty for notes

    friend bool operator==(const AnnotationMark &, const AnnotationMark &) = default;
};
using AnnotationMarks = std::vector<AnnotationMark>;
using AnnotationMarksPtr = std::shared_ptr<const AnnotationMarks>;

inline constexpr std::size_t mostAnnotationMarks = 1000; ///< of one annotation

/// What a query of annotations finds over a range, as Grafana's Prometheus data source reads its answer: a
/// sample that is not 0 is a mark, those of successive steps are one that lasts. What selectors find does not
/// last through holes of its samples (see SampleHoles): nobody looked there. Ascending in time, at most
/// mostAnnotationMarks. Variables are replaced first. Errors: those of the parser and the engine. Any thread.
[[nodiscard]] Result<AnnotationMarks> annotationMarks(const AnnotationSpec &annotation,
                                                      const VariableValues &values, const Snapshot &snapshot,
                                                      const QueryEngine &engine, const PanelTime &time,
                                                      std::stop_token cancel = {});

/// Whether the panel with this id of the dashboard shows them.
[[nodiscard]] bool concerns(const AnnotationSpec &annotation, const std::string &panelId);

/// The annotation of alerts that fire, by the series that all rules leave; `builtIn`, as in Grafana.
[[nodiscard]] AnnotationSpec alertAnnotation();

/// Those of a dashboard that can be asked here, Grafana's own list being our alerts; which of them are
/// switched on is AnnotationSpec::enabled.
[[nodiscard]] std::vector<AnnotationSpec> askedAnnotations(const std::vector<AnnotationSpec> &annotations);

} // namespace sightglass
