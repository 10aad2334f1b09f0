// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/exposedhistogram.h"
#include "model/scrape/scrapeappender.h"
#include "tests/model/scrape/scrapehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <functional>
#include <limits>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr TimestampMs base = 1'700'000'000'000;

using Change = std::function<void(SampleRules &)>;

Labels jobLabel()
{
    return Labels(std::vector<Label>{{"job", "j"}});
}

} // namespace

Q_DECLARE_METATYPE(Change)

namespace {

/// What a scrape config says of samples, by pages and what is stored of them.
class SampleRulesTest : public TestCase
{
    Q_OBJECT

private slots:
    void stored_data();
    void stored();
    void timesOutOfBounds();
    void extraReportSeries();
    void droppedSeriesAreRemembered();
    void nothingIsMadeOfWhatIsBeyondTheSampleLimit();
    void histogramsAreMadeCoarser();
    void histogramsBeyondAllNumbersAreRefused();

private:
    static RelabelRule rule(RelabelAction action, std::vector<std::string> source, std::string regex)
    {
        RelabelRule made;
        made.action = action;
        made.sourceLabels = std::move(source);
        made.regex = std::move(regex);
        return made;
    }
};

void SampleRulesTest::stored_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("page");
    QTest::addColumn<QString>("expected"); ///< contents, or the error's text
    const auto row = [](const char *name, Change change, const char *page, const char *expected) {
        QTest::newRow(name) << std::move(change) << QByteArray(page) << QString::fromUtf8(expected);
    };
    const Change none = [](SampleRules &) {};
    const Change honor = [](SampleRules &rules) { rules.honorLabels = true; };
    row("exposed labels move aside", none, "a{job=\"x\"} 1\n", "a{exported_job=\"x\", job=\"j\"} 1@0");
    row("honor_labels", honor, "a{job=\"x\"} 1\n", "a{job=\"x\"} 1@0");
    row("honor_labels, empty", honor, "a{job=\"\"} 1\n", "a 1@0");
    row("honor_labels, none", honor, "a 1\n", "a{job=\"j\"} 1@0");
    row("honor_timestamps", none, "a 1 1700000000005\n", "a{job=\"j\"} 1@5");
    row(
        "honor_timestamps: false", [](SampleRules &rules) { rules.honorTimestamps = false; },
        "a 1 1700000000005\n", "a{job=\"j\"} 1@0");
    row(
        "metric relabelling drops",
        [](SampleRules &rules) {
            rules.metricRelabelRules = {rule(RelabelAction::Drop, {"__name__"}, "b.*")};
        },
        "a 1\nbc 1\nb 2\n", "a{job=\"j\"} 1@0");
    row(
        "metric relabelling sees target labels, and what it sets stays",
        [](SampleRules &rules) {
            RelabelRule made = rule(RelabelAction::Replace, {"job"}, "(.*)");
            made.targetLabel = "__kept";
            rules.metricRelabelRules = {made};
        },
        "a 1\n", "a{__kept=\"j\", job=\"j\"} 1@0");
    row(
        "metric relabelling takes the name away",
        [](SampleRules &rules) {
            rules.metricRelabelRules = {rule(RelabelAction::LabelDrop, {}, "__name__")};
        },
        "a 1\n", "missing metric name (__name__ label)");
    row(
        "label_limit", [](SampleRules &rules) { rules.limits.labels = 2; }, "a{x=\"1\"} 1\n",
        "label_limit exceeded (metric: a, number of labels: 3, limit: 2)");
    row(
        "label_name_length_limit", [](SampleRules &rules) { rules.limits.labelNameLength = 8; },
        "a{long_name=\"1\"} 1\n",
        "label_name_length_limit exceeded (metric: a, label name: long_name, length: 9, limit: 8)");
    row(
        "label_value_length_limit", [](SampleRules &rules) { rules.limits.labelValueLength = 3; },
        "a{x=\"12\\\"4\"} 1\n",
        "label_value_length_limit exceeded (metric: a, label name: x, value: \"12\\\"4\", length: 4, limit: "
        "3)");
    row(
        "sample_limit counts what is left after relabelling",
        [](SampleRules &rules) {
            rules.limits.samples = 1;
            rules.metricRelabelRules = {rule(RelabelAction::Drop, {"__name__"}, "b")};
        },
        "a 1\nb 1\n", "a{job=\"j\"} 1@0");
    row(
        "sample_limit", [](SampleRules &rules) { rules.limits.samples = 1; }, "a 1\nb 1\n",
        "sample limit exceeded (1)");
    row(
        "legacy names", [](SampleRules &rules) { rules.nameValidation = NameValidation::Legacy; },
        "{\"a.b\"} 1\n", "invalid metric name or label names: {\"a.b\", job=\"j\"}");
}

