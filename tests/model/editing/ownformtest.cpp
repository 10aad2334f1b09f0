// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/editing/ownform.h"

#include "model/editing/newpanels.h"
#include "model/grafana/dashboardfile.h"
#include "model/grafana/importdashboard.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace sightglass {

namespace {

/// With a panel of another data source, one of a plugin that we do not have, and a transformation with an
/// option that is not known.
QByteArray foreign()
{
    return "{\"title\":\"F\",\"schemaVersion\":39,\"panels\":["
           "{\"id\":1,\"type\":\"logs\",\"title\":\"L\",\"datasource\":{\"type\":\"loki\",\"uid\":\"x\"},"
           "\"gridPos\":{\"h\":8,\"w\":12,\"x\":0,\"y\":0},\"targets\":[{\"expr\":\"{a=\\\"b\\\"}\"}]},"
           "{\"id\":2,\"type\":\"acme-panel\",\"title\":\"A\",\"gridPos\":{\"h\":8,\"w\":12,\"x\":12,\"y\":0}"
           "},"
           "{\"id\":3,\"type\":\"timeseries\",\"title\":\"T\",\"gridPos\":{\"h\":8,\"w\":12,\"x\":0,\"y\":8},"
           "\"targets\":[{\"expr\":\"up\",\"refId\":\"A\"}],\"transformations\":[{\"id\":\"limit\","
           "\"options\":"
           "{\"limitField\":3,\"colour\":\"red\"}}]}]}";
}

class OwnFormTest : public test::TestCase
{
    Q_OBJECT

private slots:
    void ownFilesAreOwn();
    void grafanasAreNot();
    void copiesOfForeignPanelsCanBeWrittenAndReadAgain();
    void whatNobodyKnowsIsKept();
    void whatOldPluginsLeftBehindWouldBeGone();
};

void OwnFormTest::ownFilesAreOwn()
{
    DashboardSpec spec;
    spec.id = "own";
    spec.title = "Own";
    spec.panels = {newPanel(PanelType::Heatmap)};
    spec.panels.front().id = "1";
    QVERIFY(isOwnForm(writeDashboard(spec)));
}

void OwnFormTest::grafanasAreNot()
{
    QVERIFY(!isOwnForm("{\"title\":\"G\",\"schemaVersion\":39,\"panels\":[]}"));
    QVERIFY(!isOwnForm("{\"sightglass\":"));
    QVERIFY(!isOwnForm(""));
}

void OwnFormTest::copiesOfForeignPanelsCanBeWrittenAndReadAgain()
{
    const auto imported = importDashboard(foreign().toStdString());
    QVERIFY(imported);
    QVERIFY(!imported->losses.empty());
    const std::string text = writeDashboard(imported->dashboard);
    const auto read = readForEditing(text);
    QVERIFY(read);
    QVERIFY2(!read->gone, read->gone ? read->gone->reason.c_str() : "");
    QVERIFY(read->spec.panels.size() == imported->dashboard.panels.size());
    QVERIFY(isOwnForm(text));
}

void OwnFormTest::whatNobodyKnowsIsKept()
{
    DashboardSpec spec;
    spec.id = "own";
    spec.title = "Own";
    QByteArray text = QByteArray::fromStdString(writeDashboard(spec));
    text.replace("\"title\"", "\"titel\": \"typo\",\n  \"title\"");
    const auto read = readForEditing(text.toStdString());
    QVERIFY(read);
    QVERIFY(!read->gone);
    QVERIFY(isOwnForm(text.toStdString()));
    QVERIFY(writeDashboard(read->spec).find("\"titel\": \"typo\"") != std::string::npos);
}

void OwnFormTest::whatOldPluginsLeftBehindWouldBeGone()
{
    DashboardSpec spec;
    spec.id = "own";
    spec.title = "Own";
    spec.panels.emplace_back().id = "1";
    QByteArray text = QByteArray::fromStdString(writeDashboard(spec));
    text.replace("\"pluginVersion\"", "\"span\": 6,\n  \"pluginVersion\"");
    const auto read = readForEditing(text.toStdString());
    QVERIFY(read);
    QVERIFY(read->gone);
    QVERIFY(read->gone->pointer.find("span") != std::string::npos);
    QVERIFY(!isOwnForm(text.toStdString()));
}

} // namespace

SIGHTGLASS_TEST(OwnFormTest)

} // namespace sightglass

#include "ownformtest.moc"
