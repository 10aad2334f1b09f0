// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/configreport.h"

#include "model/presentation/configstrings.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <iterator>

namespace {

using namespace sightglass;

class ConfigReportTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// The list for lupdate and the parser's own are the same.
    void everyLossCanBeTranslated()
    {
        const auto losses = lossTexts();
        QVERIFY(std::equal(losses.begin(), losses.end(), std::begin(translatableLosses),
                           std::end(translatableLosses),
                           [](std::string_view text, const char *listed) { return text == listed; }));
    }

    void lossesAreSaidWithTheirPlace()
    {
        ConfigState state;
        state.path = QStringLiteral("/etc/prometheus.yml");
        state.remarks = {
            {{3, 1}, "remote_write", ConfigLoss::RemoteWrite, {}},
            {{7, 5}, "scrape_configs[0].x_sd_configs", ConfigLoss::UnknownDiscovery, "%1\u202e<b>"}};
        const std::vector<ConfigReportLine> lines = configReport(state);
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[0].line(),
                 QStringLiteral("/etc/prometheus.yml:3:1: remote_write: samples are not sent on"));
        QVERIFY2(lines[1].line().contains(QStringLiteral("targets that %1")), qPrintable(lines[1].line()));
        QVERIFY2(!lines[1].line().contains(QChar(0x202e)), qPrintable(lines[1].line()));
    }
    void rulesOfFiles()
    {
        ConfigState state;
        state.path = QStringLiteral("/etc/rules.yml");
        state.kind = FollowedKind::Rules;
        state.ruleFiles = QStringList{state.path};
        state.broken = FileProblem{state.path, {ErrorCode::ConfigValue, {"first"}, {}, {3, 1}}};
        RuleProblem problem;
        problem.error = Error{ErrorCode::ConfigValue, {"no \x01 good"}, {}, {3, 1}};
        problem.exactPosition = {3, 7};
        problem.group = "<b>g";
        problem.rule = 2;
        problem.ruleName = "r";
        state.ruleFaults = {{state.path, problem}};
        QCOMPARE(configSummary(state), QStringLiteral("broken"));
        const std::vector<ConfigReportLine> lines = configReport(state);
        QCOMPARE(lines.size(), std::size_t{2});
        QVERIFY(lines[0].kind == ConfigReportLine::Kind::Broken);
        QVERIFY2(lines[0].line().startsWith(QStringLiteral("/etc/rules.yml:3:7: group <b>g, rule 2, r: ")),
                 qPrintable(lines[0].line()));
        QVERIFY(!lines[0].line().contains(QChar(1)));
        // The alert board, the list of rule files and the API tell the same place.
        QCOMPARE(exactText(problem).substr(0, 5), std::string("3:7: "));
        QCOMPARE(plainText(state.ruleFaults[0]).substr(0, 20), std::string("/etc/rules.yml:3:7: "));

        state.broken.reset();
        state.kind = FollowedKind::Configuration;
        state.ruleFiles << QStringLiteral("/etc/other.yml");
        RuleGroup group;
        group.rules.resize(3);
        state.ruleGroups = {group};
        QVERIFY2(
            configSummary(state).contains(QStringLiteral("2 rule file(s) · 1 of them broken · 3 rule(s)")),
            qPrintable(configSummary(state)));
    }
};

} // namespace

SIGHTGLASS_TEST(ConfigReportTest)

#include "configreporttest.moc"
