// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/chunk.h"

#include "model/storage/xorencoding.h"
#include "tests/model/storage/storagehelpers.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <functional>
#include <random>

namespace {

using namespace sightglass;

using Samples = std::vector<Sample>;
using Generator = std::function<Sample(int)>;

constexpr TimestampMs start = 1'700'000'000'000;

Samples generate(int count, const Generator &generator)
{
    Samples samples;
    for (int i = 0; i < count; ++i)
        samples.push_back(generator(i));
    return samples;
}

/// Writes all samples into one open chunk; the words as a reader would copy them.
std::vector<std::uint64_t> encode(const Samples &samples, OpenWords &open, XorEncoder &encoder)
{
    for (const Sample &sample : samples)
        encoder.append(open, sample.t, sample.v);
    return test::wordsOf(open);
}

Samples decode(const std::vector<std::uint64_t> &words, std::size_t count, TimeRange range = test::allTime)
{
    return test::samplesIn(
        count, [&](SampleRoom room) { return decodeChunk(ChunkEncoding::Xor, words, count, range, room); });
}

class ChunkTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackBitForBit_data();
    void comesBackBitForBit();
    void everyPrefixStays();
    void refusesFarTimes();
    void readsRanges_data();
    void readsRanges();
    void sealedCopiesShare();
    void randomSeriesComeBack();
    void openWordsGrow();
};

void ChunkTest::comesBackBitForBit_data()
{
    QTest::addColumn<Samples>("samples");
    const auto row = [](const char *name, int count, const Generator &generator) {
        QTest::newRow(name) << generate(count, generator);
    };
    const auto every = [](int i) { return start + i * 1000; };
    row("one sample", 1, [](int) { return Sample{-5, 3.25}; });
    row("two samples", 2, [&](int i) { return Sample{every(i), i * 1.5}; });
    row("constant", 120, [&](int i) { return Sample{every(i), 42}; });
    row("integer counter", 120, [&](int i) { return Sample{every(i), 1e6 + i * 17}; });
    row("two decimals", 120, [&](int i) { return Sample{every(i), std::round(std::sin(i) * 10000) / 100}; });
    row("jitter", 120, [&](int i) { return Sample{every(i) + i * 7 % 5, double(i)}; });
    row("alternating signs", 120, [&](int i) { return Sample{every(i), i % 2 == 0 ? 0.0 : -0.0}; });
    row("extremes", 120, [&](int i) {
        const double values[] = {0.0,           -0.0, INFINITY, -INFINITY, 5e-324, 1.7976931348623157e308,
                                 staleMarker(), NAN};
        return Sample{every(i), values[i * 5 % 8]};
    });
    row("NaN payloads", 120, [&](int i) {
        return Sample{every(i),
                      std::bit_cast<double>(0x7FF0000000000001ULL + static_cast<std::uint64_t>(i * i))};
    });
    row("smallest change", 120, [&](int i) {
        return Sample{every(i), std::bit_cast<double>(std::uint64_t(i))};
    });
    row("all bits change", 120, [&](int i) {
        return Sample{every(i), std::bit_cast<double>(i % 2 == 0 ? 0ULL : ~0ULL)};
    });
    row("growing gaps", 60, [](int i) { return Sample{start + (std::int64_t{1} << (i / 2)), double(i)}; });
    row("largest gap", 3, [](int i) { return Sample{start + i * std::int64_t{2147483647}, double(i)}; });
    row("every width of dod", 120, [](int i) {
        TimestampMs t = 0;
        for (int k = 0; k <= i; ++k)
            t += 1 + (std::int64_t{1} << (k % 30));
        return Sample{t, double(i)};
    });
    row("lowest times", 120, [](int i) { return Sample{std::numeric_limits<TimestampMs>::min() + i, 1}; });
    row("highest times", 120, [](int i) {
        return Sample{std::numeric_limits<TimestampMs>::max() - 120 + i, 1};
    });
}

void ChunkTest::comesBackBitForBit()
{
    QFETCH(Samples, samples);
    OpenWords open;
    XorEncoder encoder;
    const auto words = encode(samples, open, encoder);
    QCOMPARE(std::size_t{encoder.count}, samples.size());
    QVERIFY(test::sameSamples(decode(words, samples.size()), samples));

    const std::vector<std::uint64_t> exact(words.begin(),
                                           words.begin() + static_cast<long>(encoder.wordCount()));
    const Chunk chunk(ChunkEncoding::Xor, exact, samples.size(), samples.back().t);
    QCOMPARE(chunk.firstTime(), samples.front().t);
    QCOMPARE(chunk.lastTime(), samples.back().t);
    QCOMPARE(chunk.sampleCount(), samples.size());
    QVERIFY(test::sameSamples(decode(exact, samples.size()), samples));
    QVERIFY(test::sameSamples(test::samplesOf(chunk), samples));
}

void ChunkTest::everyPrefixStays()
{
    // A reader that knows n samples goes on reading these n while the writer adds more.
    const Samples samples = generate(120, [](int i) {
        return Sample{start + i * 991 + i % 3, std::sqrt(i)};
    });
    OpenWords open;
    XorEncoder encoder;
    for (const Sample &sample : samples)
        encoder.append(open, sample.t, sample.v);
    const std::vector<std::uint64_t> words = test::wordsOf(open);
    for (std::size_t n = 1; n <= samples.size(); ++n) {
        const Samples prefix(samples.begin(), samples.begin() + static_cast<long>(n));
        QVERIFY(test::sameSamples(decode(words, n), prefix));
    }
}

