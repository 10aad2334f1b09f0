// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/relabeltext.h"

#include "parser/config/relabelreader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view nullRule = "empty or null relabeling rule";

/// The list itself, where a key of prometheus.yml stands around it.
const YamlNode &listIn(const YamlNode &root)
{
    if (root.kind != YamlKind::Mapping || root.children.size() != 2)
        return root;
    const std::string &key = root.children.front()->text;
    return key == "metric_relabel_configs" || key == "relabel_configs" ? *root.children.back() : root;
}

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Whether YAML takes the text, written as it is, for this very text: letters first, and no word that means
/// something else.
bool isPlainWord(std::string_view text)
{
    constexpr std::array others = {"y", "n", "yes", "no", "on", "off", "true", "false", "null"};
    const auto isOther = [text](std::string_view word) {
        return std::equal(text.begin(), text.end(), word.begin(), word.end(),
                          [](char a, char b) { return (a | 0x20) == b; });
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), isWordCharacter) &&
           std::none_of(others.begin(), others.end(), isOther);
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

std::string escaped(char c)
{
    constexpr std::string_view digits = "0123456789abcdef";
    if (c == '"' || c == '\\')
        return {'\\', c};
    if (!isControl(c))
        return {c};
    const auto byte = static_cast<unsigned char>(c);
    return {'\\', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
}

std::string yamlText(std::string_view text)
{
    if (isPlainWord(text))
        return std::string(text);
    const bool controls = std::any_of(text.begin(), text.end(), isControl);
    std::string quoted(1, controls ? '"' : '\'');
    for (const char c : text) {
        if (controls)
            quoted += escaped(c);
        else
            quoted += c == '\'' ? "''" : std::string(1, c);
    }
    return quoted + quoted.front();
}

std::string ruleText(const RelabelRule &rule)
{
    const RelabelRule usual;
    std::vector<std::string> lines;
    const auto add = [&lines](std::string_view key, const std::string &value) {
        lines.push_back(std::string(key) + ": " + value);
    };
    if (!rule.sourceLabels.empty()) {
        std::string names;
        for (const std::string &name : rule.sourceLabels)
            names += (names.empty() ? "" : ", ") + yamlText(name);
        add("source_labels", "[" + names + "]");
    }
    if (rule.separator != usual.separator)
        add("separator", yamlText(rule.separator));
    if (rule.regex != usual.regex)
        add("regex", yamlText(rule.regex));
    if (rule.modulus != usual.modulus)
        add("modulus", std::to_string(rule.modulus));
    if (rule.targetLabel != usual.targetLabel)
        add("target_label", yamlText(rule.targetLabel));
    if (rule.replacement != usual.replacement)
        add("replacement", yamlText(rule.replacement));
    if (rule.action != usual.action || lines.empty())
        add("action", std::string(relabelActionName(rule.action)));
    std::string text;
    for (const std::string &line : lines)
        text += (text.empty() ? "- " : "  ") + line + '\n';
    return text;
}

} // namespace

Result<std::vector<RelabelRule>> parseRelabelRules(std::string_view text, NameValidation names)
{
    const auto document = YamlDocument::parse(text);
    if (!document)
        return document.error();
    const ConfigSource source;
    ConfigReading reading(source);
    std::vector<RelabelRule> rules;
    for (const RelabelDraft &draft : readRelabelRules(listIn(document->root()), nullRule, reading)) {
        if (!reading.failed())
            rules.push_back(finishedRelabelRule(draft, names, reading));
    }
    if (reading.failed())
        return *reading.error();
    return rules;
}

std::string relabelRulesText(std::span<const RelabelRule> rules)
{
    std::string text;
    for (const RelabelRule &rule : rules)
        text += ruleText(rule);
    return text;
}

} // namespace sightglass
