// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/keptsamples.h"

#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <bit>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'700'000'000'000;
constexpr std::size_t anySize = std::size_t{1} << 30U;

RulePtr ruleOf(const char *expression)
{
    auto rule = std::make_shared<Rule>();
    rule->expr = *promql::parseExpr(expression, {});
    return rule;
}

std::vector<KeptSelector> selectors(const char *expression)
{
    return keptSelectors(std::vector<RulePtr>{ruleOf(expression)});
}

Labels depth(const char *queue)
{
    return Labels::withName("depth", {{"queue", queue}});
}

void put(Head &head, const Labels &labels, TimestampMs t, double value)
{
    QVERIFY(head.append(head.seriesFor(labels), t, value).ok());
    head.commit();
}

/// All that the series has, as text; stale markers too.
QByteArray contents(Head &head, const Labels &labels)
{
    QByteArray text;
    SampleColumns samples;
    const std::vector<Matcher> matchers = {
        {MatchOp::Equal, std::string(metricNameLabel), std::string(labels.metricName())}};
    const TimeRange always{0, std::numeric_limits<TimestampMs>::max()};
    for (const auto &series : head.snapshot()->select(matchers, always)) {
        if (series->labels() != labels)
            continue;
        series->read(always, samples);
        for (std::size_t i = 0; i < samples.times.size(); ++i)
            text += QByteArray::number(samples.times[i] - now) + '=' +
                    QByteArray::number(std::bit_cast<quint64>(samples.values[i]), 16) + ' ';
        for (std::size_t i = 0; i < samples.histogramTimes.size(); ++i)
            text += QByteArray::number(samples.histogramTimes[i] - now) + "=histogram of " +
                    QByteArray::number(samples.histograms[i]->count) + ' ';
    }
    return text;
}

/// A store that begins with what a file has.
std::unique_ptr<Head> readBack(const std::string &file, TimestampMs until = now)
{
    auto head = std::make_unique<Head>();
    appendKeptSamples(readKeptSamples(file, until).series, *head);
    return head;
}

class KeptSamplesTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void whatRulesLookAt()
    {
        const std::vector<RulePtr> rules = {ruleOf("depth > 3"), ruleOf("rate(depth[20m]) > up"),
                                            std::make_shared<Rule>(), nullptr};
        const std::vector<KeptSelector> found = keptSelectors(rules);
        QCOMPARE(found.size(), std::size_t{4});
        QCOMPARE(found[0].matchers, (std::vector<Matcher>{{MatchOp::Equal, "__name__", "depth"}}));
        QCOMPARE(found[0].reachMs, std::int64_t{25 * 60 * 1000});
        QCOMPARE(found[1].matchers[0].value, std::string("up"));
        QCOMPARE(found[2].matchers[0].value, std::string("ALERTS"));
        QCOMPARE(found[3].reachMs, std::int64_t{5 * 60 * 1000});
        // When nobody scraped is told by `up`, wherever there is something.
        const std::vector<KeptSelector> level = selectors("sum_over_time(depth[1h]) > 3");
        QCOMPARE(level[1].matchers, (std::vector<Matcher>{{MatchOp::Equal, "__name__", "up"}}));
        QCOMPARE(level[1].reachMs, level[0].reachMs);
        QCOMPARE(keptSelectors({}).size(), std::size_t{2});
        QCOMPARE(selectors("sum_over_time(depth[9d])")[0].reachMs, std::int64_t{24 * 3600 * 1000});
    }

    void throughAFile()
    {
        Head head;
        const Labels odd = depth("ü\"\n\\");
        put(head, depth("a"), now - 3'600'000, 1); // nobody looks so far back
        put(head, depth("a"), now - 20'000, 0.1);
        put(head, odd, now - 20'000, -7e300);
        put(head, Labels::withName("other"), now - 20'000, 1);
        KeptSampleWriter writer;
        const std::vector<KeptSelector> wanted = selectors("depth > 3");
        std::string file = writer.whole(*head.snapshot(), wanted, now - 20'000, anySize);
        QVERIFY(writer.more(*head.snapshot(), wanted, now - 20'000).empty());
        put(head, depth("a"), now - 10'000, staleMarker());
        put(head, depth("later"), now - 10'000, 5);
        auto histogram = std::make_shared<FloatHistogram>();
        histogram->count = 12;
        histogram->positive.push(-3, 12);
        QVERIFY(head.append(head.seriesFor(odd), now - 10'000, HistogramPtr(histogram)).ok());
        head.commit();
        file += writer.more(*head.snapshot(), wanted, now - 10'000);
        put(head, odd, now, 3);
        file += writer.more(*head.snapshot(), wanted, now);

        const auto after = readBack(file);
        QCOMPARE(contents(*after, depth("a")),
                 QByteArray("-20000=3fb999999999999a -10000=7ff0000000000002 "));
        for (const Labels &labels : {odd, depth("later")})
            QCOMPARE(contents(*after, labels), contents(head, labels));
        QVERIFY(contents(*after, odd).contains("-10000=histogram of 12"));
        QVERIFY(contents(*after, Labels::withName("other")).isEmpty());

        // A run that goes on with the file of the one before does not write again what is there.
        const KeptSamples kept = readKeptSamples(file);
        QCOMPARE(kept.usableBytes, file.size());
        QCOMPARE(kept.newest, now);
        KeptSampleWriter next(kept.newest);
        QVERIFY(next.more(*after->snapshot(), wanted, now).empty());
        put(*after, depth("b"), now + 1000, 1);
        put(*after, odd, now + 1000, 4);
        file += next.more(*after->snapshot(), wanted, now + 1000);
        const auto again = readBack(file, now + 1000);
        for (const Labels &labels : {depth("a"), depth("b"), odd})
            QCOMPARE(contents(*again, labels), contents(*after, labels));
    }

    /// Wherever the writer was killed, what was whole before is there.
    void cutFiles()
    {
        Head head;
        KeptSampleWriter writer;
        const std::vector<KeptSelector> wanted = selectors("depth");
        put(head, depth("a"), now - 1000, 1);
        const std::string first = writer.whole(*head.snapshot(), wanted, now, anySize);
        put(head, depth("a"), now, 2);
        const std::string both = first + writer.more(*head.snapshot(), wanted, now);
        for (std::size_t length = 0; length < both.size(); ++length) {
            const KeptSamples kept = readKeptSamples(both.substr(0, length));
            QCOMPARE(kept.series.size(), length < first.size() ? std::size_t{0} : std::size_t{1});
            QVERIFY(kept.usableBytes <= length);
            if (length >= first.size())
                QCOMPARE(kept.usableBytes, first.size());
        }
        // Nor is what is not what was written.
        for (std::size_t at = first.size(); at < both.size(); ++at) {
            std::string bad = both;
            bad[at] = static_cast<char>(bad[at] ^ 0x10);
            QCOMPARE(readKeptSamples(bad).newest, now - 1000);
        }
        QCOMPARE(readKeptSamples("{\"alerts\": []}").usableBytes, std::size_t{0});
        // The clock was set back.
        QCOMPARE(readKeptSamples(both, now - 1).newest, now - 1000);
    }

    void notMoreThanFits()
    {
        Head head;
        for (int i = 600; i >= 0; --i)
            put(head, depth("a"), now - i * 1000, 1.0 / (i + 1));
        KeptSampleWriter writer;
        const std::vector<KeptSelector> wanted = selectors("rate(depth[10m])");
        const std::string all = writer.whole(*head.snapshot(), wanted, now, anySize);
        const std::string less = writer.whole(*head.snapshot(), wanted, now, 2000);
        QVERIFY(less.size() < 2100);
        QVERIFY(readKeptSamples(all).series[0].samples.times.size() == 601);
        const SampleColumns kept = readKeptSamples(less).series[0].samples;
        QVERIFY(kept.times.size() > 40 && kept.times.size() < 300);
        QCOMPARE(kept.times.back(), now);
    }
};

SIGHTGLASS_TEST(KeptSamplesTest)

} // namespace

#include "keptsamplestest.moc"
