// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/keptsamplefile.h"

#include "model/storage/head.h"
#include "tests/support/testcase.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

namespace {

using namespace sightglass;

constexpr TimestampMs begin = 1'700'000'000'000;
constexpr TimestampMs always = std::numeric_limits<TimestampMs>::max();
constexpr std::int64_t minute = 60'000;

/// What rules look at, on disk.
class KeptSampleFileTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnWithWhatIsThere()
    {
        const QTemporaryDir folder;
        const QString path = keptSamplesPath(folder.filePath(QStringLiteral("state.json")));
        Head head;
        {
            KeptSampleFile file(path);
            put(head, begin, 1);
            QCOMPARE(update(file, head, begin), QString());
            put(head, begin + 1000, 2);
            QCOMPARE(update(file, head, begin + 1000), QString());
        }
        QCOMPARE(QFileInfo(path).permissions() & (QFileDevice::ReadOther | QFileDevice::ReadGroup),
                 QFileDevice::Permissions());
        QCOMPARE(times(path), (std::vector<TimestampMs>{begin, begin + 1000}));

        // Killed within a write.
        QFile torn(path);
        QVERIFY(torn.open(QIODevice::Append) && torn.write("\x20\0\0\0\0\0\0\0half", 12) == 12);
        torn.close();
        Head next;
        appendKeptSamples(takeKeptSamples(path, always).series, next);
        KeptSampleFile file(path);
        put(next, begin + 5000, 3);
        QCOMPARE(update(file, next, begin + 5000), QString());
        QCOMPARE(times(path), (std::vector<TimestampMs>{begin, begin + 1000, begin + 5000}));

        // Somebody has taken it away: it is made anew from what is in the store.
        QVERIFY(QFile::remove(path));
        put(next, begin + 6000, 4);
        QCOMPARE(update(file, next, begin + 6000), QString());
        QCOMPARE(update(file, next, begin + 6000), QString());
        QCOMPARE(times(path).size(), std::size_t{4});
    }

    /// A file that grows for ever would be one too many.
    void growsNoFurther()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("samples"));
        Head head;
        KeptSampleFile file(path);
        TimestampMs now = begin;
        qint64 most = 0;
        for (int i = 0; i < 20'000; ++i) {
            now += 1000;
            put(head, now, i);
            QCOMPARE(update(file, head, now), QString());
            most = std::max(most, QFileInfo(path).size());
        }
        QVERIFY2(most < 400'000, qPrintable(QString::number(most)));
        QVERIFY(times(path).front() < now - 5 * minute);
        QCOMPARE(times(path).back(), now);
    }

    void whatCannotBeWrittenIsTold()
    {
        const QTemporaryDir folder;
        Head head;
        put(head, begin, 1);
        KeptSampleFile file(folder.path());
        QVERIFY(!update(file, head, begin).isEmpty());
        QVERIFY(takeKeptSamples(folder.filePath(QStringLiteral("none")), always).series.empty());
    }

private:
    static void put(Head &head, TimestampMs t, double value)
    {
        const Labels labels = Labels::withName("depth", {{"queue", "a"}});
        QVERIFY(head.append(head.seriesFor(labels), t, value).ok());
        head.commit();
    }

    static QString update(KeptSampleFile &file, Head &head, TimestampMs now)
    {
        const std::vector<KeptSelector> selectors = {
            {{{MatchOp::Equal, std::string(metricNameLabel), "depth"}}, 5 * minute}};
        return file.update(*head.snapshot(), selectors, now);
    }

    static std::vector<TimestampMs> times(const QString &path)
    {
        const KeptSamples kept = takeKeptSamples(path, always);
        return kept.series.empty() ? std::vector<TimestampMs>() : kept.series.front().samples.times;
    }
};

} // namespace

SIGHTGLASS_TEST(KeptSampleFileTest)

#include "keptsamplefiletest.moc"