void SampleRulesTest::stored()
{
    QFETCH(Change, change);
    QFETCH(QByteArray, page);
    SampleRules rules;
    change(rules);
    Head head;
    ScrapeAppender appender(head, jobLabel(), rules);
    const std::string_view text(page.data(), static_cast<std::size_t>(page.size()));
    // Twice: what is known already takes another way.
    for (const TimestampMs t : {base, base}) {
        const ScrapeOutcome outcome = appender.append({text, ExpositionFormat::PrometheusText}, t);
        appender.finish({outcome.error ? ScrapeVerdict::Down : ScrapeVerdict::Up, 0, outcome.counts}, t);
        QTEST(outcome.error ? QString::fromStdString(plainText(*outcome.error))
                            : contents(*head.snapshot(), base),
              "expected");
    }
}

/// Dropped, and told apart from duplicates and the like; the scrape is good.
void SampleRulesTest::timesOutOfBounds()
{
    Head head;
    ScrapeAppender appender(head, jobLabel());
    const auto at = [](TimestampMs t) { return ' ' + std::to_string(t) + '\n'; };
    constexpr TimestampMs tenMinutes = 600'000;
    const std::string page = "future 1" + at(base + tenMinutes + 1) + "soon 1" + at(base + tenMinutes) +
                             "past 1" + at(1) + "far 1" + at(std::numeric_limits<TimestampMs>::max()) +
                             "now 1\nnow 2\n";
    const ScrapeOutcome outcome = appender.append({page, ExpositionFormat::PrometheusText}, base);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.counts.scraped, std::size_t{6});
    QCOMPARE(outcome.counts.dropped, std::size_t{4});
    QCOMPARE(outcome.counts.outOfBounds, std::size_t{3});
    appender.finish({ScrapeVerdict::Up, 0.1, {}}, base);
    QCOMPARE(contents(*head.snapshot(), base),
             QStringLiteral("now{job=\"j\"} 1@0\nsoon{job=\"j\"} 1@600000"));

    // An hour behind what is there is taken, as in Prometheus, not more.
    constexpr TimestampMs hour = 3'600'000;
    const std::string old = "edge 1" + at(base - hour) + "before 1" + at(base - hour - 1);
    const ScrapeOutcome later = appender.append({old, ExpositionFormat::PrometheusText}, base + 1000);
    QVERIFY(!later.error);
    QCOMPARE(later.counts.dropped, std::size_t{1});
    QCOMPARE(later.counts.outOfBounds, std::size_t{1});
}

void SampleRulesTest::extraReportSeries()
{
    SampleRules rules;
    rules.extraScrapeMetrics = true;
    rules.limits.samples = 9;
    Head head;
    ScrapeAppender appender(head, jobLabel(), rules);
    appender.finish({ScrapeVerdict::Up, 0.5, {}, 77, 2.5, 9}, base);
    QCOMPARE(newestValue(*head.snapshot(), "scrape_timeout_seconds"), 2.5);
    QCOMPARE(newestValue(*head.snapshot(), "scrape_sample_limit"), 9.0);
    QCOMPARE(newestValue(*head.snapshot(), "scrape_body_size_bytes"), 77.0);
    appender.end(base + 1);
    QVERIFY(contentsOf(*head.snapshot(), "scrape_body_size_bytes", base).contains(QLatin1String("stale@1")));
}

