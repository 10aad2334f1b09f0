// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/clearproperty.h"
#include "model/fields/fieldoverride.h"
#include "tests/model/fields/fieldmaker.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using test::makeField;
using test::makeFrame;

const FieldValue null;

Field labelled(const char *name, std::vector<Label> labels)
{
    Field field = makeField(name, {1.0});
    field.labels = Labels(std::move(labels));
    return field;
}

/// Two series as a query gives them, and a column of texts.
std::vector<Frame> twoSeries()
{
    Field web = labelled("Value", {{"host", "web"}});
    web.values = {1.0, 5.0};
    Field db = labelled("Value", {{"host", "db"}});
    db.values = {0.0, 0.0};
    return {makeFrame("", {makeField("Time", {1e12, 2e12}, FieldType::Time), web}, "A"),
            makeFrame("",
                      {makeField("Time", {1e12, 2e12}, FieldType::Time), db,
                       makeField("note", {std::string("x"), null}, FieldType::Text)},
                      "B")};
}

FieldConfig withUnit(const char *unit)
{
    FieldConfig config;
    config.unit = unit;
    return config;
}

class OverrideTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void configuredNames_data();
    void configuredNames();
    void sameNames();
    void matches_data();
    void matches();
    void applies();
    void takesAway();
    void ownConfigWins();
    void renamedIsFound();
    void makesConsistent();
    void reportsPatterns();
};

void OverrideTest::names_data()
{
    QTest::addColumn<std::vector<Frame>>("frames");
    QTest::addColumn<QStringList>("expected"); // of the last field of each frame
    const auto row = [](const char *name, std::vector<Frame> frames, const QStringList &expected) {
        QTest::newRow(name) << frames << expected;
    };
    const auto one = [](Field field, const char *frame = "") {
        return std::vector<Frame>{makeFrame(frame, {std::move(field)})};
    };
    row("own name", one(makeField("x", {})), {QStringLiteral("x")});
    row("a value", one(makeField("Value", {})), {QStringLiteral("Value")});
    row("nothing", one(makeField("", {})), {QStringLiteral("Value")});
    row("a value in a named frame", one(makeField("Value", {}), "cpu"), {QStringLiteral("cpu")});
    row("own name in a named frame", one(makeField("x", {}), "cpu"), {QStringLiteral("x")});
    row("one label", one(labelled("Value", {{"host", "web"}})), {QStringLiteral("web")});
    row("one label and a name", one(labelled("temp", {{"host", "web"}})), {QStringLiteral("temp web")});
    row("two labels", one(labelled("Value", {{"host", "web"}, {"dc", "1"}})),
        {QStringLiteral("{dc=\"1\", host=\"web\"}")});
    row("a time", one(makeField("Time", {}, FieldType::Time), "cpu"), {QStringLiteral("Time")});
    row("two series",
        {makeFrame("", {labelled("Value", {{"host", "a"}})}),
         makeFrame("", {labelled("Value", {{"host", "b"}})})},
        {QStringLiteral("a"), QStringLiteral("b")});
    row("labels of several names",
        {makeFrame("", {labelled("Value", {{"host", "a"}})}),
         makeFrame("", {labelled("Value", {{"dc", "b"}})})},
        {QStringLiteral("{host=\"a\"}"), QStringLiteral("{dc=\"b\"}")});
    row("a series without the label",
        {makeFrame("", {labelled("Value", {{"host", "a"}})}), makeFrame("", {makeField("Value", {})})},
        {QStringLiteral("a"), QStringLiteral("Value")});
    row("frames of several names",
        {makeFrame("A", {makeField("Value", {})}), makeFrame("B", {labelled("temp", {{"host", "b"}})})},
        {QStringLiteral("A"), QStringLiteral("B temp b")});
    row("frames of one name", {makeFrame("A", {makeField("x", {})}), makeFrame("A", {makeField("y", {})})},
        {QStringLiteral("x"), QStringLiteral("y")});
    Field legend = labelled("Value", {{"host", "a"}});
    legend.legend = "host a";
    row("a legend", one(legend), {QStringLiteral("host a")});
}

void OverrideTest::names()
{
    QFETCH(std::vector<Frame>, frames);
    QFETCH(QStringList, expected);
    QStringList shown;
    for (const Frame &frame : frames)
        shown.append(QString::fromStdString(displayName(frame.fields.back(), frame, frames)));
    QCOMPARE(shown, expected);
}

void OverrideTest::configuredNames_data()
{
    QTest::addColumn<QString>("configured");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *configured, const char *expected) {
        QTest::newRow(configured) << QString::fromUtf8(configured) << QString::fromUtf8(expected);
    };
    row("plain", "plain");
    row("${__field.labels.host}", "web");
    row("${__field.labels[\"host\"]} in ${__field.labels.dc}", "web in 1");
    row("${__field.labels['host']}", "web");
    row("[${__field.labels.none}]", "[]");
    row("${__field.labels}", "{dc=\"1\", host=\"web\"}");
    row("${__field.name}", "temp");
    row("${__field.displayName}!", "temp {dc=\"1\", host=\"web\"}!");
    row("${__series.name}", "cpu");
    row("${other} ${__field.name", "${other} ${__field.name");
    row("", "temp {dc=\"1\", host=\"web\"}");
}

