// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/head.h"
#include "model/variables/builtins.h"
#include "model/variables/resolution.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'700'000'000'000;

std::shared_ptr<const Snapshot> sampleStore()
{
    Head head;
    const auto add = [&head](std::vector<Label> labels, double value) {
        return head.append(head.seriesFor(Labels(std::move(labels))), now, value).ok();
    };
    if (!add({{"__name__", "up"}, {"job", "api"}, {"instance", "a:1"}}, 1) ||
        !add({{"__name__", "up"}, {"job", "db"}, {"instance", "b:2"}}, 0) ||
        !add({{"__name__", "load"}, {"job", "db"}, {"cpu", "0"}}, 2.5))
        return nullptr;
    head.commit();
    return head.snapshot();
}

QString joined(const std::vector<VariableOption> &options)
{
    QStringList texts;
    for (const VariableOption &option : options)
        texts += QString::fromStdString(option.value);
    return texts.join(u'|');
}

class VariableQueryTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void answers_data();
    void answers();
    void errors_data();
    void errors();
    void cancelled();
    void chained();
    void cycles();
    void allKinds();
};

void VariableQueryTest::parses_data()
{
    using Kind = VariableQuery::Kind;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QByteArray>("label");
    const auto row = [](const char *text, Kind kind, const char *argument, const char *label) {
        QTest::newRow(text) << QByteArray(text) << int(kind) << QByteArray(argument) << QByteArray(label);
    };
    row("", Kind::Nothing, "", "");
    row("label_names()", Kind::LabelNames, "", "");
    row("label_names(up)", Kind::LabelNames, "up", "");
    row(" label_values(job) ", Kind::LabelValues, "", "job");
    row("label_values(up{a=\"x,y\"}, job)", Kind::LabelValues, "up{a=\"x,y\"}", "job");
    row("label_values(up, \"a.b\")", Kind::LabelValues, "up", "a.b");
    row("metrics(^node_)", Kind::MetricNames, "^node_", "");
    row("query_result(sum(up) by (job))", Kind::Result, "sum(up) by (job)", "");
    row("up{job=\"x\"}", Kind::Series, "up{job=\"x\"}", "");
    row("label_values", Kind::Series, "label_values", "");
}

void VariableQueryTest::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, kind);
    QFETCH(QByteArray, argument);
    QFETCH(QByteArray, label);
    const VariableQuery query = parseVariableQuery(text.toStdString());
    QCOMPARE(int(query.kind), kind);
    QCOMPARE(QByteArray::fromStdString(query.argument), argument);
    QCOMPARE(QByteArray::fromStdString(query.label), label);
}

void VariableQueryTest::answers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(expected);
    };
    row("label_names()", "__name__|cpu|instance|job");
    row("label_names(load)", "__name__|cpu|job");
    row("label_values(job)", "api|db");
    row("label_values(load, job)", "db");
    row("label_values(up{job=~\"a.*\"}, instance)", "a:1");
    row("label_values(up, cpu)", "");
    row("metrics(^l)", "load");
    row("up{job=\"db\"}", "up{instance=\"b:2\",job=\"db\"}");
    row("query_result(load * 2)", "{cpu=\"0\",job=\"db\"} 5 1700000000000");
    row("query_result(scalar(load))", "2.5");
    row("", "");
}

void VariableQueryTest::answers()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto snapshot = sampleStore();
    QVERIFY(snapshot != nullptr);
    const QueryEngine engine;
    const auto options =
        answersOf(parseVariableQuery(text.toStdString()), {*snapshot, engine, {now - 60'000, now}});
    QVERIFY2(options.ok(), options.ok() ? "" : plainText(options.error()).c_str());
    QCOMPARE(joined(*options), expected);
}

void VariableQueryTest::errors_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"label_values(up{, job)", "query_result(sum()", "metrics((?!x)", "up{"})
        QTest::newRow(text) << QByteArray(text);
}

