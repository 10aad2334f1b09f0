// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/interpolation.h"

#include "model/variables/variableformat.h"

#include <optional>

namespace sightglass {

namespace {

bool isWord(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string_view wordAt(std::string_view text, std::size_t at) noexcept
{
    std::size_t end = at;
    while (end < text.size() && isWord(text[end]))
        ++end;
    return text.substr(at, end - at);
}

/// A place in a text that may stand for a variable.
struct Reference
{
    std::size_t length = 0; ///< with its signs; 0: none begins here
    std::string_view name;
    std::string_view format;     ///< empty: none said
    std::string_view whole = {}; ///< with its signs, where one begins here
    std::string_view field = {}; ///< ".name" of "${__org.name}"; empty: none
};

Reference bracketed(std::string_view text)
{
    const std::string_view name = wordAt(text, 2);
    std::size_t at = 2 + name.size();
    Reference reference{.length = 0, .name = name, .format = {}};
    if (at < text.size() && text[at] == ':') {
        reference.format = wordAt(text, at + 1);
        at += 1 + reference.format.size();
    }
    if (!name.empty() && text.substr(at).starts_with("]]"))
        reference.length = at + 2;
    return reference;
}

Reference braced(std::string_view text)
{
    const std::string_view name = wordAt(text, 2);
    const std::size_t close = text.find('}');
    if (name.empty() || close == std::string_view::npos)
        return {};
    std::string_view rest = text.substr(2 + name.size(), close - 2 - name.size());
    Reference reference{.length = close + 1, .name = name, .format = {}};
    const std::size_t colon = rest.find(':');
    if (colon != std::string_view::npos)
        reference.format = rest.substr(colon + 1);
    const std::string_view field = rest.substr(0, colon);
    const bool wellFormed = field.empty() || (field.front() == '.' && field.size() > 1);
    reference.field = field;
    return wellFormed && (colon == std::string_view::npos || !reference.format.empty()) ? reference
                                                                                        : Reference{};
}

Reference referenceAt(std::string_view text)
{
    if (text.starts_with("[["))
        return bracketed(text);
    if (text.starts_with("${"))
        return braced(text);
    if (text.starts_with('$')) {
        const std::string_view name = wordAt(text, 1);
        return name.empty() ? Reference{} : Reference{.length = 1 + name.size(), .name = name, .format = {}};
    }
    return {};
}

/// Calls `replace(reference)`, which answers a text or nothing to leave the place as it is.
template<typename Replace>
std::string walked(std::string_view text, std::size_t mostBytes, const Replace &replace)
{
    std::string result;
    while (!text.empty() && result.size() < mostBytes) {
        const std::size_t sign = text.find_first_of("$[");
        result.append(text.substr(0, sign));
        if (sign == std::string_view::npos)
            break;
        text.remove_prefix(sign);
        Reference reference = referenceAt(text);
        reference.whole = text.substr(0, reference.length);
        const std::optional<std::string> replaced = reference.length > 0 ? replace(reference) : std::nullopt;
        // A sign that begins nothing may stand right before one that does: "$$x".
        const std::size_t taken = replaced ? reference.length : 1;
        result.append(replaced ? std::string_view(*replaced) : text.substr(0, 1));
        text.remove_prefix(taken);
    }
    if (result.size() > mostBytes)
        result.resize(mostBytes);
    return result;
}

std::string_view formatOf(TextKind kind) noexcept
{
    switch (kind) {
    case TextKind::Title:
        return "text";
    case TextKind::Html:
        return "html";
    case TextKind::Json:
        return "json";
    case TextKind::Address:
        return "uriencode";
    default:
        return "glob";
    }
}

std::string written(const VariableValue &value, const Reference &reference,
                    const InterpolationOptions &options)
{
    if (reference.format.empty() && options.kind == TextKind::Query)
        return promqlVariable(value);
    const std::string_view format = reference.format.empty() ? formatOf(options.kind) : reference.format;
    return formattedVariable(value, {reference.name, format, options.zone ? &options.zone : nullptr});
}

/// The value of a field where there is one of that name, else of the variable.
const VariableValue *valueOf(const Reference &reference, const VariableValues &values)
{
    const VariableValue *field =
        reference.field.empty() ? nullptr
                                : values.find(std::string(reference.name) + std::string(reference.field));
    return field != nullptr ? field : values.find(reference.name);
}

bool keepsCustomAll(std::string_view format) noexcept
{
    return format == "text" || format == "percentencode" || format == "queryparam" ||
           format.starts_with("customqueryparam");
}

} // namespace

std::string interpolated(std::string_view text, const VariableValues &values,
                         const InterpolationOptions &options)
{
    const auto inner = [&](const Reference &reference) -> std::optional<std::string> {
        const VariableValue *value = valueOf(reference, values);
        return value == nullptr ? std::nullopt : std::optional(written(*value, reference, options));
    };
    return walked(text, options.mostBytes, [&](const Reference &reference) -> std::optional<std::string> {
        const VariableValue *value = valueOf(reference, values);
        if (value == nullptr)
            return std::nullopt;
        const bool asText = options.kind == TextKind::Title && reference.format.empty();
        if (value->all && value->allValue && !asText && !keepsCustomAll(reference.format))
            return walked(*value->allValue, options.mostBytes, inner);
        return written(*value, reference, options);
    });
}

std::string withVariableRenamed(std::string_view text, std::string_view from, std::string_view to)
{
    // What a reference takes is at least one character long.
    const std::size_t mostBytes = text.size() * (to.size() + 1) + 1;
    return walked(text, mostBytes, [&](const Reference &reference) -> std::optional<std::string> {
        if (reference.name != from)
            return std::nullopt;
        std::string renamed(reference.whole);
        const auto at = static_cast<std::size_t>(reference.name.data() - reference.whole.data());
        return renamed.replace(at, reference.name.size(), to);
    });
}

std::set<std::string, std::less<>> variablesIn(std::string_view text)
{
    std::set<std::string, std::less<>> names;
    static_cast<void>(walked(text, text.size() + 1, [&](const Reference &reference) {
        names.emplace(reference.name);
        return std::optional<std::string>(std::string());
    }));
    return names;
}

} // namespace sightglass