void OverrideTest::configuredNames()
{
    QFETCH(QString, configured);
    QFETCH(QString, expected);
    std::vector<Frame> frames = {makeFrame("cpu", {labelled("temp", {{"host", "web"}, {"dc", "1"}})})};
    Field &field = frames.front().fields.front();
    field.config.displayName = configured.toStdString();
    QCOMPARE(QString::fromStdString(displayName(field, frames.front(), frames)), expected);
    QCOMPARE(QString::fromStdString(displayName(field, frames.front(), {})), expected);
}

void OverrideTest::sameNames()
{
    const Frame frame = makeFrame(
        "", {makeField("Value", {}), makeField("x", {}), makeField("Value", {}), makeField("Value", {})});
    QCOMPARE(displayName(frame.fields[0], frame, {}), std::string("Value 1"));
    QCOMPARE(displayName(frame.fields[1], frame, {}), std::string("x"));
    QCOMPARE(displayName(frame.fields[3], frame, {}), std::string("Value 3"));
    QCOMPARE(frameDisplayName(makeFrame("", {makeField("x", {})}, "C")), std::string("Series (C)"));
    QCOMPARE(frameDisplayName(makeFrame("", {labelled("x", {{"a", "b"}})})), std::string("{a=\"b\"}"));
}

void OverrideTest::matches_data()
{
    QTest::addColumn<FieldMatcher>("matcher");
    QTest::addColumn<QString>(
        "expected"); // one letter for each that matches: time t, web w, time u, db d, note n
    const auto row = [](const char *name, FieldMatcher matcher, const char *expected) {
        QTest::newRow(name) << matcher << QString::fromUtf8(expected);
    };
    const auto byValue = [](Calculation calculation, Comparison comparison, double value) {
        return ByValue{calculation, comparison, value};
    };
    row("display name", ByName{"web"}, "w");
    row("field's name", ByName{"Value"}, "wd");
    row("no name", ByName{"nothing"}, "");
    row("names", ByNames{{"web", "note"}, false}, "wn");
    row("all but names", ByNames{{"web", "Time"}, true}, "dn");
    row("pattern", ByRegex{"/^(web|db)$/"}, "wd");
    row("pattern on a part", ByRegex{"/e/"}, "twun");
    row("bare pattern", ByRegex{"w.b"}, "w");
    row("bare pattern on a part", ByRegex{"w"}, "");
    row("pattern of nothing", ByRegex{""}, "");
    row("pattern that cannot be done", ByRegex{"/(?=w/"}, "");
    row("numbers", ByType{FieldType::Number}, "wd");
    row("times", ByType{FieldType::Time}, "tu");
    row("texts", ByType{FieldType::Text}, "n");
    row("query", ByQuery{"B"}, "udn");
    row("last at least", byValue(Calculation::LastNotNull, Comparison::GreaterOrEqual, 5), "twu");
    row("maximum below", byValue(Calculation::Max, Comparison::Less, 1), "d");
    row("maximum is", byValue(Calculation::Max, Comparison::Equal, 5), "w");
    row("maximum is not", byValue(Calculation::Max, Comparison::NotEqual, 5), "tudn");
    row("maximum above", byValue(Calculation::Max, Comparison::Greater, 1e6), "tu");
    row("minimum at most", byValue(Calculation::Min, Comparison::LessOrEqual, 0), "d");
    row("all zero", byValue(Calculation::AllIsZero, Comparison::GreaterOrEqual, 0), "d");
    row("all null", byValue(Calculation::AllIsNull, Comparison::Less, -7), "n");
}

void OverrideTest::matches()
{
    QFETCH(FieldMatcher, matcher);
    QFETCH(QString, expected);
    const std::vector<Frame> frames = twoSeries();
    QString found;
    std::size_t letter = 0;
    for (const Frame &frame : frames) {
        for (const Field &field : frame.fields) {
            if (sightglass::matches(matcher, field, frame, frames))
                found += QLatin1Char("twudn"[letter]);
            ++letter;
        }
    }
    QCOMPARE(found, expected);
}

