// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/dashboardtimes.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class DashboardTimesTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void zonesOfPanels_data();
    void zonesOfPanels();
    void allPanels();
    void furtherZones();
    void unknownZonesAreTold();
};

PanelSpec panelIn(std::vector<std::string> zones)
{
    PanelSpec panel;
    panel.id = "7";
    StateTimelineOptions options;
    options.timezones = std::move(zones);
    panel.options = options;
    return panel;
}

void DashboardTimesTest::zonesOfPanels_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QTimeZone>("expected");
    QTest::newRow("none") << QByteArray() << QTimeZone("Europe/Berlin");
    QTest::newRow("named") << QByteArray("Asia/Tokyo") << QTimeZone("Asia/Tokyo");
    QTest::newRow("utc") << QByteArray("utc") << QTimeZone::utc();
    QTest::newRow("machine's") << QByteArray("browser") << QTimeZone::systemTimeZone();
    QTest::newRow("unknown") << QByteArray("Nowhere/Else") << QTimeZone("Europe/Berlin");
}

void DashboardTimesTest::zonesOfPanels()
{
    QFETCH(QByteArray, name);
    QTEST(zoneOf(panelIn({name.toStdString(), "America/New_York"}), QTimeZone("Europe/Berlin")), "expected");
    QCOMPARE(zoneOf(panelIn({}), QTimeZone("Europe/Berlin")), QTimeZone("Europe/Berlin"));
    QCOMPARE(zoneOf(PanelSpec(), QTimeZone("Europe/Berlin")), QTimeZone("Europe/Berlin"));
}

void DashboardTimesTest::allPanels()
{
    const PanelZones zones = panelZones(QTimeZone("Asia/Tokyo"));
    QCOMPARE(zones(PanelSpec())(0).secondsEast, std::int64_t{9 * 3600});
    QCOMPARE(zones(panelIn({"utc"}))(0).secondsEast, std::int64_t{0});
}

void DashboardTimesTest::furtherZones()
{
    const QTimeZone berlin("Europe/Berlin");
    const auto zonesOf = [&berlin](std::vector<std::string> names) {
        return furtherZonesOf(panelIn(std::move(names)), berlin);
    };
    QVERIFY(zonesOf({}).empty());
    QVERIFY(zonesOf({"utc"}).empty());
    QCOMPARE(zonesOf({"utc", "Asia/Tokyo", "Nowhere/Else", ""}),
             (std::vector<QTimeZone>{QTimeZone("Asia/Tokyo"), berlin}));
    QVERIFY(zonesOf({"", "Europe/Berlin"}).empty()); // twice the same says nothing
    QVERIFY(zonesOf(std::vector<std::string>(50, "Asia/Tokyo")).empty());
}

void DashboardTimesTest::unknownZonesAreTold()
{
    DashboardSpec dashboard;
    dashboard.panels = {panelIn({"Asia/Tokyo"}), panelIn({"Nowhere/Else"}), panelIn({"browser"}),
                        panelIn({"utc", "Nowhere/Else", "Asia/Tokyo"})};
    const std::vector<ImportLoss> losses = timeLosses(dashboard);
    QCOMPARE(losses.size(), std::size_t{2});
    QCOMPARE(losses[0].panelId.value_or(0), std::int64_t{7});
    QVERIFY(losses[0].reason != losses[1].reason);
}

SIGHTGLASS_TEST(DashboardTimesTest)

} // namespace

#include "dashboardtimestest.moc"
