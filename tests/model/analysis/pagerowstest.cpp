// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/pagerows.h"

#include "model/analysis/textsearch.h"
#include "parser/base/quoting.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <string>

namespace {

using namespace sightglass;

class PageRowsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreLines_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArrayList>("rows");
        QTest::newRow("empty") << QByteArray() << QByteArrayList();
        QTest::newRow("one") << QByteArray("a 1") << QByteArrayList{"a 1"};
        QTest::newRow("feed at the end") << QByteArray("a 1\n") << QByteArrayList{"a 1"};
        QTest::newRow("empty lines") << QByteArray("\n\na 1\n\n") << QByteArrayList{"", "", "a 1", ""};
        QTest::newRow("carriage return stays") << QByteArray("a 1\r\nb 2") << QByteArrayList{"a 1\r", "b 2"};
    }

    void rowsAreLines()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArrayList, rows);
        const std::string body = text.toStdString();
        const PageRows read(body);
        QByteArrayList found;
        for (std::size_t row = 0; row < read.count(); ++row) {
            found << QByteArray::fromStdString(std::string(read.bytes(row)));
            QCOMPARE(read.lineOf(row), row + 1);
            QVERIFY(!read.isContinuation(row));
            QCOMPARE(read.rowAt(read.span(row).begin), row);
        }
        QCOMPARE(found, rows);
        QCOMPARE(read.lines(), static_cast<std::size_t>(rows.size()));
    }

    void longLinesGoOnBetweenCharacters()
    {
        std::string body = "first\n";
        for (int i = 0; i < 5000; ++i)
            body += "€";
        body += "\nlast";
        const PageRows rows(body);
        QVERIFY(rows.count() > 8);
        QCOMPARE(rows.lines(), std::size_t{3});
        QCOMPARE(rows.lineOf(1), std::size_t{2});
        QCOMPARE(rows.lineOf(rows.count() - 2), std::size_t{2});
        QVERIFY(!rows.isContinuation(1));
        QVERIFY(rows.isContinuation(2));
        QCOMPARE(rows.lineOf(rows.count() - 1), std::size_t{3});
        std::string joined;
        for (std::size_t row = 1; row + 1 < rows.count(); ++row) {
            QVERIFY(rows.bytes(row).size() <= PageRows::longestRow);
            QVERIFY(isValidUtf8(rows.bytes(row)));
            joined += rows.bytes(row);
        }
        QCOMPARE(joined, body.substr(6, 15000));
        QCOMPARE(rows.widest(), std::size_t{1998});
    }

    void damagedTextEnds()
    {
        const std::string continuation(10'000, '\x80');
        const PageRows rows(continuation);
        std::size_t bytes = 0;
        for (std::size_t row = 0; row < rows.count(); ++row)
            bytes += rows.bytes(row).size();
        QCOMPARE(bytes, continuation.size());
        QCOMPARE(rows.rowAt(1U << 30), rows.count() - 1);
    }

    void searchFinds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("sought");
        QTest::addColumn<bool>("caseCounts");
        QTest::addColumn<QList<int>>("begins");
        QTest::newRow("nothing sought") << QByteArray("abc") << QByteArray() << true << QList<int>();
        QTest::newRow("plain") << QByteArray("up 1\nup 2") << QByteArray("up") << true << QList<int>{0, 5};
        QTest::newRow("case counts") << QByteArray("Up up") << QByteArray("up") << true << QList<int>{3};
        QTest::newRow("case ignored") << QByteArray("Up uP") << QByteArray("UP") << false << QList<int>{0, 3};
        QTest::newRow("not overlapping")
            << QByteArray("aaaaa") << QByteArray("aa") << true << QList<int>{0, 2};
        QTest::newRow("zero bytes") << QByteArray("a\0b", 3) << QByteArray("\0b", 2) << true << QList<int>{1};
        QTest::newRow("longer than the text") << QByteArray("a") << QByteArray("ab") << true << QList<int>();
    }

    void searchFinds()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, sought);
        QFETCH(bool, caseCounts);
        QFETCH(QList<int>, begins);
        const std::string body = text.toStdString();
        const TextHits hits =
            findInText(body, sought.toStdString(), caseCounts ? LetterCase::Counts : LetterCase::Ignored);
        QCOMPARE(
            containsText(body, sought.toStdString(), caseCounts ? LetterCase::Counts : LetterCase::Ignored),
            hits.total > 0 || sought.isEmpty());
        QCOMPARE(QList<int>(hits.begins.begin(), hits.begins.end()), begins);
        QCOMPARE(hits.total, static_cast<std::size_t>(begins.size()));
    }

    void searchCountsBeyondItsLimitAndAcrossPieces()
    {
        // A hit lies on the border of two pieces of a mebibyte.
        std::string text(3U << 20, 'x');
        text.replace((1U << 20) - 2, 4, "Name");
        text.replace(5, 4, "name");
        text.replace((3U << 20) - 4, 4, "NAME");
        const TextHits hits = findInText(text, "name", LetterCase::Ignored, 2);
        QCOMPARE(hits.total, std::size_t{3});
        QCOMPARE(hits.begins, (std::vector<std::uint32_t>{5, (1U << 20) - 2}));
        // As many as there are, wherever the pieces begin.
        QCOMPARE(findInText(std::string(5U << 20, 'a'), "aaa", LetterCase::Counts, 10).total,
                 (std::size_t{5} << 20) / 3);
    }

    void aStoppedSearchEnds()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(findInText("aaa", "a", LetterCase::Counts, 10, stop.get_token()).total, std::size_t{0});
    }
};

} // namespace

SIGHTGLASS_TEST(PageRowsTest)
#include "pagerowstest.moc"
