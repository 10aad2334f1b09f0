// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/features.h"
#include "tests/support/testcase.h"
#include "tests/widgets/features/drawnpanel.h"
#include "tests/widgets/features/featurecase.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace sightglass;
using namespace sightglass::grafana;

std::vector<test::FeatureCase> allCases()
{
    std::vector<test::FeatureCase> all;
    for (const auto &cases : {test::fieldCases(), test::optionCases(), test::panelCases(), test::typeCases()})
        all.insert(all.end(), cases.begin(), cases.end());
    return all;
}

bool isUnseen(std::string_view path)
{
    return std::ranges::any_of(test::unseenFeatures(), [path](const test::UnseenFeature &unseen) {
        const std::string_view stem = unseen.path.substr(0, unseen.path.size() - 1);
        return unseen.path.ends_with('*') ? path.starts_with(stem) : path == unseen.path;
    });
}

/// Where a feature's member stands in a panel.
std::string pointerOf(const test::FeatureCase &one)
{
    if (!one.at.empty())
        return std::string(one.at);
    const std::string_view rest = one.path.substr(one.path.find('/'));
    constexpr std::string_view config = "/fieldConfig";
    if (rest.starts_with(config))
        return "/fieldConfig/defaults" + std::string(rest.substr(config.size()));
    if (one.path.starts_with("query/"))
        return "/targets/0" + std::string(rest);
    if (one.path.starts_with("override/"))
        return "/fieldConfig/overrides";
    return std::string(rest);
}

class FeatureDrawingTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyEntryHasAPicture();
    void casesAreOfEntries();
    void changesThePicture_data();
    void changesThePicture();
    void drawsTheSameTwice();
};

/// An entry that is added has to show what it does.
void FeatureDrawingTest::everyEntryHasAPicture()
{
    std::set<std::string_view> shown;
    for (const test::FeatureCase &one : allCases())
        shown.insert(one.path);
    QStringList missing;
    for (const Feature &feature : features()) {
        // Types of panels by themselves are drawn by every case.
        const bool isMember = feature.path.find('/') != std::string_view::npos;
        if (isMember && feature.honour == Honour::Drawn && !shown.contains(feature.path) &&
            !isUnseen(feature.path))
            missing += QString::fromUtf8(feature.path.data(), qsizetype(feature.path.size()));
    }
    QCOMPARE(missing.join(u'\n'), QString());
}

void FeatureDrawingTest::casesAreOfEntries()
{
    for (const test::FeatureCase &one : allCases()) {
        QVERIFY2(isHonoured(one.path), std::string(one.path).c_str());
        QVERIFY2(!isUnseen(one.path), std::string(one.path).c_str());
        QVERIFY2(Json::accept(one.value) && Json::accept(one.base), std::string(one.path).c_str());
    }
    for (const test::UnseenFeature &one : test::unseenFeatures()) {
        QVERIFY(!one.reason.empty());
        const bool known = std::ranges::any_of(features(), [&one](const Feature &feature) {
            const std::string_view stem = one.path.substr(0, one.path.size() - 1);
            return one.path.ends_with('*') ? feature.path.starts_with(stem) : feature.path == one.path;
        });
        QVERIFY2(known, std::string(one.path).c_str());
    }
}

void FeatureDrawingTest::changesThePicture_data()
{
    QTest::addColumn<int>("number");
    const std::vector<test::FeatureCase> all = allCases();
    for (std::size_t i = 0; i < all.size(); ++i)
        QTest::addRow("%s in %s", std::string(all[i].path).c_str(), std::string(all[i].type).c_str())
            << static_cast<int>(i);
}

void FeatureDrawingTest::changesThePicture()
{
    QFETCH(int, number);
    const test::FeatureCase one = allCases()[std::size_t(number)];
    Json without = test::plainPanel(one.type);
    without.merge_patch(Json::parse(one.base));
    Json with = without;
    with[Json::json_pointer(pointerOf(one))] = Json::parse(one.value);
    const QImage before = test::drawnPanel(without);
    const QImage after = test::drawnPanel(with);
    if (const QString folder = qEnvironmentVariable("SIGHTGLASS_PICTURES"); !folder.isEmpty()) {
        before.save(folder + QStringLiteral("/%1-without.png").arg(number));
        after.save(folder + QStringLiteral("/%1-with.png").arg(number));
    }
    QVERIFY(!before.isNull() && before.size() == after.size());
    QVERIFY2(before != after, "what asks for it is drawn as what does not");
}

void FeatureDrawingTest::drawsTheSameTwice()
{
    for (const char *type : {"timeseries", "stat", "gauge", "bargauge", "piechart", "histogram", "table",
                             "barchart", "heatmap", "state-timeline", "status-history", "text"}) {
        const Json panel = test::plainPanel(type);
        QVERIFY2(test::drawnPanel(panel) == test::drawnPanel(panel), type);
    }
}

SIGHTGLASS_TEST(FeatureDrawingTest)

} // namespace

#include "featuredrawingtest.moc"
