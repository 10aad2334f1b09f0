// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/expositionreading.h"
#include "parser/exposition/expositioncheck.h"
#include "parser/exposition/expositionparser.h"
#include "parser/exposition/seriesvalidation.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <random>
#include <set>

namespace {

using namespace sightglass;

struct Outcome
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;
};

Outcome parse(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("LANGUAGE"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(SIGHTGLASS_BIN_DIR "/sightglass"),
                  QStringList{QStringLiteral("parse")} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(30'000)) {
        process.kill();
        process.waitForFinished(3000);
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// What was said of a page in this process.
struct Reading
{
    bool isTaken = false;
    int rejections = 0;
    QByteArray json;
    QByteArray said;
};

Reading readHere(const std::string &body, ExpositionFormat format, bool strict)
{
    Reading result;
    const auto json = [&result](std::string_view lines) {
        result.json.append(lines.data(), static_cast<qsizetype>(lines.size()));
    };
    const auto tell = [&result](const ReadingDiagnostic &each) {
        result.said += QByteArray::number(each.position.line) + ": " + each.text.toUtf8() + '\n';
        if (each.severity == ReadingDiagnostic::Severity::Rejected)
            ++result.rejections;
    };
    result.isTaken = readExposition(body, {format, {}, strict}, {json, tell});
    return result;
}

/// What Prometheus says, found without what is tested.
bool prometheusTakes(const std::string &body, ExpositionFormat format)
{
    if (body.empty())
        return true;
    const auto parser = createExpositionParser(format, body);
    std::vector<Label> labels;
    while (true) {
        const auto entry = parser->next();
        if (!entry)
            return false;
        if (*entry == ExpositionParser::Entry::End)
            return true;
        if (*entry != ExpositionParser::Entry::Sample)
            continue;
        parser->decodeLabels(labels);
        if (!validatedLabels(labels))
            return false;
    }
}

/// A few lines twice, swapped or gone, a few bytes changed, a few labels said again.
std::string mutated(std::string body, std::mt19937 &random)
{
    const auto below = [&random](std::size_t bound) { return random() % bound; };
    static constexpr std::array<std::string_view, 18> pieces = {"a=\"b\",a=\"c\",",
                                                                "x=\"\",x=\"1\",",
                                                                " # {t=\"1\",t=\"2\"} 1",
                                                                "\"a b\"",
                                                                "-",
                                                                "NaN",
                                                                "+Inf",
                                                                "{",
                                                                "}",
                                                                "\"",
                                                                ",",
                                                                "\n",
                                                                " ",
                                                                "_",
                                                                "\\",
                                                                "# EOF\n",
                                                                "# TYPE a counter\n",
                                                                "1.5"};
    for (std::size_t i = 1 + below(3); i-- > 0 && !body.empty();) {
        const std::size_t at = below(body.size());
        const std::size_t lineBegin = body.rfind('\n', at == 0 ? 0 : at - 1) + 1;
        const std::size_t lineEnd = std::min(body.find('\n', lineBegin), body.size() - 1) + 1;
        const std::string line =
            lineBegin < lineEnd ? body.substr(lineBegin, lineEnd - lineBegin) : std::string();
        switch (below(5)) {
        case 0:
            body.insert(lineEnd, line);
            break;
        case 1:
            body.erase(lineBegin, line.size());
            break;
        case 2:
            if (const std::size_t brace = body.find('{', at); brace != std::string::npos)
                body.insert(brace + 1, pieces[below(2)]);
            break;
        case 3:
            body.erase(at, 1 + below(3));
            break;
        default:
            body.insert(at, pieces[below(pieces.size())]);
            break;
        }
    }
    return body;
}

/// `sightglass parse`, the real program.
class ParseCommandTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("out");
        QTest::addColumn<QByteArray>("err");
        const auto row = [](const char *name, const char *options, const char *input, int exitCode,
                            const char *out, const char *err) {
            QTest::newRow(name) << QString::fromLatin1(options) << QByteArray(input) << exitCode
                                << QByteArray(out) << QByteArray(err);
        };
        row("text", "", "# HELP a x\n# TYPE a gauge\na{b=\"c\"} NaN 5\n", 0,
            "{\"family\":\"a\",\"type\":\"gauge\",\"help\":\"x\"}\n"
            "{\"name\":\"a\",\"labels\":{\"b\":\"c\"},\"value\":\"NaN\",\"timestampMs\":5}\n",
            "");
        row("openmetrics is told by its end", "", "# TYPE a counter\na_total 1 # {b=\"c\"} 2\n# EOF\n", 0,
            "{\"family\":\"a\",\"type\":\"counter\"}\n"
            "{\"name\":\"a_total\",\"labels\":{},\"value\":\"1\",\"exemplars\":[{\"labels\":{\"b\":\"c\"},"
            "\"value\":\"2\"}]}\n",
            "");
        row("an end inside", "", "a 1\n# EOF\nb 1\n", 0,
            "{\"name\":\"a\",\"labels\":{},\"value\":\"1\"}\n{\"name\":\"b\",\"labels\":{},\"value\":\"1\"}"
            "\n",
            "-:2:1: read as the text format, because # EOF is not the last line; --format openmetrics reads "
            "it as "
            "OpenMetrics\n");
        row("nothing", "", "", 0, "", "");
        row("nothing, strictly openmetrics", "--format openmetrics --strict", "", 1, "",
            "-:1:1: data does not end with # EOF [eof]\n");
        row("every error", "", "a b\nb 1\nc{x=\"1\",x=\"2\"} 1\n", 1,
            "{\"name\":\"b\",\"labels\":{},\"value\":\"1\"}\n"
            "{\"name\":\"c\",\"labels\":{\"x\":\"1\"},\"duplicateLabels\":[[\"x\",\"2\"]],\"value\":\"1\"}\n",
            "-:1:3: strconv.ParseFloat: parsing \"b\": invalid syntax while parsing: \"a b\"\n"
            "-:3:1: label name \"x\" is not unique: invalid sample\n");
        row("lenient", "", "# TYPE a counter\na 1\n# EOF\n", 0,
            "{\"family\":\"a\",\"type\":\"counter\"}\n{\"name\":\"a\",\"labels\":{},\"value\":\"1\"}\n", "");
        row("strict", "--strict", "# TYPE a counter\na 1\n# EOF\n", 1,
            "{\"family\":\"a\",\"type\":\"counter\"}\n{\"name\":\"a\",\"labels\":{},\"value\":\"1\"}\n",
            "-:2:1: counter a must have samples a_total [missing-suffix]\n");
        row("a timestamp with a sign, to Prometheus", "", "a 1 -5\n", 1, "",
            "-:1:5: expected timestamp or new record, got \"-\" (\"INVALID\") while parsing: \"a 1 -\"\n");
        row("a timestamp with a sign, as specified", "--strict",
            "a 1 -5\nb 1 +5\n#  TYPE  c \t gauge \nc 1\n", 0,
            "{\"name\":\"a\",\"labels\":{},\"value\":\"1\",\"timestampMs\":-5}\n"
            "{\"name\":\"b\",\"labels\":{},\"value\":\"1\",\"timestampMs\":5}\n"
            "{\"family\":\"c\",\"type\":\"gauge\"}\n{\"name\":\"c\",\"labels\":{},\"value\":\"1\"}\n",
            "");
        row("a sign alone", "--strict", "a 1 -\n", 1, "",
            "-:1:5: expected timestamp or new record, got \"-\" (\"INVALID\") while parsing: \"a 1 -\"\n");
        const char *const twice =
            "{\"family\":\"a\",\"type\":\"counter\"}\n"
            "{\"name\":\"a_total\",\"labels\":{},\"value\":\"1\",\"exemplars\":[{\"labels\":{\"a\":\"b\"},"
            "\"duplicateLabels\":[[\"a\",\"c\"]],\"value\":\"1\"}]}\n";
        row("an exemplar's label twice", "--format openmetrics",
            "# TYPE a counter\na_total 1 # {a=\"b\",a=\"c\"} 1\n# EOF\n", 0, twice, "");
        row("an exemplar's label twice, strictly", "--format openmetrics --strict",
            "# TYPE a counter\na_total 1 # {a=\"b\",a=\"c\"} 1\n# EOF\n", 1, twice,
            "-:2:20: label \"a\" is there twice in the exemplar [exemplar-duplicate-label]\n");
        row("a bucket's exemplar's label twice", "--format openmetrics --strict",
            "# TYPE h histogram\nh_bucket{le=\"+Inf\"} 1 # {\"a\"=\"b\",\"a\"=\"c\",\"a\"=\"d\"} 0.5\n# "
            "EOF\n",
            1,
            "{\"family\":\"h\",\"type\":\"histogram\"}\n"
            "{\"name\":\"h_bucket\",\"labels\":{\"le\":\"+Inf\"},\"value\":\"1\",\"exemplars\":[{\"labels\":{"
            "\"a\":\"b\"},\"duplicateLabels\":[[\"a\",\"c\"],[\"a\",\"d\"]],\"value\":\"0.5\"}]}\n",
            "-:2:26: a quoted label name, which OpenMetrics 1.0 does not have [quoted-name]\n"
            "-:2:34: label \"a\" is there twice in the exemplar [exemplar-duplicate-label]\n");
        row("a label twice, empty once", "", "g{a=\"1\",a=\"\"} 1\n", 0,
            "{\"name\":\"g\",\"labels\":{\"a\":\"1\"},\"duplicateLabels\":[[\"a\",\"\"]],\"value\":\"1\"}\n",
            "");
        row("a label twice, empty once, strictly", "--strict", "g{a=\"1\",a=\"\"} 1\n", 1,
            "{\"name\":\"g\",\"labels\":{\"a\":\"1\"},\"duplicateLabels\":[[\"a\",\"\"]],\"value\":\"1\"}\n",
            "-:1:1: label name \"a\" is not unique [duplicate-empty-label]\n");
        row("no such format", "--format xml", "", 2, "", "sightglass: unknown format: xml\n");
    }

    void verdicts()
    {
        QFETCH(QString, options);
        QFETCH(QByteArray, input);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, out);
        QFETCH(QByteArray, err);
        const Outcome outcome = parse(
            options.split(QLatin1Char(' '), Qt::SkipEmptyParts) + QStringList{QStringLiteral("-")}, input);
        QCOMPARE(outcome.out, out);
        QCOMPARE(outcome.err, err);
        QCOMPARE(outcome.exitCode, exitCode);
    }

    void protobufFile_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<bool>("native");
        QTest::addColumn<bool>("classic");
        QTest::newRow("as scraped by default") << QString() << false << true;
        QTest::newRow("native") << QStringLiteral("--native-histograms") << true << false;
        QTest::newRow("both") << QStringLiteral("--native-histograms --classic-histograms") << true << true;
        QTest::newRow("classic") << QStringLiteral("--classic-histograms") << false << true;
    }

    void protobufFile()
    {
        QFETCH(QString, options);
        const QString file = QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/protobuf/native");
        const Outcome outcome = parse(options.split(QLatin1Char(' '), Qt::SkipEmptyParts) << file, {});
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.exitCode, 0);
        QTEST(outcome.out.contains("\"histogram\":{\"schema\":1,\"count\":\"7\""), "native");
        QTEST(outcome.out.contains("{\"name\":\"h_bucket\",\"labels\":{\"le\":\"0.1\"},\"value\":\"2\""),
              "classic");
    }

    /// What Prometheus does not read does not make it refuse the page.
    void brokenNativeHistogram()
    {
        const QString file = QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/protobuf/spansmismatch");
        const Outcome outcome = parse({file}, {});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.out.contains("_count"));
        QVERIFY2(outcome.err.contains(": accepted, but not with --native-histograms: histogram "),
                 outcome.err.constData());
        const Outcome read = parse({QStringLiteral("--native-histograms"), file}, {});
        QCOMPARE(read.exitCode, 1);
        QVERIFY(!read.out.contains("_count"));
        QVERIFY2(read.err.contains("side: spans require"), read.err.constData());
    }

    /// Whoever is refused a page is told why.
    void everyRejectionIsSaid()
    {
        const QString root = test::conformancePath(QStringLiteral("openmetrics-suite"));
        if (root.isEmpty())
            QSKIP("the conformance data is not there");
        std::mt19937 random(20261122);
        int rejected = 0;
        int wrong = 0;
        int taken = 0;
        for (const QString &name : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            const std::string page =
                test::readFile(root + QLatin1Char('/') + name + QStringLiteral("/metrics")).toStdString();
            for (int i = 0; i < 8; ++i) {
                const std::string body = i == 0 ? page : mutated(page, random);
                for (const auto format :
                     {ExpositionFormat::OpenMetricsText, ExpositionFormat::PrometheusText}) {
                    const QByteArray shown = QByteArray::fromStdString(body);
                    const Reading lenient = readHere(body, format, false);
                    QVERIFY2(lenient.isTaken == (lenient.rejections == 0), shown.constData());
                    QVERIFY2(lenient.isTaken == prometheusTakes(body, format), shown.constData());
                    const Reading strict = readHere(body, format, true);
                    QVERIFY2(strict.isTaken == (strict.rejections == 0), shown.constData());
                    if (format == ExpositionFormat::PrometheusText)
                        continue;
                    // The text format takes signs of timestamps that Prometheus does not.
                    const bool conforms = isConforming(checkOpenMetrics(body, 10 * body.size() + 10));
                    QVERIFY2(strict.isTaken == (lenient.isTaken && conforms), shown.constData());
                    ++(strict.isTaken ? taken : lenient.isTaken ? wrong : rejected);
                }
            }
        }
        QVERIFY2(taken > 100 && wrong > 100 && rejected > 100,
                 qPrintable(QStringLiteral("%1 %2 %3").arg(taken).arg(wrong).arg(rejected)));
    }

    /// The program's exit code is the verdict.
    void everyRejectionIsPrinted()
    {
        const QString root = test::conformancePath(QStringLiteral("openmetrics-suite"));
        if (root.isEmpty())
            QSKIP("the conformance data is not there");
        std::mt19937 random(5);
        const QStringList names = QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
        std::set<int> codes;
        for (qsizetype i = 0; i < names.size(); i += 9) {
            const QByteArray page =
                test::readFile(root + QLatin1Char('/') + names[i] + QStringLiteral("/metrics"));
            const QByteArray body = QByteArray::fromStdString(mutated(page.toStdString(), random));
            const Outcome outcome = parse({QStringLiteral("--format"), QStringLiteral("openmetrics"),
                                           QStringLiteral("--strict"), QStringLiteral("-")},
                                          body);
            QVERIFY2((outcome.exitCode == 1) == !outcome.err.isEmpty(), body.constData());
            codes.insert(outcome.exitCode);
        }
        QVERIFY((codes == std::set<int>{0, 1}));
    }

    /// Every line is JSON whose names are unique: nothing is lost to an ordinary reader of it.
    void namesAreUnique()
    {
        const std::string body = "g{a=\"1\",b=\"2\",a=\"3\",a=\"4\"} 1 # {t=\"5\",t=\"6\"} 1\n# EOF\n";
        const Reading reading = readHere(body, ExpositionFormat::OpenMetricsText, false);
        const QByteArray line = reading.json.trimmed();
        // Qt keeps one of equal names: what it writes is what it has read, but for the order.
        const QByteArray again = QJsonDocument::fromJson(line).toJson(QJsonDocument::Compact);
        QCOMPARE(again.size(), line.size());
        for (char value = '1'; value <= '6'; ++value)
            QVERIFY2(again.contains(QByteArray("\"") + value + '"'), again.constData());
    }

    void noSuchFile()
    {
        const Outcome outcome = parse({QStringLiteral("/nowhere/at/all")}, {});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.err.contains("/nowhere/at/all"));
    }
};

SIGHTGLASS_TEST(ParseCommandTest)

} // namespace

#include "parsecommandtest.moc"
