// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/loadedrules.h"
#include "model/alerting/rulegroup.h"
#include "parser/config/ruleproblem.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace sightglass {

/// Under such a name followed by that of a file in resources/rules, as "node", the rules are known that come
/// with the program.
inline constexpr QLatin1String bundledRulesPrefix(bundledRulesMark.data(),
                                                  static_cast<qsizetype>(bundledRulesMark.size()));

/// What is wrong with one rule file, in it or with reading it.
struct RuleFileFault
{
    QString file;
    RuleProblem problem;

    friend bool operator==(const RuleFileFault &, const RuleFileFault &) = default;
};

/// "file:line:column: group "g", rule 1, "name": what", as Prometheus says it but with the very place in an
/// expression or template; without a place where there is none. Wherever a file's faults are told, but in
/// `check rules`, which stands in for promtool.
[[nodiscard]] std::string plainText(const RuleFileFault &fault);

/// The same without the file.
[[nodiscard]] std::string exactText(RuleProblem problem);

/// A rule file as it stood on disk at one time.
struct RuleFileContent
{
    QString path;
    std::vector<RuleGroup> groups;     ///< none where there are problems
    std::vector<RuleProblem> problems; ///< a file that cannot be read has one without a place
};

/// Its text, of one that comes along too. Blocks.
[[nodiscard]] Result<std::string> ruleFileTextOf(const QString &path);

/// Reads one, and parses its expressions and templates. Blocks.
[[nodiscard]] RuleFileContent readRules(const QString &path, const RuleDefaults &defaults);

/// What stands behind the prefix of those that come with the program, sorted.
[[nodiscard]] QStringList bundledRuleNames();

/// Whether `file` is, by its name, one of the rule files that come with the program.
[[nodiscard]] bool isBundledRules(const QString &file);

} // namespace sightglass
