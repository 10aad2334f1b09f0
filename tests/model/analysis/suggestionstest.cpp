// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/diagnosis.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;

Diagnosis diagnosisOf(const QByteArray &body)
{
    const bool isOpenMetrics = body.contains("# EOF") || body.contains("#EOF");
    return diagnose(
        readPage({body.constData(), static_cast<std::size_t>(body.size())},
                 isOpenMetrics ? ExpositionFormat::OpenMetricsText : ExpositionFormat::PrometheusText));
}

/// "line:column text" of the findings of a rule.
QStringList found(const Diagnosis &diagnosis, const char *rule)
{
    QStringList lines;
    for (const PageFinding &finding : diagnosis.findings) {
        if (finding.rule->id == rule)
            lines += QStringLiteral("%1:%2 %3")
                         .arg(finding.position.line)
                         .arg(finding.position.column)
                         .arg(QString::fromStdString(findingText(finding)));
    }
    return lines;
}

/// What the doctor advises fits what is there.
class SuggestionsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void stateSets_data();
    void stateSets();
    void booleans_data();
    void booleans();
    void bucketSets_data();
    void bucketSets();
    void unitLines_data();
    void unitLines();
    void histogramsBareName();
    void countsAreNoInfoMetrics();
    void labelsThatSaveNothing();
    void reservedNames();
    void encodings_data();
    void encodings();
};

