// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositioncheck.h"
#include "parser/exposition/expositionwriter.h"
#include "parser/exposition/openmetricsparser.h"
#include "tests/parser/exposition/familygenerator.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

#include <random>

namespace {

using namespace sightglass;

constexpr ExpositionFormat allFormats[] = {ExpositionFormat::PrometheusText,
                                           ExpositionFormat::OpenMetricsText, ExpositionFormat::Protobuf};

/// The first line in which they differ.
void compareLines(const std::vector<std::string> &read, const std::vector<std::string> &expected)
{
    const auto line = [](const std::vector<std::string> &lines, std::size_t i) {
        return i < lines.size() ? QByteArray::fromStdString(lines[i]) : QByteArray("nothing");
    };
    for (std::size_t i = 0; i < std::max(read.size(), expected.size()); ++i)
        QCOMPARE(line(read, i), line(expected, i));
}

void compareReadWithWritten(const std::vector<ExposedFamily> &families)
{
    for (const ExpositionFormat format : allFormats)
        compareLines(test::readEntries(format, writeExposition(format, families)),
                     test::expectedEntries(format, families));
}

QByteArray written(ExpositionFormat format, const std::vector<ExposedFamily> &families)
{
    return QByteArray::fromStdString(writeExposition(format, families));
}

ExposedFamily counter()
{
    ExposedFamily family{"a_total", MetricType::Counter, "He\"lp\\\nmore", "", {}};
    family.metrics.push_back(
        {{{"b", "c\n\"\\"}}, ExposedValue{1.5, ExposedExemplar{{{"id", "x"}}, 0.5, 2500}}, 1250, 500});
    return family;
}

class WriterTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void writtenTexts()
    {
        const std::vector<ExposedFamily> families = {counter()};
        QCOMPARE(written(ExpositionFormat::PrometheusText, families),
                 QByteArray("# HELP a_total He\"lp\\\\\\nmore\n# TYPE a_total counter\n"
                            "a_total{b=\"c\\n\\\"\\\\\"} 1.5 1250\n"));
        QCOMPARE(written(ExpositionFormat::OpenMetricsText, families),
                 QByteArray("# TYPE a counter\n# HELP a He\\\"lp\\\\\\nmore\n"
                            "a_total{b=\"c\\n\\\"\\\\\"} 1.5 1.25 # {id=\"x\"} 0.5 2.5\n"
                            "a_created{b=\"c\\n\\\"\\\\\"} 0.5 1.25\n# EOF\n"));
    }

    void namesAreQuotedWhereTheyHaveToBe()
    {
        ExposedFamily family{"ü.x", MetricType::Gauge, {}, "", {}};
        family.metrics.push_back({{{"a.b", "c"}}, ExposedValue{1, {}}, {}, {}});
        family.metrics.push_back({{}, ExposedValue{2, {}}, {}, {}});
        QCOMPARE(written(ExpositionFormat::PrometheusText, {family}),
                 QByteArray("# TYPE \"ü.x\" gauge\n{\"ü.x\",\"a.b\"=\"c\"} 1\n{\"ü.x\"} 2\n"));
    }

    void bytesOfACounter()
    {
        ExposedFamily family{"a_total", MetricType::Counter, "h", "", {}};
        family.metrics.push_back({{{"b", "c"}}, ExposedValue{2, {}}, 3, {}});
        const std::string body = writeExposition(ExpositionFormat::Protobuf, std::vector{family});
        // As protoc --encode has it, with the length in front.
        QCOMPARE(QByteArray::fromStdString(body).toHex(), QByteArray("23"
                                                                     "0a07615f746f74616c"
                                                                     "120168"
                                                                     "2215"
                                                                     "0a060a016212016"
                                                                     "3"
                                                                     "1a0909"
                                                                     "0000000000000040"
                                                                     "3003"));
    }

    void exemplarsTooLongAreLeftOut()
    {
        ExposedFamily family = counter();
        std::get<ExposedValue>(family.metrics[0].value).exemplar->labels[0].value = std::string(127, 'x');
        QVERIFY(writeExposition(ExpositionFormat::OpenMetricsText, std::vector{family}).find(" # ") ==
                std::string::npos);
    }

