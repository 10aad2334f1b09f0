// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/panelclipboard.h"

#include "model/editing/newpanels.h"
#include "tests/model/editing/editingsupport.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace sightglass {

namespace {

PanelSpec telling()
{
    PanelSpec panel = newPanel(PanelType::TimeSeries);
    panel.id = "7";
    panel.title = "Load \"5m\" <b>";
    panel.grid = {3, 4, 10, 6};
    panel.queries = {{"rate(x_total[$__rate_interval])", "{{job}}", false, "A"}};
    panel.field.unit = "ops";
    panel.field.thresholds = Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "good"}, {80, "critical"}}};
    panel.overrides = {{ByName{"x"}, FieldConfig{}}};
    panel.overrides.front().config.decimals = 2;
    panel.transformations = {{"limit", "{\"limitField\":3}", false, {}, {}}};
    return panel;
}

class PanelClipboardTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void onePanelComesBack();
    void severalComeBack();
    void aFoldedRowBringsItsPanels();
    void grafanaGetsColoursThatItKnows();
    void textsOfGrafana_data();
    void textsOfGrafana();
    void hostileTexts_data();
    void hostileTexts();
};

void PanelClipboardTest::onePanelComesBack()
{
    const PanelSpec panel = telling();
    const auto read = panelsFromText(panelText({&panel, 1}, FileFor::Sightglass));
    QVERIFY(read);
    QCOMPARE(read->size(), std::size_t{1});
    PanelSpec back = read->front();
    // What Grafana says of each query is a matter of the whole panel here.
    back.exemplars = panel.exemplars;
    QVERIFY(back == panel);
}

void PanelClipboardTest::severalComeBack()
{
    const std::vector<PanelSpec> panels = test::drawnDashboard({"AAAABBBB", "====", "CCCC"}).panels;
    const auto read = panelsFromText(panelText(panels, FileFor::Sightglass));
    QVERIFY(read);
    QCOMPARE(read->size(), panels.size());
    for (std::size_t i = 0; i < panels.size(); ++i) {
        QCOMPARE((*read)[i].title, panels[i].title);
        QVERIFY((*read)[i].grid == panels[i].grid);
        QVERIFY((*read)[i].type() == panels[i].type());
    }
}

void PanelClipboardTest::aFoldedRowBringsItsPanels()
{
    DashboardSpec dashboard = test::drawnDashboard({"####"});
    test::addBehind(dashboard, "row 1", "B", {0, 1, 8, 2});
    const auto read = panelsFromText(panelText(dashboard.panels, FileFor::Sightglass));
    QVERIFY(read);
    QCOMPARE(read->size(), std::size_t{2});
    QCOMPARE((*read)[1].title, std::string("B"));
}

void PanelClipboardTest::grafanaGetsColoursThatItKnows()
{
    const PanelSpec panel = telling();
    const std::string text = panelText({&panel, 1}, FileFor::Grafana);
    QVERIFY(text.find("\"critical\"") == std::string::npos);
    QVERIFY(text.find("\"red\"") != std::string::npos);
    QVERIFY(text.starts_with("{"));
}

void PanelClipboardTest::textsOfGrafana_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    QTest::addColumn<PanelType>("type");

    QTest::newRow("panel JSON of today")
        << "{\"id\":4,\"type\":\"gauge\",\"title\":\"g\",\"gridPos\":{\"h\":8,\"w\":6,\"x\":0,\"y\":0},"
           "\"targets\":[{\"expr\":\"up\",\"refId\":\"A\"}],\"options\":{},\"fieldConfig\":{\"defaults\""
           ":{},\"overrides\":[]}}"
        << 1 << PanelType::Gauge;
    QTest::newRow("of long ago")
        << "{\"type\":\"graph\",\"title\":\"g\",\"targets\":[{\"expr\":\"up\"}],\"lines\":true}" << 1
        << PanelType::TimeSeries;
    QTest::newRow("singlestat") << "{\"type\":\"singlestat\",\"targets\":[{\"expr\":\"up\"}],\"title\":\"s\"}"
                                << 1 << PanelType::Stat;
    QTest::newRow("a list")
        << "[{\"type\":\"stat\",\"title\":\"a\",\"targets\":[{\"expr\":\"up\"}]},{\"type\":\"text\",\"t"
           "itle\":\"b\",\"options\":{\"content\":\"x\"}}]"
        << 2 << PanelType::Stat;
    QTest::newRow("a whole dashboard")
        << "{\"title\":\"d\",\"schemaVersion\":39,\"panels\":[{\"id\":1,\"type\":\"stat\",\"gridPos\":{"
           "\"h\":1,\"w\":1,\"x\":0,\"y\":0},\"targets\":[{\"expr\":\"up\"}]}]}"
        << 1 << PanelType::Stat;
    QTest::newRow("a plugin that we do not have keeps its place")
        << "{\"type\":\"grafana-worldmap-panel\",\"title\":\"w\",\"gridPos\":{\"h\":3,\"w\":9,\"x\":0,\""
           "y\":0},\"targets\":[]}"
        << 1 << PanelType::Foreign;
}

void PanelClipboardTest::textsOfGrafana()
{
    QFETCH(QString, text);
    QFETCH(int, count);
    QFETCH(PanelType, type);
    const auto read = panelsFromText(text.toStdString());
    QVERIFY2(read, read ? "" : plainText(read.error()).c_str());
    QCOMPARE(static_cast<int>(read->size()), count);
    QVERIFY(read->front().type() == type);
}

void PanelClipboardTest::hostileTexts_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("rate(x[5m])");
    QTest::newRow("a number") << QByteArray("42");
    QTest::newRow("an empty list") << QByteArray("[]");
    QTest::newRow("a list of numbers") << QByteArray("[1,2]");
    QTest::newRow("an object that is none") << QByteArray("{\"a\":1}");
    QTest::newRow("a broken panel") << QByteArray("{\"type\":\"stat\",\"title\":\"x\"");
    QTest::newRow("too deep") << QByteArray("{\"type\":\"stat\",\"options\":") + QByteArray(200'000, '[') +
                                     QByteArray(200'000, ']') + "}";
    QTest::newRow("too large") << QByteArray("{\"type\":\"text\",\"title\":\"") + QByteArray(9 << 20, 'x') +
                                      "\"}";
}

void PanelClipboardTest::hostileTexts()
{
    QFETCH(QByteArray, text);
    QVERIFY(!panelsFromText(text.toStdString()));
}

} // namespace

SIGHTGLASS_TEST(PanelClipboardTest)

} // namespace sightglass

#include "panelclipboardtest.moc"