void SuggestionsTest::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *rule, const QByteArray &body, const char *place) {
        QTest::addRow("%s: %s", rule, body.simplified().left(40).constData())
            << body << QStringLiteral("%1 %2").arg(QLatin1String(place), QLatin1String(rule));
    };
    // The body as a whole: one finding, however many lines there are.
    row("body-html", "<!DOCTYPE html>\n<html>\n<body>404</body>\n</html>\n", "1:1");
    row("body-html", "\n<?xml version=\"1.0\"?>\n<a/>\n", "0:0");
    row("body-json", "{\n  \"status\": \"ok\",\n  \"a\": 1\n}\n", "1:1");
    row("body-json", "[1, 2]\n", "1:1");
    row("body-utf16",
        QByteArray("\xff\xfe"
                   "a\0 \0"
                   "1\0\n\0",
                   10),
        "1:1");
    row("body-packed", QByteArray("\x1f\x8b\x08\0\0", 5), "1:1");
    row("byte-order-mark", "\xef\xbb\xbf# TYPE a gauge\na 1\n", "1:1");
    row("crlf", "# TYPE a gauge\r\na 1\r\nb 1\r\n", "1:15");
    row("crlf", "# TYPE a gauge\r\na 1\r\n# EOF\r\n", "1:15");
    row("crlf", "a{b=\"c\"} 1 5\r\n", "1:13");
    // The end.
    row("eof-spelling", "a 1\n# EOF \n", "2:6");
    row("eof-spelling", "a 1\n# eof\n# EOF\n", "2:1");
    row("eof-spelling", "a 1\n#EOF\n", "2:1");
    row("data-after-eof", "a 1\n# EOF\nb 1\n", "3:1");
    row("line-cut-off", "a 1\nb{c=\"d", "2:5");
    row("line-cut-off", "a 1\nb", "2:2");
    row("openmetrics-comment", "a 1\n\n# EOF\n", "2:1");
    row("openmetrics-comment", "# remark\na 1\n# EOF\n", "1:1");
    row("openmetrics-blanks", "a  1\n# EOF\n", "1:2");
    row("openmetrics-blanks", " a 1\n# EOF\n", "1:1");
    row("openmetrics-blanks", "a 1 \n# EOF\n", "1:5");
    row("openmetrics-blanks", "a{b=\"c\", d=\"e\"} 1\n# EOF\n", "1:9");
    row("openmetrics-blanks", "a{b=\"c\" } 1\n# EOF\n", "1:8");
    row("openmetrics-blanks", "a{b=\"c\"}1\n# EOF\n", "1:9");
    // Labels.
    row("single-quotes", "a{b='c'} 1\n", "1:5");
    row("typographic-quotes",
        "a{b=\xe2\x80\x9c"
        "c\xe2\x80\x9d} 1\n",
        "1:5");
    row("label-value-unquoted", "a{b=c} 1\n", "1:5");
    row("label-value-unquoted", "a{b=1} 1\n", "1:5");
    row("label-value-open", "a{b=\"c} 1\n\n", "1:5");
    row("label-value-open", "a{b=\"c} 1\nd{e=\"f\"} 1\n", "1:5");
    row("label-value-open", "a{b=\"c} 1\n# EOF\n", "1:5");
    row("label-without-value", "a{b} 1\n", "1:4");
    row("label-without-value", "a{b=} 1\n", "1:5");
    row("label-without-value", "a{b:\"c\"} 1\n", "1:4");
    row("label-name-invalid", "a{b-c=\"d\"} 1\n", "1:4");
    row("label-name-invalid", "a{1b=\"d\"} 1\n", "1:3");
    row("label-comma", "a{,b=\"c\"} 1\n# EOF\n", "1:3");
    row("label-comma", "a{b=\"c\";d=\"e\"} 1\n", "1:8");
    row("label-comma", "a{b=\"c\" d=\"e\"} 1\n# EOF\n", "1:8");
    row("labels-open", "a{b=\"c\" 1\n", "1:9");
    row("labels-open", "a{b=\"c\" 1\n# EOF\n", "1:8");
    // Names.
    row("metric-name-invalid", "my-metric 1\n", "1:3");
    row("metric-name-invalid", "my.metric{a=\"b\"} 1\n", "1:3");
    row("metric-name-invalid", "my-metric 1\n# EOF\n", "1:3");
    row("metric-name-invalid", "9a 1\n", "1:1");
    row("metric-name-invalid", "# TYPE my-metric gauge\n", "1:10");
    row("metric-name-missing", "{a=\"b\"} 1\n", "1:9");
    // Values.
    row("value-missing", "a\n", "1:2");
    row("value-missing", "a{b=\"c\"}\n", "1:9");
    row("value-separators", "a 1,5\n", "1:3");
    row("value-separators", "a 1_000\n", "1:3");
    row("value-separators", "a 1,5\n# EOF\n", "1:2");
    row("value-unit", "a 250ms\n", "1:3");
    row("value-unit", "a 12%\n", "1:3");
    row("value-boolean", "a True\n", "1:3");
    row("value-none", "a null\n", "1:3");
    row("value-none", "a N/A\n", "1:3");
    row("value-quoted", "a \"1\"\n", "1:3");
    row("value-range", "a 1e999\n", "1:3");
    row("value-no-number", "a ready\n", "1:3");
    // Behind the value.
    row("timestamp-invalid", "a 1 -5\n", "1:5");
    row("timestamp-invalid", "a 1 1.5\n", "1:6");
    row("timestamp-invalid", "a 1 2026-11-21T21:00:00Z\n", "1:9");
    row("timestamp-invalid", "a 1 99999999999999999999\n", "1:5");
    row("timestamp-invalid", "a 1 x\n# EOF\n", "1:4");
    row("timestamp-invalid", "a 1 NaN\n# EOF\n", "1:4");
    row("exemplar-in-text", "a_total 1 # {b=\"c\"} 1\n", "1:11");
    row("exemplar-invalid", "a_total 1 # {b=\"c\"} x\n# EOF\n", "1:20");
    row("text-behind-value", "a 1 x\n", "1:5");
    row("text-behind-value", "a 1 5 6\n", "1:7");
    // Metadata.
    row("type-case", "# TYPE a Counter\na 1\n", "1:9");
    row("type-case", "# TYPE a UNTYPED\na 1\n", "1:9");
    row("type-case", "# TYPE a Info\na_info 1\n# EOF\n", "1:9");
    row("type-invalid", "# TYPE a Info\na 1\n", "1:9");
    row("type-invalid", "# TYPE a Gauge_Histogram\na 1\n", "1:9");
    row("type-invalid", "# TYPE a info\na 1\n", "1:9");
    row("type-invalid", "# TYPE a untyped\na 1\n# EOF\n", "1:9");
    row("unit-suffix", "# TYPE a gauge\n# UNIT a bytes\na 1\n# EOF\n", "2:9");
    row("metadata-incomplete", "# TYPE a\n", "1:9");
    row("utf8-invalid", "a{b=\"\xff\"} 1\n", "1:5");
    row("utf8-invalid", "# HELP a \xff\n", "1:9");
}

