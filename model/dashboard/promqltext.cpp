// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/promqltext.h"

#include "parser/base/quoting.h"

namespace sightglass {

namespace {

void addMatcher(std::string &matchers, std::string_view matcher)
{
    if (!matchers.empty())
        matchers += ", ";
    matchers += matcher;
}

void addLabels(std::string &matchers, const Labels &labels)
{
    for (const LabelView label : labels)
        addMatcher(matchers, labelNameText(label.name) + "=" + goQuoted(label.value));
}

} // namespace

std::string labelNameText(std::string_view name)
{
    return isLegacyLabelName(name) ? std::string(name) : goQuoted(name);
}

std::string selectorText(std::string_view metric, const Labels &labels)
{
    const bool plain = isLegacyMetricName(metric);
    std::string matchers;
    if (!plain)
        addMatcher(matchers, goQuoted(metric));
    addLabels(matchers, labels);
    std::string text(plain ? metric : std::string_view());
    if (!matchers.empty())
        text += "{" + matchers + "}";
    return text;
}

std::string anyOfText(std::span<const std::string> metrics, const Labels &labels)
{
    std::string alternatives;
    for (const std::string &metric : metrics)
        alternatives += (alternatives.empty() ? "" : "|") + regexQuoted(metric);
    std::string matchers;
    addMatcher(matchers, "__name__=~" + goQuoted(alternatives));
    addLabels(matchers, labels);
    return "{" + matchers + "}";
}

std::string regexQuoted(std::string_view text)
{
    constexpr std::string_view special = R"(\.+*?()|[]{}^$)";
    std::string quoted;
    for (const char c : text) {
        if (special.find(c) != std::string_view::npos)
            quoted += '\\';
        quoted += c;
    }
    return quoted;
}

} // namespace sightglass
