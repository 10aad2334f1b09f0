// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/theme.h"

#include "model/fields/seriescolors.h"
#include "tests/support/testcase.h"
#include "tests/widgets/style/colourvision.h"
#include "widgets/style/contrast.h"
#include "widgets/style/seriescolors.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace sightglass;
using sightglass::test::colourDistance;
using sightglass::test::ColourVision;

constexpr std::array semantics{SemanticColor::Good,     SemanticColor::Notice, SemanticColor::Warning,
                               SemanticColor::Critical, SemanticColor::Info,   SemanticColor::Neutral};

class ThemeTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    static Theme fetched()
    {
        QFETCH_GLOBAL(QString, theme);
        return *themeByName(theme);
    }

    static double textRatio(const Theme &theme)
    {
        return theme.contrast == Contrast::High ? strongTextContrast : textContrast;
    }

    /// The ratio on every surface that text may lie on.
    static void compareOnSurfaces(const Theme &theme, const QColor &color, double least, const char *what)
    {
        for (const QColor &surface : {theme.window, theme.surface, theme.surfaceRaised}) {
            const double ratio = contrastRatio(color, surface);
            QVERIFY2(ratio >= least,
                     qPrintable(
                         QStringLiteral("%1 on %2: %3").arg(QLatin1String(what), surface.name()).arg(ratio)));
        }
    }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("theme");
        for (const char *name : {"dark", "light", "high-contrast"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        // The grey that WCAG's own examples name as the first that passes on white.
        QVERIFY(std::abs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    }

    void textsCanBeRead()
    {
        const Theme theme = fetched();
        compareOnSurfaces(theme, theme.text, textRatio(theme), "text");
        compareOnSurfaces(theme, theme.textMuted, textRatio(theme), "muted text");
        compareOnSurfaces(theme, theme.accent, textRatio(theme), "accent");
        for (const SemanticColor color : semantics)
            compareOnSurfaces(theme, theme.semantic(color), textRatio(theme), "role");
        const QPalette palette = theme.palette();
        const auto pair = [&palette, &theme](QPalette::ColorRole text, QPalette::ColorRole surface) {
            const double ratio = contrastRatio(palette.color(text), palette.color(surface));
            QVERIFY2(ratio >= textRatio(theme), qPrintable(QString::number(ratio)));
        };
        pair(QPalette::WindowText, QPalette::Window);
        pair(QPalette::Text, QPalette::Base);
        pair(QPalette::Text, QPalette::AlternateBase);
        pair(QPalette::ButtonText, QPalette::Button);
        pair(QPalette::ToolTipText, QPalette::ToolTipBase);
        pair(QPalette::HighlightedText, QPalette::Highlight);
        pair(QPalette::PlaceholderText, QPalette::Base);
        pair(QPalette::Link, QPalette::Base);
    }

    void marksCanBeSeen()
    {
        const Theme theme = fetched();
        compareOnSurfaces(theme, theme.crosshair, graphicsContrast, "crosshair");
        const double least = theme.contrast == Contrast::High ? strongTextContrast : graphicsContrast;
        for (std::size_t i = 0; i < seriesColorCount; ++i) {
            const double ratio = contrastRatio(seriesColor(i, theme), theme.surface);
            QVERIFY2(ratio >= least, qPrintable(QStringLiteral("series %1: %2").arg(i).arg(ratio)));
        }
    }

    void namedColoursCanBeReadAsText()
    {
        const Theme theme = fetched();
        const auto names = classicPalette();
        for (const std::string_view name : names) {
            const QColor color = theme.named(name);
            QVERIFY(color.isValid());
            compareOnSurfaces(theme, theme.legible(color), textRatio(theme), std::string(name).c_str());
            if (theme.contrast == Contrast::High)
                QVERIFY(contrastRatio(color, theme.surface) >= strongTextContrast);
        }
        for (const QColor &color : {theme.surface, QColor(Qt::black), QColor(Qt::white), QColor(Qt::blue)})
            compareOnSurfaces(theme, theme.legible(color), textRatio(theme), "any");
        QCOMPARE(theme.legible(theme.text), theme.text);
    }

    void coloursStayApartForColourBlindPeople_data()
    {
        QTest::addColumn<int>("eyes");
        QTest::newRow("full") << static_cast<int>(ColourVision::Full);
        QTest::newRow("no reds") << static_cast<int>(ColourVision::NoReds);
        QTest::newRow("no greens") << static_cast<int>(ColourVision::NoGreens);
        QTest::newRow("no blues") << static_cast<int>(ColourVision::NoBlues);
    }

    /// Series take colours in their order: neighbours meet in every panel, the first eight in most.
    void coloursStayApartForColourBlindPeople()
    {
        constexpr double neighbours = 14;
        constexpr double firstEight = 10;
        constexpr double any = 7;
        QFETCH(int, eyes);
        const Theme theme = fetched();
        for (std::size_t i = 0; i < seriesColorCount; ++i) {
            for (std::size_t j = i + 1; j < seriesColorCount; ++j) {
                const double distance = colourDistance(seriesColor(i, theme), seriesColor(j, theme),
                                                       static_cast<ColourVision>(eyes));
                const double least = j == i + 1 ? neighbours : j < 8 ? firstEight : any;
                QVERIFY2(distance >= least,
                         qPrintable(QStringLiteral("%1 and %2: %3").arg(i).arg(j).arg(distance)));
            }
        }
    }

    void theSimulationTellsSafeFromUnsafe()
    {
        const QColor red(0xd0, 0x40, 0x20);
        const QColor green(0x80, 0x80, 0x00);
        QVERIFY(colourDistance(red, green, ColourVision::Full) > 30);
        QVERIFY(colourDistance(red, green, ColourVision::NoGreens) < 15);
        QCOMPARE(colourDistance(red, red, ColourVision::NoBlues), 0.0);
        QVERIFY(std::abs(colourDistance(Qt::black, Qt::white, ColourVision::Full) - 100) < 0.01);
    }

    void aSeriesHasOneColourEverywhere()
    {
        const auto series = [](int i) { return Labels(std::vector<Label>{{"name", std::to_string(i)}}); };
        SeriesColorBook book;
        // Twenty series in two panels, then those that share a colour in a third.
        std::map<int, std::size_t> given;
        for (const int panel : {0, 1}) {
            std::vector<std::size_t> taken;
            for (int i = panel * 10; i < panel * 10 + 10; ++i) {
                given[i] = book.slotOf(series(i), taken, LookKind::Line);
                taken.push_back(given[i]);
            }
            QCOMPARE(std::set<std::size_t>(taken.begin(), taken.end()).size(), std::size_t{10});
        }
        std::vector<std::size_t> taken;
        for (int i = 19; i >= 0; --i) {
            const std::size_t slot = book.slotOf(series(i), taken, LookKind::Line);
            QCOMPARE(slot % seriesColorCount, given[i] % seriesColorCount);
            QVERIFY(std::ranges::find(taken, slot) == taken.end());
            taken.push_back(slot);
        }
        // Areas have no dashes to be told apart by.
        std::vector<std::size_t> areas;
        for (int i = 0; i < 12; ++i)
            areas.push_back(book.slotOf(series(i), areas));
        QCOMPARE(std::set<std::size_t>(areas.begin(), areas.end()).size(), std::size_t{12});
        for (const std::size_t slot : areas)
            QVERIFY(slot < seriesColorCount);
        // Whoever asks later, and in whatever order, gets the same.
        QCOMPARE(book.slotOf(series(7), {}, LookKind::Line), given[7]);
        QCOMPARE(book.slotOf(series(7).with("__name__", "metric"), {}), given[7]);
    }

    /// Which panel is answered first is chance: colours go by labels, at every start and on every machine.
    void coloursGoByLabels()
    {
        const auto series = [](int i) { return Labels(std::vector<Label>{{"name", std::to_string(i)}}); };
        std::array<std::size_t, seriesColorCount> counts{};
        SeriesColorBook forth;
        std::vector<std::size_t> given;
        constexpr int many = 600;
        for (int i = 0; i < many; ++i) {
            QVERIFY(!forth.knows(series(i)));
            given.push_back(forth.slotOf(series(i), {}, LookKind::Line));
            QVERIFY(given.back() < seriesColorCount);
            QVERIFY(forth.knows(series(i).with("__name__", "metric")));
            ++counts.at(given.back());
        }
        SeriesColorBook back;
        for (int i = many - 1; i >= 0; --i)
            QCOMPARE(back.slotOf(series(i), {}, LookKind::Line), given[static_cast<std::size_t>(i)]);
        // The shades that are most apart, and none of them rarely.
        constexpr std::size_t mostApart = 8;
        for (std::size_t color = 0; color < seriesColorCount; ++color)
            QVERIFY(color < mostApart ? counts.at(color) > many / mostApart / 2 : counts.at(color) == 0);
        SeriesColorBook other;
        QCOMPARE(other.slotOf(Labels(std::vector<Label>{{"instance", "a:1"}, {"job", "b"}}), {}),
                 std::size_t{1});
    }

    void fewSeriesHaveTheShadesThatAreMostApart()
    {
        constexpr std::size_t mostApart = 8;
        SeriesColorBook book;
        std::vector<std::size_t> taken;
        for (std::size_t i = 0; i < seriesColorCount; ++i) {
            taken.push_back(
                book.slotOf(Labels(std::vector<Label>{{"name", "a" + std::to_string(i)}}), taken));
            QCOMPARE(taken.back() < mostApart, i < mostApart);
        }
    }

    void aColourThatIsTakenGoesToNoNewcomer()
    {
        const Labels labels(std::vector<Label>{{"name", "new"}});
        std::vector<std::size_t> taken;
        for (std::size_t i = 0; i < seriesColorCount; ++i) {
            SeriesColorBook book;
            const std::size_t slot = book.slotOf(labels, taken);
            QVERIFY(slot < seriesColorCount);
            QVERIFY(std::ranges::find(taken, slot) == taken.end());
            taken.push_back(slot);
        }
    }

    void dashesComeWhenColoursRunOut()
    {
        const Theme theme = fetched();
        std::set<std::pair<QRgb, std::vector<double>>> looks;
        for (std::size_t slot = 0; slot < seriesLookCount; ++slot) {
            const SeriesLook look = seriesLook(slot, theme);
            QCOMPARE(look.dash.empty(), slot < seriesColorCount);
            looks.emplace(look.color.rgb(), look.dash);
        }
        QCOMPARE(looks.size(), seriesLookCount);
        QCOMPARE(seriesLook(seriesLookCount, theme).color, seriesLook(0, theme).color);
    }

    void themesAreFoundAgain()
    {
        QFETCH_GLOBAL(QString, theme);
        const Theme wanted = fetched();
        const Theme found = desktopTheme(wanted.palette());
        QCOMPARE(found.surface, wanted.surface);
        QCOMPARE(found.contrast, wanted.contrast);
        QCOMPARE(desktopThemeKind(wanted.palette()), wanted.kind);
        QVERIFY(!themeByName(theme.toUpper()));
        QVERIFY(!themeByName(u""));
    }

    void textIsLegibleOnAnyFill()
    {
        for (int red = 0; red < 256; red += 15) {
            for (int green = 0; green < 256; green += 15) {
                for (int blue = 0; blue < 256; blue += 15) {
                    const QColor fill(red, green, blue);
                    QVERIFY(contrastRatio(textOn(fill), fill) >= textContrast);
                }
            }
        }
    }
};

SIGHTGLASS_TEST(ThemeTest)

} // namespace

#include "themetest.moc"
