// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/pagetext.h"

#include "parser/exposition/expositionwriter.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <string>

namespace {

using namespace sightglass;

ExposedFamily histogramFamily()
{
    ExposedNativeBuckets native;
    native.schema = 3;
    native.zeroThreshold = 0.001;
    native.zeroCount = 1;
    native.positive = {{{0, 2}}, {2, 3}};
    ExposedExemplar exemplar{{{"trace_id", "abc"}}, 0.5, 1'700'000'000'000};
    native.exemplars = {exemplar};
    ExposedHistogram histogram;
    histogram.count = 6;
    histogram.sum = 4.5;
    histogram.native = native;
    ExposedFamily family;
    family.name = "http_request_duration_seconds";
    family.type = MetricType::Histogram;
    family.help = "How long\nit takes.";
    family.unit = "seconds";
    family.metrics.push_back({{{"code", "2\"00"}}, histogram, std::nullopt, std::nullopt});
    return family;
}

const PageReading nativeToo = [] {
    PageReading reading;
    reading.options.nativeHistograms = ExpositionOptions::NativeHistograms::Read;
    reading.options.classicSeries = ExpositionOptions::ClassicSeries::Kept;
    return reading;
}();

class PageTextTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void extrasOfATextPage()
    {
        const std::string body = "# HELP a_seconds_total Says\\nmuch.\n# TYPE a_seconds_total counter\n"
                                 "a_seconds_total{x=\"1\"} 2 1700000000000\n"
                                 "broken line here\n"
                                 "b 1\n";
        const ExposedPage page = readPage(body, ExpositionFormat::PrometheusText);
        const PageExtras extras = readExtras(page);
        QCOMPARE(extras.families.size(), page.families.size());
        QCOMPARE(extras.families[0].help, std::string("Says\nmuch."));
        QCOMPARE(extras.families[1].help, std::string());
        QCOMPARE(seriesText(page, page.samples[0]), std::string("a_seconds_total{x=\"1\"}"));
        QCOMPARE(sampleValueText(page, extras, 0), std::string("2"));
        // Samples behind the damage are counted as the page counts them.
        QCOMPARE(seriesText(page, page.samples[1]), std::string("b"));
    }

    void exemplarsBelongToTheirSamples()
    {
        const std::string body = "# TYPE a counter\n# UNIT a_seconds seconds\n"
                                 "a_total{x=\"1\"} 2\n"
                                 "a_total{x=\"2\"} 2 # {trace_id=\"t\"} 0.5 1700000000.5\n# EOF\n";
        const ExposedPage page = readPage(body, ExpositionFormat::OpenMetricsText);
        const PageExtras extras = readExtras(page);
        QVERIFY(extras.exemplarsOf(0).empty());
        QCOMPARE(extras.exemplarsOf(1).size(), std::size_t{1});
        QCOMPARE(exemplarText(extras.exemplarsOf(1)[0].exemplar),
                 std::string("# {trace_id=\"t\"} 0.5 1700000000.5"));
    }

    void protobufIsWrittenFamilyByFamily()
    {
        const ExposedFamily families[] = {
            histogramFamily(),
            {"naïve metric", MetricType::Gauge, std::nullopt, {}, {{{}, ExposedValue{1.5, {}}, 5, {}}}}};
        const std::string body = writeExposition(ExpositionFormat::Protobuf, families);
        const ExposedPage page = readPage(body, ExpositionFormat::Protobuf, nativeToo);
        const PageExtras extras = readExtras(page);
        const PageText written = writtenPage(page, extras);
        const QString text = QString::fromStdString(written.text);
        QVERIFY2(text.contains(QStringLiteral("# HELP http_request_duration_seconds How long\\nit takes.\n")),
                 qPrintable(text));
        QVERIFY(
            text.contains(QStringLiteral("http_request_duration_seconds{code=\"2\\\"00\"} {count 6, sum 4.5, "
                                         "schema 3, zero 1, positive [")));
        QVERIFY(text.contains(QStringLiteral("# {trace_id=\"abc\"} 0.5 1700000000")));
        QVERIFY(text.contains(QStringLiteral("\"naïve metric\" 1.5 5\n")));
        QCOMPARE(written.familyOffsets.size(), page.families.size());
        QCOMPARE(written.text.substr(written.familyOffsets[1], 7), std::string("# TYPE "));
    }

    /// The classic series are the page; what they leave out is shown beside them.
    void aNativePartThatIsNotReadIsShown()
    {
        const ExposedFamily families[] = {histogramFamily()};
        const std::string body = writeExposition(ExpositionFormat::Protobuf, families);
        const ExposedPage page = readPage(body, ExpositionFormat::Protobuf);
        QCOMPARE(page.samples.size(), std::size_t{3});
        QCOMPARE(page.passedHistograms, std::vector<std::uint32_t>{0});
        const PageText written = writtenPage(page, readExtras(page));
        const QString text = QString::fromStdString(written.text);
        QVERIFY2(text.contains(QStringLiteral("\n# native, not read: {count 6, sum 4.5, schema 3, zero 1, "
                                              "positive [")),
                 qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("\nhttp_request_duration_seconds_count{code=\"2\\\"00\"} 6\n")));
    }

    /// A long name with many samples: a page that is small, and whose text would be its square.
    void aHostilePageIsWrittenInPart()
    {
        ExposedFamily family{std::string(50'000, 'n'), MetricType::Gauge, std::nullopt, {}, {}};
        for (int i = 0; i < 1000; ++i)
            family.metrics.push_back({{{"a", std::to_string(i)}}, ExposedValue{1, {}}, {}, {}});
        const ExposedFamily families[] = {
            family, {"behind", MetricType::Gauge, std::nullopt, {}, {{{}, ExposedValue{1.5, {}}, {}, {}}}}};
        const std::string body = writeExposition(ExpositionFormat::Protobuf, families);
        const ExposedPage page = readPage(body, ExpositionFormat::Protobuf);
        QCOMPARE(page.samples.size(), std::size_t{1001});
        const PageText written = writtenPage(page, readExtras(page));
        QVERIFY(written.text.size() < mostWrittenBytes(body.size()) + 60'000);
        QVERIFY(written.text.ends_with("# cut here: there is more than can be shown\n"));
        QCOMPARE(written.familyOffsets.size(), page.families.size());
        QVERIFY(std::string_view(written.text).substr(written.familyOffsets[1]).starts_with("# cut here"));
        QCOMPARE(mostWrittenBytes(std::size_t{1} << 40U), std::size_t{256} << 20U);
    }

    void extrasEndWhereThePageWasCut()
    {
        const ExposedFamily families[] = {histogramFamily(), histogramFamily()};
        const std::string body = writeExposition(ExpositionFormat::Protobuf, families);
        PageReading reading = nativeToo;
        reading.samples = 1;
        const ExposedPage page = readPage(body, ExpositionFormat::Protobuf, reading);
        QCOMPARE(page.cutAt, std::optional(body.size()));
        const PageExtras extras = readExtras(page);
        QCOMPARE(extras.histograms.size(), std::size_t{1});
        QVERIFY(writtenPage(page, extras).text.ends_with("# cut here: there is more than can be shown\n"));
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(readExtras(page, stop.get_token()).histograms.empty());
    }

    void anEmptyPageIsEmpty()
    {
        const ExposedPage page = readPage({}, ExpositionFormat::Protobuf);
        QVERIFY(writtenPage(page, readExtras(page)).text.empty());
    }
};

} // namespace

SIGHTGLASS_TEST(PageTextTest)
#include "pagetexttest.moc"