/// One finding of what Prometheus refuses, by the rule whose remedy fits.
void SuggestionsTest::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, place);
    QStringList rules;
    const Diagnosis diagnosis = diagnosisOf(body);
    // A TYPE line that is refused is one.
    QVERIFY(!place.contains(QLatin1String(" type-")) || found(diagnosis, "missing-type").isEmpty());
    for (const PageFinding &finding : diagnosis.findings) {
        if (finding.severity() == DiagnosticSeverity::Rejected)
            rules += QStringLiteral("%1:%2 %3")
                         .arg(finding.position.line)
                         .arg(finding.position.column)
                         .arg(QString::fromStdString(std::string(finding.rule->id)));
    }
    QCOMPARE(rules, QStringList{place});
}

void SuggestionsTest::stateSets_data()
{
    QTest::addColumn<QByteArray>("samples");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &samples, const QStringList &expected = {}) {
        QTest::newRow(name) << samples << expected;
    };
    row("one per device", "a_up{device=\"x\"} 0\na_up{device=\"y\"} 1\na_up{device=\"z\"} 0\n");
    row("state", "a_up{state=\"x\"} 0\na_up{state=\"y\"} 1\n",
        {QStringLiteral("2:6 of the 2 states that label state of a_up names one is 1, the others are 0: a "
                        "state set")});
    row("named as the metric's end", "a_up{up=\"x\"} 0\na_up{up=\"y\"} 1\na_up{up=\"z\"} 0\n",
        {QStringLiteral("2:6 of the 3 states that label up of a_up names one is 1, the others are 0: a "
                        "state set")});
    row("one of each unit",
        "a_up{u=\"1\",state=\"x\"} 0\na_up{u=\"1\",state=\"y\"} 1\na_up{u=\"2\",state=\"x\"} 1\n"
        "a_up{u=\"2\",state=\"y\"} 0\n",
        {QStringLiteral("2:12 of the 2 states that label state of a_up names one is 1, the others are 0: a "
                        "state set")});
    row("two are 1", "a_up{state=\"x\"} 1\na_up{state=\"y\"} 1\n");
    row("none is 1 of a unit", "a_up{u=\"1\",state=\"x\"} 0\na_up{u=\"1\",state=\"y\"} 1\n"
                               "a_up{u=\"2\",state=\"x\"} 0\na_up{u=\"2\",state=\"y\"} 0\n");
    row("one state only", "a_up{state=\"x\"} 1\n");
    row("no boolean", "a_up{state=\"x\"} 1\na_up{state=\"y\"} 0\na_up{state=\"z\"} 2\n");
}

void SuggestionsTest::stateSets()
{
    QFETCH(QByteArray, samples);
    QFETCH(QStringList, expected);
    const Diagnosis diagnosis = diagnosisOf("# TYPE a_up gauge\n" + samples);
    QCOMPARE(found(diagnosis, "state-set"), expected);
    // Never both.
    QVERIFY(expected.isEmpty() || found(diagnosis, "boolean-gauge").isEmpty());
}

void SuggestionsTest::booleans_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("is");
    const auto row = [](const QByteArray &body, bool is) {
        QTest::newRow(body.constData())
            << QByteArray("# TYPE " + body.left(body.indexOf(' ')) + " gauge\n" + body + "\n") << is;
    };
    row("node_network_up 1", true);
    row("disk_readonly 0", true);
    row("x_is_leader_node 0", true);
    row("reload_successful 1", true);
    row("node_network_up 2", false);
    row("node_network_up NaN", false);
    row("queue_length 1", false);
    row("blocks_loaded 0", false);
    row("nodes_ready 1", false);
    row("prometheus_ready 1", true);
    row("process_up 1", true);
    row("redis_up 1", true);
    row("a_info 1", false);
    row("startup_phase 1", false);
}

