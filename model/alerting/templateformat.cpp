// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templateformat.h"

#include "model/alerting/templatetime.h"
#include "model/alerting/templateverb.h"
#include "model/histogram/histogramtext.h"
#include "parser/base/quoting.h"
#include "parser/template/runes.h"

#include <algorithm>
#include <optional>

namespace sightglass {

namespace {

constexpr std::string_view anyAddress = "0xc000000000";

bool isStringVerb(char32_t verb) noexcept
{
    return verb == 'v' || verb == 's' || verb == 'q' || verb == 'x' || verb == 'X';
}

/// What String() gives, of the types that have it.
std::optional<std::string> stringerText(const TemplateValue &value)
{
    const auto number = [&value] { return static_cast<int>(value.asInteger()); };
    switch (value.type()) {
    case GoType::Time:
        return goTimeText(value.asInteger());
    case GoType::Duration:
        return goDurationText(value.asInteger());
    case GoType::Month:
        return std::string(monthName(number()));
    case GoType::Weekday:
        return std::string(weekdayName(number()));
    case GoType::Histogram:
        return value.asHistogram() ? toText(*value.asHistogram()) : "<nil>";
    default:
        return std::nullopt;
    }
}

/// Go's fmt over one list of values.
class Printer
{
public:
    explicit Printer(std::size_t mostBytes)
        : m_mostBytes(mostBytes)
    {}

    std::string print(std::span<const TemplateValue> values);
    std::string printLine(std::span<const TemplateValue> values);
    std::string printFormatted(std::string_view format, std::span<const TemplateValue> values);

private:
    void flags();
    void widthAndPrecision();
    std::optional<std::size_t> number();
    std::optional<std::size_t> numberArgument(bool &negative);
    void argumentIndex();
    void verb();
    void extra();
    void argument(const TemplateValue &value, char32_t verb);
    void value(const TemplateValue &value, char32_t verb, int depth);
    void address(const TemplateValue &pointer, char32_t verb);
    void integer(const TemplateValue &value, char32_t verb);
    void elements(const TemplateValue &value, char32_t verb, int depth);
    void fields(const TemplateValue &value, char32_t verb, int depth);
    void badVerb(const TemplateValue &value, char32_t verb);
    [[nodiscard]] bool full() const noexcept { return m_out.size() > m_mostBytes; }
    [[nodiscard]] bool accept(char c) noexcept
    {
        const bool here = m_rest.starts_with(c);
        m_rest.remove_prefix(here ? 1 : 0);
        return here;
    }

    std::size_t m_mostBytes;
    std::string m_out;
    GoFormat m_format;
    bool m_erroring = false;

