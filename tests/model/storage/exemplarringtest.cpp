// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/exemplarring.h"

#include "tests/model/storage/storagehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <limits>

namespace {

using namespace sightglass;
using test::allTime;
using test::series;

constexpr std::size_t plenty = std::size_t{1} << 30U;

Exemplar exemplar(const char *trace, double value, TimestampMs t)
{
    return {Labels(std::vector<Label>{{"trace_id", trace}}), value, t, true};
}

Exemplar untimed(const char *trace, double value, TimestampMs t)
{
    return {Labels(std::vector<Label>{{"trace_id", trace}}), value, t, false};
}

/// Everything in a view as "series trace=value@t …", one series after the other.
QString contents(const std::shared_ptr<const ExemplarView> &view, TimeRange range = allTime,
                 std::vector<std::vector<Matcher>> sets = {{}})
{
    QStringList all;
    if (view == nullptr)
        return {};
    for (const SeriesExemplars &one : view->select(sets, range)) {
        QString text = QString::fromStdString(std::string(one.series.metricName()));
        if (!one.series.value("instance").empty())
            text += u'/' + QString::fromStdString(std::string(one.series.value("instance")));
        for (const Exemplar &each : one.exemplars)
            text += QStringLiteral(" %1=%2@%3")
                        .arg(QString::fromStdString(std::string(each.labels.value("trace_id"))))
                        .arg(each.value)
                        .arg(each.t);
        all.append(text);
    }
    return all.join(QStringLiteral("; "));
}

using Exemplars = std::vector<Exemplar>;
using Verdicts = std::vector<int>;

constexpr int taken = static_cast<int>(ExemplarVerdict::Taken);
constexpr int duplicate = static_cast<int>(ExemplarVerdict::Duplicate);
constexpr int outOfOrder = static_cast<int>(ExemplarVerdict::OutOfOrder);
constexpr int tooLong = static_cast<int>(ExemplarVerdict::TooLong);

class ExemplarRingTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void acceptance_data();
    void acceptance();
    void theOldestGoesWhoseverItIs();
    void aSeriesWithoutExemplarsIsForgotten();
    void publishedViewsStay();
    void sharesItsChunks();
    void selects_data();
    void selects();
    void limits();
    void dropsByAge();
    void countsItsMemory();
};

void ExemplarRingTest::acceptance_data()
{
    QTest::addColumn<Exemplars>("exemplars");
    QTest::addColumn<Verdicts>("verdicts");

    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::string long128(120, 'x');
    const auto row = [](const char *name, Exemplars exemplars, Verdicts verdicts) {
        QTest::newRow(name) << std::move(exemplars) << std::move(verdicts);
    };
    row("ascending", {exemplar("a", 1, 10), exemplar("b", 1, 11)}, {taken, taken});
    row("seen again", {exemplar("a", 1, 10), exemplar("a", 1, 10)}, {taken, duplicate});
    row("seen again without time", {untimed("a", 1, 10), untimed("a", 1, 20)}, {taken, duplicate});
    row("again, now with a time", {untimed("a", 1, 10), exemplar("a", 1, 20)}, {taken, taken});
    row("NaN again", {untimed("a", nan, 10), untimed("a", nan, 20)}, {taken, duplicate});
    row("another value", {untimed("a", 1, 10), untimed("a", 2, 20)}, {taken, taken});
    row("other labels", {untimed("a", 1, 10), untimed("b", 1, 20)}, {taken, taken});
    row("only the newest tells duplicates",
        {exemplar("a", 1, 10), exemplar("b", 1, 11), exemplar("a", 1, 10)}, {taken, taken, outOfOrder});
    row("older", {exemplar("a", 1, 10), exemplar("b", 1, 9)}, {taken, outOfOrder});
    row("same time, less", {exemplar("a", 2, 10), exemplar("a", 1, 10)}, {taken, outOfOrder});
    row("same time, more", {exemplar("a", 1, 10), exemplar("a", 2, 10)}, {taken, taken});
    row("same time and value", {exemplar("a", 1, 10), exemplar("b", 1, 10), exemplar("a", 1, 10)},
        {taken, taken, outOfOrder});
    row("128 code points", {exemplar(long128.c_str(), 1, 10)}, {taken});
    row("129", {exemplar((long128 + 'x').c_str(), 1, 10)}, {tooLong});
    row("code points, not bytes", {exemplar((long128.substr(1) + "\xC3\xBC").c_str(), 1, 10)}, {taken});
    row("NaN comes first",
        {exemplar("a", 1, 10), exemplar("a", nan, 10), exemplar("b", nan, 11), exemplar("b", 1, 11)},
        {taken, outOfOrder, taken, taken});
    row("no labels", {Exemplar{{}, 1, 10, true}}, {taken});
}