    /// Prometheus keeps an exemplar's labels with their escapes unresolved: written again they stay as they
    /// are, however often, and mean what they meant.
    void exemplarsKeepTheirEscapes_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("written");
        const auto row = [](const char *name, const char *value, const char *written) {
            QTest::newRow(name) << QByteArray(value) << QByteArray(written);
        };
        row("scraped from OpenMetrics", R"(a\"b\\c\nd)", R"(a\"b\\c\nd)");
        row("a backslash that escapes nothing", R"(C:\temp)", R"(C:\temp)");
        row("a quote of protobuf", R"(a"b)", R"(a\"b)");
        row("a quote behind a backslash that is escaped", R"(a\\"b)", R"(a\\\\\"b)");
        row("a backslash at the end", R"(a\)", R"(a\\)");
        row("a line feed", "a\nb", R"(a\nb)");
        row("a line feed behind a backslash", "a\\\nb", R"(a\\\nb)");
    }
    void exemplarsKeepTheirEscapes()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, written);
        ExposedFamily family{"a_total", MetricType::Counter, {}, "", {}};
        family.metrics.push_back(
            {{}, ExposedValue{1, ExposedExemplar{{{"x", value.toStdString()}}, 1, {}}}, {}, {}});
        ExposedExemplar &exemplar = *std::get<ExposedValue>(family.metrics[0].value).exemplar;
        for (int round = 0; round < 3; ++round) {
            const std::string body = writeExposition(ExpositionFormat::OpenMetricsText, std::vector{family});
            QCOMPARE(QByteArray::fromStdString(body),
                     "# TYPE a counter\na_total 1 # {x=\"" + written + "\"} 1\n# EOF\n");
            QVERIFY(checkOpenMetrics(body).empty());
            OpenMetricsParser parser(body, LineScanning::Fast);
            while (parser.next().value() != ExpositionParser::Entry::Sample) {
            }
            QVERIFY(parser.nextExemplar(exemplar));
            QCOMPARE(QByteArray::fromStdString(exemplar.labels[0].value), written);
        }
    }

    void secondsAreReadBackAsTheSameMilliseconds()
    {
        std::mt19937_64 random(1);
        for (int i = 0; i < 200'000; ++i) {
            const auto milliseconds = static_cast<std::int64_t>(random() >> (13U + random() % 50));
            for (const std::int64_t each : {milliseconds, -milliseconds}) {
                const std::string text = openMetricsSeconds(each);
                QCOMPARE(openMetricsMilliseconds(std::stod(text)), each);
            }
        }
    }

    void whatIsWrittenIsRead()
    {
        std::mt19937_64 random(7);
        for (int i = 0; i < 1500; ++i) {
            test::FamilyGenerator generator([&random] { return random() >> 8U; });
            compareReadWithWritten(generator.families());
            if (QTest::currentTestFailed())
                return;
        }
    }

    void corpusOfTheFuzzerIsRead()
    {
        QDirIterator files(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/fuzz/writer"), QDir::Files);
        int count = 0;
        for (; files.hasNext(); ++count) {
            const QByteArray bytes = test::readFile(files.next());
            int next = 0;
            test::FamilyGenerator generator([&]() -> std::uint64_t {
                return next < bytes.size() ? static_cast<unsigned char>(bytes[next++]) : 0;
            });
            compareReadWithWritten(generator.families());
        }
        QVERIFY(count >= 5);
    }

    void openMetricsConforms()
    {
        ExposedFamily histogram{"h_seconds", MetricType::Histogram, "Text.", "seconds", {}};
        histogram.metrics.push_back(
            {{{"a", "b"}},
             ExposedHistogram{
                 3, 4.5, {{0.1, 1, ExposedExemplar{{{"trace_id", "x"}}, 0.05, 1000}}, {1, 2, {}}}, {}},
             {},
             1000});
        ExposedFamily summary{"s", MetricType::Summary, {}, "", {}};
        summary.metrics.push_back({{}, ExposedSummary{2, 3, {{0.5, 1}, {1, 2}}}, {}, 1});
        ExposedFamily info{"x_info", MetricType::Info, {}, "", {}};
        info.metrics.push_back({{{"version", "1"}}, ExposedValue{1, {}}, {}, {}});
        ExposedFamily states{"state", MetricType::StateSet, {}, "", {}};
        states.metrics.push_back({{{"state", "on"}}, ExposedValue{1, {}}, {}, {}});
        states.metrics.push_back({{{"state", "off"}}, ExposedValue{0, {}}, {}, {}});
        ExposedFamily gauge{"g", MetricType::GaugeHistogram, {}, "", {}};
        gauge.metrics.push_back({{}, ExposedHistogram{3, 4.5, {{1, 2, {}}}, {}}, {}, {}});
        const std::vector<ExposedFamily> families = {counter(), histogram, summary, info, states, gauge};
        const std::string body = writeExposition(ExpositionFormat::OpenMetricsText, families);
        const auto findings = checkOpenMetrics(body);
        QVERIFY2(findings.empty(), findings.empty() ? "" : findings.front().text.c_str());
        QVERIFY(checkPrometheusText(writeExposition(ExpositionFormat::PrometheusText, families)).empty());
    }
};

SIGHTGLASS_TEST(WriterTest)

} // namespace

#include "writertest.moc"
