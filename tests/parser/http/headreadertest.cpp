// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/headreader.h"

#include "tests/parser/http/httptranscript.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass::http;
using namespace sightglass::test;

/// Small enough to be met by short messages.
constexpr HeadLimits small{20, 12, 60, 3};

QByteArray bytes(const std::string &text)
{
    return QByteArray::fromStdString(text);
}

class HeadReaderTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void requests_data()
    {
        columns();
        const QByteArray host = "Host: h\r\n";
        row("plain", "GET /metrics HTTP/1.1\r\n" + host + "\r\n",
            "GET /metrics 1.1 keep\n{Host}{h}\nno body\n0 left\n");
        row("what follows is left", "GET / HTTP/1.1\r\n" + host + "\r\nGET",
            "GET / 1.1 keep\n{Host}{h}\nno body\n3 left\n");
        row("empty lines before", "\r\n\r\nGET / HTTP/1.0\r\n\r\n", "GET / 1.0 close\nno body\n0 left\n");
        row("old and kept", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
            "GET / 1.0 keep\n{Connection}{keep-alive}\nno body\n0 left\n");
        row("later minor", "GET / HTTP/1.7\r\n" + host + "Connection: close\r\n\r\n",
            "GET / 1.1 close\n{Host}{h}\n{Connection}{close}\nno body\n0 left\n");
        row("values are trimmed", "GET / HTTP/1.1\r\nHost:h\r\na: \t b c \t\r\nd:\r\n\r\n",
            "GET / 1.1 keep\n{Host}{h}\n{a}{b c}\n{d}{}\nno body\n0 left\n");
        row("high bytes in values", "GET / HTTP/1.1\r\nHost:h\r\na: \xC3\xA4\r\n\r\n",
            "GET / 1.1 keep\n{Host}{h}\n{a}{\xC3\xA4}\nno body\n0 left\n");
        row("nothing yet", "GET / HTTP/1.1\r\nHost: h\r\n", "incomplete\n");
        row("no host", "GET / HTTP/1.1\r\n\r\n", "! invalid HTTP header: Host\n");
        row("two hosts", "GET / HTTP/1.1\r\n" + host + host + "\r\n", "! invalid HTTP header: Host\n");
        row("bare LF", "GET / HTTP/1.1\nHost: h\n\n", "! this is not HTTP: GET / HTTP/1.1\n");
        row("bare LF in a field", "GET / HTTP/1.1\r\nHost: h\n\r\n", "! invalid HTTP header: Host: h\n");
        row("CR in a value", "GET / HTTP/1.1\r\nHost: h\rx\r\n\r\n", "! invalid HTTP header: Host: h?x\n");
        row("two CRs", "GET / HTTP/1.1\r\r\n\r\n", "! this is not HTTP: GET / HTTP/1.1?\n");
        row("NUL in a value", QByteArray("GET / HTTP/1.1\r\nHost: h\0x\r\n\r\n", 28),
            "! invalid HTTP header: Host: h?x\n");
        row("control byte in a value", "GET / HTTP/1.1\r\nHost: \x01\r\n\r\n",
            "! invalid HTTP header: Host: ?\n");
        row("blank before the colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n",
            "! invalid HTTP header: Host : h\n");
        row("no colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", "! invalid HTTP header: Host\n");
        row("no name", "GET / HTTP/1.1\r\n: h\r\n\r\n", "! invalid HTTP header: : h\n");
        row("continued line", "GET / HTTP/1.1\r\nHost: h\r\n more\r\n\r\n", "! invalid HTTP header:  more\n");
        row("continued first line", "GET / HTTP/1.1\r\n Host: h\r\n\r\n",
            "! invalid HTTP header:  Host: h\n");
        row("two blanks", "GET  / HTTP/1.1\r\n\r\n", "! this is not HTTP: GET  / HTTP/1.1\n");
        row("blank in target", "GET /a b HTTP/1.1\r\n\r\n", "! this is not HTTP: GET /a b HTTP/1.1\n");
        row("tab in target", "GET /a\tb HTTP/1.1\r\n\r\n", "! this is not HTTP: GET /a?b HTTP/1.1\n");
        row("high byte in target", "GET /\xC3\xA4 HTTP/1.1\r\n\r\n",
            "! this is not HTTP: GET /?? HTTP/1.1\n");
        row("method is no token", "G(T / HTTP/1.1\r\n\r\n", "! this is not HTTP: G(T / HTTP/1.1\n");
        row("blank at the end", "GET / HTTP/1.1 \r\n\r\n", "! this is not HTTP: GET / HTTP/1.1 \n");
        row("no version", "GET /\r\n\r\n", "! this is not HTTP: GET /\n");
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "! HTTP version not supported: HTTP/2.0\n");
        row("lower case", "GET / http/1.1\r\n\r\n", "! this is not HTTP: GET / http/1.1\n");
        row("TLS", QByteArray("\x16\x03\x01\x02\0\x01\0\0\r\n", 10), "! this is not HTTP: ????????\n");
    }
    void requests() { sliced(requestTranscript); }

    void responses_data()
    {
        columns();
        row("plain", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na 1",
            "200 [OK] 1.1 keep\n{Content-Length}{3}\nbody of 3\n3 left\n");
        row("bare LF", "HTTP/1.1 200 OK\na: b\n\nbody", "200 [OK] 1.1 keep\n{a}{b}\nuntil closed\n4 left\n");
        row("no reason", "HTTP/1.0 200 \r\n\r\n", "200 [] 1.0 close\nuntil closed\n0 left\n");
        row("no blank", "HTTP/1.0 200\r\n\r\n", "200 [] 1.0 close\nuntil closed\n0 left\n");
        row("reason of any bytes", "HTTP/1.1 404 Nicht da \xC3\xA4\t!\r\n\r\n",
            "404 [Nicht da \xC3\xA4\t!] 1.1 keep\nuntil closed\n0 left\n");
        row("control byte in a value", "HTTP/1.1 204 x\r\na: \x01\r\n\r\n",
            "204 [x] 1.1 keep\n{a}{\x01}\nno body\n0 left\n");
        row("empty line before", "\r\nHTTP/1.1 200 OK\r\n\r\n", "! this is not HTTP: \n");
        row("status of two digits", "HTTP/1.1 20 OK\r\n\r\n", "! this is not HTTP: HTTP/1.1 20 OK\n");
        row("status of four digits", "HTTP/1.1 2000\r\n\r\n", "! this is not HTTP: HTTP/1.1 2000\n");
        row("status below 100", "HTTP/1.1 099 OK\r\n\r\n", "! this is not HTTP: HTTP/1.1 099 OK\n");
        row("status with a sign", "HTTP/1.1 -20 OK\r\n\r\n", "! this is not HTTP: HTTP/1.1 -20 OK\n");
        row("version only", "HTTP/1.1\r\n\r\n", "! this is not HTTP: HTTP/1.1\n");
        row("HTTP/2", "HTTP/2.0 200 OK\r\n\r\n", "! HTTP version not supported: HTTP/2.0\n");
        row("HTTP/0.9", "<html>\r\n", "! this is not HTTP: <html>\n");
        row("another protocol", "SSH-2.0-OpenSSH_9.2\r\n", "! this is not HTTP: SSH-2.0-OpenSSH_9.2\n");
        row("continued line", "HTTP/1.1 200 OK\r\na: b\r\n\tc\r\n\r\n", "! invalid HTTP header: ?c\n");
        row("chunked, all the way",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na 1\r\n0\r\n\r\nH",
            "200 [OK] 1.1 keep\n{Transfer-Encoding}{chunked}\nchunked\ndata a 1\ncomplete, 1 left\n");
    }
    void responses() { sliced(responseTranscript); }

    void limits_data()
    {
        columns();
        const QByteArray line = "HTTP/1.1 200 OK\r\n";
        row("first line at the limit", "HTTP/1.1 200 " + QByteArray(7, 'x') + "\r\n\r\n",
            "200 [xxxxxxx] 1.1 keep\nuntil closed\n0 left\n");
        row("first line over it", "HTTP/1.1 200 " + QByteArray(8, 'x') + "\r\n\r\n",
            "! the first line of the HTTP message has more than 20 bytes\n");
        row("first line without end", "HTTP/1.1 200 " + QByteArray(8, 'x'),
            "! the first line of the HTTP message has more than 20 bytes\n");
        row("a binary protocol without lines", QByteArray(50, '\x07'),
            "! this is not HTTP: " + QByteArray(21, '?') + "\n");
        row("CR at the limit, and no LF", "HTTP/1.1 200 " + QByteArray(7, 'x') + "\rx",
            "! the first line of the HTTP message has more than 20 bytes\n");
        row("field at the limit", line + "a: " + QByteArray(9, 'b') + "\r\n\r\n",
            "200 [OK] 1.1 keep\n{a}{bbbbbbbbb}\nuntil closed\n0 left\n");
        row("field over it", line + "a: " + QByteArray(10, 'b') + "\n\n",
            "! HTTP headers of more than 12 bytes\n");
        row("three fields", line + "a:1\na:2\na:3\n\n",
            "200 [OK] 1.1 keep\n{a}{1}\n{a}{2}\n{a}{3}\nuntil closed\n0 left\n");
        row("four fields", line + "a:1\na:2\na:3\na:4\n\n", "! more than 3 HTTP headers\n");
    }
    void limits()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, transcript);
        for (std::size_t slice = 1; slice <= static_cast<std::size_t>(message.size()); ++slice)
            QCOMPARE(bytes(responseTranscript(message.toStdString(), slice, small)), transcript);
    }

    void headBytesAreCounted()
    {
        const std::string message = "HTTP/1.1 200 OK\r\na: b\r\nc: d\r\n\r\n";
        const std::string rest = "body";
        for (std::size_t slice = 1; slice <= message.size(); ++slice) {
            const HeadLimits exact{100, 100, message.size(), 10};
            QVERIFY(responseTranscript(message + rest, slice, exact).ends_with("4 left\n"));
            const HeadLimits less{100, 100, message.size() - 1, 10};
            QCOMPARE(responseTranscript(message + rest, slice, less),
                     "! HTTP headers of more than " + std::to_string(message.size() - 1) + " bytes\n");
        }
    }

    void tellsWhetherItHasBegun()
    {
        ResponseHeadReader reader;
        QVERIFY(!reader.begun());
        std::string_view piece = "H";
        QVERIFY(reader.read(piece).ok());
        QVERIFY(reader.begun());
        QVERIFY(!reader.complete());
    }

private:
    static void columns()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("transcript");
    }
    static void row(const char *name, const QByteArray &message, const QByteArray &transcript)
    {
        QTest::newRow(name) << message << transcript;
    }
    template<typename Transcript>
    void sliced(Transcript transcriptOf)
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, transcript);
        for (std::size_t slice = 1; slice <= static_cast<std::size_t>(message.size()); ++slice)
            QCOMPARE(bytes(transcriptOf(message.toStdString(), slice, {})), transcript);
    }
};

} // namespace

SIGHTGLASS_TEST(HeadReaderTest)
#include "headreadertest.moc"
