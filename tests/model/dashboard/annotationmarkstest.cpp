// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/annotationmarks.h"

#include "model/dashboard/watchedalerts.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <map>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000;
constexpr std::int64_t step = 10'000;

class AnnotationMarksTest : public test::TestCase
{
    Q_OBJECT

private:
    Head m_head;

    void add(const Labels &labels, const std::vector<double> &values)
    {
        const SeriesId id = m_head.seriesFor(labels);
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (!m_head.append(id, start + static_cast<std::int64_t>(i) * step, values[i]))
                qFatal("append failed");
        }
    }
    [[nodiscard]] Result<AnnotationMarks> marks(const AnnotationSpec &annotation,
                                                const VariableValues &values = {})
    {
        PanelTime time;
        time.range = {start, start + 9 * step};
        time.scrapeIntervalMs = step;
        return annotationMarks(annotation, values, *m_head.snapshot(), QueryEngine(), time);
    }
    /// In seconds from the start.
    static QString written(const AnnotationMarks &marks)
    {
        QStringList texts;
        for (const AnnotationMark &mark : marks)
            texts << QStringLiteral("%1–%2").arg((mark.from - start) / 1000).arg((mark.to - start) / 1000);
        return texts.join(QStringLiteral("; "));
    }
    static AnnotationSpec spec(const char *expr)
    {
        AnnotationSpec annotation;
        annotation.name = "Deploys";
        annotation.expr = expr;
        annotation.interval = "10s";
        annotation.title = "{{version}} by {{ who }}";
        annotation.text = "{{none}}text";
        annotation.tagLabels = "who, none,version";
        return annotation;
    }

