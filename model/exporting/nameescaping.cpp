// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exporting/nameescaping.h"

#include "parser/base/quoting.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>

namespace sightglass {

namespace {

constexpr char32_t damaged = 0xFFFD;

/// Takes the rune in front, U+FFFD for a byte that begins none.
char32_t takeRune(std::string_view &text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length > text.size() || !isValidUtf8(text.substr(0, length))) {
        text.remove_prefix(1);
        return damaged;
    }
    static constexpr unsigned char masks[] = {0x7F, 0x1F, 0x0F, 0x07};
    char32_t rune = first & masks[length - 1];
    for (std::size_t i = 1; i < length; ++i)
        rune = (rune << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    text.remove_prefix(length);
    return rune;
}

bool isLegacyRune(char32_t rune, bool isFirst)
{
    if (rune >= 0x80)
        return false;
    const char c = static_cast<char>(rune);
    return isLegacyMetricName(std::string_view(&c, 1)) || (!isFirst && c >= '0' && c <= '9');
}

void appendCodePoint(std::string &out, char32_t rune)
{
    if (rune == damaged) {
        out += "_FFFD_";
        return;
    }
    char text[16];
    const int length = std::snprintf(text, sizeof text, "_%x_", static_cast<unsigned>(rune));
    out.append(text, static_cast<std::size_t>(length));
}

void appendEscaped(std::string &out, char32_t rune, bool isFirst, NameEscaping scheme)
{
    const bool isLegacy = isLegacyRune(rune, isFirst);
    if (scheme != NameEscaping::Underscores && rune == U'_')
        out += "__";
    else if (isLegacy)
        out += static_cast<char>(rune);
    else if (scheme == NameEscaping::Dots)
        out += rune == U'.' ? "_dot_" : "__";
    else if (scheme == NameEscaping::Values)
        appendCodePoint(out, rune);
    else
        out += '_';
}

} // namespace

std::string escapedName(std::string_view name, NameEscaping scheme)
{
    if (scheme == NameEscaping::AllowUtf8 || name.empty() || isLegacyMetricName(name))
        return std::string(name);
    std::string out = scheme == NameEscaping::Values ? "U__" : "";
    bool isFirst = true;
    while (!name.empty()) {
        appendEscaped(out, takeRune(name), isFirst, scheme);
        isFirst = false;
    }
    return out;
}

bool needsQuotes(const ExposedFamily &family)
{
    const auto isQuoted = [](const Label &label) { return !isLegacyLabelName(label.name); };
    return !isLegacyMetricName(family.name) ||
           std::any_of(family.metrics.begin(), family.metrics.end(),
                       [&isQuoted](const ExposedMetric &metric) {
                           return std::any_of(metric.labels.begin(), metric.labels.end(), isQuoted);
                       });
}

void escapeNames(ExposedFamily &family, NameEscaping scheme)
{
    if (scheme == NameEscaping::AllowUtf8)
        return;
    family.name = escapedName(family.name, scheme);
    for (ExposedMetric &metric : family.metrics) {
        for (Label &label : metric.labels)
            label.name = escapedName(label.name, scheme);
    }
}

} // namespace sightglass
