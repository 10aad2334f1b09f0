// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/samplesmodel.h"

#include "model/presentation/histogramdisplay.h"
#include "tests/support/testcase.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace {

using namespace sightglass;

HistogramPtr histogramOf(std::size_t buckets)
{
    auto histogram = std::make_shared<FloatHistogram>();
    for (std::size_t i = 0; i < buckets; ++i) {
        histogram->positive.push(static_cast<std::int32_t>(i) + 1, static_cast<double>(i) + 1);
        histogram->count += static_cast<double>(i) + 1;
    }
    histogram->sum = 10 * histogram->count;
    return histogram;
}

class SamplesModelTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirstInAllDigits()
    {
        SamplesModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        auto data = std::make_shared<PanelData>();
        data->series = {{Labels::withName("a"), {}, 0, {{1000, 0.1}, {3000, 1.0 / 3}}},
                        {Labels::withName("b"), {}, 0, {{2000, 7}}}};
        model.setData(data);
        QStringList values;
        for (int row = 0; row < model.rowCount(); ++row)
            values << model.index(row, SamplesModel::SeriesColumn).data().toString() + u' ' +
                          model.index(row, SamplesModel::ValueColumn).data().toString();
        QCOMPARE(values, (QStringList{QStringLiteral("a 0.3333333333333333"), QStringLiteral("b 7"),
                                      QStringLiteral("a 0.1")}));
        model.setTimeZone(QTimeZone("Asia/Tokyo"));
        QCOMPARE(model.index(0, SamplesModel::TimeColumn).data().toString(),
                 QStringLiteral("1970-01-01 09:00:03.000"));
        model.setData(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

    void nativeHistogramsAmongThem()
    {
        SamplesModel model;
        auto data = std::make_shared<PanelData>();
        data->series = {{Labels::withName("a"), {}, 0, {{1000, 1}}, {{2000, histogramOf(2)}}}};
        model.setData(data);
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex newest = model.index(0, SamplesModel::ValueColumn);
        QCOMPARE(newest.data().toString(), histogramSummary(*histogramOf(2)));
        QVERIFY(newest.data().toString().startsWith(QStringLiteral("count 3 · sum 30")));
        QVERIFY(newest.data(Qt::ToolTipRole).toString().contains(QStringLiteral("66.7")));
        QCOMPARE(model.index(1, SamplesModel::ValueColumn).data().toString(), QStringLiteral("1"));
    }

    void bucketsAreListedWithTheirShares()
    {
        const QStringList lines = histogramDetails(*histogramOf(2)).split(u'\n');
        QCOMPARE(lines.size(), 6);
        QCOMPARE(lines.at(0), QStringLiteral("count 3"));
        QCOMPARE(lines.at(2), QStringLiteral("mean 10"));
        QCOMPARE(lines.at(4), QStringLiteral("(1, 2]  1  (33.3 %)"));
        QCOMPARE(lines.at(5), QStringLiteral("(2, 4]  2  (66.7 %)"));
    }

    void ofManyBucketsTheFullest()
    {
        const QString text = histogramDetails(*histogramOf(200));
        QVERIFY(text.count(u'\n') < 40);
        QVERIFY(text.contains(QStringLiteral("]  200  ")));
        QVERIFY(!text.contains(QStringLiteral("]  100  ")));
        // As many that are all equally full.
        FloatHistogram even;
        for (std::int32_t i = 1; i <= 100; ++i)
            even.positive.push(i, 1);
        QVERIFY(histogramDetails(even).count(u'\n') < 40);
        QVERIFY(histogramDetails(FloatHistogram()).startsWith(QStringLiteral("count 0")));
    }
};

} // namespace

SIGHTGLASS_TEST(SamplesModelTest)
#include "samplesmodeltest.moc"
