// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Replaces dashboard variables in the texts of a transformation's options.
using TextInterpolation = std::function<std::string(std::string_view)>;

/// How far local time is ahead of UTC at a time, in milliseconds.
using UtcOffset = std::function<std::int64_t(TimestampMs)>;

/// What one step may make of its frames. A cell takes some 40 bytes, a column some 2 KB beside its cells.
struct TransformLimits
{
    std::size_t cells = 4'000'000;        ///< of all frames that a step answers
    std::size_t columns = 10'000;         ///< of all frames, where rows, values or labels become columns
    std::size_t comparisons = 50'000'000; ///< of cells, where rows are looked for that fit each other
    std::size_t textBytes = 65'536;       ///< of a cell that is put together
};

/// What transformations are given besides frames, and where they tell what they could not do. For one run;
/// one thread at a time.
class TransformContext
{
public:
    explicit TransformContext(TextInterpolation interpolate = {}, TransformLimits limits = {});

    /// For formatted times; UTC where it is not set.
    void setUtcOffset(UtcOffset offset) { m_utcOffset = std::move(offset); }
    [[nodiscard]] std::int64_t utcOffset(TimestampMs time) const
    {
        return m_utcOffset ? m_utcOffset(time) : 0;
    }

    /// A text of the options with its variables replaced.
    [[nodiscard]] std::string text(std::string_view option) const;
    [[nodiscard]] std::vector<std::string> texts(std::span<const std::string> options) const;

    [[nodiscard]] const TransformLimits &limits() const noexcept { return m_limits; }

    /// Tells what was cut or left undone, in English, for the panel's user. Each text once, a bounded number
    /// of them; begins with the id of the step that is under way.
    void note(std::string_view text);
    [[nodiscard]] const std::vector<std::string> &notes() const noexcept { return m_notes; }
    /// Which step begins.
    void enter(std::string_view id) { m_step = id; }

    /// How many of the rows (of so many columns) the limits let a step answer; says so where they are fewer.
    [[nodiscard]] std::size_t rowsWithin(std::size_t rows, std::size_t columns);
    /// The same of columns that a step makes out of rows, values or labels.
    [[nodiscard]] std::size_t columnsWithin(std::size_t columns);

private:
    TextInterpolation m_interpolate;
    UtcOffset m_utcOffset;
    TransformLimits m_limits;
    std::string m_step;
    std::vector<std::string> m_notes;
};

} // namespace sightglass
