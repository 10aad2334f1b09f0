// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/bodyreceiver.h"

#include "tests/model/scrape/scrapehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <zstd.h>

#include <memory>

using namespace sightglass;
using sightglass::test::gzipped;

Q_DECLARE_METATYPE(sightglass::BodyCoding)

namespace {

constexpr std::size_t mib = std::size_t{1} << 20U;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.data(), static_cast<std::size_t>(bytes.size())};
}

/// `times` copies of `bytes` as one zstd frame that looks back up to 2^windowLog bytes, never held unpacked.
QByteArray zstdPacked(const QByteArray &bytes, int times = 1, int windowLog = 20)
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, windowLog);
    QByteArray packed;
    std::string piece(ZSTD_CStreamOutSize(), '\0');
    for (int i = 0; i < times; ++i) {
        ZSTD_inBuffer in{bytes.data(), static_cast<std::size_t>(bytes.size()), 0};
        const bool last = i + 1 == times;
        for (std::size_t left = 1; last ? left != 0 : in.pos < in.size;) {
            ZSTD_outBuffer out{piece.data(), piece.size(), 0};
            left = ZSTD_compressStream2(context.get(), &out, &in, last ? ZSTD_e_end : ZSTD_e_continue);
            packed.append(piece.data(), static_cast<qsizetype>(out.pos));
        }
    }
    return packed;
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
        QVERIFY(bodyCodingOf("zstd") == BodyCoding::Zstd);
        QVERIFY(bodyCodingOf("") == BodyCoding::Plain);
        QVERIFY(bodyCodingOf("br") == BodyCoding::Plain);
        QVERIFY(bodyCodingOf("gzip, gzip") == BodyCoding::Plain);
    }

    void unpacks_data()
    {
        QTest::addColumn<BodyCoding>("coding");
        QTest::addColumn<QByteArray>("packed");
        QTest::addColumn<QByteArray>("body");
        QByteArray text;
        for (int i = 0; i < 20'000; ++i)
            text += "metric_" + QByteArray::number(i) + " " + QByteArray::number(i * 17) + "\n";
        QTest::newRow("short") << BodyCoding::Gzip << gzipped("a 1\n") << QByteArray("a 1\n");
        QTest::newRow("longer than a step") << BodyCoding::Gzip << gzipped(text) << text;
        QTest::newRow("two members") << BodyCoding::Gzip << gzipped("a 1\n") + gzipped("b 2\n")
                                     << QByteArray("a 1\nb 2\n");
        QTest::newRow("nothing inside") << BodyCoding::Gzip << gzipped("") << QByteArray();
        const auto zstd = BodyCoding::Zstd;
        QTest::newRow("zstd") << zstd << zstdPacked("a 1\n") << QByteArray("a 1\n");
        QTest::newRow("zstd, longer than a step") << zstd << zstdPacked(text) << text;
        QTest::newRow("zstd, two frames")
            << zstd << zstdPacked("a 1\n") + zstdPacked("b 2\n") << QByteArray("a 1\nb 2\n");
        QTest::newRow("zstd, nothing inside") << zstd << zstdPacked("") << QByteArray();
    }
    void unpacks()
    {
        QFETCH(BodyCoding, coding);
        QFETCH(QByteArray, packed);
        QFETCH(QByteArray, body);
        for (const qsizetype piece : {qsizetype{1}, qsizetype{1000}, qsizetype{1} << 20}) {
            BodyReceiver receiver(coding, 0, "old content");
            const Status status = receiveAll(receiver, packed, piece);
            QVERIFY2(status.ok(), status.ok() ? "" : plainText(status.error()).c_str());
            QCOMPARE(QByteArray::fromStdString(receiver.body()), body);
        }
    }

    void damage_data()
    {
        QTest::addColumn<BodyCoding>("coding");
        QTest::addColumn<QByteArray>("packed");
        QTest::addColumn<int>("code");
        BodyCoding coding = BodyCoding::Gzip;
        const auto row = [&coding](const char *name, const QByteArray &packed, ErrorCode code) {
            QTest::newRow(name) << coding << packed << static_cast<int>(code);
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
        coding = BodyCoding::Zstd;
        const QByteArray frame = zstdPacked("metric 1\n");
        QByteArray other = frame;
        other.back() = static_cast<char>(other.back() ^ 1);
        row("zstd, nothing", {}, ErrorCode::DecompressionIncomplete);
        row("zstd, cut", frame.chopped(1), ErrorCode::DecompressionIncomplete);
        row("zstd, wrong checksum", other, ErrorCode::DecompressionFailed);
        row("not zstd", "metric 1\n", ErrorCode::DecompressionFailed);
        row("zstd, garbage behind", frame + "xyzabc", ErrorCode::DecompressionFailed);
        row("zstd, looks back too far", zstdPacked(QByteArray(1 << 20, 'x'), 32, 24),
            ErrorCode::DecompressionFailed);
    }
    void damage()
    {
        QFETCH(BodyCoding, coding);
        QFETCH(QByteArray, packed);
        for (const qsizetype piece : {qsizetype{1}, qsizetype{1000}}) {
            BodyReceiver receiver(coding, 0);
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
        BodyReceiver zstd(BodyCoding::Zstd, 100);
        for (const Status &status :
             {receiveAll(packed, gzipped(text), 7), receiveAll(zstd, zstdPacked(text), 7)}) {
            QCOMPARE(status.ok(), taken);
            if (!taken)
                QCOMPARE(status.error().code, ErrorCode::BodyTooLarge);
        }
    }

    void bombIsCutBeforeItFillsMemory_data()
    {
        QTest::addColumn<BodyCoding>("coding");
        QTest::addColumn<QByteArray>("bomb"); // 256 MiB in at most about 1 MiB
        const QByteArray zeros(1 << 20, '0');
        QTest::newRow("gzip") << BodyCoding::Gzip << gzipped(zeros, 256);
        QTest::newRow("zstd") << BodyCoding::Zstd << zstdPacked(zeros, 256);
    }
    void bombIsCutBeforeItFillsMemory()
    {
        QFETCH(BodyCoding, coding);
        QFETCH(QByteArray, bomb);
        QVERIFY(bomb.size() < 2 << 20);
        BodyReceiver receiver(coding, 8 * mib);
        const Status status = receiver.receive(view(bomb));
        QVERIFY(!status.ok());
        QCOMPARE(plainText(status.error()), "body size limit exceeded (8 MiB)");
        QVERIFY(receiver.body().capacity() <= 16 * mib);
    }
};

} // namespace

SIGHTGLASS_TEST(BodyReceiverTest)
#include "bodyreceivertest.moc"
