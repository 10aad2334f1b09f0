// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/serverexpression.h"

#include "model/dashboard/expressionvalues.h"
#include "model/dashboard/panelquery.h"
#include "tests/model/dashboard/expositionloader.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace sightglass;
using expressions::Point;
using expressions::Value;
using expressions::Values;

constexpr TimestampMs start = 1'700'000'000'000;

class ServerExpressionTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void math_data();
    void math();
    void refuses_data();
    void refuses();
    void joinsByLabels();
    void joinsByTimes();
    void reduces_data();
    void reduces();
    void resamples_data();
    void resamples();
    void inPanels();
    void hiddenInputs();
    void resampledLines();
    void inFrames();
    void errors_data();
    void errors();
    void instantAndRange();
    void unnamedInputs();
    void keepsNull();
    void noNewestValue();
    void exemplarsOfShownQueries();
};

std::string target(const char *members)
{
    return R"({"datasource":{"type":"__expr__","uid":"__expr__"},)" + std::string(members) + "}";
}

/// A panel of x{a="1"}, x{a="2"} and y, and of expressions.
PanelSpec panelOf(std::initializer_list<const char *> expressions)
{
    PanelSpec panel;
    panel.queries = {{"sum by (a) (x)", "", false, "A"}, {"sum(y)", "", false, "B"}};
    for (const char *expression : expressions)
        panel.otherQueries.push_back({2, target(expression)});
    return panel;
}

PanelData answerOf(const PanelSpec &panel)
{
    Head head;
    for (int i = 0; i <= 10; ++i)
        test::loadExposition(head,
                             "x{a=\"1\"} " + QByteArray::number(i) + "\nx{a=\"2\"} " +
                                 QByteArray::number(10 * i) + "\ny 2\n",
                             Labels(), start + i * 1000);
    return queryPanel(*head.snapshot(), QueryEngine(), panel, {{start + 4000, start + 8000}, 1000, 4000});
}

QString textOf(const PanelData &data)
{
    QStringList lines;
    for (const PanelSeries &series : data.series) {
        QStringList values;
        for (const Sample &sample : series.inRange())
            values += QString::number(sample.v);
        lines += QString::fromStdString(series.name) + QStringLiteral(": ") + values.join(u' ');
    }
    return lines.join(u'\n');
}

void ServerExpressionTest::math_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("expected");
    const auto row = [](const char *text, double expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << expected;
    };
    row("1 + 2 * 3", 7);
    row("(1 + 2) * 3", 9);
    row("2 ** 3 ** 2", 64); // from the left
    row("10 - 3 - 2", 5);
    row("7 % 4", 3);
    row("1e3 / 4", 250);
    row("-2 ** 2", 4); // the sign binds more
    row("!0 + 1", 2);
    row("1 < 2 && 2 > 3 || 1", 1);
    row("0 && nan()", 0);
    row("1 || nan()", 1);
    row("nan() == nan()", NAN);
    row("is_nan(nan())", 1);
    row("is_null(null())", 1);
    row("is_inf(infn())", 1);
    row("is_number(inf())", 0);
    row("abs(-3) + ceil(1.2) + floor(1.8) + round(1.5)", 8);
    row("log(1)", 0);
    row("${a b} * 2", 84);
    row("$A_1/$A_1", 1);
}

void ServerExpressionTest::math()
{
    QFETCH(QString, text);
    QFETCH(double, expected);
    PanelSpec panel;
    panel.otherQueries = {
        {0, target(R"("refId":"a b","type":"math","expression":"42","hide":true)")},
        {0, target(R"("refId":"A_1","type":"math","expression":"3","hide":true)")},
        {0, target(qPrintable(QStringLiteral(R"("refId":"C","type":"math","expression":"%1")").arg(text)))}};
    const PanelData data = answerOf(panel);
    QVERIFY2(!data.error, data.error ? plainText(*data.error).c_str() : "");
    QCOMPARE(data.series.size(), std::size_t{1});
    QCOMPARE(data.series[0].name, std::string("C"));
    QCOMPARE(data.series[0].samples.size(), std::size_t{1});
    QCOMPARE(data.series[0].samples[0].v, expected);
}

