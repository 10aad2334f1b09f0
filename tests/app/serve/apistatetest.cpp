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