    // of a format under way
    std::string_view m_rest;
    std::span<const TemplateValue> m_values;
    std::size_t m_index = 0; ///< of the value that is next
    bool m_reordered = false;
    bool m_goodIndex = true;
};

std::string Printer::print(std::span<const TemplateValue> values)
{
    bool previousIsText = false;
    for (std::size_t i = 0; i < values.size() && !full(); ++i) {
        const bool isText = values[i].isText();
        if (i > 0 && !isText && !previousIsText)
            m_out += ' ';
        argument(values[i], 'v');
        previousIsText = isText;
    }
    return std::move(m_out);
}

std::string Printer::printLine(std::span<const TemplateValue> values)
{
    for (std::size_t i = 0; i < values.size() && !full(); ++i) {
        if (i > 0)
            m_out += ' ';
        argument(values[i], 'v');
    }
    return std::move(m_out) + '\n';
}

std::string Printer::printFormatted(std::string_view format, std::span<const TemplateValue> values)
{
    m_rest = format;
    m_values = values;
    while (!m_rest.empty() && !full()) {
        const std::size_t text = std::min(m_rest.find('%'), m_rest.size());
        m_out += m_rest.substr(0, text);
        m_rest.remove_prefix(text);
        if (m_rest.empty())
            break;
        m_rest.remove_prefix(1);
        m_format = {};
        m_goodIndex = true;
        flags();
        argumentIndex();
        widthAndPrecision();
        argumentIndex();
        verb();
    }
    extra();
    return std::move(m_out);
}

void Printer::flags()
{
    for (;; m_rest.remove_prefix(1)) {
        switch (m_rest.empty() ? '\0' : m_rest.front()) {
        case '#':
            m_format.sharp = true;
            break;
        case '0':
            m_format.zero = !m_format.minus;
            break;
        case '+':
            m_format.plus = true;
            break;
        case '-':
            m_format.minus = true;
            m_format.zero = false;
            break;
        case ' ':
            m_format.space = true;
            break;
        default:
            return;
        }
    }
}

void Printer::widthAndPrecision()
{
    bool negative = false;
    if (accept('*')) {
        m_format.width = numberArgument(negative);
        if (!m_format.width)
            m_out += "%!(BADWIDTH)";
        if (negative) {
            m_format.minus = true;
            m_format.zero = false;
        }
    } else {
        m_format.width = number();
    }
    if (!accept('.'))
        return;
    argumentIndex();
    if (!accept('*')) {
        m_format.precision = number().value_or(0);
        return;
    }
    m_format.precision = numberArgument(negative);
    if (negative)
        m_format.precision.reset();
    if (!m_format.precision)
        m_out += "%!(BADPREC)";
}

/// Digits; nothing where there are none or too many.
std::optional<std::size_t> Printer::number()
{
    std::optional<std::size_t> value;
    while (!m_rest.empty() && m_rest.front() >= '0' && m_rest.front() <= '9') {
        value = value.value_or(0) * 10 + static_cast<std::size_t>(m_rest.front() - '0');
        m_rest.remove_prefix(1);
        if (*value > largestWidth)
            return std::nullopt;
    }
    return value;
}

/// The value of a *.
std::optional<std::size_t> Printer::numberArgument(bool &negative)
{
    negative = false;
    if (m_index >= m_values.size())
        return std::nullopt;
    const TemplateValue &value = m_values[m_index++];
    if (!value.isInteger() || value.isPointer())
        return std::nullopt;
    negative = value.asInteger() < 0;
    const auto magnitude =
        static_cast<std::uint64_t>(negative ? -(value.asInteger() + 1) : value.asInteger());
    if (magnitude > largestWidth)
        return std::nullopt;
    return static_cast<std::size_t>(magnitude) + (negative ? 1 : 0);
}

/// [n]: the verb takes the nth value.
void Printer::argumentIndex()
{
    if (!m_rest.starts_with('['))
        return;
    m_reordered = true;
    const std::size_t end = m_rest.find(']');
    if (end == std::string_view::npos) {
        m_goodIndex = false;
        m_rest.remove_prefix(1);
        return;
    }
    const std::string_view behind = m_rest.substr(end + 1);
    m_rest.remove_prefix(1);
    const auto index = number();
    const bool isNumber = m_rest.starts_with(']');
    m_rest = behind;
    if (isNumber && index && *index >= 1 && *index <= m_values.size())
        m_index = *index - 1;
    else
        m_goodIndex = false;
}

void Printer::verb()
{
    if (m_rest.empty()) {
        m_out += "%!(NOVERB)";
        return;
    }
    const Rune rune = firstRune(m_rest);
    m_rest.remove_prefix(rune.length);
    if (rune.value == '%') {
        m_out += '%';
        return;
    }
    if (!m_goodIndex || m_index >= m_values.size()) {
        m_out += "%!";
        appendRune(m_out, rune.value);
        m_out += m_goodIndex ? "(MISSING)" : "(BADINDEX)";
        return;
    }
    const TemplateValue &value = m_values[m_index++];
    if (rune.value == 'w') {
        badVerb(value, 'w');
        return;
    }
    if (rune.value == 'v') {
        m_format.sharpV = std::exchange(m_format.sharp, false);
        m_format.plusV = std::exchange(m_format.plus, false);
    }
    argument(value, rune.value);
}

void Printer::extra()
{
    if (m_reordered || m_index >= m_values.size() || full())
        return;
    m_format = {};
    m_out += "%!(EXTRA ";
    for (std::size_t i = m_index; i < m_values.size() && !full(); ++i) {
        if (i > m_index)
            m_out += ", ";
        const TemplateValue value = m_values[i].unboxed();
        m_out += value.typeName();
        if (value.isNil())
            continue;
        m_out += '=';
        argument(value, 'v');
    }
    m_out += ')';
}

void Printer::argument(const TemplateValue &boxed, char32_t verb)
{
    const TemplateValue argument = boxed.unboxed();
    if (verb == 'T') {
        m_out += goText(argument.typeName(), 's', m_format);
        return;
    }
    if (argument.isNil()) {
        if (verb == 'v')
            m_out += goPadded("<nil>", m_format);
        else
            badVerb(argument, verb);
        return;
    }
    value(argument, verb, 0);
}

void Printer::value(const TemplateValue &value, char32_t verb, int depth)
{
    if (full())
        return;
    if (isStringVerb(verb) && !m_erroring && !m_format.sharpV) {
        if (const auto text = stringerText(value)) {
            m_out += goText(*text, static_cast<char>(verb), m_format);
            return;
        }
    }
    if (value.isPointer()) {
        if (depth > 0 || !value.isStruct() || value.isNilReference()) {
            address(value, verb);
        } else {
            m_out += '&';
            fields(value, verb, depth + 1);
        }
        return;
    }
    if (value.type() == GoType::Bool) {
        if (verb == 't' || verb == 'v')
            m_out += goBoolean(value.asBool(), m_format);
        else
            badVerb(value, verb);
    } else if (value.type() == GoType::Float64) {
        if (verb < 0x80 &&
            std::string_view("vbgGxXfFeE").find(static_cast<char>(verb)) != std::string_view::npos)
            m_out += goReal(value.asReal(), static_cast<char>(verb), m_format);
        else
            badVerb(value, verb);
    } else if (value.isText()) {
        if (isStringVerb(verb))
            m_out += goText(value.asText(), static_cast<char>(verb), m_format);
        else
            badVerb(value, verb);
    } else if (value.isInteger()) {
        integer(value, verb);
    } else if (value.isMap() || value.type() == GoType::SampleList) {
        elements(value, verb, depth);
    } else if (value.isStruct()) {
        fields(value, verb, depth);
    } else {
        badVerb(value, verb);
    }
}

/// A pointer that is not followed: Go follows none within others.
void Printer::address(const TemplateValue &pointer, char32_t verb)
{
    const bool isNumber =
        verb == 'p' || verb == 'b' || verb == 'o' || verb == 'd' || verb == 'x' || verb == 'X';
    if (verb == 'v' && m_format.sharpV)
        m_out += "(" + std::string(pointer.typeName()) + ")(" +
                 std::string(pointer.isNilReference() ? "nil" : anyAddress) + ")";
    else if (verb == 'v' && pointer.isNilReference())
        m_out += goPadded("<nil>", m_format);
    else if (verb == 'v' || isNumber)
        m_out += goPadded(anyAddress, m_format);
    else
        badVerb(pointer, verb);
}

void Printer::integer(const TemplateValue &value, char32_t verb)
{
    const std::int64_t number = value.asInteger();
    if (verb == 'v' || verb == 'd') {
        const bool hex = verb == 'v' && m_format.sharpV && value.type() == GoType::Uint8;
        m_out += hex ? "0x" + goInteger(number, 'x', m_format) : goInteger(number, 'd', m_format);
    } else if (verb == 'c' || verb == 'q' || verb == 'U') {
        m_out += goCharacter(number, static_cast<char>(verb), m_format);
    } else if (verb == 'b' || verb == 'o' || verb == 'O' || verb == 'x' || verb == 'X') {
        m_out += goInteger(number, static_cast<char>(verb), m_format);
    } else {
        badVerb(value, verb);
    }
}

/// A map or a list.
void Printer::elements(const TemplateValue &container, char32_t verb, int depth)
{
    const bool isMap = container.isMap();
    const std::string_view separator = m_format.sharpV ? ", " : " ";
    m_out += m_format.sharpV ? std::string(container.typeName()) : isMap ? "map" : "";
    if (m_format.sharpV && container.isNilReference()) {
        m_out += "(nil)";
        return;
    }
    m_out += m_format.sharpV ? '{' : '[';
    bool isFirst = true;
    const auto separate = [&] {
        if (!std::exchange(isFirst, false))
            m_out += separator;
    };
    const auto element = [&](const TemplateValue &item) {
        if (item.isNil())
            m_out += m_format.sharpV ? "interface {}(nil)" : "<nil>";
        else
            value(item.unboxed(), verb, depth + 1);
    };
    for (const auto &[key, item] : container.asMap()) {
        separate();
        value(TemplateValue::string(key), verb, depth + 1);
        m_out += ':';
        element(item);
    }
    for (const TemplateValue &item : container.asList()) {
        separate();
        element(item);
    }
    m_out += m_format.sharpV ? '}' : ']';
}

void Printer::fields(const TemplateValue &structure, char32_t verb, int depth)
{
    if (m_format.sharpV)
        m_out += goTypeName(structure.type(), false);
    m_out += '{';
    bool isFirst = true;
    for (const auto &[name, field] : structure.asFields()) {
        if (!std::exchange(isFirst, false))
            m_out += m_format.sharpV ? ", " : " ";
        if (m_format.plusV || m_format.sharpV)
            m_out += std::string(name) + ":";
        if (field.isNil())
            m_out += m_format.sharpV ? "interface {}(nil)" : "<nil>";
        else
            value(field.unboxed(), verb, depth + 1);
    }
    m_out += '}';
}

void Printer::badVerb(const TemplateValue &mistaken, char32_t verb)
{
    const bool before = std::exchange(m_erroring, true);
    m_out += "%!";
    appendRune(m_out, verb);
    m_out += '(';
    m_out += mistaken.typeName();
    if (!mistaken.isNil()) {
        m_out += '=';
        value(mistaken.unboxed(), 'v', 0);
    }
    m_out += ')';
    m_erroring = before;
}

/// As a template prints it: without the pointer, which structs would show as an ampersand.
TemplateValue printable(const TemplateValue &value)
{
    if (value.isNil())
        return TemplateValue::string("<no value>");
    return value.isPointer() && value.isStruct() && !value.isNilReference() ? value.dereferenced() : value;
}

} // namespace

std::string goSprint(std::span<const TemplateValue> values, std::size_t mostBytes)
{
    return Printer(mostBytes).print(values);
}

std::string goSprintln(std::span<const TemplateValue> values, std::size_t mostBytes)
{
    return Printer(mostBytes).printLine(values);
}

std::string goSprintf(std::string_view format, std::span<const TemplateValue> values, std::size_t mostBytes)
{
    return Printer(mostBytes).printFormatted(format, values);
}

std::string printedValue(const TemplateValue &value, std::size_t mostBytes)
{
    const TemplateValue shown = printable(value);
    return shown.isText() ? shown.asText() : goSprint({&shown, 1}, mostBytes);
}

std::string printedArguments(std::span<const TemplateValue> values, std::size_t mostBytes)
{
    std::vector<TemplateValue> shown;
    for (const TemplateValue &value : values)
        shown.push_back(printable(value));
    return goSprint(shown, mostBytes);
}

} // namespace sightglass