void ExemplarRingTest::acceptance()
{
    QFETCH(Exemplars, exemplars);
    QFETCH(Verdicts, verdicts);
    ExemplarRing ring({10, plenty});
    Verdicts given;
    for (const Exemplar &each : exemplars) {
        const ExemplarVerdict before = ring.check(series("x"), each);
        given.push_back(static_cast<int>(ring.add(series("x"), each)));
        QCOMPARE(static_cast<int>(before), given.back());
    }
    QCOMPARE(given, verdicts);
    QCOMPARE(ring.size(), static_cast<std::size_t>(std::count(given.begin(), given.end(), taken)));
}

void ExemplarRingTest::theOldestGoesWhoseverItIs()
{
    ExemplarRing ring({3, plenty});
    (void)ring.add(series("quiet"), exemplar("q", 1, 50));
    (void)ring.add(series("busy"), exemplar("a", 1, 1));
    (void)ring.add(series("busy"), exemplar("b", 2, 2));
    QCOMPARE(contents(ring.publish()), QStringLiteral("busy a=1@1 b=2@2; quiet q=1@50"));
    (void)ring.add(series("busy"), exemplar("c", 3, 3));
    QCOMPARE(contents(ring.publish()), QStringLiteral("busy a=1@1 b=2@2 c=3@3"));
    for (int t = 4; t < 2000; ++t)
        QCOMPARE(ring.add(series("busy"), exemplar("d", t, t)), ExemplarVerdict::Taken);
    QCOMPARE(contents(ring.publish()), QStringLiteral("busy d=1997@1997 d=1998@1998 d=1999@1999"));
    QCOMPARE(ring.size(), std::size_t{3});
}

void ExemplarRingTest::aSeriesWithoutExemplarsIsForgotten()
{
    ExemplarRing ring({1, plenty});
    (void)ring.add(series("a"), exemplar("x", 1, 100));
    QCOMPARE(ring.add(series("a"), exemplar("y", 1, 50)), ExemplarVerdict::OutOfOrder);
    (void)ring.add(series("b"), exemplar("x", 1, 1));
    // As in Prometheus: with its exemplars goes what was known of the series.
    QCOMPARE(ring.add(series("a"), exemplar("y", 1, 50)), ExemplarVerdict::Taken);
    QCOMPARE(contents(ring.publish()), QStringLiteral("a y=1@50"));
}

void ExemplarRingTest::publishedViewsStay()
{
    ExemplarRing ring({300, plenty});
    QVERIFY(ring.publish() == nullptr);
    std::vector<std::pair<std::shared_ptr<const ExemplarView>, QString>> views;
    for (int t = 0; t < 1500; ++t) {
        (void)ring.add(series("s", std::to_string(t % 7)), exemplar("x", t, t));
        if (t % 100 == 99) {
            const auto view = ring.publish();
            views.emplace_back(view, contents(view));
        }
    }
    for (const auto &[view, before] : views)
        QCOMPARE(contents(view), before);
    QCOMPARE(views.back().first->size(), std::size_t{300});
    QCOMPARE(ring.publish(), views.back().first);
}

