// SPDX-License-Identifier: GPL-3.0-or-later
// What server-side expressions refuse because it is too much.
#include "model/dashboard/expressionvalues.h"
#include "model/dashboard/serverexpression.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace sightglass;
using expressions::Value;
using expressions::Values;

constexpr TimestampMs start = 1'700'000'000'000;

class ExpressionBoundsTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void longFormulas();
    void manyExpressions();
    void deepChains();
    void manyPoints_data();
    void manyPoints();
    void cancels();
    void manySeriesJoined();
};

std::string target(const std::string &members)
{
    return R"({"datasource":{"type":"__expr__","uid":"__expr__"},)" + members + "}";
}

PanelSpec panelOfMath(const std::vector<std::pair<std::string, std::string>> &formulas)
{
    PanelSpec panel;
    panel.queries = {{"a", "", false, "A"}};
    for (const auto &[refId, formula] : formulas)
        panel.otherQueries.push_back(
            {2, target(R"("refId":")" + refId + R"(","type":"math","expression":")" + formula + '"')});
    return panel;
}

/// An answer of A: series with so many points each, a second apart.
PanelData answerWith(std::size_t series, std::size_t points)
{
    PanelData data;
    data.range = {start, start + 1000 * 1000};
    std::vector<Sample> samples;
    for (std::size_t i = 0; i < points; ++i)
        samples.push_back({start + static_cast<TimestampMs>(i) * 1000, 1});
    for (std::size_t i = 0; i < series; ++i) {
        PanelSeries &one = data.series.emplace_back();
        one.labels = Labels({{"i", std::to_string(i)}});
        one.samples = samples;
    }
    return data;
}

PanelData reckoned(const PanelSpec &panel, PanelData data, const ExpressionContext &context = {})
{
    addServerExpressions(data, panel, serverExpressions(panel), context);
    return data;
}

/// Chains in brackets are as deep as all of them together.
void ExpressionBoundsTest::longFormulas()
{
    std::string chains = "1";
    for (int i = 0; i < 99; ++i) {
        chains.insert(0, 1, '(');
        for (int k = 0; k < 99; ++k)
            chains += "+1";
        chains += ')';
    }
    const auto refused = parseMath(chains);
    QVERIFY(!refused.ok());
    QVERIFY(QString::fromStdString(plainText(refused.error())).contains(QStringLiteral("too long")));
    std::string products = "1";
    for (int i = 0; i < 5; ++i)
        products = "(" + products + "*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1*1)";
    QVERIFY(parseMath(products).ok());
}

void ExpressionBoundsTest::manyExpressions()
{
    std::vector<std::pair<std::string, std::string>> formulas = {{"E0", "1"}};
    for (std::size_t i = 1; i < mostServerExpressions; ++i)
        formulas.emplace_back("E" + std::to_string(i), "$E" + std::to_string(i - 1) + " + 1");
    std::ranges::reverse(formulas); // each needs the next
    PanelSpec panel = panelOfMath(formulas);
    const PanelData data = reckoned(panel, answerWith(1, 1));
    QVERIFY2(!data.error, data.error ? plainText(*data.error).c_str() : "");
    QCOMPARE(data.series.size(), 1 + mostServerExpressions);
    QCOMPARE(data.series[1].samples.back().v, 100.0);
    formulas.emplace_back("more", "1");
    panel = panelOfMath(formulas);
    QCOMPARE(serverExpressions(panel).size(), mostServerExpressions);
    const PanelData refused = reckoned(panel, answerWith(1, 1));
    QVERIFY(refused.error);
    QVERIFY(QString::fromStdString(plainText(*refused.error)).contains(QStringLiteral("more than 100")));
    QCOMPARE(refused.series.size(), 1 + mostServerExpressions);
}

/// Formulas that are not deep but need each other are.
void ExpressionBoundsTest::deepChains()
{
    std::string end;
    for (int i = 0; i < 90; ++i)
        end += "+1";
    std::vector<std::pair<std::string, std::string>> formulas;
    for (int i = 1; i < 90; ++i)
        formulas.emplace_back("E" + std::to_string(i), "$E" + std::to_string(i + 1) + end);
    formulas.emplace_back("E90", "1");
    const PanelData data = reckoned(panelOfMath(formulas), answerWith(1, 1));
    QVERIFY(data.error);
    QVERIFY(QString::fromStdString(plainText(*data.error)).contains(QStringLiteral("nested too deeply")));
}

void ExpressionBoundsTest::manyPoints_data()
{
    QTest::addColumn<int>("series");
    QTest::addColumn<int>("points");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("refused");
    // Read, reckoned and answered: each is counted.
    QTest::newRow("under") << 1600 << 1000 << QByteArray(R"("refId":"C","type":"math","expression":"-$A")")
                           << false;
    QTest::newRow("over") << 1700 << 1000 << QByteArray(R"("refId":"C","type":"math","expression":"-$A")")
                          << true;
    QTest::newRow("joins under") << 1600 << 1000
                                 << QByteArray(R"("refId":"C","type":"math","expression":"$A / $A")")
                                 << false;
    QTest::newRow("joins over") << 1700 << 1000
                                << QByteArray(R"("refId":"C","type":"math","expression":"$A / $A")") << true;
    const QByteArray resample =
        R"("refId":"C","type":"resample","expression":"A","window":"10ms","downsampler":"last","upsampler":"pad")";
    QTest::newRow("resampled under") << 20 << 1 << resample << false; // 100,000 points each
    QTest::newRow("resampled over") << 26 << 1 << resample << true;
    QTest::newRow("resampled far over") << 20'000 << 1 << resample << true;
}

void ExpressionBoundsTest::manyPoints()
{
    QFETCH(int, series);
    QFETCH(int, points);
    QFETCH(QByteArray, json);
    QFETCH(bool, refused);
    PanelSpec panel = panelOfMath({});
    panel.otherQueries = {{1, target(json.toStdString())}};
    const PanelData data =
        reckoned(panel, answerWith(static_cast<std::size_t>(series), static_cast<std::size_t>(points)));
    QCOMPARE(data.error.has_value(), refused);
    QCOMPARE(data.series.size(), static_cast<std::size_t>(refused ? series : 2 * series));
    if (refused)
        QVERIFY(QString::fromStdString(plainText(*data.error)).contains(QStringLiteral("too many points")));
}

void ExpressionBoundsTest::cancels()
{
    const PanelSpec panel = panelOfMath({{"C", "-$A"}});
    std::stop_source stop;
    stop.request_stop();
    const PanelData data = reckoned(panel, answerWith(2, 10), {{}, stop.get_token()});
    QVERIFY(!data.error);
    QCOMPARE(data.series.size(), std::size_t{2});
}

/// As many as there are in A, not as many as could go together.
void ExpressionBoundsTest::manySeriesJoined()
{
    const PanelSpec panel = panelOfMath({{"C", "$A / $A"}});
    const PanelData data = reckoned(panel, answerWith(20'000, 1));
    QVERIFY2(!data.error, data.error ? plainText(*data.error).c_str() : "");
    QCOMPARE(data.series.size(), std::size_t{40'000});
    // Those that have to be compared are bounded.
    Values left;
    Values right;
    for (int i = 0; i < 4000; ++i) {
        left.push_back(Value{Labels({{"i", std::to_string(i)}}), false, {}, 1.0});
        right.push_back(Value{Labels({{"i", std::to_string(i)}, {"k", "1"}}), false, {}, 1.0});
    }
    QVERIFY(!expressions::paired(left, right, 20'000));
    left.resize(1000);
    QCOMPARE(expressions::paired(left, right, 20'000)->size(), std::size_t{1000});
    QVERIFY(!expressions::paired(left, right, 999));
}

SIGHTGLASS_TEST(ExpressionBoundsTest)

} // namespace

#include "expressionboundstest.moc"
