// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/frametools.h"

#include "model/fields/displaynames.h"
#include "model/transform/cellvalue.h"

#include <algorithm>
#include <numeric>

namespace sightglass {

namespace {

constexpr std::size_t longestRefId = 1000;

} // namespace

FieldNames::FieldNames(const std::vector<Frame> &frames)
{
    const DisplayNames naming(frames);
    m_names.reserve(frames.size());
    for (const Frame &frame : frames) {
        std::vector<std::string> &names = m_names.emplace_back();
        names.reserve(frame.fields.size());
        for (const Field &field : frame.fields)
            names.push_back(naming.of(field, frame));
    }
}

const FieldValue &cellAt(const Field &field, std::size_t row) noexcept
{
    static const FieldValue none;
    return row < field.values.size() ? field.values[row] : none;
}

std::size_t rowsOf(const Frame &frame) noexcept
{
    std::size_t rows = 0;
    for (const Field &field : frame.fields)
        rows = std::max(rows, field.values.size());
    return rows;
}

Field makeField(std::string_view name, FieldType type, std::vector<FieldValue> values)
{
    Field field;
    field.name = name;
    field.type = type;
    field.values = std::move(values);
    return field;
}

Field emptied(const Field &field)
{
    Field result;
    result.name = field.name;
    result.type = field.type;
    result.labels = field.labels;
    result.legend = field.legend;
    result.config = field.config;
    return result;
}

Field columnLike(const Field &field, std::string_view name)
{
    Field result;
    result.name = name;
    result.type = field.type;
    result.config = field.config;
    result.config.displayName.reset();
    return result;
}

Field withRows(const Field &field, std::span<const std::size_t> rows)
{
    Field result = emptied(field);
    result.values.reserve(rows.size());
    for (const std::size_t row : rows)
        result.values.push_back(cellAt(field, row));
    if (field.trends.empty())
        return result;
    result.trends.reserve(rows.size());
    for (const std::size_t row : rows)
        result.trends.push_back(row < field.trends.size() ? field.trends[row] : std::vector<Sample>{});
    return result;
}

Frame withRows(const Frame &frame, std::span<const std::size_t> rows)
{
    Frame result;
    result.name = frame.name;
    result.refId = frame.refId;
    result.fields.reserve(frame.fields.size());
    for (const Field &field : frame.fields)
        result.fields.push_back(withRows(field, rows));
    return result;
}

void cutRows(Frame &frame, std::size_t rows)
{
    for (Field &field : frame.fields) {
        field.values.resize(std::min(rows, field.values.size()));
        field.trends.resize(std::min(rows, field.trends.size()));
    }
}

std::optional<std::size_t> timeField(const Frame &frame) noexcept
{
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        if (frame.fields[i].type == FieldType::Time)
            return i;
    }
    return std::nullopt;
}

bool isTimeSeries(const Frame &frame) noexcept
{
    const bool hasNumber = std::any_of(frame.fields.begin(), frame.fields.end(),
                                       [](const Field &field) { return field.type == FieldType::Number; });
    return hasNumber && timeField(frame).has_value();
}

std::optional<std::size_t> fieldNamed(const Frame &frame, std::span<const std::string> displayNames,
                                      std::string_view name)
{
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        if (frame.fields[i].name == name || displayNames[i] == name)
            return i;
    }
    return std::nullopt;
}

std::optional<FieldType> typeOfValues(std::span<const FieldValue> values) noexcept
{
    const auto there =
        std::find_if(values.begin(), values.end(), [](const FieldValue &value) { return !isNull(value); });
    if (there == values.end())
        return std::nullopt;
    if (std::holds_alternative<double>(*there))
        return FieldType::Number;
    return std::holds_alternative<bool>(*there) ? FieldType::Boolean : FieldType::Text;
}

Frame sortedBy(const Frame &frame, std::size_t field, SortOrder order)
{
    std::vector<std::size_t> rows(rowsOf(frame));
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    const Field &by = frame.fields[field];
    std::stable_sort(rows.begin(), rows.end(), [&by, order](std::size_t a, std::size_t b) {
        const int compared = compareCells(cellAt(by, a), cellAt(by, b), by.type);
        return order == SortOrder::Ascending ? compared < 0 : compared > 0;
    });
    return withRows(frame, rows);
}

std::string combinedRefId(std::string_view id, const std::vector<Frame> &frames)
{
    std::string refId(id);
    for (const Frame &frame : frames) {
        if (refId.size() + frame.refId.size() >= longestRefId)
            break;
        refId.append("-").append(frame.refId);
    }
    return refId;
}

} // namespace sightglass
