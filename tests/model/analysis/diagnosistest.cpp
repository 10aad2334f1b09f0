// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/diagnosis.h"

#include "parser/exposition/contentnegotiation.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <set>

namespace {

using namespace sightglass;

/// "wrong missing-type 1:1 a" for every finding of more than advice, or of a rule that is asked for.
QStringList described(const Diagnosis &diagnosis, const QString &onlyRule = {})
{
    QStringList lines;
    for (const PageFinding &finding : diagnosis.findings) {
        const QString rule = QString::fromStdString(std::string(finding.rule->id));
        if (onlyRule.isEmpty() ? finding.severity() == DiagnosticSeverity::Advice : rule != onlyRule)
            continue;
        lines += QStringLiteral("%1 %2 %3:%4 %5")
                     .arg(QString::fromStdString(std::string(severityName(finding.severity()))), rule)
                     .arg(finding.position.line)
                     .arg(finding.position.column)
                     .arg(QString::fromStdString(finding.metric))
                     .trimmed();
    }
    return lines;
}

ScrapeFacts factsOf(std::int64_t durationMs)
{
    ScrapeFacts facts;
    facts.durationMs = durationMs;
    facts.timeoutMs = 1000;
    return facts;
}

class DiagnosisTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void pages_data();
    void pages();
    void advice_data();
    void advice();
    void facts_data();
    void facts();
    void everyErrorHasItsRule_data();
    void everyErrorHasItsRule();
    void texts();
    void clock();
    void protobuf();
    void passedHistograms();
    void rules();
    void bounds();
    void lines();
    void cut_data();
    void cut();
    void stopped();
    void hostile();
    void speed();
};

