// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/transform/framenotation.h"
#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

#include <random>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// A table of so many rows, all with one key.
Frame sameKeys(const char *refId, const char *column, std::size_t rows)
{
    Frame frame;
    frame.refId = refId;
    frame.fields.resize(2);
    frame.fields[0].name = "id";
    frame.fields[0].type = FieldType::Text;
    frame.fields[1].name = column;
    for (std::size_t i = 0; i < rows; ++i) {
        frame.fields[0].values.emplace_back(std::string("x"));
        frame.fields[1].values.emplace_back(double(i));
    }
    return frame;
}

std::size_t cells(const std::vector<Frame> &frames)
{
    std::size_t count = 0;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields)
            count += field.values.size();
    }
    return count;
}

std::vector<Frame> applied(const char *json, std::vector<Frame> frames, TransformContext &context)
{
    const std::vector<TransformationSpec> specs{specFromJson(json)};
    return TransformationChain(specs).apply(std::move(frames), context);
}

/// What a hostile generator of frames may hold: all types, empty and broken texts, columns of other lengths.
class FrameGenerator
{
public:
    explicit FrameGenerator(unsigned seed)
        : m_random(seed)
    {}

    std::vector<Frame> frames()
    {
        std::vector<Frame> result(below(4));
        for (Frame &frame : result) {
            frame.refId = name();
            frame.name = name();
            frame.fields.resize(below(5));
            const std::size_t rows = below(6);
            for (Field &field : frame.fields)
                fill(field, below(10) == 0 ? below(6) : rows);
        }
        return result;
    }

    std::size_t below(std::size_t limit)
    {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random);
    }
    std::string name()
    {
        constexpr std::array names{"Time", "Value", "a", "b", "", "\xff", "Max", "line", "Value #A"};
        return names[below(names.size())];
    }

private:
    void fill(Field &field, std::size_t rows)
    {
        field.name = name();
        field.type = FieldType(below(5));
        if (below(2) == 0)
            field.labels = Labels({{"pod", name()}, {below(2) == 0 ? "ns" : "zone", "v"}});
        if (below(5) == 0)
            field.config.displayName = name();
        for (std::size_t i = 0; i < rows; ++i)
            field.values.push_back(value());
    }

    FieldValue value()
    {
        constexpr std::array numbers{0.0, -1.0, 1e300, -1e300, 1700000000000.0, 0.1};
        switch (below(7)) {
        case 0:
            return {};
        case 1:
            return below(2) == 0;
        case 2:
            return std::string("{\"a\": {\"b\": [1, null]}, \"c\": \"=\"");
        case 3:
            return name();
        case 4:
            return std::numeric_limits<double>::quiet_NaN();
        case 5:
            return std::numeric_limits<double>::infinity();
        default:
            return numbers[below(numbers.size())];
        }
    }

    std::mt19937 m_random;
};

class TransformLimitsTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void whatWouldExplodeIsCut_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
        row("inner join", "{\"id\":\"joinByField\",\"options\":{\"byField\":\"id\",\"mode\":\"inner\"}}");
        row("tabular join",
            "{\"id\":\"joinByField\",\"options\":{\"byField\":\"id\",\"mode\":\"outerTabular\"}}");
        row("merge", "{\"id\":\"merge\"}");
        row("append", "{\"id\":\"append\"}");
        row("concatenate", "{\"id\":\"concatenate\"}");
    }
    void whatWouldExplodeIsCut()
    {
        QFETCH(QByteArray, json);
        TransformContext context({}, {2'000, 100, 10'000, 1'000});
        const auto frames =
            applied(json.constData(), {sameKeys("A", "a", 900), sameKeys("B", "b", 900)}, context);
        QVERIFY2(cells(frames) <= 3'600, QByteArray::number(qulonglong(cells(frames))).constData());
        QVERIFY(!context.notes().empty());
    }

    void rowsThatBecomeColumnsAreCut_data()
    {
        QTest::addColumn<QByteArray>("json");
        const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
        row("matrix", "{\"id\":\"groupingToMatrix\",\"options\":{\"columnField\":\"a\",\"rowField\":\"a\","
                      "\"valueField\":\"a\"}}");
        row("transpose", "{\"id\":\"transpose\"}");
        row("rowsToFields", "{\"id\":\"rowsToFields\"}");
        row("partition", "{\"id\":\"partitionByValues\",\"options\":{\"fields\":[\"a\"]}}");
    }
    void rowsThatBecomeColumnsAreCut()
    {
        QFETCH(QByteArray, json);
        TransformContext context({}, {100'000, 50, 10'000, 1'000});
        const auto frames = applied(json.constData(), {sameKeys("A", "a", 900)}, context);
        std::size_t columns = 0;
        for (const Frame &frame : frames)
            columns += frame.fields.size();
        QVERIFY2(columns <= 52, QByteArray::number(qulonglong(columns)).constData());
        QVERIFY(!context.notes().empty());
    }

    void anyFramesAreTaken()
    {
        const std::string options =
            "{\"byField\":\"a\",\"mode\":\"%\",\"source\":\"line\",\"fields\":{\"a\":{\"operation\":"
            "\"groupby\"},"
            "\"b\":{\"operation\":\"aggregate\",\"aggregations\":[\"mean\",\"allValues\"]}},\"regex\":\"/(.)/"
            "g\","
            "\"renamePattern\":\"$1$&$<x>$`\",\"value\":\"pod\",\"stringField\":\"a\",\"outputFormat\":"
            "\"Title Case\","
            "\"sort\":[{\"field\":\"a\"}],\"xFieldName\":\"a\",\"yFieldName\":\"b\",\"timeField\":\"Time\","
            "\"filters\":[{\"fieldName\":\"a\",\"config\":{\"id\":\"greater\",\"options\":{\"value\":0}}}],"
            "\"conversions\":[{\"targetField\":\"a\",\"destinationType\":\"time\"},{\"targetField\":\"b\","
            "\"destinationType\":\"string\"}],"
            "\"configRefId\":\"a\",\"columnField\":\"a\",\"rowField\":\"b\",\"valueField\":\"Value\","
            "\"limitField\":2}";
        std::string modes[]{"inner",           "outerTabular", "rows", "reduceFields",
                            "windowFunctions", "binary",       "index"};
        FrameGenerator generator(7);
        std::size_t applications = 0;
        for (const std::string_view id : knownTransformations()) {
            for (std::size_t round = 0; round < 40; ++round) {
                std::string text = options;
                text.replace(text.find('%'), 1, modes[generator.below(std::size(modes))]);
                const TransformationReading reading =
                    readTransformation({std::string(id), text, false, {}, {}});
                TransformContext context;
                const auto frames = reading.transformation->apply(generator.frames(), context);
                applications += frames.size() < 1000 ? 1 : 0;
            }
        }
        QCOMPARE(applications, knownTransformations().size() * 40);
    }

    void manySeriesAreJoinedAndNamedQuickly()
    {
        std::vector<Frame> frames(3'000);
        for (std::size_t f = 0; f < frames.size(); ++f) {
            frames[f].refId = "A";
            frames[f].fields.resize(2);
            frames[f].fields[0].name = "Time";
            frames[f].fields[0].type = FieldType::Time;
            frames[f].fields[1].name = "Value";
            frames[f].fields[1].labels = Labels({{"pod", "p" + std::to_string(f)}});
            for (int row = 0; row < 100; ++row) {
                frames[f].fields[0].values.emplace_back(double(row));
                frames[f].fields[1].values.emplace_back(double(f));
            }
        }
        QElapsedTimer timer;
        timer.start();
        TransformContext context;
        const auto reduced =
            applied("{\"id\":\"reduce\",\"options\":{\"reducers\":[\"max\"]}}", frames, context);
        QCOMPARE(reduced.front().rows(), std::size_t{3'000});
        QCOMPARE(reduced.front().fields[0].values[17], FieldValue(std::string("p17")));
        const auto joined = applied("{\"id\":\"joinByField\",\"options\":{}}", frames, context);
        QCOMPARE(joined.front().fields.size(), std::size_t{3'001});
        // Seconds where it should be tens of milliseconds would be quadratic.
        QVERIFY2(timer.elapsed() < 5'000, QByteArray::number(timer.elapsed()).constData());
    }
};

} // namespace

SIGHTGLASS_TEST(TransformLimitsTest)

#include "limitstest.moc"
