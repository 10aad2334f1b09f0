// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardtext.h"

#include "model/grafana/dashboardfile.h"
#include "model/presentation/autostrings.h"
#include "model/presentation/dashboardstrings.h"
#include "tests/model/presentation/markingtranslator.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <iterator>

namespace {

using namespace sightglass;
using Strings = QSet<QString>;

template<typename List>
Strings asSet(const List &list)
{
    Strings strings;
    for (const char *text : list)
        strings.insert(QString::fromUtf8(text));
    return strings;
}

QString listed(const Strings &strings)
{
    QStringList sorted(strings.begin(), strings.end());
    sorted.sort();
    return sorted.join(u'\n');
}

/// Label places and names of quantiles are the same in every language.
bool hasWords(const QString &text)
{
    static const QRegularExpression place(QStringLiteral("\\{\\{[^}]*\\}\\}"));
    static const QRegularExpression word(QStringLiteral("\\p{L}{2}"));
    return QString(text).remove(place).contains(word);
}

/// Everything of a dashboard that a user reads.
Strings textsOf(const DashboardSpec &dashboard)
{
    Strings texts;
    const auto add = [&texts](const std::string &text) {
        const QString shown = QString::fromStdString(text);
        if (hasWords(shown))
            texts.insert(shown);
    };
    add(dashboard.title);
    add(dashboard.description);
    for (const PanelSpec &panel : dashboard.panels) {
        add(panel.title);
        add(panel.description);
        for (const PanelQuery &query : panel.queries)
            add(query.legend);
        add(panel.field.noValue.value_or(std::string()));
        for (const ValueMapping &mapping : panel.field.mappings.value_or(std::vector<ValueMapping>()))
            add(mapping.result.text.value_or(std::string()));
    }
    for (const VariableSpec &variable : dashboard.variables) {
        add(variable.label);
        add(variable.description);
    }
    for (const ThresholdGroup &group : dashboard.ruleGroups) {
        for (const ThresholdRule &rule : group.rules) {
            add(rule.summary);
            add(rule.description);
        }
    }
    return texts;
}

Strings bundledTexts()
{
    Strings texts;
    const QDir folder(QStringLiteral(SIGHTGLASS_SOURCE_DIR "/resources/dashboards"));
    for (const QString &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        const auto read = readDashboard(test::readFile(folder.filePath(file)).toStdString());
        if (read)
            texts += textsOf(*read);
    }
    return texts;
}

DashboardSpec sample()
{
    DashboardSpec dashboard;
    dashboard.id = "queue";
    dashboard.title = "Queue";
    PanelSpec panel;
    panel.id = "depth";
    panel.title = "Depth";
    panel.field.unit = "eps";
    panel.queries = {{"queue_depth", "waiting {{queue}}", false}, {"up", {}, false}};
    panel.alerts = {"QueueFull"};
    dashboard.panels = {panel};
    ThresholdRule rule;
    rule.name = "QueueFull";
    rule.expr = "queue_depth";
    rule.summary = "The queue is full";
    rule.description = "Nothing fits in.";
    dashboard.ruleGroups = {{"queues", 5000, {rule}}};
    return dashboard;
}

class DashboardTextTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextOfEveryBundledDashboardIsListed()
    {
        const Strings texts = bundledTexts();
        QVERIFY(texts.size() > 50);
        const Strings known = asSet(dashboardStrings);
        QVERIFY2(texts == known, qPrintable(QStringLiteral("not listed:\n%1\nlisted, but gone:\n%2\n"
                                                           "run ./dev translations")
                                                .arg(listed(texts - known), listed(known - texts))));
    }

    void everyWordOfAutomaticDashboardsIsListed()
    {
        Strings texts;
        for (std::size_t i = 0; i < autoTextCount; ++i)
            texts.insert(QString::fromStdString(std::string(autoTextTemplate(static_cast<AutoText>(i)))));
        QCOMPARE(listed(asSet(autoDashboardStrings)), listed(texts));
        QCOMPARE(std::size(autoDashboardStrings), autoTextCount);
    }

    void whatIsReadIsTranslatedAndNothingElse()
    {
        const test::MarkingTranslator translator("dashboards");
        DashboardSpec expected = sample();
        expected.title = "[Queue]";
        expected.panels[0].title = "[Depth]";
        expected.panels[0].queries[0].legend = "[waiting {{queue}}]";
        expected.ruleGroups[0].rules[0].summary = "[The queue is full]";
        expected.ruleGroups[0].rules[0].description = "[Nothing fits in.]";
        QCOMPARE(writeDashboard(translatedDashboard(sample())), writeDashboard(expected));
    }

    void withoutATranslationEnglishStays()
    {
        QVERIFY(translatedDashboard(sample()) == sample());
        const AutoTexts texts = translatedAutoTexts();
        QCOMPARE(texts[AutoText::AtAGlance], AutoTexts()[AutoText::AtAGlance]);
    }

    void automaticWords()
    {
        const test::MarkingTranslator translator("autodashboard");
        const AutoTexts texts = translatedAutoTexts();
        QCOMPARE(texts[AutoText::AtAGlance], std::string("[At a glance]"));
        QCOMPARE(texts.filled(AutoText::Since, {"boot time"}), std::string("[Since boot time]"));
    }
};

} // namespace

SIGHTGLASS_TEST(DashboardTextTest)
#include "dashboardtexttest.moc"
