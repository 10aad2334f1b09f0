// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/reducedvalues.h"

#include "model/dashboard/panelframes.h"
#include "model/dashboard/valueplaces.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <limits>

namespace {

using namespace sightglass;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

PanelSeries seriesOf(const std::string &name, const std::vector<double> &numbers)
{
    PanelSeries series;
    series.name = name;
    series.labels = Labels().with("job", name);
    TimestampMs t = 0;
    for (const double number : numbers)
        series.samples.push_back({t += 1000, number});
    return series;
}

PanelData dataOf(std::vector<PanelSeries> series, TimestampMs end)
{
    PanelData data;
    data.range = {0, end};
    data.series = std::move(series);
    return data;
}

PanelSpec statPanel(Calculation calculation)
{
    PanelSpec panel;
    StatOptions options;
    options.reduce.calculation = calculation;
    panel.options = options;
    panel.queries = {{"x", "", false}};
    return panel;
}

Field column(const char *name, FieldType type, std::vector<FieldValue> values)
{
    Field field;
    field.name = name;
    field.type = type;
    field.values = std::move(values);
    return field;
}

class ReducedValuesTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aValueForEachSeries()
    {
        const PanelData data = dataOf({seriesOf("a", {1, 2, 6}), seriesOf("b", {4, nan, 8})}, 3000);
        const auto values = reducedValues(statPanel(Calculation::Mean), data);
        QCOMPARE(values.size(), std::size_t{2});
        QCOMPARE(values[0].name, std::string("a"));
        QCOMPARE(values[0].number(), 3.0);
        QCOMPARE(values[1].number(), 6.0);
        QCOMPARE(values[1].range, (FieldRange{1, 8}));
        QCOMPARE(*values[1].series, std::size_t{1});
    }

    void lastValuesAge()
    {
        const PanelData data = dataOf({seriesOf("ended", {1, 5}), seriesOf("none", {}),
                                       seriesOf("nan", {1, nan, nan, nan, nan, nan, nan})},
                                      7000);
        const auto values = reducedValues(statPanel(Calculation::LastNotNull), data);
        QCOMPARE(values[0].presence, Presence::Stale);
        QCOMPARE(*values[0].last, (Sample{2000, 5}));
        QCOMPARE(values[0].number(), 5.0); // and it is said how old it is
        QCOMPARE(values[1].presence, Presence::None);
        QCOMPARE(values[2].presence, Presence::Current);
        QVERIFY(std::isnan(values[2].number()));
        QCOMPARE(reducedValues(statPanel(Calculation::Max), data)[0].number(), 5.0);
        const auto last = reducedValues(statPanel(Calculation::Last), data);
        QCOMPARE(last[0].presence, Presence::Stale);
        QVERIFY(std::isnan(last[0].number()));
        const PanelData ended = dataOf({seriesOf("ended", {1, 5, nan})}, 9000);
        QCOMPARE(*reducedValues(statPanel(Calculation::LastNotNull), ended)[0].last, (Sample{2000, 5}));
    }

    void severalCalculationsAreValuesOfTheirOwn()
    {
        PanelSpec panel = statPanel(Calculation::Max);
        std::get<StatOptions>(panel.options).reduce.further = {Calculation::Min, Calculation::Mean};
        PanelData data = dataOf({seriesOf("a", {1, 2, 6}), seriesOf("b", {4, 8})}, 3000);
        const auto check = [&panel, &data] {
            const auto values = reducedValues(panel, data);
            QCOMPARE(values.size(), std::size_t{6});
            const double numbers[] = {6, 1, 3, 8, 4, 6};
            for (std::size_t i = 0; i < values.size(); ++i) {
                QCOMPARE(values[i].number(), numbers[i]);
                QCOMPARE(*values[i].series, i / 3);
                QCOMPARE(values[i].field, i / 3);
            }
            QVERIFY(values[1].calculation == Calculation::Min);
        };
        check();
        TransformContext context;
        data.frames = std::make_shared<const std::vector<Frame>>(seriesFrames(data, panel, context));
        check();
        panel.field.displayName = "${__calc}";
        auto frames = *data.frames;
        applyFieldConfig(frames, panel.field, panel.overrides);
        data.frames = std::make_shared<const std::vector<Frame>>(std::move(frames));
        const auto named = reducedValues(panel, data);
        QCOMPARE(named[1].name, std::string("min"));
        QVERIFY(!named[1].calculation); // the name says it
        std::get<StatOptions>(panel.options).reduce.further.clear();
        QVERIFY(!reducedValues(panel, data)[0].calculation);
    }