void VariableQueryTest::errors()
{
    QFETCH(QByteArray, text);
    const auto snapshot = sampleStore();
    const QueryEngine engine;
    QVERIFY(
        !answersOf(parseVariableQuery(text.toStdString()), {*snapshot, engine, {now - 60'000, now}}).ok());
}

void VariableQueryTest::cancelled()
{
    const auto snapshot = sampleStore();
    const QueryEngine engine;
    std::stop_source stop;
    stop.request_stop();
    const auto options =
        answersOf(parseVariableQuery("up"), {*snapshot, engine, {now - 60'000, now}}, stop.get_token());
    QVERIFY(!options.ok());
    QCOMPARE(options.error().code, ErrorCode::QueryCancelled);
}

void VariableQueryTest::chained()
{
    const auto snapshot = sampleStore();
    const QueryEngine engine;
    std::vector<VariableSpec> variables(2);
    variables[0].name = "instance";
    variables[0].query = "label_values(up{job=~\"$job\"}, instance)";
    variables[1].name = "job";
    variables[1].query = "label_values(job)";
    variables[1].multi = true;
    variables[1].current = {{"db", "db"}};
    const VariableSource source{*snapshot, engine, {now - 60'000, now}};
    const ResolvedVariables first = resolveVariables(variables, {}, {}, source);
    QCOMPARE(joined(first.variables[0].options), QStringLiteral("b:2"));
    QVERIFY(first.cyclic.empty());
    const ResolvedVariables other = resolveVariables(variables, {{"job", {{"api", "api"}}}}, {}, source);
    QCOMPARE(other.values.find("instance")->values, (std::vector<std::string>{"a:1"}));
    QCOMPARE(other.variables[1].name, std::string("job"));
}

void VariableQueryTest::cycles()
{
    const auto snapshot = sampleStore();
    const QueryEngine engine;
    std::vector<VariableSpec> variables(2);
    variables[0].name = "a";
    variables[0].query = "label_values(up{job=\"$b\"}, instance)";
    variables[1].name = "b";
    variables[1].query = "label_values(up{instance=\"$a\"}, job)";
    const ResolvedVariables resolved =
        resolveVariables(variables, {}, {}, {*snapshot, engine, {now - 60'000, now}});
    QCOMPARE(resolved.cyclic, (std::vector<std::string>{"a", "b"}));
    QCOMPARE(resolved.variables.size(), std::size_t{2});
}

void VariableQueryTest::allKinds()
{
    const auto snapshot = sampleStore();
    const QueryEngine engine;
    using Type = VariableType;
    std::vector<VariableSpec> variables;
    const auto add = [&variables](Type type, const char *query) -> VariableSpec & {
        VariableSpec &variable = variables.emplace_back();
        variable.type = type;
        variable.query = query;
        variable.name = "v" + std::to_string(variables.size() - 1);
        return variable;
    };
    add(Type::Constant, "c");
    add(Type::TextBox, "t");
    add(Type::Interval, "1m,1h").autoInterval.offered = true;
    add(Type::Custom, "x,y").includeAll = true;
    add(Type::DataSource, "prometheus");
    add(Type::Switch, "").options = {{"Enabled", "on"}, {"Disabled", "off"}};
    add(Type::AdHoc, "");
    const ResolvedVariables resolved = resolveVariables(variables, {{"v1", {{"typed", "typed"}}}}, {},
                                                        {*snapshot, engine, {now - 3'600'000, now}});
    const auto first = [&resolved](const char *name) {
        const VariableValue *value = resolved.values.find(name);
        return value == nullptr || value->values.empty() ? QString()
                                                         : QString::fromStdString(value->values.front());
    };
    QCOMPARE(first("v0"), QStringLiteral("c"));
    QCOMPARE(first("v1"), QStringLiteral("typed"));
    QCOMPARE(first("v2"), QStringLiteral("2m"));
    QVERIFY(resolved.values.find("v3")->all);
    QCOMPARE(first("v4"), QStringLiteral("sightglass"));
    QCOMPARE(first("v5"), QStringLiteral("on"));
    QVERIFY(resolved.values.find("v6") == nullptr);
}

SIGHTGLASS_TEST(VariableQueryTest)

} // namespace

#include "variablequerytest.moc"
