// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass check --target URL… --rules FILE… [--config FILE] [--for 2m] [--interval 1s]
/// [--evaluation-interval D] [--fail-on info|warning|critical] [--junit FILE]`: scrapes for a while,
/// evaluates the rules meanwhile, and prints a table of what was active. With a prometheus.yml its targets
/// and rule files count too, and its evaluation_interval, rule_query_offset and external_labels are in force.
///
/// Exit code 0 when no alert fired that is grave enough, 1 when one did, at whatever time and whatever else
/// was wrong, 2 when none did but that does not tell that it was quiet: a target never answered, a rule file
/// is broken, a rule failed, it was interrupted; also where no target answered at all, where the report
/// cannot be written, and on wrong usage.
int runLiveCheckCommand(const QStringList &arguments);

/// Whether these arguments of `check` are for this rather than for `check rules`.
[[nodiscard]] bool isLiveCheck(const QStringList &arguments);

} // namespace sightglass
