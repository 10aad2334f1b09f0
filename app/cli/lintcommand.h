// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace sightglass {

/// `sightglass lint [--every 1s] [--timeout 10s] [--format …] [--strict] [--json] [--approved FILE]
/// URL|FILE|-`: the endpoint doctor. Prints every finding as `file:line:column: severity: text [rule]`, with
/// the line and a caret, what Prometheus does about it and how to mend it; by severity, then in the order of
/// the page; of a URL what the scrapes took and how the page came; then one line of figures. A URL is scraped
/// twice, asked for packed pages as Prometheus does, so that counters that go down, changed types
/// and churn are found too. With --json every finding is an object on a line of its own, approved ones too,
/// and the figures are the last.
///
/// Exit code 0 when nothing is rejected or wrong but what was approved (advice alone is 0; with --strict it
/// counts), 1 otherwise and when a file cannot be read, 2 on wrong usage.
int runLintCommand(const QStringList &arguments);

} // namespace sightglass
