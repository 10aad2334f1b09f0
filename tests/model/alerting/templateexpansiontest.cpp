// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templateexpansion.h"

#include "model/alerting/templatefunction.h"
#include "tests/support/templatecases.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// The world that the cases of expansions.txt live in; templatepeertest.cpp gives promtool the same.
TemplateEnvironment environment()
{
    TemplateEnvironment world;
    world.time = 60'000;
    world.externalUrl = "http://ex.org/pre/fix";
    world.externalLabels = Labels(std::vector<Label>{{"region", "eu"}});
    world.query = [](std::string_view expression) -> Result<std::vector<TemplateSample>> {
        if (expression == "none")
            return std::vector<TemplateSample>{};
        if (expression != "m")
            return Error{ErrorCode::QueryFailed, {"no such thing"}, {}, {}};
        return std::vector<TemplateSample>{{Labels::withName("m", {{"a", "z"}, {"i", "1"}}), 1.5, nullptr},
                                           {Labels::withName("m", {{"a", "b"}, {"i", "2"}}), 1e6, nullptr}};
    };
    return world;
}

TemplateSample element()
{
    return {Labels::withName("up", {{"instance", "host.example.org:9100"},
                                    {"job", "a<b>&\"c'"},
                                    {"x", "\xC3\x84\xC3\xB6\xC3\x9C \xC3\x9F"}}),
            1234567.5, nullptr};
}

std::string expanded(std::string_view text, const TemplateEnvironment &world = environment())
{
    return expandAlertTemplate("T", text, element(), world);
}

class TemplateExpansionTest : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void expandsAsPrometheus_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        for (const TemplateCase &one : readTemplateCases(QStringLiteral("expansions.txt")))
            QTest::addRow("line %d", one.line)
                << QByteArray::fromStdString(one.text) << QByteArray::fromStdString(one.expected);
    }

    void expandsAsPrometheus()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(expanded(text.toStdString())), expected);
    }

    void tellsOfBrokenTemplatesInTheAlert()
    {
        QCOMPARE(expanded("{{ foo }}"),
                 std::string("<error expanding template: error parsing template __alert_T: template: "
                             "__alert_T:1: function \"foo\" not defined>"));
    }

    void tellsOfBrokenQueries()
    {
        QVERIFY(expanded("{{ query \"x\" }}").ends_with("error calling query: no such thing>"));
        TemplateEnvironment world = environment();
        world.query = nullptr;
        QVERIFY(expanded("{{ query \"m\" }}", world).find("error calling query") != std::string::npos);
    }

    void expandsHistograms()
    {
        auto histogram = std::make_shared<FloatHistogram>();
        histogram->count = 3;
        histogram->sum = 7.5;
        const TemplateSample sample{Labels::withName("h"), 0, histogram};
        const auto text = [&sample](std::string_view what) {
            return expandAlertTemplate("T", what, sample, environment());
        };
        QCOMPARE(text("{{ $value }}"), std::string("{count:3, sum:7.5}"));
        QCOMPARE(text("{{ $value.Sum }} {{ .Value.Count }} {{ printf \"%T\" $value }} {{ $value.String }}"),
                 std::string("7.5 3 *histogram.FloatHistogram {count:3, sum:7.5}"));
        QVERIFY(text("{{ humanize $value }}").find("can't convert *histogram.FloatHistogram to float") !=
                std::string::npos);
    }

    /// Go follows no pointer within a list, and prints the whole of what its verb does not fit.
    void formatsSamples()
    {
        QCOMPARE(expanded("{{ printf \"%s\" (query \"m\") }}"),
                 std::string("[%!s(*template.sample=&{map[__name__:m a:z i:1] 1.5}) "
                             "%!s(*template.sample=&{map[__name__:m a:b i:2] 1e+06})]"));
        QCOMPARE(expanded("{{ printf \"%s\" (query \"m\" | first) }}"),
                 std::string("&{map[__name__:m a:z i:1] %!s(float64=1.5)}"));
        QCOMPARE(expanded("{{ printf \"%q\" (query \"none\") }}"), std::string("[]"));
    }

    void hasAFunctionForEveryNameThatParses()
    {
        const auto names = alertTemplateFunctions();
        const auto functions = prometheusTemplateFunctions();
        QCOMPARE(functions.size(), names.size());
        for (const std::string_view name : names)
            QVERIFY2(findTemplateFunction(name) != nullptr, std::string(name).c_str());
        for (const TemplateFunction &function : builtinTemplateFunctions())
            QVERIFY(parseAlertTemplate("T", "{{ " + std::string(function.name) + " }}").ok());
    }

    void keepsItsLimits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("steps") << QByteArray("{{ range 1000000000 }}{{ end }}") << QByteArray("steps");
        QTest::newRow("output") << QByteArray("{{ range 90000 }}aaaaaaaaaaaa{{ end }}")
                                << QByteArray("bytes of output");
        QTest::newRow("recursion")
            << QByteArray("{{ define \"r\" }}{{ template \"r\" }}{{ end }}{{ template \"r\" }}")
            << QByteArray("exceeded maximum template depth");
        QTest::newRow("doubling") << QByteArray(
                                         "{{ $x := \"aaaa\" }}{{ range 64 }}{{ $x = print $x $x }}{{ end }}")
                                  << QByteArray("bytes of text");
        QTest::newRow("widths") << QByteArray("{{ printf \"%999999d%999999d%999999d\" 1 2 3 }}")
                                << QByteArray("bytes of text");
        QTest::newRow("replacement") << QByteArray(
                                            "{{ $x := printf \"%100000d\" 1 }}{{ reReplaceAll \".\" $x $x }}")
                                     << QByteArray("bytes of text");
        QTest::newRow("comparison") << QByteArray("{{ $x := printf \"%900000d\" 1 }}{{ range 1000 }}{{ if eq "
                                                  "$x (print $x) }}{{ end }}{{ end }}")
                                    << QByteArray("steps");
    }

    void keepsItsLimits()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        const std::string out = expanded(text.toStdString());
        QVERIFY(out.starts_with("<error expanding template: error executing template __alert_T: "));
        QVERIFY2(out.find(reason.toStdString()) != std::string::npos, out.substr(0, 1000).c_str());
    }

    void parsesOnceAndExpandsOften()
    {
        const auto tree = parseAlertTemplate("T", "{{ $labels.i }}={{ $value }}");
        QVERIFY(tree.ok());
        for (int i = 0; i < 3; ++i) {
            const TemplateSample sample{Labels(std::vector<Label>{{"i", std::to_string(i)}}), i * 0.5,
                                        nullptr};
            QCOMPARE(expandTemplate(*tree, sample, environment()).value(), std::to_string(i) + "=" +
                                                                               (i == 0   ? "0"
                                                                                : i == 1 ? "0.5"
                                                                                         : "1"));
        }
    }
};

} // namespace

SIGHTGLASS_TEST(TemplateExpansionTest)
#include "templateexpansiontest.moc"