void OverrideTest::applies()
{
    std::vector<Frame> frames = twoSeries();
    FieldConfig defaults = withUnit("short");
    defaults.decimals = 1;
    FieldConfig second;
    second.decimals = 3;
    second.graph.lineWidth = 4;
    applyFieldConfig(frames, defaults,
                     {{ByType{FieldType::Number}, withUnit("bytes")},
                      {ByName{"db"}, withUnit("s")},
                      {ByName{"db"}, second},
                      {ByRegex{"/((/"}, withUnit("never")}});
    const Field &web = frames[0].fields[1];
    const Field &db = frames[1].fields[1];
    const Field &note = frames[1].fields[2];
    QCOMPARE(web.config.unit, std::optional(std::string("bytes")));
    QCOMPARE(web.config.decimals, std::optional(1));
    QCOMPARE(db.config.unit, std::optional(std::string("s")));
    QCOMPARE(db.config.decimals, std::optional(3));
    QCOMPARE(db.config.graph.lineWidth, std::optional(4.0));
    QCOMPARE(note.config.unit, std::optional(std::string("short")));
}

/// A property without a value is as if nobody had said it, also where the same override says it again.
void OverrideTest::takesAway()
{
    std::vector<Frame> frames = twoSeries();
    FieldConfig defaults = withUnit("short");
    defaults.decimals = 1;
    defaults.color = FieldColor{ColorMode::Fixed, "red", {}, ColorBy::Last};
    FieldOverride both{ByName{"db"}, withUnit("s"), {"unit", "decimals", "color", "invented"}};
    applyFieldConfig(frames, defaults, {both});
    const FieldConfig &db = frames[1].fields[1].config;
    QCOMPARE(db.unit, std::optional(std::string("s")));
    QVERIFY(!db.decimals && !db.color);
    QCOMPARE(frames[0].fields[1].config.decimals, std::optional(1));
    for (const char *id : {"unit", "custom.align", "custom.hideFrom", "thresholds", "links"})
        QVERIFY(isClearable(id));
    QVERIFY(!isClearable("custom.invented"));
}

void OverrideTest::ownConfigWins()
{
    std::vector<Frame> frames = twoSeries();
    FieldConfig &own = frames[0].fields[1].config;
    own.unit = "own";
    own.links = std::vector<DataLink>{{"own", "a", false}};
    FieldConfig defaults = withUnit("default");
    defaults.max = 7;
    defaults.links = std::vector<DataLink>{{"default", "b", false}};
    std::vector<Frame> overridden = frames;
    applyFieldConfig(frames, defaults, {});
    QCOMPARE(frames[0].fields[1].config.unit, std::optional(std::string("own")));
    QCOMPARE(frames[0].fields[1].config.max, std::optional(7.0));
    QCOMPARE(frames[0].fields[1].config.links->size(), std::size_t(2));
    QCOMPARE(frames[0].fields[1].config.links->front().title, std::string("own"));
    applyFieldConfig(overridden, defaults, {{ByQuery{"A"}, withUnit("override")}});
    QCOMPARE(overridden[0].fields[1].config.unit, std::optional(std::string("override")));
}

void OverrideTest::renamedIsFound()
{
    std::vector<Frame> frames = twoSeries();
    FieldConfig renamed;
    renamed.displayName = "front";
    applyFieldConfig(
        frames, {},
        {{ByName{"web"}, renamed}, {ByName{"front"}, withUnit("bytes")}, {ByName{"web"}, withUnit("s")}});
    QCOMPARE(frames[0].fields[1].config.unit, std::optional(std::string("bytes")));
    QCOMPARE(displayName(frames[0].fields[1], frames[0], frames), std::string("front"));
}

void OverrideTest::makesConsistent()
{
    std::vector<Frame> frames = twoSeries();
    FieldConfig defaults;
    defaults.min = 9;
    defaults.max = 1;
    defaults.thresholds = Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "green"}}};
    FieldConfig fixed;
    fixed.color = FieldColor{ColorMode::Fixed, "red", {}, ColorBy::Last};
    applyFieldConfig(frames, defaults, {{ByName{"db"}, fixed}});
    const FieldConfig &web = frames[0].fields[1].config;
    QCOMPARE(web.min, std::optional(1.0));
    QCOMPARE(web.max, std::optional(9.0));
    QCOMPARE(web.color->mode, ColorMode::Thresholds);
    QCOMPARE(frames[1].fields[1].config.color->mode, ColorMode::Fixed);
}

void OverrideTest::reportsPatterns()
{
    FieldConfig defaults;
    defaults.mappings = std::vector<ValueMapping>{{RegexMapping{"/(?!a/"}, {}}, {RegexMapping{"ok"}, {}}};
    FieldConfig other;
    other.mappings = std::vector<ValueMapping>{{RegexMapping{"/a"}, {}}};
    const auto problems =
        patternProblems(defaults, {{ByRegex{"/((/"}, other}, {ByRegex{"/fine/"}, {}}, {ByRegex{""}, {}}});
    QCOMPARE(problems.size(), std::size_t(3));
    QVERIFY(patternProblems({}, {}).empty());
}

SIGHTGLASS_TEST(OverrideTest)

} // namespace

#include "overridetest.moc"