void SuggestionsTest::booleans()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, is);
    QCOMPARE(found(diagnosisOf(body), "boolean-gauge").size(), is ? 1 : 0);
    QVERIFY(found(diagnosisOf(QByteArray(body).replace("gauge", "counter")), "boolean-gauge").isEmpty());
}

void SuggestionsTest::bucketSets_data()
{
    QTest::addColumn<QList<QByteArray>>("bounds");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QList<QByteArray> &bounds, const QStringList &expected) {
        QTest::newRow(name) << bounds << expected;
    };
    const QString text =
        QStringLiteral("%1 the series of histogram h do not have the same buckets: the first "
                       "one alone has {%2}, this one {%3}");
    const auto says = [&text](const char *place, const char *first, const char *here) {
        return QStringList{text.arg(QLatin1String(place), QString::fromUtf8(first), QString::fromUtf8(here))};
    };
    row("the same", {"1 2 +Inf", "1 2 +Inf"}, {});
    row("in another order", {"1 2 +Inf", "2 1 +Inf"}, {});
    row("as many, but others", {"1 2 +Inf", "1 3 +Inf"}, says("8:21", "2.0", "3.0"));
    row("fewer", {"1 2 +Inf", "+Inf"}, says("7:1", "1.0 2.0", ""));
    row("more", {"+Inf", "5 +Inf"}, says("5:21", "", "5.0"));
    row("very many", {"1 2 3 4 5 6 7 8 9 +Inf", "+Inf"},
        says("14:1", "1.0 2.0 3.0 4.0 5.0 6.0 7.0 8.0 \xe2\x80\xa6", ""));
    row("spelt otherwise", {"1 +Inf", "1.0 Inf"}, {});
}

void SuggestionsTest::bucketSets()
{
    QFETCH(QList<QByteArray>, bounds);
    QFETCH(QStringList, expected);
    QByteArray body = "# TYPE h histogram\n";
    for (int i = 0; i < bounds.size(); ++i) {
        const QByteArray series = "{series=\"" + QByteArray::number(i) + "\"";
        for (const QByteArray &bound : bounds[i].split(' '))
            body += "h_bucket" + series + ",le=\"" + bound + "\"} 1\n";
        body += "h_sum" + series + "} 1\nh_count" + series + "} 1\n";
    }
    QCOMPARE(found(diagnosisOf(body), "bucket-sets-differ"), expected);
}

void SuggestionsTest::unitLines_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("missing");
    const auto row = [](const char *name, const char *body, int missing) {
        QTest::newRow(name) << QByteArray(body) << missing;
    };
    row("not there", "# TYPE a_bytes gauge\na_bytes 1\n# EOF\n", 1);
    row("there", "# TYPE a_bytes gauge\n# UNIT a_bytes bytes\na_bytes 1\n# EOF\n", 0);
    row("there, but not readable", "# TYPE a_bytes gauge\n# UNIT a_bytes Bytes\na_bytes 1\n# EOF\n", 0);
    row("of the sample's name",
        "# TYPE a_bytes counter\n# UNIT a_bytes_total bytes\na_bytes_total 1\n# EOF\n", 0);
}

void SuggestionsTest::unitLines()
{
    QFETCH(QByteArray, body);
    QFETCH(int, missing);
    QCOMPARE(found(diagnosisOf(body), "missing-unit-line").size(), missing);
}

void SuggestionsTest::histogramsBareName()
{
    const Diagnosis diagnosis = diagnosisOf("# HELP h x\n# TYPE h histogram\nh{a=\"b\"} 3\n"
                                            "h_bucket{le=\"+Inf\"} 3\nh_sum 3\nh_count 3\n");
    QCOMPARE(found(diagnosis, "missing-suffix"),
             QStringList{QStringLiteral("3:1 histogram h must have samples h_bucket, h_sum and h_count")});
    QCOMPARE(diagnosis.count(DiagnosticSeverity::Wrong), std::size_t{1});
}

/// A number that happens to be 1.
void SuggestionsTest::countsAreNoInfoMetrics()
{
    const QByteArray page =
        "# TYPE discovered_targets gauge\ndiscovered_targets{config=\"x\",name=\"scrape\"} 1\n"
        "# TYPE app_build gauge\napp_build{commit=\"x\",os=\"linux\"} 1\n";
    QCOMPARE(found(diagnosisOf(page), "info-name"),
             QStringList{
                 QStringLiteral("3:8 app_build is 1 and its labels tell what something is: an info metric")});
}

