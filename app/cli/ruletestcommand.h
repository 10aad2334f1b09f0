// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/rulefilereader.h"

#include <QStringList>

namespace sightglass {

/// What `sightglass test rules` is asked for.
struct RuleTestRequest
{
    QStringList files;
    QStringList run; ///< regular expressions: only tests with a name that one of them matches; none: all
    RuleFileOptions options;
};

/// What is wrong with a regular expression of `run`; empty where all is well.
[[nodiscard]] QString problemOf(const RuleTestRequest &request);

/// Runs the files' unit tests as promtool does, with its output and its exit code (0, or 1 where anything is
/// not as expected), and says behind each failure where it is and what differs first. Blocks.
[[nodiscard]] int runRuleTests(const RuleTestRequest &request);

} // namespace sightglass
