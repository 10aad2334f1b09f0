// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelremarks.h"

#include "tests/support/testcase.h"

#include <QTest>

Q_DECLARE_METATYPE(sightglass::PanelOptions)

namespace {

using namespace sightglass;

PanelOptions statOf(Calculation calculation)
{
    PanelOptions options = standardOptions(PanelType::Stat);
    std::get<StatOptions>(options).reduce.calculation = calculation;
    return options;
}

PanelOptions calculatedHeatmap()
{
    PanelOptions options = standardOptions(PanelType::Heatmap);
    std::get<HeatmapOptions>(options).calculation = HeatmapCalculation();
    return options;
}

class PanelRemarksTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void calculationsSayWhatTheyAreOf_data()
    {
        QTest::addColumn<PanelOptions>("options");
        QTest::addColumn<qint64>("stepMs");
        QTest::addColumn<qint64>("sourceMs"); // 0: not known
        QTest::addColumn<bool>("instant");
        QTest::addColumn<bool>("said");
        const auto row = [](const char *name, const PanelOptions &options, qint64 step, qint64 source,
                            bool said, bool instant = false) {
            QTest::newRow(name) << options << step << source << instant << said;
        };
        row("mean", statOf(Calculation::Mean), 30'000, 1000, true);
        row("newest", statOf(Calculation::LastNotNull), 30'000, 1000, false);
        row("as fine as the source", statOf(Calculation::Mean), 1000, 1000, false);
        row("slow source", statOf(Calculation::Mean), 1000, 60'000, false);
        row("nobody knows", statOf(Calculation::Mean), 30'000, 0, false);
        row("of now", statOf(Calculation::Mean), 30'000, 1000, false, true);
        row("histogram", standardOptions(PanelType::Histogram), 30'000, 1000, true);
        row("calculated heatmap", calculatedHeatmap(), 30'000, 1000, true);
        row("heatmap of buckets", standardOptions(PanelType::Heatmap), 30'000, 1000, false);
        row("lines say it themselves", standardOptions(PanelType::TimeSeries), 30'000, 1000, false);
    }
    void calculationsSayWhatTheyAreOf()
    {
        QFETCH(PanelOptions, options);
        QFETCH(qint64, stepMs);
        QFETCH(qint64, sourceMs);
        QFETCH(bool, instant);
        QFETCH(bool, said);
        PanelSpec spec;
        spec.options = options;
        spec.queries = {{"up", {}, instant}};
        PanelData data;
        data.stepMs = stepMs;
        data.spacing = SampleSpacing{sourceMs, sourceMs};
        const QStringList wanted =
            said ? QStringList{QStringLiteral("Of values every 30 s, while the source has one every 1 s")}
                 : QStringList();
        QCOMPARE(panelRemarks(spec, data), wanted);
    }
};

SIGHTGLASS_TEST(PanelRemarksTest)

} // namespace

#include "panelremarkstest.moc"
