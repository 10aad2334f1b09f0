// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/colornames.h"
#include "model/fields/colorschemes.h"
#include "model/fields/seriescolors.h"
#include "tests/support/testcase.h"

#include <QSet>
#include <QTest>

#include <cmath>

namespace {

using namespace sightglass;

QString text(const std::optional<Rgba> &color)
{
    return color ? QString::fromStdString(colorText(*color)) : QString();
}

class ColorTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void schemes_data();
    void schemes();
    void everySchemeHasItsEnds();
    void palette();
    void shades();
};

void ColorTest::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("dark");
    QTest::addColumn<QString>("light");
    const auto row = [](const char *name, const char *dark, const char *light) {
        QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(dark) << QString::fromUtf8(light);
    };
    const auto both = [&row](const char *name, const char *color) { row(name, color, color); };
    row("green", "#73bf69", "#56a64b");
    row("super-light-blue", "#c0d8ff", "#8ab8ff");
    row("light-yellow", "#ffee52", "#fade2a");
    row("semi-dark-red", "#e02f44", "#c4162a");
    row("dark-purple", "#8f3bb8", "#7c2ea3");
    row("transparent", "#00000000", "#ffffff00");
    row("panel-bg", "#181b1f", "#ffffff");
    both("Green", "#008000"); // CSS' own
    both("rebeccapurple", "#663399");
    both("DarkSlateGrey", "#2f4f4f");
    both("aliceblue", "#f0f8ff");
    both("yellowgreen", "#9acd32");
    both("#abc", "#aabbcc");
    both("#abcd", "#aabbccdd");
    both("#A1B2C3", "#a1b2c3");
    both("#a1b2c380", "#a1b2c380");
    both("rgb(1, 2, 3)", "#010203");
    both("rgba(255,0,128,0.5)", "#ff008080");
    both("rgb(10% 20% 30% / 40%)", "#1a334d66");
    both("rgb(999, -5, 0)", "#ff0000");
    both("hsl(120, 100%, 50%)", "#00ff00");
    both("hsl(-120deg, 100%, 50%)", "#0000ff");
    both("hsla(0, 0%, 50%, 0)", "#80808000");
    for (const char *none :
         {"", "#", "#12", "#12345", "#ggg", "rgb()", "rgb(1,2)", "rgb(1,2,3,4,5)", "rgb(1,2,x)", "rgb(1,2,3",
          "hwb(1,2,3)", "super-dark-red", "very-light-green", "good", "text", "greenish", "zz"})
        both(none, "");
}

void ColorTest::names()
{
    QFETCH(QString, name);
    QFETCH(QString, dark);
    QFETCH(QString, light);
    QCOMPARE(text(namedColor(name.toStdString(), Surface::Dark)), dark);
    QCOMPARE(text(namedColor(name.toStdString(), Surface::Light)), light);
}

void ColorTest::schemes_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *id, double share, const char *expected) {
        QTest::addRow("%s %g", id, share) << QString::fromUtf8(id) << share << QString::fromUtf8(expected);
    };
    row("continuous-GrYlRd", 0, "#73bf69");
    row("continuous-GrYlRd", 0.5, "#e2c03d"); // (green + 4 yellow + red) / 6
    row("continuous-GrYlRd", 1, "#f2495c");
    row("continuous-BlPu", 0.5, "#8886e6");
    row("continuous-blues", 0, "#181b1f");
    row("continuous-blues", 1, "#1f60c4");
    row("continuous-viridis", 0, "#440154");
    row("continuous-viridis", 0.5, "#21918c");
    row("continuous-viridis", 1, "#fde725");
    row("continuous-magma", 0.0625, "#0f0926");
    row("continuous-GrYlRd", -3, "#73bf69");
    row("continuous-GrYlRd", 7, "#f2495c");
    row("continuous-GrYlRd", std::nan(""), "#73bf69");
    row("rainbow", 0.5, "");
}

void ColorTest::schemes()
{
    QFETCH(QString, id);
    QFETCH(double, share);
    QFETCH(QString, expected);
    QCOMPARE(text(schemeColor(id.toStdString(), share, Surface::Dark)), expected);
}

void ColorTest::everySchemeHasItsEnds()
{
    QCOMPARE(schemeIds().size(), std::size_t(15));
    for (const std::string_view id : schemeIds()) {
        for (const Surface surface : {Surface::Dark, Surface::Light}) {
            const auto colors = schemeColors(id);
            QVERIFY(colors.size() >= 2);
            for (const std::string_view name : colors)
                QVERIFY(namedColor(name, surface));
            QCOMPARE(schemeColor(id, 0, surface), namedColor(colors.front(), surface));
            QCOMPARE(schemeColor(id, 1, surface), namedColor(colors.back(), surface));
        }
    }
    QVERIFY(schemeColors("rainbow").empty());
}

void ColorTest::palette()
{
    QCOMPARE(classicPalette().size(), std::size_t(64));
    QSet<QString> different;
    for (const std::string_view name : classicPalette()) {
        QVERIFY(namedColor(name, Surface::Dark));
        different.insert(text(namedColor(name, Surface::Dark)));
    }
    QCOMPARE(different.size(), qsizetype(64));
    QCOMPARE(classicColor(4), std::string_view("red"));
    QCOMPARE(classicColor(64), classicColor(0));

    const auto colorsByName = [](Surface surface) {
        QSet<QString> colors;
        for (int series = 0; series < 500; ++series) {
            const std::string name = "series " + std::to_string(series);
            colors.insert(QString::fromStdString(std::string(classicColorByName(name, surface))));
        }
        return colors;
    };
    // All but those that are too close to the background.
    const QSet<QString> dark = colorsByName(Surface::Dark);
    const QSet<QString> light = colorsByName(Surface::Light);
    QVERIFY(dark.size() > 30 && light.size() > 20);
    QVERIFY(dark.contains(QStringLiteral("#E0F9D7")) && !dark.contains(QStringLiteral("#052B51")));
    QVERIFY(light.contains(QStringLiteral("#052B51")) && !light.contains(QStringLiteral("#E0F9D7")));
    QVERIFY(!classicColorByName("", Surface::Dark).empty());
    QVERIFY(!classicColorByName("\u00E4\U0001F600\xC3", Surface::Dark).empty());
}

void ColorTest::shades()
{
    const Rgba blue = *namedColor("blue", Surface::Dark);
    QCOMPARE(shadeOf(blue, 0), blue);
    QCOMPARE(shadeOf(blue, 11), blue);
    QSet<QString> different;
    for (std::size_t series = 0; series < 11; ++series)
        different.insert(text(shadeOf(blue, series)));
    QCOMPARE(different.size(), qsizetype(11));
    const auto sum = [](Rgba color) { return color.red + color.green + color.blue; };
    QVERIFY(sum(shadeOf(blue, 1)) > sum(blue));
    QVERIFY(sum(shadeOf(blue, 2)) < sum(blue));
    QVERIFY(sum(shadeOf(blue, 4)) < sum(shadeOf(blue, 2)));
    // Of a grey nothing is spun: 35/6 percent of 255 are 15.
    QCOMPARE(shadeOf({100, 100, 100, 255}, 1), (Rgba{115, 115, 115, 255}));
    QCOMPARE(shadeOf({100, 100, 100, 9}, 2), (Rgba{85, 85, 85, 9}));
}

SIGHTGLASS_TEST(ColorTest)

} // namespace

#include "colortest.moc"