private Q_SLOTS:
    void initTestCase()
    {
        add(Labels::withName("deploy", {{"version", "v1"}, {"who", "<b>me</b>"}}),
            {0, 1, 1, 1, 0, 0, 1, 0, 0, 0});
        add(Labels::withName("deploy_time"), std::vector<double>(10, double(start + 3 * step)));
        m_head.commit();
    }

    void samplesThatAreNotZero()
    {
        const auto found = marks(spec("deploy"));
        QVERIFY(found.ok());
        QCOMPARE(found->size(), std::size_t{2});
        const AnnotationMark &first = found->front();
        QCOMPARE(first.from, start + step);
        QCOMPARE(first.to, start + 3 * step);
        QCOMPARE(first.title, std::string("v1 by <b>me</b>"));
        QCOMPARE(first.text, std::string("text"));
        QVERIFY((first.tags == std::vector<std::string>{"<b>me</b>", "v1"}));
        QCOMPARE(found->back().from, start + 6 * step);
        QCOMPARE(found->back().to, found->back().from);
    }

    /// Nobody evaluated while the program was off: what fires before and after does not fire there.
    void nothingLastsThroughHoles()
    {
        Head head;
        const SeriesId id = head.seriesFor(
            Labels::withName("ALERTS", {{"alertname", "Down"}, {"alertstate", "firing"}, {"k", "a"}}));
        for (const std::int64_t second : {0, 2, 4, 6, 8, 10, 31, 33, 35, 37, 39})
            QVERIFY(head.append(id, start + second * 1000, 1));
        head.commit();
        PanelTime time;
        time.range = {start, start + 60'000};
        time.scrapeIntervalMs = 1000;
        AnnotationSpec annotation = alertAnnotation();
        for (const WatchedAlerts &watched : {WatchedAlerts{{"Down"}, {}}, WatchedAlerts{{"Down"}, {"h"}}}) {
            annotation.expr = firingAlertsQuery(watched);
            for (const char *interval : {"", "1s", "20s"}) {
                annotation.interval = interval;
                const auto found = annotationMarks(annotation, {}, *head.snapshot(), QueryEngine(), time);
                QVERIFY(found.ok());
                QCOMPARE(found->size(), std::size_t{2});
                QCOMPARE(found->front().from, start);
                QCOMPARE(found->front().to, start + 10'000);
                QCOMPARE(found->back().from, start + 31'000);
                QCOMPARE(found->back().to, start + 39'000);
            }
        }
        // What is about to be evaluated again goes on.
        time.range.to = start + 42'000;
        annotation.interval = "1s";
        const auto live = annotationMarks(annotation, {}, *head.snapshot(), QueryEngine(), time);
        QCOMPARE(live->size(), std::size_t{2});
        QVERIFY(live->back().to >= start + 39'000);
    }

    void stepsThatBeginBehindTheSample_data()
    {
        QTest::addColumn<std::vector<int>>("fired");
        QTest::addColumn<std::vector<int>>("stopped");
        QTest::addColumn<std::vector<int>>("scraped");
        QTest::addColumn<QString>("expected");
        std::vector<int> scraped;
        for (int second = -20; second <= 120; ++second) {
            if (second <= 17 || second >= 70)
                scraped.push_back(second);
        }
        const std::vector<int> none;
        QTest::newRow("a stale marker and another sample")
            << std::vector<int>{6, 8, 10, 12, 14, 50, 52, 54, 56, 58, 60} << std::vector<int>{24, 64}
            << scraped << QStringLiteral("14–14; 50–60");
        QTest::newRow("a stale marker and no other")
            << std::vector<int>{6, 8, 10, 12, 14} << std::vector<int>{24} << scraped
            << QStringLiteral("14–14");
        QTest::newRow("a hole and another sample")
            << std::vector<int>{6, 8, 10, 12, 14, 50, 52, 54, 56, 58, 60} << std::vector<int>{64} << scraped
            << QStringLiteral("14–14; 50–60");
        QTest::newRow("the only sample")
            << std::vector<int>{14} << none << scraped << QStringLiteral("14–14");
        QTest::newRow("the only sample, before the range")
            << std::vector<int>{-14} << none << std::vector<int>(scraped.begin(), scraped.begin() + 12)
            << QString();
    }

    /// A mark that the query's steps begin later than its sample is as long as the samples say.
    void stepsThatBeginBehindTheSample()
    {
        QFETCH(const std::vector<int>, fired);
        QFETCH(const std::vector<int>, stopped);
        QFETCH(const std::vector<int>, scraped);
        QFETCH(const QString, expected);
        Head head;
        std::map<int, double> values;
        for (const int second : fired)
            values[second] = 1;
        for (const int second : stopped)
            values[second] = staleMarker();
        const SeriesId alert =
            head.seriesFor(Labels::withName("ALERTS", {{"alertname", "Down"}, {"alertstate", "firing"}}));
        for (const auto &[second, value] : values)
            QVERIFY(head.append(alert, start + second * 1000, value));
        const SeriesId up = head.seriesFor(Labels::withName("up", {{"instance", "a"}, {"job", "j"}}));
        for (const int second : scraped)
            QVERIFY(head.append(up, start + second * 1000, 1));
        head.commit();
        PanelTime time;
        time.range = {start, start + 100'000};
        time.scrapeIntervalMs = 1000;
        AnnotationSpec annotation = alertAnnotation();
        annotation.interval = "20s";
        const auto found = annotationMarks(annotation, {}, *head.snapshot(), QueryEngine(), time);
        QVERIFY(found.ok());
        QCOMPARE(written(*found), expected);
    }

    void whatFiredTooShortlyToTellStopsWithTheProgram_data()
    {
        QTest::addColumn<std::vector<int>>("fired");
        QTest::addColumn<std::vector<int>>("scraped");
        QTest::addColumn<QString>("expected"); // fired twice, it goes on as PromQL looks back
        std::vector<int> killed{-20};
        std::vector<int> alive{-20};
        for (int second = -19; second <= 80; ++second) {
            alive.push_back(second);
            if (second <= 4 || second >= 34)
                killed.push_back(second);
        }
        QTest::newRow("once") << std::vector<int>{4, 35, 37} << killed << QStringLiteral("4–4; 35–60");
        QTest::newRow("three times") << std::vector<int>{0, 2, 4, 35, 37} << killed
                                     << QStringLiteral("0–4; 35–37");
        QTest::newRow("and not again")
            << std::vector<int>{2, 4} << std::vector<int>(killed.begin(), killed.begin() + 25)
            << QStringLiteral("2–4");
        QTest::newRow("evaluated seldom") << std::vector<int>{0, 30, 60} << alive << QStringLiteral("0–60");
        QTest::newRow("nobody scraped ever")
            << std::vector<int>{0, 30, 60} << std::vector<int>() << QStringLiteral("0–60");
    }

    /// With fewer than four evaluations nothing is known of their distance; but nobody scraped, either.
    void whatFiredTooShortlyToTellStopsWithTheProgram()
    {
        QFETCH(const std::vector<int>, fired);
        QFETCH(const std::vector<int>, scraped);
        QFETCH(const QString, expected);
        Head head;
        const auto put = [&head](const Labels &labels, const std::vector<int> &seconds) {
            const SeriesId id = head.seriesFor(labels);
            for (const int second : seconds)
                QVERIFY(head.append(id, start + second * 1000, 1));
        };
        put(Labels::withName("ALERTS", {{"alertname", "Down"}, {"alertstate", "firing"}}), fired);
        put(Labels::withName("up", {{"instance", "a"}, {"job", "j"}}), scraped);
        head.commit();
        PanelTime time;
        time.range = {start - 10'000, start + 60'000};
        time.scrapeIntervalMs = 1000;
        AnnotationSpec annotation = alertAnnotation();
        annotation.interval = "1s";
        const auto found = annotationMarks(annotation, {}, *head.snapshot(), QueryEngine(), time);
        QVERIFY(found.ok());
        QCOMPARE(written(*found), expected);
    }

    void theValueMayBeTheTime()
    {
        AnnotationSpec annotation = spec("deploy_time");
        annotation.timeIsValue = true;
        const auto found = marks(annotation);
        QVERIFY(found.ok());
        QCOMPARE(found->size(), std::size_t{1});
        QCOMPARE(found->front().from, start + 3 * step);
    }

    void variablesAreReplaced()
    {
        VariableValues values;
        values.set("v", singleValue("v1"));
        QCOMPARE(marks(spec("deploy{version=\"$v\"}"), values)->size(), std::size_t{2});
        values.set("v", singleValue("v2"));
        QVERIFY(marks(spec("deploy{version=\"$v\"}"), values)->empty());
    }

    void errors() { QVERIFY(!marks(spec("sum(")).ok()); }

    void whichPanels()
    {
        AnnotationSpec annotation;
        QVERIFY(concerns(annotation, "3"));
        annotation.panels = {3, 4};
        QVERIFY(concerns(annotation, "3") && !concerns(annotation, "5"));
        annotation.excludesPanels = true;
        QVERIFY(!concerns(annotation, "3") && concerns(annotation, "5"));
    }

    /// Alerts of rules and targets of another session are nobody's here.
    void watchedAlerts()
    {
        QCOMPARE(firingAlertsQuery({}), std::string(R"(ALERTS{alertstate="firing",alertname=""})"));
        QCOMPARE(firingAlertsQuery({{"Down", "a|b"}, {}}),
                 std::string(R"(ALERTS{alertstate="firing",alertname=~"Down|a\\|b"})"));
        QCOMPARE(firingAlertsQuery({{"Down"}, {"h:1"}}),
                 std::string(R"(ALERTS{alertstate="firing",alertname=~"Down"} or )"
                             R"(ALERTS{alertstate="firing",instance=~"h:1"})"));
        for (const WatchedAlerts &watched : {WatchedAlerts{}, WatchedAlerts{{"\"\\\n"}, {"[::1]:9\""}}}) {
            const std::string query = firingAlertsQuery(watched);
            QVERIFY2(promql::parseExpr(query).ok(), query.c_str());
        }
    }

    void whichAreAsked()
    {
        AnnotationSpec own;
        own.builtIn = true;
        own.enabled = false;
        AnnotationSpec foreign;
        foreign.json = "{}";
        const std::vector<AnnotationSpec> asked = askedAnnotations({own, foreign, spec("deploy")});
        QCOMPARE(asked.size(), std::size_t{2});
        QCOMPARE(asked[0].expr, alertAnnotation().expr);
        QVERIFY(!asked[0].enabled);
    }
};

SIGHTGLASS_TEST(AnnotationMarksTest)

} // namespace

#include "annotationmarkstest.moc"
