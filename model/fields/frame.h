// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/core/sample.h"
#include "model/fields/fieldconfig.h"
#include "parser/base/labels.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sightglass {

/// One cell. monostate: there is no value (JSON's null).
using FieldValue = std::variant<std::monostate, double, bool, std::string>;

enum class FieldType : std::uint8_t
{
    Time, ///< numbers: milliseconds since 1970
    Number,
    Text,
    Boolean,
    Other ///< what a transformation has nested (sparklines of a table: see Field::trends)
};

/// One column: a name, what its values are and how they are shown. Texts are hostile.
struct Field
{
    std::string name;
    FieldType type = FieldType::Number;
    Labels labels;      ///< of the series that it came from
    FieldConfig config; ///< defaults and overrides already applied, see applyFieldConfig()
    std::vector<FieldValue> values;
    /// One series for each row where type is Other: the cells of a "time series to table".
    std::vector<std::vector<Sample>> trends;
};

/// A table with named, typed columns of equal length: what a query's answer becomes for tables, for charts of
/// categories and for transformations. Dense time panels keep their series (PanelData) as long as nothing
/// transforms them.
struct Frame
{
    std::string name;
    std::string refId; ///< of the query it came from; empty where several were joined
    std::vector<Field> fields;

    [[nodiscard]] std::size_t rows() const noexcept
    {
        return fields.empty() ? 0 : fields.front().values.size();
    }
};

/// The name under which a field is shown and found by matchers, as Grafana's getFieldDisplayName makes it:
/// the configured display name, else the field's own where it is no "Value", else the frame's name or the
/// labels that tell it from the others of `frames`.
[[nodiscard]] std::string displayName(const Field &field, const Frame &frame,
                                      const std::vector<Frame> &frames);

} // namespace sightglass
