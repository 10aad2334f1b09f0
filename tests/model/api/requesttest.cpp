// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/api/apifixture.h"
#include "tests/model/api/requestrows.h"
#include "tests/support/testcase.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

using namespace sightglass;

/// Requests and the very bytes they are answered with.
class ApiRequestTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void refusals_data();
    void refusals();
    void documents_data();
    void documents();
    void trees_data();
    void trees();
    void features();
    void moved();
    void pagesOfRules();
    void waitingCountsAgainstTheTimeout();
    void nothingIsThereYet();
    void answersAreBounded();
    void cancelled();
};

void ApiRequestTest::answers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("body");
    for (const test::AnswerRow &row : test::answerRows())
        QTest::newRow(row.name) << QByteArray(row.request)
                                << QByteArray("{\"status\":\"success\",\"data\":") + row.data + row.behind +
                                       '}';
}

void ApiRequestTest::answers()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, body);
    const ApiResponse response = test::ask(test::apiContext(), request.toStdString());
    QCOMPARE(QByteArray::fromStdString(response.body), body);
    QCOMPARE(response.code, 200);
    QCOMPARE(QByteArray::fromStdString(response.contentType), QByteArray("application/json"));
}

void ApiRequestTest::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("error");
    for (const test::RefusalRow &row : test::refusalRows())
        QTest::newRow(row.name) << QByteArray(row.request) << row.code << QByteArray(row.type)
                                << QByteArray(row.error);
}

void ApiRequestTest::refusals()
{
    QFETCH(QByteArray, request);
    QFETCH(int, code);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, error);
    const ApiResponse response = test::ask(test::apiContext(), request.toStdString());
    const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(response.body)).object();
    QCOMPARE(body.value(QStringLiteral("error")).toString().toUtf8(), error);
    QCOMPARE(body.value(QStringLiteral("errorType")).toString().toUtf8(), type);
    QCOMPARE(body.value(QStringLiteral("status")).toString(), QStringLiteral("error"));
    QVERIFY(!body.contains(QStringLiteral("data")));
    QCOMPARE(response.code, code);
}

void ApiRequestTest::documents_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("has");
    for (const test::DocumentRow &row : test::documentRows())
        QTest::newRow(row.name) << QByteArray(row.request) << row.code << QByteArray(row.has);
}

void ApiRequestTest::documents()
{
    QFETCH(QByteArray, request);
    QFETCH(int, code);
    QFETCH(QByteArray, has);
    const ApiResponse response = test::ask(test::apiContext(), request.toStdString());
    QVERIFY2(response.body.find(has.toStdString()) != std::string::npos, response.body.c_str());
    QCOMPARE(response.code, code);
    QCOMPARE(!response.allow.empty(), code == 405 || request.startsWith("OPTIONS"));
}

void ApiRequestTest::trees_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("tree");
    for (const test::TreeRow &row : test::treeRows())
        QTest::newRow(row.name) << QByteArray(row.query) << QByteArray(row.tree);
}

void ApiRequestTest::trees()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, tree);
    const QByteArray request = "POST /api/v1/parse_query?query=" + query.toPercentEncoding();
    const ApiResponse response = test::ask(test::apiContext(), request.toStdString());
    QCOMPARE(QByteArray::fromStdString(response.body),
             QByteArray("{\"status\":\"success\",\"data\":") + tree + '}');
}

/// The switches that are on show.
void ApiRequestTest::features()
{
    ApiContext context = test::apiContext();
    const auto feature = [&context](const QString &category, const QString &name) {
        const ApiResponse response = test::ask(context, "GET /api/v1/features");
        return QJsonDocument::fromJson(QByteArray::fromStdString(response.body))
            .object()
            .value(QStringLiteral("data"))
            .toObject()
            .value(category)
            .toObject()
            .value(name);
    };
    const QString language = QStringLiteral("promql");
    const QString functions = QStringLiteral("promql_functions");
    QCOMPARE(feature(language, QStringLiteral("fill_left")), QJsonValue(false));
    QCOMPARE(feature(functions, QStringLiteral("mad_over_time")), QJsonValue(false));
    context.query.features = promql::Features::all();
    QCOMPARE(feature(language, QStringLiteral("fill_left")), QJsonValue(true));
    QCOMPARE(feature(language, QStringLiteral("smoothed")), QJsonValue(true));
    QCOMPARE(feature(language, QStringLiteral("delayed_name_removal")), QJsonValue(true));
    QCOMPARE(feature(functions, QStringLiteral("mad_over_time")), QJsonValue(true));
    QCOMPARE(feature(QStringLiteral("promql_operators"), QStringLiteral("limitk")), QJsonValue(true));
    QCOMPARE(feature(QStringLiteral("promql_operators"), QStringLiteral("<=")), QJsonValue(true));
}

