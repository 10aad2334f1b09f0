// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/catalogsource.h"
#include "tests/model/assist/assiststore.h"
#include "tests/support/testcase.h"
#include "widgets/editing/dashboardsettingspage.h"
#include "widgets/editing/nameedits.h"
#include "widgets/editing/objectsedit.h"
#include "widgets/editing/optionform.h"
#include "widgets/editing/queryfieldedit.h"
#include "widgets/editing/settingslist.h"
#include "widgets/editing/variablepreview.h"
#include "widgets/editing/variablequeryedit.h"
#include "widgets/editors/promqleditor.h"
#include "widgets/views/findinglist.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>
#include <QToolButton>

namespace {

using namespace sightglass;
using sightglass::test::AssistStore;

DashboardSpec someDashboard()
{
    DashboardSpec spec;
    spec.id = spec.uid = "d";
    spec.title = "One";
    PanelSpec panel;
    panel.id = "7";
    panel.title = "Load & more";
    panel.queries = {{"load", {}, false, "A"}};
    spec.panels = {panel};
    return spec;
}

struct Desk
{
    explicit Desk(QSize size = QSize(1100, 700), const Theme &theme = darkTheme())
        : pool(std::make_shared<QueryPool>(1))
        , catalog(pool)
        , document(someDashboard(), QString(), QByteArray())
        , page(&document, EditingContext{pool, &catalog, QueryEngine(), promql::Features(), 1000}, theme)
    {
        for (const char *job : {"api", "web"})
            store.add(Labels({{"__name__", "load"}, {"job", job}}), 3, 1);
        catalog.setSnapshot(store.snapshot());
        page.resize(size);
        page.show();
        QApplication::setActiveWindow(&page);
        PanelTime time;
        time.range = {AssistStore::now - 60'000, AssistStore::now};
        page.refresh({store.snapshot(), time});
    }

    [[nodiscard]] const DashboardSpec &spec() const { return document.spec(); }
    [[nodiscard]] const VariableSpec &variable(std::size_t at = 0) const { return spec().variables.at(at); }
    /// Of a list, by the text of what is to be added.
    static void add(SettingsList *list, const QString &text = {})
    {
        QPushButton *button = list->addButton();
        if (button->menu() == nullptr)
            return button->click();
        for (QAction *action : button->menu()->actions()) {
            if (action->text() == text)
                action->trigger();
        }
    }

    AssistStore store;
    std::shared_ptr<QueryPool> pool;
    CatalogSource catalog;
    DashboardDocument document;
    DashboardSettingsPage page;
};

QLineEdit *lineOf(const OptionForm *form, std::string_view pointer)
{
    return form->editor(pointer)->findChild<QLineEdit *>();
}

void choose(const OptionForm *form, std::string_view pointer, const QString &text)
{
    auto *box = form->editor(pointer)->findChild<QComboBox *>();
    const int at = box->findText(text);
    QVERIFY2(at >= 0, qPrintable(text));
    box->setCurrentIndex(at);
    emit box->activated(at);
}

void type(QLineEdit *line, const QString &text)
{
    line->selectAll();
    QTest::keyClicks(line, text);
}

class SettingsPageTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aVariableIsMadeAndShowsItsValues()
    {
        Desk desk;
        desk.page.showSection(DashboardSettingsPage::Section::Variables);
        SettingsList *list = desk.page.variables();
        QVERIFY(!list->form()->isVisible());
        Desk::add(list);
        QCOMPARE(desk.spec().variables.size(), std::size_t{1});
        QVERIFY(list->form()->isVisible());
        type(lineOf(list->form(), "/name"), QStringLiteral("job"));
        auto *query = qobject_cast<VariableQueryEdit *>(list->form()->editor("/query/query"));
        QVERIFY(query != nullptr);
        QVERIFY(query->label()->findText(QStringLiteral("job")) >= 0);
        query->label()->setEditText(QStringLiteral("job"));
        query->argument()->setEditText(QStringLiteral("load"));
        QCOMPARE(desk.variable().query, std::string("label_values(load, job)"));
        QTRY_COMPARE(desk.page.preview()->text(), QStringLiteral("api   web"));
        list->form()->editor("/multi")->findChild<QCheckBox *>()->click();
        list->form()->editor("/includeAll")->findChild<QCheckBox *>()->click();
        QVERIFY(desk.variable().multi && desk.variable().includeAll);
        QVERIFY(list->form()->editor("/allValue") != nullptr);
        type(lineOf(list->form(), "/regex"), QStringLiteral("/w.*/"));
        QTRY_COMPARE(desk.page.preview()->text(), QStringLiteral("web"));
        QVERIFY(list->list()->item(0)->text().startsWith(QStringLiteral("$job\n")));
    }

