// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositionparser.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <bit>

namespace {

using namespace sightglass;
using Entry = ExpositionParser::Entry;

/// The one sample of a body, behind metadata and comments.
std::unique_ptr<ExpositionParser> atSample(std::string_view body)
{
    auto parser = createExpositionParser(ExpositionFormat::PrometheusText, body);
    while (true) {
        const auto entry = parser->next();
        if (!entry || *entry == Entry::End)
            return nullptr;
        if (*entry == Entry::Sample)
            return parser;
    }
}

class ParserTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void nanIsCanonical_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char *body : {"a NaN\n", "a nan", "a\tNAN\n", "a{b=\"c\"} NaN 1\n"})
            QTest::newRow(body) << QByteArray(body);
    }

    void nanIsCanonical()
    {
        QFETCH(QByteArray, body);
        const std::string text = body.toStdString();
        const auto parser = atSample(text);
        QVERIFY(parser);
        QCOMPARE(std::bit_cast<quint64>(parser->value()), quint64{0x7FF8000000000001});
    }

    void valuesAreCorrectlyRounded_data()
    {
        QTest::addColumn<double>("value");
        QTest::newRow("9007199254740993") << 9007199254740992.0;
        QTest::newRow("9007199254740995") << 9007199254740996.0;
        QTest::newRow("0.1") << 0.1;
        QTest::newRow("123456789.123456789") << 123456789.123456789;
        QTest::newRow("1e22") << 1e22;
        QTest::newRow("1e23") << 1e23;
        QTest::newRow("-7.424100000000001e-05") << -7.424100000000001e-05;
        QTest::newRow("0.000000000000000000000000001") << 1e-27;
        QTest::newRow("99999999999999999999") << 99999999999999999999.0;
        QTest::newRow("-0") << -0.0;
        QTest::newRow("5.") << 5.0;
        QTest::newRow("1e-400") << 0.0;
    }

    void valuesAreCorrectlyRounded()
    {
        QFETCH(double, value);
        const std::string body = "name " + std::string(QTest::currentDataTag()) + '\n';
        const auto parser = atSample(body);
        QVERIFY(parser);
        QCOMPARE(std::bit_cast<quint64>(parser->value()), std::bit_cast<quint64>(value));
    }

    void typeInForceNormalisesBounds_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *body, const char *value) {
            QTest::newRow(body) << QByteArray(body) << QByteArray(value);
        };
        row("# TYPE h histogram\nh_bucket{le=\"10\"} 1\n", "10.0");
        row("# TYPE h histogram\nunrelated{le=\"1e6\"} 1\n", "1e+06");
        row("# TYPE h histogram\nh_bucket{le=\"inf\"} 1\n", "+Inf");
        row("# TYPE h histogram\nh_bucket{le=\"x\"} 1\n", "x");
        row("# TYPE s summary\ns{quantile=\"1\"} 1\n", "1.0");
        row("# TYPE s summary\ns{le=\"1\"} 1\n", "1");
        row("# TYPE g gauge\ng{le=\"1\"} 1\n", "1");
        row("h_bucket{le=\"10\"} 1\n# TYPE h histogram\n", "10");
    }

    void typeInForceNormalisesBounds()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, value);
        const std::string text = body.toStdString();
        const auto parser = atSample(text);
        QVERIFY(parser);
        std::vector<Label> labels = {{"left", "over"}, {"from", "before"}, {"a", "b"}};
        parser->decodeLabels(labels);
        QCOMPARE(labels.size(), std::size_t{2});
        QCOMPARE(QByteArray::fromStdString(labels[1].value), value);
    }

    void duplicatesAndEmptyValuesAreLeftIn()
    {
        const auto parser = atSample("m{a=\"1\",a=\"2\",b=\"\",__name__=\"x\"} 1\n");
        QVERIFY(parser);
        std::vector<Label> labels;
        parser->decodeLabels(labels);
        const std::vector<Label> expected = {
            {"__name__", "m"}, {"a", "1"}, {"a", "2"}, {"b", ""}, {"__name__", "x"}};
        QVERIFY(labels == expected);
    }

    void viewsPointIntoTheBody()
    {
        const std::string body = "# HELP m text\nm{a=\"1\"} 2 3\n";
        const auto parser = createExpositionParser(ExpositionFormat::PrometheusText, body);
        QVERIFY(parser->next().ok());
        QCOMPARE(static_cast<const void *>(parser->metadataText().data()),
                 static_cast<const void *>(body.data() + 9));
        QVERIFY(parser->next().ok());
        QCOMPARE(static_cast<const void *>(parser->seriesText().data()),
                 static_cast<const void *>(body.data() + 14));
        QCOMPARE(parser->seriesText(), std::string_view("m{a=\"1\"}"));
        QCOMPARE(parser->timestampMs().value_or(0), std::int64_t{3});
    }

    void timestampDoesNotStick()
    {
        const auto parser = createExpositionParser(ExpositionFormat::PrometheusText, "a 1 5\nb 1\nc  1\n");
        for (const bool present : {true, false, false}) {
            QVERIFY(parser->next().ok());
            QCOMPARE(parser->timestampMs().has_value(), present);
        }
    }

    void answersStayTheSameAtTheEnd()
    {
        const auto good = createExpositionParser(ExpositionFormat::PrometheusText, "");
        for (int i = 0; i < 3; ++i) {
            const auto entry = good->next();
            QVERIFY(entry.ok() && *entry == Entry::End);
        }
        const auto bad = createExpositionParser(ExpositionFormat::PrometheusText, "a 1\nb x\nc 1\n");
        QVERIFY(bad->next().ok());
        const auto first = bad->next();
        const auto second = bad->next();
        QVERIFY(!first && !second);
        QVERIFY(first.error() == second.error());
        QCOMPARE(first.error().position, (SourcePosition{2, 3}));
        QCOMPARE(first.error().span, (SourceSpan{6, 7}));
        QVERIFY(first.error().code == ErrorCode::ExpositionSyntax);
    }

    void giantLabelValue()
    {
        const std::string giant(8 << 20, 'x');
        const std::string body = "m{a=\"" + giant + "\"} 1\nm{a=\"" + giant + "\n\"} 2";
        const auto parser = createExpositionParser(ExpositionFormat::PrometheusText, body);
        std::vector<Label> labels;
        for (const std::string &expected : {giant, giant + '\n'}) {
            const auto entry = parser->next();
            QVERIFY(entry.ok() && *entry == Entry::Sample);
            parser->decodeLabels(labels);
            QVERIFY(labels.at(1).value == expected);
        }
    }

    void negotiates_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("format");
        const int text = static_cast<int>(ExpositionFormat::PrometheusText);
        const int openMetrics = static_cast<int>(ExpositionFormat::OpenMetricsText);
        const auto row = [](const char *header, int format) {
            QTest::newRow(header) << QByteArray(header) << format;
        };
        row("text/plain", text);
        row("text/plain; version=0.0.4; charset=utf-8", text);
        row("TEXT/Plain;version=1.0.0;escaping=allow-utf-8", text);
        row(" text/plain ;", text);
        row("text/plain; a=\"x;\\\"y\"", text);
        row("application/openmetrics-text; version=1.0.0; charset=utf-8", openMetrics);
        row("application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited",
            static_cast<int>(ExpositionFormat::Protobuf));
        for (const char *header :
             {"", " ", "text/html", "application/json", "text/plain; =", "text/plain; version",
              "text/plain; a=\"x", "text/plainx", "text", "text/plain, text/html"})
            row(header, -1);
    }

    void negotiates()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, format);
        const auto found = expositionFormatOf(header.toStdString());
        QCOMPARE(found ? static_cast<int>(*found) : -1, format);
    }

    void asksAsPrometheusAsks()
    {
        QCOMPARE(scrapeAcceptHeader(),
                 std::string_view("application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
                                  "application/openmetrics-text;version=0.0.1;q=0.5,"
                                  "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/"
                                  "plain;version=0.0.4;q=0.3,*/*;q=0.2"));
    }
};

SIGHTGLASS_TEST(ParserTest)

} // namespace

#include "parsertest.moc"
