// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editing/paneleditor.h"

#include "model/editing/newpanels.h"
#include "tests/support/testcase.h"
#include "tests/widgets/editing/editordesk.h"
#include "widgets/editing/coloredit.h"
#include "widgets/editing/mappingsedit.h"
#include "widgets/editing/matcheredit.h"
#include "widgets/editing/objectsedit.h"
#include "widgets/editing/optionform.h"
#include "widgets/editing/overridesedit.h"
#include "widgets/editing/queriesedit.h"
#include "widgets/editing/thresholdsedit.h"
#include "widgets/editing/transformationsedit.h"
#include "widgets/editing/typepicker.h"
#include "widgets/editors/promqleditor.h"
#include "widgets/panels/panelframe.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;
using namespace sightglass::test;

class PanelEditorTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void thePreviewIsLive()
    {
        Desk desk(loadPanel());
        QTRY_VERIFY(desk.editor->preview()->frame()->panelData() != nullptr);
        QCOMPARE(desk.editor->preview()->frame()->panelData()->series.size(), std::size_t{2});
        QTest::keyClicks(desk.editor->queries()->row(0)->editor(), QStringLiteral("{job=\"api\"}"));
        QTRY_COMPARE(desk.editor->preview()->frame()->panelData()->series.size(), std::size_t{1});
        QVERIFY(desk.editor->isChanged());
    }

    void anErrorIsShownInThePreview()
    {
        Desk desk(loadPanel());
        desk.editor->queries()->row(0)->editor()->setQuery(QStringLiteral("sum(("));
        QTRY_VERIFY(desk.editor->preview()->frame()->panelData() != nullptr &&
                    desk.editor->preview()->frame()->panelData()->error);
    }

    void typesAreChosenByPictureAndRememberTheirOptions()
    {
        Desk desk(loadPanel());
        PanelEditor &editor = *desk.editor;
        QVERIFY(editor.types()->button(PanelType::TimeSeries)->isChecked());
        choose(editor.optionForm()->editor("/legend/displayMode"), QStringLiteral("Table"));
        QTest::mouseClick(editor.types()->button(PanelType::Stat), Qt::LeftButton);
        QVERIFY(editor.panel().type() == PanelType::Stat);
        QVERIFY(editor.optionForm()->editor("/legend/displayMode") == nullptr);
        QVERIFY(editor.optionForm()->editor("/colorMode") != nullptr);
        QCOMPARE(editor.panel().queries.front().expr, std::string("load"));
        QTest::mouseClick(editor.types()->button(PanelType::TimeSeries), Qt::LeftButton);
        QVERIFY(legendOf(editor.panel().options)->mode == LegendMode::Table);
    }

    void everyTypeCanBeEdited_data()
    {
        QTest::addColumn<PanelType>("type");
        for (const PanelType type : offeredPanelTypes())
            QTest::addRow("%d", static_cast<int>(type)) << type;
    }

    void everyTypeCanBeEdited()
    {
        QFETCH(PanelType, type);
        Desk desk(loadPanel());
        desk.editor->types()->button(type)->click();
        QVERIFY(desk.editor->panel().type() == type);
        QTest::qWait(1);
        QVERIFY(!desk.editor->grab().isNull());
        QCOMPARE(desk.editor->queries()->isVisible(), asksQueries(type));
    }

    void optionsFindTheirWayIntoThePanel()
    {
        Desk desk(loadPanel());
        PanelEditor &editor = *desk.editor;
        QTest::keyClicks(lineOf(editor.fieldForm()->editor("/custom/lineWidth")), QStringLiteral("3"));
        QCOMPARE(editor.panel().field.graph.lineWidth.value_or(0), 3.0);
        QLineEdit *max = lineOf(editor.fieldForm()->editor("/max"));
        QTest::keyClicks(max, QStringLiteral("1e"));
        QCOMPARE(editor.panel().field.max.value_or(-1), 1.0);
        QTest::keyClicks(max, QStringLiteral("3"));
        QCOMPARE(editor.panel().field.max.value_or(-1), 1000.0);
        max->clear();
        QTest::keyClick(max, Qt::Key_Backspace);
        choose(editor.fieldForm()->editor("/custom/drawStyle"), QStringLiteral("Bars"));
        QVERIFY(editor.panel().field.graph.drawStyle == DrawStyle::Bars);
        auto *legend = editor.optionForm()->editor("/legend/showLegend")->findChild<QCheckBox *>();
        QVERIFY(legend->isChecked());
        legend->click();
        QVERIFY(legendOf(editor.panel().options)->mode == LegendMode::Hidden);
        QLineEdit *title = lineOf(editor.panelForm()->editor("/panel/title"));
        title->selectAll();
        QTest::keyClicks(title, QStringLiteral("CPU"));
        QCOMPARE(editor.panel().title, std::string("CPU"));
        QTest::keyClicks(lineOf(editor.panelForm()->editor("/panel/timeShift")), QStringLiteral("1h"));
        QCOMPARE(editor.panel().timeShift, std::string("1h"));
        FieldEditor *direction = editor.panelForm()->editor("/panel/repeatDirection");
        QVERIFY(!direction->isVisible());
        QTest::keyClicks(lineOf(editor.panelForm()->editor("/panel/repeat")), QStringLiteral("job"));
        QVERIFY(direction->isVisible());
        QCOMPARE(editor.panel().repeat.variable, std::string("job"));
    }

    void unitsAreFoundAsOneTypes()
    {
        Desk desk(loadPanel());
        QLineEdit *unit = lineOf(desk.editor->fieldForm()->editor("/unit"));
        QTest::keyClicks(unit, QStringLiteral("percentunit"));
        QTest::keyClick(unit, Qt::Key_Return);
        QCOMPARE(desk.editor->panel().field.unit.value_or(std::string()), std::string("percentunit"));
        unit->clear();
        QTest::keyClicks(unit, QStringLiteral("suffix: jobs"));
        QTest::keyClick(unit, Qt::Key_Return);
        QCOMPARE(desk.editor->panel().field.unit.value_or(std::string()), std::string("suffix: jobs"));
    }

    void thresholdsAreStepsInOrder()
    {
        Desk desk(loadPanel());
        PanelEditor &editor = *desk.editor;
        auto *thresholds = qobject_cast<ThresholdsEdit *>(editor.fieldForm()->editor("/thresholds/steps"));
        QVERIFY(thresholds != nullptr);
        thresholds->addStep();
        thresholds->addStep();
        QCOMPARE(editor.panel().field.thresholds->steps.size(), std::size_t{3});
        // The highest is on top.
        QTest::qWait(1);
        const QList<QLineEdit *> values = thresholds->findChildren<QLineEdit *>();
        QLineEdit *top = nullptr;
        for (QLineEdit *value : values) {
            if (value->isVisible() && (top == nullptr || value->mapTo(thresholds, QPoint()).y() <
                                                             top->mapTo(thresholds, QPoint()).y()))
                top = value;
        }
        QVERIFY(top != nullptr);
        top->selectAll();
        QTest::keyClicks(top, QStringLiteral("5"));
        QTest::keyClick(top, Qt::Key_Return);
        const auto &steps = editor.panel().field.thresholds->steps;
        QVERIFY(!steps[0].from);
        QCOMPARE(steps[1].from.value_or(0), 5.0);
        QCOMPARE(steps[2].from.value_or(0), 80.0);
    }

    void mappingsComeBack_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("values") << QByteArray(
            "[{\"type\":\"value\",\"options\":{\"1\":{\"text\":\"Up\",\"color\":\"green\",\"index\":0},"
            "\"0\":{\"text\":\"Down\",\"index\":1}}}]");
        QTest::newRow("all kinds") << QByteArray(
            "[{\"type\":\"range\",\"options\":{\"from\":1,\"to\":null,\"result\":{\"text\":\"some\"}}},"
            "{\"type\":\"regex\",\"options\":{\"pattern\":\"/a(.*)/\",\"result\":{\"text\":\"$1\"}}},"
            "{\"type\":\"special\",\"options\":{\"match\":\"null+nan\",\"result\":{\"color\":\"red\"}}}]");
    }

    void mappingsComeBack()
    {
        QFETCH(QByteArray, json);
        Desk desk(loadPanel());
        const auto before = withConfigValue(FieldConfig(), "/mappings", json.toStdString());
        QVERIFY(before);
        const auto after = withConfigValue(
            FieldConfig(), "/mappings",
            MappingsEdit::jsonOf(
                MappingsEdit::rowsOf(QByteArray::fromStdString(configValue(*before, "/mappings"))))
                .toStdString());
        QVERIFY(after);
        QVERIFY(after->mappings == before->mappings);
    }

    void mappingsAreWritten()
    {
        Desk desk(loadPanel());
        FieldEditor *mappings = desk.editor->fieldForm()->editor("/mappings");
        mappings->findChild<QPushButton *>(QStringLiteral("addMapping"))->click();
        const QList<QLineEdit *> lines = mappings->findChildren<QLineEdit *>();
        QCOMPARE(lines.size(), qsizetype{2});
        for (QLineEdit *line : lines)
            QTest::keyClicks(line, line->placeholderText() == QStringLiteral("value") ? QStringLiteral("1")
                                                                                      : QStringLiteral("Up"));
        const auto &written = desk.editor->panel().field.mappings;
        QVERIFY(written && written->size() == 1);
        QVERIFY(std::get<ExactMapping>(written->front().matches).value == "1");
        QVERIFY(written->front().result.text == "Up");
    }

    void queriesAreAddedMovedHiddenAndRemoved()
    {
        Desk desk(loadPanel());
        QueriesEdit *queries = desk.editor->queries();
        queries->addQuery();
        QCOMPARE(queries->rowCount(), 2);
        QTest::keyClicks(queries->row(1)->editor(), QStringLiteral("up"));
        QCOMPARE(desk.editor->panel().queries[1].refId, std::string("B"));
        emit queries->row(1)->moveRequested(-1);
        QCOMPARE(desk.editor->panel().queries[0].refId, std::string("B"));
        queries->row(0)->findChild<QToolButton *>()->click();
        QVERIFY(desk.editor->panel().queries[0].hidden);
        emit queries->row(0)->removeRequested();
        QCOMPARE(desk.editor->panel().queries.size(), std::size_t{1});
        QCOMPARE(desk.editor->panel().queries[0].expr, std::string("load"));
    }

    void overridesSayOfWhatAndHow()
    {
        Desk desk(loadPanel());
        OverridesEdit *overrides = desk.editor->overrides();
        overrides->addOverride();
        overrides->addProperty(0, "/unit");
        overrides->addProperty(0, "/custom/lineWidth");
        QLineEdit *name = nullptr;
        for (QLineEdit *line : overrides->findChildren<QLineEdit *>()) {
            if (qobject_cast<MatcherEdit *>(line->parent()->parent()->parent()) != nullptr)
                name = line;
        }
        QVERIFY(name != nullptr);
        QTest::keyClicks(name, QStringLiteral("api"));
        QTest::keyClicks(lineOf(overrides->form(0)->editor("/custom/lineWidth")), QStringLiteral("4"));
        const FieldOverride &written = desk.editor->panel().overrides.front();
        QVERIFY(written.matcher == FieldMatcher(ByName{"api"}));
        QCOMPARE(written.config.graph.lineWidth.value_or(0), 4.0);
        QCOMPARE(written.config.unit.value_or(std::string()), std::string("short"));
    }

    void overridesByValueAreComparisons()
    {
        Desk desk(loadPanel());
        OverridesEdit *overrides = desk.editor->overrides();
        overrides->addOverride();
        MatcherEdit *matcher = overrides->matcher(0);
        QComboBox *kinds = matcher->kinds();
        const int byValue = kinds->findText(QStringLiteral("Fields by their value"));
        kinds->setCurrentIndex(byValue);
        emit kinds->activated(byValue);
        auto *calculation = matcher->findChild<QComboBox *>(QStringLiteral("matcherCalculation"));
        auto *comparison = matcher->findChild<QComboBox *>(QStringLiteral("matcherComparison"));
        auto *value = matcher->findChild<QLineEdit *>(QStringLiteral("matcherValue"));
        QVERIFY(calculation != nullptr && comparison != nullptr && value != nullptr);
        calculation->setCurrentIndex(calculation->findText(QStringLiteral("Max")));
        emit calculation->activated(calculation->currentIndex());
        comparison->setCurrentIndex(comparison->findText(QStringLiteral("<")));
        emit comparison->activated(comparison->currentIndex());
        value->selectAll();
        QTest::keyClicks(value, QStringLiteral("80.5"));
        const FieldMatcher expected = ByValue{Calculation::Max, Comparison::Less, 80.5};
        QVERIFY(desk.editor->panel().overrides.front().matcher == expected);
        desk.editor->undo();
        desk.editor->undo();
        QVERIFY(desk.editor->panel().overrides.front().matcher != expected);
    }

    void namesOfFieldsAreOffered()
    {
        Desk desk(loadPanel());
        desk.editor->overrides()->addOverride();
        auto *box = desk.editor->overrides()->matcher(0)->findChildren<QComboBox *>().back();
        QTRY_VERIFY(box->findText(QStringLiteral("api")) >= 0);
    }

    void linksOfAPanelAreEntries()
    {
        Desk desk(loadPanel());
        auto *links = qobject_cast<ObjectsEdit *>(desk.editor->panelForm()->editor("/panel/links"));
        QVERIFY(links != nullptr);
        links->addEntry();
        QTest::keyClicks(lineOf(links->form(0)->editor("/title")), QStringLiteral("More"));
        QTest::keyClicks(lineOf(links->form(0)->editor("/url")), QStringLiteral("/d/x"));
        QCOMPARE(desk.editor->panel().links.size(), std::size_t{1});
        QCOMPARE(desk.editor->panel().links.front().title, std::string("More"));
        QCOMPARE(desk.editor->panel().links.front().url, std::string("/d/x"));
    }

    void undoAndRedoInside()
    {
        Desk desk(loadPanel());
        PanelEditor &editor = *desk.editor;
        QLineEdit *width = lineOf(editor.fieldForm()->editor("/custom/lineWidth"));
        QTest::keyClicks(width, QStringLiteral("12"));
        choose(editor.fieldForm()->editor("/custom/drawStyle"), QStringLiteral("Bars"));
        QTest::keyClick(&editor, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!editor.panel().field.graph.drawStyle);
        QCOMPARE(editor.panel().field.graph.lineWidth.value_or(0), 12.0);
        // What was typed is one step.
        QTest::keyClick(&editor, Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(editor.panel() == loadPanel());
        QVERIFY(!editor.isChanged());
        QVERIFY(width->text().isEmpty());
        QTest::keyClick(&editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(width->text(), QStringLiteral("12"));
    }

    void leavingAsksWhereThereAreChanges()
    {
        Desk desk(loadPanel());
        PanelEditor &editor = *desk.editor;
        QSignalSpy discarded(&editor, &PanelEditor::discarded);
        editor.queries()->addQuery();
        QTest::keyClick(&editor, Qt::Key_Escape);
        QCOMPARE(discarded.count(), 0);
        auto *question = editor.findChild<QWidget *>(QStringLiteral("loseQuestion"));
        QVERIFY(question->isVisible());
        QTest::keyClick(&editor, Qt::Key_Escape);
        QVERIFY(!question->isVisible());
        editor.discard();
        question->findChildren<QPushButton *>().front()->click();
        QCOMPARE(discarded.count(), 1);
        // Nothing changed: nothing asked.
        editor.setPanel(loadPanel());
        editor.discard();
        QCOMPARE(discarded.count(), 2);
    }

    void applyHandsThePanelOut()
    {
        Desk desk(loadPanel());
        QSignalSpy applied(desk.editor.get(), &PanelEditor::applied);
        choose(desk.editor->fieldForm()->editor("/custom/drawStyle"), QStringLiteral("Bars"));
        QTest::keyClick(desk.editor.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(applied.count(), 1);
        QVERIFY(applied.first().first().value<PanelSpec>() == desk.editor->panel());
    }

    void optionsAreSearched()
    {
        Desk desk(loadPanel());
        PanelEditor &editor = *desk.editor;
        for (QLineEdit *line : editor.findChildren<QLineEdit *>()) {
            if (line->accessibleName() == QStringLiteral("Search options"))
                line->setText(QStringLiteral("line width"));
        }
        QVERIFY(editor.fieldForm()->editor("/custom/lineWidth")->isVisible());
        QVERIFY(!editor.fieldForm()->editor("/unit")->isVisible());
        QVERIFY(!editor.types()->isVisible());
    }

    void allOfItFitsASmallWindow()
    {
        Desk desk(loadPanel(), QSize(900, 600));
        QVERIFY(desk.editor->minimumSizeHint().width() <= 900);
        QVERIFY(desk.editor->minimumSizeHint().height() <= 600);
        QVERIFY(desk.editor->preview()->height() >= 150);
        for (const QScrollArea *area : desk.editor->findChildren<QScrollArea *>()) {
            if (area->widget() != nullptr && area->isVisible())
                QVERIFY2(area->widget()->minimumSizeHint().width() <= area->viewport()->width(),
                         area->widget()->metaObject()->className());
        }
    }

    /// Pictures for people: SIGHTGLASS_PICTURES names the folder.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("SIGHTGLASS_PICTURES");
        if (folder.isEmpty())
            QSKIP("no folder for pictures");
        for (const auto &[name, theme] : {std::pair("dark", darkTheme()), std::pair("light", lightTheme())}) {
            for (const QSize size : {QSize(900, 600), QSize(1500, 950)}) {
                PanelSpec panel = loadPanel();
                panel.field.unit = "bytes";
                panel.field.thresholds =
                    Thresholds{ThresholdsMode::Absolute, {{{}, "good"}, {40, "warning"}, {80, "critical"}}};
                Desk desk(panel, size, theme);
                QTRY_VERIFY(desk.editor->preview()->frame()->panelData() != nullptr);
                QTest::qWait(60);
                desk.editor->overrides()->addOverride();
                desk.editor->overrides()->addProperty(0, "/unit");
                desk.editor->overrides()->addProperty(0, "/color/fixedColor");
                QTest::qWait(60);
                desk.editor->fieldForm()->grab().save(
                    QStringLiteral("%1/form-%2-%3.png").arg(folder, QLatin1String(name)).arg(size.width()));
                desk.editor->overrides()->grab().save(QStringLiteral("%1/overrides-%2-%3.png")
                                                          .arg(folder, QLatin1String(name))
                                                          .arg(size.width()));
                desk.editor->grab().save(
                    QStringLiteral("%1/editor-%2-%3.png").arg(folder, QLatin1String(name)).arg(size.width()));
            }
        }
    }
};

} // namespace

SIGHTGLASS_TEST(PanelEditorTest)

#include "paneleditortest.moc"
