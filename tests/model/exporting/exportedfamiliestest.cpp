// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/exporting/scrapedpage.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using test::scrapedAt;

/// Pages and what is exported of them, byte for byte.
class ExportedFamiliesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data()
    {
        QTest::addColumn<QByteArray>("scraped");
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("exported");
        const int text = int(ExpositionFormat::PrometheusText);
        const int openMetrics = int(ExpositionFormat::OpenMetricsText);
        QTest::newRow("sorted, with help") << QByteArray("# TYPE b gauge\nb 2\na 1\n# HELP b Bee.\n") << text
                                           << QByteArray("# TYPE a untyped\na 1 @\n# HELP b Bee.\n"
                                                         "# TYPE b gauge\nb 2 @\n");
        QTest::newRow("a whole histogram")
            << QByteArray("# TYPE h histogram\nh_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} 2\nh_sum 3\n"
                          "h_count 2\n")
            << text
            << QByteArray("# TYPE h histogram\nh_bucket{le=\"1.0\"} 1 @\nh_bucket{le=\"+Inf\"} 2 @\n"
                          "h_count 2 @\nh_sum 3 @\n");
        QTest::newRow("one without sum")
            << QByteArray("# HELP h H.\n# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2\nh_count 2\n") << text
            << QByteArray("# HELP h_bucket H.\n# TYPE h_bucket untyped\nh_bucket{le=\"+Inf\"} 2 @\n"
                          "# HELP h_count H.\n# TYPE h_count untyped\nh_count 2 @\n");
        QTest::newRow("buckets ascend, too, where they are written one by one")
            << QByteArray("# TYPE h histogram\nh_bucket{a=\"x\",le=\"10\"} 1\nh_bucket{a=\"x\",le=\"2\"} 1\n"
                          "h_bucket{a=\"x\",le=\"+Inf\"} 2\nh_bucket{a=\"b\",le=\"+Inf\"} 3\n"
                          "h_bucket{a=\"x\",le=\"?\"} 4\nh_bucket{a=\"b\",le=\"-1\"} 1\n")
            << text
            << QByteArray("# TYPE h_bucket untyped\nh_bucket{a=\"b\",le=\"-1.0\"} 1 @\n"
                          "h_bucket{a=\"b\",le=\"+Inf\"} 3 @\nh_bucket{a=\"x\",le=\"2.0\"} 1 @\n"
                          "h_bucket{a=\"x\",le=\"10.0\"} 1 @\nh_bucket{a=\"x\",le=\"+Inf\"} 2 @\n"
                          "h_bucket{a=\"x\",le=\"?\"} 4 @\n");
        QTest::newRow("one without +Inf")
            << QByteArray("# TYPE h histogram\nh_bucket{le=\"1\"} 2\nh_count 2\nh_sum 1\n") << text
            << QByteArray("# TYPE h_bucket untyped\nh_bucket{le=\"1.0\"} 2 @\n# TYPE h_count untyped\n"
                          "h_count 2 @\n# TYPE h_sum untyped\nh_sum 1 @\n");
        QTest::newRow("a counter that would get a suffix")
            << QByteArray("# HELP c C.\n# TYPE c counter\nc 2\n# TYPE d_total counter\nd_total 3\n")
            << openMetrics
            << QByteArray("# TYPE c unknown\n# HELP c C.\nc 2 %\n# TYPE d counter\nd_total 3 %\n# EOF\n");
        QTest::newRow("names of others")
            << QByteArray("# TYPE x gauge\nx 1\nx_total 2\nx_bucket 3\n# TYPE x_count counter\nx_count 4\n")
            << text
            << QByteArray("# TYPE x gauge\nx 1 @\n# TYPE x_bucket untyped\nx_bucket 3 @\n"
                          "# TYPE x_count counter\nx_count 4 @\n# TYPE x_total untyped\nx_total 2 @\n");
        QTest::newRow("a summary")
            << QByteArray("# TYPE s summary\ns{quantile=\"0.9\"} 1\ns{quantile=\"0.5\"} NaN\ns_sum 3\n"
                          "s_count 2\n")
            << text
            << QByteArray("# TYPE s summary\ns{quantile=\"0.5\"} NaN @\ns{quantile=\"0.9\"} 1 @\n"
                          "s_count 2 @\ns_sum 3 @\n");
    }

    void pages()
    {
        QFETCH(QByteArray, scraped);
        QFETCH(int, format);
        QFETCH(QByteArray, exported);
        Head head;
        QVERIFY(test::scrapePage(head, ExpositionFormat::PrometheusText, scraped.toStdString()));
        exported.replace('@', "1700000000123").replace('%', "1700000000.123");
        QCOMPARE(QByteArray::fromStdString(test::exportedPage(head, static_cast<ExpositionFormat>(format))),
                 exported);
    }

    /// What it said of its beginning comes back in its own digits; exemplars too.
    void openMetricsExtras()
    {
        const std::string page = "# TYPE c counter\n# HELP c C.\nc_total 1 1700000000.123 # {t=\"x\"} 0.5 3\n"
                                 "c_created 1699999999.1234567 1700000000.123\n# EOF\n";
        Head head;
        QVERIFY(test::scrapePage(head, ExpositionFormat::OpenMetricsText, page));
        QCOMPARE(test::exportedPage(head, ExpositionFormat::OpenMetricsText), page);
        QCOMPARE(test::exportedPage(head, ExpositionFormat::PrometheusText),
                 std::string("# HELP c_total C.\n# TYPE c_total counter\nc_total 1 1700000000123\n"
                             "# TYPE c_created gauge\nc_created 1699999999.1234567 1700000000123\n"));
    }

    /// Targets that disagree: each alone is as it says, both together are as the first one says.
    void disputedFamilies()
    {
        Head head;
        const MetricMetadata counter{MetricType::Counter, "C.", ""};
        const MetricMetadata gauge{MetricType::Gauge, "G.", ""};
        for (const char *instance : {"a", "b"}) {
            const Labels target(std::vector<Label>{{"instance", instance}});
            QVERIFY(head.append(head.seriesFor(target.with(metricNameLabel, "m")), scrapedAt, 1).ok());
            const MetadataChange says{"m", *instance == 'a' ? &counter : &gauge};
            head.setMetadata(head.addMetadataOwner(target), {&says, 1});
        }
        head.commit();
        const auto exported = [&](std::vector<Matcher> matchers) {
            ExportRequest request;
            request.matcherSets = {std::move(matchers)};
            request.range = {scrapedAt, scrapedAt};
            QString types;
            const ExportedCounts counts =
                exportFamilies(*head.snapshot(), request, [&types](const ExposedFamily &family) {
                    types += QString::fromStdString(std::string(metricTypeName(family.type)));
                    return true;
                });
            return types + QString::number(counts.disputedFamilies);
        };
        QCOMPARE(exported({{MatchOp::Equal, "instance", "a"}}), QStringLiteral("counter0"));
        QCOMPARE(exported({{MatchOp::Equal, "instance", "b"}}), QStringLiteral("gauge0"));
        QCOMPARE(exported({}), QStringLiteral("counter1"));
    }

    /// The text format has no gauge histograms, but room for all that is said of them.
    void gaugeHistogramsInText()
    {
        Head head;
        QVERIFY(test::scrapePage(head, ExpositionFormat::OpenMetricsText,
                                 "# TYPE g gaugehistogram\n# HELP g Gee.\ng_bucket{le=\"1.0\"} 2\n"
                                 "g_bucket{le=\"+Inf\"} 3\ng_gcount 3\ng_gsum -2.5\n# EOF\n"));
        QCOMPARE(QByteArray::fromStdString(test::exportedPage(head, ExpositionFormat::PrometheusText))
                     .replace(QByteArray::number(qlonglong{scrapedAt}), "@"),
                 QByteArray("# HELP g_bucket Gee.\n# TYPE g_bucket untyped\ng_bucket{le=\"1.0\"} 2 @\n"
                            "g_bucket{le=\"+Inf\"} 3 @\n# HELP g_gcount Gee.\n# TYPE g_gcount untyped\n"
                            "g_gcount 3 @\n# HELP g_gsum Gee.\n# TYPE g_gsum untyped\ng_gsum -2.5 @\n"));
    }

    void gaugeHistograms_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QByteArray>("scraped");
        QTest::addColumn<QString>("exported");
        QTest::addColumn<int>("withoutType");
        QTest::addColumn<int>("incomplete");
        QTest::addColumn<int>("renamed");
        const int text = int(ExpositionFormat::PrometheusText);
        const int openMetrics = int(ExpositionFormat::OpenMetricsText);
        const int protobuf = int(ExpositionFormat::Protobuf);
        const QByteArray whole("# TYPE g gaugehistogram\ng_bucket{le=\"1\"} 2\ng_bucket{le=\"+Inf\"} 3\n"
                               "g_gcount 3\ng_gsum -2.5\n# EOF\n");
        const QByteArray half("# TYPE g gaugehistogram\ng_bucket{le=\"+Inf\"} 3\ng_gcount 3\n# EOF\n");
        QByteArray regular = whole;
        regular.replace("le=\"1\"", "le=\"1.0\"");
        const QString apart = QStringLiteral("g_bucket:unknown g_gcount:unknown g_gsum:unknown");
        const QString halves = QStringLiteral("g_bucket:unknown g_gcount:unknown");
        const QString together = QStringLiteral("g:gaugehistogram");
        QTest::newRow("protobuf") << protobuf << whole << together << 0 << 0 << 1;
        QTest::newRow("protobuf, incomplete") << protobuf << half << halves << 0 << 1 << 0;
        QTest::newRow("text") << text << whole << apart << 1 << 0 << 0;
        QTest::newRow("text, incomplete") << text << half << halves << 1 << 0 << 0;
        QTest::newRow("OpenMetrics") << openMetrics << regular << together << 0 << 0 << 0;
    }

    /// Where their type goes first, as in `sightglass export`.
    void gaugeHistograms()
    {
        QFETCH(int, format);
        QFETCH(QByteArray, scraped);
        QFETCH(QString, exported);
        QFETCH(int, withoutType);
        QFETCH(int, incomplete);
        QFETCH(int, renamed);
        Head head;
        QVERIFY(test::scrapePage(head, ExpositionFormat::OpenMetricsText, scraped.toStdString()));
        ExportRequest request;
        request.matcherSets = {{}};
        request.range = {scrapedAt, scrapedAt};
        request.format = static_cast<ExpositionFormat>(format);
        request.gaugeHistogramNames = GaugeHistogramNames::OfFormat;
        QStringList families;
        const ExportedCounts counts =
            exportFamilies(*head.snapshot(), request, [&families](const ExposedFamily &family) {
                families +=
                    QString::fromStdString(family.name + ':' + std::string(metricTypeName(family.type)));
                return true;
            });
        QCOMPARE(families.join(QLatin1Char(' ')), exported);
        QCOMPARE(counts.typesUnknownToFormat, std::size_t(withoutType));
        QCOMPARE(counts.typesLeftOut, std::size_t(incomplete));
        QCOMPARE(counts.gaugeHistogramsRenamed, std::size_t(renamed));
    }

    /// What a reader of protobuf makes of it, who names count and sum as Prometheus does.
    void gaugeHistogramThroughProtobuf()
    {
        Head head;
        QVERIFY(test::scrapePage(head, ExpositionFormat::OpenMetricsText,
                                 "# TYPE g gaugehistogram\ng_bucket{le=\"1\"} 2\ng_bucket{le=\"+Inf\"} 3\n"
                                 "g_gcount 3\ng_gsum -2.5\n# EOF\n"));
        ExportRequest request;
        request.matcherSets = {{}};
        request.range = {scrapedAt, scrapedAt};
        request.format = ExpositionFormat::Protobuf;
        request.gaugeHistogramNames = GaugeHistogramNames::OfFormat;
        Head again;
        QVERIFY(test::scrapePage(again, ExpositionFormat::Protobuf,
                                 test::exportedPage(*head.snapshot(), request)));
        QVERIFY(again.snapshot()->metadata("g").type == MetricType::GaugeHistogram);
        QStringList series;
        for (const auto &[name, value] : test::seriesOf(*again.snapshot()))
            series += QString::fromStdString(name + ' ' + value);
        series.replaceInStrings(QStringLiteral(" @1700000000123"), QString());
        QCOMPARE(series.join(QLatin1Char('\n')),
                 QStringLiteral("g_bucket{le=\"+Inf\"} 3\ng_bucket{le=\"1.0\"} 2\ng_count 3\ng_sum -2.5"));
    }

    void newestWithinTheRange()
    {
        Head head;
        for (int i = 0; i < 3; ++i)
            QVERIFY(test::scrapePage(head, ExpositionFormat::PrometheusText, "a " + std::to_string(i) + "\n",
                                     scrapedAt + i));
        ExportRequest request;
        request.matcherSets = {{}};
        const auto pageOf = [&](TimestampMs from, TimestampMs to) {
            request.range = {from, to};
            return test::exportedPage(*head.snapshot(), request);
        };
        QCOMPARE(pageOf(scrapedAt - 9, scrapedAt + 1), std::string("# TYPE a untyped\na 1 1700000000124\n"));
        QCOMPARE(pageOf(scrapedAt, scrapedAt), std::string("# TYPE a untyped\na 0 1700000000123\n"));
        QCOMPARE(pageOf(scrapedAt - 9, scrapedAt - 1), std::string());
        QVERIFY(head.append(head.seriesFor(Labels::withName("a")), scrapedAt + 3, staleMarker()).ok());
        head.commit();
        QCOMPARE(pageOf(scrapedAt, scrapedAt + 3), std::string());
        QCOMPARE(pageOf(scrapedAt, scrapedAt + 2), std::string("# TYPE a untyped\na 2 1700000000125\n"));
    }

    void selections()
    {
        Head head;
        QVERIFY(test::scrapePage(head, ExpositionFormat::PrometheusText,
                                 "a{instance=\"i\"} 1\nb{x=\"y\"} 2\nc 3\n"));
        ExportRequest request;
        request.range = {scrapedAt, scrapedAt};
        QCOMPARE(test::exportedPage(*head.snapshot(), request), std::string());
        const Matcher isA{MatchOp::Equal, "__name__", "a"};
        const Matcher isAOrB{MatchOp::Regex, "__name__", "a|b"};
        request.matcherSets = {{isAOrB}, {isA}};
        request.missingInstance = ExportRequest::MissingInstance::Empty;
        QCOMPARE(test::exportedPage(*head.snapshot(), request),
                 std::string("# TYPE a untyped\na{instance=\"i\"} 1 1700000000123\n# TYPE b untyped\n"
                             "b{x=\"y\",instance=\"\"} 2 1700000000123\n"));
    }

    /// Text has no native buckets; those with bounds of their own are classic histograms.
    void histogramsInText()
    {
        Head head;
        FloatHistogram histogram;
        histogram.count = 3;
        histogram.sum = 4;
        histogram.positive.push(0, 3);
        const auto append = [&](const char *name) {
            const SeriesId id = head.seriesFor(Labels::withName(name));
            QVERIFY(head.append(id, scrapedAt, std::make_shared<const FloatHistogram>(histogram)).ok());
        };
        append("native");
        histogram.schema = customBucketsSchema;
        histogram.customBounds = {1, 2.5};
        histogram.positive.push(2, 1);
        histogram.count = 4;
        append("custom");
        head.commit();
        ExportRequest request;
        request.matcherSets = {{}};
        request.range = {scrapedAt, scrapedAt};
        std::vector<std::string> names;
        const ExportedCounts counts =
            exportFamilies(*head.snapshot(), request, [&names](const ExposedFamily &family) {
                names.push_back(family.name);
                return true;
            });
        QCOMPARE(names, std::vector<std::string>{"custom"});
        QCOMPARE(counts.histogramsLeftOut, std::size_t{1});
        QCOMPARE(counts.series, std::size_t{1});
        QCOMPARE(test::exportedPage(head, ExpositionFormat::PrometheusText),
                 std::string("# TYPE custom histogram\ncustom_bucket{le=\"1.0\"} 3 1700000000123\n"
                             "custom_bucket{le=\"2.5\"} 3 1700000000123\n"
                             "custom_bucket{le=\"+Inf\"} 4 1700000000123\ncustom_count 4 1700000000123\n"
                             "custom_sum 4 1700000000123\n"));
    }

    void stops()
    {
        Head head;
        QVERIFY(test::scrapePage(head, ExpositionFormat::PrometheusText, "a 1\nb 2\nc 3\n"));
        ExportRequest request;
        request.matcherSets = {{}};
        request.range = {scrapedAt, scrapedAt};
        int families = 0;
        exportFamilies(*head.snapshot(), request,
                       [&families](const ExposedFamily &) { return ++families < 2; });
        QCOMPARE(families, 2);
        std::stop_source stop;
        stop.request_stop();
        request.cancel = stop.get_token();
        QCOMPARE(test::exportedPage(*head.snapshot(), request), std::string());
    }
};

SIGHTGLASS_TEST(ExportedFamiliesTest)

} // namespace

#include "exportedfamiliestest.moc"
