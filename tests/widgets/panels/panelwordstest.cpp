// SPDX-License-Identifier: GPL-3.0-or-later
// What a panel says: instead of its view, above it and beside its title.
#include "tests/support/testcase.h"
#include "tests/widgets/panels/framedpanels.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/panels/panelframe.h"
#include "widgets/panels/panelmessage.h"
#include "widgets/panels/panelremarks.h"
#include "widgets/panels/paneltitle.h"

#include <QTest>

namespace {

using namespace sightglass;
using test::failed;
using test::specOf;

class PanelWordsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
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

    void remarksSayAllThatIsToBeKnown()
    {
        PanelFrame frame(specOf(PanelType::TimeSeries), darkTheme());
        auto data = std::make_shared<PanelData>(test::walks({.rangeMs = 60'000}, 10));
        data->annotations.push_back({Annotation::Severity::Warning, "might not be a <counter>", {}});
        data->notes.push_back("12 rows were left out");
        data->advice.push_back({BucketAdvice::Kind::OneBucket, "latency\u202E", 0, 5, 0.9998});
        frame.setData(data);
        const QString text = frame.findChild<PanelTitle *>()->everything();
        for (const char *part :
             {"HELP of the metric", "might not be a <counter>", "12 rows were left out", "99"})
            QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
        QVERIFY(!text.contains(QChar(0x202E)));
        QVERIFY(frame.findChild<PanelTitle *>()->accessibleDescription().contains(QStringLiteral("12 rows")));
        data = std::make_shared<PanelData>(*data);
        for (int i = 0; i < 1000; ++i)
            data->notes.push_back("note " + std::to_string(i));
        QVERIFY(panelRemarks({}, *data).size() < 20);
        data->notes.clear();
        data->annotations.clear();
        data->advice.clear();
        frame.setData(data);
        QCOMPARE(frame.findChild<PanelTitle *>()->everything(), QStringLiteral("HELP of the metric"));
    }

    /// Where no line shows it: a quantile is somewhere in its bucket.
    void boundsOfQuantilesAreRemarks()
    {
        for (const PanelType type : {PanelType::Table, PanelType::BarChart, PanelType::TimeSeries}) {
            PanelSpec spec = specOf(type);
            spec.field.unit = "s";
            PanelData data = test::walks({.rangeMs = 60'000, .series = 1}, 10);
            const Sample newest = data.series[0].samples.back();
            data.bands = {{0, {{newest.t, 0.25}}, {{newest.t, 0.5}}}};
            const QString text = panelRemarks(spec, data).join(u'\n');
            QCOMPARE(text.contains(QStringLiteral("between 250 ms and 500 ms")),
                     type != PanelType::TimeSeries);
            data.bands[0].series = 99;
            QVERIFY(panelRemarks(spec, data).isEmpty());
        }
    }

    /// "no limit" is what its author knows of an empty answer; why it is empty is behind the mark.
    void aWordForNothingStandsBeforeReasons()
    {
        PanelSpec spec = specOf(PanelType::Stat);
        auto data = std::make_shared<PanelData>();
        data->range = {0, 60'000};
        data->reasons.push_back({0, true, "No value satisfies > 0", {}});
        const auto isViewShown = [](const PanelFrame &frame) {
            return !frame.findChild<PanelView *>()->isHidden();
        };
        PanelFrame plain(spec, darkTheme());
        plain.setData(data);
        QVERIFY(!isViewShown(plain));
        spec.field.noValue = "no limit";
        PanelFrame frame(spec, darkTheme());
        frame.setData(data);
        QVERIFY(isViewShown(frame));
        QVERIFY(frame.findChild<PanelTitle *>()->everything().contains(QStringLiteral("No value satisfies")));
    }

    /// A raw counter may not be what is meant, but it is there, also where a transformation took its times.
    void whatIsDoubtfulIsDrawn()
    {
        for (const PanelType type : {PanelType::Stat, PanelType::BarGauge, PanelType::Pie,
                                     PanelType::BarChart, PanelType::Gauge, PanelType::Table}) {
            auto data = std::make_shared<PanelData>();
            data->range = {0, 60'000};
            data->reasons.push_back({0, false, "tasks_total is a counter", "rate(tasks_total[1m])"});
            data->frames = std::make_shared<const std::vector<Frame>>(std::vector<Frame>{
                {"",
                 "A",
                 {{"queue", FieldType::Text, {}, {}, {}, {std::string("mail"), std::string("sms")}, {}},
                  {"Value", FieldType::Number, {}, {}, {}, {4.0, 6.0}, {}}}}});
            PanelFrame frame(specOf(type), darkTheme());
            frame.setData(data);
            QVERIFY(!frame.findChild<PanelView *>()->isHidden());
            QVERIFY(frame.findChild<PanelTitle *>()->everything().contains(QStringLiteral("is a counter")));
            // Nor is it why a transformation left nothing.
            auto nothing = std::make_shared<PanelData>(*data);
            nothing->frames = std::make_shared<const std::vector<Frame>>();
            frame.setData(nothing);
            QVERIFY(!frame.findChild<PanelView *>()->isHidden());
        }
    }

    /// What a mapping says of nothing is what its author wants to read of it.
    void aMappingOfNothingStandsBeforeReasons()
    {
        for (const PanelType type : {PanelType::Stat, PanelType::Gauge, PanelType::BarGauge}) {
            PanelSpec spec = specOf(type);
            auto data = std::make_shared<PanelData>();
            data->range = {0, 60'000};
            data->reasons.push_back({0, true, "No value satisfies > 0", {}});
            const auto isViewShown = [&spec, &data] {
                PanelFrame frame(spec, darkTheme());
                frame.setData(data);
                return !frame.findChild<PanelView *>()->isHidden();
            };
            spec.field.mappings = {{SpecialValue::NaN, {"not a number", {}, {}}}};
            QVERIFY(!isViewShown());
            for (const SpecialValue special : {SpecialValue::Null, SpecialValue::NullOrNaN}) {
                spec.field.mappings = {{special, {"OK", {}, {}}}};
                QVERIFY(isViewShown());
            }
        }
    }

    /// "might not be a counter" is no reason for alarm.
    void whatIsMerelyMentionedHasNoMarkOfItsOwn()
    {
        PanelFrame frame(specOf(PanelType::TimeSeries), darkTheme());
        frame.resize(500, 300);
        auto data = std::make_shared<PanelData>(test::walks({.rangeMs = 60'000}, 10));
        data->annotations.push_back({Annotation::Severity::Info, "might not be a counter", {}});
        frame.setData(data);
        const auto *title = frame.findChild<PanelTitle *>();
        QVERIFY(title->everything().contains(QStringLiteral("might not be a counter")));
        QVERIFY(title->toolTipAt(title->infoRect().center()).contains(QStringLiteral("might not")));
        frame.grab();
        // The title and the "i", no "!".
        QCOMPARE(title->drawing().all<DisplayList::Text>().size(), std::size_t{2});
    }
};

SIGHTGLASS_TEST(PanelWordsTest)

} // namespace

#include "panelwordstest.moc"