    void percentChange()
    {
        PanelSpec panel = statPanel(Calculation::LastNotNull);
        std::get<StatOptions>(panel.options).percentChange = true;
        const PanelData data = dataOf({seriesOf("a", {4, 5, 6}), seriesOf("zero", {0, 0, 0})}, 3000);
        const auto values = reducedValues(panel, data);
        QCOMPARE(*values[0].percentChange, 50.0);
        QVERIFY(!values[1].percentChange); // 0 / 0 is no change that can be told
    }

    void rangesOfPercentages()
    {
        PanelSpec panel = statPanel(Calculation::LastNotNull);
        panel.field.unit = "percentunit";
        const PanelData data = dataOf({seriesOf("a", {0.25, 0.5})}, 2000);
        QCOMPARE(reducedValues(panel, data)[0].range, (FieldRange{0, 1}));
        panel.field.max = 2;
        QCOMPARE(reducedValues(panel, data)[0].range, (FieldRange{0, 2}));
    }

    void rowsOfATable()
    {
        PanelSpec panel = statPanel(Calculation::LastNotNull);
        ReduceOptions &reduce = std::get<StatOptions>(panel.options).reduce;
        reduce.allRows = true;
        reduce.limit = 2;
        PanelData data = dataOf({}, 3000);
        data.frames = std::make_shared<const std::vector<Frame>>(
            std::vector<Frame>{{{},
                                "A",
                                {column("who", FieldType::Text, {"x", "y", "z"}),
                                 column("count", FieldType::Number, {1.0, 2.0, 3.0})}}});
        const auto values = reducedValues(panel, data);
        QCOMPARE(values.size(), std::size_t{2});
        QCOMPARE(values[0].name, std::string("x"));
        QCOMPARE(values[1].number(), 2.0);
        QCOMPARE(*values[1].row, std::size_t{1});
        reduce.allRows = false;
        reduce.fields = "/^who$/";
        const auto texts = reducedValues(panel, data);
        QCOMPARE(texts.size(), std::size_t{1});
        QCOMPARE(std::get<std::string>(texts[0].value), std::string("z"));
        QCOMPARE(texts[0].type, FieldType::Text);
    }

    void configuredNamesAreFilledIn()
    {
        PanelSpec panel = statPanel(Calculation::Max);
        Field value = column("v", FieldType::Number, {1.0, 2.0});
        value.labels = Labels().with("job", "api");
        value.config.displayName = "${__field.labels.job} ${__calc}";
        PanelData data = dataOf({}, 3000);
        data.frames = std::make_shared<const std::vector<Frame>>(std::vector<Frame>{{{}, "A", {value}}});
        QCOMPARE(reducedValues(panel, data)[0].name, std::string("api max"));
    }

    void linksAreFilledAndEncoded_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("expected"); // empty: may not be opened
        const auto row = [](const char *name, const char *url, const char *expected) {
            QTest::newRow(name) << QByteArray(url) << QByteArray(expected);
        };
        row("plain", "https://x/y?a=b", "https://x/y?a=b");
        row("label", "http://x/?j=${__field.labels.job}", "http://x/?j=a%26b%20%2F");
        row("value", "http://x/${__value.numeric}", "http://x/2.5");
        row("range", "http://x/?${__url_time_range}", "http://x/?from=1&to=2");
        row("a whole address from a cell", "${__data.fields.site}", "https://site/p?q=1");
        row("variables stay", "http://x/$other/${y}", "http://x/$other/${y}");
        row("script", "javascript:alert(1)", "");
        row("file", "file:///etc/passwd", "");
        row("script from a cell", "${__data.fields.evil}", "");
        row("another dashboard", "/d/abc?v=${__value.raw}", "/d/abc?v=2.5");
        row("relative", "/x/abc", "");
        row("any case", "HTTPS://x", "HTTPS://x");
        row("line break", "http://x/\ny", "");
    }

    void linksAreFilledAndEncoded()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, expected);
        Field value = column("v", FieldType::Number, {2.5});
        value.labels = Labels().with("job", "a&b /");
        const Frame frame{{},
                          "A",
                          {value, column("site", FieldType::Text, {"https://site/p?q=1"}),
                           column("evil", FieldType::Text, {"javascript:alert(1)"})}};
        const std::vector<Frame> frames{frame};
        const DisplayNames names(frames);
        const ValuePlace place{&frames[0], 0, &names, 0, 2.5, {}, {1, 2}};
        const auto filled = filledUrl(url.toStdString(), place);
        QCOMPARE(QByteArray::fromStdString(filled.value_or(std::string())), expected);
    }
};

} // namespace

SIGHTGLASS_TEST(ReducedValuesTest)
#include "reducedvaluestest.moc"
