// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/targetconfig.h"

#include <QCommandLineParser>

#include <vector>

namespace sightglass {

/// What the verbs that scrape have in common: --target, --interval, and further targets as arguments.
void addScrapeOptions(QCommandLineParser &parser);

/// The targets of those options, at least one; what is wrong with them in `problem` otherwise. `addresses`
/// are those that stand as arguments.
[[nodiscard]] std::vector<TargetConfig> scrapedTargets(const QCommandLineParser &parser,
                                                       const QStringList &addresses, QString &problem);

} // namespace sightglass
