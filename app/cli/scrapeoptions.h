// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/targetconfig.h"

#include <QCommandLineParser>
#include <QStringList>

#include <vector>

namespace sightglass {

/// What the verbs that scrape have in common: --target, --interval, and further targets as arguments.
void addScrapeOptions(QCommandLineParser &parser);

/// --rules, may be repeated.
void addRuleOption(QCommandLineParser &parser);
/// What --rules names: files, bundled ones, and patterns of files, which TargetSources::open() follows.
[[nodiscard]] QStringList ruleFiles(const QCommandLineParser &parser);

enum class TargetsNeeded : bool
{
    No,
    Yes ///< at least one
};

/// The targets of those options; what is wrong with them in `problem` otherwise. `addresses` are those that
/// stand as arguments.
[[nodiscard]] std::vector<TargetConfig> scrapedTargets(const QCommandLineParser &parser,
                                                       const QStringList &addresses, TargetsNeeded needed,
                                                       QString &problem);

} // namespace sightglass
