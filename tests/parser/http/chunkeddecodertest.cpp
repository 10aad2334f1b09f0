// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/chunkeddecoder.h"

#include "tests/parser/http/httptranscript.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass::http;
using namespace sightglass::test;

constexpr ChunkLimits small{20, 64, 10, 20};

class ChunkedDecoderTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void bodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("lenient");
        QTest::addColumn<QByteArray>("strict"); // null: the same
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &lenient,
                            const QByteArray &strict = {}) {
            QTest::newRow(name) << body << lenient << (strict.isNull() ? lenient : strict);
        };
        row("empty", "0\r\n\r\n", "data \ncomplete, 0 left\n");
        row("two chunks, then something", "3\r\nabc\r\n0A\r\n0123456789\r\n0\r\n\r\nHTTP",
            "data abc0123456789\ncomplete, 4 left\n");
        row("hexadecimal in any case", "aB\r\n" + QByteArray(0xAB, 'x') + "\r\n000\r\n\r\n",
            "data " + QByteArray(0xAB, 'x') + "\ncomplete, 0 left\n");
        row("data looks like a frame", "5\r\n0\r\n\r\n\r\n0\r\n\r\n", "data 0\r\n\r\n\ncomplete, 0 left\n");
        row("extensions", "1;a=b\r\nx\r\n1 ; q=\"y\"\r\nx\r\n0;z\r\n\r\n", "data xx\ncomplete, 0 left\n");
        row("blank behind the size", "1 \r\nx\r\n0\t\r\n\r\n", "data x\ncomplete, 0 left\n");
        row("trailers", "1\r\nx\r\n0\r\na: b\r\nc\r\n\r\n", "data x\ncomplete, 0 left\n");
        row("bare LF", "1\nx\n0\n\n", "data x\ncomplete, 0 left\n",
            "data \n! invalid chunk in the HTTP body: 1\n");
        row("cut in the size", "1", "data \nincomplete, 0 left\n");
        row("cut in the data", "5\r\nabc", "data abc\nincomplete, 0 left\n");
        row("cut behind the data", "3\r\nabc", "data abc\nincomplete, 0 left\n");
        row("cut in the trailers", "0\r\na: b\r\n", "data \nincomplete, 0 left\n");
        row("no size", "\r\nx\r\n", "data \n! invalid chunk in the HTTP body: \n");
        row("no number", "x\r\n", "data \n! invalid chunk in the HTTP body: x\n");
        row("negative", "-1\r\n", "data \n! invalid chunk in the HTTP body: -1\n");
        row("prefix", "0x1\r\n", "data \n! invalid chunk in the HTTP body: 0x1\n");
        row("blank before the size", " 1\r\n", "data \n! invalid chunk in the HTTP body:  1\n");
        row("2^63", "8000000000000000\r\n", "data \n! invalid chunk in the HTTP body: 8000000000000000\n");
        row("2^64", "10000000000000000\r\n", "data \n! invalid chunk in the HTTP body: 10000000000000000\n");
        row("huge and cut", "7fffffffffffffff\r\nabc", "data abc\nincomplete, 0 left\n");
        row("CR in an extension", "1;a\rb\r\n", "data \n! invalid chunk in the HTTP body: 1;a?b\n");
        row("data longer than said", "1\r\nxy\r\n", "data x\n! invalid chunk in the HTTP body: y\n");
        row("extension without end", "1;" + QByteArray(300, 'a'),
            "data \n! invalid chunk in the HTTP body: 1;" + QByteArray(98, 'a') + "\n");
        row("trailer without end", "0\r\n" + QByteArray(9000, 'a'),
            "data \n! invalid chunk in the HTTP body: " + QByteArray(100, 'a') + "\n");
    }
    void bodies()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, lenient);
        QFETCH(QByteArray, strict);
        const auto size = static_cast<std::size_t>(body.size());
        for (std::size_t slice = 1; slice <= size; slice += slice > 400 ? 97 : 1) {
            QCOMPARE(chunksTranscript(body.toStdString(), slice, LineEnds::CrLfOrLf), lenient.toStdString());
            QCOMPARE(chunksTranscript(body.toStdString(), slice, LineEnds::CrLf), strict.toStdString());
        }
    }

    void overheadIsBounded()
    {
        const auto outcome = [](const std::string &chunk, int count) {
            std::string body;
            for (int i = 0; i < count; ++i)
                body += chunk;
            return chunksTranscript(body + "0\r\n\r\n", 7, LineEnds::CrLf, small);
        };
        // What an honest writer of single bytes does is excused, for ever.
        QVERIFY(outcome("1\r\nx\r\n", 1000).ends_with("complete, 0 left\n"));
        QVERIFY(outcome("1;012345678\r\nx\r\n", 1000).ends_with("complete, 0 left\n"));
        QVERIFY(outcome("1;0123456789abcdef\r\nx\r\n", 10).ends_with("complete, 0 left\n"));
        QVERIFY(outcome("1;0123456789abcdef\r\nx\r\n", 1000).ends_with("body: 1;0123456789abcdef\n"));
        // Data pays for its frame.
        QVERIFY(outcome("a;0123456789abcdef\r\n0123456789\r\n", 1000).ends_with("complete, 0 left\n"));
    }

    void trailersAreBounded()
    {
        const auto outcome = [](const std::string &trailers) {
            return chunksTranscript("0\r\n" + trailers + "\r\n", 5, LineEnds::CrLf, small);
        };
        QCOMPARE(outcome("a: 345678\r\na: 34\r\n"), std::string("data \ncomplete, 0 left\n"));
        QCOMPARE(outcome("a: 345678\r\na: 345678\r\n"),
                 std::string("data \n! invalid chunk in the HTTP body: a: 345678\n"));
        QCOMPARE(outcome("a: 34567890\r\n"),
                 std::string("data \n! invalid chunk in the HTTP body: a: 34567890\n"));
    }

    void dataIsNotCopied()
    {
        const std::string body = "3\r\nabc\r\n";
        std::string_view rest = body;
        ChunkedDecoder decoder(LineEnds::CrLf);
        const auto data = decoder.next(rest);
        QVERIFY(data.ok());
        QCOMPARE(*data, std::string_view("abc"));
        QVERIFY(data->data() == body.data() + 3);
        QCOMPARE(rest, std::string_view("\r\n"));
    }
};

} // namespace

SIGHTGLASS_TEST(ChunkedDecoderTest)
#include "chunkeddecodertest.moc"
