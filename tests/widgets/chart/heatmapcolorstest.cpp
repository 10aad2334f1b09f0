// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/heatmapschemes.h"
#include "tests/support/testcase.h"
#include "widgets/chart/colorrampschemes.h"
#include "widgets/chart/heatmapraster.h"

#include <QColor>
#include <QSet>
#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;

class HeatmapColorsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void schemes()
    {
        QCOMPARE(rampSchemes().size(), std::size_t{38});
        QVERIFY(std::ranges::equal(rampSchemes(), heatmapSchemes));
        QVERIFY(isHeatmapScheme("oranges") && !isHeatmapScheme("Plaids") && !isHeatmapScheme(""));
        for (const std::string_view name : rampSchemes()) {
            const ColorRamp ramp = schemeRamp(name, {256, false, true});
            const ColorRamp turned = schemeRamp(name, {256, true, true});
            QCOMPARE(ramp.front(), turned.back());
            QCOMPARE(QSet<QRgb>(ramp.begin(), ramp.end()).size() > 60, true);
        }
        QVERIFY(!rampSchemeColor("nonsense", 0.5));
        QCOMPARE(schemeRamp("nonsense", {256, false, true}), rampOnDark());
        QCOMPARE(schemeRamp("ORANGES", {}), schemeRamp("Oranges", {}));
    }

    void knownColors_data()
    {
        QTest::addColumn<QByteArray>("scheme");
        QTest::addColumn<double>("share");
        QTest::addColumn<QRgb>("color");
        const auto row = [](const char *scheme, double share, QRgb color) {
            QTest::addRow("%s at %g", scheme, share) << QByteArray(scheme) << share << color;
        };
        row("Oranges", 0, qRgb(255, 245, 235));
        row("Oranges", 1, qRgb(127, 39, 4));
        row("RdBu", 0, qRgb(103, 0, 31));
        row("RdBu", 1, qRgb(5, 48, 97));
        row("Viridis", 0, qRgb(68, 1, 84));
        row("Viridis", 1, qRgb(253, 231, 37));
        row("Turbo", 0, qRgb(35, 23, 27));
        row("Turbo", 1, qRgb(144, 12, 0));
        row("Cividis", 0, qRgb(0, 32, 81));
        row("Warm", 0, qRgb(110, 64, 170));
        row("Cool", 0, qRgb(110, 64, 170));
        row("CubehelixDefault", 0, qRgb(0, 0, 0));
        row("CubehelixDefault", 1, qRgb(255, 255, 255));
        row("Sinebow", 0, qRgb(255, 64, 64));
        row("Rainbow", 0, qRgb(110, 64, 170));
        row("Blues", std::nan(""), qRgb(247, 251, 255));
        row("Blues", 7, qRgb(8, 48, 107));
    }

    void knownColors()
    {
        QFETCH(QByteArray, scheme);
        QFETCH(double, share);
        QFETCH(QRgb, color);
        const QRgb found = rampSchemeColor(scheme.toStdString(), share).value();
        QVERIFY2(std::abs(qRed(found) - qRed(color)) <= 1 && std::abs(qGreen(found) - qGreen(color)) <= 1 &&
                     std::abs(qBlue(found) - qBlue(color)) <= 1,
                 qPrintable(QColor(found).name()));
    }

    void stepsAndOpacity()
    {
        const ColorRamp four = schemeRamp("Blues", {4, false, false});
        QCOMPARE(QSet<QRgb>(four.begin(), four.end()).size(), 4);
        const ColorRamp ramp = opacityRamp(qRgb(0, 0, 0), qRgb(200, 100, 0), {256, false, true});
        QCOMPARE(ramp.front(), qRgb(0, 0, 0));
        QCOMPARE(ramp.back(), qRgb(200, 100, 0));
    }

    void shades()
    {
        HeatmapShading shading;
        shading.low = 10;
        shading.high = 20;
        QCOMPARE(shading.heat(10), 0.0);
        QCOMPARE(shading.heat(12.5), 0.5);
        QCOMPARE(shading.heat(1000), 1.0);
        shading.exponent = 1;
        QCOMPARE(shading.heat(12.5), 0.25);
        QVERIFY(!shading.shows(0) && shading.shows(0.1));
        shading.hideBelow = 5;
        shading.hideAbove = 15;
        QVERIFY(!shading.shows(5) && shading.shows(6) && !shading.shows(15));
    }

    void lightnessRunsOneWay_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("dark") << true;
        QTest::newRow("light") << false;
    }

    void lightnessRunsOneWay()
    {
        QFETCH(bool, dark);
        const ColorRamp ramp = dark ? rampOnDark() : rampOnLight();
        const auto gray = [](QRgb c) { return 0.2126 * qRed(c) + 0.7152 * qGreen(c) + 0.0722 * qBlue(c); };
        for (std::size_t i = 16; i < ramp.size(); i += 16)
            QVERIFY((gray(ramp[i]) > gray(ramp[i - 16])) == dark);
    }
};

SIGHTGLASS_TEST(HeatmapColorsTest)

} // namespace

#include "heatmapcolorstest.moc"
