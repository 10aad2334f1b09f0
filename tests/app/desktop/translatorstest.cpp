// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/i18n/translators.h"

#include "tests/support/testcase.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>
#include <QTranslator>

namespace {

/// The texts in one language, as a run of the program in it has them.
class TranslatorsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private:
    static QString text(const char *context, const char *source, int n = -1)
    {
        return QCoreApplication::translate(context, source, nullptr, n);
    }

private Q_SLOTS:
    void languages_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("menu");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("many");
        const QString one = QStringLiteral("Last 1 minute");
        const QString many = QStringLiteral("Last 5 minutes");
        QTest::newRow("English") << QLocale(QLocale::English) << QStringLiteral("&File") << one << many;
        QTest::newRow("no language") << QLocale::c() << QStringLiteral("&File") << one << many;
        QTest::newRow("a language without a translation")
            << QLocale(QLocale::Finnish) << QStringLiteral("&File") << one << many;
        QTest::newRow("German") << QLocale(QLocale::German) << QStringLiteral("&Datei")
                                << QStringLiteral("Letzte 1 Minute") << QStringLiteral("Letzte 5 Minuten");
    }

    void languages()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, menu);
        QFETCH(QString, one);
        QFETCH(QString, many);
        QLocale::setDefault(locale);
        sightglass::installTranslators(*QCoreApplication::instance());
        QCOMPARE(text("sightglass::WindowMenus", "&File"), menu);
        QCOMPARE(text("sightglass::TimeBar", "Last %n minute(s)", 1), one);
        QCOMPARE(text("sightglass::TimeBar", "Last %n minute(s)", 5), many);
    }

    void numbersAreOfTheTextsLanguage_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("point");
        QTest::newRow("German") << QLocale(QLocale::German) << QStringLiteral(",");
        QTest::newRow("of a country of its own")
            << QLocale(QLocale::German, QLocale::Switzerland) << QStringLiteral(".");
        QTest::newRow("no language") << QLocale::c() << QStringLiteral(".");
    }
    void numbersAreOfTheTextsLanguage()
    {
        QFETCH(QLocale, locale);
        QLocale::setDefault(locale);
        sightglass::installTranslators(*QCoreApplication::instance());
        QTEST(QLocale().decimalPoint(), "point");
        QCOMPARE(QLocale().territory(), locale.territory());
    }

    void dashboardsAndUnits()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        sightglass::installTranslators(*QCoreApplication::instance());
        QCOMPARE(text("dashboards", "Queue depth"), QStringLiteral("Warteschlangentiefe"));
        QCOMPARE(text("autodashboard", "At a glance"), QStringLiteral("Auf einen Blick"));
        QCOMPARE(text("units", "Off"), QStringLiteral("Aus"));
    }

    void cleanup()
    {
        for (QTranslator *translator : QCoreApplication::instance()->findChildren<QTranslator *>())
            delete translator;
        QLocale::setDefault(QLocale::c());
    }
};

} // namespace

SIGHTGLASS_TEST(TranslatorsTest)
#include "translatorstest.moc"