    void usesOfAVariableFollowItsName()
    {
        Desk desk;
        DashboardSpec spec = someDashboard();
        spec.variables.resize(2);
        spec.variables[0].name = "job";
        spec.variables[1].name = "service";
        spec.variables[1].query = "label_values(load{job=\"$job\"}, instance)";
        spec.panels.front().queries.front().expr = "load{job=~\"${job:regex}\",service=\"$serv\"}";
        desk.document.apply({spec, {}, {}, {}});
        const DashboardSpec before = desk.spec();
        desk.page.showSection(DashboardSettingsPage::Section::Variables);
        SettingsList *list = desk.page.variables();
        list->setCurrent(0);
        // On the way there are no name, names that stand elsewhere, and another variable's.
        type(lineOf(list->form(), "/name"), QStringLiteral("service"));
        QCOMPARE(desk.variable(1).query, std::string("label_values(load{job=\"$job\"}, instance)"));
        QVERIFY(!list->form()->problem("/name").isEmpty());
        QTest::keyClicks(lineOf(list->form(), "/name"), QStringLiteral("s"));
        QCOMPARE(desk.variable(1).query, std::string("label_values(load{job=\"$services\"}, instance)"));
        QCOMPARE(desk.spec().panels.front().queries.front().expr,
                 std::string("load{job=~\"${services:regex}\",service=\"$serv\"}"));
        desk.document.undo();
        QVERIFY(desk.spec() == before);
        // What is typed after that begins anew.
        type(lineOf(list->form(), "/name"), QStringLiteral("j"));
        QCOMPARE(desk.variable(1).query, std::string("label_values(load{job=\"$j\"}, instance)"));
    }

    void whatIsWrongIsSaidWhereItIs()
    {
        Desk desk;
        desk.page.showSection(DashboardSettingsPage::Section::Variables);
        SettingsList *list = desk.page.variables();
        Desk::add(list);
        type(lineOf(list->form(), "/name"), QStringLiteral("my job"));
        QVERIFY(list->form()->problem("/name").contains(QStringLiteral("letters")));
        QVERIFY(list->list()->item(0)->text().startsWith(QStringLiteral("⚠")));
        type(lineOf(list->form(), "/name"), QStringLiteral("job"));
        QVERIFY(list->form()->problem("/name").isEmpty());
        type(lineOf(list->form(), "/regex"), QStringLiteral("/(/"));
        QVERIFY(!list->form()->problem("/regex").isEmpty());
        type(lineOf(list->form(), "/regex"), QStringLiteral("x"));
        auto *query = qobject_cast<VariableQueryEdit *>(list->form()->editor("/query/query"));
        query->kinds()->setCurrentIndex(query->kinds()->findText(QStringLiteral("Answer of a query")));
        emit query->kinds()->activated(query->kinds()->currentIndex());
        query->argument()->setEditText(QStringLiteral("sum(("));
        QTRY_VERIFY(!list->form()->problem("/query/query").isEmpty());
        query->argument()->setEditText(QStringLiteral("load"));
        QTRY_VERIFY(list->form()->problem("/query/query").isEmpty());
        choose(list->form(), "/type", QStringLiteral("Interval"));
        type(lineOf(list->form(), "/query"), QStringLiteral("1m,soon"));
        QVERIFY(list->form()->problem("/query").contains(QStringLiteral("soon")));
    }

