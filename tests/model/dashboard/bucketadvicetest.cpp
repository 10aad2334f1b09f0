// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/bucketadvice.h"

#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

QString text(const std::vector<BucketAdvice> &advice)
{
    QStringList all;
    for (const BucketAdvice &one : advice) {
        all.append(QStringLiteral("%1 %2 %3..%4 %5%")
                       .arg(QString::fromStdString(one.metric), one.kind == BucketAdvice::Kind::OneBucket
                                                                    ? QStringLiteral("one")
                                                                    : QStringLiteral("above"))
                       .arg(one.low)
                       .arg(one.high)
                       .arg(one.share * 100));
    }
    return all.join(QStringLiteral("; "));
}

/// A histogram that counts evenly from `from` on, so many of each bucket a second.
void count(Head &head, const Labels &labels, const std::vector<Bucket> &perSecond, TimestampMs from,
           TimestampMs to)
{
    for (const Bucket &bucket : perSecond) {
        const std::string le =
            std::isinf(bucket.upperBound) ? "+Inf" : QByteArray::number(bucket.upperBound).toStdString();
        const SeriesId id = head.seriesFor(labels.with("le", le));
        for (TimestampMs t = from; t <= to; t += 10'000)
            (void)head.append(id, t, 1000 + bucket.count * static_cast<double>(t - from) / 1000);
    }
    head.commit();
}

PanelData ask(Head &head, const std::string &query, TimestampMs from = start,
              TimestampMs to = start + 600'000)
{
    PanelData data;
    data.range = {from, to};
    const std::vector<promql::ExprPtr> exprs{promql::parseExpr(query).value()};
    addBucketAdvice(data, *head.snapshot(), exprs, {});
    return data;
}

class BucketAdviceTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void buckets_data();
    void buckets();
    void problems_data();
    void problems();
    void problemsAreTold();
    void queries_data();
    void queries();
    void quantiles_data();
    void quantiles();
    void onlyTheRangeCounts();
    void aRestartInTheRange();
    void targetsWithOtherBounds();
    void manyBuckets();
};

void BucketAdviceTest::buckets_data()
{
    QTest::addColumn<std::vector<Bucket>>("buckets");
    QTest::addColumn<std::optional<double>>("asked");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const std::vector<Bucket> &buckets, const char *expected,
                        std::optional<double> asked = {}) {
        QTest::newRow(name) << buckets << asked << QString::fromLatin1(expected);
    };
    row("spread", {{1, 300}, {2, 700}, {5, 990}, {infinity, 1000}}, "");
    row("in the lowest", {{5, 9998}, {10, 10'000}, {infinity, 10'000}}, "m one 0..5 99.98%");
    row("in the middle", {{1, 20}, {2, 980}, {5, 1000}, {infinity, 1000}}, "m one 1..2 96%");
    row("exactly nine of ten", {{1, 900}, {2, 1000}, {infinity, 1000}}, "m one 0..1 90%");
    row("a little less", {{1, 899}, {2, 1000}, {infinity, 1000}}, "");
    row("above the last", {{1, 400}, {2, 900}, {infinity, 1000}}, "m above 2..inf 10%");
    row("one in twenty above is borne", {{1, 500}, {2, 950}, {infinity, 1000}}, "");
    row("all above", {{1, 0}, {2, 0}, {infinity, 1000}}, "m above 2..inf 100%");
    row("both", {{1, 930}, {infinity, 1000}}, "m one 0..1 93%; m above 1..inf 7%");
    row("negative bounds", {{-1, 950}, {infinity, 960}}, "m one -inf..-1 98.9583%");
    row("any order", {{infinity, 1000}, {2, 1000}, {1, 950}}, "m one 0..1 95%");
    row("equal bounds", {{1, 450}, {1, 450}, {infinity, 1000}}, "m one 0..1 90%; m above 1..inf 10%");
    row("counts that fall", {{1, 980}, {2, 10}, {infinity, 1000}}, "m one 0..1 98%");
    row("a NaN count", {{1, 980}, {2, notANumber}, {infinity, 1000}}, "m one 0..1 98%");
    row("a NaN bound", {{notANumber, 10}, {1, 980}, {infinity, 1000}}, "m one 0..1 98%");
    row("negative counts", {{1, -5}, {2, 980}, {infinity, 1000}}, "m one 1..2 98%");
    row("few", {{1, 99}, {infinity, 99}}, "");
    row("no +Inf", {{1, 900}, {2, 1000}}, "");
    row("only +Inf", {{infinity, 1000}}, "");
    row("infinite counts", {{1, 1000}, {infinity, infinity}}, "");
    row("nothing", {}, "");
    const std::vector<Bucket> few{{1, 500}, {10, 973}, {infinity, 1000}};
    row("the 99th percentile lies above", few, "m above 10..inf 2.7%", 0.99);
    row("the 97th does not", few, "", 0.97);
    row("nobody asks", few, "");
    row("the rank is the last bound's", {{1, 500}, {10, 990}, {infinity, 1000}}, "", 0.99);
    row("of five observations too", {{1, 4}, {infinity, 5}}, "m above 1..inf 20%", 0.95);
    row("of none", {{1, 0}, {infinity, 0}}, "", 0.95);
    row("of infinitely many", {{1, 1000}, {infinity, infinity}}, "", 0.95);
}

