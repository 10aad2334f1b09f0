// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/variables/variablebar.h"

#include "tests/support/testcase.h"
#include "widgets/variables/adhoccontrol.h"
#include "widgets/variables/matcherpopup.h"
#include "widgets/variables/optioncontrol.h"
#include "widgets/variables/optionpopup.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

using namespace sightglass;
using Options = std::vector<VariableOption>;

VariableSpec variable(const char *name, VariableType type, bool multi = false)
{
    VariableSpec spec;
    spec.name = name;
    spec.type = type;
    spec.multi = spec.includeAll = multi;
    return spec;
}

ResolvedVariable resolved(const VariableSpec &spec, const std::vector<std::string> &options,
                          const std::vector<std::string> &values)
{
    ResolvedVariable result;
    result.name = spec.name;
    for (const std::string &option : options)
        result.options.push_back({option, option});
    result.value.values = result.value.texts = values;
    result.value.all = spec.includeAll && values == options;
    return result;
}

/// A bar with a variable of each kind.
struct Bar
{
    Bar()
        : bar({[] {
                   return QStringList{QStringLiteral("job"), QStringLiteral("node")};
               },
               [](const QString &name) { return QStringList{name + QStringLiteral("-value")}; }})
    {
        specs = {variable("one", VariableType::Query),        variable("many", VariableType::Custom, true),
                 variable("text", VariableType::TextBox),     variable("flag", VariableType::Switch),
                 variable("filters", VariableType::AdHoc),    variable("fixed", VariableType::Constant),
                 variable("interval", VariableType::Interval)};
        specs[0].label = "The <b>one</b>";
        specs[0].description = "What it is";
        specs[3].options = {{"on", "1"}, {"off", "0"}};
        bar.setVariables(specs);
        answers.variables = {resolved(specs[0], {"a", "b & c"}, {"b & c"}),
                             resolved(specs[1], {"x", "y", "z"}, {"x", "y", "z"}),
                             resolved(specs[2], {}, {"typed"}),
                             resolved(specs[3], {}, {"1"}),
                             resolved(specs[4], {}, {}),
                             resolved(specs[5], {}, {"c"}),
                             resolved(specs[6], {"1m", "5m"}, {"5m"})};
        bar.setResolved(answers);
        bar.resize(700, bar.heightForWidth(700));
        bar.show();
    }

    template<typename Control>
    [[nodiscard]] Control *control(const char *name) const
    {
        return qobject_cast<Control *>(bar.control(name));
    }

    VariableBar bar;
    std::vector<VariableSpec> specs;
    ResolvedVariables answers;
};

class VariableBarTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasItsControl();
    void choosingOneByMouse();
    void choosingOneByKeys();
    void choosingMany();
    void escapeChangesNothing();
    void typing();
    void switching();
    void filters();
    void regularExpressionsAreChecked();
    void problemsAreShownAtTheirControl();
    void hiddenOnes();
    void whereThereIsNothingToChoose();
    void controlsThatAreAsBeforeStay();
    void itBreaksIntoLines();
    void allLinesAreSeenInALayout();
    void tools();
};

void VariableBarTest::everyKindHasItsControl()
{
    Bar it;
    QCOMPARE(it.control<OptionControl>("one")->chosenText(), QStringLiteral("b & c"));
    QCOMPARE(it.control<OptionControl>("one")->findChild<QToolButton *>()->text(), QStringLiteral("b && c"));
    QCOMPARE(it.control<OptionControl>("many")->chosenText(), QStringLiteral("All"));
    QCOMPARE(it.control<OptionControl>("interval")->chosenText(), QStringLiteral("5m"));
    QVERIFY(it.bar.control("fixed") == nullptr);
    const auto *label = it.bar.control("one")->findChild<QLabel *>();
    QCOMPARE(label->text(), QStringLiteral("The <b>one</b>"));
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(label->toolTip().contains(QStringLiteral("What it is")));
    QCOMPARE(it.bar.control("text")->findChild<QLineEdit *>()->text(), QStringLiteral("typed"));
    QVERIFY(it.bar.control("flag")->findChild<QCheckBox *>()->isChecked());
}

