// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/alerts/rulesview.h"

#include "tests/support/testcase.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <memory>

namespace {

using namespace sightglass;

RuleStatus ruleNamed(const char *name)
{
    auto rule = std::make_shared<Rule>();
    rule->name = name;
    rule->query = std::string(name) + "_series > 1";
    RuleStatus status;
    status.group = "g";
    status.rule = rule;
    return status;
}

class RulesViewTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    /// What is explained is the line that is current, also where the filter took the one before away.
    void theFilterChoosesAmongWhatIsSeen()
    {
        RulesView view;
        view.setRules({ruleNamed("First"), ruleNamed("Second"), ruleNamed("Third")}, {}, {});
        auto *filter = view.findChild<QLineEdit *>(QStringLiteral("ruleFilter"));
        const auto *table = view.findChild<QTableWidget *>(QStringLiteral("rules"));
        const auto chosen = [&view] { return view.chosen() ? view.chosen()->rule->name : std::string(); };
        QCOMPARE(chosen(), std::string("First"));
        QSignalSpy changed(&view, &RulesView::chosenChanged);
        filter->setText(QStringLiteral("third"));
        QCOMPARE(table->rowCount(), 1);
        QCOMPARE(table->currentRow(), 0);
        QCOMPARE(chosen(), std::string("Third"));
        QCOMPARE(changed.size(), 1);
        filter->clear();
        QCOMPARE(chosen(), std::string("Third"));
        QCOMPARE(table->currentRow(), 2);
        filter->setText(QStringLiteral("none such"));
        QCOMPARE(table->rowCount(), 0);
        QCOMPARE(chosen(), std::string("Third"));
        QCOMPARE(changed.size(), 1);
    }
};

} // namespace

SIGHTGLASS_TEST(RulesViewTest)

#include "rulesviewtest.moc"