void BucketAdviceTest::buckets()
{
    QFETCH(std::vector<Bucket>, buckets);
    QFETCH(std::optional<double>, asked);
    QFETCH(QString, expected);
    QCOMPARE(text(bucketAdvice("m", buckets, asked)), expected);
}

void BucketAdviceTest::problems_data()
{
    QTest::addColumn<std::vector<Bucket>>("newest");
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    using Kind = BucketAdvice::Kind;
    const auto row = [](const char *name, const std::vector<Bucket> &newest, std::optional<Kind> kind,
                        double low = 0, double high = 0) {
        QTest::newRow(name) << newest << (kind ? static_cast<int>(*kind) : -1) << low << high;
    };
    row("sound", {{1, 3}, {2, 3}, {infinity, 5}}, {});
    row("nothing", {}, {});
    row("nothing counted", {{1, 0}, {infinity, 0}}, {});
    row("rounding", {{1, 5}, {2, 5 - 1e-15}, {infinity, 5}}, {});
    row("no +Inf", {{1, 3}, {5, 4}}, Kind::NoInfinity, 0, 5);
    row("falling", {{5, 2}, {1, 3}, {infinity, 5}}, Kind::NotCumulative, 1, 5);
    row("falling at +Inf", {{1, 3}, {infinity, 2}}, Kind::NotCumulative, 1, infinity);
    row("NaN", {{1, notANumber}, {infinity, notANumber}}, Kind::NotANumber, 0, infinity);
    row("one NaN", {{1, notANumber}, {2, 3}, {infinity, 4}}, {});
    row("nothing but +Inf", {{infinity, 4}}, Kind::OnlyInfinity, 0, infinity);
    row("equal bounds", {{1, 3}, {1, 2}, {infinity, 4}}, {});
}

void BucketAdviceTest::problems()
{
    QFETCH(std::vector<Bucket>, newest);
    QFETCH(int, kind);
    const auto problem = bucketProblem("m", newest);
    QCOMPARE(problem ? static_cast<int>(problem->kind) : -1, kind);
    if (problem) {
        QCOMPARE(problem->metric, std::string("m"));
        QTEST(problem->low, "low");
        QTEST(problem->high, "high");
    }
}

void BucketAdviceTest::problemsAreTold()
{
    Head head;
    const auto add = [&head](const std::string &metric, const std::string &bound, double value) {
        const SeriesId id = head.seriesFor(Labels::withName(metric).with("le", bound));
        for (TimestampMs t = start; t <= start + 600'000; t += 10'000)
            (void)head.append(id, t, value);
    };
    add("none_bucket", "1", 10);
    add("none_bucket", "2", 10);
    add("falls_bucket", "1", 10);
    add("falls_bucket", "2", 5);
    add("falls_bucket", "+Inf", 20);
    add("nan_bucket", "1", notANumber);
    add("nan_bucket", "+Inf", notANumber);
    // A bucket that has ended, as after a release with other bounds, is none of the histogram any more.
    const SeriesId ended = head.seriesFor(Labels::withName("sound_bucket").with("le", "3"));
    (void)head.append(ended, start, 1000);
    add("sound_bucket", "5", 7);
    add("sound_bucket", "+Inf", 9);
    head.commit();
    using Kind = BucketAdvice::Kind;
    for (const auto &[metric, kind] :
         {std::pair("none", Kind::NoInfinity), std::pair("falls", Kind::NotCumulative),
          std::pair("nan", Kind::NotANumber)}) {
        const std::string asked = "histogram_quantile(0.5, rate(" + std::string(metric) + "_bucket[5m]))";
        const std::vector<BucketAdvice> advice = ask(head, asked).advice;
        QCOMPARE(advice.size(), std::size_t{1});
        QVERIFY(advice[0].kind == kind);
        QCOMPARE(advice[0].metric, std::string(metric));
    }
    QVERIFY(ask(head, "histogram_quantile(0.5, rate(sound_bucket[5m]))").advice.empty());
}

void BucketAdviceTest::queries_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *query, const char *expected) {
        QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(expected);
    };
    row("sum by (le) (rate(h_bucket[5m]))", "h one 0..5 95%");
    row("histogram_quantile(0.9, sum by (le) (rate(h_bucket{job=\"a\"}[5m])))", "h one 0..5 95%");
    row("h_bucket + h_bucket", "h one 0..5 95%");
    row("h_bucket{le=\"5\"}", "");
    row("rate(h_count[5m])", "");
    row("h_bucket offset 5m", "");
    row("_bucket", "");
    row("{__name__=~\"h_bucket\"}", "");
    row("h_bucket{job=\"none\"}", "");
}