void DiagnosisTest::pages_data()
{
    QTest::addColumn<bool>("openMetrics");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("expected");
    const auto text = [](const char *name, const char *body, const QStringList &expected) {
        QTest::newRow(name) << false << QByteArray(body) << expected;
    };
    const auto openMetrics = [](const char *name, const char *body, const QStringList &expected) {
        QTest::newRow(name) << true << QByteArray(body) << expected;
    };
    const auto list = [](std::initializer_list<const char *> lines) {
        QStringList result;
        for (const char *line : lines)
            result += QString::fromLatin1(line);
        return result;
    };
    const char *const gauge = "# HELP a x\n# TYPE a gauge\n";
    const auto gaugePage = [gauge](const char *samples) { return QByteArray(gauge) + samples; };

    text("nothing", "", {});
    text("good", "# HELP a x\n# TYPE a gauge\na{b=\"c\"} 1\n", {});
    text("every line that does not parse", "a b\n# TYPE c gauge\nc 1\nd{ 1\n",
         list({"rejected value-no-number 1:3 a", "rejected labels-open 4:4 d"}));
    text("crlf", "# TYPE a gauge\na 1\r\n", list({"rejected crlf 2:4 a"}));
    text("label twice", gaugePage("a{b=\"1\",b=\"2\"} 1\n"), list({"rejected invalid-series 3:9 a"}));
    text("no line feed at the end", gaugePage("a 1"), list({"wrong missing-final-newline 3:4 a"}));
    text("name of metadata that is none", QByteArray("# HELP http.requests x\n") + gaugePage("a 1\n"),
         list({"wrong metadata-name-invalid 1:8 http.requests"}));
    text("no type", "a 1\n", list({"wrong missing-type 1:1 a"}));
    text("indented", gaugePage("  a 1\n"), list({"wrong indented-name 3:1 a"}));
    text("no comma", gaugePage("a{b=\"1\" c=\"2\"} 1\n"), list({"wrong missing-comma 3:9 a"}));
    text("duplicate", gaugePage("a{b=\"1\",c=\"2\"} 1\na{b=\"1\",c=\"2\"} 2\n"),
         list({"wrong promlint-not-unique 4:1 a", "wrong duplicate-sample 4:1 a"}));
    text("duplicate in other order", gaugePage("a{b=\"1\",c=\"2\"} 1\na{c=\"2\",b=\"1\"} 2\n"),
         list({"wrong duplicate-reordered 4:1 a"}));
    text("duplicate by an empty label", gaugePage("a{c=\"2\"} 1\na{c=\"2\",b=\"\"} 2\n"),
         list({"wrong duplicate-reordered 4:1 a"}));
    text("reserved label", gaugePage("a{__b=\"1\"} 1\n"), list({"wrong reserved-label-name 3:3 a"}));
    text("collision with the target", gaugePage("a{b=\"1\",instance=\"2\"} 1\n"),
         list({"wrong label-collision 3:9"}));
    text("reserved metric", "# TYPE up gauge\nup 1\n", list({"wrong report-series 1:8 up"}));
    text("long value", gaugePage("a{b=\"" + QByteArray(201, 'x') + "\"} 1\n"),
         list({"wrong long-label-value 3:3 a"}));
    text("counter below zero", "# TYPE a_total counter\na_total -1\na_total{b=\"c\"} NaN\n",
         list({"wrong counter-negative 2:9 a_total", "wrong counter-nan 3:16 a_total"}));
    text("info", "# TYPE a_info gauge\na_info{b=\"c\"} 1\na_info{b=\"d\"} 2\n",
         list({"wrong info-value 3:15 a_info"}));
    text("timestamps", gaugePage("a 1 5\n"), list({"wrong timestamps 3:5"}));
    text("scattered", "# TYPE a gauge\na 1\n# TYPE b gauge\nb 1\na{c=\"d\"} 1\n",
         list({"wrong interleaved-families 5:1 a"}));
    text("no +Inf", "# TYPE h histogram\nh_bucket{le=\"1\"} 1\nh_count 1\nh_sum 1\n",
         list({"wrong missing-inf-bucket 2:1 h"}));
    text("missing may be on a damaged line",
         "# TYPE h histogram\nh_bucket{le=\"1\"} 1\nh_bucket{le=\"+Inf} 1\nh_count 1\nh_sum 1\n",
         list({"rejected label-value-open 3:13 h_bucket"}));
    text("count", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 1\nh_count 2\nh_sum 1\n",
         list({"wrong count-mismatch 3:9 h"}));
    text("not cumulative",
         "# TYPE h histogram\nh_bucket{le=\"1\"} 3\nh_bucket{le=\"+Inf\"} 2\nh_count 2\nh_sum 1\n",
         list({"wrong bucket-not-cumulative 3:21 h"}));
    text("order", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2\nh_bucket{le=\"1\"} 1\nh_count 2\nh_sum 1\n",
         list({"wrong bucket-order 3:10 h"}));
    text("no sum", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2\nh_count 2\n",
         list({"wrong missing-count-or-sum 2:1 h"}));
    text("bound", "# TYPE h histogram\nh_bucket{le=\"x\"} 1\nh_bucket{le=\"+Inf\"} 2\nh_count 2\nh_sum 1\n",
         list({"wrong invalid-bound 2:10 h"}));
    text("bucket sets",
         "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2\nh_count 2\nh_sum 1\nh_bucket{a=\"b\",le=\"1\"} "
         "0\nh_bucket{a=\"b\",le=\"+Inf\"} 2\nh_count{a=\"b\"} 2\nh_sum{a=\"b\"} 1\n",
         list({"wrong bucket-sets-differ 5:16 h"}));
    text("summary",
         "# TYPE s summary\ns{quantile=\"0.5\"} 3\ns{quantile=\"0.9\"} 2\ns{quantile=\"99\"} 4\n"
         "s_count 1\ns_sum 1\n",
         list({"wrong quantile-decreasing 3:19 s", "wrong quantile-range 4:3 s"}));
    QByteArray users("# TYPE a gauge\n");
    for (int i = 0; i < 12; ++i)
        users += "a{b=\"x\",user=\"u" + QByteArray::number(i) + "@example.org\"} 1\n";
    text("e-mail addresses", users, list({"wrong boundless-label 2:9 a"}));

    openMetrics("openmetrics", "# TYPE a counter\na_total 1\n# EOF\n", {});
    openMetrics("no end", "# TYPE a counter\na_total 1\n", list({"rejected eof 3:1"}));
    openMetrics("exemplar's label twice", "# TYPE a counter\na_total 1 # {a=\"b\",a=\"c\"} 1\n# EOF\n",
                list({"wrong exemplar-duplicate-label 2:20 a_total"}));
    openMetrics(
        "bucket's exemplar's label twice",
        "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 1 # {a=\"b\",a=\"c\"} 1\nh_count 1\nh_sum 1\n# EOF\n",
        list({"wrong exemplar-duplicate-label 2:32 h_bucket"}));
    openMetrics("label twice, empty once", "# TYPE a gauge\na{b=\"c\",b=\"\"} 1\n# EOF\n",
                list({"wrong duplicate-empty-label 2:1 a"}));
    openMetrics("no suffix", "# TYPE a counter\na 1\n# EOF\n", list({"wrong missing-suffix 2:1 a"}));
    openMetrics("points of one series", "# TYPE a gauge\na 1 1\na 2 2\n# EOF\n",
                list({"wrong timestamps 2:5"}));
    openMetrics("no sum is needed", "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 2\n# EOF\n", {});
    openMetrics("state", "# TYPE s stateset\ns{s=\"a\"} 2\n# EOF\n", list({"wrong stateset-value 2:10 s"}));
    openMetrics("hostile spans", "# TYPE a gauge\na{b=\"}\\\"c=\\\"\",instance=\"d\"} 1\n# EOF\n",
                list({"wrong label-collision 2:15"}));
}

void DiagnosisTest::pages()
{
    QFETCH(bool, openMetrics);
    QFETCH(QByteArray, body);
    QFETCH(QStringList, expected);
    const ExposedPage page =
        readPage({body.constData(), static_cast<std::size_t>(body.size())},
                 openMetrics ? ExpositionFormat::OpenMetricsText : ExpositionFormat::PrometheusText);
    const Diagnosis diagnosis = diagnose(page);
    QCOMPARE(described(diagnosis).join(u'\n'), expected.join(u'\n'));
    QCOMPARE(diagnosis.isHealthy(), expected.isEmpty());
}

void DiagnosisTest::advice_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *rule, const QByteArray &body, const char *place) {
        QTest::newRow(rule) << body << QString::fromLatin1(rule) << QString::fromLatin1(place);
    };
    row("name-needs-quotes", "{\"a.b\"} 1\n", "1:2 a.b");
    row("label-needs-quotes", "a{\"b.c\"=\"d\"} 1\n", "1:3 a");
    row("empty-label", "a{c=\"d\",b=\"\"} 1\n", "1:9 a");
    row("info-name", "# TYPE a gauge\na{b=\"c\",app_version=\"e\"} 1\n", "1:8 a");
    row("state-set", "# TYPE a gauge\na{state=\"c\"} 0\na{state=\"d\"} 1\na{state=\"e\"} 0\n", "2:3 a");
    row("boolean-gauge", "# TYPE a_up gauge\na_up{b=\"c\"} 0\na_up{b=\"d\"} 1\na_up{b=\"e\"} 0\n",
        "1:8 a_up");
    row("report-prefix", "# TYPE scrape_x gauge\nscrape_x 1\n", "1:8 scrape_x");
    row("promlint-help", "a 1\n", "1:1 a");
    row("promlint-camel-case-label", "a{aB=\"x\"} 1\n", "1:3 a");
    row("promlint-reserved-label", "# TYPE a gauge\na{b=\"1\",le=\"x\"} 1\n", "2:9 a");
    row("created-lines", "# TYPE a counter\na_total 1\na_created 1\n# EOF\n", "3:1");
    row("exemplars", "# TYPE a counter\na_total 1 # {b=\"c\"} 1\n# EOF\n", "0:0");
    row("eof-in-text", "a 1\n#EOF\n\n", "2:1");
    row("eof-inside", "a 1\n# EOF\nb 1\n", "2:1");
    row("missing-unit-line", "# TYPE a_seconds gauge\na_seconds 1\n# EOF\n", "1:8 a_seconds");
    QByteArray values("# TYPE a gauge\n");
    for (int i = 0; i < 1001; ++i)
        values += "a{b=\"c\",d=\"v" + QByteArray::number(i) + "\"} 1\n";
    row("many-series", values, "1:8 a");
    row("many-label-values", values, "2:9 a");
}