void SuggestionsTest::labelsThatSaveNothing()
{
    QByteArray twins("# TYPE a gauge\n");
    QByteArray coarse("# TYPE a gauge\n");
    QByteArray apart("# TYPE a gauge\n");
    for (int i = 0; i < 300; ++i) {
        const QByteArray number = QByteArray::number(i);
        twins += "a{host=\"h" + number + "\",address=\"x" + number + "\"} 1\n";
        coarse += "a{host=\"h" + number + "\",rack=\"r" + QByteArray::number(i / 2) + "\"} 1\n";
        // Neither follows from the other, and no series are alike without one of them.
        apart += "a{b=\"" + QByteArray::number(i % 150) + "\",c=\"" + QByteArray::number(i / 150) +
                 "\",d=\"" + QByteArray::number((i * 7) % 200) + "\"} 1\n";
    }
    const Diagnosis both = diagnosisOf(twins);
    QVERIFY(found(both, "many-label-values").isEmpty());
    QCOMPARE(found(both, "redundant-label").size(), 1);
    QVERIFY(found(both, "redundant-label").front().endsWith(QLatin1String("300 series, without both 1")));
    const Diagnosis racks = diagnosisOf(coarse);
    QCOMPARE(found(racks, "many-label-values").size(), 1);
    QVERIFY(found(racks, "many-label-values").front().contains(QLatin1String("label host")));
    QCOMPARE(found(racks, "redundant-label").size(), 1);
    QVERIFY(found(racks, "redundant-label").front().contains(QLatin1String("label rack")));
    QVERIFY(found(diagnosisOf(apart), "redundant-label").isEmpty());
    QVERIFY(!found(diagnosisOf(apart), "many-label-values").join(u' ').contains(QLatin1String("label d of")));
}

void SuggestionsTest::reservedNames()
{
    const Diagnosis diagnosis = diagnosisOf("up 1\nscrape_samples_scraped 1\nALERTS 1\nscrape_other 1\n"
                                            "upper 1\nmy_scrape_x 1\n");
    QCOMPARE(found(diagnosis, "report-series").size(), 2);
    QCOMPARE(found(diagnosis, "alerts-series").size(), 1);
    QCOMPARE(found(diagnosis, "report-prefix").size(), 1);
}

void SuggestionsTest::encodings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<bool>("used");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *body, const char *encoding, bool used,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(encoding) << used
                            << QString::fromLatin1(expected);
    };
    row("none", "a 1\n", "", false, "");
    row("identity", "a 1\n", "identity", false, "");
    row("gzip", "a 1\n", "gzip", true, "");
    row("brotli", "\x8b\x01\x80 x\n{}\n", "br", false, "rejected content-encoding-unsupported");
    row("in capitals", "\x1f\x8b\x08 x\n", "GZIP", false, "rejected content-encoding-unsupported");
    row("said only", "a 1\n", "br", false, "wrong content-encoding-false");
    row("said of nothing", "", "br", false, "");
}

/// How the body is packed is said once, not once per line of it.
void SuggestionsTest::encodings()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, encoding);
    QFETCH(bool, used);
    QFETCH(QString, expected);
    ScrapeFacts facts;
    facts.contentEncoding = encoding.toStdString();
    facts.compression = used ? BodyCompression::Used : BodyCompression::Refused;
    const Diagnosis diagnosis = diagnose(
        readPage({body.constData(), static_cast<std::size_t>(body.size())}, ExpositionFormat::PrometheusText),
        facts);
    QStringList said;
    for (const PageFinding &finding : diagnosis.findings) {
        if (finding.severity() == DiagnosticSeverity::Rejected || finding.rule->id.starts_with("content-"))
            said += QString::fromStdString(std::string(severityName(finding.severity())) + ' ' +
                                           std::string(finding.rule->id));
    }
    QCOMPARE(said.join(u' '), expected);
}

SIGHTGLASS_TEST(SuggestionsTest)

} // namespace

#include "suggestionstest.moc"
