// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/displayvalue.h"
#include "tests/model/fields/fieldmaker.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;
using Text = std::string;

const FieldValue null;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

MappedValue mappedTo(const char *text)
{
    return {Text(text), std::nullopt, std::nullopt};
}

MappedValue colored(const char *color)
{
    return {std::nullopt, Text(color), std::nullopt};
}

Thresholds steps(ThresholdsMode mode = ThresholdsMode::Absolute)
{
    return {mode, {{std::nullopt, "green"}, {50, "orange"}, {80, "red"}}};
}

FieldColor mode(ColorMode of, const char *fixed = "", const char *scheme = "")
{
    return {of, fixed, scheme, ColorBy::Last};
}

class DisplayTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void thresholds_data();
    void thresholds();
    void mappings_data();
    void mappings();
    void badPatterns();
    void texts_data();
    void texts();
    void partsOfAText();
    void colors_data();
    void colors();
    void seriesColors();
    void shares();
    void dates();
    void ranges();
};

void DisplayTest::thresholds_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("absolute");
    QTest::addColumn<QString>("percentage");
    const auto row = [](double value, const char *absolute, const char *percentage) {
        QTest::addRow("%g", value) << value << QString::fromUtf8(absolute) << QString::fromUtf8(percentage);
    };
    row(-1000, "green", "green");
    row(49.9, "green", "green");
    row(50, "orange", "green");
    row(79.9, "orange", "green");
    row(80, "red", "green");
    row(99, "red", "green");
    row(100, "red", "orange"); // half of the way from 0 to 200
    row(160, "red", "red");
    row(1e9, "red", "red");
    row(HUGE_VAL, "red", "red");
    row(-HUGE_VAL, "green", "green");
    row(nan, "", "");
}

void DisplayTest::thresholds()
{
    QFETCH(double, value);
    QFETCH(QString, absolute);
    QFETCH(QString, percentage);
    const auto colorOf = [value](const Thresholds &of) {
        const ThresholdStep *step = reachedStep(of, value, 0, 200);
        return step != nullptr ? QString::fromStdString(step->color) : QString();
    };
    QCOMPARE(colorOf(steps()), absolute);
    QCOMPARE(colorOf(steps(ThresholdsMode::Percentage)), percentage);
    QVERIFY(reachedStep({}, value, 0, 200) == nullptr);
    // The first step is for what lies below it too, and an empty range has no way to go.
    QCOMPARE(reachedStep({ThresholdsMode::Absolute, {{10, "blue"}}}, 5, 0, 1)->color, Text("blue"));
    QCOMPARE(reachedStep(steps(ThresholdsMode::Percentage), 7, 7, 7)->color, Text("green"));
}

using Mappings = std::vector<ValueMapping>;

void DisplayTest::mappings_data()
{
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, FieldValue value, const char *expected) {
        QTest::newRow(name) << value << QString::fromUtf8(expected);
    };
    row("exact number", 1.0, "one");
    row("exact fraction", 0.5, "half");
    row("exact text", Text("1"), "one");
    row("exact boolean", true, "yes");
    row("low end of a range", 10.0, "tens");
    row("high end of a range", 20.0, "tens");
    row("a text in a range", Text("15 apples"), "tens");
    row("first of two ranges", 20.5, "big");
    row("open end", 1e12, "big");
    row("no end at all", -7.0, "any");
    row("pattern", Text("web-12"), "machine 12");
    row("pattern on a part", Text("a db-3 b"), "a database 3 b");
    row("null", null, "nothing");
    row("NaN", nan, "not a number");
    row("the text NaN", Text("NaN"), "not a number");
    row("false", false, "no");
    row("the text false", Text("false"), "no");
    row("empty", Text(), "empty");
}

void DisplayTest::mappings()
{
    QFETCH(FieldValue, value);
    QFETCH(QString, expected);
    const Mappings mappings = {
        {ExactMapping{"1"}, mappedTo("one")},
        {ExactMapping{"0.5"}, mappedTo("half")},
        {ExactMapping{"true"}, mappedTo("yes")},
        {RangeMapping{10, 20}, mappedTo("tens")},
        {RangeMapping{20, std::nullopt}, mappedTo("big")},
        {RegexMapping{"web-(\\d+)"}, mappedTo("machine $1")},
        {RegexMapping{"/DB-(\\d)/i"}, mappedTo("database $1")},
        {SpecialValue::Null, mappedTo("nothing")},
        {SpecialValue::False, mappedTo("no")},
        {SpecialValue::Empty, mappedTo("empty")},
        {SpecialValue::NaN, mappedTo("not a number")},
        {RangeMapping{std::nullopt, std::nullopt}, mappedTo("any")},
    };
    const auto result = ValueMapper(mappings).mapped(value);
    QVERIFY(result);
    QCOMPARE(QString::fromStdString(*result->text), expected);
}