void ServerExpressionTest::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const char *json) { QTest::newRow(name) << QByteArray(json); };
    row("nothing", R"("refId":"C","type":"math","expression":"")");
    row("half", R"("refId":"C","type":"math","expression":"$A +")");
    row("a function", R"x("refId":"C","type":"math","expression":"sqrt($A)")x");
    row("a bracket", R"("refId":"C","type":"math","expression":"($A")");
    row("a name", R"("refId":"C","type":"math","expression":"$ + 1")");
    row("too much", R"("refId":"C","type":"math","expression":"$A $B")");
    row("a reducer", R"("refId":"C","type":"reduce","expression":"A","reducer":"p99")");
    row("a mode", R"("refId":"C","type":"reduce","expression":"A","reducer":"sum","settings":{"mode":"x"})");
    row("a sampler", R"("refId":"C","type":"resample","expression":"A","window":"5s","downsampler":"x")");
    row("a threshold", R"("refId":"C","type":"threshold","expression":"A","conditions":[])");
    row("a way back",
        R"("refId":"C","type":"threshold","expression":"A","conditions":[{"evaluator":{"type":"gt","params":[1]},"unloadEvaluator":{"type":"lt","params":[0]}}])");
    row("classic", R"("refId":"C","type":"classic_conditions")");
    row("sql", R"("refId":"C","type":"sql","expression":"SELECT 1")");
}

