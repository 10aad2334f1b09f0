// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/finesteps.h"

#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

constexpr std::int64_t hour = 3'600'000;

class FineStepsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void fineSteps_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<qint64>("stepMs");
        QTest::addColumn<qint64>("sourceMs");
        QTest::addColumn<qint64>("series");
        QTest::addColumn<qint64>("fineMs");
        const auto row = [](const char *name, const char *expr, qint64 step, qint64 source, qint64 series,
                            qint64 fine) {
            QTest::newRow(name) << QString::fromLatin1(expr) << step << source << series << fine;
        };
        row("samples", "a", 30'000, 1000, 10, 500);
        row("rates", "rate(a[1m])", 30'000, 1000, 10, 1000);
        row("newest two", "irate(a[1m])", 30'000, 1000, 10, 500);
        row("mixed", "rate(a[1m]) / a", 30'000, 1000, 10, 500);
        row("subquery", "max_over_time(a[1m:1s])", 30'000, 1000, 10, 1000);
        row("not finer", "a", 1000, 1000, 10, 1000);
        row("no part of the step", "rate(a[1m])", 15'000, 10'000, 10, 7500);
        row("slow source", "a", 30'000, 60'000, 10, 30'000);
        row("dear", "rate(a[1m])", 30'000, 1000, 10'000, 30'000);
        row("somewhat dear", "rate(a[1m])", 30'000, 1000, 2000, 5000);
        row("beyond the lookback", "a", 3'600'000, 600'000, 1'000'000, 300'000);
    }
    void fineSteps()
    {
        QFETCH(QString, expr);
        QFETCH(qint64, stepMs);
        QFETCH(qint64, sourceMs);
        QFETCH(qint64, series);
        QFETCH(qint64, fineMs);
        const auto parsed = promql::parseExpr(expr.toStdString()).value();
        const StepRange steps{0, 24 * hour, stepMs};
        const FineCost cost{static_cast<std::size_t>(series)};
        QCOMPARE(fineStepMs(*parsed, steps, sourceMs, cost, QueryOptions().lookbackMs), fineMs);
    }
};

SIGHTGLASS_TEST(FineStepsTest)

} // namespace

#include "finestepstest.moc"
