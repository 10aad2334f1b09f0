// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/dateticks.h"

#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/chart/displaylist.h"
#include "widgets/panelkit/legendview.h"
#include "widgets/plots/timeseriespanel.h"
#include "widgets/plots/timeseriesplot.h"

#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;

ScaledAxis axisFrom(double low, double high)
{
    ScaledAxis axis;
    axis.low = low;
    axis.high = high;
    axis.ticks = {low, high};
    return axis;
}

class DateTicksTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void roundDatesOverAnyRange_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"UTC", "Europe/Berlin", "Asia/Kolkata"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void roundDatesOverAnyRange()
    {
        QFETCH(QByteArray, zone);
        const QTimeZone timeZone(zone);
        constexpr double now = 1.7641e9;
        constexpr double mostSeconds = 60 * 365 * 86'400.0;
        for (double length = 0.01; length <= mostSeconds; length *= 1.7) {
            for (int most = 2; most <= 9; ++most) {
                ScaledAxis axis = axisFrom(now - length, now);
                putOnDates(axis, 1, {double(most), most * 2.5}, timeZone);
                const QByteArray which = QByteArray::number(length) + " s, " + QByteArray::number(most);
                QVERIFY2(axis.ticks.size() <= std::size_t(most * 2.5) + 1, which);
                QVERIFY2(axis.ticks.size() >= 2 || most < 3, which);
                for (const char *unit : {"unixSeconds", "time:YYYY"}) {
                    const double factor = std::string_view(unit) == "unixSeconds" ? 1 : 1000;
                    std::vector<double> ticks = axis.ticks;
                    for (double &tick : ticks)
                        tick *= factor;
                    const QStringList texts = dateTickTexts(ticks, unit, timeZone);
                    QVERIFY2(std::ranges::adjacent_find(texts) == texts.end(),
                             which + texts.join(u'|').toUtf8());
                }
            }
        }
    }

    void theDashboardsZoneIsThatOfValues()
    {
        PanelSpec spec;
        spec.options = standardOptions(PanelType::TimeSeries);
        spec.field.unit = "unixSeconds";
        legendOf(spec.options)->values = {Calculation::LastNotNull};
        PanelData data = test::walks({.rangeMs = 300'000, .series = 1}, 100);
        for (Sample &sample : data.series[0].samples.edit())
            sample.v = 1'763'733'600 + sample.v * 3600; // 2025-11-21 14:00:00 UTC and up to some days later
        QWidget window;
        window.resize(600, 320);
        TimeSeriesPanel panel(spec, darkTheme(), &window);
        panel.setGeometry(window.rect());
        panel.setTimeZone(QTimeZone::utc());
        panel.setData(std::make_shared<const PanelData>(data));
        window.show();
        window.grab();
        const auto texts = [&panel] {
            DisplayList list;
            panel.plot()->addTo(list, {});
            QStringList all;
            for (const auto &text : list.all<DisplayList::Text>())
                all << text.text;
            return all.join(u'|') + u'|' + panel.legend()->items()[0].values.join(u'|');
        };
        const QString inUtc = texts();
        panel.setTimeZone(QTimeZone("Asia/Kolkata"));
        window.grab();
        const QString inIndia = texts();
        QVERIFY(inUtc != inIndia);
        // Ticks are at midnight (or another round hour) of either zone.
        for (const QString &all : {inUtc, inIndia})
            QVERIFY2(all.contains(QStringLiteral(" 00:00:00")), qPrintable(all));
        const auto last = [](const QString &all) { return all.section(u'|', -1); };
        QVERIFY(last(inUtc).section(u':', 1, 1) != last(inIndia).section(u':', 1, 1));
    }
};

SIGHTGLASS_TEST(DateTicksTest)

} // namespace

#include "datetickstest.moc"