void VariableBarTest::choosingOneByMouse()
{
    Bar it;
    QSignalSpy chosen(&it.bar, &VariableBar::chosen);
    auto *control = it.control<OptionControl>("one");
    QTest::mouseClick(control->findChild<QToolButton *>(), Qt::LeftButton);
    QVERIFY(control->popup()->isVisible());
    auto *list = control->popup()->findChild<QListView *>();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    QVERIFY(!control->popup()->isVisible());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<std::string>(), std::string("one"));
    QVERIFY((chosen[0][1].value<Options>() == Options{{"a", "a"}}));
    // Choosing says nothing of what it stands for: that comes with the answer.
    QCOMPARE(control->chosenText(), QStringLiteral("b & c"));
}

void VariableBarTest::choosingOneByKeys()
{
    Bar it;
    QSignalSpy chosen(&it.bar, &VariableBar::chosen);
    auto *control = it.control<OptionControl>("interval");
    QTest::keyClick(control->findChild<QToolButton *>(), Qt::Key_Down);
    QVERIFY(control->popup() != nullptr && control->popup()->isVisible());
    auto *search = control->popup()->findChild<QLineEdit *>();
    QTest::keyClicks(search, QStringLiteral("1"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QVERIFY((chosen[0][1].value<Options>() == Options{{"1m", "1m"}}));
    control->choose();
    QCOMPARE(search->text(), QString());
    QTest::keyClick(search, Qt::Key_Up);
    QTest::keyClick(search, Qt::Key_Up);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.size(), 2);
    QVERIFY((chosen[1][1].value<Options>() == Options{{"1m", "1m"}}));
}

void VariableBarTest::choosingMany()
{
    Bar it;
    QSignalSpy chosen(&it.bar, &VariableBar::chosen);
    auto *control = it.control<OptionControl>("many");
    control->choose();
    // How many there are is not cut off.
    const auto *count = control->popup()->findChild<QLabel *>();
    QVERIFY2(count->width() >= count->sizeHint().width(), qPrintable(count->text()));
    control->popup()->options()->toggle(1);
    control->popup()->options()->toggle(3);
    QCOMPARE(chosen.size(), 0);
    // An answer that comes meanwhile does not disturb.
    it.bar.setResolved(it.answers);
    control->popup()->close();
    QCOMPARE(chosen.size(), 1);
    QVERIFY((chosen[0][1].value<Options>() == Options{{"x", "x"}, {"z", "z"}}));
    it.answers.variables[1] = resolved(it.specs[1], {"x", "y", "z"}, {"x", "z"});
    it.bar.setResolved(it.answers);
    QCOMPARE(control->chosenText(), QStringLiteral("x + z"));
    // What is highlighted is meant where nothing was clicked.
    control->choose();
    auto *search = control->popup()->findChild<QLineEdit *>();
    QTest::keyClicks(search, QStringLiteral("y"));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(chosen.size(), 2);
    QVERIFY((chosen[1][1].value<Options>() == Options{{"y", "y"}}));
}

void VariableBarTest::escapeChangesNothing()
{
    Bar it;
    QSignalSpy chosen(&it.bar, &VariableBar::chosen);
    auto *control = it.control<OptionControl>("many");
    control->choose();
    control->popup()->options()->toggle(1);
    QTest::keyClick(control->popup()->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(!control->popup()->isVisible());
    QCOMPARE(chosen.size(), 0);
    control->choose();
    QVERIFY(control->popup()->options()->isChosen(0));
    QVERIFY(!control->popup()->options()->isChosen(1));
}

void VariableBarTest::typing()
{
    Bar it;
    QSignalSpy chosen(&it.bar, &VariableBar::chosen);
    auto *edit = it.bar.control("text")->findChild<QLineEdit *>();
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("other"));
    QCOMPARE(chosen.size(), 0);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QVERIFY((chosen[0][1].value<Options>() == Options{{"other", "other"}}));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
}

void VariableBarTest::switching()
{
    Bar it;
    QSignalSpy chosen(&it.bar, &VariableBar::chosen);
    it.bar.control("flag")->findChild<QCheckBox *>()->click();
    QCOMPARE(chosen.size(), 1);
    QVERIFY((chosen[0][1].value<Options>() == Options{{"off", "0"}}));
    it.bar.setResolved(it.answers);
    QCOMPARE(chosen.size(), 1);
}

void VariableBarTest::filters()
{
    Bar it;
    using Filters = std::vector<AdHocFilter>;
    QSignalSpy chosen(&it.bar, &VariableBar::filtersChosen);
    auto *control = it.control<AdHocControl>("filters");
    QTest::mouseClick(control->findChild<QToolButton *>(QStringLiteral("addFilter")), Qt::LeftButton);
    MatcherPopup *popup = control->popup();
    auto *key = popup->findChild<QComboBox *>(QStringLiteral("filterKey"));
    auto *value = popup->findChild<QComboBox *>(QStringLiteral("filterValue"));
    QCOMPARE(key->count(), 2);
    QVERIFY(!popup->findChild<QPushButton *>()->isEnabled());
    key->setEditText(QStringLiteral("job"));
    QCOMPARE(value->itemText(0), QStringLiteral("job-value"));
    value->setEditText(QStringLiteral("<i>x</i>"));
    QTest::mouseClick(popup->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QVERIFY((chosen[0][1].value<Filters>() == Filters{{"job", "=", "<i>x</i>"}}));
    // Several values.
    control->edit(1);
    key->setEditText(QStringLiteral("node"));
    popup->findChild<QComboBox *>(QStringLiteral("filterOperator"))->setCurrentText(QStringLiteral("=|"));
    value->setEditText(QStringLiteral("a | b"));
    QTest::mouseClick(popup->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(chosen.size(), 2);
    QVERIFY((chosen[1][1].value<Filters>()[1] == AdHocFilter{"node", "=|", "a", {"a", "b"}}));
    // One goes.
    control->findChildren<QToolButton *>(QStringLiteral("removeFilter")).first()->click();
    QTRY_COMPARE(chosen.size(), 3);
    QCOMPARE(chosen[2][1].value<Filters>().size(), std::size_t{1});
}

void VariableBarTest::regularExpressionsAreChecked()
{
    Bar it;
    auto *control = it.control<AdHocControl>("filters");
    control->edit(0);
    MatcherPopup *popup = control->popup();
    popup->setFilter({"job", "=~", "(a"});
    QVERIFY(!popup->findChild<QPushButton *>()->isEnabled());
    popup->setFilter({"job", "=~", "(a)"});
    QVERIFY(popup->findChild<QPushButton *>()->isEnabled());
    popup->setFilter({"job", "=", "(a"});
    QVERIFY(popup->findChild<QPushButton *>()->isEnabled());
}

void VariableBarTest::problemsAreShownAtTheirControl()
{
    Bar it;
    it.answers.variables[0].error = Error{ErrorCode::PromqlSyntax, {"<b>bad</b>"}, {}, {1, 3}};
    it.answers.variables[0].value = {};
    it.answers.variables[0].options.clear();
    it.bar.setResolved(it.answers);
    auto *control = it.control<OptionControl>("one");
    auto *mark = control->findChild<QLabel *>(QStringLiteral("variableProblem"));
    QVERIFY(mark->isVisible());
    QVERIFY(!mark->toolTip().contains(QStringLiteral("<b>")));
    QVERIFY(control->problem().contains(QStringLiteral("<b>bad</b>")));
    QCOMPARE(control->chosenText(), QStringLiteral("Nothing found"));
    it.answers.variables[0] = resolved(it.specs[0], {"a"}, {"a"});
    it.bar.setResolved(it.answers);
    QVERIFY(!mark->isVisible());
}

void VariableBarTest::hiddenOnes()
{
    Bar it;
    it.specs[0].hide = VariableHide::Hidden;
    it.specs[1].hide = VariableHide::WithoutLabel;
    it.specs[2].hide = VariableHide::InMenu;
    it.bar.setVariables(it.specs);
    QVERIFY(it.bar.control("one") == nullptr);
    QVERIFY(!it.bar.control("many")->findChild<QLabel *>()->isVisibleTo(it.bar.control("many")));
    QVERIFY(!it.bar.control("text")->isVisible());
    for (VariableSpec &spec : it.specs)
        spec.hide = VariableHide::Hidden;
    it.bar.setVariables(it.specs);
    QVERIFY(!it.bar.isVisible());
}

/// Of a ready-made dashboard: one disk is no choice.
void VariableBarTest::whereThereIsNothingToChoose()
{
    VariableBar bar({[] { return QStringList(); }, [](const QString &) { return QStringList(); }});
    bar.setIdleControls(VariableBar::IdleControls::Hidden);
    const VariableSpec disk = variable("disk", VariableType::Query, true);
    bar.setVariables({disk});
    const auto answer = [&](const ResolvedVariable &resolvedDisk) {
        ResolvedVariables all;
        all.variables = {resolvedDisk};
        bar.setResolved(all);
        return !bar.control("disk")->isHidden() && !bar.isHidden();
    };
    QVERIFY(bar.isHidden());
    QVERIFY(!answer(resolved(disk, {}, {})));
    QVERIFY(!answer(resolved(disk, {"sda"}, {"sda"})));
    QVERIFY(answer(resolved(disk, {"sda", "sdb"}, {"sda", "sdb"})));
    // Chosen, and the other has gone.
    ResolvedVariable one = resolved(disk, {"sda"}, {"sda"});
    one.value.all = false;
    QVERIFY(answer(one));
    ResolvedVariable broken = resolved(disk, {}, {});
    broken.error = Error{ErrorCode::QueryCancelled, {}, {}, {}};
    QVERIFY(answer(broken));
    QVERIFY(!answer(resolved(disk, {"sda"}, {"sda"})));
}

void VariableBarTest::controlsThatAreAsBeforeStay()
{
    Bar it;
    const VariableControl *one = it.bar.control("one");
    const VariableControl *many = it.bar.control("many");
    it.specs[1].label = "Another";
    std::swap(it.specs[0], it.specs[2]);
    it.bar.setVariables(it.specs);
    QCOMPARE(it.bar.control("one"), one);
    QVERIFY(it.bar.control("many") != many);
}

void VariableBarTest::itBreaksIntoLines()
{
    Bar it;
    const int wide = it.bar.heightForWidth(3000);
    QVERIFY(it.bar.heightForWidth(300) > 2 * wide);
    it.bar.resize(300, it.bar.heightForWidth(300));
    QTest::qWait(1);
    for (const char *name : {"one", "many", "text", "filters", "interval"}) {
        const QRect place = it.bar.control(name)->geometry();
        QVERIFY2(it.bar.rect().contains(place), name);
    }
}

void VariableBarTest::allLinesAreSeenInALayout()
{
    QWidget window;
    Bar it;
    auto *box = new QVBoxLayout(&window);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(&it.bar);
    box->addStretch(1);
    window.resize(300, 600);
    window.show();
    window.grab();
    QCOMPARE(it.bar.height(), it.bar.heightForWidth(300));
    QVERIFY(it.bar.height() > it.bar.sizeHint().height());
}

void VariableBarTest::tools()
{
    VariableBar bar({});
    bar.setVariables({});
    QVERIFY(bar.isHidden());
    auto *tool = new QToolButton;
    bar.addTool(tool);
    QVERIFY(!bar.isHidden());
    tool->hide();
    bar.updateShown();
    QVERIFY(bar.isHidden());
    tool->show();
    bar.setVariables({variable("one", VariableType::Query)});
    QVERIFY(!bar.isHidden());
    bar.removeTool(tool);
    QVERIFY(!bar.isHidden());
}

SIGHTGLASS_TEST(VariableBarTest)

} // namespace

#include "variablebartest.moc"
