// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/plainname.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class PlainNameTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("kept");
        QTest::addColumn<QByteArray>("lowered");
        const auto row = [](const char *text, const char *kept, const char *lowered) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(kept) << QByteArray(lowered);
        };
        row("Node Exporter Full", "Node-Exporter-Full", "node-exporter-full");
        row("snake_case 9", "snake_case-9", "snake_case-9");
        row("../../etc/passwd", "etc-passwd", "etc-passwd");
        row("a \"b\": c\n", "a-b-c", "a-b-c");
        row("über/..\\", "ber", "ber");
        row("-- x --", "x", "x");
        row("日本語", "", "");
    }

    void names()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, kept);
        QFETCH(const QByteArray, lowered);
        QCOMPARE(plainName(text.toStdString(), NameCase::Kept, 80), kept.toStdString());
        QCOMPARE(plainName(text.toStdString(), NameCase::Lowered, 80), lowered.toStdString());
    }

    void ofNothingThereIsNone() { QVERIFY(plainName("", NameCase::Kept, 80).empty()); }

    void areAsLongAsTheyMayBe()
    {
        QCOMPARE(plainName(std::string(500, 'x'), NameCase::Kept, 80).size(), std::size_t{80});
        QCOMPARE(plainName("abc def", NameCase::Kept, 4), std::string("abc")); // not "abc-"
        QCOMPARE(plainName("abc", NameCase::Kept, 0), std::string());
    }
};

} // namespace

SIGHTGLASS_TEST(PlainNameTest)

#include "plainnametest.moc"
