// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/displaytext.h"

#include "tests/support/testcase.h"
#include "widgets/style/seriescolors.h"

#include <QTest>

namespace {

using namespace sightglass;

double luminance(const QColor &color)
{
    const auto linear = [](float c) {
        return c <= 0.04045F ? c / 12.92 : std::pow((static_cast<double>(c) + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a) + 0.05;
    const double lb = luminance(b) + 0.05;
    return std::max(la, lb) / std::min(la, lb);
}

class DisplayTextTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void hostileTextIsMadeVisible_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain") << QByteArray("cpu") << QStringLiteral("cpu");
        QTest::newRow("markup stays text") << QByteArray("<b>x</b>") << QStringLiteral("<b>x</b>");
        QTest::newRow("control") << QByteArray("a\nb\x07") << QStringLiteral("a\\nb\\x07");
        QTest::newRow("delete") << QByteArray("\x7f") << QStringLiteral("\\x7f");
        QTest::newRow("right-to-left override") << QByteArray("a\u202Eb") << QStringLiteral("a⟨U+202E⟩b");
        QTest::newRow("zero width") << QByteArray("a\u200Bb") << QStringLiteral("a⟨U+200B⟩b");
        QTest::newRow("line separator") << QByteArray("\u2028") << QStringLiteral("⟨U+2028⟩");
        QTest::newRow("beyond the first plane")
            << QByteArray("😀 \U000E0001") << QStringLiteral("😀 ⟨U+E0001⟩");
        QTest::newRow("not UTF-8") << QByteArray("a\xff") << QStringLiteral("a\uFFFD");
        QTest::newRow("right-to-left script is text") << QByteArray("عربي") << QStringLiteral("عربي");
    }
    void hostileTextIsMadeVisible()
    {
        QFETCH(QByteArray, text);
        QTEST(displayText(std::string_view(text.constData(), static_cast<std::size_t>(text.size()))),
              "expected");
    }

    void longTextIsCut()
    {
        const QString cut = displayText(std::string_view(std::string(100'000, 'x')), 50);
        QCOMPARE(cut, QString(50, u'x') + u'…');
        QCOMPARE(displayText(std::string_view("12345"), 5), QStringLiteral("12345"));
    }

    void toolTipsAreEscaped()
    {
        QVERIFY(plainToolTip(QStringLiteral("<img src=x>")).contains(QStringLiteral("&lt;img src=x&gt;")));
        QVERIFY(plainToolTip({}).isEmpty());
    }

    void coloursAreLegible()
    {
        for (const Theme &theme : {darkTheme(), lightTheme()}) {
            QVERIFY(contrast(theme.text, theme.surface) >= 7);
            QVERIFY(contrast(theme.textMuted, theme.surface) >= 4.5);
            for (std::size_t i = 0; i < seriesColorCount; ++i)
                QVERIFY2(contrast(seriesColor(i, theme.kind), theme.surface) >= 3,
                         qPrintable(QString::number(i)));
            for (const auto role : {SemanticColor::Good, SemanticColor::Notice, SemanticColor::Warning,
                                    SemanticColor::Critical, SemanticColor::Info, SemanticColor::Neutral})
                QVERIFY2(contrast(theme.semantic(role), theme.surface) >= 3,
                         qPrintable(QString::number(static_cast<int>(role))));
        }
        QCOMPARE(seriesColor(seriesColorCount, ThemeKind::Dark), seriesColor(0, ThemeKind::Dark));
        QCOMPARE(desktopThemeKind(darkTheme().palette()), ThemeKind::Dark);
        QCOMPARE(desktopThemeKind(lightTheme().palette()), ThemeKind::Light);
    }
};

SIGHTGLASS_TEST(DisplayTextTest)

} // namespace

#include "displaytexttest.moc"
