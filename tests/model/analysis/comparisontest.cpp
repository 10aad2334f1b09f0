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
        row("all at once", counter + "c{a=\"1\"} 5\nc{a=\"2\"} 5\nc{a=\"3\"} 5\n",
            counter + "c{a=\"1\"} 0\nc{a=\"2\"} 1\nc{a=\"3\"} 5\n", "restarted 0:0");
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
