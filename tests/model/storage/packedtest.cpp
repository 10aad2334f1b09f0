// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/bitpacking.h"
#include "model/storage/chunk.h"
#include "model/storage/decimals.h"
#include "model/storage/packedcolumn.h"
#include "model/storage/packedencoding.h"
#include "tests/model/storage/storagehelpers.h"
#include "tests/model/storage/valuefamilies.h"
#include "tests/support/testcase.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>

namespace {

using namespace sightglass;

using Samples = std::vector<Sample>;
using Integers = std::vector<std::uint64_t>;

constexpr std::uint64_t minus(std::uint64_t x) noexcept
{
    return ~x + 1;
}

std::vector<double> valuesOf(const Samples &samples)
{
    std::vector<double> values;
    for (const Sample &sample : samples)
        values.push_back(sample.v);
    return values;
}

std::vector<std::uint64_t> packed(const Samples &samples)
{
    std::vector<TimestampMs> times;
    for (const Sample &sample : samples)
        times.push_back(sample.t);
    std::vector<std::uint64_t> words;
    encodePacked(times, valuesOf(samples), words);
    return words;
}

Samples decode(const std::vector<std::uint64_t> &words, std::size_t count, TimeRange range = test::allTime)
{
    return test::samplesIn(count, [&](SampleRoom room) {
        return decodeChunk(ChunkEncoding::Packed, words, count, range, room);
    });
}

class PackedTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyWidthComesBack();
    void columns_data();
    void columns();
    void decimals_data();
    void decimals();
    void familiesComeBackBitForBit_data();
    void familiesComeBackBitForBit();
    void readsEveryRange();
    void linesTellWhatGoesOn();
    void linesGoBeyondTheirWords();
    void randomSeriesComeBack();
};

void PackedTest::everyWidthComesBack()
{
    std::mt19937_64 random(1); // NOLINT: the same values in every run
    for (unsigned width = 0; width <= 64; ++width) {
        for (const std::size_t count : {0U, 1U, 7U, 8U, 9U, 64U, 120U, 360U}) {
            Integers values(count);
            const std::uint64_t mask = width == 0 ? 0 : ~std::uint64_t{0} >> (64 - width);
            for (std::uint64_t &value : values)
                value = random() & mask;
            // One word more may be read, whatever is in it.
            Integers words(packedWords(count, width) + 1, ~std::uint64_t{0});
            packBits(values, width, words.data());
            QCOMPARE(words.back(), ~std::uint64_t{0});
            Integers back(count, 17);
            unpackBits(words.data(), width, back);
            QVERIFY2(back == values, qPrintable(QString::number(width)));
        }
    }
}

void PackedTest::columns_data()
{
    QTest::addColumn<Integers>("values");
    QTest::addColumn<std::size_t>("mostWords");
    const auto row = [](const char *name, std::size_t mostWords, std::size_t count, auto &&value) {
        Integers values;
        for (std::size_t i = 0; i < count; ++i)
            values.push_back(value(i));
        QTest::newRow(name) << values << mostWords;
    };
    std::mt19937_64 random(2); // NOLINT: the same values in every run
    const auto below = [&random](std::uint64_t bound) { return random() % bound; };
    row("one", 0, 1, [](std::size_t) { return 7; });
    row("one large", 1, 1, [](std::size_t) { return ~std::uint64_t{0} / 2; });
    row("constant", 0, 360, [](std::size_t) { return 42; });
    row("constant below zero", 0, 360, [](std::size_t) { return minus(42); });
    row("line", 1, 360, [](std::size_t i) { return 1000 + 17 * i; });
    row("falling line", 1, 360, [](std::size_t i) { return minus(17 * i); });
    row("steep line", 2, 120, [](std::size_t i) { return i << 56U; });
    row("five bits", 13, 128, [&](std::size_t) { return 1'000'000 + below(32); });
    row("counter", 14, 128, [&, sum = std::uint64_t{0}](std::size_t) mutable { return sum += below(32); });
    row("pages of memory", 13, 128, [&](std::size_t) { return (1'000'000 + below(32)) * 4096; });
    row("steps of 4096", 14, 128,
        [&, sum = std::uint64_t{5}](std::size_t) mutable { return sum += below(32) * 4096; });
    row("one high", 16, 128, [&](std::size_t i) { return i == 50 ? std::uint64_t{1} << 50U : below(32); });
    row("one low", 16, 128, [&](std::size_t i) { return i == 50 ? minus(1'000'000) : below(32); });
    row("a counter begins anew", 18, 128, [&, sum = std::uint64_t{1} << 40U](std::size_t i) mutable {
        sum += below(32);
        return i == 70 ? sum = 0 : sum;
    });
    row("some gaps", 8, 120, [](std::size_t i) { return i * 1000 + i / 30 * 5000; });
    row("everything", 361, 360, [&](std::size_t) { return random(); });
    row("alternating ends", 240, 120, [](std::size_t i) { return i % 2 == 0 ? 0 : ~std::uint64_t{0}; });
    row("many patches", 362, 360, [&](std::size_t i) { return i % 2 == 0 ? 0 : random(); });
    row("no two alike", 340, 300, [](std::size_t i) { return std::uint64_t{1} << i % 64; });
}