void DiagnosisTest::advice()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, rule);
    QFETCH(QString, place);
    const auto format =
        body.endsWith("# EOF\n") ? ExpositionFormat::OpenMetricsText : ExpositionFormat::PrometheusText;
    const ExposedPage page = readPage({body.constData(), static_cast<std::size_t>(body.size())}, format);
    QCOMPARE(described(diagnose(page), rule), QStringList{QStringLiteral("advice %1 %2").arg(rule, place)});
}

void DiagnosisTest::facts_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("durationMs");
    QTest::addColumn<QStringList>("expected");
    const auto list = [](const char *rule) { return QStringList{QString::fromLatin1(rule)}; };
    QTest::newRow("fast") << -1 << 800 << QStringList();
    QTest::newRow("slow") << -1 << 801 << list("wrong scrape-slow 0:0");
    QTest::newRow("status") << int(ErrorCode::HttpStatus) << 1 << list("rejected http-status 0:0");
    QTest::newRow("timeout") << int(ErrorCode::ScrapeTimedOut) << 1000 << list("rejected scrape-timeout 0:0");
    QTest::newRow("content type") << int(ErrorCode::UnsupportedContentType) << 1
                                  << list("rejected content-type-unsupported 0:0");
    QTest::newRow("nobody there") << int(ErrorCode::ConnectionRefused) << 1
                                  << list("rejected unreachable 0:0");
}

