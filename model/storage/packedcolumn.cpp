// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/packedcolumn.h"

#include "model/storage/bitpacking.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <functional>
#include <limits>

namespace sightglass {

namespace {

constexpr unsigned inlineBits = 24;
constexpr std::uint64_t inlineMask = (std::uint64_t{1} << inlineBits) - 1;

// What a patch takes: itself and its position.
constexpr std::size_t patchBits = 80;

// Looking for a base above the lowest integer pays only if a few integers are far below the others.
constexpr std::size_t outlierPart = 16;
constexpr unsigned bitsToGain = 2;

struct Plan
{
    std::uint64_t base = 0;
    unsigned width = 0;
    unsigned shift = 0;
    std::size_t patches = 0;
    std::size_t words = 0;
    ColumnOrder order = ColumnOrder::Values;
};

std::uint64_t fromInline(std::uint64_t base) noexcept
{
    constexpr unsigned shift = 64 - inlineBits;
    return static_cast<std::uint64_t>(static_cast<std::int64_t>(base << shift) >> shift);
}

bool fitsInline(std::uint64_t base) noexcept
{
    return fromInline(base & inlineMask) == base;
}

std::size_t wordsBesides(const Plan &plan) noexcept
{
    const bool hasBase = plan.width != 0 || !fitsInline(plan.base);
    return (hasBase ? 1U : 0U) + (plan.order == ColumnOrder::Differences ? 1U : 0U);
}

/// The base as it is given, no patches.
Plan planWithoutPatches(std::uint64_t base, std::span<const std::uint64_t> integers, ColumnOrder order)
{
    std::uint64_t anyBits = 0;
    for (const std::uint64_t value : integers)
        anyBits |= value - base;
    Plan plan{.base = base, .order = order};
    plan.shift = anyBits != 0 ? static_cast<unsigned>(std::countr_zero(anyBits)) : 0;
    plan.width = static_cast<unsigned>(std::bit_width(anyBits >> plan.shift));
    plan.words = packedWords(integers.size(), plan.width) + wordsBesides(plan);
    return plan;
}

/// The cheapest width for residuals of which byWidth[b] have b significant bits.
void chooseWidth(Plan &plan, std::span<const std::uint16_t, 65> byWidth, std::size_t count)
{
    std::size_t above = 0;
    Plan tried = plan;
    plan.words = std::numeric_limits<std::size_t>::max();
    for (unsigned width = 65; width-- > 0;) {
        if (above > ColumnHead::maxPatches)
            break;
        tried.width = width;
        tried.patches = above;
        tried.words = packedWords(count, width) + wordsBesides(tried) + positionWords(above) + above;
        if (tried.words < plan.words || (tried.words == plan.words && above == plan.patches))
            plan = tried;
        above += byWidth[width];
    }
}

Plan planWithPatches(const Plan &plain, std::span<const std::uint64_t> integers)
{
    std::array<std::uint16_t, 65> byWidth{};
    for (const std::uint64_t value : integers)
        ++byWidth[static_cast<std::size_t>(std::bit_width((value - plain.base) >> plain.shift))];
    Plan plan = plain;
    chooseWidth(plan, byWidth, integers.size());
    return plan;
}

/// How far the integers are above the plan's base, seen from a quarter of the way to the highest one.
struct Spread
{
    std::size_t far = 0; ///< so many are at least that far
    std::uint64_t lowestFar = 0;
    std::uint64_t highest = 0;
};

Spread spreadOf(const Plan &plan, std::span<const std::uint64_t> integers)
{
    const std::uint64_t quarter = std::uint64_t{1} << (plan.width - bitsToGain + plan.shift);
    Spread spread{.lowestFar = ~std::uint64_t{0}};
    for (const std::uint64_t value : integers) {
        const std::uint64_t residual = value - plan.base;
        spread.far += residual >= quarter ? 1U : 0U;
        spread.lowestFar = std::min(spread.lowestFar, residual >= quarter ? residual : ~std::uint64_t{0});
        spread.highest = std::max(spread.highest, residual);
    }
    return spread;
}

Plan planInOrder(std::span<const std::uint64_t> integers, ColumnOrder order)
{
    std::int64_t lowest = std::numeric_limits<std::int64_t>::max();
    for (const std::uint64_t value : integers)
        lowest = std::min(lowest, static_cast<std::int64_t>(value));
    const Plan plain = planWithoutPatches(static_cast<std::uint64_t>(lowest), integers, order);
    if (plain.width <= bitsToGain)
        return plain;
    const Spread spread = spreadOf(plain, integers);
    Plan best = plain;
    if (spread.far * patchBits < integers.size() * plain.width)
        best = planWithPatches(plain, integers);
    const auto gained = static_cast<unsigned>(std::bit_width(spread.highest - spread.lowestFar)) + bitsToGain;
    if (integers.size() - spread.far <= integers.size() / outlierPart &&
        gained <= plain.width + plain.shift) {
        // The outliers stay below the base, wrap around and so become patches.
        const Plan raised =
            planWithPatches(planWithoutPatches(plain.base + spread.lowestFar, integers, order), integers);
        if (raised.words < best.words)
            best = raised;
    }
    return best;
}

Plan planFor(std::span<const std::uint64_t> values, std::span<const std::uint64_t> differences)
{
    // Times and what stands still: there is nothing to look for.
    const bool isLine = std::adjacent_find(differences.begin(), differences.end(), std::not_equal_to<>()) ==
                        differences.end();
    if (isLine && (differences.empty() || differences[0] == 0))
        return planWithoutPatches(values[0], values, ColumnOrder::Values);
    if (isLine)
        return planWithoutPatches(differences[0], differences, ColumnOrder::Differences);
    const Plan plan = planInOrder(values, ColumnOrder::Values);
    const Plan other = planInOrder(differences, ColumnOrder::Differences);
    return other.words < plan.words ? other : plan;
}

ColumnHead headOf(const Plan &plan) noexcept
{
    ColumnHead head{};
    head.width = plan.width & 0x7FU;
    head.shift = plan.shift & 0x3FU;
    head.order = static_cast<unsigned>(plan.order) & 1U;
    head.isInline = plan.width == 0 && fitsInline(plan.base) ? 1U : 0U;
    head.patches = plan.patches & 0xFFU;
    if (head.isInline != 0)
        head.inlineBase = plan.base & inlineMask;
    return head;
}

/// The low bits of all residuals: those of patches do not matter.
void appendResiduals(std::span<const std::uint64_t> residuals, const Plan &plan,
                     std::vector<std::uint64_t> &out)
{
    const std::size_t begin = out.size();
    out.resize(begin + packedWords(residuals.size(), plan.width));
    if (plan.patches == 0 || plan.width == 0) {
        packBits(residuals, plan.width, out.data() + begin);
        return;
    }
    thread_local std::vector<std::uint64_t> low;
    low.assign(residuals.begin(), residuals.end());
    for (std::uint64_t &one : low)
        one &= ~std::uint64_t{0} >> (64 - plan.width);
    packBits(low, plan.width, out.data() + begin);
}

void appendPatches(std::span<const std::uint64_t> residuals, unsigned width, std::vector<std::uint64_t> &out)
{
    std::vector<std::uint16_t> positions;
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        if (static_cast<unsigned>(std::bit_width(residuals[i])) > width)
            positions.push_back(static_cast<std::uint16_t>(i));
    }
    appendPositions(positions, out);
    for (const std::uint16_t position : positions)
        out.push_back(residuals[position]);
}

} // namespace

