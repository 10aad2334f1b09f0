// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/frame.h"
#include "model/fields/jsregex.h"
#include "model/fields/valuemapping.h"

#include <optional>
#include <vector>

namespace sightglass {

/// The value mappings of a field, ready for many values: their patterns are compiled once. Immutable; any
/// thread.
class ValueMapper
{
public:
    explicit ValueMapper(std::vector<ValueMapping> mappings);

    /// The result of the first mapping that fits, as Grafana's getValueMappingResult finds it; a pattern's
    /// text is filled in. Nothing where none fits.
    [[nodiscard]] std::optional<MappedValue> mapped(const FieldValue &value) const;

    [[nodiscard]] bool empty() const noexcept { return m_mappings.empty(); }

    /// The patterns that cannot be done; their mappings fit nothing.
    [[nodiscard]] const std::vector<Error> &problems() const noexcept { return m_problems; }

private:
    std::vector<ValueMapping> m_mappings;
    std::vector<std::optional<JsRegex>> m_patterns; ///< in step with the mappings
    std::vector<Error> m_problems;
};

} // namespace sightglass