void DiagnosisTest::facts()
{
    QFETCH(int, code);
    QFETCH(int, durationMs);
    QFETCH(QStringList, expected);
    ScrapeFacts facts = factsOf(durationMs);
    if (code >= 0)
        facts.error = Error{static_cast<ErrorCode>(code), {"404"}, {}, {}};
    QCOMPARE(described(diagnose(readPage({}, ExpositionFormat::PrometheusText), facts)), expected);
}

/// All that fetchers, secrets, connections and the collector itself give as a scrape's error.
void DiagnosisTest::everyErrorHasItsRule_data()
{
    using enum ErrorCode;
    QTest::addColumn<QList<ErrorCode>>("codes");
    const auto row = [](const char *rule, const QList<ErrorCode> &codes) { QTest::newRow(rule) << codes; };
    row("unreachable", {ConnectionRefused, HostNotFound, NetworkFailed, ConnectionClosed});
    row("tls-failed", {TlsFailed, CertificateSelfSigned, CertificateUntrusted, CertificateExpired,
                       CertificateNotYetValid, CertificateRevoked, CertificateWrongHost});
    row("http-invalid", {HttpStartLineInvalid, HttpStartLineTooLong, HttpVersionUnsupported, HttpFieldInvalid,
                         HttpHeadTooLarge, HttpTooManyFields, HttpLengthInvalid, HttpCodingUnsupported,
                         HttpChunkInvalid, HttpTooManyInterimAnswers});
    row("scrape-timeout", {ScrapeTimedOut});
    row("http-status", {HttpStatus});
    row("redirect-refused", {TooManyRedirects, RedirectNotHttp, RedirectInsecure});
    row("content-type-missing", {ContentTypeMissing});
    row("content-type-unsupported", {UnsupportedContentType});
    row("body-too-large", {BodyTooLarge});
    row("compression-broken", {DecompressionFailed, DecompressionHeaderInvalid, DecompressionIncomplete});
    row("file-unreadable", {FileUnreadable});
    row("command-failed", {CommandFailed});
    row("url-unusable", {InvalidUrl});
    row("setting-refused", {ConfigValue, ConfigSyntax, Unsupported});
    row("scrape-limit", {SampleLimitExceeded, SeriesLimitExceeded});
    row("clock-set-back", {ClockSetBack});
    // What no scrape gives: no remedy is made up.
    row("scrape-failed", {QueryFailed, PromqlSyntax});
}

