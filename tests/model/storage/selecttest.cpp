// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/labelmatcher.h"
#include "tests/model/storage/storagehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <set>

namespace {

using namespace sightglass;
using test::selected;

using Texts = std::vector<std::string>;

Labels randomLabels(std::mt19937_64 &random)
{
    const auto pick = [&random](const char *prefix, unsigned count) {
        const auto n = random() % (count + 1);
        return n == count ? std::string() : prefix + std::to_string(n);
    };
    return Labels::withName("m" + std::to_string(random() % 5), {{"job", pick("job", 3)},
                                                                 {"instance", pick("i", 60)},
                                                                 {"le", pick("", 8)},
                                                                 {"zone", pick("z\n", 2)}});
}

Matcher randomMatcher(std::mt19937_64 &random)
{
    constexpr const char *names[] = {"__name__", "job", "instance", "le", "zone", "nowhere"};
    constexpr const char *values[] = {"", "m1", "job1", "i7", "3", "z\n1"};
    constexpr const char *patterns[] = {"",         "m1|m3",  "job.+",   "i.*",  "[0-9]+", ".*",   ".+",
                                        "i(1|2).*", "(3|4|)", "z.[01]?", "job2", "(?i)I7", "m[12]"};
    const auto op = static_cast<MatchOp>(random() % 4);
    const bool regex = op == MatchOp::Regex || op == MatchOp::NotRegex;
    return {op, names[random() % std::size(names)],
            regex ? patterns[random() % std::size(patterns)] : values[random() % std::size(values)]};
}

class SelectTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithBruteForce();
    void matcherSemantics_data();
    void matcherSemantics();
    void sortsByLabelsAcrossSegments();
    void wantsASampleInTheRange_data();
    void wantsASampleInTheRange();
    void listsNamesAndValues();
    void emptyStore();
};

void SelectTest::agreesWithBruteForce()
{
    std::mt19937_64 random(7); // NOLINT: the same sets in every run
    Head head;
    std::set<Labels> all;
    TimestampMs t = 0;
    for (int round = 0; round < 12; ++round) {
        ++t;
        for (int i = 0; i < 80; ++i) {
            const Labels labels = randomLabels(random);
            all.insert(labels);
            QVERIFY(test::append(head, labels, t, 1).ok());
        }
        head.commit();
        const auto snapshot = head.snapshot();
        for (int query = 0; query < 60; ++query) {
            std::vector<Matcher> matchers;
            for (auto n = random() % 4; n > 0; --n)
                matchers.push_back(randomMatcher(random));
            Texts expected;
            for (const Labels &labels : all) {
                if (std::all_of(matchers.begin(), matchers.end(), [&](const Matcher &matcher) {
                        return LabelMatcher(matcher).matches(labels);
                    }))
                    expected.push_back(labels.toString());
            }
            QCOMPARE(selected(*snapshot, matchers), expected);
        }
    }
}

void SelectTest::matcherSemantics_data()
{
    QTest::addColumn<int>("op");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, MatchOp op, const char *value, const char *expected) {
        QTest::newRow(name) << int(op) << QString::fromLatin1(value) << QString::fromLatin1(expected);
    };
    // Series: a has no zone, b and c have one.
    row("equal", MatchOp::Equal, "x", "b");
    row("equal empty means absent", MatchOp::Equal, "", "a");
    row("not equal takes absent", MatchOp::NotEqual, "x", "a c");
    row("not equal empty means present", MatchOp::NotEqual, "", "b c");
    row("regex", MatchOp::Regex, "x|y", "b c");
    row("regex that matches empty takes absent", MatchOp::Regex, "x|", "a b");
    row("any takes all", MatchOp::Regex, ".*", "a b c");
    row("some means present", MatchOp::Regex, ".+", "b c");
    row("not regex takes absent", MatchOp::NotRegex, "[x]", "a c");
    row("not regex that matches empty leaves absent away", MatchOp::NotRegex, "x|", "c");
    row("not any takes none", MatchOp::NotRegex, ".*", "");
}

