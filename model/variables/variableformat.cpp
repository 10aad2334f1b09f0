// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/variables/variableformat.h"

#include "model/core/momentformat.h"
#include "model/variables/textescapes.h"
#include "parser/base/numbertext.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

struct Formatting
{
    const VariableValue &value;
    std::string_view variable;
    std::string_view argument; ///< behind the format's colon
    const ZoneRule *zone;
};

template<typename Function>
std::vector<std::string> each(const std::vector<std::string> &values, Function function)
{
    std::vector<std::string> result;
    result.reserve(values.size());
    for (const std::string &value : values)
        result.push_back(function(value));
    return result;
}

std::string joined(const std::vector<std::string> &values, std::string_view separator)
{
    std::string result;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0)
            result += separator;
        result += values[i];
    }
    return result;
}

std::string quotedJson(std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            const auto byte = static_cast<unsigned char>(c);
            result += "\\u00";
            result += digits[byte >> 4U];
            result += digits[byte & 15U];
        } else {
            result += c;
        }
    }
    return result += '"';
}

/// Several as `open`a`separator`b`close`, one by itself.
std::string grouped(const std::vector<std::string> &values, std::string_view open, std::string_view separator,
                    std::string_view close)
{
    if (values.size() == 1)
        return values.front();
    return std::string(open).append(joined(values, separator)).append(close);
}

std::string glob(const Formatting &in)
{
    return in.value.values.empty() ? std::string() : grouped(in.value.values, "{", ",", "}");
}

std::string regex(const Formatting &in)
{
    return grouped(each(in.value.values, escapedRegex), "(", "|", ")");
}

std::string lucene(const Formatting &in)
{
    if (!in.value.list)
        return joined(each(in.value.values, escapedLucene), ",");
    if (in.value.values.empty())
        return "__empty__";
    const auto quoted =
        each(in.value.values, [](const std::string &value) { return '"' + escapedLucene(value) + '"'; });
    return '(' + joined(quoted, " OR ") + ')';
}

std::string pipe(const Formatting &in)
{
    return joined(in.value.values, "|");
}

std::string csv(const Formatting &in)
{
    return joined(in.value.values, ",");
}

std::string join(const Formatting &in)
{
    return joined(in.value.values, in.argument.empty() ? std::string_view(",") : in.argument);
}

std::string json(const Formatting &in)
{
    if (!in.value.list)
        return joined(in.value.values, ",");
    return '[' + joined(each(in.value.values, quotedJson), ",") + ']';
}

std::string distributed(const Formatting &in)
{
    std::string result;
    for (std::size_t i = 0; i < in.value.values.size(); ++i) {
        if (i > 0)
            result.append(",").append(in.variable).append("=");
        result += in.value.values[i];
    }
    return result;
}

std::string doubleQuote(const Formatting &in)
{
    return joined(each(in.value.values,
                       [](const std::string &value) { return '"' + prefixed(value, "\"", "\\") + '"'; }),
                  ",");
}

std::string singleQuote(const Formatting &in)
{
    return joined(each(in.value.values,
                       [](const std::string &value) { return '\'' + prefixed(value, "'", "\\") + '\''; }),
                  ",");
}

std::string sqlString(const Formatting &in)
{
    return joined(each(in.value.values,
                       [](const std::string &value) { return '\'' + prefixed(value, "'", "'") + '\''; }),
                  ",");
}

std::string percentEncode(const Formatting &in)
{
    return percentEncoded(glob(in));
}

std::string uriEncode(const Formatting &in)
{
    return uriEncoded(glob(in));
}

std::string html(const Formatting &in)
{
    return escapedHtml(joined(in.value.values, ", "));
}

std::string text(const Formatting &in)
{
    return joined(in.value.texts.empty() ? in.value.values : in.value.texts, " + ");
}

std::string parameters(const VariableValue &value, std::string_view name, std::string_view prefix)
{
    const std::vector<std::string> all{std::string(allVariableValue)};
    const auto pairs = each(value.all ? all : value.values, [&](const std::string &one) {
        return std::string(name) + '=' + std::string(prefix) + percentEncoded(one);
    });
    return joined(pairs, "&");
}

std::string queryParameter(const Formatting &in)
{
    return parameters(in.value, "var-" + percentEncoded(in.variable), {});
}

std::string customParameter(const Formatting &in)
{
    const std::size_t colon = in.argument.find(':');
    const std::string_view name = in.argument.substr(0, colon);
    const std::string_view prefix =
        colon == std::string_view::npos ? std::string_view() : in.argument.substr(colon + 1);
    return parameters(in.value, name.empty() ? in.variable : name, prefix);
}

std::string date(const Formatting &in)
{
    constexpr double farthest = 253402300800000; // the end of year 9999
    const std::string raw = joined(in.value.values, ",");
    const std::optional<double> time = parseFloat(raw);
    if (!time || !(*time >= 0) || *time >= farthest)
        return raw;
    if (in.argument == "seconds")
        return std::to_string(static_cast<long long>(std::llround(*time / 1000)));
    if (in.argument.empty() || in.argument == "iso")
        return momentText(*time, "YYYY-MM-DDTHH:mm:ss.SSS[Z]", utcZone());
    return momentText(*time, in.argument, in.zone == nullptr ? utcZone() : *in.zone);
}

using Format = std::string (*)(const Formatting &);

constexpr std::array<std::pair<std::string_view, Format>, 19> formats = {{
    {"csv", csv},
    {"customqueryparam", customParameter},
    {"date", date},
    {"distributed", distributed},
    {"doublequote", doubleQuote},
    {"glob", glob},
    {"html", html},
    {"join", join},
    {"json", json},
    {"lucene", lucene},
    {"percentencode", percentEncode},
    {"pipe", pipe},
    {"queryparam", queryParameter},
    {"raw", csv},
    {"regex", regex},
    {"singlequote", singleQuote},
    {"sqlstring", sqlString},
    {"text", text},
    {"uriencode", uriEncode},
}};

constexpr auto ids = [] {
    std::array<std::string_view, formats.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i)
        names[i] = formats[i].first;
    return names;
}();

} // namespace

std::string formattedVariable(const VariableValue &value, const FormatRequest &request)
{
    // Nothing at all is the empty text; an empty list has a form of its own: "()".
    if (value.values.empty() && !value.list)
        return {};
    const std::size_t colon = request.format.find(':');
    const std::string_view id = request.format.substr(0, colon);
    const std::string_view argument =
        colon == std::string_view::npos ? std::string_view() : request.format.substr(colon + 1);
    const Formatting formatting{value, request.variable, argument, request.zone};
    const auto *const found =
        std::find_if(formats.begin(), formats.end(), [id](const auto &format) { return format.first == id; });
    return found == formats.end() ? glob(formatting) : found->second(formatting);
}

std::string promqlVariable(const VariableValue &value)
{
    if (value.values.empty() && !value.list)
        return {};
    if (!value.matched)
        return joined(
            each(value.values,
                 [](const std::string &one) { return prefixed(prefixed(one, "\\", "\\"), "'", "\\\\"); }),
            ",");
    return grouped(each(value.values,
                        [](const std::string &one) {
                            // A backslash is escaped for the expression and again for the string around it.
                            return prefixed(prefixed(one, "\\", "\\\\\\"), "$^*{}[]'+?.()|", "\\\\");
                        }),
                   "(", "|", ")");
}

std::span<const std::string_view> variableFormats() noexcept
{
    return ids;
}

} // namespace sightglass
