// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/valuemapper.h"

#include "model/fields/jsvalue.h"

#include <cmath>
#include <utility>

namespace sightglass {

namespace {

bool isNull(const FieldValue &value)
{
    return std::holds_alternative<std::monostate>(value);
}

bool isText(const FieldValue &value, std::string_view wanted)
{
    const auto *text = std::get_if<std::string>(&value);
    return text != nullptr && *text == wanted;
}

bool isFlag(const FieldValue &value, bool wanted)
{
    const auto *flag = std::get_if<bool>(&value);
    return flag != nullptr && *flag == wanted;
}

/// Null is none, and of texts only the word: to JavaScript's isNaN() each name is one, and all names of a
/// table would be mapped.
bool isNaN(const FieldValue &value)
{
    if (const auto *text = std::get_if<std::string>(&value))
        return *text == "NaN";
    return !isNull(value) && std::isnan(cellNumber(value));
}

bool fits(const RangeMapping &range, const FieldValue &value)
{
    const auto *text = std::get_if<std::string>(&value);
    const auto *number = std::get_if<double>(&value);
    if (text == nullptr && number == nullptr)
        return false;
    const double measured = text != nullptr ? jsLeadingNumber(*text) : *number;
    if (std::isnan(measured))
        return false;
    return (!range.from || measured >= *range.from) && (!range.to || measured <= *range.to);
}

bool fits(SpecialValue special, const FieldValue &value)
{
    switch (special) {
    case SpecialValue::Null:
        return isNull(value);
    case SpecialValue::NaN:
        return isNaN(value);
    case SpecialValue::NullOrNaN:
        return isNull(value) || isNaN(value);
    case SpecialValue::True:
        return isFlag(value, true) || isText(value, "true");
    case SpecialValue::False:
        return isFlag(value, false) || isText(value, "false");
    case SpecialValue::Empty:
        return isText(value, "");
    }
    return false;
}

} // namespace

ValueMapper::ValueMapper(std::vector<ValueMapping> mappings)
    : m_mappings(std::move(mappings))
{
    m_patterns.reserve(m_mappings.size());
    for (const ValueMapping &mapping : m_mappings) {
        std::optional<JsRegex> &pattern = m_patterns.emplace_back();
        const auto *source = std::get_if<RegexMapping>(&mapping.matches);
        if (source == nullptr)
            continue;
        auto compiled = JsRegex::fromText(source->pattern);
        if (compiled)
            pattern = std::move(compiled).value();
        else
            m_problems.push_back(compiled.error());
    }
}

std::optional<MappedValue> ValueMapper::mapped(const FieldValue &value) const
{
    for (std::size_t at = 0; at < m_mappings.size(); ++at) {
        const ValueMapping &mapping = m_mappings[at];
        const auto *text = std::get_if<std::string>(&value);
        if (const auto &pattern = m_patterns[at]; pattern && text != nullptr && pattern->matches(*text)) {
            MappedValue result = mapping.result;
            if (result.text)
                result.text = pattern->replaced(*text, *result.text);
            return result;
        }
        const auto *exact = std::get_if<ExactMapping>(&mapping.matches);
        const auto *range = std::get_if<RangeMapping>(&mapping.matches);
        const auto *special = std::get_if<SpecialValue>(&mapping.matches);
        const bool found = (exact != nullptr && !isNull(value) && cellText(value) == exact->value) ||
                           (range != nullptr && fits(*range, value)) ||
                           (special != nullptr && fits(*special, value));
        if (found)
            return mapping.result;
    }
    return std::nullopt;
}

} // namespace sightglass
