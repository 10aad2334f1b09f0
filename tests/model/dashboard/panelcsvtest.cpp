// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelcsv.h"

#include "model/dashboard/framecsv.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <limits>

namespace {

using namespace sightglass;

class PanelCsvTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    static PanelSeries series(const Labels &labels, std::vector<Sample> samples)
    {
        return {labels, {}, 0, std::move(samples)};
    }

private Q_SLOTS:
    void oneColumnForEachLabel()
    {
        PanelData data;
        data.series = {series(Labels::withName("up", {{"job", "a,\"b\""}}), {{1500, 0.1}, {2500, 3}}),
                       series(Labels::withName("up", {{"zone", "x"}}),
                              {{1500, std::numeric_limits<double>::infinity()}})};
        const CsvTable table = panelCsv(data, 10);
        QCOMPARE(table.rows, std::size_t{3});
        QVERIFY(!table.cut);
        QCOMPARE(QByteArray::fromStdString(table.text), QByteArray("time,value,__name__,job,zone\r\n"
                                                                   "1.5,0.1,up,\"a,\"\"b\"\"\",\r\n"
                                                                   "2.5,3,up,\"a,\"\"b\"\"\",\r\n"
                                                                   "1.5,+Inf,up,,x"));
    }

    void thinnedLinesSayWhatIsAStep()
    {
        PanelData data;
        data.series = {series(Labels::withName("up", {}), {{500, 4}, {30'000, 3}, {31'000, 9}})};
        data.series[0].columnMs = 30'000;
        QCOMPARE(QByteArray::fromStdString(panelCsv(data, 10).text),
                 QByteArray("time,value,sample,__name__\r\n"
                            "0.5,4,between,up\r\n"
                            "30,3,step,up\r\n"
                            "31,9,between,up"));
    }

    void storedSamplesSayHowManyAreMissing()
    {
        PanelData data;
        data.series = {series(Labels::withName("up", {}),
                              {{500, 7}, {30'000, 4}, {31'250, 3}, {59'000, 9}, {61'000, 1}})};
        data.series[0].columnMs = 30'000;
        data.series[0].stored = StoredLine{0, 1, 1};
        QCOMPARE(QByteArray::fromStdString(panelCsv(data, 10).text),
                 QByteArray("time,value,sample,__name__\r\n"
                            "30,4,stored,up\r\n"
                            "31.25,3,stored,up\r\n"
                            "59,9,stored,up"));
        data.series[0].stored->leftOutCounts = {{60'000, 26}};
        data.series.push_back(series(Labels::withName("down", {}), {{30'000, 1}}));
        QCOMPARE(QByteArray::fromStdString(panelCsv(data, 10).text),
                 QByteArray("time,value,sample,left_out,__name__\r\n"
                            "30,4,stored,0,up\r\n"
                            "31.25,3,stored,0,up\r\n"
                            "59,9,stored,26,up\r\n"
                            "30,1,step,,down"));
    }

    void noTextIsAFormula_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("cell");
        const auto row = [](const char *text, const char *cell) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(cell);
        };
        row("=1+1", "'=1+1");
        row("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"");
        row("@SUM(A1)", "'@SUM(A1)");
        row("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0");
        row("-x", "'-x");
        row("\tx", "'\tx");
        // Numbers are no formulas.
        row("+Inf", "+Inf");
        row("-5", "-5");
        row("a=b", "a=b");
    }
    void noTextIsAFormula()
    {
        QFETCH(QByteArray, text);
        PanelData data;
        data.series = {series(Labels(std::vector<Label>{{"le", text.toStdString()}}), {{1000, -1}})};
        QTEST(QByteArray::fromStdString(panelCsv(data, 10).text)
                  .mid(QByteArray("time,value,le\r\n1,-1,").size()),
              "cell");
        Field field;
        field.name = text.toStdString();
        field.type = FieldType::Text;
        field.values = {text.toStdString()};
        Frame frame;
        frame.fields = {field};
        const QByteArray framed = QByteArray::fromStdString(framesCsv({&frame, 1}, 10).text);
        QFETCH(QByteArray, cell);
        QCOMPARE(framed, cell + "\r\n" + cell);
    }

    void nativeHistogramsComeInTheOrderOfTime()
    {
        auto histogram = std::make_shared<FloatHistogram>();
        histogram->count = 3;
        histogram->sum = 4.5;
        histogram->positive.push(1, 3);
        PanelData data;
        data.series = {series(Labels(), {{1000, 1}, {3000, 2}})};
        data.series.front().histograms = {{2000, histogram}};
        QCOMPARE(QByteArray::fromStdString(panelCsv(data, 10).text),
                 QByteArray("time,value\r\n1,1\r\n2,\"{count:3, sum:4.5, (1,2]:3}\"\r\n3,2"));
    }

    void isBounded()
    {
        PanelData data;
        data.series = {series(Labels(), {{1000, 1}, {2000, 2}}), series(Labels(), {{1000, 1}})};
        QVERIFY(!panelCsv(data, 3).cut);
        const CsvTable table = panelCsv(data, 2);
        QVERIFY(table.cut);
        QCOMPARE(table.rows, std::size_t{2});
        QCOMPARE(QByteArray::fromStdString(panelCsv({}, 2).text), QByteArray("time,value"));
    }
};

} // namespace

SIGHTGLASS_TEST(PanelCsvTest)
#include "panelcsvtest.moc"
