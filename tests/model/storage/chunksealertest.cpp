// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/chunksealer.h"

#include "tests/model/storage/storagehelpers.h"
#include "tests/model/storage/valuefamilies.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

namespace {

using namespace sightglass;

using Samples = std::vector<Sample>;

constexpr std::int64_t day = 24LL * 3600 * 1000;

/// Seals a series as Head does: a chunk after every `chunkSize` samples; the rest is left away.
std::vector<Chunk> sealAll(ChunkSealer &sealer, const Samples &samples, std::size_t chunkSize,
                           std::int64_t maxSpanMs = day)
{
    std::vector<Chunk> chunks;
    for (std::size_t begin = 0; begin + chunkSize <= samples.size(); begin += chunkSize) {
        const auto open = std::make_unique<OpenWords>();
        XorEncoder encoder;
        for (std::size_t i = begin; i < begin + chunkSize; ++i)
            encoder.append(*open, samples[i].t, samples[i].v);
        auto sealed = sealer.seal(*open, encoder, chunks.empty() ? nullptr : &chunks.back(), maxSpanMs);
        if (sealed.replacesBefore)
            chunks.pop_back();
        chunks.push_back(std::move(sealed.chunk));
    }
    return chunks;
}

Samples samplesOfAll(const std::vector<Chunk> &chunks)
{
    Samples all;
    for (const Chunk &chunk : chunks) {
        const Samples some = test::samplesOf(chunk);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

Samples generate(std::size_t count, const std::function<double(std::size_t)> &value)
{
    Samples samples;
    for (std::size_t i = 0; i < count; ++i)
        samples.push_back({static_cast<TimestampMs>(i) * 1000, value(i)});
    return samples;
}

class ChunkSealerTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyFamilyComesBack_data();
    void everyFamilyComesBack();
    void joinsUpToALimit();
    void joinsOnlyShortSpans();
    void linesGrowLong();
    void aBendEndsALine();
    void tellsFirstLastAndCount();
    void keepsXorWhereThatIsSmaller();
};

void ChunkSealerTest::everyFamilyComesBack_data()
{
    QTest::addColumn<test::ValueFamily>("family");
    for (const test::ValueFamily &family : test::valueFamilies())
        QTest::newRow(family.name.c_str()) << family;
}

void ChunkSealerTest::everyFamilyComesBack()
{
    QFETCH(test::ValueFamily, family);
    ChunkSealer sealer;
    for (const std::size_t chunkSize : {1U, 2U, 37U, 120U}) {
        const Samples samples = test::samplesOfFamily(family, chunkSize * 20, chunkSize);
        const Samples back = samplesOfAll(sealAll(sealer, samples, chunkSize));
        QCOMPARE(back.size(), samples.size());
        QVERIFY(test::sameSamples(back, samples));
    }
}

void ChunkSealerTest::joinsUpToALimit()
{
    ChunkSealer sealer;
    const auto chunks =
        sealAll(sealer, generate(1200, [](std::size_t i) { return static_cast<double>(i * i); }), 120);
    QCOMPARE(chunks.size(), std::size_t{4});
    QCOMPARE(chunks[0].sampleCount(), maxPackedSamples);
    QCOMPARE(chunks[2].sampleCount(), maxPackedSamples);
    QCOMPARE(chunks[3].sampleCount(), std::size_t{120});
}

void ChunkSealerTest::joinsOnlyShortSpans()
{
    ChunkSealer sealer;
    const Samples samples = generate(1200, [](std::size_t i) { return static_cast<double>(i * i); });
    QCOMPARE(sealAll(sealer, samples, 120, 239'000).size(), std::size_t{5});
    QCOMPARE(sealAll(sealer, samples, 120, 238'999).size(), std::size_t{10});
    QCOMPARE(sealAll(sealer, generate(1200, [](std::size_t) { return 1; }), 120, 238'999).size(),
             std::size_t{10});
}

void ChunkSealerTest::linesGrowLong()
{
    ChunkSealer sealer;
    const Samples constant = generate(12'000, [](std::size_t) { return 0.1; });
    const auto chunks = sealAll(sealer, constant, 120);
    QCOMPARE(chunks.size(), std::size_t{2});
    QVERIFY(chunks[0].sampleCount() <= maxLineSamples);
    QVERIFY(chunks[0].bytes() <= 64);
    QVERIFY(test::sameSamples(samplesOfAll(chunks), constant));
    const Samples rising = generate(6000, [](std::size_t i) { return static_cast<double>(i) * 100; });
    QCOMPARE(sealAll(sealer, rising, 120).size(), std::size_t{1});
}

void ChunkSealerTest::aBendEndsALine()
{
    ChunkSealer sealer;
    for (const std::size_t bend : {1199U, 1200U, 1201U, 1319U}) {
        const Samples samples = generate(2400, [bend](std::size_t i) { return i < bend ? 7 : 8; });
        const auto chunks = sealAll(sealer, samples, 120);
        QVERIFY(chunks.size() <= 3);
        QVERIFY(test::sameSamples(samplesOfAll(chunks), samples));
    }
}

void ChunkSealerTest::tellsFirstLastAndCount()
{
    ChunkSealer sealer;
    const Samples samples = generate(240, [](std::size_t i) { return std::sqrt(static_cast<double>(i)); });
    const auto chunks = sealAll(sealer, samples, 120);
    QCOMPARE(chunks.size(), std::size_t{1});
    QCOMPARE(chunks[0].firstTime(), TimestampMs{0});
    QCOMPARE(chunks[0].lastTime(), TimestampMs{239'000});
    QCOMPARE(chunks[0].sampleCount(), std::size_t{240});
    QVERIFY(chunks[0].bytes() < 240 * 8);
}

void ChunkSealerTest::keepsXorWhereThatIsSmaller()
{
    // Too many special values for a column of decimals, too few for the differences of bits.
    const auto families = test::valueFamilies();
    const auto family = std::find_if(families.begin(), families.end(),
                                     [](const auto &one) { return one.name == "NaN now and then"; });
    QVERIFY(family != families.end());
    const Samples samples = test::samplesOfFamily(*family, 360, 1);
    ChunkSealer sealer;
    const auto chunks = sealAll(sealer, samples, 120);
    QCOMPARE(chunks.size(), std::size_t{3}); // what is joined with must be packed
    QCOMPARE(chunks[0].encoding(), ChunkEncoding::Xor);
    QVERIFY(test::sameSamples(samplesOfAll(chunks), samples));
}

} // namespace

SIGHTGLASS_TEST(ChunkSealerTest)
#include "chunksealertest.moc"
