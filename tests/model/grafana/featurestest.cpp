// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/features.h"

#include "model/grafana/fieldsink.h"
#include "model/grafana/membernames.h"
#include "model/grafana/optionfields.h"
#include "model/transform/transformation.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>

namespace {

using namespace sightglass;
using namespace sightglass::grafana;

class FeaturesTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tableIsSorted();
    void everyMemberThatIsReadIsInTheTable();
    void everyDrawnEntryNamesWhatDrawsIt();
    void standardsAreWrittenAsNothing();
    void lookup();
    void transformations();
    void leftovers();
    void strangers();
};

void FeaturesTest::tableIsSorted()
{
    const auto all = features();
    QVERIFY(all.size() > 200);
    const auto unsorted = std::adjacent_find(
        all.begin(), all.end(), [](const Feature &a, const Feature &b) { return a.path >= b.path; });
    QVERIFY(unsorted == all.end());
}

void FeaturesTest::everyMemberThatIsReadIsInTheTable()
{
    QStringList missing;
    for (const std::string &path : readMembers()) {
        if (featureAt(path) == nullptr)
            missing += QString::fromStdString(path);
    }
    QCOMPARE(missing.join(u' '), QString());
}

void FeaturesTest::everyDrawnEntryNamesWhatDrawsIt()
{
    for (const Feature &feature : features())
        QCOMPARE(feature.drawnBy.empty(), feature.honour == Honour::NotDrawn);
}

/// What a description takes for absent is what a panel starts from: else a round trip would change it.
void FeaturesTest::standardsAreWrittenAsNothing()
{
    for (int type = 0; type <= int(PanelType::Foreign); ++type) {
        OrderedJson json = OrderedJson::object();
        FieldSink sink(json);
        PanelOptions options = grafanaStandardOptions(static_cast<PanelType>(type));
        describeOptions(sink, options);
        json.erase("reduceOptions"); // its calculation is always said
        if (PanelType(type) == PanelType::Heatmap)
            json.erase("filterValues");
        // Where nothing is said, we sort what Grafana does not: it is always said.
        if (PanelType(type) == PanelType::TimeSeries)
            json.erase("tooltip");
        QCOMPARE(QByteArray::fromStdString(json.dump()), QByteArray("{}"));
    }
}

void FeaturesTest::lookup()
{
    QVERIFY(isHonoured("timeseries/options/legend/calcs"));
    QVERIFY(isHonoured("stat/fieldConfig/unit"));
    QVERIFY(!isHonoured("timeseries/options/orientation"));
    QVERIFY(!isHonoured("stat/options/nothing"));
    QVERIFY(featureAt("") == nullptr);
}

void FeaturesTest::transformations()
{
    QVERIFY(isHonoured("transformation/organize"));
    QVERIFY(!isHonoured("transformation/spatial"));
    QVERIFY(knownTransformations().size() >= 30);
}

void FeaturesTest::leftovers()
{
    QVERIFY(isOfAnotherType("stat/options/legend"));
    QVERIFY(isOfAnotherType("table/options/reduceOptions"));
    QVERIFY(!isOfAnotherType("table/options/invented"));
    QVERIFY(!isOfAnotherType("table/fieldConfig/legend"));
    // What the type reads itself is its own, whoever reads it too.
    QVERIFY(!isOfAnotherType("timeseries/options/timezone"));
    QVERIFY(!isOfAnotherType("text/options/content"));
}

void FeaturesTest::strangers()
{
    QVERIFY(isLeftover("panel/aliasColors") && !isHarmless("panel/aliasColors"));
    QVERIFY(isHarmless("panel/scopedVars") && isOfClone("panel/scopedVars") && !isKept("panel/scopedVars"));
    QVERIFY(!isOfClone("panel/targets"));
    QVERIFY(isHarmless("panel/targets"));
    QVERIFY(!isHarmless("stat/options/invented"));
    QVERIFY(!isHarmless("panel/invented"));
    QVERIFY(isStrangeToGrafana("panel/invented") && isKept("panel/invented"));
    QVERIFY(!isStrangeToGrafana("stat/options/invented") && isKept("stat/options/invented"));
    QVERIFY(isKept("panel/aliasColors") && !isKept("panel/targets"));
    for (const HarmlessMember &member : harmlessMembers())
        QVERIFY(!member.reason.empty());
}

SIGHTGLASS_TEST(FeaturesTest)

} // namespace

#include "featurestest.moc"
