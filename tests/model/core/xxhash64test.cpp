// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/xxhash64.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <string>

namespace {

using namespace sightglass;

class XxHash64Test : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void knownHashes_data();
    void knownHashes();
};

/// Published test vectors of XXH64 with seed 0, of every way through it.
void XxHash64Test::knownHashes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<quint64>("hash");

    QTest::newRow("nothing") << QByteArray() << quint64{0xEF46DB3751D8E999ULL};
    QTest::newRow("one byte") << QByteArray("a") << quint64{0xD24EC4F1A98C6E5BULL};
    QTest::newRow("three bytes") << QByteArray("abc") << quint64{0x44BC2CF5AD770999ULL};
    QTest::newRow("a stripe and a rest")
        << QByteArray("The quick brown fox jumps over the lazy dog") << quint64{0x0B242D361FDA71BCULL};
}

void XxHash64Test::knownHashes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(quint64, hash);
    QCOMPARE(quint64{xxHash64(bytes.toStdString())}, hash);
}

} // namespace

SIGHTGLASS_TEST(XxHash64Test)

#include "xxhash64test.moc"