void DiagnosisTest::everyErrorHasItsRule()
{
    QFETCH(QList<ErrorCode>, codes);
    for (const ErrorCode code : codes) {
        ScrapeFacts facts;
        facts.error = Error{code, {"what"}, {}, {}};
        QCOMPARE(described(diagnose(readPage({}, ExpositionFormat::PrometheusText), facts)),
                 QStringList{QStringLiteral("rejected %1 0:0").arg(QLatin1String(QTest::currentDataTag()))});
    }
}

void DiagnosisTest::texts()
{
    const ExposedPage page = readPage("# TYPE h histogram\nh_bucket{le=\"1\"} 3\nh_bucket{le=\"+Inf\"} 2\n"
                                      "h_count 2\nh_sum 1\n",
                                      ExpositionFormat::PrometheusText);
    const Diagnosis diagnosis = diagnose(page);
    QCOMPARE(QString::fromStdString(findingText(diagnosis.findings.front())),
             QStringLiteral("bucket le=+Inf of h has 2, less than the 3 of the bucket below it"));
    QCOMPARE(diagnosis.figures.samples, std::size_t{4});
    // The error has Prometheus' words, the finding plain ones.
    ScrapeFacts facts;
    facts.error = contentTypeError("text/html; a=b", "text/html; a=***");
    QCOMPARE(QString::fromStdString(plainText(*facts.error)),
             QStringLiteral("received unsupported Content-Type \"text/html; a=***\" and no "
                            "fallback_scrape_protocol specified for target"));
    const auto told = [&facts] {
        return QString::fromStdString(
            findingText(diagnose(readPage({}, ExpositionFormat::PrometheusText), facts).findings.front()));
    };
    QCOMPARE(told(), QStringLiteral("not a metrics page: the answer has content type \"text/html; a=***\""));
    facts.error = contentTypeError({}, {});
    QCOMPARE(told(), QStringLiteral("not a metrics page: the answer has no Content-Type"));
    QCOMPARE(diagnosis.figures.families, std::size_t{1});
}

