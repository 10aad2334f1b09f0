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
};

} // namespace

SIGHTGLASS_TEST(ConfigReportTest)

#include "configreporttest.moc"
