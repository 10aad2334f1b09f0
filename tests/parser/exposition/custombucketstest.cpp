// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositionparser.h"
#include "parser/exposition/expositionwriter.h"
#include "tests/parser/exposition/entrytranscript.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using Options = ExpositionOptions;

QByteArrayList entriesOf(ExpositionFormat format, const std::string &body, Options::ClassicSeries classic)
{
    Options options;
    options.nativeHistograms = Options::NativeHistograms::Read;
    options.classicHistograms = Options::ClassicHistograms::ToCustomBuckets;
    options.classicSeries = classic;
    options.createdLines = Options::CreatedLines::AsStartTimestamps;
    const auto parser = createExpositionParser(format, body, options);
    QByteArrayList lines;
    for (const std::string &line : test::transcribe(*parser)) {
        const QByteArray text = QByteArray::fromStdString(line);
        if (!text.contains(" help ") && !text.contains(" type "))
            lines << text;
    }
    return lines;
}

class CustomBucketsTest : public sightglass::test::TestCase
{
    Q_OBJECT

    static void row(const char *name, const char *body, const QByteArrayList &entries)
    {
        QTest::newRow(name) << QByteArray(body) << entries;
    }

private Q_SLOTS:
    void openMetrics_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArrayList>("entries");
        const QByteArray h = " histogram \"h\" \"__name__\"=\"h\" value ";
        row("integers, missing count, bounds in any order",
            "# TYPE h histogram\nh_bucket{le=\"2\"} 3\nh_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf\"} 4\nh_sum "
            "5\n# EOF\n",
            {"2:1" + h +
                 "{integer schema -53 count 4 sum 5 zero 0/0 positive [0:1 1:2 2:1] negative [] bounds 1 2}",
             "end"});
        row("floats, missing +Inf", "# TYPE h histogram\nh_bucket{le=\"1\"} 1.5\nh_count 2.5\n# EOF\n",
            {"2:1" + h +
                 "{float schema -53 count 2.5 sum 0 zero 0/0 positive [0:1.5 1:1] negative [] bounds 1}",
             "end"});
        row("exemplars and start come along",
            "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 1 9 # {a=\"b\"} 1 2\nh_count 1 9\nh_created 3\nx 1\n# "
            "EOF\n",
            {"2:1" + h +
                 "{integer schema -53 count 1 sum 0 zero 0/0 positive [0:1] negative []} at 9000 since 3000 "
                 "exemplar {a=\"b\"} 1@2000",
             "5:1 sample \"x\" \"__name__\"=\"x\" value 1", "end"});
        row("what cannot be converted is dropped",
            "# TYPE h histogram\nh_bucket{le=\"1\"} 2\nh_bucket{le=\"+Inf\"} 1\nh_count{a=\"b\"} 1\n# EOF\n",
            {"4:1 histogram \"h\\xffa\\xffb\" \"__name__\"=\"h\" \"a\"=\"b\" value {integer schema -53 count "
             "1 sum 0 zero 0/0 positive [0:1] negative []}",
             "end"});
        row("count mismatch", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 1\nh_count 2\n# EOF\n", {"end"});
        row("others stay as they are",
            "# TYPE g gaugehistogram\ng_bucket{le=\"+Inf\"} 1\n# TYPE h histogram\nx_count 1\nh 1\n# EOF\n",
            {"2:1 sample \"g_bucket{le=\\\"+Inf\\\"}\" \"__name__\"=\"g_bucket\" \"le\"=\"+Inf\" value 1",
             "4:1 sample \"x_count\" \"__name__\"=\"x_count\" value 1",
             "5:1 sample \"h\" \"__name__\"=\"h\" value 1", "end"});
    }

    void openMetrics()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArrayList, entries);
        QCOMPARE(entriesOf(ExpositionFormat::OpenMetricsText, body.toStdString(),
                           Options::ClassicSeries::Replaced),
                 entries);
    }

    void classicSeriesAreKeptOnRequest()
    {
        const auto entries =
            entriesOf(ExpositionFormat::PrometheusText,
                      "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 1\nh_sum 2\nh_count 1\nx 1\n",
                      Options::ClassicSeries::Kept);
        QCOMPARE(entries.size(), 6);
        QVERIFY(entries[2].contains("sample \"h_count\""));
        QVERIFY(entries[3].contains("histogram \"h\""));
        QVERIFY(entries[4].contains("sample \"x\""));
    }

    void protobuf_data()
    {
        QTest::addColumn<double>("lastBucket");
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("good") << 2.0 << QByteArray("end");
        QTest::newRow("bad fails the scrape")
            << 0.0 << QByteArray("error 0:0 [0,0) count is not cumulative: 0 < 1");
    }

    void protobuf()
    {
        QFETCH(double, lastBucket);
        QFETCH(QByteArray, last);
        ExposedFamily family{"h", MetricType::GaugeHistogram, {}, "", {}};
        family.metrics.push_back({{}, ExposedHistogram{2, 3, {{1, 1, {}}, {2, lastBucket, {}}}, {}}, {}, {}});
        const std::string body = writeExposition(ExpositionFormat::Protobuf, std::vector{family});
        const auto entries = entriesOf(ExpositionFormat::Protobuf, body, Options::ClassicSeries::Replaced);
        QCOMPARE(entries.last(), last);
        if (last == "end")
            QVERIFY(entries.first().contains("{integer gauge schema -53 count 2"));
    }

    /// A histogram that is exponential, too, is not converted.
    void exponentialWins()
    {
        ExposedFamily family{"h", MetricType::Histogram, {}, "", {}};
        ExposedNativeBuckets native;
        native.zeroCount = 2;
        family.metrics.push_back({{}, ExposedHistogram{2, 3, {{1, 1, {}}}, native}, {}, {}});
        const std::string body = writeExposition(ExpositionFormat::Protobuf, std::vector{family});
        const auto entries = entriesOf(ExpositionFormat::Protobuf, body, Options::ClassicSeries::Kept);
        QCOMPARE(entries.size(), 6);
        QVERIFY(entries.first().contains("schema 0"));
        QVERIFY(!entries.join().contains("schema -53"));
    }
};

SIGHTGLASS_TEST(CustomBucketsTest)

} // namespace

#include "custombucketstest.moc"
