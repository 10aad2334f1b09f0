// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/responsereader.h"

#include "tests/parser/http/httptranscript.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::http;
using namespace sightglass::test;

class ResponseReaderTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void answers_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("transcript");
        const auto row = [](const char *name, const QByteArray &message, const QByteArray &transcript) {
            QTest::newRow(name) << message << transcript;
        };
        const QByteArray ok = "HTTP/1.1 200 OK\r\n";
        const QByteArray interim = "HTTP/1.1 100 Continue\r\n\r\n";
        row("nothing", "", "data \ncut short\n");
        row("a byte", "H", "data \nbegun, cut short\n");
        row("length", ok + "Content-Length: 3\r\n\r\nabcHTTP",
            "200 [OK] body of 3\ndata abc\nend, keep, 4 left\n");
        row("no length", ok + "Content-Length: 0\r\n\r\n", "200 [OK] body of 0\ndata \nend, keep, 0 left\n");
        row("cut", ok + "Content-Length: 3\r\n\r\nab", "200 [OK] body of 3\ndata ab\nbegun, cut short\n");
        row("cut in the head", ok + "Content-", "data \nbegun, cut short\n");
        row("until closed", ok + "\r\nabc", "200 [OK] until closed\ndata abc\nbegun, complete\n");
        row("nothing until closed", ok + "\r\n", "200 [OK] until closed\ndata \nbegun, complete\n");
        row("chunked", ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
            "200 [OK] chunked\ndata abc\nend, keep, 0 left\n");
        row("chunks cut", ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n",
            "200 [OK] chunked\ndata abc\nbegun, cut short\n");
        row("bad chunk", ok + "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\nx\r\n",
            "200 [OK] chunked\ndata a\n! invalid chunk in the HTTP body: x\n");
        row("no body", "HTTP/1.1 204 x\r\nContent-Length: 3\r\n\r\nabc",
            "204 [x] no body\ndata \nend, keep, 3 left\n");
        row("close", ok + "Connection: close\r\nContent-Length: 1\r\n\r\na",
            "200 [OK] body of 1\ndata a\nend, close, 0 left\n");
        row("framed twice", ok + "Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "200 [OK] chunked, distrusted\ndata \nend, close, 0 left\n");
        row("interim answers", interim + "HTTP/1.1 103 x\r\na: b\r\n\r\n" + ok + "Content-Length: 1\r\n\r\na",
            "200 [OK] body of 1\ndata a\nend, keep, 0 left\n");
        row("an interim answer only", interim, "data \nbegun, cut short\n");
        row("as many as are allowed", interim.repeated(3) + ok + "\r\n",
            "200 [OK] until closed\ndata \nbegun, complete\n");
        row("one more", interim.repeated(4), "data \n! more than 3 interim HTTP answers\n");
        row("another protocol", "HTTP/1.1 101 x\r\n\r\nabc", "101 [x] no body\ndata \nend, close, 3 left\n");
        row("bad length", ok + "Content-Length: x\r\n\r\n", "data \n! invalid length of the HTTP body: x\n");
    }
    void answers()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, transcript);
        const ResponseLimits limits{{}, {}, 3};
        for (std::size_t slice = 1; slice <= static_cast<std::size_t>(message.size()) + 1; ++slice)
            QCOMPARE(QByteArray::fromStdString(answerTranscript(message.toStdString(), slice, limits)),
                     transcript);
    }

    void nothingComesBehindTheEnd()
    {
        std::string_view bytes = "HTTP/1.1 204 x\r\n\r\nrest";
        ResponseReader reader("GET");
        QVERIFY(*reader.next(bytes) == ResponseReader::Event::Head);
        QVERIFY(*reader.next(bytes) == ResponseReader::Event::End);
        QVERIFY(*reader.next(bytes) == ResponseReader::Event::NeedsBytes);
        QCOMPARE(bytes, std::string_view("rest"));
        QVERIFY(reader.close().ok());
    }

    void headHasNoBody()
    {
        std::string_view bytes = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
        ResponseReader reader("HEAD");
        QVERIFY(*reader.next(bytes) == ResponseReader::Event::Head);
        QVERIFY(*reader.next(bytes) == ResponseReader::Event::End);
    }
};

} // namespace

SIGHTGLASS_TEST(ResponseReaderTest)
#include "responsereadertest.moc"
