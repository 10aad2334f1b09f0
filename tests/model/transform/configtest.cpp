// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/momenttime.h"
#include "tests/model/transform/framenotation.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

std::vector<Frame> applied(const char *json, const char *frames)
{
    TransformContext context;
    const std::vector<TransformationSpec> specs{specFromJson(json)};
    return TransformationChain(specs).apply(framesFromText(frames), context);
}

/// What the notation of the case files does not show: configuration, trends, times.
class TransformConfigTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void columnsBecomeConfiguration()
    {
        const auto frames =
            applied("{\"id\":\"configFromData\",\"options\":{\"configRefId\":\"C\",\"mappings\":["
                    "{\"fieldName\":\"Top\",\"handlerKey\":\"max\",\"reducerId\":\"max\"},"
                    "{\"fieldName\":\"Warn\",\"handlerKey\":\"threshold1\",\"handlerArguments\":"
                    "{\"threshold\":{\"color\":\"orange\"}}}]}}",
                    "frame A\nTime:time | v:number\n1 | 2\n"
                    "frame C\nTop:number | Unit:text | Warn:number | decimals:number\n9 | s | 5 | 2\n7 | ms "
                    "| 6 | 99\n");
        QCOMPARE(frames.size(), std::size_t{1});
        const FieldConfig &config = frames[0].fields[1].config;
        QCOMPARE(config.max, std::optional<double>(9));
        QCOMPARE(config.unit, std::optional<std::string>("ms"));
        QVERIFY(!config.decimals);
        QCOMPARE(config.thresholds->steps.size(), std::size_t{1});
        QCOMPARE(config.thresholds->steps[0].from, std::optional<double>(6));
        QCOMPARE(config.thresholds->steps[0].color, std::string("orange"));
        QCOMPARE(frames[0].fields[0].config, FieldConfig{});
    }

    void rowsBecomeMappings()
    {
        const auto frames = applied(
            "{\"id\":\"configFromData\",\"options\":{\"configRefId\":\"C\",\"mappings\":["
            "{\"fieldName\":\"v\",\"handlerKey\":\"mappings.value\"},"
            "{\"fieldName\":\"t\",\"handlerKey\":\"mappings.text\"},"
            "{\"fieldName\":\"c\",\"handlerKey\":\"mappings.color\"}]}}",
            "frame A\nv:number\n1\nframe C\nv:text | t:text | c:text\nL | Low | blue\nH | High | red\n");
        const auto &mappings = frames.at(0).fields.at(0).config.mappings;
        QCOMPARE(mappings->size(), std::size_t{2});
        QCOMPARE(std::get<ExactMapping>(mappings->at(1).matches).value, std::string("H"));
        QCOMPARE(mappings->at(1).result.text, std::optional<std::string>("High"));
        QCOMPARE(mappings->at(1).result.color, std::optional<std::string>("red"));
    }

    void trendsGoWithTheirRows()
    {
        auto frames = applied("{\"id\":\"timeSeriesTable\",\"options\":{}}",
                              "frame A\nTime:time | Value:number{pod=b}\n1 | 10\n2 | null\n"
                              "frame A\nTime:time | Value:number{pod=a}\n1 | 3\n2 | 4\n");
        TransformContext context;
        const std::vector<TransformationSpec> sort{
            specFromJson("{\"id\":\"sortBy\",\"options\":{\"sort\":[{\"field\":\"pod\"}]}}")};
        frames = TransformationChain(sort).apply(std::move(frames), context);
        const Field &trend = frames.at(0).fields.at(1);
        QCOMPARE(trend.trends.size(), std::size_t{2});
        QCOMPARE(trend.trends[0], (std::vector<Sample>{{1, 3}, {2, 4}}));
        QCOMPARE(trend.trends[1], (std::vector<Sample>{{1, 10}}));
    }

    void enumerationsAreMapped()
    {
        const auto frames =
            applied("{\"id\":\"convertFieldType\",\"options\":{\"conversions\":[{\"targetField\":\"s\","
                    "\"destinationType\":\"enum\",\"enumConfig\":{\"text\":[\"down\",\"up\"],\"color\":["
                    "\"red\",\"green\"]}}]}}",
                    "frame A\ns:text\nup\n");
        const auto &mappings = frames.at(0).fields.at(0).config.mappings;
        QCOMPARE(std::get<ExactMapping>(mappings->at(1).matches).value, std::string("1"));
        QCOMPARE(mappings->at(1).result.text, std::optional<std::string>("up"));
        QCOMPARE(mappings->at(1).result.color, std::optional<std::string>("green"));
    }

    void timesAreWritten_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *format, const char *text) {
            QTest::newRow(format) << QByteArray(format) << QByteArray(text);
        };
        row("", "2024-02-29T22:05:06+02:00");
        row("YYYY-MM-DD HH:mm:ss.SSS", "2024-02-29 22:05:06.789");
        row("MMM Do, YY [at] h:mm a", "Feb 29th, 24 at 10:05 pm");
        row("dddd ddd dd d E", "Thursday Thu Th 4 4");
        row("DDDD DDD Q WW GGGG", "060 60 1 09 2024");
        row("LLLL", "Thursday, February 29, 2024 10:05 PM");
        row("LTS L ZZ", "10:05:06 PM 02/29/2024 +0200");
        row("X x", "1709237106 1709237106789");
        row("k:m:s S A", "22:5:6 7 PM");
    }
    void timesAreWritten()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, text);
        QCOMPARE(QByteArray::fromStdString(formattedTime(1709237106789, format.toStdString(), 7'200'000)),
                 text);
    }

    void timesAreRead_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("time");
        const auto row = [](const char *format, const char *text, qint64 time) {
            QTest::addRow("%s %s", format, text) << QByteArray(format) << QByteArray(text) << time;
        };
        row("YYYY-MM-DD HH:mm:ss", "1970-01-02 00:00:01", 86'401'000);
        row("DD MM YYYY hh:mm a", "02/01/1970 01:30 pm", 86'400'000 + 13 * 3'600'000 + 30 * 60'000);
        row("D MMM YY", "3 January 70", 2 * 86'400'000);
        row("YYYY-MM-DDTHH:mm:ssZ", "1970-01-01T01:00:00+01:00", 0);
        row("X", "-5", -5000);
        row("YYYY-MM-DD", "1970-13-01", -1);
        row("YYYY-MM-DD", "soon", -1);
    }
    void timesAreRead()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, text);
        QFETCH(qint64, time);
        const auto parsed = parsedTime(text.toStdString(), format.toStdString());
        QCOMPARE(parsed ? qint64(parsed->time) : qint64(-1), time);
    }

    void timesBeyondTheCalendar()
    {
        QCOMPARE(formattedTime(1e300, "YYYY", 0), std::string("Invalid date"));
        QCOMPARE(formattedTime(-62167219200000.0, "YYYY", 0), std::string("0000"));
    }

    void localTimeIsTheCallers()
    {
        TransformContext context;
        context.setUtcOffset([](TimestampMs) { return std::int64_t{3'600'000}; });
        const std::vector<TransformationSpec> specs{specFromJson(
            "{\"id\":\"formatTime\",\"options\":{\"timeField\":\"Time\",\"outputFormat\":\"HH:mm Z\"}}")};
        const auto frames =
            TransformationChain(specs).apply(framesFromText("frame A\nTime:time\n0\n"), context);
        QCOMPARE(frames.at(0).fields.at(0).values.at(0), FieldValue(std::string("01:00 +01:00")));
    }
};

} // namespace

SIGHTGLASS_TEST(TransformConfigTest)

#include "configtest.moc"