void SelectTest::matcherSemantics()
{
    QFETCH(int, op);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    Head head;
    QVERIFY(test::append(head, Labels::withName("a"), 1, 1).ok());
    QVERIFY(test::append(head, Labels::withName("b", {{"zone", "x"}}), 1, 1).ok());
    QVERIFY(test::append(head, Labels::withName("c", {{"zone", "y"}}), 1, 1).ok());
    head.commit();
    QStringList names;
    const std::vector<Matcher> matchers{{static_cast<MatchOp>(op), "zone", value.toStdString()}};
    for (const auto &view : head.snapshot()->select(matchers, test::allTime))
        names.append(QString::fromStdString(std::string(view->labels().metricName())));
    QCOMPARE(names.join(QLatin1Char(' ')), expected);
}

void SelectTest::sortsByLabelsAcrossSegments()
{
    Head head;
    for (const char *instance : {"m", "b", "z", "a", "y", "c"}) {
        QVERIFY(test::put(head, test::series("up", instance), 1, 1));
        QVERIFY(head.snapshot() != nullptr); // publishes a segment of its own
    }
    QVERIFY(test::put(head, test::series("up"), 1, 1));
    const Texts expected{"up",
                         R"(up{instance="a"})",
                         R"(up{instance="b"})",
                         R"(up{instance="c"})",
                         R"(up{instance="m"})",
                         R"(up{instance="y"})",
                         R"(up{instance="z"})"};
    QCOMPARE(selected(*head.snapshot(), test::named("up")), expected);
}

void SelectTest::wantsASampleInTheRange_data()
{
    QTest::addColumn<int>("samples");
    QTest::newRow("open chunk only") << 10;
    QTest::newRow("with sealed chunks") << 500;
}

void SelectTest::wantsASampleInTheRange()
{
    QFETCH(int, samples);
    Head head;
    for (int i = 0; i < samples; ++i)
        QVERIFY(test::put(head, test::series("m"), i * 10, i));
    const auto snapshot = head.snapshot();
    const TimestampMs last = (samples - 1) * 10;
    for (TimestampMs from = -25; from < last + 25; from += 7) {
        for (const TimestampMs length : {0, 1, 5, 9, 10, 1300}) {
            const TimeRange range{from, from + length};
            const TimestampMs next = from <= 0 ? 0 : (from + 9) / 10 * 10;
            const bool inside = next <= range.to && next <= last;
            QCOMPARE(snapshot->select(test::named("m"), range).size(), std::size_t{inside ? 1U : 0U});
        }
    }
}

void SelectTest::listsNamesAndValues()
{
    Head head;
    QVERIFY(test::put(head, Labels::withName("b", {{"job", "y"}}), 1, 1));
    QVERIFY(head.snapshot() != nullptr);
    QVERIFY(test::put(head, Labels::withName("a", {{"job", "x"}, {"zone", "1"}}), 1, 1));
    (void)head.seriesFor(Labels::withName("c", {{"never", "written"}}));
    const auto snapshot = head.snapshot();
    QCOMPARE(snapshot->labelNames(), (Texts{"__name__", "job", "zone"}));
    QCOMPARE(snapshot->labelValues("job"), (Texts{"x", "y"}));
    QCOMPARE(snapshot->labelValues("__name__"), (Texts{"a", "b"}));
    QCOMPARE(snapshot->labelValues("never"), Texts{});
}

void SelectTest::emptyStore()
{
    Head head;
    const auto snapshot = head.snapshot();
    QVERIFY(snapshot->select({}, test::allTime).empty());
    QVERIFY(snapshot->labelNames().empty());
    QCOMPARE(snapshot->stats().series, std::size_t{0});
    QCOMPARE(snapshot->stats().samples, std::size_t{0});
    QCOMPARE(head.snapshot(), snapshot);
}

} // namespace

SIGHTGLASS_TEST(SelectTest)
#include "selecttest.moc"
