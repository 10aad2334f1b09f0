// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositioncheck.h"

#include "parser/exposition/expositionparser.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

using namespace sightglass;
using Severity = DiagnosticSeverity;

QByteArray textOf(const std::vector<ExpositionDiagnostic> &diagnostics)
{
    QByteArray text;
    for (const ExpositionDiagnostic &each : diagnostics) {
        text += QByteArray::number(each.position.line) + ':' + QByteArray::number(each.position.column) + ' ';
        text += each.severity == Severity::Rejected ? "rejected "
                : each.severity == Severity::Wrong  ? "wrong "
                                                    : "advice ";
        text += QByteArray::fromRawData(each.rule.data(), static_cast<int>(each.rule.size())) + '\n';
    }
    return text;
}

class ExpositionCheckTest : public sightglass::test::TestCase
{
    Q_OBJECT

    static void row(const char *name, const char *body, const char *findings)
    {
        QTest::newRow(name) << QByteArray(body) << QByteArray(findings);
    }

    static bool parses(ExpositionFormat format, const std::string &body)
    {
        const auto parser = createExpositionParser(format, body);
        auto entry = parser->next();
        while (entry && *entry != ExpositionParser::Entry::End)
            entry = parser->next();
        return entry.ok();
    }

    /// Whether a finding is a parse error.
    static bool isRejection(const ExpositionDiagnostic &finding)
    {
        return finding.severity == Severity::Rejected && finding.rule != "duplicate-label";
    }

    /// The files below a folder, each read in both text formats.
    static int compareVerdicts(const QString &root)
    {
        QDirIterator files(root, QDir::Files, QDirIterator::Subdirectories);
        int bodies = 0;
        for (; files.hasNext(); ++bodies) {
            const std::string body = test::readFile(files.next()).toStdString();
            // More than there can be, so that none is left out.
            const std::size_t limit = 10 * body.size() + 10;
            const auto text = checkPrometheusText(body, limit);
            const auto openMetrics = checkOpenMetrics(body, limit);
            const bool same = std::none_of(text.begin(), text.end(), isRejection) ==
                                  parses(ExpositionFormat::PrometheusText, body) &&
                              std::none_of(openMetrics.begin(), openMetrics.end(), isRejection) ==
                                  parses(ExpositionFormat::OpenMetricsText, body);
            if (!same)
                return -1;
        }
        return bodies;
    }

private Q_SLOTS:
    /// Prometheus reads no further, and nobody else would say so.
    void nulEndsThePage()
    {
        using namespace std::string_view_literals;
        const auto findings = checkPrometheusText("a 1\n\0b 2\nc{ 3\n"sv);
        QCOMPARE(findings.size(), std::size_t{1});
        QCOMPARE(std::string(findings[0].rule), std::string("early-end"));
        QCOMPARE(findings[0].position.line, 2U);
        QVERIFY(checkPrometheusText("# HELP a b\0c\na 1\n"sv).empty());
    }

