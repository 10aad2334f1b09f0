// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelframe.h"

#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/panels/panelmessage.h"
#include "widgets/panels/paneltitle.h"

#include <QTest>

namespace {

using namespace sightglass;

PanelSpec specOf(PanelType type)
{
    PanelSpec spec;
    spec.options = standardOptions(type);
    spec.title = "A <b>title</b>";
    spec.description = "HELP of the metric";
    spec.queries.push_back({"rate(x[5m]) +* 2", "", false});
    return spec;
}

PanelDataPtr failed(std::vector<PanelSeries> series)
{
    auto data = std::make_shared<PanelData>();
    data->range = {0, 300'000};
    data->series = std::move(series);
    data->error = Error{ErrorCode::PromqlSyntax, {"unexpected <op:*>"}, {13, 14}, {1, 14}};
    return data;
}

class PanelFrameTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void everyTypeHasAView_data()
    {
        QTest::addColumn<PanelType>("type");
        QTest::newRow("time series") << PanelType::TimeSeries;
        QTest::newRow("stat") << PanelType::Stat;
        QTest::newRow("gauge") << PanelType::Gauge;
        QTest::newRow("bar gauge") << PanelType::BarGauge;
        QTest::newRow("heatmap") << PanelType::Heatmap;
        QTest::newRow("table") << PanelType::Table;
    }
    void everyTypeHasAView()
    {
        QFETCH(PanelType, type);
        PanelFrame frame(specOf(type), darkTheme());
        frame.resize(400, 240);
        QVERIFY(frame.view());
        QVERIFY(!frame.grab().isNull());
        const auto data = type == PanelType::Heatmap ? test::buckets({.rangeMs = 60'000})
                                                     : test::walks({.rangeMs = 60'000}, 10);
        frame.setData(std::make_shared<const PanelData>(data));
        const QImage dark = frame.grab().toImage();
        frame.setTheme(lightTheme());
        QVERIFY(frame.grab().toImage() != dark);
        frame.setData(std::make_shared<const PanelData>());
        QVERIFY(!frame.grab().isNull());
        frame.resize(30, 20);
        QVERIFY(!frame.grab().isNull());
    }

    void rowsHaveNone()
    {
        PanelFrame frame(specOf(PanelType::Row), darkTheme());
        QVERIFY(!frame.view());
        frame.setData(failed({}));
        frame.setTheme(lightTheme());
    }

    void waitingThenData()
    {
        PanelFrame frame(specOf(PanelType::Stat), darkTheme());
        const auto *message = frame.findChild<PanelMessage *>();
        QVERIFY(!message->text().isEmpty());
        QVERIFY(frame.view()->isHidden());
        frame.setData(std::make_shared<const PanelData>());
        QVERIFY(message->text().isEmpty());
        QVERIFY(!frame.view()->isHidden());
    }

    void anErrorNamesItsPlace()
    {
        PanelFrame frame(specOf(PanelType::TimeSeries), darkTheme());
        frame.setData(failed({}));
        const auto *message = frame.findChild<PanelMessage *>();
        QVERIFY(message->text().contains(QStringLiteral("unexpected <op:*>")));
        QCOMPARE(message->expression(), QStringLiteral("rate(x[5m]) +⟪*⟫ 2"));
        QVERIFY(frame.view()->isHidden());
        // What the other queries brought is shown all the same.
        frame.setData(failed(test::walks({.rangeMs = 60'000}, 10).series));
        QVERIFY(!frame.view()->isHidden());
        QVERIFY(!message->isHidden());
    }

    void alertsMarkThePanel()
    {
        PanelFrame frame(specOf(PanelType::Stat), darkTheme());
        frame.resize(300, 150);
        const QImage calm = frame.grab().toImage();
        frame.setAlertState(AlertState::Pending, Severity::Warning, QStringLiteral("soon"));
        const QImage pending = frame.grab().toImage();
        frame.setAlertState(AlertState::Firing, Severity::Critical, QStringLiteral("queue full"));
        const QImage firing = frame.grab().toImage();
        QVERIFY(calm != pending && pending != firing);
        QCOMPARE(frame.alertState(), AlertState::Firing);
        QCOMPARE(frame.accessibleDescription(), QStringLiteral("queue full"));
        const auto *title = frame.findChild<PanelTitle *>();
        QVERIFY(title->toolTipAt({5, title->height() / 2}).contains(QStringLiteral("queue full")));
        frame.setAlertState(AlertState::Inactive, Severity::Info, {});
        QCOMPARE(frame.grab().toImage(), calm);
    }

    void descriptionAndCutTitleAsToolTip()
    {
        PanelFrame frame(specOf(PanelType::Stat), darkTheme());
        frame.resize(300, 150);
        frame.grab();
        const auto *title = frame.findChild<PanelTitle *>();
        QCOMPARE(title->toolTipAt({title->width() - 5, title->height() / 2}),
                 QStringLiteral("HELP of the metric"));
        QCOMPARE(title->toolTipAt({40, title->height() / 2}), QString());
        frame.resize(90, 150);
        frame.grab();
        QCOMPARE(title->toolTipAt({20, title->height() / 2}), QStringLiteral("A <b>title</b>"));
        QVERIFY(frame.accessibleName().contains(QStringLiteral("A <b>title</b>")));
    }
};

SIGHTGLASS_TEST(PanelFrameTest)

} // namespace

#include "panelframetest.moc"