void ServerExpressionTest::refuses()
{
    QFETCH(QByteArray, json);
    QVERIFY(!serverExpressionOf(target(json.constData())).ok());
    const std::string deep = std::string(100'000, '(') + "1";
    QVERIFY(!parseMath(deep).ok());
    QVERIFY(!parseMath(std::string(100'000, '-') + "1").ok());
}

Value number(std::vector<Label> labels, double value)
{
    return {Labels(std::move(labels)), false, {}, value};
}

void ServerExpressionTest::joinsByLabels()
{
    const Values left = {number({{"a", "1"}, {"b", "1"}}, 1), number({{"a", "2"}, {"b", "1"}}, 2)};
    const Values of = {number({{"a", "1"}}, 10), number({{"a", "3"}}, 20)};
    const Values joined = expressions::operated("+", left, of);
    QCOMPARE(joined.size(), std::size_t{1}); // what is part of the other's labels
    QCOMPARE(joined[0].labels, left[0].labels);
    QCOMPARE(joined[0].number, std::optional(11.0));
    // Without labels it goes with all.
    QCOMPARE(expressions::operated("*", left, {number({}, 3)}).size(), std::size_t{2});
    // As many labels, but others: nothing; one of each goes together all the same, without labels.
    QVERIFY(expressions::operated("+", left, {number({{"a", "5"}, {"b", "1"}}, 1), number({{"c", "1"}}, 1)})
                .empty());
    const Values alone = expressions::operated("-", {number({{"a", "1"}}, 5)}, {number({{"a", "2"}}, 3)});
    QCOMPARE(alone.size(), std::size_t{1});
    QVERIFY(alone[0].labels.empty());
    QCOMPARE(alone[0].number, std::optional(2.0));
}

void ServerExpressionTest::joinsByTimes()
{
    const Value left{{}, true, {{1, 1.0}, {2, 2.0}, {3, std::nullopt}, {5, 5.0}}, {}};
    const Value right{{}, true, {{2, 20.0}, {3, 30.0}, {4, 40.0}, {5, 50.0}}, {}};
    const Values joined = expressions::operated("+", {left}, {right});
    QCOMPARE(joined[0].points.size(), std::size_t{3});
    QCOMPARE(joined[0].points[0].v, std::optional(22.0));
    QVERIFY(!joined[0].points[1].v);
    QCOMPARE(joined[0].points[2].t, TimestampMs{5});
}

void ServerExpressionTest::reduces_data()
{
    QTest::addColumn<QByteArray>("reducer");
    QTest::addColumn<QByteArray>("settings");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *reducer, const char *settings, const char *expected) {
        QTest::addRow("%s %s", reducer, settings)
            << QByteArray(reducer) << QByteArray(settings) << QString::fromUtf8(expected);
    };
    for (const char *reducer : {"sum", "mean", "min", "max", "median"})
        row(reducer, "{}", "nan");
    row("count", "{}", "5");
    row("last", "{}", "inf");
    const char *drop = R"({"mode":"dropNN"})";
    row("sum", drop, "6");
    row("mean", drop, "2");
    row("min", drop, "1");
    row("max", drop, "3");
    row("median", drop, "2");
    row("count", drop, "3");
    row("last", drop, "3");
    const char *replace = R"({"mode":"replaceNN","replaceWithValue":10})";
    row("sum", replace, "26");
    row("last", replace, "10");
    row("median", replace, "3");
}

void ServerExpressionTest::reduces()
{
    QFETCH(QByteArray, reducer);
    QFETCH(QByteArray, settings);
    QFETCH(QString, expected);
    const auto by = serverExpressionOf(target((R"("refId":"C","type":"reduce","expression":"A","reducer":")" +
                                               reducer + R"(","settings":)" + settings)
                                                  .constData()));
    QVERIFY(by.ok());
    const Value series{{}, true, {{1, 1.0}, {2, 3.0}, {3, NAN}, {4, 2.0}, {5, HUGE_VAL}}, {}};
    Value other = series;
    if (settings.contains("dropNN"))
        std::swap(other.points[1], other.points[3]);
    const Value result = expressions::reduced(other, *by);
    QVERIFY(!result.isSeries);
    QCOMPARE(QString::number(*result.number), expected);
    const Value none = expressions::reduced(Value{{}, true, {}, {}}, *by);
    QCOMPARE(none.number.has_value(), !settings.contains("dropNN") || reducer == "sum" || reducer == "count");
}

void ServerExpressionTest::resamples_data()
{
    QTest::addColumn<QByteArray>("down");
    QTest::addColumn<QByteArray>("up");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *down, const char *up, const char *expected) {
        QTest::addRow("%s %s", down, up) << QByteArray(down) << QByteArray(up) << QString::fromUtf8(expected);
    };
    // Samples at 0, 1, 2, 6; windows end at 0, 2, 4, 6, 8.
    row("mean", "fillna", "1 2.5 - 5 -");
    row("sum", "pad", "1 5 3 5 5");
    row("last", "backfilling", "1 3 5 5 -");
    row("min", "pad", "1 2 3 5 5");
    row("max", "pad", "1 3 3 5 5");
}

void ServerExpressionTest::resamples()
{
    QFETCH(QByteArray, down);
    QFETCH(QByteArray, up);
    QFETCH(QString, expected);
    const auto by = serverExpressionOf(
        target((R"("refId":"C","type":"resample","expression":"$A","window":"2s","downsampler":")" + down +
                R"(","upsampler":")" + up + '"')
                   .constData()));
    QVERIFY(by.ok());
    const Value series{{}, true, {{0, 1.0}, {1, 2.0}, {2, 3.0}, {6, 5.0}}, {}};
    const auto result = expressions::resampled(series, *by, 2, 0, 8);
    QVERIFY(result);
    QStringList values;
    for (const Point &point : result->points)
        values += point.v ? QString::number(*point.v) : QStringLiteral("-");
    QCOMPARE(values.join(u' '), expected);
    QVERIFY(!expressions::resampled(series, *by, 10, 0, 8));
    QVERIFY(!expressions::resampled(series, *by, 1, 0, 100'000'000));
}

void ServerExpressionTest::inPanels()
{
    const PanelData data = answerOf(panelOf(
        {R"("refId":"C","type":"math","expression":"$A * $B + 1")",
         R"("refId":"D","type":"reduce","expression":"C","reducer":"max")",
         R"("refId":"E","type":"threshold","expression":"D","conditions":[{"evaluator":{"type":"within_range","params":[20,1000]}}])"}));
    QVERIFY2(!data.error, data.error ? plainText(*data.error).c_str() : "");
    QCOMPARE(textOf(data), QStringLiteral("{a=\"1\"}: 4 5 6 7 8\n"
                                          "{a=\"2\"}: 40 50 60 70 80\n"
                                          "sum(y): 2 2 2 2 2\n"
                                          "C 1: 9 11 13 15 17\n"
                                          "C 2: 81 101 121 141 161\n"
                                          "D 1: 17\n"
                                          "D 2: 161\n"
                                          "E 1: 0\n"
                                          "E 2: 1"));
    QCOMPARE(data.series.back().query, std::size_t{4});
    QCOMPARE(data.series.back().samples.back().t, start + 8000);
}

/// What is hidden is asked where an expression needs it, and not shown.
void ServerExpressionTest::hiddenInputs()
{
    PanelSpec panel = panelOf({R"("refId":"C","type":"math","expression":"$A / $B","hide":true)",
                               R"("refId":"D","type":"reduce","expression":"$C","reducer":"last")"});
    panel.queries[0].hidden = panel.queries[1].hidden = true;
    panel.queries.push_back({"((", "", false, "Z", FrameFormat::TimeSeries, {}, true});
    const PanelData data = answerOf(panel);
    QVERIFY2(!data.error, data.error ? plainText(*data.error).c_str() : "");
    QCOMPARE(textOf(data), QStringLiteral("D 1: 4\nD 2: 40"));
    // Overrides find it by its letter.
    FieldConfig config;
    config.unit = "s";
    panel.overrides = {{ByQuery{"D"}, config}};
    const PanelData configured = answerOf(panel);
    QVERIFY(configured.series[0].config);
    QCOMPARE(configured.series[0].config->unit, std::optional<std::string>("s"));
}

void ServerExpressionTest::resampledLines()
{
    PanelSpec panel = panelOf(
        {R"("refId":"C","type":"resample","expression":"B","window":"500ms","downsampler":"last","upsampler":"fillna")"});
    panel.queries[0].hidden = panel.queries[1].hidden = true;
    const PanelData data = answerOf(panel);
    QVERIFY2(!data.error, data.error ? plainText(*data.error).c_str() : "");
    QCOMPARE(data.series.size(), std::size_t{1});
    QCOMPARE(data.series[0].samples.size(), std::size_t{5});
    QVERIFY(data.series[0].isThinned()); // and so joined but at its breaks
    QCOMPARE(data.series[0].breaks.size(), std::size_t{4});
}

void ServerExpressionTest::inFrames()
{
    PanelSpec panel = panelOf({R"("refId":"C","type":"math","expression":"$A > 50")"});
    panel.options = TableOptions();
    panel.transformations = {{"filterByRefId", R"({"include":"C"})", false, {}, {}}};
    const PanelData data = answerOf(panel);
    QVERIFY(data.frames);
    QCOMPARE(data.frames->size(), std::size_t{2});
    QCOMPARE(data.frames->front().refId, std::string("C"));
    QCOMPARE(data.frames->front().fields[1].name, std::string("C"));
}

void ServerExpressionTest::errors_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("part");
    const auto row = [](const char *name, const char *json, const char *part) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(part);
    };
    row("nothing", R"("refId":"C","type":"math","expression":"$X")", "X");
    row("itself", R"("refId":"C","type":"math","expression":"$C + 1")", "needs itself");
    row("a number resampled",
        R"("refId":"C","type":"resample","expression":"N","window":"5s","downsampler":"last","upsampler":"pad")",
        "only series");
    row("no window",
        R"("refId":"C","type":"resample","expression":"A","window":"x","downsampler":"last","upsampler":"pad")",
        "no duration");
    row("does not parse", R"("refId":"C","type":"math","expression":"$A +")", "character 5");
    row("sql", R"("refId":"C","type":"sql","expression":"SELECT 1")", "sql");
}