void DiagnosisTest::clock()
{
    ScrapeFacts facts;
    facts.nowMs = 10'000'000;
    const auto found = [&facts](const char *body, const char *rule) {
        return described(diagnose(readPage(body, ExpositionFormat::PrometheusText), facts),
                         QString::fromLatin1(rule));
    };
    QCOMPARE(found("a 1 9700000\n", "timestamp-old"), QStringList());
    QCOMPARE(found("a 1 9699999\n", "timestamp-old"),
             QStringList{QStringLiteral("wrong timestamp-old 1:5 a")});
    QCOMPARE(found("a 1 10600000\n", "timestamp-ahead"), QStringList());
    QCOMPARE(found("a 1 10600001\n", "timestamp-ahead"),
             QStringList{QStringLiteral("wrong timestamp-ahead 1:5 a")});
    QCOMPARE(found("a 1 9223372036854775807\n", "timestamp-ahead").size(), 1);
    // One family's samples may lie on both sides: the first of each is told.
    const char *const both =
        "a{b=\"1\"} 1 7000005\na{b=\"2\"} 1 7000006\na{b=\"3\"} 1 99000000\na{b=\"4\"} 1 99000000\n";
    QCOMPARE(found(both, "timestamp-old"), QStringList{QStringLiteral("wrong timestamp-old 1:12 a")});
    QCOMPARE(found(both, "timestamp-ahead"), QStringList{QStringLiteral("wrong timestamp-ahead 3:12 a")});
    // What Prometheus does not store at all is another finding.
    QCOMPARE(found("a 1 6400000\n", "timestamp-out-of-bounds"), QStringList());
    QCOMPARE(found("a 1 6399999\n", "timestamp-old"), QStringList());
    QCOMPARE(found("a 1 6399999\n", "timestamp-out-of-bounds"),
             QStringList{QStringLiteral("wrong timestamp-out-of-bounds 1:5 a")});
    // With a sign it refuses the page: of times that it never reads there is nothing to be said.
    for (const char *body : {"a 1 -5\n", "a 1 +5\n", "a{b=\"c\"} 1 \t-99\n"}) {
        QCOMPARE(found(body, "timestamp-invalid").size(), 1);
        for (const char *rule : {"timestamps", "timestamp-old", "timestamp-out-of-bounds", "timestamp-ahead"})
            QCOMPARE(found(body, rule), QStringList());
    }
}

void DiagnosisTest::cut_data()
{
    QTest::addColumn<PageReading>("reading");
    QTest::addColumn<QString>("place");
    PageReading none;
    QTest::newRow("none") << none << QString();
    PageReading samples;
    samples.samples = 2;
    QTest::newRow("samples") << samples << QStringLiteral("4:1");
    PageReading labels;
    labels.labels = 1;
    QTest::newRow("labels") << labels << QStringLiteral("3:1");
    PageReading families;
    families.families = 2;
    QTest::newRow("families") << families << QStringLiteral("6:1");
    PageReading text;
    text.textBytes = 30;
    QTest::newRow("text") << text << QStringLiteral("4:1");
}

void DiagnosisTest::cut()
{
    QFETCH(PageReading, reading);
    QFETCH(QString, place);
    const std::string body = "# TYPE a histogram\na_bucket{le=\"1\"} 1\na_bucket{le=\"2\"} 2\n"
                             "a_bucket{le=\"+Inf\"} 2\nb{c=\"d\"} 1\nc 1\n# EOF\n";
    for (const ExpositionFormat format :
         {ExpositionFormat::PrometheusText, ExpositionFormat::OpenMetricsText}) {
        const ExposedPage page = readPage(body, format, reading);
        QCOMPARE(page.cutAt.has_value(), !place.isEmpty());
        const Diagnosis diagnosis = diagnose(page);
        const auto expected =
            place.isEmpty() ? QStringList() : QStringList{QStringLiteral("wrong page-cut %1").arg(place)};
        QCOMPARE(described(diagnosis, QStringLiteral("page-cut")), expected);
        if (place.isEmpty())
            continue;
        // What is behind the cut is not missing, and has not gone since the scrape before.
        QCOMPARE(described(diagnosis, QStringLiteral("eof")), QStringList());
        QCOMPARE(described(diagnosis, QStringLiteral("missing-inf-bucket")), QStringList());
        QVERIFY(churnBetween(readPage(body, format), page).empty());
        QVERIFY(page.samples.size() < 5);
    }
}

void DiagnosisTest::stopped()
{
    std::stop_source stop;
    stop.request_stop();
    std::string body;
    for (int i = 0; i < 10; ++i)
        body += "a{b=\"" + std::to_string(i) + "\"} x\nc 1\nc 1\n";
    QVERIFY(readPage(body, ExpositionFormat::PrometheusText, {.stop = stop.get_token()}).samples.empty());
    const ExposedPage page = readPage(body, ExpositionFormat::PrometheusText);
    QVERIFY(!diagnose(page).findings.empty());
    DiagnosisOptions options;
    options.stop = stop.get_token();
    QVERIFY(diagnose(page, {}, options).findings.empty());
    QVERIFY(diagnose(page, page, {}, options).findings.empty());
}

