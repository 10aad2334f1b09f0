// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/grafana/importreport.h"
#include "parser/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <map>
#include <string>

namespace sightglass {

/// A dashboard with what of it is not honoured.
struct OpenedDashboard
{
    DashboardSpec spec;
    QStringList losses;                          ///< of the dashboard itself; displayable, one line each
    std::map<std::string, QStringList> ofPanels; ///< the same of panels, by id
    std::size_t panelsWithLosses = 0;

    /// All that is lost, one sentence each.
    [[nodiscard]] std::size_t lossCount() const;
};

/// Any dashboard of Grafana, or one of this program's files. Errors: those of importDashboard(). Any thread.
[[nodiscard]] Result<OpenedDashboard> openDashboardText(const QByteArray &text);

/// The error with its place: "file.json:3:7: unexpected character", or with the JSON pointer in it.
/// Displayable.
[[nodiscard]] QString dashboardProblem(const QString &name, const Error &error);

} // namespace sightglass
