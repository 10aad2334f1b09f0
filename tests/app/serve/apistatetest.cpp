// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serve/apistatebuilder.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class ApiStateTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void lastErrorIsInPrometheusWords_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QByteArray>("argument");
        QTest::addColumn<QByteArray>("lastError");
        const QByteArray labels = "label_limit exceeded (metric: a, number of labels: 3, limit: 2)";
        QTest::newRow("body") << ErrorCode::BodyTooLarge << QByteArray("8 MiB")
                              << QByteArray("body size limit exceeded");
        QTest::newRow("samples") << ErrorCode::SampleLimitExceeded << QByteArray("10")
                                 << QByteArray("sample limit exceeded");
        QTest::newRow("labels") << ErrorCode::InvalidSeries << labels << labels;
        QTest::newRow("syntax") << ErrorCode::ExpositionSyntax << QByteArray("expected value after metric")
                                << QByteArray("3:7: expected value after metric");
    }

    void lastErrorIsInPrometheusWords()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QByteArray, argument);
        CollectorTick tick;
        TargetStatus &status = tick.targets.emplace_back();
        status.config.url = QUrl(QStringLiteral("http://localhost:1/metrics"));
        status.error = Error{code, {argument.toStdString()}, {}, {3, 7}};
        const auto state = apiState(tick, {});
        QCOMPARE(state->targets.size(), std::size_t{1});
        QTEST(QByteArray::fromStdString(state->targets[0].lastError), "lastError");
    }

    /// As Prometheus shows a static target; secrets are in neither.
    void discoveredLabelsOfAnAddress()
    {
        CollectorTick tick;
        TargetStatus &status = tick.targets.emplace_back();
        status.config.url = QUrl(QStringLiteral("http://u:PW@h:1/m?token=PW&x=a%20b&x=2"));
        status.config.labels = Labels(std::vector<Label>{{"env", "dev"}});
        status.config.intervalMs = 15'000;
        status.labels = targetLabels(status.config);
        const auto state = apiState(tick, {});
        const ApiTarget &target = state->targets.front();
        QCOMPARE(QString::fromStdString(target.discoveredLabels.toString()),
                 QStringLiteral("{__address__=\"h:1\", __metrics_path__=\"/m\", __param_token=\"***\", "
                                "__param_x=\"a b\", __scheme__=\"http\", __scrape_interval__=\"15s\", "
                                "__scrape_timeout__=\"10s\", env=\"dev\", job=\"h:1\"}"));
        QCOMPARE(QString::fromStdString(target.scrapeUrl),
                 QStringLiteral("http://h:1/m?token=***&x=a%20b&x=2"));
    }

    void whatIsDroppedIsShown()
    {
        const Labels discovered(std::vector<Label>{{"__address__", "a:1"}});
        const auto state = apiState({}, {}, apiDropped({{"j", {discovered}, 7}, {"k", {}, 0}}));
        QCOMPARE(state->dropped->size(), std::size_t{2});
        QCOMPARE(state->dropped->front().scrapePool, std::string("j"));
        QCOMPARE(state->dropped->front().count, std::size_t{7});
        QVERIFY(state->dropped->front().discoveredLabels == std::vector<Labels>{discovered});
    }

    void nothingIsSaidOfGoodTargets()
    {
        CollectorTick tick;
        tick.targets.emplace_back();
        QVERIFY(apiState(tick, {})->targets[0].lastError.empty());
    }
};

} // namespace

SIGHTGLASS_TEST(ApiStateTest)

#include "apistatetest.moc"
