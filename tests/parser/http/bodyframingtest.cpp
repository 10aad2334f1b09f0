// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/http/bodyframing.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::http;

/// "Name: value" lines as fields.
HeaderFields fieldsOf(const QByteArray &lines)
{
    HeaderFields fields;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty() && !parseFieldLine(line.toStdString(), FieldBytes::Tolerated, fields))
            qFatal("no header field");
    }
    return fields;
}

QString text(const Result<BodyFraming> &framing)
{
    if (!framing)
        return QLatin1String("! ") + QString::fromStdString(plainText(framing.error()));
    const QString distrusted = framing->distrusted ? QStringLiteral(" distrusted") : QString();
    switch (framing->end) {
    case BodyEnd::None:
        return QLatin1String("none") + distrusted;
    case BodyEnd::Length:
        return QString::number(framing->length) + distrusted;
    case BodyEnd::Chunked:
        return QLatin1String("chunked") + distrusted;
    case BodyEnd::Close:
        break;
    }
    return QLatin1String("close") + distrusted;
}

class BodyFramingTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void fields_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("request");
        QTest::addColumn<QString>("response");
        const auto row = [](const char *name, const char *lines, const char *request, const char *response) {
            QTest::newRow(name) << QByteArray(lines) << QString::fromUtf8(request)
                                << QString::fromUtf8(response);
        };
        const char *badLength = "! invalid length of the HTTP body: ";
        const auto bad = [&](const char *name, const char *value) {
            const QByteArray line = QByteArray("Content-Length: ") + value;
            const QString error = QString::fromUtf8(badLength) + QString::fromUtf8(value);
            QTest::newRow(name) << line << error << error;
        };
        row("nothing", "", "none", "close");
        row("zero", "Content-Length: 0", "0", "0");
        row("length", "content-length: 0042", "42", "42");
        row("the largest", "Content-Length: 9223372036854775807", "9223372036854775807",
            "9223372036854775807");
        bad("2^63", "9223372036854775808");
        bad("2^64 + 5", "18446744073709551621");
        bad("negative", "-1");
        bad("signed", "+1");
        bad("hexadecimal", "0x10");
        bad("fraction", "1.0");
        bad("empty", "");
        bad("two numbers", "1 1");
        bad("different numbers", "1, 2");
        bad("a number and nonsense", "1, x");
        row("agreeing list", "Content-Length: 3, 3", "! invalid length of the HTTP body: 3, 3", "3");
        row("agreeing fields", "Content-Length: 3\nContent-Length: 3",
            "! invalid length of the HTTP body: 3, 3", "3");
        row("different fields", "Content-Length: 3\nContent-Length: 4",
            "! invalid length of the HTTP body: 3, 4", "! invalid length of the HTTP body: 3, 4");
        row("empty and a number", "Content-Length:\nContent-Length: 4",
            "! invalid length of the HTTP body: 4", "! invalid length of the HTTP body: 4");
        row("chunked", "Transfer-Encoding: Chunked", "chunked", "chunked");
        row("chunked and a length", "Transfer-Encoding: chunked\nContent-Length: 3",
            "! invalid length of the HTTP body: 3", "chunked distrusted");
        row("other coding", "Transfer-Encoding: gzip, chunked",
            "! HTTP transfer coding not supported: gzip, chunked",
            "! HTTP transfer coding not supported: gzip, chunked");
        row("chunked twice", "Transfer-Encoding: chunked\nTransfer-Encoding: chunked",
            "! HTTP transfer coding not supported: chunked, chunked",
            "! HTTP transfer coding not supported: chunked, chunked");
        row("identity", "Transfer-Encoding: identity", "! HTTP transfer coding not supported: identity",
            "! HTTP transfer coding not supported: identity");
        row("empty coding", "Transfer-Encoding:", "! HTTP transfer coding not supported: ",
            "! HTTP transfer coding not supported: ");
    }
    void fields()
    {
        QFETCH(QByteArray, lines);
        RequestHead request;
        request.fields = fieldsOf(lines);
        QTEST(text(requestBodyFraming(request)), "request");
        ResponseHead response;
        response.status = 200;
        response.fields = fieldsOf(lines);
        QTEST(text(responseBodyFraming(response, "GET")), "response");
    }

    void chunkedInHttp10()
    {
        RequestHead request;
        request.version = Version::Http10;
        request.fields = fieldsOf("Transfer-Encoding: chunked");
        QCOMPARE(text(requestBodyFraming(request)),
                 QStringLiteral("! HTTP transfer coding not supported: HTTP/1.0"));
        ResponseHead response;
        response.version = Version::Http10;
        response.status = 200;
        response.fields = request.fields;
        QCOMPARE(text(responseBodyFraming(response, "GET")), QStringLiteral("chunked distrusted"));
    }

    void answersWithoutBody_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("framing");
        QTest::newRow("100") << 100 << QStringLiteral("GET") << QStringLiteral("none");
        QTest::newRow("204") << 204 << QStringLiteral("GET") << QStringLiteral("none");
        QTest::newRow("304") << 304 << QStringLiteral("GET") << QStringLiteral("none");
        QTest::newRow("205") << 205 << QStringLiteral("GET") << QStringLiteral("5");
        QTest::newRow("HEAD") << 200 << QStringLiteral("HEAD") << QStringLiteral("none");
        QTest::newRow("CONNECT") << 200 << QStringLiteral("CONNECT") << QStringLiteral("none");
        QTest::newRow("CONNECT refused") << 403 << QStringLiteral("CONNECT") << QStringLiteral("5");
    }
    void answersWithoutBody()
    {
        QFETCH(int, status);
        QFETCH(QString, method);
        ResponseHead head;
        head.status = status;
        head.fields = fieldsOf("Content-Length: 5");
        QTEST(text(responseBodyFraming(head, method.toStdString())), "framing");
    }
};

} // namespace

SIGHTGLASS_TEST(BodyFramingTest)
#include "bodyframingtest.moc"