/// A family of the binary format: name "a", then a gauge sample with the label b twice.
void DiagnosisTest::protobuf()
{
    const std::string label("\x0a\x06\x0a\x01"
                            "b\x12\x01"
                            "c",
                            8);
    const std::string metric = label + label + std::string("\x12\x09\x09\0\0\0\0\0\0\0\0", 11);
    std::string family("\x0a\x01"
                       "a\x18\x01\x22",
                       6);
    family += static_cast<char>(metric.size());
    family += metric;
    const std::string body = static_cast<char>(family.size()) + family + std::string("\x05\x0a", 2);
    const Diagnosis diagnosis = diagnose(readPage(body, ExpositionFormat::Protobuf));
    QStringList rules;
    for (const PageFinding &finding : diagnosis.findings)
        rules += QString::fromStdString(std::string(finding.rule->id));
    QVERIFY2(rules.contains(QStringLiteral("invalid-series")), qPrintable(rules.join(u' ')));
    QVERIFY2(rules.contains(QStringLiteral("syntax")), qPrintable(rules.join(u' ')));
    QVERIFY(rules.contains(QStringLiteral("promlint-help")));
    // There is no line to be shown: what it is about is named.
    const auto invalid =
        std::find_if(diagnosis.findings.begin(), diagnosis.findings.end(),
                     [](const PageFinding &finding) { return finding.rule->id == "invalid-series"; });
    QCOMPARE(invalid->metric, std::string("a"));
    QCOMPARE(invalid->series, std::string("a{b=\"c\",b=\"c\"}"));
}

/// A native histogram of one bucket that counts nine observations in all: only who reads it refuses it.
void DiagnosisTest::passedHistograms()
{
    const std::string page("\x10\x0a\x01h\x12\x01x\x18\x04\x22\x06\x3a\x04\x08\x09\x38\x01", 17);
    const auto severities = [&page](ExpositionOptions::NativeHistograms native) {
        PageReading reading;
        reading.options.nativeHistograms = native;
        const ExposedPage read = readPage(page, ExpositionFormat::Protobuf, reading);
        QStringList found{QString::number(read.samples.size())};
        for (const PageFinding &finding : diagnose(read).findings) {
            if (finding.rule->id.find("histogram") != std::string_view::npos)
                found += QString::fromUtf8(finding.rule->id.data(),
                                           static_cast<qsizetype>(finding.rule->id.size())) +
                         u' ' + QString::number(static_cast<int>(finding.severity())) + u' ' +
                         QString::fromStdString(finding.metric);
        }
        return found.join(u'|');
    };
    using Native = ExpositionOptions::NativeHistograms;
    QCOMPARE(severities(Native::Ignored),
             QStringLiteral("3|invalid-passed-histogram 1 h|native-histograms-passed 2 "));
    QCOMPARE(severities(Native::Read), QStringLiteral("1|invalid-histogram 0 h|native-histograms 2 "));
}

void DiagnosisTest::rules()
{
    std::set<std::string_view> ids;
    for (const FindingRule *rule : allFindingRules()) {
        QVERIFY2(ids.insert(rule->id).second, rule->id.data());
        QVERIFY2(!rule->message.empty() && !rule->consequence.empty() && !rule->remedy.empty(),
                 rule->id.data());
    }
    QVERIFY(ids.size() > 80);
}

void DiagnosisTest::bounds()
{
    std::string body;
    for (int i = 0; i < 5000; ++i)
        body += "x" + std::to_string(i) + " y\nz" + std::to_string(i) + " 1\n";
    const Diagnosis diagnosis = diagnose(readPage(body, ExpositionFormat::PrometheusText));
    QCOMPARE(diagnosis.count(DiagnosticSeverity::Rejected), std::size_t{5000});
    QVERIFY(diagnosis.findings.size() <= 100 * diagnosis.omitted.size() + 1000);
    QCOMPARE(diagnosis.omitted.front().count, std::size_t{4900});
    for (const PageFinding &finding : diagnosis.findings) {
        QVERIFY(finding.metric.size() <= 210);
        QVERIFY(finding.position.line > 0);
    }
}

