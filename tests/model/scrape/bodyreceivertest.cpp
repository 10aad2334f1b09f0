// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/bodyreceiver.h"

#include "tests/model/scrape/scrapehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

using namespace sightglass;
using sightglass::test::gzipped;

namespace {

constexpr std::size_t mib = std::size_t{1} << 20U;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

/// Everything in pieces of this size, then the end.
Status receiveAll(BodyReceiver &receiver, const QByteArray &bytes, qsizetype piece)
{
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const QByteArray part = bytes.mid(at, piece);
        if (const Status taken = receiver.receive(view(part)); !taken)
            return taken;
    }
    return receiver.finish();
}

class BodyReceiverTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void coding()
    {
        QVERIFY(bodyCodingOf("gzip") == BodyCoding::Gzip);
        QVERIFY(bodyCodingOf("") == BodyCoding::Plain);
        QVERIFY(bodyCodingOf("br") == BodyCoding::Plain);
        QVERIFY(bodyCodingOf("gzip, gzip") == BodyCoding::Plain);
    }

    void unpacks_data()
    {
        QTest::addColumn<QByteArray>("packed");
        QTest::addColumn<QByteArray>("body");
        QByteArray text;
        for (int i = 0; i < 20'000; ++i)
            text += "metric_" + QByteArray::number(i) + " " + QByteArray::number(i * 17) + "\n";
        QTest::newRow("short") << gzipped("a 1\n") << QByteArray("a 1\n");
        QTest::newRow("longer than a step") << gzipped(text) << text;
        QTest::newRow("two members") << gzipped("a 1\n") + gzipped("b 2\n") << QByteArray("a 1\nb 2\n");
        QTest::newRow("nothing inside") << gzipped("") << QByteArray();
    }
    void unpacks()
    {
        QFETCH(QByteArray, packed);
        QFETCH(QByteArray, body);
        for (const qsizetype piece : {qsizetype{1}, qsizetype{1000}, qsizetype{1} << 20}) {
            BodyReceiver receiver(BodyCoding::Gzip, 0, "old content");
            const Status status = receiveAll(receiver, packed, piece);
            QVERIFY2(status.ok(), status.ok() ? "" : plainText(status.error()).c_str());
            QCOMPARE(QByteArray::fromStdString(receiver.body()), body);
        }
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("packed");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const QByteArray &packed, ErrorCode code) {
            QTest::newRow(name) << packed << static_cast<int>(code);
        };
        const QByteArray good = gzipped("metric 1\n");
        QByteArray flipped = good;
        flipped[good.size() - 6] = static_cast<char>(flipped[good.size() - 6] ^ 1);
        row("no bytes at all, as in Go", {}, ErrorCode::DecompressionIncomplete);
        row("cut", good.chopped(1), ErrorCode::DecompressionIncomplete);
        row("wrong checksum", flipped, ErrorCode::DecompressionFailed);
        row("not gzip", "metric 1\n", ErrorCode::DecompressionHeaderInvalid);
        row("garbage behind", good + "xyz", ErrorCode::DecompressionHeaderInvalid);
        row("second member cut", good + good.left(12), ErrorCode::DecompressionIncomplete);
    }
    void damage()
    {
        QFETCH(QByteArray, packed);
        for (const qsizetype piece : {qsizetype{1}, qsizetype{1000}}) {
            BodyReceiver receiver(BodyCoding::Gzip, 0);
            const Status status = receiveAll(receiver, packed, piece);
            QVERIFY(!status.ok());
            QTEST(static_cast<int>(status.error().code), "code");
        }
    }

    void limit_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("taken");
        QTest::newRow("below") << 99 << true;
        QTest::newRow("at the limit is too much") << 100 << false;
        QTest::newRow("above") << 101 << false;
    }
    void limit()
    {
        QFETCH(int, size);
        QFETCH(bool, taken);
        const QByteArray text(size, 'x');
        BodyReceiver plain(BodyCoding::Plain, 100);
        QCOMPARE(receiveAll(plain, text, 7).ok(), taken);
        BodyReceiver packed(BodyCoding::Gzip, 100);
        const Status status = receiveAll(packed, gzipped(text), 7);
        QCOMPARE(status.ok(), taken);
        if (!taken)
            QCOMPARE(status.error().code, ErrorCode::BodyTooLarge);
    }

    void bombIsCutBeforeItFillsMemory()
    {
        const QByteArray bomb = gzipped(QByteArray(1 << 20, '0'), 256); // 256 MiB in about 1 MiB
        QVERIFY(bomb.size() < 2 << 20);
        BodyReceiver receiver(BodyCoding::Gzip, 8 * mib);
        const Status status = receiver.receive(view(bomb));
        QVERIFY(!status.ok());
        QCOMPARE(plainText(status.error()), "body size limit exceeded (8 MiB)");
        QVERIFY(receiver.body().capacity() <= 16 * mib);
    }
};

} // namespace

SIGHTGLASS_TEST(BodyReceiverTest)
#include "bodyreceivertest.moc"