    void everyTypeHasAForm_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *name : {"List", "Interval", "Text box", "Constant", "Ad-hoc filters", "Data source",
                                 "Switch", "Values out of the data"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void everyTypeHasAForm()
    {
        QFETCH(QString, type);
        Desk desk;
        desk.page.showSection(DashboardSettingsPage::Section::Variables);
        Desk::add(desk.page.variables());
        choose(desk.page.variables()->form(), "/type", type);
        QTest::qWait(1);
        QCOMPARE(desk.page.variables()->form()->editor("/type")->findChild<QComboBox *>()->currentText(),
                 type);
        QVERIFY(desk.document.spec().variables.front().name == "variable");
        for (const QLabel *label : desk.page.variables()->findChildren<QLabel *>())
            QVERIFY(label->textFormat() != Qt::RichText);
    }

    void listsAreDuplicatedMovedAndUndone()
    {
        Desk desk;
        SettingsList *list = desk.page.variables();
        Desk::add(list);
        Desk::add(list);
        QCOMPARE(list->current(), 1);
        list->findChild<QToolButton *>(QStringLiteral("copyEntry"))->click();
        QCOMPARE(desk.variable(2).name, std::string("variable2_copy"));
        QCOMPARE(list->current(), 2);
        list->findChild<QToolButton *>(QStringLiteral("entryUp"))->click();
        QCOMPARE(desk.variable(1).name, std::string("variable2_copy"));
        QCOMPARE(list->current(), 1);
        list->findChild<QToolButton *>(QStringLiteral("removeEntry"))->click();
        QCOMPARE(desk.spec().variables.size(), std::size_t{2});
        for (int i = 0; i < 5; ++i)
            desk.document.undo();
        QVERIFY(desk.spec() == someDashboard());
        QCOMPARE(list->list()->count(), 0);
        desk.document.redo();
        QCOMPARE(list->list()->count(), 1);
    }

    void filtersOfAnAdHocVariableAreEntries()
    {
        Desk desk;
        desk.page.showSection(DashboardSettingsPage::Section::Variables);
        SettingsList *list = desk.page.variables();
        Desk::add(list);
        choose(list->form(), "/type", QStringLiteral("Ad-hoc filters"));
        auto *filters = qobject_cast<ObjectsEdit *>(list->form()->editor("/filters"));
        QVERIFY(filters != nullptr);
        filters->addEntry();
        type(lineOf(filters->form(0), "/key"), QStringLiteral("job"));
        type(lineOf(filters->form(0), "/value"), QStringLiteral("api"));
        QVERIFY(desk.variable().filters.size() == 1);
        QCOMPARE(desk.variable().filters.front().key, std::string("job"));
        QCOMPARE(desk.variable().filters.front().value, std::string("api"));
    }

    void annotationsOfEachKind()
    {
        Desk desk;
        desk.page.showSection(DashboardSettingsPage::Section::Annotations);
        SettingsList *list = desk.page.annotations();
        Desk::add(list, QStringLiteral("Alerts that fire"));
        QVERIFY(desk.spec().annotations.front().builtIn);
        QVERIFY(list->form()->editor("/target/expr") == nullptr);
        Desk::add(list, QStringLiteral("Restarts of processes"));
        QVERIFY(desk.spec().annotations.back().timeIsValue);
        QVERIFY(list->form()->problem("/target/expr").isEmpty());
        Desk::add(list, QStringLiteral("Where a query is not 0"));
        QVERIFY(!list->form()->problem("/target/expr").isEmpty());
        auto *query = qobject_cast<QueryFieldEdit *>(list->form()->editor("/target/expr"));
        QVERIFY(query != nullptr);
        // Typed as the queries of panels are: with completion, and what is wrong is said and mended.
        query->editor()->setFocus();
        QTest::keyClicks(query->editor(), QStringLiteral("lo"));
        QTRY_VERIFY(query->editor()->popup()->isVisible());
        QTest::keyClick(query->editor(), Qt::Key_Escape);
        query->editor()->setQuery(QStringLiteral("load > (2"));
        QCOMPARE(desk.spec().annotations.back().expr, std::string("load > (2"));
        QVERIFY(list->list()->item(2)->text().startsWith(QStringLiteral("⚠")));
        QTRY_VERIFY(!query->findings()->findings().empty());
        query->editor()->setQuery(QStringLiteral("load{job=\"$job\"} > 2"));
        QVERIFY(!list->list()->item(2)->text().startsWith(QStringLiteral("⚠")));
        QTRY_VERIFY(query->findings()->findings().empty());
        QCOMPARE(desk.spec().annotations.back().expr, std::string("load{job=\"$job\"} > 2"));
        // One step of editing, however many letters it took.
        desk.document.undo();
        QCOMPARE(desk.spec().annotations.back().expr, std::string());
        QCOMPARE(query->editor()->query(), QString());
        desk.document.redo();
        auto *panels = qobject_cast<NamesEdit *>(list->form()->editor("/filter/ids"));
        QVERIFY(panels != nullptr);
        emit panels->menu()->aboutToShow();
        QCOMPARE(panels->menu()->actions().front()->text(), QStringLiteral("Load && more"));
        panels->menu()->actions().front()->trigger();
        QVERIFY(desk.spec().annotations.back().panels == std::vector<int>{7});
        QVERIFY(list->form()->editor("/filter/exclude") != nullptr);
    }

    void linksOfBothKinds()
    {
        Desk desk;
        SettingsList *list = desk.page.links();
        Desk::add(list, QStringLiteral("Link to an address"));
        QVERIFY(!list->form()->problem("/url").isEmpty());
        type(lineOf(list->form(), "/url"), QStringLiteral("https://x.example/$job"));
        QCOMPARE(desk.spec().links.front().url, std::string("https://x.example/$job"));
        QVERIFY(list->form()->problem("/url").isEmpty());
        Desk::add(list, QStringLiteral("Links to dashboards"));
        type(lineOf(list->form(), "/tags"), QStringLiteral("a, b"));
        QVERIFY((desk.spec().links.back().tags == std::vector<std::string>{"a", "b"}));
        QVERIFY(desk.spec().links.back().byTags);
    }

    void timesAreChecked()
    {
        Desk desk;
        OptionForm *form = desk.page.general();
        type(lineOf(form, "/time/from"), QStringLiteral("now-6h"));
        QCOMPARE(desk.spec().timeTo, std::string("now"));
        QVERIFY(form->problem("/time/to").isEmpty());
        type(lineOf(form, "/time/from"), QStringLiteral("yesteryear"));
        QVERIFY(!form->problem("/time/to").isEmpty());
        type(lineOf(form, "/refresh"), QStringLiteral("often"));
        QVERIFY(!form->problem("/refresh").isEmpty());
        type(lineOf(form, "/timezone"), QStringLiteral("Mars/Olympus"));
        QVERIFY(!form->problem("/timezone").isEmpty());
        type(lineOf(form, "/timezone"), QStringLiteral("Europe/Berlin"));
        QVERIFY(form->problem("/timezone").isEmpty());
        auto *ranges = qobject_cast<ObjectsEdit *>(form->editor("/timepicker/quick_ranges"));
        QVERIFY(ranges != nullptr);
        ranges->addEntry();
        type(lineOf(ranges->form(0), "/display"), QStringLiteral("Shift"));
        QCOMPARE(desk.spec().quickRanges.front().title, std::string("Shift"));
    }

    void hostileTextsAreTexts()
    {
        Desk desk;
        DashboardSpec spec = someDashboard();
        spec.title = "<b>bold</b>\n\x1b[31m";
        spec.variables = {VariableSpec()};
        spec.variables.front().name = "<img src=x>";
        spec.links.resize(1);
        spec.links.front().title = "<a href=x>\u202e</a>";
        desk.document.apply({spec, {}, {}, {}});
        for (const QLabel *label : desk.page.findChildren<QLabel *>())
            QVERIFY(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'));
        QVERIFY(!desk.page.links()->list()->item(0)->text().contains(QChar(0x202e)));
    }

    /// Writes pictures where SIGHTGLASS_PICTURES says.
    void pictures()
    {
        const QString folder = qEnvironmentVariable("SIGHTGLASS_PICTURES");
        if (folder.isEmpty())
            QSKIP("SIGHTGLASS_PICTURES is not set");
        for (const bool dark : {true, false}) {
            for (const QSize size : {QSize(900, 600), QSize(1400, 900)}) {
                Desk desk(size, dark ? darkTheme() : lightTheme());
                Desk::add(desk.page.variables());
                auto *query =
                    qobject_cast<VariableQueryEdit *>(desk.page.variables()->form()->editor("/query/query"));
                query->label()->setEditText(QStringLiteral("job"));
                Desk::add(desk.page.annotations(), QStringLiteral("Restarts of processes"));
                Desk::add(desk.page.links(), QStringLiteral("Link to an address"));
                QTRY_VERIFY(!desk.page.preview()->text().isEmpty());
                for (int section = 0; section < 4; ++section) {
                    desk.page.showSection(static_cast<DashboardSettingsPage::Section>(section));
                    QTest::qWait(30);
                    desk.page.grab().save(QStringLiteral("%1/settings-%2-%3-%4.png")
                                              .arg(folder, QLatin1String(dark ? "dark" : "light"))
                                              .arg(size.width())
                                              .arg(section));
                }
            }
        }
    }
};

} // namespace

SIGHTGLASS_TEST(SettingsPageTest)

#include "settingspagetest.moc"
