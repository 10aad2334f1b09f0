// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/head.h"

#include "tests/model/storage/storagehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <array>
#include <cmath>
#include <map>
#include <random>

namespace {

using namespace sightglass;
using test::samplesOf;
using test::series;

std::optional<ErrorCode> codeOf(const Status &status)
{
    return status.ok() ? std::nullopt : std::optional(status.error().code);
}

class HeadTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void internsLabels();
    void commitsAllAtOnce();
    void rollbackLeavesNothing();
    void rollbackRestoresWhatIsAccepted();
    void acceptance_data();
    void acceptance();
    void acceptsBitwiseDuplicates();
    void errorsLeaveTheTransaction();
    void unknownIds();
    void keepsManyChunks();
    void farTimesBeginAnotherChunk();
    void agreesWithPlainVectors();
    void metadata();
    void metadataGoesWithItsLastOwner();
    void metadataIsKeptPerTarget();
    void metadataIsBounded();
    void stats();
};

void HeadTest::internsLabels()
{
    Head head;
    const SeriesId id = head.seriesFor(series("up", "a"));
    QCOMPARE(head.seriesFor(series("up", "a")), id);
    QVERIFY(head.seriesFor(series("up", "b")) != id);
    QVERIFY(head.labelsOf(id) != nullptr);
    QCOMPARE(head.labelsOf(id)->toString(), std::string(R"(up{instance="a"})"));
    const Labels *labels = head.labelsOf(id);
    for (int i = 0; i < 1000; ++i)
        (void)head.seriesFor(series("up", std::to_string(i)));
    QCOMPARE(head.labelsOf(id), labels);
}

void HeadTest::commitsAllAtOnce()
{
    Head head;
    QVERIFY(test::append(head, series("a"), 1, 1).ok());
    QVERIFY(test::append(head, series("a"), 2, 2).ok());
    QVERIFY(test::append(head, series("b"), 1, 3).ok());
    QCOMPARE(head.snapshot()->stats().series, std::size_t{0});
    head.commit();
    const auto snapshot = head.snapshot();
    QCOMPARE(samplesOf(*snapshot, "a"), (std::vector<Sample>{{1, 1}, {2, 2}}));
    QCOMPARE(samplesOf(*snapshot, "b"), (std::vector<Sample>{{1, 3}}));
    QCOMPARE(head.snapshot(), snapshot);
    head.commit();
    QCOMPARE(head.snapshot(), snapshot);
}

void HeadTest::rollbackLeavesNothing()
{
    Head head;
    QVERIFY(test::put(head, series("a"), 10, 1));
    const auto before = head.snapshot();
    QVERIFY(test::append(head, series("a"), 20, 2).ok());
    QVERIFY(test::append(head, series("new"), 20, 2).ok());
    head.rollback();
    head.commit();
    QCOMPARE(head.snapshot(), before);
    QCOMPARE(before->stats().samples, std::size_t{1});
    QCOMPARE(before->labelValues("__name__"), (std::vector<std::string>{"a"}));
    QCOMPARE(samplesOf(*before, "a"), (std::vector<Sample>{{10, 1}}));
}

void HeadTest::rollbackRestoresWhatIsAccepted()
{
    Head head;
    const SeriesId id = head.seriesFor(series("a"));
    QVERIFY(head.append(id, 100, 1).ok());
    head.rollback();
    QVERIFY(head.append(id, 50, 1).ok()); // as if 100 had never been
    head.commit();
    QVERIFY(head.append(id, 200, 1).ok());
    QVERIFY(head.append(id, 300, 1).ok());
    head.rollback();
    QCOMPARE(codeOf(head.append(id, 50, 2)), std::optional(ErrorCode::DuplicateSample));
    QVERIFY(head.append(id, 60, 2).ok());
    head.commit();
    QCOMPARE(samplesOf(*head.snapshot(), "a"), (std::vector<Sample>{{50, 1}, {60, 2}}));
}

void HeadTest::acceptance_data()
{
    QTest::addColumn<bool>("firstCommitted");
    QTest::addColumn<qint64>("t");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("expected"); // -1: taken
    for (const bool committed : {true, false}) {
        const auto row = [committed](const char *name, qint64 t, double value, int expected) {
            QTest::addRow("%s, first %s", name, committed ? "committed" : "pending")
                << committed << t << value << expected;
        };
        row("later", 101, 7, -1);
        row("same time, same bits", 100, 5, -1);
        row("same time, other value", 100, 6, int(ErrorCode::DuplicateSample));
        row("older", 99, 5, int(ErrorCode::OutOfOrderSample));
        row("much older", -100'000'000, 5, int(ErrorCode::OutOfOrderSample));
    }
}

