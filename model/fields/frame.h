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
    Labels labels; ///< of the series that it came from
    /// The legend that the query made for it (Grafana's displayNameFromDS); comes before name and labels.
    std::string legend;
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
/// the configured display name with its ${__field.…} and ${__series.name} filled in, else the query's legend,
/// else the frame's name (where frames differ in it), the field's own where it is no "Value", and its labels:
/// all of them, or the bare value where all fields of `frames` know but one label's name. A time is called by
/// its own name. Fields of one frame that would be called alike by their own names are numbered from 1.
/// `field` is one of the frame's; `frames` may be empty, which is this frame alone. DisplayNames is faster
/// for many.
[[nodiscard]] std::string displayName(const Field &field, const Frame &frame,
                                      const std::vector<Frame> &frames);

/// The name of a frame (Grafana's getFrameDisplayName): its own, the labels of its only field with any, or
/// "Series (A)" by query.
[[nodiscard]] std::string frameDisplayName(const Frame &frame);

/// Labels as Grafana lists them in names: {a="b", c="d"}; empty for none. Values stand as they are.
[[nodiscard]] std::string labelList(const Labels &labels);

} // namespace sightglass
