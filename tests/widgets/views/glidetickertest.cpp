// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/glideticker.h"

#include "tests/support/testcase.h"

#include <QSignalSpy>
#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'763'733'600'000;

class GlideTickerTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    std::int64_t m_elapsed = 0;
    GlideTicker::Elapsed clock()
    {
        m_elapsed = 0;
        return [this] { return m_elapsed; };
    }

private Q_SLOTS:
    void movesOnWithTheClock()
    {
        GlideTicker ticker(clock());
        QVERIFY(!ticker.now());
        ticker.tick(start);
        m_elapsed = 700;
        QCOMPARE(ticker.now().value_or(0), start);
        ticker.setColumnUs(100'000);
        ticker.setRunning(true);
        QCOMPARE(ticker.now().value_or(0), start + 700);
        m_elapsed = 1000;
        ticker.tick(start + 1000);
        QCOMPARE(ticker.now().value_or(0), start + 1000);
    }

    void newDataMoveNothing_data()
    {
        QTest::addColumn<qint64>("heardAt");
        QTest::newRow("early") << qint64{990};
        QTest::newRow("in time") << qint64{1000};
        QTest::newRow("late") << qint64{1180};
    }

    void newDataMoveNothing()
    {
        QFETCH(qint64, heardAt);
        GlideTicker ticker(clock());
        ticker.setColumnUs(100'000);
        ticker.setRunning(true);
        ticker.tick(start);
        m_elapsed = heardAt;
        const TimestampMs before = ticker.now().value_or(0);
        ticker.tick(start + 1000);
        const TimestampMs after = ticker.now().value_or(0);
        QVERIFY2(after >= before, "never back");
        QVERIFY2(after - before <= 10, "and no jump");
        m_elapsed = heardAt + 500;
        QVERIFY(ticker.now().value_or(0) >= start + 1500);
    }

    void stopsWhereNothingMoves_data()
    {
        QTest::addColumn<qint64>("column");
        QTest::addColumn<bool>("running");
        QTest::addColumn<bool>("active");
        QTest::newRow("a column is longer than a frame") << qint64{500'000} << true << true;
        QTest::newRow("shorter than a frame") << qint64{8'000} << true << false;
        QTest::newRow("nothing over time") << qint64{0} << true << false;
        QTest::newRow("hidden or paused") << qint64{500'000} << false << false;
    }

    void stopsWhereNothingMoves()
    {
        QFETCH(qint64, column);
        QFETCH(bool, running);
        QFETCH(bool, active);
        GlideTicker ticker(clock());
        ticker.tick(start);
        ticker.setColumnUs(column);
        ticker.setRunning(running);
        QCOMPARE(ticker.isActive(), active);
    }

    void firesOncePerColumn()
    {
        GlideTicker ticker(clock());
        QSignalSpy advanced(&ticker, &GlideTicker::advanced);
        ticker.tick(start);
        ticker.setColumnUs(20'000);
        ticker.setRunning(true);
        QTRY_VERIFY(advanced.count() >= 3);
        ticker.setRunning(false);
        const qsizetype count = advanced.count();
        QTest::qWait(60);
        QCOMPARE(advanced.count(), count);
    }

    void waitsForTheNextColumn_data()
    {
        QTest::addColumn<qint64>("now");
        QTest::addColumn<qint64>("column");
        QTest::addColumn<int>("wait");
        QTest::newRow("at its beginning") << qint64{1000} << qint64{500'000} << 500;
        QTest::newRow("within") << qint64{1200} << qint64{500'000} << 300;
        QTest::newRow("just before the end") << qint64{1499} << qint64{500'000} << 16;
        QTest::newRow("odd lengths") << qint64{1000} << qint64{333'333} << 334;
        QTest::newRow("a day") << qint64{0} << qint64{86'400'000'000} << 60'000;
        QTest::newRow("nothing") << qint64{5} << qint64{0} << 16;
    }

    void waitsForTheNextColumn()
    {
        QFETCH(qint64, now);
        QFETCH(qint64, column);
        QFETCH(int, wait);
        QCOMPARE(untilNextColumn(now, column), wait);
    }
};

} // namespace

SIGHTGLASS_TEST(GlideTickerTest)
#include "glidetickertest.moc"