void DiagnosisTest::lines()
{
    PageFinding finding;
    const std::string body = "first\nbefore \xc3\xa4 here behind\nlast\n";
    finding.span = {body.find("here"), body.find("here") + 4};
    finding.position = {2, 11};
    const FindingLine whole = lineOf(finding, body);
    QCOMPARE(whole.text, std::string_view("before \xc3\xa4 here behind"));
    QCOMPARE(whole.text.substr(whole.offset, whole.length), std::string_view("here"));
    const FindingLine cut = lineOf(finding, body, 2);
    QCOMPARE(cut.text, std::string_view(" he"));
    QVERIFY(cut.cutBefore && cut.cutBehind);
    finding.position = {};
    QVERIFY(lineOf(finding, body).text.empty());
}

/// Whatever the bytes are, in whatever format: places lie in the page, and the second reading says the same.
void DiagnosisTest::hostile()
{
    int pages = 0;
    for (const char *corpus : {"exposition", "openmetricscheck", "protobuf", "writer"}) {
        const QDir folder(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/") + QLatin1String(corpus));
        for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
            const std::string body = sightglass::test::readFile(file.filePath()).toStdString();
            for (const auto format : {ExpositionFormat::PrometheusText, ExpositionFormat::OpenMetricsText,
                                      ExpositionFormat::Protobuf}) {
                const ExposedPage page = readPage(body, format);
                const Diagnosis diagnosis = diagnose(page, page);
                ++pages;
                for (const PageFinding &finding : diagnosis.findings) {
                    QVERIFY(finding.span.begin <= body.size());
                    const FindingLine line = lineOf(finding, body);
                    QVERIFY(line.offset + line.length <= line.text.size());
                    QVERIFY(finding.rule->id != "counter-decreased" && finding.rule->id != "churn");
                }
                const ExposedPage again = readPage(body, format);
                QCOMPARE(described(diagnose(again)), described(diagnose(page)));
            }
        }
    }
    QVERIFY(pages > 30);
}

void DiagnosisTest::speed()
{
    std::string body = "# HELP a x\n# TYPE a counter\n";
    for (int i = 0; i < 50'000; ++i) {
        body += "a{method=\"GET\",path=\"/api/v1/" + std::to_string(i % 5000) + "\",status=\"" +
                std::to_string(200 + i / 5000) + "\",pod=\"pod-x\"} " + std::to_string(i) + "\n";
    }
    std::string errors;
    for (int i = 0; i < 100'000; ++i)
        errors += "fooCounter_ms_" + std::to_string(i) + "{l" + std::to_string(i) + "=\"\"} x\n";
    QElapsedTimer timer;
    timer.start();
    const Diagnosis refused = diagnose(readPage(errors, ExpositionFormat::PrometheusText));
    qInfo("100,000 lines of errors: %lld ms", static_cast<long long>(timer.restart()));
    QVERIFY(refused.count(DiagnosticSeverity::Rejected) >= 10'000);
    const Diagnosis diagnosis = diagnose(readPage(body, ExpositionFormat::PrometheusText));
    const qint64 took = timer.elapsed();
    qInfo("50,000 samples, %zu bytes: %lld ms", body.size(), static_cast<long long>(took));
    QCOMPARE(diagnosis.figures.samples, std::size_t{50'000});
    // A sanitizer on a loaded machine is slow; quadratic work would be minutes.
    QVERIFY(took < 20'000);
}

SIGHTGLASS_TEST(DiagnosisTest)

} // namespace

#include "diagnosistest.moc"
