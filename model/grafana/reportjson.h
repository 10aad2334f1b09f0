// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/importreport.h"
#include "parser/base/error.h"

#include <string>
#include <variant>
#include <vector>

namespace sightglass {

/// What came of one file: a report, or why there is none.
struct ReportedFile
{
    std::string name;
    std::variant<DashboardReport, Error> outcome;
};

/// The sums over all files that could be read.
struct ReportTotals
{
    std::size_t dashboards = 0;
    std::size_t failed = 0; ///< files that could not be read
    VerdictCounts panels;
    VerdictCounts prometheusPanels;
};

[[nodiscard]] ReportTotals totalsOf(const std::vector<ReportedFile> &files);

/// One JSON object: "files" (each with "panels", "prometheusPanels", "details" or "error") and "total".
/// Indented, members in fixed order; bytes that are no UTF-8 are replaced.
[[nodiscard]] std::string reportJson(const std::vector<ReportedFile> &files);

} // namespace sightglass