void appendPositions(std::span<const std::uint16_t> positions, std::vector<std::uint64_t> &out)
{
    const std::size_t begin = out.size();
    out.resize(begin + positionWords(positions.size()), 0);
    for (std::size_t i = 0; i < positions.size(); ++i)
        out[begin + i / 4] |= std::uint64_t{positions[i]} << (i % 4 * 16);
}

ColumnHead packColumn(std::span<const std::uint64_t> values, FirstInteger first,
                      std::vector<std::uint64_t> &out)
{
    assert(!values.empty() && values.size() <= 0xFFFF);
    // Kept: chunks are sealed by the hundred in every scrape.
    thread_local std::vector<std::uint64_t> integers;
    integers.resize(values.size());
    for (std::size_t i = 1; i < values.size(); ++i)
        integers[i - 1] = values[i] - values[i - 1];
    const Plan plan = planFor(values, std::span(integers).first(values.size() - 1));
    if (plan.order == ColumnOrder::Values)
        integers.assign(values.begin(), values.end());
    else
        integers.pop_back();
    for (std::uint64_t &integer : integers)
        integer = (integer - plan.base) >> plan.shift;
    appendResiduals(integers, plan, out);
    const ColumnHead head = headOf(plan);
    if (head.isInline == 0)
        out.push_back(plan.base);
    if (head.ordersDifferences() && first == FirstInteger::Stored)
        out.push_back(values[0]);
    if (plan.patches != 0)
        appendPatches(integers, plan.width, out);
    return head;
}

ColumnLine ColumnReader::readLine(const ColumnHead &head, const std::uint64_t *known) noexcept
{
    const std::uint64_t base = head.isInline != 0 ? fromInline(head.inlineBase) : next();
    if (!head.ordersDifferences())
        return {base, 0};
    return {known != nullptr ? *known : next(), base};
}

void ColumnReader::read(const ColumnHead &head, std::span<std::uint64_t> values,
                        const std::uint64_t *known) noexcept
{
    const bool differences = head.ordersDifferences();
    const std::span<std::uint64_t> residuals = differences ? values.subspan(1) : values;
    const auto width = static_cast<unsigned>(head.width);
    unpackBits(skip(packedWords(residuals.size(), width)), width, residuals);
    const ColumnLine line = readLine(head, known);
    if (head.patches != 0) {
        const std::uint64_t *positions = skip(positionWords(head.patches));
        for (std::size_t i = 0; i < head.patches; ++i)
            residuals[positionIn(positions, i)] = next();
    }
    const auto shift = static_cast<unsigned>(head.shift);
    if (!differences) {
        for (std::uint64_t &value : residuals)
            value = (value << shift) + line.first;
        return;
    }
    std::uint64_t value = line.first;
    values[0] = value;
    for (std::uint64_t &one : residuals) {
        value += (one << shift) + line.step;
        one = value;
    }
}

} // namespace sightglass
