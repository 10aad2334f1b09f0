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

    void storedValuesAreAllThereAre()
    {
        PanelSpec spec;
        spec.options = statOf(Calculation::Mean);
        spec.queries = {{"level", {}, false}, {"abs(level)", {}, false}};
        PanelData data;
        data.stepMs = 30'000;
        data.spacing = SampleSpacing{1000, 1000};
        data.origins = {QueryOrigin{}, QueryOrigin{}};
        QCOMPARE(panelRemarks(spec, data), QStringList());
        data.renewedEveryMs = 10'000;
        QCOMPARE(panelRemarks(spec, data),
                 QStringList(QStringLiteral(
                     "Of every stored sample; there are so many that it is worked out anew every 10 s")));
        data.renewedEveryMs = 0;
        data.origins[1] = QueryOrigin{30'000, 0};
        QCOMPARE(panelRemarks(spec, data).size(), 1);
        spec.queries[1].hidden = true;
        QCOMPARE(panelRemarks(spec, data), QStringList());
    }

    void boundsOfQuantilesAreDatesOfTheZone()
    {
        PanelSpec spec;
        spec.options = TableOptions();
        spec.field.unit = "dateTimeAsIso";
        PanelData data;
        data.series = {{Labels::withName("p"), "p", 0, {{1000, 1'763'733'600'000.0}}}};
        data.bands = {{0, {{1000, 1'763'730'000'000.0}}, {{1000, 1'763'733'600'000.0}}}};
        const QStringList remarks = panelRemarks(spec, data, [](std::int64_t) {
            return ZoneOffset{9 * 3600, "JST"};
        });
        QVERIFY2(remarks.join(u'|').contains(
                     QStringLiteral("between 2025-11-21 22:00:00 and 2025-11-21 23:00:00")),
                 qPrintable(remarks.join(u'|')));
    }

    void transformationsThatReduceSayItToo_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<bool>("said");
        const auto row = [](const char *id, const char *options, bool said) {
            QTest::addRow("%s %s", id, options) << QByteArray(id) << QByteArray(options) << said;
        };
        row("reduce", R"({"reducers": ["mean", "lastNotNull"]})", true);
        row("reduce", R"({"reducers": ["lastNotNull"]})", false);
        row("reduce", "", true);
        row("histogram", "", true);
        row("organize", "", false);
    }
    void transformationsThatReduceSayItToo()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, options);
        QFETCH(bool, said);
        PanelSpec spec;
        spec.options = standardOptions(PanelType::Table);
        spec.queries = {{"level", {}, false}};
        TransformationSpec &one = spec.transformations.emplace_back();
        one.id = id.toStdString();
        one.options = options.toStdString();
        PanelData data;
        data.stepMs = 30'000;
        data.spacing = SampleSpacing{1000, 1000};
        QCOMPARE(panelRemarks(spec, data).size(), said ? 1 : 0);
        one.disabled = true;
        QCOMPARE(panelRemarks(spec, data), QStringList());
    }

    void newestBucketsAreNoSum()
    {
        PanelSpec spec;
        spec.options = standardOptions(PanelType::Histogram);
        spec.queries = {{"level_bucket", {}, false}};
        PanelData data;
        data.stepMs = 30'000;
        data.spacing = SampleSpacing{1000, 1000};
        data.series.emplace_back().labels = Labels().with("le", "5");
        QCOMPARE(panelRemarks(spec, data), QStringList());
        data.series[0].labels = Labels().with("job", "a");
        QCOMPARE(panelRemarks(spec, data).size(), 1);
    }
};

SIGHTGLASS_TEST(PanelRemarksTest)

} // namespace

#include "panelremarkstest.moc"