void PackedTest::columns()
{
    QFETCH(Integers, values);
    QFETCH(std::size_t, mostWords);
    for (const FirstInteger first : {FirstInteger::Stored, FirstInteger::Known}) {
        Integers words{99};
        const ColumnHead head = packColumn(values, first, words);
        QVERIFY2(words.size() - 1 <= mostWords + (first == FirstInteger::Stored ? 1 : 0),
                 qPrintable(QString::number(words.size() - 1)));
        words.push_back(123);
        Integers back(values.size());
        ColumnReader reader(words.data() + 1);
        reader.read(head, back, first == FirstInteger::Known ? values.data() : nullptr);
        QVERIFY(back == values);
        QCOMPARE(reader.next(), std::uint64_t{123});
    }
}

void PackedTest::decimals_data()
{
    using Doubles = std::vector<double>;
    QTest::addColumn<Doubles>("values");
    QTest::addColumn<int>("exponent"); // -1: none
    QTest::addColumn<int>("specials");
    QTest::newRow("integers") << Doubles{1, 2, 3, -4, 0, 1e15} << 0 << 0;
    QTest::newRow("two decimals") << Doubles{0.25, 17, 1234567.89} << 2 << 0;
    QTest::newRow("tenths that are no binary fractions") << Doubles{0.1, 0.2, 0.3, 0.7} << 1 << 0;
    QTest::newRow("nanoseconds") << Doubles{1.000000001, 86399.999999999} << 9 << 0;
    QTest::newRow("the most decimals") << Doubles{0.000000000000001, 1} << 15 << 0;
    QTest::newRow("a sum that is off") << Doubles{0.1 + 0.2, 1.0 / 3, std::sqrt(2)} << -1 << 0;
    QTest::newRow("one that is off") << Doubles{0.5, 1.0 / 3e9, 1.5} << 1 << 1;
    QTest::newRow("stale at the end") << Doubles{0.5, 2, staleMarker()} << 1 << 1;
    QTest::newRow("NaN first") << Doubles{NAN, 0.5} << 1 << 1;
    QTest::newRow("minus zero") << Doubles{1, -0.0, 2} << 0 << 1;
    QTest::newRow("infinity") << Doubles{1, -INFINITY} << 0 << 1;
    QTest::newRow("only NaN") << Doubles{NAN} << 0 << 1;
    QTest::newRow("too large") << Doubles{1e16, 1e17, 1e18} << -1 << 0;
    QTest::newRow("too large with these decimals") << Doubles{2e15, 0.001} << -1 << 0;
    QTest::newRow("largest") << Doubles{2251799813685246.0, -2251799813685246.0} << 0 << 0;
    QTest::newRow("smallest") << Doubles{5e-324, 5e-324} << -1 << 0;
}

void PackedTest::decimals()
{
    QFETCH(std::vector<double>, values);
    QFETCH(int, exponent);
    QFETCH(int, specials);
    Integers integers(values.size());
    const auto found = toDecimals(values, integers);
    QCOMPARE(found.has_value(), exponent >= 0);
    if (!found)
        return;
    QCOMPARE(static_cast<int>(found->exponent), exponent);
    QCOMPARE(static_cast<int>(found->specials.size()), specials);
    for (const std::uint64_t integer : integers)
        QVERIFY(std::abs(static_cast<std::int64_t>(integer)) < Decimals::limit);
    std::vector<double> back(values.size());
    fromDecimals(integers, found->exponent, back.data());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool special =
            std::find(found->specials.begin(), found->specials.end(), i) != found->specials.end();
        QCOMPARE(sameBits(values[i], back[i]), !special);
    }
}

void PackedTest::familiesComeBackBitForBit_data()
{
    QTest::addColumn<test::ValueFamily>("family");
    for (const test::ValueFamily &family : test::valueFamilies())
        QTest::newRow(family.name.c_str()) << family;
}

void PackedTest::familiesComeBackBitForBit()
{
    QFETCH(test::ValueFamily, family);
    for (std::size_t count = 1; count <= maxPackedSamples; count += count < 20 ? 1 : 17) {
        const Samples samples = test::samplesOfFamily(family, count, count);
        const auto words = packed(samples);
        QVERIFY2(test::sameSamples(decode(words, count), samples), qPrintable(QString::number(count)));
        QVERIFY(words.size() <= 2 * count + 8);
    }
}

