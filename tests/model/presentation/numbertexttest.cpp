// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/numbertext.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class NumberTextTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void numbersOfProseFollowTheLanguage_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("none") << QLocale::c()
                              << QStringList{QStringLiteral("500,000"), QStringLiteral("1.2 %"),
                                             QStringLiteral("1.5 s"), QStringLiteral("2 KiB")};
        QTest::newRow("English") << QLocale(QLocale::English, QLocale::UnitedStates)
                                 << QStringList{QStringLiteral("500,000"), QStringLiteral("1.2 %"),
                                                QStringLiteral("1.5 s"), QStringLiteral("2 KiB")};
        QTest::newRow("German") << QLocale(QLocale::German, QLocale::Germany)
                                << QStringList{QStringLiteral("500.000"), QStringLiteral("1,2 %"),
                                               QStringLiteral("1,5 s"), QStringLiteral("2 KiB")};
    }
    void numbersOfProseFollowTheLanguage()
    {
        QFETCH(QLocale, locale);
        QFETCH(QStringList, expected);
        QLocale::setDefault(locale);
        const QStringList texts{countText(500'000), shareText(12, 1000), measureText(1.5, "s"),
                                measureText(2048, "bytes")};
        for (int i = 0; i < texts.size(); ++i)
            QCOMPARE(texts[i], expected[i]);
    }

    void sharesAreAsExactAsTheyNeedToBe()
    {
        QCOMPARE(shareText(1, 0), QString());
        QCOMPARE(shareText(1, 3), QStringLiteral("33 %"));
        QCOMPARE(shareText(0, 3), QStringLiteral("0.0 %"));
    }
};

} // namespace

SIGHTGLASS_TEST(NumberTextTest)
#include "numbertexttest.moc"