void ServerExpressionTest::errors()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, part);
    const PanelData data =
        answerOf(panelOf({R"("refId":"N","type":"math","expression":"1","hide":true)", json.constData()}));
    QVERIFY(data.error);
    QVERIFY2(QString::fromStdString(plainText(*data.error)).contains(part), plainText(*data.error).c_str());
    QCOMPARE(data.series.size(), std::size_t{3}); // the others are there all the same
}

PanelSpec panelOfMath(const std::vector<std::pair<std::string, std::string>> &formulas)
{
    PanelSpec panel = panelOf({});
    for (const auto &[refId, formula] : formulas)
        panel.otherQueries.push_back(
            {2,
             target((R"("refId":")" + refId + R"(","type":"math","expression":")" + formula + '"').c_str())});
    return panel;
}

/// A query that is asked for the end and over the range gives an expression its values at the end.
void ServerExpressionTest::instantAndRange()
{
    PanelSpec panel = panelOfMath({{"C", "$A * 2"}});
    panel.queries[0].instant = panel.queries[0].alsoRange = true;
    panel.queries[1].hidden = true;
    QCOMPARE(textOf(answerOf(panel)), QStringLiteral("{a=\"1\"}: 8\n{a=\"2\"}: 80\n"
                                                     "{a=\"1\"}: 4 5 6 7 8\n{a=\"2\"}: 40 50 60 70 80\n"
                                                     "C 1: 16\nC 2: 160"));
}

/// Queries without a refId are found by their letters, hidden or not.
void ServerExpressionTest::unnamedInputs()
{
    PanelSpec panel = panelOfMath({{"C", "$B * 2"}});
    panel.queries[0].hidden = panel.queries[1].hidden = true;
    panel.queries[1].refId.clear();
    const PanelData data = answerOf(panel);
    QVERIFY2(!data.error, data.error ? plainText(*data.error).c_str() : "");
    QCOMPARE(textOf(data), QStringLiteral("C: 4 4 4 4 4"));
}

void ServerExpressionTest::keepsNull()
{
    const auto by =
        serverExpressionOf(target(R"("refId":"C","type":"reduce","expression":"A","reducer":"last")"));
    QVERIFY(!expressions::reduced(Value{{}, true, {{1, 1.0}, {2, std::nullopt}}, {}}, *by).number);
    QVERIFY(std::isnan(*expressions::reduced(Value{{}, true, {}, {}}, *by).number));
}

/// They reckon with steps, as Grafana's server, also where the panel shows its last value.
void ServerExpressionTest::noNewestValue()
{
    PanelSpec panel = panelOfMath({{"C", "$B * 2"}});
    panel.options = StatOptions();
    Head head;
    for (int i = 0; i <= 4000; i += 10)
        test::loadExposition(head, "y " + QByteArray::number(i) + "\n", Labels(), start + i * 1000);
    const auto timesOf = [&head](const PanelSpec &of) {
        const PanelData data =
            queryPanel(*head.snapshot(), QueryEngine(), of, {{start, start + 3'995'000}, 1000, 10});
        std::vector<TimestampMs> odd;
        for (const PanelSeries &series : data.series) {
            for (const Sample &sample : series.samples) {
                if (sample.t % data.stepMs != 0)
                    odd.push_back(sample.t);
            }
        }
        return odd.size();
    };
    QCOMPARE(timesOf(panel), std::size_t{0});
    panel.otherQueries.clear();
    QVERIFY(timesOf(panel) > 0); // without expressions there is one at the end
}

void ServerExpressionTest::exemplarsOfShownQueries()
{
    Head head;
    const SeriesId id = head.seriesFor(Labels::withName("h_bucket", {{"le", "1"}}));
    (void)head.append(id, start + 5000, 1);
    (void)head.appendExemplar(id, {Labels(std::vector<Label>{{"trace_id", "a"}}), 0.5, start + 5000, true});
    head.commit();
    PanelSpec panel = panelOfMath({{"C", "$A * 2"}});
    panel.queries = {{"sum(h_bucket)", "", false, "A"}};
    panel.exemplars = true;
    const auto count = [&head, &panel] {
        return queryPanel(*head.snapshot(), QueryEngine(), panel, {{start + 4000, start + 8000}, 1000, 4000})
            .exemplars.size();
    };
    QCOMPARE(count(), std::size_t{1});
    panel.queries[0].hidden = true;
    QCOMPARE(count(), std::size_t{0});
}

SIGHTGLASS_TEST(ServerExpressionTest)

} // namespace

#include "serverexpressiontest.moc"