void PackedTest::readsEveryRange()
{
    for (const char *name : {"constant", "integer counter", "jitter", "gaps"}) {
        const auto families = test::valueFamilies();
        const auto family = std::find_if(families.begin(), families.end(),
                                         [name](const auto &one) { return one.name == name; });
        QVERIFY(family != families.end());
        const Samples samples = test::samplesOfFamily(*family, 30, 1);
        const auto words = packed(samples);
        for (std::size_t i = 0; i < samples.size(); ++i) {
            for (std::size_t k = i; k < samples.size(); ++k) {
                const Samples expected(samples.begin() + static_cast<long>(i),
                                       samples.begin() + static_cast<long>(k) + 1);
                const TimeRange inclusive{samples[i].t, samples[k].t};
                QVERIFY(test::sameSamples(decode(words, samples.size(), inclusive), expected));
                const TimeRange before{i > 0 ? samples[i - 1].t + 1 : 0,
                                       k + 1 < samples.size() ? samples[k + 1].t - 1 : samples[k].t + 5};
                QVERIFY(test::sameSamples(decode(words, samples.size(), before), expected));
            }
        }
        QVERIFY(decode(words, samples.size(), {0, samples.front().t - 1}).empty());
        QVERIFY(decode(words, samples.size(), {samples.back().t + 1, samples.back().t + 9}).empty());
        QVERIFY(decode(words, samples.size(), {samples[3].t + 1, samples[3].t}).empty());
        QVERIFY(decode(words, samples.size(), {samples.back().t, samples.front().t}).empty());
    }
}

void PackedTest::linesTellWhatGoesOn()
{
    const auto words = packed({{1000, 5}, {2000, 6}, {3000, 7}});
    const auto lines = PackedLines::of(words);
    QVERIFY(lines.has_value());
    const TimestampMs times[] = {4000, 5000};
    const double rising[] = {8, 9};
    const double bent[] = {8, 8};
    QVERIFY(lines->goesOn(3, times, rising));
    QVERIFY(!lines->goesOn(3, times, bent));
    QVERIFY(!lines->goesOn(4, times, rising));
    const TimestampMs late[] = {4000, 5001};
    QVERIFY(!lines->goesOn(3, late, rising));
    QVERIFY(!PackedLines::of(packed({{1000, 5}, {2000, 6}, {3000, 9}})).has_value());
    QVERIFY(!PackedLines::of(packed({{1000, 5}, {2000, 5}, {3500, 5}})).has_value());
    // A single sample has no direction.
    QVERIFY(!PackedLines::of(packed({{4000, 8}}))->goesOn(1, std::span(times).subspan(1), rising));
    // NaN and minus zero stay what they are on a line, too.
    const double zeros[] = {0.0, 0.0};
    const double minusZeros[] = {-0.0, -0.0};
    const auto nothing = packed({{1000, -0.0}, {2000, -0.0}, {3000, -0.0}});
    QVERIFY(PackedLines::of(nothing)->goesOn(3, times, minusZeros));
    QVERIFY(!PackedLines::of(nothing)->goesOn(3, times, zeros));
}

void PackedTest::linesGoBeyondTheirWords()
{
    Samples samples;
    for (int i = 0; i < 3; ++i)
        samples.push_back({i * 10, i * 0.25});
    const auto words = packed(samples);
    for (int i = 3; i < 5000; ++i)
        samples.push_back({i * 10, i * 0.25});
    QVERIFY(test::sameSamples(decode(words, samples.size()), samples));
    const Samples part(samples.begin() + 4000, samples.begin() + 4011);
    QVERIFY(test::sameSamples(decode(words, samples.size(), {40'000, 40'100}), part));
    QVERIFY(test::sameSamples(decode(words, samples.size(), {39'991, 40'109}), part));
}

void PackedTest::randomSeriesComeBack()
{
    std::mt19937_64 random(20240608); // NOLINT: the same series in every run
    const auto families = test::valueFamilies();
    for (int round = 0; round < 2000; ++round) {
        // Two families in one chunk, with special values strewn in.
        const std::size_t count = random() % maxPackedSamples + 1;
        Samples samples = test::samplesOfFamily(families[random() % families.size()], count, random());
        const Samples others = test::samplesOfFamily(families[random() % families.size()], count, random());
        const std::size_t border = random() % (count + 1);
        for (std::size_t i = border; i < count; ++i)
            samples[i].v = others[i].v;
        const double specials[] = {staleMarker(), NAN, INFINITY, -INFINITY, -0.0, 5e-324, 1e300, 0.1 + 0.2};
        for (std::uint64_t k = random() % 4; k-- > 0;)
            samples[random() % count].v = specials[random() % std::size(specials)];
        QVERIFY2(test::sameSamples(decode(packed(samples), count), samples),
                 qPrintable(QString::number(round)));
    }
}

} // namespace

SIGHTGLASS_TEST(PackedTest)
#include "packedtest.moc"