void DisplayTest::badPatterns()
{
    const ValueMapper mapper(
        {{RegexMapping{"/(?=a/"}, mappedTo("never")}, {ExactMapping{"a"}, mappedTo("A")}});
    QCOMPARE(mapper.problems().size(), std::size_t(1));
    QCOMPARE(mapper.mapped(Text("a"))->text, Text("A"));
    QVERIFY(!mapper.mapped(Text("b")));
    QVERIFY(!mapper.mapped(null));
    // Numbers are never looked at through a pattern.
    QVERIFY(!ValueMapper({{RegexMapping{"/.*/"}, mappedTo("x")}}).mapped(1.0));
    QCOMPARE(ValueMapper({{SpecialValue::NullOrNaN, mappedTo("x")}}).mapped(nan)->text, Text("x"));
    QCOMPARE(ValueMapper({{SpecialValue::NullOrNaN, mappedTo("x")}}).mapped(null)->text, Text("x"));
    QVERIFY(!ValueMapper({{SpecialValue::NaN, mappedTo("x")}}).mapped(null));
    // Names are no numbers that failed.
    QVERIFY(!ValueMapper({{SpecialValue::NaN, mappedTo("x")}}).mapped(Text("web-1")));
    QVERIFY(!ValueMapper({{SpecialValue::NullOrNaN, mappedTo("x")}}).mapped(Text("web-1")));
    QVERIFY(ValueMapper({{SpecialValue::NaN, mappedTo("x")}}).mapped(Text("NaN")));
}

void DisplayTest::texts_data()
{
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, FieldValue value, FieldType type, const char *unit,
                        const char *expected) {
        QTest::newRow(name) << value << int(type) << QString::fromUtf8(unit) << QString::fromUtf8(expected);
    };
    row("a number", 12.3456, FieldType::Number, "", "12.3");
    row("a number with a unit", 1536.0, FieldType::Number, "bytes", "1.50 KiB");
    row("a number as text", 12.3456, FieldType::Number, "string", "12.3456");
    row("null", null, FieldType::Number, "bytes", "N/A");
    row("NaN", nan, FieldType::Number, "bytes", "NaN");
    row("infinity", HUGE_VAL, FieldType::Number, "s", "+Inf");
    row("a text", Text("up"), FieldType::Text, "", "up");
    row("a text of digits", Text("1536"), FieldType::Text, "", "1536");
    row("a text of digits with a unit", Text("1536"), FieldType::Text, "bytes", "1.50 KiB");
    row("no text", Text(), FieldType::Text, "", "N/A");
    row("a boolean", true, FieldType::Boolean, "", "true");
    row("a boolean by its unit", false, FieldType::Boolean, "bool_on_off", "Off");
    row("a boolean with a unit that is none", true, FieldType::Boolean, "bytes", "true");
    row("a boolean among numbers", true, FieldType::Number, "", "true");
    row("a number as boolean", 0.0, FieldType::Number, "bool_yes_no", "No");
    row("money", -1500.0, FieldType::Number, "currencyUSD", "-$1.50K");
    row("an unknown unit", 3.0, FieldType::Number, "errors/s", "3 errors/s");
}

void DisplayTest::texts()
{
    QFETCH(FieldValue, value);
    QFETCH(int, type);
    QFETCH(QString, unit);
    QFETCH(QString, expected);
    FieldConfig config;
    config.unit = unit.toStdString();
    config.noValue = "N/A";
    const DisplayValue shown = displayValue(value, FieldType(type), config, {});
    QCOMPARE(QString::fromStdString(shown.text()), expected);
}

