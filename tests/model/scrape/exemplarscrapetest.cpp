// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/scrapeappender.h"
#include "parser/exposition/expositionwriter.h"
#include "tests/model/scrape/scrapehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr TimestampMs base = 1'700'000'000'000;
constexpr ExpositionFormat openMetrics = ExpositionFormat::OpenMetricsText;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Every exemplar, one series a line: `a{x="1"} {trace_id="t"} 2@-500 …`, times in ms after `base`.
QString exemplars(const Snapshot &snapshot)
{
    const std::vector<std::vector<Matcher>> everything{{}};
    QStringList lines;
    for (const SeriesExemplars &series :
         selectExemplars(snapshot, everything, {0, std::numeric_limits<TimestampMs>::max()})) {
        QString line = text(series.series.toString());
        for (const Exemplar &one : series.exemplars)
            line +=
                QStringLiteral(" %1 %2@%3").arg(text(one.labels.toString())).arg(one.value).arg(one.t - base);
        lines.append(line);
    }
    return lines.join(u'\n');
}

struct Target
{
    Head head;
    ScrapeAppender appender;
    TimestampMs next = base;

    explicit Target(SampleRules rules = {})
        : appender(head, Labels(), std::move(rules))
    {}

    bool scrape(const std::string &page, ExpositionFormat format = openMetrics)
    {
        const ScrapeOutcome outcome = appender.append({page, format}, next);
        const auto verdict = outcome.error ? ScrapeVerdict::Down : ScrapeVerdict::Up;
        appender.finish({verdict, 0.1, outcome.counts, 1, 2, 0}, next);
        next += 1000;
        return !outcome.error;
    }
    [[nodiscard]] QString stored() { return exemplars(*head.snapshot()); }
};

using Pages = QList<QByteArray>;

class ExemplarScrapeTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void openMetricsPages_data();
    void openMetricsPages();
    void aFailedScrapeBringsNone();
    void metricRelabelingDropsThem();
    void nativeHistograms();
    void convertedHistograms();
    void retentionsVictimComesBack();
    void emptyBucketsAreNotStored_data();
    void emptyBucketsAreNotStored();

private:
    static std::string protobuf(const ExposedHistogram &histogram)
    {
        ExposedFamily family;
        family.name = "h";
        family.type = MetricType::Histogram;
        family.metrics.push_back({{}, histogram, std::nullopt, std::nullopt});
        return writeExposition(ExpositionFormat::Protobuf, std::span(&family, 1));
    }
    static ExposedExemplar traced(const char *trace, double value, std::optional<std::int64_t> at)
    {
        return {{{"trace_id", trace}}, value, at};
    }
};

void ExemplarScrapeTest::openMetricsPages_data()
{
    QTest::addColumn<Pages>("pages");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const Pages &pages, const char *expected) {
        QTest::newRow(name) << pages << QString::fromUtf8(expected);
    };
    const auto page = [](const char *lines) { return QByteArray(lines) + "# EOF\n"; };
    row("with time", {page("a_total 5 # {trace_id=\"x\"} 3 1699999999.5\n")},
        R"(a_total {trace_id="x"} 3@-500)");
    row("the scrape's time", {page("a_total 5 # {trace_id=\"x\"} 3\n")}, R"(a_total {trace_id="x"} 3@0)");
    row("the sample's time", {page("a_total 5 1699999999 # {trace_id=\"x\"} 3\n")},
        R"(a_total {trace_id="x"} 3@-1000)");
    row("seen again", {page("a_total 5 # {trace_id=\"x\"} 3\n"), page("a_total 6 # {trace_id=\"x\"} 3\n")},
        R"(a_total {trace_id="x"} 3@0)");
    row("next one", {page("a_total 5 # {trace_id=\"x\"} 3\n"), page("a_total 6 # {trace_id=\"y\"} 3\n")},
        R"(a_total {trace_id="x"} 3@0 {trace_id="y"} 3@1000)");
    row("older",
        {page("a_total 5 # {trace_id=\"x\"} 3 1699999999\n"),
         page("a_total 6 # {trace_id=\"y\"} 3 1699999998\n")},
        R"(a_total {trace_id="x"} 3@-1000)");
    row("buckets",
        {page("h_bucket{le=\"1\"} 1 # {trace_id=\"x\"} 0.5\nh_bucket{le=\"+Inf\"} 2 # {trace_id=\"y\"} 7\n")},
        "h_bucket{le=\"+Inf\"} {trace_id=\"y\"} 7@0\nh_bucket{le=\"1\"} {trace_id=\"x\"} 0.5@0");
    row("no labels", {page("a_total 5 # {} 3\n")}, R"(a_total {} 3@0)");
    row("empty values go", {page("a_total 5 # {a=\"\",b=\"1\"} 3\n")}, R"(a_total {b="1"} 3@0)");
    row("too long",
        {page(("a_total 5 # {trace_id=\"" + std::string(200, 'x') + "\"} 3\nb_total 1 # {t=\"1\"} 1\n")
                  .c_str())},
        R"(b_total {t="1"} 1@0)");
    row("hostile text", {page("a_total 5 # {trace_id=\"<b>\xE2\x80\xAE\"} 3\n")},
        R"(a_total {trace_id="<b>\u202e"} 3@0)"); // printed as Go quotes
    row("duplicate sample", {page("a_total 5 # {t=\"1\"} 3\na_total 6 # {t=\"2\"} 4\n")},
        R"(a_total {t="1"} 3@0 {t="2"} 4@0)");
}

void ExemplarScrapeTest::openMetricsPages()
{
    QFETCH(Pages, pages);
    QFETCH(QString, expected);
    Target target;
    for (const QByteArray &page : pages)
        QVERIFY(target.scrape(page.toStdString()));
    QCOMPARE(target.stored(), expected);
}