void ExemplarRingTest::sharesItsChunks()
{
    ExemplarRing ring({10'000, plenty});
    for (int t = 0; t < 1000; ++t)
        (void)ring.add(series("s"), exemplar("x", t, t));
    const auto first = ring.publish();
    (void)ring.add(series("s"), exemplar("x", 1000, 1000));
    const auto second = ring.publish();
    QVERIFY(first != second);
    const std::vector<std::vector<Matcher>> everything{{}};
    const auto a = first->select(everything, allTime);
    const auto b = second->select(everything, allTime);
    QCOMPARE(a.front().exemplars.size() + 1, b.front().exemplars.size());
}

void ExemplarRingTest::selects_data()
{
    QTest::addColumn<std::vector<std::vector<Matcher>>>("sets");
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<QString>("expected");

    using Sets = std::vector<std::vector<Matcher>>;
    const auto name = [](const char *text) { return Matcher{MatchOp::Equal, "__name__", text}; };
    const Matcher one{MatchOp::Regex, "instance", "1|3"};
    const Matcher none{MatchOp::Equal, "instance", ""};
    const auto row = [](const char *title, const Sets &sets, qint64 from, qint64 to, const char *expected) {
        QTest::newRow(title) << sets << from << to << QString::fromLatin1(expected);
    };
    row("name", {{name("b")}}, 0, 100, "b a=1@2");
    row("ends inclusive", {{name("a")}}, 1, 3, "a/1 a=1@1 c=1@3");
    row("range", {{name("a")}}, 2, 3, "a/1 c=1@3");
    row("nothing in range", {{name("a")}}, 60, 100, "");
    row("several sets", {{name("b")}, {name("a")}}, 0, 100, "a/1 a=1@1 c=1@3 d=1@50; a/2 b=1@40; b a=1@2");
    row("a series in two sets", {{name("b")}, {name("b")}}, 0, 100, "b a=1@2");
    row("regular expression", {{one}}, 0, 100, "a/1 a=1@1 c=1@3 d=1@50");
    row("absent label", {{none}}, 0, 100, "b a=1@2");
    row("no set", {}, 0, 100, "");
}

void ExemplarRingTest::selects()
{
    QFETCH(std::vector<std::vector<Matcher>>, sets);
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(QString, expected);
    ExemplarRing ring({100, plenty});
    (void)ring.add(series("a", "2"), exemplar("b", 1, 40));
    (void)ring.add(series("a", "1"), exemplar("a", 1, 1));
    (void)ring.add(series("b"), exemplar("a", 1, 2));
    (void)ring.add(series("a", "1"), exemplar("c", 1, 3));
    (void)ring.add(series("a", "1"), exemplar("d", 1, 50));
    QCOMPARE(contents(ring.publish(), {from, to}, sets), expected);
}

void ExemplarRingTest::limits()
{
    ExemplarRing none({0, plenty});
    QCOMPARE(none.add(series("a"), exemplar("a", 1, 1)), ExemplarVerdict::NotKept);
    QVERIFY(none.publish() == nullptr);

    ExemplarRing ring({100, plenty});
    for (int t = 0; t < 50; ++t)
        (void)ring.add(series("a"), exemplar("a", t, t));
    ring.setLimits({2, plenty});
    QCOMPARE(contents(ring.publish()), QStringLiteral("a a=48@48 a=49@49"));
    ring.setLimits({2, 1});
    QVERIFY(ring.publish() == nullptr);
    QCOMPARE(ring.bytes(), std::size_t{0});
}

void ExemplarRingTest::dropsByAge()
{
    ExemplarRing ring({100, plenty});
    (void)ring.add(series("a"), exemplar("a", 1, 10));
    (void)ring.add(series("b"), exemplar("b", 1, 30));
    (void)ring.add(series("a"), exemplar("c", 1, 20));
    ring.dropBefore(20);
    QCOMPARE(contents(ring.publish()), QStringLiteral("a c=1@20; b b=1@30"));
    ring.dropBefore(1000);
    QVERIFY(ring.publish() == nullptr);
}

void ExemplarRingTest::countsItsMemory()
{
    ExemplarRing ring({10'000, plenty});
    for (int t = 0; t < 1000; ++t)
        (void)ring.add(series("s", std::to_string(t % 10)), exemplar("0123456789abcdef", t, t));
    const std::size_t full = ring.bytes();
    QVERIFY(full > 1000 * (sizeof(StoredExemplar) + 16));
    ring.setLimits({10'000, full / 2});
    QVERIFY(ring.bytes() <= full / 2);
    QVERIFY(ring.size() > 400 && ring.size() < 600);
    ring.dropBefore(100'000);
    QCOMPARE(ring.bytes(), std::size_t{0});
}

SIGHTGLASS_TEST(ExemplarRingTest)

} // namespace

#include "exemplarringtest.moc"