void DisplayTest::partsOfAText()
{
    FieldConfig config;
    config.unit = "s";
    config.decimals = 2;
    QCOMPARE(displayValue(90.0, FieldType::Number, config, {}).number, Text("1.50"));
    QCOMPARE(displayValue(90.0, FieldType::Number, config, {}).unit, Text("mins"));
    // A mapping with a colour alone leaves the text; one with an icon gives it.
    config.mappings = Mappings{{ExactMapping{"90"}, colored("purple")},
                               {ExactMapping{"91"}, {Text("down"), std::nullopt, Text("bug")}},
                               {SpecialValue::Null, mappedTo("none")}};
    config.noValue = "N/A";
    const DisplayValue purple = displayValue(90.0, FieldType::Number, config, {});
    QCOMPARE(purple.text(), Text("1.50 mins"));
    QCOMPARE(purple.color, Text("purple"));
    const DisplayValue down = displayValue(91.0, FieldType::Number, config, {});
    QCOMPARE(down.text(), Text("down"));
    QVERIFY(down.unit.empty());
    QCOMPARE(down.icon, std::optional(Text("bug")));
    QCOMPARE(down.value, 91.0);
    // The mapping of null comes before noValue.
    QCOMPARE(displayValue(null, FieldType::Number, config, {}).text(), Text("none"));
    QVERIFY(std::isnan(displayValue(null, FieldType::Number, config, {}).value));
}

void DisplayTest::colors_data()
{
    QTest::addColumn<FieldValue>("value");
    QTest::addColumn<int>("type");
    QTest::addColumn<FieldColor>("color");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, FieldValue value, FieldType type, const FieldColor &color,
                        const char *expected) {
        QTest::newRow(name) << value << int(type) << color << QString::fromUtf8(expected);
    };
    const FieldColor byStep = mode(ColorMode::Thresholds);
    const FieldColor byScheme = mode(ColorMode::Continuous, "", "continuous-GrYlRd");
    row("low step", 10.0, FieldType::Number, byStep, "green");
    row("high step", 90.0, FieldType::Number, byStep, "red");
    row("no number", null, FieldType::Number, byStep, "green");
    row("NaN", nan, FieldType::Number, byStep, "green");
    row("a text", Text("x"), FieldType::Text, byStep, "green");
    row("true", true, FieldType::Boolean, byStep, "green");
    row("false", false, FieldType::Boolean, byStep, "red");
    row("low end", 0.0, FieldType::Number, byScheme, "#73bf69");
    row("high end", 100.0, FieldType::Number, byScheme, "#f2495c");
    row("beyond it", 900.0, FieldType::Number, byScheme, "#f2495c");
    row("nothing", null, FieldType::Number, byScheme, "#73bf69");
    row("true by scheme", true, FieldType::Boolean, byScheme, "#f2495c");
    row("unknown scheme", 1.0, FieldType::Number, mode(ColorMode::Continuous, "", "rainbow"), "#808080");
    row("fixed", 1.0, FieldType::Number, mode(ColorMode::Fixed, "dark-blue"), "dark-blue");
    row("fixed to nothing", 1.0, FieldType::Number, mode(ColorMode::Fixed), "#808080");
    row("shades", 1.0, FieldType::Number, mode(ColorMode::Shades, "blue"), "blue");
    row("palette", 1.0, FieldType::Number, mode(ColorMode::PaletteClassic), "");
    row("palette by name", 1.0, FieldType::Number, mode(ColorMode::PaletteClassicByName), "");
}

void DisplayTest::colors()
{
    QFETCH(FieldValue, value);
    QFETCH(int, type);
    QFETCH(FieldColor, color);
    QFETCH(QString, expected);
    FieldConfig config;
    config.color = color;
    config.thresholds = steps();
    QCOMPARE(QString::fromStdString(displayValue(value, FieldType(type), config, {0, 100}).color), expected);
}

