// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/result.h"
#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class ErrorTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void putsArgumentsIn()
    {
        QCOMPARE(formatMessage("%1 and %2, %1", {"a", "b"}), std::string("a and b, a"));
        QCOMPARE(formatMessage("100% of %1 %", {"x"}), std::string("100% of x %"));
        QCOMPARE(formatMessage("%1 %3", {"a"}), std::string("a %3"));
    }

    void argumentsAreNotScannedAgain()
    {
        QCOMPARE(formatMessage("%1 %2", {"%2", "secret"}), std::string("%2 secret"));
    }

    void resultIsEitherOr()
    {
        const Result<int> good = 7;
        QVERIFY(good.ok());
        QCOMPARE(*good, 7);
        const Result<int> bad = Error{ErrorCode::InvalidSeries, {"why"}, {}, {}};
        QVERIFY(!bad);
        QCOMPARE(plainText(bad.error()), std::string("why"));
    }
};

SIGHTGLASS_TEST(ErrorTest)

} // namespace

#include "errortest.moc"