void SampleRulesTest::droppedSeriesAreRemembered()
{
    SampleRules rules;
    rules.metricRelabelRules = {rule(RelabelAction::Drop, {"__name__"}, "b")};
    Head head;
    ScrapeAppender appender(head, Labels(), rules);
    for (TimestampMs t = base; t < base + 3000; t += 1000) {
        const ScrapeOutcome outcome =
            appender.append({"a 1\nb 1\nb 2\n", ExpositionFormat::PrometheusText}, t);
        appender.finish({ScrapeVerdict::Up, 0, outcome.counts}, t);
        QCOMPARE(outcome.counts, (ScrapeCounts{3, 1, t == base ? std::size_t{1} : std::size_t{0}, 0}));
    }
    QCOMPARE(contents(*head.snapshot(), base), QStringLiteral("a 1@0 1@1000 1@2000"));
}

void SampleRulesTest::nothingIsMadeOfWhatIsBeyondTheSampleLimit()
{
    SampleRules rules;
    rules.limits.samples = 1;
    Head head;
    ScrapeAppender appender(head, Labels(), rules);
    std::string page;
    for (int i = 0; i < 1000; ++i)
        page += "a{i=\"" + std::to_string(i) + "\"} 1\n";
    const ScrapeOutcome outcome = appender.append({page, ExpositionFormat::PrometheusText}, base);
    QVERIFY(outcome.error && outcome.error->code == ErrorCode::SampleLimitExceeded);
    QCOMPARE(outcome.counts, (ScrapeCounts{1000, 1000, 1, 0}));
    // Ids count up: only one series was made before this one.
    const SeriesId next = head.seriesFor(Labels::withName("b"));
    QVERIFY2(next <= 8, qPrintable(QString::number(next)));
}

NativeHistogram exponential(std::span<const BucketSpan> spans, std::span<const std::int64_t> deltas)
{
    NativeHistogram histogram;
    histogram.schema = 3;
    histogram.positive = {spans, deltas, {}};
    histogram.integerCount = deltas.size();
    histogram.sum = 1;
    return histogram;
}

void SampleRulesTest::histogramsAreMadeCoarser()
{
    const std::vector<BucketSpan> spans{{1, 8}};
    const std::vector<std::int64_t> deltas{1, 0, 0, 0, 0, 0, 0, 0};
    const NativeHistogram exposed = exponential(spans, deltas);
    SampleRules rules;
    Result<HistogramPtr> stored = storedHistogram(exposed, rules);
    QVERIFY(stored.ok());
    QCOMPARE((*stored)->positive.size(), std::size_t{8});
    rules.limits.nativeHistogramBuckets = 4;
    stored = storedHistogram(exposed, rules);
    QVERIFY(stored.ok());
    QCOMPARE((*stored)->schema, 2);
    QCOMPARE((*stored)->positive.counts, (std::vector<double>{2, 2, 2, 2}));
    rules.limits.nativeHistogramBuckets = 0;
    rules.nativeHistogramMinBucketFactor = 1.5;
    stored = storedHistogram(exposed, rules);
    QVERIFY(stored.ok());
    QCOMPARE((*stored)->schema, 0);
}

void SampleRulesTest::histogramsBeyondAllNumbersAreRefused()
{
    const std::vector<std::int64_t> deltas{1, 0};
    for (const BucketSpan &second :
         {BucketSpan{std::numeric_limits<std::int32_t>::max(), 1}, BucketSpan{-5, 1}}) {
        const std::vector<BucketSpan> spans{{std::numeric_limits<std::int32_t>::min(), 1}, second};
        QVERIFY(!storedHistogram(exponential(spans, deltas), {}).ok());
    }
}

} // namespace

SIGHTGLASS_TEST(SampleRulesTest)

#include "samplerulestest.moc"
