// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's moc fails on <compare> where it comes first.
// clang-format off
#include "tests/support/testcase.h"

#include "model/query/naturalorder.h"

#include <QTest>
// clang-format on

namespace {

using sightglass::naturalOrder;

class NaturalOrderTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void order_data();
    void order();
    void isTotal();
};

void NaturalOrderTest::order_data()
{
    QTest::addColumn<QByteArray>("less");
    QTest::addColumn<QByteArray>("greater");
    const auto row = [](const char *less, const char *greater) {
        QTest::addRow("'%s' before '%s'", less, greater) << QByteArray(less) << QByteArray(greater);
    };
    row("", "0");
    row("2", "10");
    row("4m5", "4m600");
    row("4m600", "4m1000");
    row("1.2.3", "1.11.3");
    row("1.11.3", "1.111.3");
    row("sda", "sda1");
    row("sda10", "sdb1");
    row("9", "a");
    row("A", "a");
    row("07", "7");
    row("7a", "07b");
    row("x9223372036854775807", "x9223372036854775808"); // beyond 64 bits: as text
    row("10000000000000000000", "9");
    row("é1", "é2");
}

void NaturalOrderTest::order()
{
    QFETCH(QByteArray, less);
    QFETCH(QByteArray, greater);
    QVERIFY(naturalOrder(less.toStdString(), greater.toStdString()) < 0);
    QVERIFY(naturalOrder(greater.toStdString(), less.toStdString()) > 0);
    QVERIFY(naturalOrder(less.toStdString(), less.toStdString()) == 0);
}

/// Sorting needs a < b and b < c to mean a < c, whatever the texts.
void NaturalOrderTest::isTotal()
{
    const std::vector<std::string> texts{"",  "0",  "00", "1",  "01", "a",   "a0",  "a1",   "a01", "a1b",
                                         "b", "1a", "1b", "a.", ".a", "10a", "a10", "a010", "..",  "9"};
    for (const std::string &a : texts) {
        for (const std::string &b : texts) {
            QCOMPARE(naturalOrder(a, b) == 0, a == b);
            for (const std::string &c : texts)
                QVERIFY2(!(naturalOrder(a, b) < 0 && naturalOrder(b, c) < 0) || naturalOrder(a, c) < 0,
                         (a + ' ' + b + ' ' + c).c_str());
        }
    }
}

} // namespace

SIGHTGLASS_TEST(NaturalOrderTest)

#include "naturalordertest.moc"
