// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/variables/variablespec.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// What a variable stands for at present.
struct VariableValue
{
    std::vector<std::string> values; ///< those of All written out
    std::vector<std::string> texts;  ///< of the same length, or one for all ("All")
    /// A list even where it has one value: of a variable with multi, or All.
    bool list = false;
    /// May be several values at some time (multi or All), so that queries match it with =~ and its characters
    /// are escaped for regular expressions in PromQL.
    bool matched = false;
    /// What is chosen is All.
    bool all = false;
    /// What All is written as; no format changes it, but variables in it are replaced.
    std::optional<std::string> allValue = std::nullopt;
    /// What each of All's values is called, where one is called other than it is: of the values' length.
    std::vector<std::string> optionTexts = {};

    friend bool operator==(const VariableValue &, const VariableValue &) = default;
};

[[nodiscard]] VariableValue singleValue(std::string value);

/// The values of a dashboard's variables, built-in ones among them; those of a repeated panel or row are laid
/// over them. Names are without $.
class VariableValues
{
public:
    void set(std::string name, VariableValue value)
    {
        m_values.insert_or_assign(std::move(name), std::move(value));
    }
    /// Null where there is no such variable.
    [[nodiscard]] const VariableValue *find(std::string_view name) const noexcept;

    /// The same with the values of `above` laid over them.
    [[nodiscard]] VariableValues with(const VariableValues &above) const;

    [[nodiscard]] auto begin() const noexcept { return m_values.begin(); }
    [[nodiscard]] auto end() const noexcept { return m_values.end(); }

    friend bool operator==(const VariableValues &, const VariableValues &) = default;

private:
    std::map<std::string, VariableValue, std::less<>> m_values;
};

} // namespace sightglass
