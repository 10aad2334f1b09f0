// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/scrapeappender.h"

#include "parser/exposition/expositionwriter.h"
#include "tests/model/scrape/scrapehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <span>
#include <stop_token>
#include <string>

using namespace sightglass;
using namespace sightglass::test;

namespace {

constexpr TimestampMs base = 1'700'000'000'000;

/// One target's scrapes, one a second, starting at `base`.
struct Target
{
    Head head;
    SampleRules rules;
    ScrapeAppender appender{head, Labels()};
    TimestampMs next = base;

    explicit Target(Labels labels = {}, SampleRules sampleRules = {})
        : rules(std::move(sampleRules))
        , appender(head, std::move(labels), rules)
    {}

    ScrapeOutcome scrape(const QByteArray &page, ExpositionFormat format = ExpositionFormat::PrometheusText)
    {
        const std::string_view text(page.data(), static_cast<std::size_t>(page.size()));
        ScrapeOutcome outcome = appender.append({text, format}, next);
        const auto verdict = outcome.error ? ScrapeVerdict::Down : ScrapeVerdict::Up;
        appender.finish(
            {verdict, 0.25, outcome.counts, static_cast<std::int64_t>(text.size()), 2, rules.limits.samples},
            next);
        next += 1000;
        return outcome;
    }
    void fail()
    {
        appender.appendFailure(next);
        appender.finish({ScrapeVerdict::Down, 0.5, {}, 0, 2, rules.limits.samples}, next);
        next += 1000;
    }
    QString contents() { return sightglass::test::contents(*head.snapshot(), base); }
    QString report(std::string_view metric) { return contentsOf(*head.snapshot(), metric, base); }
};

QByteArray stamped(qint64 offset)
{
    return QByteArray::number(qint64{base} + offset);
}

class ScrapeAppenderTest : public TestCase
{
    Q_OBJECT

private slots:
    /// Pages in a row, "!" for one that could not be fetched, and what the store then holds.
    void pages_data()
    {
        QTest::addColumn<QList<QByteArray>>("pages");
        QTest::addColumn<QString>("stored");
        const auto row = [](const char *name, const QList<QByteArray> &pages, const QString &stored) {
            QTest::newRow(name) << pages << stored;
        };
        row("one page", {"a 1\nb{x=\"1\"} 2\n"}, QStringLiteral("a 1@0\nb{x=\"1\"} 2@0"));
        row("goes on", {"a 1\n", "a 2\n", "a 2\n"}, QStringLiteral("a 1@0 2@1000 2@2000"));
        row("vanished", {"a 1\nb 1\n", "a 1\n", "a 1\n"},
            QStringLiteral("a 1@0 1@1000 1@2000\nb 1@0 stale@1000"));
        row("comes back", {"a 1\nb 1\n", "a 1\n", "a 1\nb 2\n"},
            QStringLiteral("a 1@0 1@1000 1@2000\nb 1@0 stale@1000 2@2000"));
        row("fetch fails twice", {"a 1\n", "!", "!", "a 2\n"}, QStringLiteral("a 1@0 stale@1000 2@3000"));
        row("broken last line rejects all", {"a 1\nb 1\n", "a 2\nb 2\nc{\n"},
            QStringLiteral("a 1@0 stale@1000\nb 1@0 stale@1000"));
        row("broken twice: one marker", {"a 1\n", "a 2\n}\n", "a 3\n}\n", "a 4\n"},
            QStringLiteral("a 1@0 stale@1000 4@3000"));
        row("first page broken", {"a 1\nb{\n"}, QString());
        row("empty page ends all", {"a 1\n", "", "a 2\n"}, QStringLiteral("a 1@0 stale@1000 2@2000"));
        row("invalid UTF-8 rejects all", {"a 1\nb{x=\"\xFF\"} 1\n"}, QString());
        row("name twice rejects all", {"a 1\nb{x=\"1\",x=\"2\"} 1\n"}, QString());
        row("order changes", {"a 1\nb 1\nc 1\n", "c 2\na 2\nb 2\n"},
            QStringLiteral("a 1@0 2@1000\nb 1@0 2@1000\nc 1@0 2@1000"));
        row("same text twice: first counts", {"a 1\na 2\n"}, QStringLiteral("a 1@0"));
        row("other label order, other value: dropped", {"a{x=\"1\",y=\"2\"} 1\na{y=\"2\",x=\"1\"} 2\n"},
            QStringLiteral("a{x=\"1\", y=\"2\"} 1@0"));
        row("spelling changes: no marker", {"a{x=\"1\",y=\"2\"} 1\n", "a{y=\"2\",x=\"1\"} 2\n"},
            QStringLiteral("a{x=\"1\", y=\"2\"} 1@0 2@1000"));
        row("own time", {"a 1 " + stamped(-500) + "\n", "a 2 " + stamped(-400) + "\n", ""},
            QStringLiteral("a 1@-500 2@-400"));
        row("own time stands still", {"a 1 " + stamped(-500) + "\n", "a 1 " + stamped(-500) + "\n"},
            QStringLiteral("a 1@-500"));
        row("own time goes back: dropped", {"a 1 " + stamped(-500) + "\n", "a 2 " + stamped(-600) + "\n"},
            QStringLiteral("a 1@-500"));
        row("same text, two times", {"a 1 " + stamped(-500) + "\na 2 " + stamped(-400) + "\n"},
            QStringLiteral("a 1@-500 2@-400"));
        row("own time begins: the untimed series ends", {"a 1\n", "a 2 " + stamped(500) + "\n"},
            QStringLiteral("a 1@0 2@500 stale@1000"));
        row("ten minutes ahead", {"a 1 " + stamped(600'000) + "\n"}, QStringLiteral("a 1@600000"));
        row("more than ten minutes ahead: dropped", {"a 1 " + stamped(600'001) + "\nb 1\n"},
            QStringLiteral("b 1@0"));
        row("a day ago", {"a 1 " + stamped(-86'400'000) + "\n"}, QStringLiteral("a 1@-86400000"));
        row("older than what is kept: dropped", {"a 1 " + stamped(-86'400'001) + "\nb 1\n", "c 1 0\n"},
            QStringLiteral("b 1@0 stale@1000"));
        row("NaN is a value, a marker is not", {"a NaN\n", "a NaN\n"}, QStringLiteral("a NaN@0 NaN@1000"));
    }
    void pages()
    {
        QFETCH(QList<QByteArray>, pages);
        Target target;
        for (const QByteArray &page : pages) {
            if (page == "!")
                target.fail();
            else
                static_cast<void>(target.scrape(page));
        }
        QTEST(target.contents(), "stored");
    }

    void counts_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<qulonglong>("limit");
        QTest::addColumn<QList<int>>("expected"); // scraped, after relabelling, added, dropped
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *page, qulonglong limit, const QList<int> &expected,
                            const char *error) {
            QTest::newRow(name) << QByteArray(page) << limit << expected << QString::fromUtf8(error);
        };
        row("known and new", "a 1\nb 1\n", 0, {2, 2, 1, 0}, "");
        row("duplicate counts as scraped", "b 1\nb 1\n", 0, {2, 2, 1, 1}, "");
        row("syntax: until the error", "a 1\nb 1\nc{\n", 0, {2, 2, 1, 0},
            "expected label name, got \"\\n\" (\"INVALID\") while parsing: \"c{\\n\" at 3:3");
        row("no name", "a 1\nb{x=\"1\",x=\"2\"} 1\nc 1\n", 0, {2, 1, 0, 0},
            "label name \"x\" is not unique: invalid sample at 2:1");
        row("limit reached", "a 1\nb 1\n", 2, {2, 2, 1, 0}, "");
        row("limit passed: all is counted", "a 1\nb 1\nc 1\nd 1\n", 2, {4, 4, 1, 0},
            "sample limit exceeded (2) at 0:0");
        row("empty", "", 1, {0, 0, 0, 0}, "");
    }
    void counts()
    {
        QFETCH(QByteArray, page);
        QFETCH(qulonglong, limit);
        SampleRules rules;
        rules.limits.samples = limit;
        Target target({}, rules);
        QVERIFY(!target.scrape("a 1\n").error);
        const ScrapeOutcome outcome = target.scrape(page);
        const QList<int> counted{
            static_cast<int>(outcome.counts.scraped), static_cast<int>(outcome.counts.afterRelabeling),
            static_cast<int>(outcome.counts.seriesAdded), static_cast<int>(outcome.counts.dropped)};
        QTEST(counted, "expected");
        QString error;
        if (outcome.error)
            error = QStringLiteral("%1 at %2:%3")
                        .arg(QString::fromStdString(plainText(*outcome.error)))
                        .arg(outcome.error->position.line)
                        .arg(outcome.error->position.column);
        QTEST(error, "error");
    }

    void reportSeries()
    {
        Target target(Labels({{"job", "j"}, {"instance", "i"}}));
        QVERIFY(!target.scrape("a 1\nb 1\n").error);
        QVERIFY(target.scrape("a 1\nb{\n").error);
        target.fail();
        QVERIFY(!target.scrape("a 1\n").error);
        const auto is = [&](std::string_view metric, const char *samples) {
            const QString expected = QString::fromStdString(std::string(metric)) +
                                     QLatin1String("{instance=\"i\", job=\"j\"} ") + QLatin1String(samples);
            QCOMPARE(target.report(metric), expected);
        };
        is("up", "1@0 0@1000 0@2000 1@3000");
        is("scrape_duration_seconds", "0.25@0 0.25@1000 0.5@2000 0.25@3000");
        is("scrape_samples_scraped", "2@0 1@1000 0@2000 1@3000");
        is("scrape_samples_post_metric_relabeling", "2@0 1@1000 0@2000 1@3000");
        is("scrape_series_added", "2@0 0@1000 0@2000 0@3000");
        QVERIFY(target.head.snapshot()->metadata("up").type == MetricType::Gauge);
    }

    void targetLabelsAreOnEverySample()
    {
        Target target(Labels({{"job", "j"}, {"instance", "i"}}));
        QVERIFY(!target.scrape("a{job=\"x\",z=\"1\"} 1\n").error);
        QCOMPARE(target.contents(),
                 QStringLiteral("a{exported_job=\"x\", instance=\"i\", job=\"j\", z=\"1\"} 1@0"));
    }

    void removalEndsEverything()
    {
        Target target;
        QVERIFY(!target.scrape("a 1\nb 1\n").error);
        QVERIFY(!target.scrape("a 2\nc 2 " + stamped(0) + "\n").error);
        target.appender.end(base + 1500);
        QCOMPARE(target.contents(), QStringLiteral("a 1@0 2@1000 stale@1500\nb 1@0 stale@1000\nc 2@0"));
        QCOMPARE(target.report("up"), QStringLiteral("up 1@0 1@1000 stale@1500"));
    }

    /// Prometheus notes metadata while it reads: what stands before the fault is known.
    void metadataOfFailedPages()
    {
        Target target;
        QVERIFY(!target.scrape("# HELP a First\n# TYPE a counter\na 1\n").error);
        QVERIFY(target.scrape("# HELP a Second\na{\n# TYPE a gauge\n").error);
        const auto metadata = [&] { return target.head.snapshot()->metadata("a"); };
        QCOMPARE(metadata().help, std::string("Second"));
        QVERIFY(metadata().type == MetricType::Counter);
        QVERIFY(!target.scrape("# HELP a Third\na 1\n").error);
        QCOMPARE(metadata().help, std::string("Third"));
        QVERIFY(metadata().type == MetricType::Counter);
        const QByteArray openMetrics =
            "# TYPE b_seconds gauge\n# UNIT b_seconds seconds\nb_seconds 1\n# EOF\n";
        QVERIFY(!target.scrape(openMetrics, ExpositionFormat::OpenMetricsText).error);
        QCOMPARE(target.head.snapshot()->metadata("b_seconds").unit, std::string("seconds"));
        // However often it fails, what it said before stays; ten whole pages that do not name it let it go.
        for (int i = 0; i < 20; ++i)
            QVERIFY(target.scrape("a{\n").error);
        QVERIFY(target.head.snapshot()->metadata("b_seconds").type == MetricType::Gauge);
        for (int i = 0; i < 11; ++i)
            QVERIFY(!target.scrape("a 1\n").error);
        QVERIFY(target.head.snapshot()->metadata("b_seconds") == MetricMetadata());
    }

    void familiesAreBounded()
    {
        Head head;
        FamilyMetadata metadata{Labels()};
        metadata.beginScrape();
        for (std::size_t i = 0; i < FamilyMetadata::maxFamilies + 10; ++i)
            metadata.setType("f" + std::to_string(i), MetricType::Gauge);
        QCOMPARE(metadata.size(), FamilyMetadata::maxFamilies);
        metadata.release(head);
        QCOMPARE(metadata.size(), std::size_t{0});
        metadata.beginScrape();
        const std::string help(FamilyMetadata::maxHelpBytes, 'h');
        for (int i = 0; i < 10'000; ++i)
            metadata.setHelp("f" + std::to_string(i), help);
        metadata.publish(head);
        QVERIFY(head.snapshot()->stats().bytes < 2 * FamilyMetadata::maxTextBytes);
        QCOMPARE(head.snapshot()->metadata("f0").help, help);
    }

    void metadataIsSharedByTargets()
    {
        Head head;
        ScrapeAppender first(head, Labels(std::vector<Label>{{"job", "1"}}));
        ScrapeAppender second(head, Labels(std::vector<Label>{{"job", "2"}}));
        const ScrapedBody body{"# HELP a Text\na 1\n", ExpositionFormat::PrometheusText};
        for (ScrapeAppender *one : {&first, &second}) {
            QVERIFY(!one->append(body, base).error);
            one->finish({ScrapeVerdict::Up, 0.1, {}}, base);
        }
        first.end(base + 1000);
        QCOMPARE(head.snapshot()->metadata("a").help, std::string("Text"));
        second.end(base + 1000);
        QVERIFY(head.snapshot()->metadata("a") == MetricMetadata());
    }

    void targetsMayDisagreeAboutAFamily()
    {
        Head head;
        const Labels one({{"instance", "1"}, {"job", "j"}});
        const Labels two({{"instance", "2"}, {"job", "j"}});
        ScrapeAppender first(head, one);
        ScrapeAppender second(head, two);
        const auto scrape = [](ScrapeAppender &appender, std::string_view page, TimestampMs t) {
            const ScrapeOutcome outcome = appender.append({page, ExpositionFormat::PrometheusText}, t);
            appender.finish({ScrapeVerdict::Up, 0.1, {}}, t);
            return !outcome.error;
        };
        QVERIFY(scrape(first, "# TYPE m counter\n# HELP m One.\nm 1\n", base));
        QVERIFY(scrape(second, "# TYPE m gauge\nm 1\nn 1\n", base));
        const auto snapshot = head.snapshot();
        QVERIFY(snapshot->metadata("m", one) == (MetricMetadata{MetricType::Counter, "One.", ""}));
        QVERIFY(snapshot->metadata("m", two) == (MetricMetadata{MetricType::Gauge, "", ""}));
        QVERIFY(snapshot->metadata("up", two).type == MetricType::Gauge);
        // What it no longer says for eleven scrapes it does not say.
        for (int i = 1; i <= 11; ++i)
            QVERIFY(scrape(first, "m 1\n", base + i * 1000));
        QVERIFY(head.snapshot()->metadata("m", one) == MetricMetadata());
        QVERIFY(head.snapshot()->metadata("m").type == MetricType::Gauge);
    }

    void pagesOfMetadataAloneCanBeCancelled()
    {
        Target target;
        std::string page;
        for (int i = 0; i < 5000; ++i)
            page += "# TYPE f" + std::to_string(i) + " gauge\n";
        std::stop_source stop;
        stop.request_stop();
        const ScrapeOutcome outcome =
            target.appender.append({page, ExpositionFormat::PrometheusText}, target.next, stop.get_token());
        QVERIFY(outcome.error && outcome.error->code == ErrorCode::QueryCancelled);
        QVERIFY(target.head.snapshot()->metadata("f0") == MetricMetadata());
    }

    void fullStoreFailsTheScrape()
    {
        Target target;
        QVERIFY(!target.scrape("a 1\n").error);
        target.head.setRetention({std::int64_t{1} << 40U, 1});
        target.head.applyRetention();
        QVERIFY(!target.scrape("a 2\n").error);
        const ScrapeOutcome outcome = target.scrape("a 3\nb 1\n");
        QVERIFY(outcome.error && outcome.error->code == ErrorCode::SeriesLimitExceeded);
        QCOMPARE(target.contents(), QStringLiteral("a 1@0 2@1000 stale@2000"));
    }

    void clockSetBackIsTold()
    {
        Target target;
        QVERIFY(!target.scrape("a 1\n").error);
        target.next = base - 60'000;
        QVERIFY(!target.scrape("a 2\n").error); // small corrections are caught up with
        target.next = base - 3'600'000;
        const ScrapeOutcome outcome = target.scrape("a 3\n");
        QVERIFY(outcome.error.has_value());
        QCOMPARE(
            QString::fromStdString(plainText(*outcome.error)),
            QStringLiteral("the clock was set back by 3600 s: samples are refused until it has caught up"));
        target.next = base + 1000;
        QVERIFY(!target.scrape("b 4\n").error);
        QCOMPARE(target.contents(), QStringLiteral("a 1@0 stale@1000\nb 4@1000"));
    }

    void longHelpIsCutAtACharacter()
    {
        Target target;
        const QByteArray help = "x" + QByteArray("\xC3\xA4").repeated(4000);
        QVERIFY(!target.scrape("# HELP a " + help + "\na 1\n").error);
        const std::string kept = target.head.snapshot()->metadata("a").help;
        QCOMPARE(kept.size(), std::size_t{4095});
        QVERIFY(help.startsWith(QByteArray::fromStdString(kept)));
    }

    /// One long name in many samples: 100 kB of protobuf stand for 100 MB of names, and for more with every
    /// sample.
    void namesThatAreRepeatedWithoutEndFailTheScrape()
    {
        ExposedFamily family{std::string(100'000, 'n'), MetricType::Gauge, std::nullopt, {}, {}};
        for (int i = 0; i < 1000; ++i)
            family.metrics.push_back({{{"a", std::to_string(i)}}, ExposedValue{1, {}}, {}, {}});
        const QByteArray page = QByteArray::fromStdString(
            writeExposition(ExpositionFormat::Protobuf, std::span<const ExposedFamily>(&family, 1)));
        Target target;
        for (int i = 0; i < 3; ++i) { // what was learnt before does not help it along
            const ScrapeOutcome outcome = target.scrape(page, ExpositionFormat::Protobuf);
            QVERIFY(outcome.error.has_value());
            QCOMPARE(outcome.error->code, ErrorCode::SeriesLimitExceeded);
            QCOMPARE(plainText(*outcome.error),
                     std::string("series limit exceeded (64 MiB of names and labels)"));
        }
        QVERIFY(!target.scrape("a 1\n").error);
    }

    void seriesThatRetentionRemovedComesBack()
    {
        Target target;
        target.head.setRetention({5000, std::size_t{1} << 30U});
        QVERIFY(!target.scrape("a 1 " + stamped(0) + "\nb 1\n").error);
        // The exposed time stands still while the others go on, until retention drops the series under the
        // cache's feet.
        for (int i = 0; i < 400; ++i) {
            QVERIFY(!target.scrape("a 1 " + stamped(0) + "\nb 1\n").error);
            target.head.applyRetention();
        }
        QVERIFY(contentsOf(*target.head.snapshot(), "a", base).isEmpty());
        QVERIFY(!target.scrape("a 2 " + QByteArray::number(qint64{target.next}) + "\nb 1\n").error);
        const QString lastTime = QString::number(target.next - 1000 - base);
        QVERIFY(contentsOf(*target.head.snapshot(), "a", base).endsWith(QLatin1String("2@") + lastTime));
    }
};

} // namespace

SIGHTGLASS_TEST(ScrapeAppenderTest)
#include "scrapeappendertest.moc"