void ApiRequestTest::moved()
{
    QCOMPARE(test::ask(test::apiContext(), "GET /metrics/").location, std::string("/metrics"));
    QCOMPARE(test::ask(test::apiContext(), "GET /-/ready/").location, std::string("/-/ready"));
    QCOMPARE(test::ask(test::apiContext(), "GET /metrics").location, std::string());
}

void ApiRequestTest::pagesOfRules()
{
    ApiContext context = test::apiContext();
    auto state = std::make_shared<ApiState>(*context.state);
    state->ruleGroups.push_back(state->ruleGroups.front());
    state->ruleGroups.back().group.name = "second";
    context.state = state;
    const auto page = [&context](const QByteArray &more) {
        const ApiResponse response =
            test::ask(context, ("GET /api/v1/rules?group_limit=1" + more).toStdString());
        return QJsonDocument::fromJson(QByteArray::fromStdString(response.body))
            .object()
            .value(QStringLiteral("data"))
            .toObject();
    };
    const auto nameOf = [](const QJsonObject &data) {
        return data.value(QStringLiteral("groups")).toArray().at(0).toObject().value(QStringLiteral("name"));
    };
    const QJsonObject first = page({});
    const QByteArray token = first.value(QStringLiteral("groupNextToken")).toString().toUtf8();
    QCOMPARE(nameOf(first), QJsonValue(QStringLiteral("demo")));
    QVERIFY(!token.isEmpty());
    const QJsonObject second = page("&group_next_token=" + token);
    QCOMPARE(nameOf(second), QJsonValue(QStringLiteral("second")));
    QVERIFY(!second.contains(QStringLiteral("groupNextToken")));
}

void ApiRequestTest::waitingCountsAgainstTheTimeout()
{
    ApiContext context = test::apiContext();
    context.waitedMs = 2000;
    QCOMPARE(test::ask(context, "GET /api/v1/query?query=up&timeout=1s").code, 503);
    QCOMPARE(test::ask(context, "GET /api/v1/query?query=up&timeout=3s").code, 200);
}

void ApiRequestTest::nothingIsThereYet()
{
    ApiContext context;
    context.state = std::make_shared<ApiState>();
    QCOMPARE(test::ask(context, "GET /-/ready").code, 503);
    QCOMPARE(test::ask(context, "GET /-/healthy").code, 200);
    QCOMPARE(test::ask(context, "GET /metrics").code, 200);
    QCOMPARE(test::ask(context, "GET /api/v1/status/walreplay").code, 200);
    const ApiResponse response = test::ask(context, "GET /api/v1/query?query=up");
    QCOMPARE(response.code, 503);
    QVERIFY2(response.body.find("\"unavailable\"") != std::string::npos, response.body.c_str());
}

void ApiRequestTest::answersAreBounded()
{
    ApiContext context = test::apiContext();
    context.maxResponseBytes = 4096;
    const ApiResponse response =
        test::ask(context, "GET /api/v1/query_range?query=1&start=0&end=11000&step=1");
    QCOMPARE(response.code, 422);
    QVERIFY2(response.body.find("larger than 4096 bytes") != std::string::npos, response.body.c_str());
    QCOMPARE(test::ask(context, "GET /api/v1/query?query=1").code, 200);
}

void ApiRequestTest::cancelled()
{
    std::stop_source stop;
    stop.request_stop();
    ApiContext context = test::apiContext();
    context.cancel = stop.get_token();
    const ApiResponse response = test::ask(context, "GET /api/v1/query?query=http_requests_total");
    QCOMPARE(response.code, 499);
    QVERIFY2(response.body.find("\"canceled\"") != std::string::npos, response.body.c_str());
}

} // namespace

SIGHTGLASS_TEST(ApiRequestTest)
#include "requesttest.moc"
