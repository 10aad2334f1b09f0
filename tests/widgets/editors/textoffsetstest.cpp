// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/editors/textoffsets.h"

#include "tests/support/testcase.h"

#include <QTest>

namespace {

using namespace sightglass;

class TextOffsetsTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void placesGoThereAndBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("ascii") << QStringLiteral("rate(x[5m])");
        QTest::newRow("two and three bytes") << QStringLiteral("x{a=\"ä€\"} + φ");
        QTest::newRow("four bytes") << QStringLiteral("\"😀\" + 1");
        QTest::newRow("lone surrogate") << QString(QChar(0xd800)) + QStringLiteral("x");
    }
    void placesGoThereAndBack()
    {
        QFETCH(QString, text);
        const TextOffsets offsets(text);
        for (int i = 0; i <= text.size(); ++i) {
            const std::size_t byte = offsets.bytesAt(i);
            QCOMPARE(text.left(i).endsWith(QChar(0xd83d))
                         ? byte
                         : static_cast<std::size_t>(text.left(i).toUtf8().size()),
                     byte);
            const bool insidePair = i > 0 && i < text.size() && text.at(i).isLowSurrogate();
            QCOMPARE(offsets.positionAt(byte), insidePair ? i - 1 : i);
        }
        QCOMPARE(offsets.positionAt(100'000), text.size());
        QCOMPARE(offsets.bytesAt(-1), std::size_t{0});
        QCOMPARE(offsets.bytesAt(100'000), static_cast<std::size_t>(offsets.utf8().size()));
    }

    void aPlaceInsideACharacterIsItsBegin()
    {
        const TextOffsets offsets(QStringLiteral("a€b"));
        QCOMPARE(offsets.positionAt(2), 1);
        QCOMPARE(offsets.positionAt(3), 1);
        QCOMPARE(offsets.positionAt(4), 2);
    }
};

} // namespace

SIGHTGLASS_TEST(TextOffsetsTest)
#include "textoffsetstest.moc"
