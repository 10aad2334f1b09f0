// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/tabtitles.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class TabTitlesTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data()
    {
        QTest::addColumn<QStringList>("tabs"); // title|instance|address
        QTest::addColumn<QStringList>("texts");
        const auto row = [](const char *name, const QStringList &tabs, const QStringList &texts) {
            QTest::newRow(name) << tabs << texts;
        };
        row("one", {QStringLiteral("A & B|h:1|http://h:1/metrics")}, {QStringLiteral("A && B")});
        row("different", {QStringLiteral("A|h:1|"), QStringLiteral("B|h:1|")},
            {QStringLiteral("A"), QStringLiteral("B")});
        row("the same", {QStringLiteral("A|h:1|"), QStringLiteral("A|h:2|")},
            {QStringLiteral("A · h:1"), QStringLiteral("A · h:2")});
        row("what all end in is left out",
            {QStringLiteral("A|prod-a.example.org:9100|"), QStringLiteral("A|prod-b.example.org:9100|")},
            {QStringLiteral("A · prod-a"), QStringLiteral("A · prod-b")});
        row("different in the middle",
            {QStringLiteral("service-checkout-prod metrics|h:1|"),
             QStringLiteral("service-payments-prod metrics|h:2|")},
            {QStringLiteral("service-checkout-prod metrics · h:1"),
             QStringLiteral("service-payments-prod metrics · h:2")});
        row("another path",
            {QStringLiteral("A|h:1|http://h:1/x/metrics"), QStringLiteral("A|h:1|http://h:1/y/metrics")},
            {QStringLiteral("A · http://h:1/x"), QStringLiteral("A · http://h:1/y")});
        row("nothing tells them apart",
            {QStringLiteral("A|h:1|http://h:1/m?token=PW1"), QStringLiteral("A|h:1|http://h:1/m?token=PW2")},
            {QStringLiteral("A · 1"), QStringLiteral("A · 2")});
        row("of all targets", {QStringLiteral("A"), QStringLiteral("A|h:1|")},
            {QStringLiteral("A · 1"), QStringLiteral("A · 2")});
    }

    void texts()
    {
        QFETCH(QStringList, tabs);
        std::vector<TargetStatus> targets(static_cast<std::size_t>(tabs.size()));
        std::vector<TitledTab> titled;
        for (qsizetype i = 0; i < tabs.size(); ++i) {
            const QStringList parts = tabs[i].split(u'|');
            TargetStatus &target = targets[static_cast<std::size_t>(i)];
            target.labels = Labels(std::vector<Label>{{"instance", parts.value(1).toStdString()}});
            target.config.url = QUrl(parts.value(2));
            titled.push_back({parts[0].toStdString(), parts.size() > 1 ? &target : nullptr});
        }
        QStringList texts;
        for (const TabTitle &title : tabTitles(titled)) {
            texts << title.text;
            QVERIFY(!title.toolTip.isEmpty());
            QVERIFY(!title.toolTip.contains(QStringLiteral("PW")));
        }
        QTEST(texts, "texts");
    }

    void hostileTitles()
    {
        const TitledTab tab{"<b>\xE2\x80\xAE" + std::string(200, 'x'), nullptr};
        const TabTitle title = tabTitles({&tab, 1}).front();
        QVERIFY(title.text.size() <= 70);
        QVERIFY(!title.text.contains(QChar(0x202E)));
        QVERIFY(!title.toolTip.contains(QStringLiteral("<b>")));
    }
};

SIGHTGLASS_TEST(TabTitlesTest)

} // namespace

#include "tabtitlestest.moc"
