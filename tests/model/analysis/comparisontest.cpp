// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/diagnosis.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class ComparisonTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void twoScrapes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QByteArray &before, const QByteArray &after,
                            const char *expected) {
            QTest::newRow(name) << before << after << QString::fromLatin1(expected);
        };
        const QByteArray counter = "# TYPE c counter\n";
        const QByteArray start = "# TYPE process_start_time_seconds gauge\nprocess_start_time_seconds ";
        row("nothing", "", "", "");
        row("counts on", counter + "c 1\n", counter + "c 2\n", "");
        row("goes down", counter + "c 2\n", counter + "c 1\n", "counter-decreased 2:3 c");
        row("labels in other order", counter + "c{a=\"1\",b=\"2\"} 2\n", counter + "c{b=\"2\",a=\"1\"} 1\n",
            "counter-decreased 2:16 c");
        row("a restart says so", start + "5\n" + counter + "c 2\n", start + "6\n" + counter + "c 1\n",
            "restarted 0:0");
        row("no restart says so", start + "5\n" + counter + "c 2\n", start + "5\n" + counter + "c 1\n",
            "counter-decreased 4:3 c");
        row("one family alone", counter + "c{a=\"1\"} 5\nc{a=\"2\"} 5\nc{a=\"3\"} 5\n",
            counter + "c{a=\"1\"} 0\nc{a=\"2\"} 1\nc{a=\"3\"} 5\n",
            "counter-decreased 2:10 c\ncounter-decreased 3:10 c");
        row("one of many", counter + "c{a=\"1\"} 5\nc{a=\"2\"} 5\nc{a=\"3\"} 5\n",
            counter + "c{a=\"1\"} 4\nc{a=\"2\"} 5\nc{a=\"3\"} 5\n", "counter-decreased 2:10 c");
        row("gauges may", "# TYPE c gauge\nc 2\n", "# TYPE c gauge\nc 1\n", "");
        row("type", counter + "c 1\n", "# TYPE c gauge\nc 1\n", "type-changed 1:8 c");
        QByteArray old;
        QByteArray fresh;
        for (int i = 0; i < 10; ++i) {
            old += "a{b=\"" + QByteArray::number(i) + "\"} 1\n";
            fresh += "a{b=\"" + QByteArray::number(i + 5) + "\"} 1\n";
        }
        row("churn", old, fresh, "churn 1:1 a");
        row("a metric that begins", "b 1\n", "b 1\n" + fresh, "");
        row("all gone", old, "", "churn 0:0 a");
        row("few are no churn", old, old + "a{b=\"x\"} 1\n", "");
    }

    /// Pages without a start time: values of the counters a, b, c, d, and of a histogram's 3 buckets and
    /// count.
    void withoutAStartTime_data()
    {
        QTest::addColumn<QList<double>>("before");
        QTest::addColumn<QList<double>>("after");
        QTest::addColumn<QList<double>>("bucketsBefore");
        QTest::addColumn<QList<double>>("bucketsAfter");
        QTest::addColumn<QString>("expected");
        using Values = QList<double>;
        const auto row = [](const char *name, const Values &before, const Values &after,
                            const Values &bucketsBefore, const Values &bucketsAfter, const char *expected) {
            QTest::newRow(name) << before << after << bucketsBefore << bucketsAfter
                                << QString::fromLatin1(expected);
        };
        const Values full{500, 700, 900};
        const Values less{499, 699, 899};
        const Values began{1, 2, 3};
        const char *const fell = "h h h h";
        row("a histogram alone falls by one", {1000, 1000, 1000}, {1001, 1001, 1001}, full, less, fell);
        row("a histogram alone begins", {1000, 1000, 1000}, {1001, 1001, 1001}, full, began, fell);
        row("a histogram falls, nothing else is there", {}, {}, full, began, fell);
        row("all begin", {1000, 2000, 3000}, {3, 0, 12}, full, began, "restarted");
        row("all begin, what was little is as it was", {1000, 2000, 1}, {3, 0, 1}, full, began, "restarted");
        row("little has grown since", {1000, 2000, 3}, {3, 0, 8}, full, began, "restarted");
        row("all fall by one", {1000, 2000, 3000}, {999, 1999, 2999}, full, less, "a b c h h h h");
        row("one falls by one, the others begin", {1000, 2000, 3000}, {3, 0, 2999}, full, began,
            "a b c h h h h");
        row("one goes on", {1000, 2000, 3000, 9000}, {3, 0, 12, 9001}, full, began, "a b c h h h h");
        row("one of much stands still", {1000, 2000, 3000, 9000}, {3, 0, 12, 9000}, full, began,
            "a b c h h h h");
        row("the histogram goes on", {1000, 2000, 3000}, {3, 0, 12}, full, full, "a b c");
        row("two of four begin, little elsewhere", {1000, 2000, 5, 6}, {3, 0, 5, 6}, {}, {}, "a b");
        row("three of four begin, little elsewhere", {1000, 2000, 500, 6}, {3, 0, 5, 6}, {}, {}, "restarted");
        row("to the half", {1000, 2000}, {500, 1000}, {}, {}, "restarted");
        row("to more than the half", {1000, 2000}, {501, 1000}, {}, {}, "a b");
        row("below zero", {1000, 2000}, {-1, 0}, {}, {}, "a b");
        row("was zero", {0, 0, 1000}, {5, 6, 3}, {}, {}, "c");
        row("nothing falls", {1000, 2000}, {1000, 2001}, full, full, "");
    }

    void withoutAStartTime()
    {
        QFETCH(QList<double>, before);
        QFETCH(QList<double>, after);
        QFETCH(QList<double>, bucketsBefore);
        QFETCH(QList<double>, bucketsAfter);
        QFETCH(QString, expected);
        const auto page = [](const QList<double> &counters, const QList<double> &buckets) {
            QByteArray body;
            for (qsizetype i = 0; i < counters.size(); ++i) {
                const QByteArray name(1, static_cast<char>('a' + i));
                body += "# TYPE " + name + " counter\n" + name + ' ' + QByteArray::number(counters[i]) + '\n';
            }
            if (!buckets.isEmpty())
                body += "# TYPE h histogram\n";
            for (qsizetype i = 0; i < buckets.size(); ++i)
                body += "h_bucket{le=\"" + (i + 1 < buckets.size() ? QByteArray::number(i) : "+Inf") +
                        "\"} " + QByteArray::number(buckets[i]) + '\n';
            if (!buckets.isEmpty())
                body += "h_count " + QByteArray::number(buckets.back()) + "\nh_sum 1\n";
            return readPage(body.toStdString(), ExpositionFormat::PrometheusText);
        };
        QStringList found;
        for (const PageFinding &finding : compare(page(before, bucketsBefore), page(after, bucketsAfter))) {
            const std::string_view id = finding.rule->id;
            found << (id == "counter-decreased" ? QString::fromStdString(finding.metric)
                                                : QString::fromUtf8(id.data(), qsizetype(id.size())));
        }
        QCOMPARE(found.join(u' '), expected);
    }

    void twoScrapes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, expected);
        const auto page = [](const QByteArray &body) {
            return readPage({body.constData(), static_cast<std::size_t>(body.size())},
                            ExpositionFormat::PrometheusText);
        };
        const ExposedPage first = page(before);
        const ExposedPage second = page(after);
        QStringList found;
        for (const PageFinding &finding : compare(first, second))
            found += QStringLiteral("%1 %2:%3 %4")
                         .arg(QString::fromStdString(std::string(finding.rule->id)))
                         .arg(finding.position.line)
                         .arg(finding.position.column)
                         .arg(QString::fromStdString(finding.metric))
                         .trimmed();
        QCOMPARE(found.join(u'\n'), expected);
    }

    void churnOfFamilies()
    {
        const ExposedPage before =
            readPage("a{b=\"1\"} 1\na{b=\"2\"} 1\nc 1\n", ExpositionFormat::PrometheusText);
        const ExposedPage after =
            readPage("a{b=\"2\"} 1\na{b=\"3\"} 1\nd 1\nc 1\n", ExpositionFormat::PrometheusText);
        const auto churn = churnBetween(before, after);
        QCOMPARE(churn.size(), std::size_t{2});
        QCOMPARE(churn[0].name, std::string("a"));
        QCOMPARE(churn[0].added, std::size_t{1});
        QCOMPARE(churn[0].gone, std::size_t{1});
        QCOMPARE(churn[0].series, std::size_t{2});
        QCOMPARE(churn[1].name, std::string("d"));
    }
};

SIGHTGLASS_TEST(ComparisonTest)

} // namespace

#include "comparisontest.moc"