void HeadTest::acceptance()
{
    QFETCH(bool, firstCommitted);
    QFETCH(qint64, t);
    QFETCH(double, value);
    QFETCH(int, expected);
    Head head;
    QVERIFY(test::append(head, series("a"), 100, 5).ok());
    if (firstCommitted)
        head.commit();
    const Status status = test::append(head, series("a"), t, value);
    QCOMPARE(status.ok() ? -1 : int(status.error().code), expected);
    head.commit();
    std::vector<Sample> samples{{100, 5}};
    if (expected == -1 && t > 100)
        samples.push_back({t, value});
    QCOMPARE(samplesOf(*head.snapshot(), "a"), samples);
}

void HeadTest::acceptsBitwiseDuplicates()
{
    Head head;
    const SeriesId id = head.seriesFor(series("a"));
    QVERIFY(head.append(id, 1, 0.0).ok());
    QCOMPARE(codeOf(head.append(id, 1, -0.0)), std::optional(ErrorCode::DuplicateSample));
    QVERIFY(head.append(id, 2, canonicalNaN()).ok());
    QVERIFY(head.append(id, 2, canonicalNaN()).ok());
    QCOMPARE(codeOf(head.append(id, 2, staleMarker())), std::optional(ErrorCode::DuplicateSample));
    QVERIFY(head.append(id, 3, staleMarker()).ok());
    head.commit();
    QVERIFY(head.append(id, 3, staleMarker()).ok());
    head.commit();
    QVERIFY(test::sameSamples(samplesOf(*head.snapshot(), "a"),
                              {{1, 0.0}, {2, canonicalNaN()}, {3, staleMarker()}}));
}

void HeadTest::errorsLeaveTheTransaction()
{
    Head head;
    QVERIFY(test::append(head, series("a"), 10, 1).ok());
    QVERIFY(!test::append(head, series("a"), 5, 1).ok());
    QVERIFY(!test::append(head, series("a"), 10, 2).ok());
    QVERIFY(test::append(head, series("a"), 11, 2).ok());
    head.commit();
    QCOMPARE(samplesOf(*head.snapshot(), "a"), (std::vector<Sample>{{10, 1}, {11, 2}}));
}

void HeadTest::unknownIds()
{
    Head head;
    QCOMPARE(codeOf(head.append(12345, 1, 1)), std::optional(ErrorCode::OutOfBounds));
    QCOMPARE(head.labelsOf(12345), nullptr);
    const SeriesId id = head.seriesFor(series("a"));
    QCOMPARE(codeOf(head.append(id + (SeriesId{1} << 32U), 1, 1)), std::optional(ErrorCode::OutOfBounds));
}

