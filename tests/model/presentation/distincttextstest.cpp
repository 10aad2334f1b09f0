// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/presentation/distincttexts.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <limits>
#include <vector>

namespace {

using namespace sightglass;

class DistinctTextsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void whatDiffersStaysAsItIs()
    {
        const QStringList texts{QStringLiteral("1 s"), QStringLiteral("2 s")};
        QCOMPARE(distinctTexts(texts, std::vector{1.0, 2.0}, "s"), texts);
        const QStringList same{QStringLiteral("1 s"), QStringLiteral("1 s")};
        QCOMPARE(distinctTexts(same, std::vector{1.0, 1.0}, "s"), same);
    }

    void whatOnlyLooksAlikeGetsItsDigits()
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const QStringList texts = distinctTexts(
            {QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("∞")},
            std::vector{0.25, 0.5, 0.75, infinity}, "short");
        QCOMPARE(texts, (QStringList{QStringLiteral("0.25"), QStringLiteral("0.50"), QStringLiteral("0.75"),
                                     QStringLiteral("∞")}));
    }
};

SIGHTGLASS_TEST(DistinctTextsTest)

} // namespace

#include "distincttextstest.moc"
