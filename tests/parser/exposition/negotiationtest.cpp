// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/contentnegotiation.h"
#include "parser/exposition/expositionparser.h"
#include "parser/exposition/formatdetection.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using Native = ExpositionOptions::NativeHistograms;

class NegotiationTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void asksForTextByDefault()
    {
        const auto protocols = defaultScrapeProtocols(Native::Ignored);
        QCOMPARE(QByteArray::fromStdString(acceptHeader(protocols, NameEscaping::AllowUtf8)),
                 QByteArray(scrapeAcceptHeader().data(), static_cast<int>(scrapeAcceptHeader().size())));
    }

    void asksForProtobufFirstForNativeHistograms()
    {
        const auto protocols = defaultScrapeProtocols(Native::Read);
        QCOMPARE(QByteArray::fromStdString(acceptHeader(protocols, NameEscaping::Underscores)),
                 QByteArray("application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
                            "encoding=delimited;q=0.6,"
                            "application/openmetrics-text;version=1.0.0;escaping=underscores;q=0.5,"
                            "application/openmetrics-text;version=0.0.1;q=0.4,"
                            "text/plain;version=1.0.0;escaping=underscores;q=0.3,"
                            "text/plain;version=0.0.4;q=0.2,*/*;q=0.1"));
    }

    void namesOfProtocols()
    {
        for (const auto protocol : defaultScrapeProtocols(Native::Read))
            QVERIFY(scrapeProtocolFromName(scrapeProtocolName(protocol)) == protocol);
        QVERIFY(!scrapeProtocolFromName("prometheusproto"));
        QVERIFY(nameEscapingFromName("dots") == NameEscaping::Dots);
        QVERIFY(!nameEscapingFromName("none"));
    }

    void fallsBackWhereTheHeaderSaysNothing()
    {
        const auto text = ScrapeProtocol::PrometheusText0_0_4;
        const auto openMetrics = ExpositionFormat::OpenMetricsText;
        QVERIFY(*negotiatedFormat("application/openmetrics-text", text) == openMetrics);
        for (const char *header : {"", "text/html", "text/plain; ="}) {
            QVERIFY(*negotiatedFormat(header, text) == ExpositionFormat::PrometheusText);
            QVERIFY(*negotiatedFormat(header, ScrapeProtocol::PrometheusProto) == ExpositionFormat::Protobuf);
        }
        QVERIFY(negotiatedFormat("", {}).error().code == ErrorCode::ContentTypeMissing);
        QVERIFY(negotiatedFormat("text/html", {}).error().code == ErrorCode::UnsupportedContentType);
    }

    void detectsByContent()
    {
        QVERIFY(detectExpositionFormat("a 1\n# EOF\n") == ExpositionFormat::OpenMetricsText);
        QVERIFY(detectExpositionFormat("# EOF") == ExpositionFormat::OpenMetricsText);
        QVERIFY(detectExpositionFormat("a 1\n") == ExpositionFormat::PrometheusText);
        QVERIFY(detectExpositionFormat("") == ExpositionFormat::PrometheusText);
        QVERIFY(!endInside("a 1\n# EOF\n") && !endInside("a 1\n# EOF") && !endInside("a # EOF\nb 1\n"));
        const auto inside = endInside("a 1\n# EOF\n\n");
        QVERIFY(inside && inside->begin == 4 && inside->end == 9);
        QVERIFY(detectExpositionFormat("\x05\x0a\x01"
                                       "a\x18\x01") == ExpositionFormat::Protobuf);
    }
};

SIGHTGLASS_TEST(NegotiationTest)

} // namespace

#include "negotiationtest.moc"
