// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/alerting/rulebench.h"

#include "parser/config/rulefilereader.h"
#include "parser/promql/parse.h"

#include <QTest>

namespace sightglass::test {

std::vector<RuleGroup> written(const std::string &text, const char *file)
{
    const RuleFileReading reading = readRuleFile(text);
    std::vector<RuleGroup> made;
    for (const RuleProblem &problem : reading.problems)
        qWarning("%s", plainText(problem).c_str());
    for (const WrittenGroup &group : reading.file.groups)
        made.push_back(ruleGroup(group, file, {1000, 0, {}}));
    return made;
}

ThresholdRule rule(const char *name, const char *expr, double threshold, std::int64_t forMs)
{
    ThresholdRule made;
    made.name = name;
    made.expr = expr;
    made.threshold = threshold;
    made.forMs = forMs;
    made.summary = std::string("about ") + name;
    return made;
}

void RuleBench::write(const Labels &labels, double value)
{
    QVERIFY(head.append(head.seriesFor(labels), now, value).ok());
    head.commit();
}

std::optional<double> RuleBench::value(const char *expr)
{
    const auto parsed = promql::parseExpr(expr);
    const auto result = QueryEngine().instant(*head.snapshot(), **parsed, now);
    if (!result || result->vector.empty())
        return std::nullopt;
    return result->vector.front().value;
}

} // namespace sightglass::test
