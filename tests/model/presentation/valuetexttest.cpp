// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/valuetext.h"

#include "model/core/unittable.h"
#include "model/presentation/unitstrings.h"
#include "tests/model/presentation/markingtranslator.h"
#include "tests/support/testcase.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <iterator>

namespace {

using namespace sightglass;

/// What needs no translation: symbols that standards give, and those of currencies.
const QSet<QString> &internationalSymbols()
{
    static constexpr const char *symbols =
        "\"Hg A Ah B B/s Bq C/kg Ci F FLOPS Gy H H/s Hz J K L L/h L/min N Nm Nm³ "
        "Pa R Sv Sv/h V VA VAr W W-Min W/m² Wh Wh/kg ac arcmin arcsec b b/s bar "
        "cd cm d dB dBm dm³ eV ft ft/s² ft² ft³/min ft³/s g g/Nm³ g/m³ gal gpm "
        "grad h hPa ha in kPa km/h kn ksi lb lm lx m m/s m/s² mL/min mg/Nm³ "
        "mg/dL mg/m³ mi min mi² mmol/L mph ms m² m³ m³/s Mpsi ng/Nm³ ng/m³ ns "
        "ppb ppm psi px rad rad/s rem s t % ° °/s °C °F µg/Nm³ µg/m³ µs Ω 0x "
        "$ BGN CHF PHP PLN R$ RM Rp UYU XPF czk kr mBTC £ ¥ µBTC đ ฿ ₩ ₪ € ₲ ₴ "
        "₹ ₺ ₽ ";
    static const QSet<QString> all = [] {
        const QStringList list = QString::fromUtf8(symbols).split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return all;
}

/// The words that values of a unit are written with.
QStringList wordsOf(const UnitInfo &unit)
{
    const auto text = [](std::string_view utf8) {
        return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    };
    if (unit.scaling == UnitScaling::Boolean)
        return text(unit.symbol).split(u'/');
    const bool date = unit.scaling == UnitScaling::Date || unit.scaling == UnitScaling::DateOrTime ||
                      unit.scaling == UnitScaling::FromNow;
    if (date) // the symbol is a pattern
        return {};
    QStringList words{text(unit.symbol)};
    if (unit.scaling == UnitScaling::Duration || unit.scaling == UnitScaling::Psi) {
        for (const UnitStep &step : unitSteps(unit.scaling))
            words.append(text(step.text));
    }
    if (unit.scaling == UnitScaling::Duration) {
        for (const UnitStep &step : durationWords(unit.factor)) {
            words.append(text(step.text));
            if (step.factor >= 60) // also of several
                words.append(text(step.text) + u's');
        }
    }
    if (unit.scaling == UnitScaling::Clock) {
        for (const char *word : {"year", "month", "week", "day", "hour", "minute", "second", "millisecond"})
            words << QString::fromLatin1(word) << QString::fromLatin1(word) + u's';
    }
    return words;
}

class ValueTextTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyWordOfAUnitIsListed()
    {
        QSet<QString> words{QStringLiteral("true"), QStringLiteral("false")}; // what is no number
        for (const UnitInfo &unit : knownUnits()) {
            for (const QString &word : wordsOf(unit))
                words.insert(word);
        }
        QVERIFY(words.size() > 30);
        QSet<QString> listed;
        for (const char *word : unitStrings)
            listed.insert(QString::fromUtf8(word));
        QCOMPARE(words - internationalSymbols(), listed);
    }

    void translated_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, double value, const QString &unit, const QString &text) {
            QTest::newRow(name) << value << unit << text;
        };
        row("word behind a prefix", 12400, QStringLiteral("ops"), QStringLiteral("12.4K [ops/s]"));
        row("word alone", 216, QStringLiteral("eps"), QStringLiteral("216 [evt/s]"));
        row("truth", 1, QStringLiteral("bool"), QStringLiteral("[True]"));
        row("off", 0, QStringLiteral("bool_on_off"), QStringLiteral("[Off]"));
        row("years", 3.0 * 365 * 86400, QStringLiteral("s"), QStringLiteral("3 [years]"));
        row("a symbol", 0.182, QStringLiteral("s"), QStringLiteral("182 ms"));
        row("bytes", 1536, QStringLiteral("bytes"), QStringLiteral("1.5 KiB"));
        row("a part", 7500, QStringLiteral("dtdurations"), QStringLiteral("2 [hours]"));
        row("no unit", 1.5, QStringLiteral("none"), QStringLiteral("1.5"));
        row("not a number", qQNaN(), QStringLiteral("ops"), QStringLiteral("NaN"));
        row("a word of the user's own", 7, QStringLiteral("suffix:widgets"), QStringLiteral("7 widgets"));
        row("a hostile one", 7, QStringLiteral("suffix:\u202Eevil"), QStringLiteral("7 ⟨U+202E⟩evil"));
    }

    void translated()
    {
        QFETCH(double, value);
        QFETCH(QString, unit);
        QFETCH(QString, text);
        const test::MarkingTranslator translator("units");
        QCOMPARE(valueText(value, unit.toStdString()), text);
    }

    void numbersKeepTheirPoint()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(valueText(1.25, "s"), QStringLiteral("1.25 s"));
        QLocale::setDefault(QLocale::c());
    }
};

} // namespace

SIGHTGLASS_TEST(ValueTextTest)
#include "valuetexttest.moc"
