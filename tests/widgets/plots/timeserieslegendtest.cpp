// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "tests/widgets/plots/panelstage.h"
#include "widgets/panelkit/legendview.h"
#include "widgets/plots/timeseriespanel.h"

#include <QTest>

namespace {

using namespace sightglass;
using test::fiveMinutes;
using test::shared;
using Stage = test::PanelStage;

QStringList visibleNames(const LegendView *legend)
{
    QStringList names;
    for (const LegendItem &item : legend->items()) {
        if (item.visible)
            names.append(item.name);
    }
    return names;
}

class TimeSeriesLegendTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void legendIsolatesAndToggles()
    {
        Stage stage;
        LegendView *legend = stage.panel.legend();
        const QStringList all = visibleNames(legend);
        QCOMPARE(all.size(), 3);
        const auto click = [legend](std::size_t index, Qt::KeyboardModifiers modifiers = {}) {
            QTest::mouseClick(legend->viewport(), Qt::LeftButton, modifiers,
                              legend->itemRect(index).center());
        };
        click(1);
        QCOMPARE(visibleNames(legend), QStringList{all[1]});
        QTest::mouseMove(stage.plot(), stage.at(0.5, 0.5));
        QCOMPARE(stage.plot()->currentReadout().rows.size(), std::size_t{1});
        click(1);
        QCOMPARE(visibleNames(legend), all);
        click(0, Qt::ControlModifier);
        QCOMPARE(visibleNames(legend), all.mid(1));
        click(0, Qt::ControlModifier);
        QCOMPARE(visibleNames(legend), all);
        QTest::keyClick(legend, Qt::Key_Right);
        QTest::keyClick(legend, Qt::Key_Space);
        QCOMPARE(visibleNames(legend).size(), 1);
    }

    void seriesKeepTheirColours()
    {
        PanelData data = test::walks(fiveMinutes, 100);
        Stage stage({}, data);
        const QColor second = stage.panel.legend()->items()[1].color;
        data.series.erase(data.series.begin());
        stage.panel.setData(shared(data));
        QCOMPARE(stage.panel.legend()->items()[0].color, second);
    }

    void tableLegendShowsCalculations()
    {
        PanelSpec spec;
        legendOf(spec.options)->mode = LegendMode::Table;
        legendOf(spec.options)->values = {Calculation::LastNotNull, Calculation::Min, Calculation::Max,
                                          Calculation::Mean};
        PanelData data = test::walks({.rangeMs = 3000, .series = 1}, 1);
        data.series[0].samples = {
            {data.range.from, 4}, {data.range.from + 1000, 1}, {data.range.from + 2000, 7}};
        Stage stage(spec, data);
        const QStringList expected{QStringLiteral("7"), QStringLiteral("1"), QStringLiteral("7"),
                                   QStringLiteral("4")};
        QCOMPARE(stage.panel.legend()->items()[0].values, expected);
    }

    void legendValuesThatDifferLookDifferent()
    {
        PanelSpec spec;
        spec.field.unit = "short";
        legendOf(spec.options)->values = {Calculation::LastNotNull, Calculation::Max, Calculation::Count};
        PanelData data = test::walks({.rangeMs = 2000, .series = 1}, 1);
        data.series[0].samples = {{data.range.from, 1'234'567'909}, {data.range.from + 1000, 1'234'567'903}};
        QCOMPARE(Stage(spec, data).panel.legend()->items()[0].values,
                 (QStringList{QStringLiteral("1.234567903 Bil"), QStringLiteral("1.234567909 Bil"),
                              QStringLiteral("2")}));
        data.series[0].samples = {{data.range.from, 87.41}, {data.range.from + 1000, 87.38}};
        QCOMPARE(Stage(spec, data).panel.legend()->items()[0].values,
                 (QStringList{QStringLiteral("87.4"), QStringLiteral("87.4"), QStringLiteral("2")}));
        data.series[0].samples = {{data.range.from, 98.1234}, {data.range.from + 1000, 97.5678}};
        QCOMPARE(Stage(spec, data).panel.legend()->items()[0].values,
                 (QStringList{QStringLiteral("97.6"), QStringLiteral("98.1"), QStringLiteral("2")}));
    }

    void legendIsSortedAsItsOptionsSay()
    {
        PanelData data = test::walks(fiveMinutes, 100);
        for (std::size_t s = 0; s < 3; ++s) {
            for (Sample &sample : data.series[s].samples.edit())
                sample.v = s == 1 ? 30 : s == 0 ? 10 : 20;
            data.series[s].name = std::string(1, static_cast<char>('a' + s));
        }
        const auto order = [&data](LegendMode mode, auto sort) {
            PanelSpec spec;
            legendOf(spec.options)->mode = mode;
            legendOf(spec.options)->values = {Calculation::Mean, Calculation::Max};
            sort(*legendOf(spec.options));
            Stage stage(spec, data);
            return stage.panel.legend()->order();
        };
        const auto byMax = [](LegendOptions &legend) { legend.sortBy = Calculation::Max; };
        const auto upwards = [](LegendOptions &legend) {
            legend.sortBy = Calculation::Max;
            legend.sortDescending = false;
        };
        const auto byNameBackwards = [](LegendOptions &legend) { legend.sortByName = true; };
        const auto byWhatIsNotShown = [](LegendOptions &legend) { legend.sortBy = Calculation::Sum; };
        using Order = std::vector<std::size_t>;
        for (const LegendMode mode : {LegendMode::Table, LegendMode::List}) {
            QVERIFY((order(mode, byMax) == Order{1, 2, 0}));
            QVERIFY((order(mode, upwards) == Order{0, 2, 1}));
            QVERIFY((order(mode, byNameBackwards) == Order{2, 1, 0}));
            QVERIFY((order(mode, byWhatIsNotShown) == Order{0, 1, 2}));
        }
    }
};

SIGHTGLASS_TEST(TimeSeriesLegendTest)

} // namespace

#include "timeserieslegendtest.moc"
