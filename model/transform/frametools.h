// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// The field that holds a series' values, and how Grafana calls the time and the series' name beside it.
inline constexpr std::string_view valueFieldName = "Value";
inline constexpr std::string_view timeFieldName = "Time";
inline constexpr std::string_view metricFieldName = "Metric";

/// The display names of all fields of some frames, made once: a name depends on the other frames.
class FieldNames
{
public:
    explicit FieldNames(const std::vector<Frame> &frames);

    [[nodiscard]] const std::string &of(std::size_t frame, std::size_t field) const
    {
        return m_names[frame][field];
    }
    [[nodiscard]] const std::vector<std::string> &of(std::size_t frame) const { return m_names[frame]; }

private:
    std::vector<std::vector<std::string>> m_names;
};

/// The cell, or null behind the end of a column that is shorter than it should be.
[[nodiscard]] const FieldValue &cellAt(const Field &field, std::size_t row) noexcept;

/// The longest column's rows: Frame::rows() is the first one's.
[[nodiscard]] std::size_t rowsOf(const Frame &frame) noexcept;

[[nodiscard]] Field makeField(std::string_view name, FieldType type, std::vector<FieldValue> values = {});
/// The field without its values.
[[nodiscard]] Field emptied(const Field &field);
/// The field without its values, labels, legend and configured name: a column of a table.
[[nodiscard]] Field columnLike(const Field &field, std::string_view name);

/// The rows in this order; rows that are not there are null.
[[nodiscard]] Field withRows(const Field &field, std::span<const std::size_t> rows);
[[nodiscard]] Frame withRows(const Frame &frame, std::span<const std::size_t> rows);
/// The first rows only.
void cutRows(Frame &frame, std::size_t rows);

/// Index of the first field of type Time.
[[nodiscard]] std::optional<std::size_t> timeField(const Frame &frame) noexcept;
/// A time and at least one number.
[[nodiscard]] bool isTimeSeries(const Frame &frame) noexcept;
/// Index of the field with this display name or own name.
[[nodiscard]] std::optional<std::size_t>
fieldNamed(const Frame &frame, std::span<const std::string> displayNames, std::string_view name);

/// The type of what is there: that of the first value that is not null. Empty where all are.
[[nodiscard]] std::optional<FieldType> typeOfValues(std::span<const FieldValue> values) noexcept;

/// Rows of a frame in the order of one of its columns; equal ones stay as they are.
enum class SortOrder : std::uint8_t
{
    Ascending,
    Descending
};
[[nodiscard]] Frame sortedBy(const Frame &frame, std::size_t field, SortOrder order);

/// "merge-A-B": what Grafana calls the answer of a step that combined frames.
[[nodiscard]] std::string combinedRefId(std::string_view id, const std::vector<Frame> &frames);

} // namespace sightglass
