// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/template/parsetemplate.h"

#include "tests/support/templatecases.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;
using namespace sightglass::test;

class ParseTemplateTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatGoSays_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        for (const TemplateCase &one : readTemplateCases(QStringLiteral("parsing.txt")))
            QTest::addRow("line %d", one.line)
                << QByteArray::fromStdString(one.text) << QByteArray::fromStdString(one.expected);
    }

    void saysWhatGoSays()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto tree = parseAlertTemplate("T", text.toStdString());
        QCOMPARE(tree ? QByteArray("OK") : QByteArray::fromStdString(tree.error().arguments.front()),
                 expected);
    }

    void namesThePlaceInTheGivenText()
    {
        const auto tree = parseAlertTemplate("X", "first\nabc {{ humanise $value }}");
        QVERIFY(!tree);
        QCOMPARE(tree.error().code, ErrorCode::ConfigSyntax);
        QCOMPARE(tree.error().arguments.front(),
                 std::string("template: __alert_X:2: function \"humanise\" not defined"));
        QCOMPARE(tree.error().span, (SourceSpan{13, 21}));
        QCOMPARE(tree.error().position, (SourcePosition{2, 8}));
    }

    void knowsOnlyTheGivenFunctions()
    {
        const std::array<std::string_view, 1> functions = {"mine"};
        QVERIFY(parseTemplate("t", "{{ mine 1 | printf \"%d\" }}", functions).ok());
        QVERIFY(!parseTemplate("t", "{{ humanize 1 }}", functions));
        QVERIFY(!parseTemplate("t", "{{ $value }}", functions));
    }

    void hasPrometheusFunctions()
    {
        const auto names = alertTemplateFunctions();
        QCOMPARE(names.size(), std::size_t{29});
        QVERIFY(std::ranges::find(names, "query") != names.end());
        QVERIFY(std::ranges::find(names, "tmpl") == names.end());
    }

    void refusesComplexNumbers()
    {
        for (const char *text : {"{{ 1i }}", "{{ 1+2i }}", "{{ 0i }}"}) {
            const auto tree = parseAlertTemplate("T", text);
            QVERIFY(!tree);
            QVERIFY(tree.error().arguments.front().find("complex numbers are not supported") !=
                    std::string::npos);
        }
    }

    void isBounded_data()
    {
        QTest::addColumn<QByteArray>("open");
        QTest::addColumn<QByteArray>("middle");
        QTest::addColumn<QByteArray>("close");
        QTest::newRow("parentheses") << QByteArray("(") << QByteArray("1") << QByteArray(")");
        QTest::newRow("if") << QByteArray("}}{{ if 1 }}{{ 1 ") << QByteArray() << QByteArray("}}{{ end ");
        QTest::newRow("else if") << QByteArray("}}{{ if 1 }}{{ else if 1 ") << QByteArray()
                                 << QByteArray("}}{{ end }}{{ 1 ");
        QTest::newRow("block") << QByteArray("}}{{ block \"a\" . }}{{ 1 ") << QByteArray()
                               << QByteArray("}}{{ end ");
    }

    void isBounded()
    {
        QFETCH(QByteArray, open);
        QFETCH(QByteArray, middle);
        QFETCH(QByteArray, close);
        const auto nested = [&](int height) {
            return ("{{ print " + open.repeated(height) + middle + close.repeated(height) + " }}")
                .toStdString();
        };
        const auto high = parseAlertTemplate("T", nested(100'000 / static_cast<int>(open.size())));
        QVERIFY(!high);
        QVERIFY(high.error().arguments.front().ends_with("max expression depth exceeded"));
        const auto low = parseAlertTemplate("T", nested(20));
        if (!low)
            QVERIFY(!low.error().arguments.front().ends_with("max expression depth exceeded"));
    }

    void refusesEndlessText()
    {
        QVERIFY(!parseAlertTemplate("T", std::string(2U << 20U, 'x')));
        QVERIFY(parseAlertTemplate("T", std::string(1U << 19U, 'x')).ok());
    }
};

} // namespace

SIGHTGLASS_TEST(ParseTemplateTest)
#include "parsetemplatetest.moc"
