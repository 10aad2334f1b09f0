// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/packedencoding.h"

#include "model/storage/decimals.h"
#include "model/storage/packedcolumn.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>

namespace sightglass {

namespace {

/// The scale of a column of doubles' bits.
constexpr unsigned bitsScale = 31;

using Integers = std::array<std::uint64_t, maxPackedSamples>;

void fromScaled(std::span<const std::uint64_t> integers, unsigned scale, double *values) noexcept
{
    if (scale != bitsScale) {
        fromDecimals(integers, scale, values);
        return;
    }
    for (std::size_t i = 0; i < integers.size(); ++i)
        values[i] = std::bit_cast<double>(integers[i]);
}

void appendSpecials(std::span<const double> values, std::span<const std::uint16_t> specials,
                    std::vector<std::uint64_t> &words)
{
    if (specials.empty())
        return;
    appendPositions(specials, words);
    for (const std::uint16_t position : specials)
        words.push_back(std::bit_cast<std::uint64_t>(values[position]));
}

ColumnHead packBitsOf(std::span<const double> values, std::vector<std::uint64_t> &words)
{
    Integers bits;
    std::transform(values.begin(), values.end(), bits.begin(),
                   [](double value) { return std::bit_cast<std::uint64_t>(value); });
    ColumnHead head = packColumn(std::span(bits).first(values.size()), FirstInteger::Stored, words);
    head.scale = bitsScale;
    return head;
}

ColumnHead packValues(std::span<const double> values, std::vector<std::uint64_t> &words)
{
    Integers integers;
    const auto decimals = toDecimals(values, std::span(integers).first(values.size()));
    if (!decimals)
        return packBitsOf(values, words);
    const std::size_t begin = words.size();
    ColumnHead head = packColumn(std::span(integers).first(values.size()), FirstInteger::Stored, words);
    head.scale = decimals->exponent & 0x1FU;
    head.specials = decimals->specials.size() & 0xFFU;
    appendSpecials(values, decimals->specials, words);
    // Many digits without an order pack better as the bits they are.
    constexpr unsigned fewBits = 32;
    if (head.width <= fewBits)
        return head;
    std::vector<std::uint64_t> asBits;
    const ColumnHead bitsHead = packBitsOf(values, asBits);
    if (asBits.size() >= words.size() - begin)
        return head;
    words.resize(begin);
    words.insert(words.end(), asBits.begin(), asBits.end());
    return bitsHead;
}

} // namespace

void encodePacked(std::span<const TimestampMs> times, std::span<const double> values,
                  std::vector<std::uint64_t> &words)
{
    assert(!times.empty() && times.size() == values.size() && times.size() <= maxPackedSamples);
    words.assign(3, 0);
    words[0] = static_cast<std::uint64_t>(times[0]);
    Integers integers;
    std::transform(times.begin(), times.end(), integers.begin(),
                   [](TimestampMs t) { return static_cast<std::uint64_t>(t); });
    const ColumnHead timesHead =
        packColumn(std::span(integers).first(times.size()), FirstInteger::Known, words);
    const ColumnHead valuesHead = packValues(values, words);
    words[1] = std::bit_cast<std::uint64_t>(timesHead);
    words[2] = std::bit_cast<std::uint64_t>(valuesHead);
}

void decodePacked(std::span<const std::uint64_t> words, std::size_t count, TimestampMs *times,
                  double *values) noexcept
{
    if (const auto lines = PackedLines::of(words)) {
        lines->decode({0, count}, times, values);
        return;
    }
    assert(count <= maxPackedSamples);
    const auto timesHead = std::bit_cast<ColumnHead>(words[1]);
    const auto valuesHead = std::bit_cast<ColumnHead>(words[2]);
    ColumnReader reader(words.data() + 3);
    Integers room; // NOLINT: every integer that is read was written before
    const std::span<std::uint64_t> integers = std::span(room).first(count);
    if (timesHead.isLine()) {
        const ColumnLine line = reader.readLine(timesHead, words.data());
        for (std::size_t i = 0; i < count; ++i)
            times[i] = static_cast<TimestampMs>(line.first + i * line.step);
    } else {
        reader.read(timesHead, integers, words.data());
        for (std::size_t i = 0; i < count; ++i)
            times[i] = static_cast<TimestampMs>(integers[i]);
    }
    reader.read(valuesHead, integers);
    fromScaled(integers, static_cast<unsigned>(valuesHead.scale), values);
    if (valuesHead.specials == 0)
        return;
    const std::uint64_t *positions = reader.skip(positionWords(valuesHead.specials));
    for (std::size_t i = 0; i < valuesHead.specials; ++i)
        values[positionIn(positions, i)] = std::bit_cast<double>(reader.next());
}

std::optional<PackedLines> PackedLines::of(std::span<const std::uint64_t> words) noexcept
{
    const auto timesHead = std::bit_cast<ColumnHead>(words[1]);
    const auto valuesHead = std::bit_cast<ColumnHead>(words[2]);
    if (!timesHead.isLine() || !valuesHead.isLine() || valuesHead.specials != 0)
        return std::nullopt;
    ColumnReader reader(words.data() + 3);
    PackedLines lines;
    lines.m_firstTime = static_cast<TimestampMs>(words[0]);
    lines.m_interval = reader.readLine(timesHead, words.data()).step;
    const ColumnLine values = reader.readLine(valuesHead);
    lines.m_firstInteger = values.first;
    lines.m_step = values.step;
    lines.m_scale = static_cast<unsigned>(valuesHead.scale);
    return lines;
}

TimestampMs PackedLines::timeAt(std::size_t index) const noexcept
{
    return static_cast<TimestampMs>(static_cast<std::uint64_t>(m_firstTime) + index * m_interval);
}

double PackedLines::valueAt(std::size_t index) const noexcept
{
    const std::uint64_t integer = m_firstInteger + index * m_step;
    double value = 0;
    fromScaled({&integer, 1}, m_scale, &value);
    return value;
}

bool PackedLines::goesOn(std::size_t index, std::span<const TimestampMs> times,
                         std::span<const double> values) const noexcept
{
    // Behind a single sample any other would be on a line, but its interval is not known yet.
    if (m_interval == 0)
        return false;
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (timeAt(index + i) != times[i] || !sameBits(valueAt(index + i), values[i]))
            return false;
    }
    return true;
}

PackedLines::Indexes PackedLines::inside(TimeRange range, std::size_t count) const noexcept
{
    const auto indexBehind = [&](TimestampMs t) {
        std::size_t low = 0;
        std::size_t high = count;
        while (low < high) {
            const std::size_t middle = (low + high) / 2;
            if (timeAt(middle) <= t)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    };
    const std::size_t end = indexBehind(range.to);
    const bool fromStart = timeAt(0) >= range.from;
    return {fromStart ? 0 : std::min(indexBehind(range.from - 1), end), end};
}

void PackedLines::decode(Indexes indexes, TimestampMs *times, double *values) const noexcept
{
    Integers integers; // NOLINT: every integer that is read was written before
    for (std::size_t begin = indexes.begin; begin < indexes.end; begin += integers.size()) {
        const std::size_t count = std::min(integers.size(), indexes.end - begin);
        const std::uint64_t first = m_firstInteger + begin * m_step;
        for (std::size_t i = 0; i < count; ++i) {
            times[i] = timeAt(begin + i);
            integers[i] = first + i * m_step;
        }
        fromScaled(std::span(integers).first(count), m_scale, values);
        times += count;
        values += count;
    }
}

} // namespace sightglass