void HeadTest::keepsManyChunks()
{
    Head head;
    std::vector<Sample> expected;
    for (int i = 0; i < 1000; ++i) {
        expected.push_back({i * 1000 + i % 7, std::sin(i)});
        QVERIFY(test::put(head, series("a"), expected.back().t, expected.back().v));
    }
    const auto snapshot = head.snapshot();
    QVERIFY(test::sameSamples(samplesOf(*snapshot, "a"), expected));
    for (const TimeRange range : {TimeRange{119'000, 121'000}, TimeRange{0, 0}, TimeRange{500'003, 750'000},
                                  TimeRange{998'000, 2'000'000}, TimeRange{5'000'000, 6'000'000}}) {
        std::vector<Sample> inside;
        std::copy_if(expected.begin(), expected.end(), std::back_inserter(inside),
                     [range](const Sample &sample) { return range.contains(sample.t); });
        QVERIFY(test::sameSamples(samplesOf(*snapshot, "a", range), inside));
    }
    QVERIFY(samplesOf(*snapshot, "a", {10, 5}).empty());
}

void HeadTest::farTimesBeginAnotherChunk()
{
    Head head;
    const std::vector<Sample> expected{{std::numeric_limits<TimestampMs>::min(), 1},
                                       {-1, 2},
                                       {0, 3},
                                       {std::int64_t{1} << 50, 4},
                                       {std::numeric_limits<TimestampMs>::max(), 5}};
    for (const Sample &sample : expected)
        QVERIFY(test::append(head, series("a"), sample.t, sample.v).ok());
    head.commit();
    QVERIFY(test::sameSamples(samplesOf(*head.snapshot(), "a"), expected));
}

void HeadTest::agreesWithPlainVectors()
{
    std::mt19937_64 random(99); // NOLINT: the same actions in every run
    Head head;
    std::map<Labels, std::vector<Sample>> committed;
    auto pending = committed;
    for (int action = 0; action < 20'000; ++action) {
        const auto kind = random() % 100;
        if (kind < 96) {
            const Labels labels = series("m" + std::to_string(random() % 20));
            std::vector<Sample> &samples = pending[labels];
            const Sample last = samples.empty() ? Sample{0, 0} : samples.back();
            const Sample next{last.t + static_cast<TimestampMs>(random() % 50) - 2,
                              static_cast<double>(random() % 5)};
            const bool newer = samples.empty() || next.t > last.t;
            const bool same = !samples.empty() && next.t == last.t && next.v == last.v;
            QCOMPARE(test::append(head, labels, next.t, next.v).ok(), newer || same);
            if (newer)
                samples.push_back(next);
        } else if (kind < 99) {
            head.commit();
            committed = pending;
        } else {
            head.rollback();
            pending = committed;
        }
        if (action % 500 != 0)
            continue;
        const auto snapshot = head.snapshot();
        for (const auto &[labels, samples] : committed)
            QVERIFY(test::sameSamples(samplesOf(*snapshot, labels.metricName()), samples));
    }
}

void HeadTest::metadata()
{
    Head head;
    const MetricMetadata counter{MetricType::Counter, "How many", "bytes"};
    head.setMetadata("b_total", counter);
    head.setMetadata("a", {MetricType::Gauge, "", ""});
    const auto first = head.snapshot();
    QCOMPARE(first->metadata("b_total"), counter);
    QCOMPARE(first->metadata("nothing"), MetricMetadata{});
    QCOMPARE(first->metadataView().families(), (std::vector<std::string>{"a", "b_total"}));
    head.setMetadata("b_total", counter);
    QCOMPARE(head.snapshot(), first);
    head.setMetadata("b_total", {MetricType::Gauge, "Changed", ""});
    head.rollback();
    QCOMPARE(head.snapshot()->metadata("b_total").help, std::string("Changed"));
    QCOMPARE(first->metadata("b_total"), counter);
}

void HeadTest::metadataGoesWithItsLastOwner()
{
    Head head;
    const std::size_t empty = head.snapshot()->stats().bytes;
    const MetadataOwner one = head.addMetadataOwner(Labels(std::vector<Label>{{"instance", "one"}}));
    const MetadataOwner other = head.addMetadataOwner(Labels(std::vector<Label>{{"instance", "other"}}));
    const MetricMetadata gauge{MetricType::Gauge, "Help", ""};
    const MetadataChange says{"a", &gauge};
    head.setMetadata(one, {&says, 1});
    const std::size_t once = head.snapshot()->stats().bytes;
    QVERIFY(once > empty);
    head.setMetadata(other, {&says, 1});
    // What both say is kept once.
    QVERIFY(head.snapshot()->stats().bytes - once < gauge.help.size() + sizeof(MetricMetadata));
    head.removeMetadataOwner(one);
    const auto before = head.snapshot();
    QCOMPARE(before->metadata("a").help, std::string("Help"));
    const MetadataChange saysNoMore{"a", nullptr};
    head.setMetadata(other, {&saysNoMore, 1});
    QVERIFY(head.snapshot()->metadataView().families().empty());
    QCOMPARE(head.snapshot()->stats().bytes, empty);
    QCOMPARE(before->metadataView().families().size(), std::size_t{1});
    head.removeMetadataOwner(other);
    head.setMetadata(other, {&says, 1});
    QVERIFY(head.snapshot()->metadataView().families().empty());
}

/// Prometheus keeps metadata in the scrape cache of each target: they may disagree.
void HeadTest::metadataIsKeptPerTarget()
{
    Head head;
    const Labels a({{"instance", "a"}, {"job", "j"}});
    const Labels b({{"instance", "b"}, {"job", "j"}});
    const MetricMetadata counter{MetricType::Counter, "of a", ""};
    const MetricMetadata gauge{MetricType::Gauge, "of b", "bytes"};
    const std::array ofA{MetadataChange{"z", &counter}, MetadataChange{"m", &counter}};
    const std::array ofB{MetadataChange{"m", &gauge}};
    head.setMetadata(head.addMetadataOwner(a), ofA);
    const MetadataOwner ownerOfB = head.addMetadataOwner(b);
    head.setMetadata(ownerOfB, ofB);
    head.setMetadata("up", {MetricType::Gauge, "Whether.", ""});

    const auto snapshot = head.snapshot();
    const MetadataView &view = snapshot->metadataView();
    QCOMPARE(snapshot->metadata("m", a.with(metricNameLabel, "m").with("code", "1")), counter);
    QCOMPARE(snapshot->metadata("m", b.with(metricNameLabel, "m")), gauge);
    QCOMPARE(snapshot->metadata("m"), gauge);
    QCOMPARE(snapshot->metadata("m", Labels({{"instance", "a"}, {"job", "pushed"}})), gauge);
    QCOMPARE(snapshot->metadata("z", b), MetricMetadata());
    QCOMPARE(snapshot->metadata("up", b).help, std::string("Whether."));
    QCOMPARE(view.every("m"), (std::vector<MetricMetadata>{gauge, counter}));
    QCOMPARE(view.families(), (std::vector<std::string>{"m", "up", "z"}));
    QVERIFY(view.isOnlyCollectors("up"));
    QVERIFY(!view.isOnlyCollectors("m"));
    const DescribedFamilies families = view.ofTarget(a);
    QCOMPARE(families.size(), std::size_t{2});
    QCOMPARE(families[0]->name, std::string("m"));
    QCOMPARE(families[0]->metadata, counter);
    QCOMPARE(families[1]->name, std::string("z"));
    QVERIFY(view.ofTarget(Labels(std::vector<Label>{{"instance", "a"}})).empty());

    // A second page of the same target (another path) adds what it says.
    const std::array more{MetadataChange{"n", &gauge}, MetadataChange{"a", &gauge}};
    head.setMetadata(head.addMetadataOwner(a), more);
    QCOMPARE(head.snapshot()->metadataView().ofTarget(a).size(), std::size_t{4});
    QCOMPARE(head.snapshot()->metadata("n", a), gauge);
    QCOMPARE(head.snapshot()->metadata("z", a), counter);

    head.removeMetadataOwner(ownerOfB);
    QCOMPARE(head.snapshot()->metadata("m"), counter);
    QCOMPARE(view.every("m").size(), std::size_t{2});
}

void HeadTest::metadataIsBounded()
{
    Head head;
    const std::string help(std::size_t{1} << 20U, 'h');
    for (int i = 0; i < 80; ++i)
        head.setMetadata("f" + std::to_string(i), {MetricType::Gauge, help, ""});
    const auto snapshot = head.snapshot();
    QVERIFY(snapshot->stats().bytes <= Head::maxMetadataBytes);
    QVERIFY(snapshot->metadataView().families().size() > 60);
    QVERIFY(snapshot->metadata("f79") == MetricMetadata());
    head.setMetadata("f0", {MetricType::Gauge, "short", ""});
    head.setMetadata("f79", {MetricType::Gauge, "short", ""});
    QCOMPARE(head.snapshot()->metadata("f79").help, std::string("short"));
}

void HeadTest::stats()
{
    Head head;
    for (int i = 0; i < 300; ++i)
        QVERIFY(test::put(head, series("a"), 1000 + i, i));
    QVERIFY(test::put(head, series("b"), 500, 1));
    const StorageStats stats = head.snapshot()->stats();
    QCOMPARE(stats.series, std::size_t{2});
    QCOMPARE(stats.samples, std::size_t{301});
    QCOMPARE(stats.minTime, TimestampMs{500});
    QCOMPARE(stats.maxTime, TimestampMs{1299});
    QVERIFY(stats.bytes > 300);
    for (int i = 0; i < 3000; ++i)
        QVERIFY(test::put(head, series("a"), 2000 + i, std::sqrt(i)));
    const std::size_t grown = head.snapshot()->stats().bytes - stats.bytes;
    QVERIFY2(grown > 3000 * 5 && grown < 3000 * 12, qPrintable(QString::number(grown)));
}

} // namespace

SIGHTGLASS_TEST(HeadTest)
#include "headtest.moc"
