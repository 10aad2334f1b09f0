// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/backtest.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <limits>
#include <random>

namespace {

using namespace sightglass;

constexpr StepRange steps{1000, 20'000, 1000};

MatrixSeries series(const char *instance, std::vector<double> values)
{
    MatrixSeries made;
    made.labels = Labels(std::vector<Label>{{"instance", instance}});
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] >= 0) // below 0: no sample
            made.samples.push_back({steps.start + static_cast<std::int64_t>(i) * steps.stepMs, values[i]});
    }
    return made;
}

/// What the engine's own state machine makes of it.
std::vector<BackTestSpan> asTheEngine(const MatrixSeries &values, const AlertHold &hold, double threshold)
{
    std::vector<BackTestSpan> spans;
    std::vector<Alert> alerts;
    AlertState state = AlertState::Inactive;
    TimestampMs since = 0;
    const auto change = [&](AlertState next, TimestampMs t) {
        if (next != state && state != AlertState::Inactive && t > since)
            spans.push_back({since, t, state});
        if (next != state)
            since = t;
        state = next;
    };
    for (TimestampMs t = steps.start; t <= steps.end; t += steps.stepMs) {
        std::vector<ActiveAlert> active;
        for (const Sample &sample : values.samples) {
            if (sample.t == t && sample.v > threshold)
                active.push_back({values.labels, sample.v});
        }
        AlertStep step = advance(alerts, active, hold, t);
        alerts = step.alerts;
        change(worstState(alerts), t);
    }
    change(AlertState::Inactive, steps.end);
    return spans;
}

class BackTestTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void pendingThenFiring()
    {
        const std::vector values = {series("a", {0, 9, 9, 9, 9, 0, 9, 0})};
        const BackTest test =
            backTest(values, steps, {2000, 0, 0}, BackTestCondition{promql::BinaryOp::Gt, 5});
        QCOMPARE(test.fired, std::size_t{1});
        QCOMPARE(test.onlyPending, std::size_t{1});
        QCOMPARE(test.firingMs, std::int64_t{2000});
        const std::vector<BackTestSpan> expected = {{2000, 4000, AlertState::Pending},
                                                    {4000, 6000, AlertState::Firing},
                                                    {7000, 8000, AlertState::Pending}};
        QCOMPARE(test.spans, expected);
        QCOMPARE(test.series.front().spans, expected);
    }

    void theWorstOfAll()
    {
        const std::vector values = {series("a", {9, 9, 9, 9, 9, 9}), series("b", {0, 9, 9, 9, 0, 0})};
        AlertHold hold{2000, 0, 0};
        const BackTest test = backTest(values, steps, hold, BackTestCondition{promql::BinaryOp::Gt, 5});
        QCOMPARE(test.fired, std::size_t{2});
        QCOMPARE(test.spans.size(), std::size_t{2});
        QCOMPARE(test.spans[0], (BackTestSpan{1000, 3000, AlertState::Pending}));
        QCOMPARE(test.spans[1], (BackTestSpan{3000, 7000, AlertState::Firing}));
        QCOMPARE(test.series.front().labels.value("instance"), std::string_view("a"));
    }

    /// What has held for long when the shown time begins fires in all of it.
    void beginsBeforeWhatIsShown()
    {
        const std::vector values = {series("a", {9, 9, 9, 9, 9, 9, 9, 9, 0}), series("b", {9, 9, 9, 9, 0})};
        const BackTestCondition condition{promql::BinaryOp::Gt, 5};
        const BackTest test = backTest(values, steps, {3000, 0, 0}, condition, 6000);
        QCOMPARE(test.steps.start, TimestampMs{6000});
        QCOMPARE(test.spans, (std::vector<BackTestSpan>{{6000, 9000, AlertState::Firing}}));
        QCOMPARE(test.fired, std::size_t{1});
        QCOMPARE(test.onlyPending, std::size_t{0});
        QCOMPARE(test.series.size(), std::size_t{1}); // b was over before
        QCOMPARE(backTestLeadMs({360'000, 60'000, 0}, 1000), std::int64_t{425'000});
    }

    void withoutAConditionEachValueCounts()
    {
        const std::vector values = {series("a", {0, -1, 0})};
        const BackTest test = backTest(values, steps, {});
        QCOMPARE(test.fired, std::size_t{2});
    }

    void comparisons_data()
    {
        QTest::addColumn<int>("op");
        QTest::addColumn<QString>("holds"); // of 1, 2, 3, NaN against 2
        const auto row = [](const char *name, promql::BinaryOp op, const char *holds) {
            QTest::newRow(name) << static_cast<int>(op) << QString::fromLatin1(holds);
        };
        row("==", promql::BinaryOp::Eq, "0100");
        row("!=", promql::BinaryOp::Ne, "1011");
        row("<", promql::BinaryOp::Lt, "1000");
        row("<=", promql::BinaryOp::Le, "1100");
        row(">", promql::BinaryOp::Gt, "0010");
        row(">=", promql::BinaryOp::Ge, "0110");
    }

    void comparisons()
    {
        QFETCH(const int, op);
        QFETCH(const QString, holds);
        const BackTestCondition condition{static_cast<promql::BinaryOp>(op), 2};
        QString got;
        for (const double value : {1.0, 2.0, 3.0, std::numeric_limits<double>::quiet_NaN()})
            got += condition.holds(value) ? u'1' : u'0';
        QCOMPARE(got, holds);
    }

    /// The strip and the engine never tell different stories.
    void isTheEnginesStateMachine()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 400; ++round) {
            std::vector<double> values;
            for (int i = 0; i < 20; ++i)
                values.push_back(static_cast<double>(random() % 4) - 1);
            const MatrixSeries one = series("a", values);
            const AlertHold hold{static_cast<std::int64_t>(random() % 4) * 1000,
                                 static_cast<std::int64_t>(random() % 3) * 1500, 0};
            const BackTest test =
                backTest(std::span(&one, 1), steps, hold, BackTestCondition{promql::BinaryOp::Gt, 0.5});
            const std::vector<BackTestSpan> spans =
                test.series.empty() ? std::vector<BackTestSpan>() : test.series.front().spans;
            QCOMPARE(spans, asTheEngine(one, hold, 0.5));
        }
    }

    void quickEnoughWhileDragging()
    {
        std::vector<MatrixSeries> values;
        const StepRange hour{0, 1000 * 15'000, 15'000};
        for (int s = 0; s < 50; ++s) {
            MatrixSeries one;
            for (TimestampMs t = hour.start; t <= hour.end; t += hour.stepMs)
                one.samples.push_back({t, static_cast<double>((t / 15'000 * 7 + s) % 100)});
            values.push_back(std::move(one));
        }
        QElapsedTimer timer;
        timer.start();
        QVERIFY(backTest(values, hour, {30'000, 0, 0}, BackTestCondition{promql::BinaryOp::Gt, 50}).fired >
                0);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

} // namespace

SIGHTGLASS_TEST(BackTestTest)

#include "backtesttest.moc"
