// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/sampleholes.h"

#include "model/storage/head.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <span>
#include <string>
#include <vector>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;
constexpr qint64 lookbackMs = 300'000;
constexpr std::int64_t sourceMs = 1000;

class SampleHolesTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void lengths_data()
    {
        QTest::addColumn<QList<qint64>>("seconds"); ///< of the samples up to the one that is asked about
        QTest::addColumn<qint64>("longestMs");      ///< that is no hole behind the last of them
        const QList<qint64> even{0, 10, 20, 30, 40};
        QTest::newRow("two and a half of the usual distance") << even << qint64{25'000};
        QTest::newRow("three distances are enough") << QList<qint64>{0, 10, 20, 30} << qint64{25'000};
        QTest::newRow("two are not") << QList<qint64>{0, 10, 20} << lookbackMs;
        QTest::newRow("none") << QList<qint64>{0} << lookbackMs;
        QTest::newRow("a late one") << QList<qint64>{0, 10, 29, 40, 50} << qint64{27'500};
        QTest::newRow("an early one") << QList<qint64>{0, 10, 12, 30, 40} << qint64{25'000};
        QTest::newRow("a hole before") << QList<qint64>{0, 10, 100, 110, 120} << qint64{25'000};
        QTest::newRow("the interval has changed") << QList<qint64>{0, 1, 2, 12, 22} << qint64{25'000};
        QTest::newRow("older ones say nothing")
            << QList<qint64>{0, 100, 200, 210, 220, 230, 240} << qint64{25'000};
        QTest::newRow("those beyond the lookback do not count")
            << QList<qint64>{0, 10, 20, 400} << lookbackMs;
        QTest::newRow("two of the fastest source's") << QList<qint64>{0, 0, 0, 0, 0} << qint64{2000};
    }

    /// The distance that ends it, to the millisecond, whatever part of the series was read.
    void lengths()
    {
        QFETCH(QList<qint64>, seconds);
        QFETCH(qint64, longestMs);
        Head head;
        const SeriesId id = head.seriesFor(Labels::withName("a"));
        std::vector<TimestampMs> times;
        for (qsizetype i = 0; i < seconds.size(); ++i) {
            // Samples of one second lie a hundredth of it apart.
            const bool together = i > 0 && seconds[i] == seconds[i - 1];
            times.push_back(together ? times.back() + 10 : start + seconds[i] * 1000);
            QVERIFY(head.append(id, times.back(), 1));
        }
        head.commit();
        const TimestampMs last = times.back();
        const auto snapshot = head.snapshot();
        const std::vector<Matcher> matchers{{MatchOp::Equal, std::string(metricNameLabel), "a"}};
        const auto views = snapshot->select(matchers, {start, last});
        QCOMPARE(views.size(), std::size_t{1});
        SampleHoles holes(lookbackMs, sourceMs);
        for (std::size_t read = 0; read <= times.size(); ++read) {
            const std::span<const TimestampMs> known = std::span(times).last(read);
            const SampleHoles::Read part{*views.front(), known, known.empty() ? last + 1 : known.front()};
            QVERIFY2(!holes.isHole(part, last, longestMs), qPrintable(QString::number(read)));
            QVERIFY2(holes.isHole(part, last, longestMs + 1), qPrintable(QString::number(read)));
        }
    }
};

} // namespace

SIGHTGLASS_TEST(SampleHolesTest)
#include "sampleholestest.moc"
