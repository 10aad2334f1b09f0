// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/variablevalues.h"

namespace sightglass {

VariableValue singleValue(std::string value)
{
    VariableValue single;
    single.texts = {value};
    single.values = {std::move(value)};
    return single;
}

const VariableValue *VariableValues::find(std::string_view name) const noexcept
{
    const auto found = m_values.find(name);
    return found == m_values.end() ? nullptr : &found->second;
}

VariableValues VariableValues::with(const VariableValues &above) const
{
    VariableValues laid = *this;
    for (const auto &[name, value] : above)
        laid.set(name, value);
    return laid;
}

} // namespace sightglass
