// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/bucketadvicetext.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <limits>

namespace {

using namespace sightglass;

constexpr double infinity = std::numeric_limits<double>::infinity();

class BucketAdviceTextTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sentences_data();
    void sentences();
};

void BucketAdviceTextTest::sentences_data()
{
    QTest::addColumn<BucketAdvice>("advice");
    QTest::addColumn<QString>("expected");
    using Kind = BucketAdvice::Kind;
    const auto row = [](const char *name, const BucketAdvice &advice, const QString &expected) {
        QTest::newRow(name) << advice << expected;
    };
    row("lowest", {Kind::OneBucket, "m", 0, 5, 0.9998},
        u"m: 99.98 % of observations are in le=5: bounds below 5 are missing"_qs);
    row("rounded down", {Kind::OneBucket, "m", 0, 0.005, 0.999999},
        u"m: 99.99 % of observations are in le=0.005: bounds below 0.005 are missing"_qs);
    row("all", {Kind::OneBucket, "m", 0, 1e-9, 1},
        u"m: 100 % of observations are in le=1e-09: bounds below 1e-09 are missing"_qs);
    row("no lower bound", {Kind::OneBucket, "m", -infinity, -2, 0.95},
        u"m: 95 % of observations are in le=-2: bounds below -2 are missing"_qs);
    row("between", {Kind::OneBucket, "m", 2.5, 5, 0.912},
        u"m: 91.2 % of observations are in le=5: bounds between 2.5 and 5 are missing"_qs);
    row("above", {Kind::AboveLastBound, "m", 10, infinity, 0.0731},
        u"m: 7.31 % of observations are above le=10, the last bound: bounds above 10 are missing"_qs);
    row("no +Inf", {Kind::NoInfinity, "m", 0, 5, 0},
        u"m: there is no le=\"+Inf\" bucket: no quantile can be told"_qs);
    row("falling", {Kind::NotCumulative, "m", 0.1, 0.5, 0},
        u"m: le=0.5 counts less than le=0.1: each bucket has to count all that is below its bound, else quantiles are wrong"_qs);
    row("falling at the end", {Kind::NotCumulative, "m", 1, infinity, 0},
        u"m: le=+Inf counts less than le=1: each bucket has to count all that is below its bound, else quantiles are wrong"_qs);
    row("NaN", {Kind::NotANumber, "m", 0, infinity, 0},
        u"m: all buckets count NaN: no quantile can be told"_qs);
    row("nothing but +Inf", {Kind::OnlyInfinity, "m", 0, infinity, 0},
        u"m: there is no bucket but le=\"+Inf\": no quantile can be told. Native histograms look so where scrape_native_histograms is off"_qs);
    row("hostile", {Kind::AboveLastBound, "%2<b>\n\u202e%1", 10, infinity, 0.5},
        u"%2<b>\\n\u27e8U+202E\u27e9%1: 50 % of observations are above le=10, the last bound: bounds "
        u"above 10 are missing"_qs);
}

void BucketAdviceTextTest::sentences()
{
    QFETCH(BucketAdvice, advice);
    QFETCH(QString, expected);
    QCOMPARE(bucketAdviceText(advice), expected);
}

SIGHTGLASS_TEST(BucketAdviceTextTest)

} // namespace

#include "bucketadvicetexttest.moc"
