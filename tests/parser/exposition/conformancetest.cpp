// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/conformance.h"

#include "parser/exposition/expositionparser.h"
#include "parser/exposition/seriesvalidation.h"
#include "tests/parser/exposition/entrytranscript.h"
#include "tests/support/testcase.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

using namespace sightglass;
using test::conformancePath;
using test::readFile;

struct Verdict
{
    QByteArray health;
    int samples = 0;
    QByteArray error;
};

/// What the scrape loop would make of a body: every sample counts, then its series must be valid.
Verdict scrape(ExpositionFormat format, const QByteArray &body)
{
    Verdict verdict{"up", 0, {}};
    if (body.isEmpty())
        return verdict;
    const auto parser =
        createExpositionParser(format, {body.constData(), static_cast<std::size_t>(body.size())});
    std::vector<Label> labels;
    while (true) {
        const auto entry = parser->next();
        if (!entry)
            return {"down", verdict.samples, QByteArray::fromStdString(plainText(entry.error()))};
        if (*entry == ExpositionParser::Entry::End)
            return verdict;
        if (*entry != ExpositionParser::Entry::Sample)
            continue;
        ++verdict.samples;
        parser->decodeLabels(labels);
        const auto valid = validatedLabels(labels);
        if (!valid)
            return {"down", verdict.samples, QByteArray::fromStdString(plainText(valid.error()))};
    }
}

struct ParserCase
{
    QByteArray input;
    QByteArray error;
    QByteArray function;
    bool accepted = false;
    int line = 0;
};

/// Upstream builds one body out of several literals in these functions; the data has them as cases of their
/// own.
bool continues(const std::vector<ParserCase> &cases, const ParserCase &next)
{
    const bool piecewise =
        next.function == "TestOpenMetricsParse" || next.function == "TestOpenMetricsParse_UTF8";
    return piecewise && !cases.empty() && next.function == cases.back().function;
}

std::vector<ParserCase> parserCases(const QString &path)
{
    std::vector<ParserCase> cases;
    for (const QByteArray &line : readFile(path).split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.isEmpty())
            continue;
        ParserCase parserCase;
        parserCase.input =
            object.contains(QStringLiteral("input_b64"))
                ? QByteArray::fromBase64(object.value(QStringLiteral("input_b64")).toString().toLatin1())
                : object.value(QStringLiteral("input")).toString().toUtf8();
        parserCase.error = object.value(QStringLiteral("go_error")).toString().toUtf8();
        if (parserCase.error == "EOF") // Go's io.EOF: the regular end
            parserCase.error.clear();
        parserCase.function = object.value(QStringLiteral("func")).toString().toUtf8();
        parserCase.accepted = parserCase.error.isEmpty();
        parserCase.line = object.value(QStringLiteral("line")).toInt();
        if (continues(cases, parserCase))
            cases.back().input += parserCase.input;
        else
            cases.push_back(parserCase);
    }
    return cases;
}

class ConformanceTest : public sightglass::test::TestCase
{
    Q_OBJECT

    void addParserCases(const char *file)
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<QByteArray>("error");
        int number = 0;
        for (const ParserCase &each : parserCases(conformancePath(QLatin1String(file))))
            QTest::addRow("%d, upstream line %d", ++number, each.line)
                << each.input << each.accepted << each.error;
    }

    static QByteArray parseErrorOf(ExpositionFormat format, const QByteArray &input)
    {
        const auto parser =
            createExpositionParser(format, {input.constData(), static_cast<std::size_t>(input.size())});
        while (true) {
            const auto entry = parser->next();
            if (!entry)
                return QByteArray::fromStdString(plainText(entry.error()));
            if (*entry == ExpositionParser::Entry::End)
                return {};
        }
    }

private Q_SLOTS:
    void payloadsGetPrometheusVerdict_data()
    {
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("health");
        QTest::addColumn<int>("samples");
        const QList<QByteArray> lines =
            readFile(conformancePath(QStringLiteral("expositions/verdicts.tsv"))).split('\n');
        for (const QByteArray &line : lines.mid(1)) {
            const QList<QByteArray> fields = line.split('\t');
            if (fields.size() >= 5)
                QTest::newRow(fields[0].constData()) << fields[1] << fields[3] << fields[4].toInt();
        }
    }

    /// The verdicts are Prometheus 2.42's. None of these payloads has what 3.x reads otherwise (quoted UTF-8
    /// names), so there is no exception.
    void payloadsGetPrometheusVerdict()
    {
        if (conformancePath(QStringLiteral("expositions/verdicts.tsv")).isEmpty())
            QSKIP("the conformance data is not there");
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, health);
        QFETCH(int, samples);
        const QByteArray file = QTest::currentDataTag();
        const QString path = conformancePath(QStringLiteral("expositions/") + QString::fromUtf8(file));
        QVERIFY2(!path.isEmpty(), "payload missing");
        const auto format = expositionFormatOf(contentType.toStdString());
        QVERIFY(format.has_value());
        const Verdict verdict = scrape(*format, readFile(path));
        QVERIFY2(verdict.health == health, verdict.error.constData());
        QCOMPARE(verdict.samples, samples);
    }

    void payloadsParseAlikeOnBothPaths_data() { payloadsGetPrometheusVerdict_data(); }

    void payloadsParseAlikeOnBothPaths()
    {
        if (conformancePath(QStringLiteral("expositions/verdicts.tsv")).isEmpty())
            QSKIP("the conformance data is not there");
        const QString file = QString::fromUtf8(QTest::currentDataTag());
        const std::string body =
            readFile(conformancePath(QStringLiteral("expositions/") + file)).toStdString();
        for (const auto format : {ExpositionFormat::PrometheusText, ExpositionFormat::OpenMetricsText})
            QCOMPARE(QByteArray::fromStdString(test::differenceOfPaths(format, body)), QByteArray());
    }

    void textCases_data() { addParserCases("parser-cases/prometheus_textparse_text004.jsonl"); }

    void textCases()
    {
        if (conformancePath(QStringLiteral("parser-cases")).isEmpty())
            QSKIP("the conformance data is not there");
        QFETCH(QByteArray, input);
        QFETCH(bool, accepted);
        QFETCH(QByteArray, error);
        const QByteArray got = parseErrorOf(ExpositionFormat::PrometheusText, input);
        QCOMPARE(got, error);
        QCOMPARE(got.isEmpty(), accepted);
    }

    void openMetricsCases_data() { addParserCases("parser-cases/prometheus_textparse_openmetrics.jsonl"); }

    void openMetricsCases()
    {
        if (conformancePath(QStringLiteral("parser-cases")).isEmpty())
            QSKIP("the conformance data is not there");
        QFETCH(QByteArray, input);
        QFETCH(bool, accepted);
        QFETCH(QByteArray, error);
        const QByteArray got = parseErrorOf(ExpositionFormat::OpenMetricsText, input);
        QCOMPARE(got, error);
        QCOMPARE(got.isEmpty(), accepted);
    }
};

SIGHTGLASS_TEST(ConformanceTest)

} // namespace

#include "conformancetest.moc"
