// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "widgets/lists/alertlistpanel.h"
#include "widgets/lists/alertrows.h"
#include "widgets/lists/dashboardlistpanel.h"
#include "widgets/lists/dashboardrows.h"
#include "widgets/lists/foreignpanel.h"
#include "widgets/lists/rowlist.h"

#include <QLineEdit>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'763'733'600'000;

Alert alertOf(AlertState state, std::vector<Label> labels)
{
    Alert alert;
    alert.labels = Labels(std::move(labels));
    alert.state = state;
    alert.activeAt = now - 300'000;
    if (state == AlertState::Firing)
        alert.firedAt = now - 60'000;
    if (state == AlertState::Inactive)
        alert.resolvedAt = now - 30'000;
    alert.annotations = {
        {"summary", "queue of <b>" + std::string(alert.labels.value("job")) + "</b> is full"}};
    return alert;
}

RuleStatus ruleOf(std::string name, std::vector<Alert> alerts, std::string group = "own")
{
    auto rule = std::make_shared<Rule>();
    rule->name = std::move(name);
    RuleStatus status;
    status.group = std::move(group);
    status.rule = rule;
    for (const Alert &alert : alerts)
        status.state = std::max(status.state, alert.state);
    status.alerts = std::move(alerts);
    status.lastEvaluation = now;
    return status;
}

std::vector<RuleStatus> someRules()
{
    return {ruleOf("DiskFull", {alertOf(AlertState::Pending, {{"job", "db"}, {"severity", "critical"}})}),
            ruleOf("QueueFull", {alertOf(AlertState::Firing, {{"job", "api"}, {"severity", "warning"}}),
                                 alertOf(AlertState::Firing, {{"job", "db"}, {"severity", "critical"}})}),
            ruleOf("Calm", {}, "other"),
            ruleOf("WasLoud", {alertOf(AlertState::Inactive, {{"job", "web"}})}, "other")};
}

/// "state title" of each row.
QStringList rowsOf(const AlertListOptions &options, const std::vector<RuleStatus> &rules = someRules())
{
    QStringList texts;
    const std::vector<std::string> own{"own"};
    for (const ListRow &row : alertListRows({rules, own}, options, darkTheme(), QTimeZone::utc()))
        texts.append(row.kind == ListRow::Kind::Entry ? row.state + u' ' + row.title : row.title);
    return texts;
}

std::vector<DashboardEntry> someDashboards()
{
    return {{"node", "Node exporter", {"host"}, true, now - 10},
            {"go", "Go runtime", {"runtime", "go"}, false, now},
            {"evil", "<b>evil</b>\u202E", {}, false, std::nullopt}};
}

class ListPanelsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void aLibraryPanelSaysWhatItIs()
    {
        PanelSpec spec;
        spec.options = ForeignOptions{"library-panel",
                                      R"J({"libraryPanel":{"uid":"u","name":"Latency of <b>all</b>"}})J"};
        ForeignPanel panel(spec, darkTheme());
        panel.resize(500, 200);
        QStringList texts;
        for (const DisplayList::Text &text : panel.drawing().all<DisplayList::Text>())
            texts << text.text;
        QCOMPARE(texts.first(), QStringLiteral("The library panel “Latency of <b>all</b>”"));
        QVERIFY(texts.join(u' ').contains(QStringLiteral("not in the file")));
    }

    void theGravestComeFirst()
    {
        QCOMPARE(rowsOf({}),
                 QStringList({QStringLiteral("firing QueueFull"), QStringLiteral("firing QueueFull"),
                              QStringLiteral("pending DiskFull")}));
        AlertListOptions ascending;
        ascending.sort = SortOrder::Ascending;
        QCOMPARE(rowsOf(ascending).first(), QStringLiteral("pending DiskFull"));
        AlertListOptions unsorted;
        unsorted.sort = SortOrder::None;
        QCOMPARE(rowsOf(unsorted).first(), QStringLiteral("pending DiskFull"));
        const auto rows = alertListRows({someRules(), {}}, {}, darkTheme(), QTimeZone("Asia/Tokyo"));
        QVERIFY(rows[0].detail.contains(QStringLiteral("job=\"db\"")));
        QCOMPARE(rows[0].color, darkTheme().semantic(SemanticColor::Critical));
        QCOMPARE(rows[1].color, darkTheme().semantic(SemanticColor::Warning));
        // Colour says how grave it is, as on the board; the word says that it is pending.
        QCOMPARE(rows[2].color, darkTheme().semantic(SemanticColor::Critical));
        QCOMPARE(rows[0].aside, QStringLiteral("2025-11-21 22:59:00 (1m)"));
    }

    void sinceIsToldInTheDashboardsZone()
    {
        PanelSpec spec;
        spec.options = AlertListOptions();
        AlertListPanel panel(spec, darkTheme());
        panel.list()->resize(900, 300);
        panel.setRules(someRules(), {"own"});
        panel.setTimeZone(QTimeZone("Asia/Tokyo"));
        QStringList texts;
        for (const DisplayList::Text &text : panel.list()->drawing().all<DisplayList::Text>())
            texts << text.text;
        QVERIFY2(texts.join(u'|').contains(QStringLiteral("2025-11-21 22:59:00")),
                 qPrintable(texts.join(u'|')));
    }

    void statesAreChosen()
    {
        AlertListOptions options;
        options.firing = false;
        QCOMPARE(rowsOf(options), QStringList(QStringLiteral("pending DiskFull")));
        options.pending = false;
        options.inactive = true;
        QCOMPARE(rowsOf(options),
                 QStringList({QStringLiteral("inactive Calm"), QStringLiteral("resolved WasLoud")}));
        options.onlyThisDashboard = true;
        QCOMPARE(rowsOf(options), QStringList());
    }

    void filters_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("labels");
        QTest::addColumn<int>("count");
        QTest::newRow("name") << QByteArray("queue") << QByteArray() << 2;
        QTest::newRow("matcher") << QByteArray() << QByteArray("job=\"db\"") << 2;
        QTest::newRow("braces") << QByteArray() << QByteArray(" {job=\"db\", severity!=\"critical\"} ") << 0;
        QTest::newRow("regex") << QByteArray() << QByteArray("{job=~\"a.*|d.*\"}") << 3;
        QTest::newRow("absent") << QByteArray() << QByteArray("{team=\"\"}") << 3;
        QTest::newRow("alertname") << QByteArray() << QByteArray("alertname=\"DiskFull\"") << 1;
        QTest::newRow("no braces within") << QByteArray() << QByteArray("{}") << 3;
    }
    void filters()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, labels);
        AlertListOptions options;
        options.nameFilter = name.toStdString();
        options.labelFilter = labels.toStdString();
        QTEST(int(rowsOf(options).size()), "count");
    }

    void aFilterThatCannotBeReadIsTold()
    {
        AlertListOptions options;
        options.labelFilter = "job=db";
        QCOMPARE(rowsOf(options).size(), 1);
        QVERIFY(rowsOf(options)[0].contains(QStringLiteral("filter")));
    }

    void groupsHaveHeadings()
    {
        AlertListOptions options;
        options.grouped = true;
        QCOMPARE(rowsOf(options).first(), QStringLiteral("QueueFull"));
        options.groupBy = {"job"};
        QCOMPARE(rowsOf(options), QStringList({QStringLiteral("job=db"), QStringLiteral("firing QueueFull"),
                                               QStringLiteral("pending DiskFull"), QStringLiteral("job=api"),
                                               QStringLiteral("firing QueueFull")}));
        options.groupBy = {"team"};
        QCOMPARE(rowsOf(options).size(), 4);
    }

    void whatIsBeyondTheLimitIsCounted()
    {
        AlertListOptions options;
        options.limit = 1;
        const QStringList rows = rowsOf(options);
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[1].contains(QStringLiteral("2")));
    }

    void brokenRulesAreTold()
    {
        std::vector<RuleStatus> rules = someRules();
        rules[2].error = Error{ErrorCode::PromqlSyntax, {"unexpected <op:*>"}, {0, 1}, {1, 1}};
        const QStringList rows = rowsOf({}, rules);
        QCOMPARE(rows.first(), QStringLiteral("broken rule Calm"));
    }

    void anAlertPanelShowsRows()
    {
        PanelSpec spec;
        spec.options = AlertListOptions();
        AlertListPanel panel(spec, darkTheme());
        panel.resize(360, 200);
        QCOMPARE(panel.list()->rows().size(), std::size_t(1));
        panel.setRules(someRules(), {"own"});
        QCOMPARE(panel.list()->rows().size(), std::size_t(3));
        QVERIFY(!panel.grab().isNull());
        const QString tip = panel.list()->toolTipAt({100, 10});
        QVERIFY(tip.contains(QStringLiteral("queue of <b>db</b> is full")));
        QCOMPARE(panel.list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().left(16),
                 QStringLiteral("firing QueueFull"));
        const auto texts = panel.list()->drawing().all<DisplayList::Text>();
        QVERIFY(texts.size() >= 6);
        panel.setTheme(lightTheme());
        QCOMPARE(panel.list()->rows()[0].color, lightTheme().semantic(SemanticColor::Critical));
        panel.setRules({}, {});
        QCOMPARE(panel.list()->rows()[0].kind, ListRow::Kind::Note);
    }

    void alertsAreANumber()
    {
        PanelSpec spec;
        AlertListOptions options;
        options.counted = true;
        options.limit = 1;
        spec.options = options;
        AlertListPanel panel(spec, darkTheme());
        panel.resize(200, 100);
        QVERIFY(!panel.list()->isHidden());
        panel.setRules(someRules(), {"own"});
        QVERIFY(panel.list()->isHidden());
        QCOMPARE(panel.list()->accessibleDescription(), QStringLiteral("3 alert(s)"));
        const auto inks = [&panel] {
            const QImage image = panel.grab().toImage();
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == darkTheme().semantic(SemanticColor::Critical) ? 1 : 0;
            }
            return count;
        };
        QVERIFY(inks() > 100);
        panel.setRules({}, {});
        QVERIFY(!panel.list()->isHidden());
    }

    void exportsSayWhatDoesNotFit()
    {
        PanelSpec spec;
        spec.options = AlertListOptions();
        AlertListPanel panel(spec, darkTheme());
        panel.resize(360, 60);
        panel.show();
        panel.setRules(someRules(), {"own"});
        panel.grab();
        const auto texts = panel.list()->drawing().all<DisplayList::Text>();
        QVERIFY(!texts.empty());
        QVERIFY(texts.back().text.contains(QStringLiteral("2")));
        QImage image(panel.size(), QImage::Format_RGB32);
        QPainter painter(&image);
        panel.exportTo(painter);
    }

    void sectionsOfDashboards()
    {
        DashboardListOptions options;
        options.recent = true;
        QStringList titles;
        for (const ListRow &row : dashboardListRows(someDashboards(), options, {}))
            titles.append(row.title);
        QCOMPARE(titles, QStringList({QStringLiteral("Starred"), QStringLiteral("Node exporter"),
                                      QStringLiteral("Recently viewed"), QStringLiteral("Go runtime"),
                                      QStringLiteral("Node exporter")}));
        options = {};
        options.starred = false;
        options.search = true;
        options.headings = false;
        options.tags = {"go"};
        QCOMPARE(dashboardListRows(someDashboards(), options, {}).size(), std::size_t(1));
        options.tags = {};
        options.limit = 1;
        QCOMPARE(dashboardListRows(someDashboards(), options, {}).size(), std::size_t(2));
        options.query = "NODE";
        QCOMPARE(dashboardListRows(someDashboards(), options, QStringLiteral("HOST")).at(0).id,
                 std::string("node"));
        QCOMPARE(dashboardListRows(someDashboards(), options, QStringLiteral("zzz")).at(0).kind,
                 ListRow::Kind::Note);
    }

    void aDashboardIsAskedFor()
    {
        PanelSpec spec;
        DashboardListOptions options;
        options.search = true;
        options.starred = false;
        options.headings = false;
        spec.options = options;
        DashboardListPanel panel(spec, darkTheme());
        panel.resize(300, 200);
        panel.setDashboards(someDashboards());
        panel.show();
        QVERIFY(panel.field());
        QStringList asked;
        connect(&panel, &PanelView::dashboardRequested, &panel,
                [&asked](const std::string &id) { asked.append(QString::fromStdString(id)); });
        QTest::keyClicks(panel.field(), QStringLiteral("runtime"));
        QCOMPARE(panel.list()->rows().size(), std::size_t(1));
        const QRect row = panel.list()->visualRect(panel.list()->model()->index(0, 0));
        QTest::mouseClick(panel.list()->viewport(), Qt::LeftButton, {}, row.center());
        QCOMPARE(asked, QStringList(QStringLiteral("go")));
        panel.list()->setCurrentIndex(panel.list()->model()->index(0, 0));
        QTest::keyClick(panel.list(), Qt::Key_Return);
        QCOMPARE(asked.size(), 2);
        panel.field()->clear();
        QVERIFY(panel.list()->rows().back().title.contains(QStringLiteral("<b>evil</b>⟨U+202E⟩")));
    }

    void rowsFitAnyWidth_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {5, 30, 90, 200, 1000})
            QTest::addRow("%d", width) << width;
    }
    void rowsFitAnyWidth()
    {
        QFETCH(int, width);
        ListRow row{ListRow::Kind::Entry,
                    QString(500, u'x'),
                    QString(500, u'y'),
                    QStringLiteral("firing"),
                    QStringLiteral("2025-11-21 14:00:00 (1m)"),
                    Qt::red,
                    {}};
        const DisplayList list =
            drawListRow(row, QRectF(0, 0, width, 40), {darkTheme(), QFont(), false, false});
        for (const DisplayList::Text &text : list.all<DisplayList::Text>())
            QVERIFY(QFontMetricsF(text.font).horizontalAdvance(text.text) <=
                    std::max(text.box.width() + 1, 20.0));
    }
};

SIGHTGLASS_TEST(ListPanelsTest)

} // namespace

#include "listpanelstest.moc"
