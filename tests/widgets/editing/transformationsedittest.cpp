// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/transformationsedit.h"

#include "tests/support/testcase.h"
#include "tests/widgets/editing/editordesk.h"
#include "widgets/editing/columnsedit.h"
#include "widgets/editing/objectsedit.h"
#include "widgets/editing/optionform.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTest>

namespace {

using namespace sightglass;
using namespace sightglass::test;

class TransformationsEditTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void transformationsHaveForms()
    {
        Desk desk(loadPanel());
        TransformationsEdit *edit = desk.editor->transformations();
        auto *tabs = desk.editor->findChild<QTabWidget *>();
        tabs->setCurrentIndex(1);
        edit->add("calculateField");
        OptionForm *form = edit->form(0);
        // What the step is given can be chosen from.
        auto *left = form->editor("/binary/left")->findChild<QComboBox *>();
        QTRY_VERIFY(left->findText(QStringLiteral("api")) >= 0);
        left->setEditText(QStringLiteral("api"));
        form->editor("/binary/right")->findChild<QComboBox *>()->setEditText(QStringLiteral("2"));
        choose(form->editor("/binary/operator"), QStringLiteral("×"));
        QCOMPARE(desk.editor->panel().transformations.front().options,
                 std::string("{\"mode\":\"binary\",\"binary\":{\"operator\":\"*\",\"left\":\"api\","
                             "\"right\":\"2\"}}"));
        choose(form->editor("/mode"), QStringLiteral("One field"));
        QVERIFY(edit->form(0)->editor("/binary/left") == nullptr);
        QVERIFY(edit->form(0)->editor("/unary/operator") != nullptr);
        desk.editor->undo();
        QVERIFY(edit->form(0)->editor("/binary/left") != nullptr);
    }

    void conditionsOfATransformationAreEntries()
    {
        Desk desk(loadPanel());
        TransformationsEdit *edit = desk.editor->transformations();
        edit->add("filterByValue");
        auto *filters = qobject_cast<ObjectsEdit *>(edit->form(0)->editor("/filters"));
        QVERIFY(filters != nullptr);
        QCOMPARE(filters->entryCount(), 1);
        choose(filters->form(0)->editor("/config/id"), QStringLiteral("Is between"));
        QVERIFY(filters->form(0)->editor("/config/options/from") != nullptr);
        QTest::keyClicks(lineOf(filters->form(0)->editor("/config/options/from")), QStringLiteral("3"));
        filters->addEntry();
        QCOMPARE(filters->entryCount(), 2);
        QVERIFY(desk.editor->panel().transformations.front().options.find("\"from\":\"3\"") !=
                std::string::npos);
        // Without data of its own the other entry is as it was.
        QVERIFY(filters->form(0)->editor("/config/options/from") != nullptr);
    }

    void columnsAreOrganized()
    {
        Desk desk(loadPanel());
        TransformationsEdit *edit = desk.editor->transformations();
        desk.editor->findChild<QTabWidget *>()->setCurrentIndex(1);
        edit->add("joinByField");
        edit->add("organize");
        auto *columns = qobject_cast<ColumnsEdit *>(edit->form(1)->editor(""));
        QVERIFY(columns != nullptr);
        QTRY_VERIFY(columns->columns().contains(QStringLiteral("web")));
        const QStringList before = columns->columns();
        auto *name = columns->findChildren<QLineEdit *>().front();
        QTest::keyClicks(name, QStringLiteral("When"));
        QVERIFY(desk.editor->panel().transformations.back().options.find("\"When\"") != std::string::npos);
        columns->findChildren<QCheckBox *>().back()->click();
        QVERIFY(desk.editor->panel().transformations.back().options.find(
                    "\"excludeByName\":{\"" + before.back().toStdString() + "\":true}") != std::string::npos);
    }

    /// Files are compared: what was not touched stays where it was.
    void keysStayInTheirOrder()
    {
        Desk desk(loadPanel());
        PanelSpec panel = loadPanel();
        panel.transformations = {{"organize",
                                  "{\"renameByName\":{\"web\":\"W\",\"api\":\"A\"},\"excludeByName\":{}}",
                                  false,
                                  {},
                                  {}}};
        desk.editor->setPanel(panel);
        TransformationsEdit *edit = desk.editor->transformations();
        edit->form(0)->editor("")->findChildren<QCheckBox *>().front()->click();
        QCOMPARE(desk.editor->panel().transformations.front().options,
                 std::string("{\"renameByName\":{\"web\":\"W\",\"api\":\"A\"},"
                             "\"excludeByName\":{\"web\":true}}"));
        edit->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("{\"z\": 1, \"a\": 2}"));
        QCOMPARE(desk.editor->panel().transformations.front().options, std::string("{\"z\":1,\"a\":2}"));
    }

    void transformationsSayWhatIsWrong()
    {
        Desk desk(loadPanel());
        TransformationsEdit *edit = desk.editor->transformations();
        PanelSpec panel = loadPanel();
        panel.transformations = {{"limit", "{\"limitField\":3}", false, {}, {}}};
        desk.editor->setPanel(panel);
        auto *text = edit->findChild<QPlainTextEdit *>();
        QVERIFY(text != nullptr && !text->isVisible());
        text->setPlainText(QStringLiteral("{\"limitField\": 5}"));
        QCOMPARE(desk.editor->panel().transformations.front().options, std::string("{\"limitField\":5}"));
        QCOMPARE(lineOf(edit->form(0)->editor("/limitField"))->text(), QStringLiteral("5"));
        text->setPlainText(QStringLiteral("{\"limitField\": "));
        QCOMPARE(desk.editor->panel().transformations.front().options, std::string("{\"limitField\":5}"));
        text->setPlainText(QStringLiteral("{\"nonsense\": 1}"));
        bool told = false;
        for (const QLabel *label : edit->findChildren<QLabel *>())
            told = told || (!label->isHidden() && label->text().contains(QStringLiteral("nonsense")));
        QVERIFY(told);
    }

    void unknownTransformationsAreJson()
    {
        Desk desk(loadPanel());
        PanelSpec panel = loadPanel();
        panel.transformations = {{"smoothing", "{\"a\":1}", false, {}, {}}};
        desk.editor->setPanel(panel);
        desk.editor->findChild<QTabWidget *>()->setCurrentIndex(1);
        QVERIFY(desk.editor->transformations()->findChild<QPlainTextEdit *>()->isVisible());
    }

    /// Writes pictures where SIGHTGLASS_PICTURES says.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("SIGHTGLASS_PICTURES");
        if (folder.isEmpty())
            QSKIP("SIGHTGLASS_PICTURES is not set");
        for (const bool dark : {true, false}) {
            for (const QSize size : {QSize(900, 600), QSize(1400, 900)}) {
                Desk desk(loadPanel(), size, dark ? darkTheme() : lightTheme());
                desk.editor->findChild<QTabWidget *>()->setCurrentIndex(1);
                for (const char *id : {"joinByField", "calculateField", "filterByValue", "organize"})
                    desk.editor->transformations()->add(id);
                QTest::qWait(600);
                const QString name =
                    QStringLiteral("%1/%2-%3.png").arg(folder, QLatin1String(dark ? "dark" : "light"));
                desk.editor->grab().save(name.arg(QStringLiteral("transform-%1").arg(size.width())));
                desk.editor->transformations()->grab().save(
                    name.arg(QStringLiteral("transforms-%1").arg(size.width())));
            }
        }
    }
};

} // namespace

SIGHTGLASS_TEST(TransformationsEditTest)

#include "transformationsedittest.moc"