    void openMetricsSuite_data()
    {
        QTest::addColumn<QString>("folder");
        const QString root = test::conformancePath(QStringLiteral("openmetrics-suite"));
        if (root.isEmpty())
            QTest::newRow("absent") << QString();
        else
            for (const QString &name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
                QTest::newRow(qPrintable(name)) << QString(root + QLatin1Char('/') + name);
    }

    void openMetricsSuite()
    {
        QFETCH(QString, folder);
        if (folder.isEmpty())
            QSKIP("the conformance data is not there");
        const QJsonObject verdict =
            QJsonDocument::fromJson(test::readFile(folder + QStringLiteral("/test.json"))).object();
        const std::string body = test::readFile(folder + QStringLiteral("/metrics")).toStdString();
        const auto findings = checkOpenMetrics(body);
        QVERIFY2(isConforming(findings) == verdict.value(QStringLiteral("shouldParse")).toBool(),
                 textOf(findings).constData());
    }

    void openMetrics_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("findings");
        row("all is well",
            "# TYPE a counter\n# UNIT a \n# HELP a \\\"x\\\"\na_total 1 1.5 # {b=\"c\"} 1\na_created 5 "
            "1.5\n# EOF\n",
            "");
        row("empty", "", "1:1 rejected eof\n");
        row("goes on after each error", "a b\nb 1\n c 1\nd{e=f} 1\ng 1\n# EOF\n",
            "1:2 rejected syntax\n3:1 rejected syntax\n4:5 rejected syntax\n");
        row("what is behind the end is one finding", "a 1\n# EOF\nb\n\nc\n", "3:1 rejected eof\n");
        row("no end", "a 1\n", "2:1 rejected eof\n");
        row("families interleaved", "# TYPE a gauge\na 1\nb 1\na 2\n# EOF\n", "4:1 wrong clashing-name\n");
        row("counter without suffix", "# TYPE a counter\na 1\na{b=\"c\"} 1\n# EOF\n",
            "2:1 wrong missing-suffix\n");
        row("info without suffix", "# TYPE a info\na 1\n# EOF\n", "2:1 wrong missing-suffix\n");
        row("counter without total", "# TYPE a counter\na_created 1\n# EOF\n", "2:1 wrong missing-total\n");
        row("created is no time", "# TYPE a counter\na_total 1\na_created NaN\n# EOF\n",
            "3:11 wrong created-not-a-time\n");
        row("count not whole", "# TYPE a summary\na_count 1.5\na_sum 1\n# EOF\n",
            "2:9 wrong count-not-integer\n");
        row("bucket not whole", "# TYPE a histogram\na_bucket{le=\"+Inf\"} 0.5\n# EOF\n",
            "2:21 wrong count-not-integer\n");
        row("two points of a histogram",
            "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1 1\na_bucket{le=\"1\"} 0 2\n# EOF\n",
            "3:1 wrong missing-inf-bucket\n");
        row("le on a sum",
            "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_sum{le=\"1\"} 1\na_count 1\n# EOF\n",
            "3:7 wrong reserved-label\n3:1 wrong missing-inf-bucket\n"
            "4:1 wrong interleaved-metrics\n4:1 wrong missing-inf-bucket\n4:1 wrong count-without-sum\n"
            "3:1 wrong count-without-sum\n");
        row("quantile on a count", "# TYPE a summary\na_count{quantile=\"1\"} 1\n# EOF\n",
            "2:9 wrong reserved-label\n");
        row("duplicate", "a 1\na 1\n# EOF\n", "2:1 wrong duplicate-sample\n");
        row("duplicate info",
            "# TYPE a info\na_info{b=\"1\"} 1\na_info{b=\"2\"} 1\na_info{b=\"1\"} 1\n# EOF\n",
            "4:1 wrong duplicate-sample\n");
        row("quoted name", "{\"a b\"} 1\na{\"b c\"=\"d\"} 1\n# EOF\n",
            "1:2 wrong quoted-name\n2:3 wrong quoted-name\n");
        row("quoted name in metadata", "# HELP \"a b\" x\n# EOF\n", "1:8 wrong quoted-name\n");
        row("comma in an exemplar", "# TYPE a counter\na_total 1 # {b=\"c\",} 1\n# EOF\n",
            "2:19 wrong trailing-comma\n");
        row("exemplar above its bucket",
            "# TYPE a histogram\na_bucket{le=\"1\"} 1 # {} 2\na_bucket{le=\"+Inf\"} 1 # {} 2\n# EOF\n",
            "2:20 wrong exemplar-outside-bucket\n");
        row("exemplar label twice", "# TYPE a counter\na_total 1 # {b=\"c\",b=\"d\"} 1\n# EOF\n",
            "2:20 wrong exemplar-duplicate-label\n");
        row("exemplar label twice, by a quoted name",
            "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1 # {b=\"c\",\"b\"=\"c\",b=\"\"} 1\n# EOF\n",
            "2:32 wrong exemplar-duplicate-label\n2:32 wrong quoted-name\n");
        row("label twice", "a{b=\"c\",b=\"d\"} 1\n# EOF\n", "1:1 rejected duplicate-label\n");
        row("label twice, empty once", "a{b=\"c\",b=\"\"} 1\n# EOF\n", "1:1 wrong duplicate-empty-label\n");
        row("escapes in help", "# HELP a x\"y\n# HELP b x\\\n# HELP c x\r\n# EOF\n",
            "1:11 advice unescaped-quote\n2:11 advice lone-backslash\n3:11 wrong carriage-return\n");
        row("reserved names", "_a 1\nb:c{_d=\"e\"} 1\nf{__d=\"e\"} 1\n# EOF\n",
            "1:1 wrong reserved-name\n2:1 advice reserved-name\n2:1 advice reserved-label-name\n"
            "3:1 wrong reserved-label-name\n");
        row("unit of a state set before its type", "# UNIT a_b b\n# TYPE a_b stateset\n# EOF\n",
            "1:1 wrong unit-not-allowed\n");
        row("a damaged line may have had what is missing",
            "# TYPE a histogram\na_bucket{le=\"1\"} 0\na_bucket{le=\"+Inf\"} x\na_count 1\n# EOF\n",
            "3:20 rejected syntax\n");
    }

