// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/linecalculation.h"

#include "model/dashboard/calculatedsamples.h"
#include "model/dashboard/panelquery.h"
#include "model/storage/head.h"
#include "parser/promql/parse.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace {

using namespace sightglass;

constexpr TimestampMs start = 1'700'000'000'000 - 1'700'000'000'000 % 86'400'000;
constexpr std::int64_t hour = 3'600'000;

class LineCalculationTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void theLegendIsOfAllSamples_data()
    {
        QTest::addColumn<QString>("expr");
        QTest::addColumn<double>("factor");
        QTest::addColumn<qint64>("offsetMs");
        QTest::newRow("as they are") << QStringLiteral("level") << 1.0 << qint64{0};
        QTest::newRow("reckoned") << QStringLiteral("level / 4") << 0.25 << qint64{0};
        QTest::newRow("earlier ones") << QStringLiteral("level offset 1h") << 1.0 << qint64{hour};
    }
    void theLegendIsOfAllSamples()
    {
        QFETCH(QString, expr);
        QFETCH(double, factor);
        QFETCH(qint64, offsetMs);
        Head head;
        const SeriesId id = head.seriesFor(Labels::withName("level"));
        std::mt19937 random(3);
        std::vector<Sample> all;
        for (TimestampMs t = start - hour; t <= start + 6 * hour; t += 1000) {
            all.push_back({t, static_cast<double>(random() % 100'000)});
            static_cast<void>(head.append(id, all.back().t, all.back().v));
        }
        head.commit();
        PanelSpec spec;
        spec.options = standardOptions(PanelType::TimeSeries);
        spec.queries = {{expr.toStdString(), {}, false}};
        const std::vector<Calculation> wanted{Calculation::Median, Calculation::StandardDeviation,
                                              Calculation::LastNotNull};
        legendOf(spec.options)->values = wanted;
        const TimeRange range{start, start + 6 * hour};
        const PanelData data = queryPanel(*head.snapshot(), QueryEngine(), spec, {range, 1000, 300});
        const PanelSeries &line = data.series.at(0);
        QVERIFY(line.isStored() && !line.isWhole());
        std::vector<double> values;
        for (const Sample &sample : all) {
            if (sample.t + offsetMs > data.range.from && sample.t + offsetMs <= data.range.to)
                values.push_back(sample.v * factor);
        }
        for (const Calculation calculation : {Calculation::Median, Calculation::StandardDeviation}) {
            QVERIFY(basisOf(line, calculation) == CalculationBasis::AllSamples);
            const auto number = storedNumber(line, calculation);
            QVERIFY(number.has_value());
            QCOMPARE(*number, calculate(calculation, values));
        }
        // What the drawn samples tell is not reckoned again.
        QVERIFY(!storedNumber(line, Calculation::LastNotNull));
    }

    void tooManyAreLeftToTheDrawnOnes()
    {
        PanelSpec spec;
        spec.options = standardOptions(PanelType::TimeSeries);
        legendOf(spec.options)->values = {Calculation::Median};
        Head head;
        const SeriesId id = head.seriesFor(Labels::withName("level"));
        for (TimestampMs t = start; t <= start + hour; t += 1000)
            static_cast<void>(head.append(id, t, 1));
        head.commit();
        spec.queries = {{"level", {}, false}};
        PanelData data = queryPanel(*head.snapshot(), QueryEngine(), spec, {{start, start + hour}, 1000, 60});
        PanelSeries &line = data.series.at(0);
        line.stored->results.clear();
        const auto expr = promql::parseExpr("level");
        std::size_t budget = 1000;
        calculateLines(data, spec, {0, **expr, data.range}, *head.snapshot(), budget, {});
        QCOMPARE(budget, std::size_t{1000});
        QVERIFY(basisOf(line, Calculation::Median) == CalculationBasis::ColumnEnds);
        budget = 10'000;
        calculateLines(data, spec, {0, **expr, data.range}, *head.snapshot(), budget, {});
        QVERIFY(budget < 7000);
        QVERIFY(basisOf(line, Calculation::Median) == CalculationBasis::AllSamples);
    }
};

SIGHTGLASS_TEST(LineCalculationTest)

} // namespace

#include "linecalculationtest.moc"