void ExemplarScrapeTest::aFailedScrapeBringsNone()
{
    Target target;
    QVERIFY(!target.scrape("a_total 5 # {t=\"1\"} 3\nb_total x\n# EOF\n"));
    QCOMPARE(target.stored(), QString());
    QVERIFY(!target.scrape("a_total 5 # {t=\"1\"} 3\n"));
    QCOMPARE(target.stored(), QString());
    QVERIFY(target.scrape("a_total 5 # {t=\"1\"} 3\n# EOF\n"));
    QCOMPARE(target.stored(), QStringLiteral("a_total {t=\"1\"} 3@2000"));
}

void ExemplarScrapeTest::metricRelabelingDropsThem()
{
    SampleRules rules;
    RelabelRule drop;
    drop.action = RelabelAction::Drop;
    drop.sourceLabels = {"__name__"};
    drop.regex = "a_.*";
    rules.metricRelabelRules = {drop};
    Target target(rules);
    QVERIFY(target.scrape("a_total 5 # {t=\"1\"} 3\nb_total 5 # {t=\"1\"} 3\n# EOF\n"));
    QCOMPARE(target.stored(), QStringLiteral("b_total {t=\"1\"} 3@0"));
}

void ExemplarScrapeTest::nativeHistograms()
{
    SampleRules rules;
    rules.scrapeNativeHistograms = true;
    ExposedHistogram histogram;
    histogram.count = 3;
    histogram.sum = 9;
    histogram.native.emplace();
    histogram.native->schema = 0;
    histogram.native->positive = {{{0, 2}}, {1, 2}};
    // Out of order on the page, and one without time, which is dropped.
    histogram.native->exemplars = {traced("late", 2, base - 10), traced("early", 1, base - 20),
                                   traced("timeless", 1, std::nullopt)};
    Target target(rules);
    QVERIFY(target.scrape(protobuf(histogram), ExpositionFormat::Protobuf));
    QCOMPARE(target.stored(), QStringLiteral(R"(h {trace_id="early"} 1@-20 {trace_id="late"} 2@-10)"));
    // The same ones again are out of order but for the newest, which is a duplicate; what is new is taken.
    histogram.native->exemplars.push_back(traced("new", 1, base));
    QVERIFY(target.scrape(protobuf(histogram), ExpositionFormat::Protobuf));
    QCOMPARE(target.stored(),
             QStringLiteral(R"(h {trace_id="early"} 1@-20 {trace_id="late"} 2@-10 {trace_id="new"} 1@0)"));
}

void ExemplarScrapeTest::convertedHistograms()
{
    SampleRules rules;
    rules.convertClassicHistograms = true;
    Target target(rules);
    QVERIFY(target.scrape("# TYPE h histogram\n"
                          "h_bucket{le=\"1\"} 1 # {t=\"1\"} 0.5 1699999999\n"
                          "h_bucket{le=\"+Inf\"} 2 # {t=\"timeless\"} 5\nh_count 2\nh_sum 5.5\n# EOF\n"));
    QCOMPARE(target.stored(), QStringLiteral("h {t=\"1\"} 0.5@-1000"));
}

void ExemplarScrapeTest::retentionsVictimComesBack()
{
    Target target;
    target.head.setRetention({.maxAgeMs = 10'000});
    QVERIFY(target.scrape("a_total 5 1699999999 # {t=\"1\"} 3\n# EOF\n"));
    target.next += 20'000;
    QVERIFY(target.scrape("b_total 5\n# EOF\n"));
    target.head.applyRetention();
    QVERIFY(target.scrape("a_total 6 # {t=\"2\"} 3\n# EOF\n"));
    QCOMPARE(target.stored(), QStringLiteral("a_total {t=\"2\"} 3@22000"));
}

void ExemplarScrapeTest::emptyBucketsAreNotStored_data()
{
    using Counts = std::vector<double>;
    QTest::addColumn<Counts>("counts");
    QTest::addColumn<std::vector<int>>("indices");
    QTest::newRow("none") << Counts{1, 2} << std::vector<int>{0, 1};
    QTest::newRow("in the middle") << Counts{1, 0, 2} << std::vector<int>{0, 2};
    QTest::newRow("at the ends") << Counts{0, 1, 0} << std::vector<int>{1};
    QTest::newRow("all") << Counts{0, 0} << std::vector<int>{};
}

void ExemplarScrapeTest::emptyBucketsAreNotStored()
{
    QFETCH(std::vector<double>, counts);
    QFETCH(std::vector<int>, indices);
    ExposedHistogram histogram;
    for (const double count : counts)
        histogram.count += count;
    histogram.native.emplace();
    histogram.native->positive = {{{0, static_cast<std::uint32_t>(counts.size())}}, counts};
    SampleRules rules;
    rules.scrapeNativeHistograms = true;
    Target target(rules);
    QVERIFY(target.scrape(protobuf(histogram), ExpositionFormat::Protobuf));
    const auto series = seriesOf(*target.head.snapshot(), "h");
    QCOMPARE(series.size(), std::size_t{1});
    SampleColumns columns;
    series.front()->read({0, std::numeric_limits<TimestampMs>::max()}, columns);
    QCOMPARE(columns.histograms.size(), std::size_t{1});
    const std::vector<std::int32_t> &stored = columns.histograms.front()->positive.indices;
    QCOMPARE(std::vector<int>(stored.begin(), stored.end()), indices);
}

} // namespace

SIGHTGLASS_TEST(ExemplarScrapeTest)

#include "exemplarscrapetest.moc"