void BucketAdviceTest::queries()
{
    QFETCH(QString, query);
    QFETCH(QString, expected);
    Head head;
    for (const char *job : {"a", "b"})
        count(head, Labels::withName("h_bucket", {{"job", job}}), {{5, 9.5}, {10, 10}, {infinity, 10}}, start,
              start + 600'000);
    QCOMPARE(text(ask(head, query.toStdString()).advice), expected);
}

void BucketAdviceTest::quantiles_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isTold");
    const auto row = [](const char *query, bool isTold) {
        QTest::newRow(query) << QString::fromLatin1(query) << isTold;
    };
    row("histogram_quantile(0.99, sum by (le) (rate(h_bucket[5m])))", true);
    row("histogram_quantile(.5, h_bucket) + histogram_quantile((0.99), h_bucket)", true);
    row("1000 * histogram_quantile(0.99, h_bucket) > 3", true);
    row("histogram_quantile(0.95, sum by (le) (rate(h_bucket[5m])))", false);
    row("histogram_quantile(0.99, other_bucket) + h_bucket", false);
    row("histogram_quantile(1.5, h_bucket)", false); // +Inf anyway
    row("histogram_quantile(1, h_bucket)", false);   // the highest of all: any observation above would do
    row("histogram_quantile(scalar(q), h_bucket)", false);
    row("quantile_over_time(0.99, h_bucket[5m])", false);
}

void BucketAdviceTest::quantiles()
{
    QFETCH(QString, query);
    QFETCH(bool, isTold);
    Head head;
    count(head, Labels::withName("h_bucket"), {{1, 500}, {10, 973}, {infinity, 1000}}, start,
          start + 600'000);
    QCOMPARE(text(ask(head, query.toStdString()).advice),
             isTold ? QStringLiteral("h above 10..inf 2.7%") : QString());
}

void BucketAdviceTest::onlyTheRangeCounts()
{
    // What was counted before the range lies elsewhere.
    Head head;
    const Labels h = Labels::withName("h_bucket");
    for (int i = 0; i <= 120; ++i) {
        const TimestampMs t = start + i * 10'000;
        const double early = std::min(i, 60) * 100;
        const double late = std::max(i - 60, 0) * 100;
        (void)head.append(head.seriesFor(h.with("le", "1")), t, early);
        (void)head.append(head.seriesFor(h.with("le", "2")), t, early + late);
        (void)head.append(head.seriesFor(h.with("le", "+Inf")), t, early + late);
    }
    head.commit();
    QCOMPARE(text(ask(head, "h_bucket", start, start + 600'000).advice), QStringLiteral("h one 0..1 100%"));
    QCOMPARE(text(ask(head, "h_bucket", start + 600'000, start + 1'200'000).advice),
             QStringLiteral("h one 1..2 100%"));
    QCOMPARE(text(ask(head, "h_bucket", start, start + 1'200'000).advice), QString());
    QCOMPARE(text(ask(head, "h_bucket", start + 2'000'000, start + 2'600'000).advice), QString());
}

void BucketAdviceTest::aRestartInTheRange()
{
    Head head;
    const Labels h = Labels::withName("h_bucket");
    for (const auto &[bound, before, after] :
         {std::tuple("1", 5000.0, 200.0), std::tuple("2", 5000.0, 4000.0),
          std::tuple("+Inf", 5000.0, 4000.0)}) {
        const SeriesId id = head.seriesFor(h.with("le", bound));
        (void)head.append(id, start, before);
        (void)head.append(id, start + 600'000, after);
    }
    head.commit();
    QCOMPARE(text(ask(head, "h_bucket").advice), QStringLiteral("h one 1..2 95%"));
}

void BucketAdviceTest::targetsWithOtherBounds()
{
    Head head;
    count(head, Labels::withName("h_bucket", {{"job", "old"}}), {{1, 1}, {infinity, 1}}, start,
          start + 600'000);
    count(head, Labels::withName("h_bucket", {{"job", "new"}}), {{1, 5}, {2, 10}, {infinity, 10}}, start,
          start + 600'000);
    QCOMPARE(text(ask(head, "h_bucket").advice), QString());
}

void BucketAdviceTest::manyBuckets()
{
    Head head;
    std::vector<Bucket> buckets;
    for (int i = 1; i <= 10'000; ++i)
        buckets.push_back({static_cast<double>(i), 1});
    count(head, Labels::withName("h_bucket"), buckets, start, start + 10'000);
    QCOMPARE(text(ask(head, "h_bucket").advice), QString()); // too many to be looked at
}

SIGHTGLASS_TEST(BucketAdviceTest)

} // namespace

#include "bucketadvicetest.moc"
