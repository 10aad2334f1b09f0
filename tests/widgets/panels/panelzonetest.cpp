// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/chart/displaylist.h"
#include "widgets/panels/panelframe.h"
#include "widgets/plots/timeplot.h"

#include <QTest>

namespace {

using namespace sightglass;

/// A panel with a zone of its own tells times in that, whatever its dashboard's is.
class PanelZoneTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void itsOwnGoesFirst()
    {
        PanelSpec spec;
        TimeSeriesOptions options;
        spec.options = options;
        PanelFrame plain(spec, darkTheme());
        plain.setTimeZone(QTimeZone("Europe/Berlin"));
        QCOMPARE(plain.timeZone(), QTimeZone("Europe/Berlin"));
        options.timezones = {"Asia/Tokyo"};
        spec.options = options;
        PanelFrame own(spec, darkTheme());
        own.setTimeZone(QTimeZone("Europe/Berlin"));
        QCOMPARE(own.timeZone(), QTimeZone("Asia/Tokyo"));
    }

    void furtherOnesHaveRowsOfTheirOwn()
    {
        PanelSpec spec;
        for (const bool states : {false, true}) {
            const std::vector<std::string> zones{"Asia/Tokyo", "America/New_York"};
            StateTimelineOptions timeline;
            timeline.timezones = zones;
            TimeSeriesOptions chart;
            chart.timezones = zones;
            spec.options = states ? PanelOptions(timeline) : PanelOptions(chart);
            PanelFrame frame(spec, darkTheme());
            frame.resize(600, 300);
            frame.setTimeZone(QTimeZone::utc());
            frame.setData(
                std::make_shared<const PanelData>(test::walks({.rangeMs = 300'000, .series = 2}, 100)));
            frame.show();
            frame.grab();
            auto *plot = frame.findChild<TimePlot *>();
            QVERIFY(plot != nullptr);
            DisplayList list;
            plot->addTo(list, {});
            QStringList texts;
            for (const DisplayList::Text &text : list.all<DisplayList::Text>())
                texts << text.text;
            QVERIFY2(texts.contains(QStringLiteral("JST")), qPrintable(texts.join(u' ')));
            QVERIFY2(texts.contains(QStringLiteral("EST")) || texts.contains(QStringLiteral("EDT")),
                     qPrintable(texts.join(u' ')));
        }
    }
};

SIGHTGLASS_TEST(PanelZoneTest)

} // namespace

#include "panelzonetest.moc"
