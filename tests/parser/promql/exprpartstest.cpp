// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/promql/exprparts.h"

#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::promql;

class ExprPartsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void selectors_data();
    void selectors();
    void longChains();
    void calls();
};

ExprPtr parsed(const std::string &query)
{
    const auto expr = parseExpr(query, Features::all());
    return expr ? *expr : nullptr;
}

void ExprPartsTest::selectors_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("names");
    const auto row = [](const char *query, const char *names) {
        QTest::newRow(query) << QByteArray(query) << QByteArray(names);
    };
    row("1 + 2", "");
    row("a", "a");
    row("rate(a[5m])", "a");
    row("sum by (le) (rate(a[5m])) / (b - -c)", "a b c");
    row("max_over_time(rate(a[1m])[5m:])", "a");
    row("topk(scalar(k), a)", "k a");
    row("a + a offset 5m and on (x) b @ end()", "a a b");
    row("histogram_quantile(0.9, sum by (le) (rate(h_bucket{x=\"y\"}[5m])))", "h_bucket");
    row("label_replace(a, \"b\", \"$1\", \"c\", \"(.*)\")", "a");
}

void ExprPartsTest::selectors()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, names);
    const ExprPtr expr = parsed(query.toStdString());
    QVERIFY(expr);
    QByteArrayList found;
    for (const VectorSelector *selector : selectorsOf(*expr))
        found.append(QByteArray::fromStdString(selector->name));
    QCOMPARE(found.join(' '), names);
}

void ExprPartsTest::longChains()
{
    std::string query = "a";
    for (int i = 0; i < 20'000; ++i)
        query += "+a";
    const ExprPtr expr = parsed(query);
    QVERIFY(expr);
    QCOMPARE(selectorsOf(*expr).size(), std::size_t{20'001});
}

void ExprPartsTest::calls()
{
    const ExprPtr expr = parsed("1 - sum(histogram_quantile(0.5, rate(a[5m])))");
    QVERIFY(expr);
    QVERIFY(callsFunction(*expr, "histogram_quantile"));
    QVERIFY(callsFunction(*expr, "rate"));
    QVERIFY(!callsFunction(*expr, "sum"));
}

SIGHTGLASS_TEST(ExprPartsTest)

} // namespace

#include "exprpartstest.moc"
