// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/cursorcontext.h"

#include "model/assist/signaturehelp.h"
#include "parser/promql/functions.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

/// `|` in the text is the cursor.
CursorContext contextOf(QByteArray text)
{
    const qsizetype cursor = text.indexOf('|');
    text.remove(cursor, 1);
    return cursorContext(text.toStdString(), static_cast<std::size_t>(cursor));
}

QByteArray joined(const std::vector<std::string> &texts)
{
    QByteArray all;
    for (const std::string &text : texts)
        all += (all.isEmpty() ? "" : " ") + QByteArray::fromStdString(text);
    return all;
}

class CursorContextTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void places_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<CursorPlace>("place");
        QTest::addColumn<QByteArray>("prefix");
        const auto row = [](const char *text, CursorPlace place, const char *prefix = "") {
            QTest::newRow(text) << QByteArray(text) << place << QByteArray(prefix);
        };
        row("|", CursorPlace::Operand);
        row("http_r|", CursorPlace::Operand, "http_r");
        row("ht|tp", CursorPlace::Operand, "ht");
        row("sum|", CursorPlace::Operand, "sum");
        row("rate(|", CursorPlace::Operand);
        row("rate(x|)", CursorPlace::Operand, "x");
        row("up |", CursorPlace::Operator);
        row("up o|", CursorPlace::Operator, "o");
        row("up + |", CursorPlace::Operand);
        row("x{|", CursorPlace::LabelName);
        row("x{co|", CursorPlace::LabelName, "co");
        row("x{co|=\"200\"}", CursorPlace::LabelName, "co");
        row("x{code|", CursorPlace::LabelName, "code");
        row("x{code |", CursorPlace::MatchOperator);
        row("x{code=|", CursorPlace::LabelValue);
        row("x{code=\"|", CursorPlace::LabelValue);
        row("x{code=\"2|\"}", CursorPlace::LabelValue, "2");
        row("x{code=\"200\",|", CursorPlace::LabelName);
        row("x{code=\"200\"|}", CursorPlace::Nothing);
        row("x{code=\"200\"} |", CursorPlace::Operator);
        row("sum by (|) (x)", CursorPlace::GroupingLabel);
        row("sum by (co|", CursorPlace::GroupingLabel, "co");
        row("a / on (|) b", CursorPlace::GroupingLabel);
        row("sum by (a) |", CursorPlace::Nothing);
        row("sum(x) |", CursorPlace::Operator);
        row("x[|", CursorPlace::Duration);
        row("x[5|]", CursorPlace::Duration, "5");
        row("x[$__ra|]", CursorPlace::Duration, "$__ra");
        row("x offset |", CursorPlace::Duration);
        row("x @ |", CursorPlace::FixedTime);
        row("x @ st|", CursorPlace::FixedTime, "st");
        row("x @ end|", CursorPlace::FixedTime, "end");
        row("x @ 17|", CursorPlace::Nothing);
        row("12|", CursorPlace::Nothing);
        row("up # co|mment", CursorPlace::Nothing);
        row("label_replace(x, \"a|\"", CursorPlace::Nothing);
    }
    void places()
    {
        QFETCH(QByteArray, text);
        QFETCH(CursorPlace, place);
        const CursorContext context = contextOf(text);
        QCOMPARE(context.place, place);
        if (place != CursorPlace::Nothing)
            QTEST(QByteArray::fromStdString(context.prefix), "prefix");
    }

    void theSelectorAroundIsKnown()
    {
        const CursorContext context = contextOf("rate(x{job=\"web\", code=~\"2|\", a!=\"b\"}[5m])");
        QCOMPARE(context.place, CursorPlace::LabelValue);
        QCOMPARE(QByteArray::fromStdString(context.label), QByteArray("code"));
        QCOMPARE(context.matchers.size(), std::size_t{3});
        QCOMPARE(context.matchers[0], (Matcher{MatchOp::Equal, "__name__", "x"}));
        QCOMPARE(context.matchers[1], (Matcher{MatchOp::Equal, "job", "web"}));
        QCOMPARE(context.matchers[2], (Matcher{MatchOp::NotEqual, "a", "b"}));
        QCOMPARE(context.quote, '"');
    }

    void quotedNamesCount()
    {
        const CursorContext context = contextOf("{\"my metric\", \"my label\"=\"|\"}");
        QCOMPARE(context.place, CursorPlace::LabelValue);
        QCOMPARE(QByteArray::fromStdString(context.label), QByteArray("my label"));
        QCOMPARE(context.matchers.at(0), (Matcher{MatchOp::Equal, "__name__", "my metric"}));
    }

    void listsKnowTheirMetrics_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("metrics");
        QTest::newRow("before") << QByteArray("sum by (|) (rate(a[1m])) / b") << QByteArray("a");
        QTest::newRow("behind") << QByteArray("b / sum(rate(a{c=\"d\"}[1m])) by (e, |)") << QByteArray("a");
        QTest::newRow("unfinished") << QByteArray("sum by (|") << QByteArray("");
        QTest::newRow("join") << QByteArray("a / on (|) b") << QByteArray("a b");
        QTest::newRow("empty operand") << QByteArray("sum by (|) () + b") << QByteArray("b");
    }
    void listsKnowTheirMetrics()
    {
        QFETCH(QByteArray, text);
        QTEST(joined(contextOf(text).metrics), "metrics");
    }

    void keywordsThatMayFollow()
    {
        QVERIFY(contextOf("sum |").afterAggregation);
        QVERIFY(contextOf("sum(x) |").afterAggregation);
        QVERIFY(!contextOf("rate(x[5m]) |").afterAggregation);
        QVERIFY(contextOf("a / |").afterOperator);
        QVERIFY(contextOf("a / on (b) |").afterMatching);
        QVERIFY(!contextOf("a |").afterOperator);
    }

    void signatures_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<int>("active");
        QTest::newRow("first") << QByteArray("rate(|") << QByteArray("rate") << 0;
        QTest::newRow("second") << QByteArray("clamp(x, |)") << QByteArray("clamp") << 1;
        QTest::newRow("inner") << QByteArray("histogram_quantile(0.9, sum by (le) (rate(x[5m|")
                               << QByteArray("rate") << 0;
        QTest::newRow("aggregation") << QByteArray("topk by (a) (3, |") << QByteArray("topk") << 1;
        QTest::newRow("commas in braces")
            << QByteArray("round(x{a=\"1\",b=\"2\"}, |") << QByteArray("round") << 1;
        QTest::newRow("repeated") << QByteArray("label_join(x, \"a\", \"b\", \"c\", \"d\", |")
                                  << QByteArray("label_join") << 3;
        QTest::newRow("closed") << QByteArray("rate(x[5m]) |") << QByteArray() << 0;
        QTest::newRow("unknown") << QByteArray("nope(|") << QByteArray() << 0;
    }
    void signatures()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, word);
        const qsizetype cursor = text.indexOf('|');
        const auto help = signatureAt(text.remove(cursor, 1).toStdString(), static_cast<std::size_t>(cursor));
        QCOMPARE(help ? QByteArray(help->doc->word.data(), static_cast<qsizetype>(help->doc->word.size()))
                      : QByteArray(),
                 word);
        if (help)
            QTEST(static_cast<int>(help->active), "active");
    }

    /// Every function and aggregation of the language has a line of documentation and as many names as
    /// arguments.
    void everyFunctionIsDocumented()
    {
        for (const WordDoc &doc : wordDocs()) {
            QVERIFY2(doc.text[0] != '\0', doc.word.data());
            if (doc.kind == WordKind::Function)
                QVERIFY2(promql::findFunction(doc.word) != nullptr, doc.word.data());
        }
        for (const promql::FunctionSignature &signature : promql::functionTable()) {
            const WordDoc *doc = findWordDoc(signature.name);
            QVERIFY2(doc != nullptr, signature.name.data());
            const std::vector<Parameter> parameters = parametersOf(*doc);
            const bool repeats = !parameters.empty() && parameters.back().repeated;
            if (!repeats)
                QVERIFY2(parameters.size() == signature.arguments.size(), signature.name.data());
        }
    }

    void everyBeginningHasAContext()
    {
        const QByteArray query =
            "sum(rate(a{b=\"c\",d!~\"e\"}[5m:1m] offset 1h)) by (f) / on(g) group_left() h > bool 1";
        for (qsizetype i = 0; i <= query.size(); ++i) {
            static_cast<void>(cursorContext(query.left(i).toStdString(), static_cast<std::size_t>(i)));
            static_cast<void>(cursorContext(query.toStdString(), static_cast<std::size_t>(i)));
        }
    }
};

} // namespace

SIGHTGLASS_TEST(CursorContextTest)
#include "cursorcontexttest.moc"
