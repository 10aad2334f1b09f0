// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/textmatch.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class TextMatchTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void betterAnswersScoreHigher_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("better");
        QTest::addColumn<QByteArray>("worse");
        const auto row = [](const char *typed, const char *better, const char *worse) {
            QTest::addRow("%s: %s before %s", typed, better, worse)
                << QByteArray(typed) << QByteArray(better) << QByteArray(worse);
        };
        row("rate", "rate", "rate_limit");
        row("queue", "queue_depth", "http_queue_depth");
        row("depth", "queue_depth", "indepthness");
        row("hrd", "http_request_duration", "hxxrxxd");
        row("req", "http_requests", "rxexq_total");
        row("Queue", "Queue_x", "queue_x");
        row("go", "go_x", "go_memstats_alloc_bytes");
        row("ueue", "queue_depth", "u1longe2gapu3e");
    }
    void betterAnswersScoreHigher()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, better);
        QFETCH(QByteArray, worse);
        const auto a = textMatch(typed.toStdString(), better.toStdString());
        const auto b = textMatch(typed.toStdString(), worse.toStdString());
        QVERIFY(a && b);
        QVERIFY2(*a > *b, qPrintable(QStringLiteral("%1 %2").arg(*a).arg(*b)));
    }

    void whatDoesNotAnswer()
    {
        QVERIFY(!textMatch("xyz", "queue_depth"));
        QVERIFY(!textMatch("depthqueue", "queue_depth"));
        QVERIFY(textMatch("", "anything").has_value());
    }

    void matchedBytesAreTold_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("candidate");
        QTest::addColumn<QList<int>>("bytes");
        QTest::newRow("prefix") << QByteArray("qu") << QByteArray("queue") << QList<int>{0, 1};
        QTest::newRow("part") << QByteArray("de") << QByteArray("queue_depth") << QList<int>{6, 7};
        QTest::newRow("parts") << QByteArray("qde") << QByteArray("queue_depth") << QList<int>{0, 6, 7};
        QTest::newRow("order") << QByteArray("uh") << QByteArray("queue_depth") << QList<int>{1, 10};
        QTest::newRow("none") << QByteArray("z") << QByteArray("queue") << QList<int>{};
    }
    void matchedBytesAreTold()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, candidate);
        QFETCH(QList<int>, bytes);
        QList<int> found;
        for (const std::size_t byte : matchedBytes(typed.toStdString(), candidate.toStdString()))
            found << static_cast<int>(byte);
        QCOMPARE(found, bytes);
    }

    void nearNamesAreFound_data()
    {
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QByteArray>("nearest");
        QTest::newRow("letter missing")
            << QByteArray("http_request_total") << QByteArray("http_requests_total");
        QTest::newRow("letters swapped") << QByteArray("queue_detph") << QByteArray("queue_depth");
        QTest::newRow("parts in another order") << QByteArray("depth_queue") << QByteArray("queue_depth");
        QTest::newRow("case") << QByteArray("Queue_Depth") << QByteArray("queue_depth");
        QTest::newRow("suffix missing") << QByteArray("http_requests") << QByteArray("http_requests_total");
        QTest::newRow("nothing like it") << QByteArray("zebra") << QByteArray();
    }
    void nearNamesAreFound()
    {
        QFETCH(QByteArray, wrong);
        QFETCH(QByteArray, nearest);
        const std::vector<std::string> found = nearNames(
            wrong.toStdString(), {"queue_depth", "http_requests_total", "up", "process_cpu_seconds"});
        QCOMPARE(QByteArray::fromStdString(found.empty() ? std::string() : found.front()), nearest);
    }

    void hostileNamesAreBounded()
    {
        const std::string longName(200'000, 'x');
        const std::string other = longName + "y";
        QVERIFY(textMatch("xy", other).has_value());
        static_cast<void>(nearNames(longName, {other, "up"}));
    }
};

} // namespace

SIGHTGLASS_TEST(TextMatchTest)
#include "textmatchtest.moc"
