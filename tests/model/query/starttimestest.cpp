// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/starttimes.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class StartTimesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void resets_data();
    void resets();
    void startWithinRange_data();
    void startWithinRange();
};

/// The previous sample is at 100, the current one at 200.
void StartTimesTest::resets_data()
{
    QTest::addColumn<TimestampMs>("previousStart");
    QTest::addColumn<TimestampMs>("currentStart");
    QTest::addColumn<bool>("reset");
    QTest::addColumn<bool>("overlap");
    const auto row = [](const char *name, TimestampMs previous, TimestampMs current, bool reset,
                        bool overlap) { QTest::newRow(name) << previous << current << reset << overlap; };
    row("none known", 0, 0, false, false);
    row("no more known", 50, 0, false, false);
    row("the same start", 50, 50, false, false);
    row("after the previous sample", 50, 150, true, false);
    row("after it, previous unknown", 0, 150, true, false);
    row("at the previous sample: a delta", 50, 100, true, false);
    row("at it, previous unknown", 0, 100, false, false);
    row("at it, previous says unknown", 100, 100, false, false);
    row("at it, previous start is beyond its sample", 120, 100, false, false);
    row("at the sample itself: unknown", 50, 200, false, false);
    row("beyond the sample", 50, 250, false, false);
    row("before the previous sample, from elsewhere", 50, 60, false, true);
    row("earlier than before", 50, 40, false, true);
    row("before the previous sample, which had none", 0, 60, false, true);
    row("before the epoch", 50, -10, false, true);
}

void StartTimesTest::resets()
{
    QFETCH(TimestampMs, previousStart);
    QFETCH(TimestampMs, currentStart);
    QFETCH(bool, reset);
    QFETCH(bool, overlap);
    QCOMPARE(isStartReset({100, previousStart}, {200, currentStart}), reset);
    QCOMPARE(startsOverlap({100, previousStart}, {200, currentStart}), overlap);
}

/// The first sample is at 100.
void StartTimesTest::startWithinRange_data()
{
    QTest::addColumn<TimestampMs>("start");
    QTest::addColumn<TimestampMs>("rangeStart");
    QTest::addColumn<TimestampMs>("within");
    const auto row = [](const char *name, TimestampMs start, TimestampMs rangeStart, TimestampMs within) {
        QTest::newRow(name) << start << rangeStart << within;
    };
    row("inside", 60, 50, 60);
    row("at the range's start, which is outside", 50, 50, 0);
    row("before it", 40, 50, 0);
    row("at the sample", 100, 50, 0);
    row("behind the sample", 110, 50, 0);
    row("unknown", 0, 50, 0);
    row("unknown, the range begins before the epoch", 0, -50, 0);
    row("before the epoch", -20, -50, -20);
}

void StartTimesTest::startWithinRange()
{
    QFETCH(TimestampMs, start);
    QFETCH(TimestampMs, rangeStart);
    QFETCH(TimestampMs, within);
    QCOMPARE(startWithin({100, start}, rangeStart), within);
}

} // namespace

SIGHTGLASS_TEST(StartTimesTest)

#include "starttimestest.moc"