void ChunkTest::refusesFarTimes()
{
    OpenWords open;
    XorEncoder encoder;
    QVERIFY(encoder.canTake(std::numeric_limits<TimestampMs>::min()));
    encoder.append(open, std::numeric_limits<TimestampMs>::min(), 1);
    QVERIFY(encoder.canTake(encoder.time + 2147483647));
    QVERIFY(!encoder.canTake(encoder.time + 2147483648));
    QVERIFY(!encoder.canTake(std::numeric_limits<TimestampMs>::max()));
}

void ChunkTest::readsRanges_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("count");
    QTest::newRow("all") << qint64{100} << qint64{1000} << 0 << 10;
    QTest::newRow("both ends inclusive") << qint64{300} << qint64{500} << 2 << 3;
    QTest::newRow("between samples") << qint64{301} << qint64{399} << 0 << 0;
    QTest::newRow("one") << qint64{400} << qint64{400} << 3 << 1;
    QTest::newRow("before") << qint64{0} << qint64{99} << 0 << 0;
    QTest::newRow("behind") << qint64{1001} << qint64{5000} << 0 << 0;
    QTest::newRow("head") << qint64{-50} << qint64{250} << 0 << 2;
    QTest::newRow("tail") << qint64{901} << qint64{5000} << 9 << 1;
}

void ChunkTest::readsRanges()
{
    QFETCH(qint64, from);
    QFETCH(qint64, to);
    QFETCH(int, first);
    QFETCH(int, count);
    const Samples samples = generate(10, [](int i) { return Sample{100 + i * 100, double(i)}; });
    OpenWords open;
    XorEncoder encoder;
    const auto words = encode(samples, open, encoder);
    const Samples expected(samples.begin() + first, samples.begin() + first + count);
    QVERIFY(test::sameSamples(decode(words, samples.size(), {from, to}), expected));
}

void ChunkTest::sealedCopiesShare()
{
    OpenWords open;
    XorEncoder encoder;
    const auto words = encode(generate(3, [](int i) { return Sample{i, double(i)}; }), open, encoder);
    std::vector<Chunk> chunks;
    {
        const Chunk chunk(ChunkEncoding::Xor, std::span(words).first(encoder.wordCount()), 3, 2);
        chunks.assign(5, chunk);
    }
    chunks.erase(chunks.begin(), chunks.begin() + 3);
    Chunk moved = std::move(chunks.back());
    chunks.pop_back();
    chunks.front() = moved;
    QCOMPARE(test::samplesOf(chunks.front(), {1, 2}), (Samples{{1, 1}, {2, 2}}));
    QCOMPARE(moved.bytes(), chunks.front().bytes());
}

void ChunkTest::randomSeriesComeBack()
{
    std::mt19937_64 random(20240607); // NOLINT: the same series in every run
    for (int round = 0; round < 500; ++round) {
        const auto count = static_cast<int>(random() % 120 + 1);
        const auto width = static_cast<unsigned>(random() % 64);
        TimestampMs t = static_cast<TimestampMs>(random()) >> 20;
        std::uint64_t bits = random();
        const Samples samples = generate(count, [&](int) {
            t += 1 + static_cast<TimestampMs>(random() % (std::uint64_t{1} << (random() % 31)));
            bits ^= random() % 3 == 0 ? 0 : random() >> width << random() % 64;
            return Sample{t, std::bit_cast<double>(bits)};
        });
        OpenWords open;
        XorEncoder encoder;
        const auto words = encode(samples, open, encoder);
        const std::vector<std::uint64_t> exact(words.begin(),
                                               words.begin() + static_cast<long>(encoder.wordCount()));
        QVERIFY2(test::sameSamples(decode(exact, samples.size()), samples),
                 qPrintable(QString::number(round)));
    }
}

void ChunkTest::openWordsGrow()
{
    OpenWords open;
    QCOMPARE(OpenWords::extraBytesFor(OpenWords::inlineWords), std::size_t{0});
    QCOMPARE(test::wordsOf(open), std::vector<std::uint64_t>(OpenWords::inlineWords));
    for (std::size_t i = 0; i < OpenWords::maxWords(); ++i) {
        QCOMPARE(open.load(i), std::uint64_t{0});
        open.store(i, i * 3 + 1);
    }
    const std::vector<std::uint64_t> words = test::wordsOf(open);
    QCOMPARE(words.size(), OpenWords::maxWords());
    for (std::size_t i = 0; i < words.size(); ++i) {
        QCOMPARE(words[i], i * 3 + 1);
        QCOMPARE(open.load(i), i * 3 + 1);
    }
    QCOMPARE(OpenWords::extraBytesFor(OpenWords::inlineWords + 1), 2 * OpenWords::inlineWords * 8);
    QCOMPARE(OpenWords::extraBytesFor(OpenWords::maxWords()),
             (OpenWords::maxWords() - OpenWords::inlineWords) * 8);
}

} // namespace

SIGHTGLASS_TEST(ChunkTest)
#include "chunktest.moc"
