// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositionparser.h"
#include "tests/model/exporting/scrapedpage.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QFileInfo>
#include <QTest>

namespace {

using namespace sightglass;

/// Where two pages differ, the first place.
QByteArray difference(const std::map<std::string, std::string> &is,
                      const std::map<std::string, std::string> &expected)
{
    for (const auto &[series, value] : expected) {
        const auto at = is.find(series);
        if (at == is.end())
            return QByteArray::fromStdString("missing: " + series);
        if (at->second != value)
            return QByteArray::fromStdString(series + " is " + at->second + ", not " + value);
    }
    for (const auto &[series, value] : is) {
        if (!expected.contains(series))
            return QByteArray::fromStdString("more: " + series + ' ' + value);
    }
    return {};
}

/// What real programs expose comes back from the store in every format as the same series.
class RoundTripTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void realPages_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("format");
        const QString root = test::conformancePath(QStringLiteral("expositions"));
        const auto lines = test::readFile(root + QStringLiteral("/verdicts.tsv")).split('\n');
        for (const QByteArray &line : lines) {
            const auto fields = line.split('\t');
            const auto type = fields.size() > 3 ? expositionFormatOf(fields[1].toStdString()) : std::nullopt;
            const QString path = root + QLatin1Char('/') + QString::fromUtf8(fields[0]);
            if (!type || fields[3] != "up" || QFileInfo(path).size() > 400'000)
                continue;
            QTest::newRow(fields[0].constData()) << path << static_cast<int>(*type);
        }
        if (lines.size() < 2)
            QTest::newRow("none") << QString() << 0;
    }

    void realPages()
    {
        QFETCH(QString, path);
        QFETCH(int, format);
        if (path.isEmpty())
            QSKIP("no conformance data");
        const std::string body = test::readFile(path).toStdString();
        Head head;
        if (body.empty() || !test::scrapePage(head, static_cast<ExpositionFormat>(format), body))
            QSKIP("not a page of samples");
        const auto stored = test::seriesOf(*head.snapshot());
        if (stored.empty())
            QSKIP("no samples");
        for (const auto out : {ExpositionFormat::PrometheusText, ExpositionFormat::OpenMetricsText,
                               ExpositionFormat::Protobuf}) {
            const std::string page = test::exportedPage(head, out);
            const QByteArray differs = difference(test::seriesOf(out, page), stored);
            QVERIFY2(differs.isEmpty(), differs + ", written as " + QByteArray::number(int(out)));
        }
    }

    void allKinds_data()
    {
        QTest::addColumn<int>("format");
        QTest::newRow("text") << int(ExpositionFormat::PrometheusText);
        QTest::newRow("OpenMetrics") << int(ExpositionFormat::OpenMetricsText);
        QTest::newRow("protobuf") << int(ExpositionFormat::Protobuf);
    }

    /// Everything that has a place of its own in OpenMetrics, and what fits nowhere.
    void allKinds()
    {
        QFETCH(int, format);
        const auto out = static_cast<ExpositionFormat>(format);
        Head head;
        QVERIFY(
            test::scrapePage(head, ExpositionFormat::OpenMetricsText,
                             "# TYPE c counter\n# UNIT c \n# HELP c Say \"c\\\\d\"\\n.\n"
                             "c_total{a=\"\\\"\\\\\\n\"} 1 # {t=\"x\"} 0.5 3\nc_created{a=\"\\\"\\\\\\n\"} "
                             "1700000000.1234567\n"
                             "# TYPE i info\ni_info{v=\"1\"} 1\n"
                             "# TYPE s stateset\ns{s=\"on\"} 1\ns{s=\"off\"} 0\n"
                             "# TYPE g gaugehistogram\ng_bucket{le=\"1.0\"} 2\ng_bucket{le=\"+Inf\"} "
                             "3\ng_gcount 3\ng_gsum -2.5\n"
                             "# TYPE h histogram\nh_bucket{le=\"0.5\"} 2 # {t=\"y\"} 0.25\n"
                             "h_bucket{le=\"+Inf\"} 3\nh_count 3\nh_sum NaN\nh_created 12\n"
                             "# TYPE broken histogram\nbroken_bucket{le=\"0.5\"} 2\nbroken_sum 3\n"
                             "# TYPE q summary\nq{quantile=\"0.5\"} 2\nq_count 3\nq_sum 8\n"
                             "# TYPE half summary\nhalf_count 1.5\nhalf_sum -0.0\n"
                             "# TYPE \"c.dotted\" counter\n{\"c.dotted_total\",\"k.l\"=\"m\"} +Inf\n"
                             "no_type{le=\"1\"} -Inf\nlone_created 5\n# EOF\n"));
        const auto stored = test::seriesOf(*head.snapshot());
        QVERIFY(!stored.empty());
        const std::string page = test::exportedPage(head, out);
        const QByteArray differs = difference(test::seriesOf(out, page), stored);
        QVERIFY2(differs.isEmpty(), differs + '\n' + QByteArray::fromStdString(page));
    }

    /// Through protobuf, which alone has them, with their exemplars; twice, because a page that is read back
    /// must be written the same.
    void nativeHistograms()
    {
        Head head;
        FloatHistogram histogram;
        histogram.schema = 3;
        histogram.count = 12.5;
        histogram.sum = 7;
        histogram.zeroThreshold = 1e-128;
        histogram.zeroCount = 1.5;
        for (const std::int32_t index : {-7, -6, 3, 9})
            histogram.positive.push(index, index + 8);
        histogram.negative.push(-2, 4);
        const auto append = [&](const char *name, const FloatHistogram &value) {
            const SeriesId id = head.seriesFor(Labels::withName(name, {{"a", "b"}}));
            QVERIFY(head.append(id, test::scrapedAt, std::make_shared<const FloatHistogram>(value)).ok());
            static_cast<void>(
                head.appendExemplar(id, {Labels(std::vector<Label>{{"t", "x"}}), 3, test::scrapedAt, true}));
        };
        append("native", histogram);
        histogram.hint = CounterResetHint::Gauge;
        append("native_gauge", histogram);
        append("mixed", histogram);
        QVERIFY(
            head.append(head.seriesFor(Labels::withName("mixed", {{"a", "c"}})), test::scrapedAt, 4).ok());
        head.setMetadata("native", {MetricType::Histogram, "Native.", ""});
        head.commit();
        const std::string page = test::exportedPage(head, ExpositionFormat::Protobuf);
        const QByteArray differs =
            difference(test::seriesOf(ExpositionFormat::Protobuf, page), test::seriesOf(*head.snapshot()));
        QVERIFY2(differs.isEmpty(), differs);
        Head again;
        QVERIFY(test::scrapePage(again, ExpositionFormat::Protobuf, page));
        QCOMPARE(exemplarCount(*again.snapshot()), std::size_t{3});
        QCOMPARE(test::exportedPage(again, ExpositionFormat::Protobuf), page);
    }
};

SIGHTGLASS_TEST(RoundTripTest)

} // namespace

#include "roundtriptest.moc"