    void openMetrics()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, findings);
        const auto got = checkOpenMetrics(body.toStdString());
        QByteArrayList expected = findings.split('\n');
        QByteArrayList lines = textOf(got).split('\n');
        std::sort(expected.begin(), expected.end());
        std::sort(lines.begin(), lines.end());
        QCOMPARE(lines.join('\n'), expected.join('\n'));
    }

    void prometheusText_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("findings");
        row("empty", "", "");
        row("all is well",
            "# HELP a x\n# TYPE a histogram\na_bucket{le=\"1\"} 1\na_bucket{le=\"+Inf\"} 2\na_sum 3\na_count "
            "2\n"
            "# TYPE s summary\ns{quantile=\"0.5\"} NaN\ns_sum 1\ns_count 1\n\nplain{b=\"c\",d=\"e\",} -1 5\n",
            "");
        row("no line feed at the end", "a 1", "1:4 wrong missing-final-newline\n");
        row("invalid escapes", "# HELP a x\\y \\\\ \\n\na{b=\"\\t\\n\\\"\"} 1\n",
            "1:11 wrong invalid-escape\n2:6 wrong invalid-escape\n");
        row("line feed in a value", "a{b=\"c\nd\"} 1\n", "1:7 wrong line-feed\n");
        row("goes on after each error", "a b\nb 1\nc{ 1\nd 1\n",
            "1:3 rejected syntax\n3:4 rejected syntax\n");
        row("repeated and late metadata",
            "# TYPE a gauge\n# TYPE a gauge\na 1\nb 1\n# HELP b x\n# TYPE b gauge\n",
            "2:1 wrong repeated-metadata\n6:1 wrong metadata-after-samples\n");
        row("names of metadata that are none",
            "# HELP http.requests x\n# HELP a-b x\n# HELP c{d x\n# HELP e\"f x\n# HELP g:h x\n# HELP \"i.j\" "
            "x\n"
            "# HELP k\n",
            "1:8 wrong metadata-name-invalid\n2:8 wrong metadata-name-invalid\n"
            "3:8 wrong metadata-name-invalid\n4:8 wrong metadata-name-invalid\n");
        row("reserved names are advice", "a{__b=\"c\"} 1\n", "1:1 advice reserved-label-name\n");
        row("scattered", "a 1\nb 1\na{c=\"d\"} 1\n", "3:1 wrong interleaved-families\n");
        row("no comma", "a{b=\"c\" d=\"e\"} 1\n", "1:9 wrong missing-comma\n");
        row("more commas missing than one", "a{b=\"c\" d=\"e\" f=\"g\"} 1\n", "1:9 wrong missing-comma\n");
        row("a histogram's bare name",
            "# TYPE a histogram\na 1\na_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n",
            "2:1 wrong missing-suffix\n");
        row("quote not closed", "a{b=\"c} 1\nd{e=\"f\"} 2\ng{h=\"i\"} x\n",
            "1:5 rejected syntax\n3:10 rejected syntax\n");
        row("no quote is closed", "a{b=\"c\nd{e=\"f\ng 1\n", "1:5 rejected syntax\n2:5 rejected syntax\n");
        row("line feed in a value of a line that is wrong elsewhere", "a{b=\"c\nd\"} x\n",
            "2:5 rejected syntax\n");
        row("label twice", "a{b=\"c\",b=\"d\"} 1\n", "1:1 rejected duplicate-label\n");
        row("label twice, empty once", "a{b=\"c\",b=\"\",c=\"\",c=\"\"} 1\n",
            "1:1 wrong duplicate-empty-label\n");
        row("series twice", "a{b=\"c\",d=\"e\"} 1\na{d=\"e\",b=\"c\"} 1\n", "2:1 wrong duplicate-sample\n");
        row("bad bounds", "# TYPE a histogram\na_bucket 1\na_bucket{le=\"x\"} 1\n# TYPE b summary\nb 1\n",
            "2:1 wrong missing-label\n3:10 wrong invalid-bound\n2:1 wrong missing-inf-bucket\n"
            "2:1 wrong missing-count-or-sum\n5:1 wrong missing-label\n");
        row("metrics of a histogram mixed",
            "# TYPE a histogram\na_bucket{b=\"1\",le=\"+Inf\"} 2\na_bucket{b=\"2\",le=\"+Inf\"} 3\n"
            "a_sum{b=\"1\"} 1\na_sum{b=\"2\"} 1\na_count{b=\"1\"} 2\na_count{b=\"2\"} 2\n",
            "3:1 wrong count-mismatch\n");
    }

    void prometheusText()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, findings);
        QByteArrayList expected = findings.split('\n');
        QByteArrayList lines = textOf(checkPrometheusText(body.toStdString())).split('\n');
        std::sort(expected.begin(), expected.end());
        std::sort(lines.begin(), lines.end());
        QCOMPARE(lines.join('\n'), expected.join('\n'));
    }

    void findingsAreLimited()
    {
        const std::string body = QByteArray("!\n").repeated(5000).toStdString();
        QCOMPARE(checkOpenMetrics(body, 7).size(), std::size_t{7});
        QCOMPARE(checkPrometheusText(body, 7).size(), std::size_t{7});
    }

    /// However much there is to advise, what is wrong behind it is found.
    void adviceIsNotCounted()
    {
        std::string body;
        for (int i = 0; i < 20; ++i)
            body += "a:" + std::to_string(i) + " 1\n";
        const auto findings = checkOpenMetrics(body + "_b 1\n# EOF\n", 7);
        QCOMPARE(findings.size(), std::size_t{8});
        QVERIFY(!isConforming(findings));
    }

    void whatPrometheusRejectsIsRejected()
    {
        const QString root = test::conformancePath(QStringLiteral("expositions"));
        if (root.isEmpty())
            QSKIP("the conformance data is not there");
        QVERIFY(compareVerdicts(root) > 100);
    }

    void corpusOfTheFuzzerAgrees()
    {
        QVERIFY(compareVerdicts(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/openmetricscheck")) >
                5);
    }
};

SIGHTGLASS_TEST(ExpositionCheckTest)

} // namespace

#include "expositionchecktest.moc"