void DisplayTest::seriesColors()
{
    const auto colorOf = [](ColorMode of, std::size_t index, const char *name) {
        FieldConfig config;
        config.color = mode(of, "blue");
        DisplayContext context;
        context.series = SeriesIdentity{index, name};
        return DisplayProcessor(config, FieldType::Number, {}, context).display(1.0).color;
    };
    QCOMPARE(colorOf(ColorMode::PaletteClassic, 0, "a"), Text("green"));
    QCOMPARE(colorOf(ColorMode::PaletteClassic, 65, "a"), Text("yellow"));
    QCOMPARE(colorOf(ColorMode::PaletteClassicByName, 0, "a"),
             colorOf(ColorMode::PaletteClassicByName, 9, "a"));
    QCOMPARE(colorOf(ColorMode::Shades, 0, "a"), Text("#5794f2"));
    QVERIFY(colorOf(ColorMode::Shades, 1, "a") != colorOf(ColorMode::Shades, 2, "a"));
    FieldConfig config;
    config.thresholds = steps();
    config.color = mode(ColorMode::Thresholds);
    const Field field = test::makeField("x", {90.0, 10.0, 60.0});
    const auto lineColor = [&](ColorBy by) {
        config.color->by = by;
        return DisplayProcessor(config, FieldType::Number, {0, 100}).seriesColor(field);
    };
    QCOMPARE(lineColor(ColorBy::Last), Text("orange"));
    QCOMPARE(lineColor(ColorBy::Min), Text("green"));
    QCOMPARE(lineColor(ColorBy::Max), Text("red"));
    config.color = mode(ColorMode::Fixed, "purple");
    QCOMPARE(DisplayProcessor(config, FieldType::Number, {}).seriesColor(field), Text("purple"));
    // Without thresholds and colour there is the fallback.
    QCOMPARE(displayValue(1.0, FieldType::Number, {}, {}).color, Text("#808080"));
}

void DisplayTest::shares()
{
    const auto shareOf = [](const FieldValue &value, FieldRange range) {
        return displayValue(value, FieldType::Number, {}, range).share;
    };
    QCOMPARE(shareOf(5.0, {0, 20}), 0.25);
    QCOMPARE(shareOf(-5.0, {0, 20}), 0.0);
    QCOMPARE(shareOf(50.0, {0, 20}), 1.0);
    QCOMPARE(shareOf(null, {0, 20}), 0.0);
    QCOMPARE(shareOf(3.0, {3, 3}), 0.0);
    QCOMPARE(displayValue(true, FieldType::Boolean, {}, {}).share, 1.0);
}

void DisplayTest::dates()
{
    DisplayContext context;
    context.dates.zone = utcZone();
    context.dates.now = 1'700'000'000'000.0;
    FieldConfig config;
    const auto shown = [&](FieldType type, double value) {
        return QString::fromStdString(DisplayProcessor(config, type, {}, context).display(value).text());
    };
    QCOMPARE(shown(FieldType::Time, 1'700'000'000'000.0), QStringLiteral("2023-11-14 22:13:20"));
    config.unit = "bytes"; // which no time has
    QCOMPARE(shown(FieldType::Time, 1'700'000'000'000.0), QStringLiteral("2023-11-14 22:13:20"));
    config.unit = "time:HH:mm";
    QCOMPARE(shown(FieldType::Time, 1'700'000'000'000.0), QStringLiteral("22:13"));
    config.unit = "dateTimeFromNow";
    QCOMPARE(shown(FieldType::Number, 1'699'990'000'000.0), QStringLiteral("3 hours ago"));
}

void DisplayTest::ranges()
{
    Field field = test::makeField("x", {5.0, null, 30.0});
    QCOMPARE(fieldRange(field), (FieldRange{5, 30}));
    field.config.min = 0;
    QCOMPARE(fieldRange(field), (FieldRange{0, 30}));
    field.config.max = 50;
    QCOMPARE(fieldRange(field), (FieldRange{0, 50}));
    QCOMPARE(fieldRange(test::makeField("x", {})), (FieldRange{0, 100}));
    QCOMPARE(fieldRange(test::makeField("x", {7.0})), (FieldRange{7, 8}));
    QCOMPARE(fieldRange(test::makeField("x", {7.0}, FieldType::Time)), (FieldRange{0, 100}));

    const std::vector<Frame> frames = {test::makeFrame("a", {test::makeField("t", {1e12}, FieldType::Time),
                                                             test::makeField("v", {1.0, 2.0})}),
                                       test::makeFrame("b", {test::makeField("v", {-4.0})})};
    QCOMPARE(fieldRange(frames, {}), (FieldRange{-4, 2}));
    Field one = frames.front().fields.back();
    QCOMPARE(fieldRange(one, frames), (FieldRange{-4, 2}));
    one.config.fieldMinMax = true;
    QCOMPARE(fieldRange(one, frames), (FieldRange{1, 2}));
    one.config.max = 10;
    QCOMPARE(fieldRange(one, frames), (FieldRange{1, 10}));
}

SIGHTGLASS_TEST(DisplayTest)

} // namespace

#include "displaytest.moc"
