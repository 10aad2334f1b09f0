// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/rulefiletext.h"

#include "parser/config/rulewriter.h"
#include "parser/config/yamlitems.h"
#include "parser/config/yamllistedit.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace sightglass {
namespace {

Error refusal()
{
    return {ErrorCode::ConfigValue, {"the file cannot be changed in place here: edit it by hand"}, {}, {}};
}

/// The list below a key of a mapping.
YamlList listBelow(const YamlNode &mapping, std::string_view key)
{
    for (std::size_t i = 0; i + 1 < mapping.children.size(); i += 2)
        if (mapping.children[i]->kind == YamlKind::Scalar && mapping.children[i]->text == key)
            return {mapping.children[i], mapping.children[i + 1], mapping.children[i]->position.column - 1};
    return {};
}

template<typename Item>
YamlItemText writtenItem(const Item &item, std::size_t listIndent)
{
    return {[&item, listIndent](const YamlLayout &layout) {
                return blockItem(item, {layout.column, layout.lineEnd, listIndent});
            },
            [&item] { return flowItem(item); }};
}

/// Where in a file's text its groups and rules stand.
class RulePlaces
{
public:
    /// The text is good YAML.
    explicit RulePlaces(std::string_view text)
        : m_text(text)
        , m_document(YamlDocument::parse(text, {}, GoYaml::V3))
        , m_groups(listBelow(root(), "groups"))
    {}

    [[nodiscard]] const YamlList &groups() const { return m_groups; }

    [[nodiscard]] YamlList rules(std::size_t group) const
    {
        const YamlNode *node = groupNode(group);
        YamlList rules = node != nullptr ? listBelow(*node, "rules") : YamlList();
        rules.column += listIndent();
        return rules;
    }

    /// The texts that a first group may come to where there is no key for it.
    [[nodiscard]] std::vector<std::string> withFirstGroup(const WrittenGroup &group) const
    {
        if (root().kind != YamlKind::Null)
            return {};
        const std::string_view lineEnd = lineEndOf(m_text);
        return {withLines(m_text, m_text.size(),
                          "groups:" + std::string(lineEnd) + blockItem(group, {0, lineEnd, 0}))};
    }

    /// The texts that a first rule may come to in a group without the key.
    [[nodiscard]] std::vector<std::string> withFirstRule(std::size_t group, const WrittenRule &rule) const
    {
        const YamlNode *node = groupNode(group);
        if (node == nullptr || m_groups.value == nullptr)
            return {};
        const auto items = locateItems(m_text, TextLines(m_text), *m_groups.value);
        const auto child = std::find(m_groups.value->children.begin(), m_groups.value->children.end(), node);
        if (!items || items->flow)
            return {};
        const YamlLayout layout = {node->position.column - 1 + listIndent(), lineEndOf(m_text), 0};
        const std::string lines = std::string(node->position.column - 1, ' ') +
                                  "rules:" + std::string(layout.lineEnd) + blockItem(rule, layout);
        const auto index = static_cast<std::size_t>(child - m_groups.value->children.begin());
        return {withLines(m_text, items->items[index].end, lines)};
    }

    /// How far the file puts dashes inside the key of their list, as the first list of rules shows, or that
    /// of groups; 0 where none does.
    [[nodiscard]] std::size_t listIndent() const
    {
        if (m_groups.value == nullptr)
            return 0;
        for (const YamlNode *node : m_groups.value->children)
            if (const auto indent = indentOf(listBelow(*node, "rules")))
                return *indent;
        return indentOf(m_groups).value_or(0);
    }

private:
    [[nodiscard]] const YamlNode &root() const
    {
        static const YamlNode nothing;
        return m_document ? m_document->root() : nothing;
    }

    [[nodiscard]] const YamlNode *groupNode(std::size_t group) const
    {
        if (m_groups.value == nullptr)
            return nullptr;
        for (const YamlNode *node : m_groups.value->children)
            if (node->kind != YamlKind::Null && group-- == 0)
                return node;
        return nullptr;
    }

    [[nodiscard]] std::optional<std::size_t> indentOf(const YamlList &list) const
    {
        if (list.value == nullptr)
            return {};
        const auto items = locateItems(m_text, TextLines(m_text), *list.value);
        if (!items || items->flow || items->column < list.column)
            return {};
        return items->column - list.column;
    }

    const std::string_view m_text;
    const Result<YamlDocument> m_document;
    YamlList m_groups;
};

template<typename T>
void insertAt(std::vector<T> &items, std::size_t index, const T &item)
{
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(index), item);
}

template<typename T>
void eraseAt(std::vector<T> &items, std::size_t index)
{
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(index));
}

} // namespace

RuleFileText::RuleFileText(std::string text, RuleFile file, UnknownFields unknown)
    : m_text(std::move(text))
    , m_file(std::move(file))
    , m_unknown(unknown)
{}

Result<RuleFileText> RuleFileText::fromText(std::string text, UnknownFields unknown)
{
    Result<RuleFile> file = readRuleFileShape(text, unknown);
    if (!file)
        return file.error();
    return RuleFileText(std::move(text), *std::move(file), unknown);
}

Status RuleFileText::take(const std::vector<std::string> &texts, const RuleFile &expected)
{
    for (const std::string &text : texts) {
        Result<RuleFile> file = readRuleFileShape(text, m_unknown);
        if (!file || *file != expected)
            continue;
        m_text = text;
        m_file = *std::move(file);
        return Done{};
    }
    return refusal();
}

Status RuleFileText::insertGroup(std::size_t index, const WrittenGroup &group)
{
    if (index > m_file.groups.size())
        return refusal();
    RuleFile expected = m_file;
    insertAt(expected.groups, index, group);
    const RulePlaces places(m_text);
    return take(places.groups().key == nullptr ? places.withFirstGroup(group)
                                               : withItemInserted(m_text, places.groups(), index,
                                                                  writtenItem(group, places.listIndent())),
                expected);
}

Status RuleFileText::replaceGroup(std::size_t index, const WrittenGroup &group)
{
    if (index >= m_file.groups.size())
        return refusal();
    RuleFile expected = m_file;
    expected.groups[index] = group;
    const RulePlaces places(m_text);
    return take(withItemReplaced(m_text, places.groups(), index, writtenItem(group, places.listIndent())),
                expected);
}

Status RuleFileText::removeGroup(std::size_t index)
{
    if (index >= m_file.groups.size())
        return refusal();
    RuleFile expected = m_file;
    eraseAt(expected.groups, index);
    return take(withoutItem(m_text, RulePlaces(m_text).groups(), index), expected);
}

Status RuleFileText::insertRule(RuleAddress address, const WrittenRule &rule)
{
    if (address.group >= m_file.groups.size() || address.rule > m_file.groups[address.group].rules.size())
        return refusal();
    RuleFile expected = m_file;
    insertAt(expected.groups[address.group].rules, address.rule, rule);
    const RulePlaces places(m_text);
    const YamlList rules = places.rules(address.group);
    return take(rules.key == nullptr
                    ? places.withFirstRule(address.group, rule)
                    : withItemInserted(m_text, rules, address.rule, writtenItem(rule, places.listIndent())),
                expected);
}

Status RuleFileText::replaceRule(RuleAddress address, const WrittenRule &rule)
{
    if (!has(address))
        return refusal();
    RuleFile expected = m_file;
    expected.groups[address.group].rules[address.rule] = rule;
    const RulePlaces places(m_text);
    return take(withItemReplaced(m_text, places.rules(address.group), address.rule,
                                 writtenItem(rule, places.listIndent())),
                expected);
}

Status RuleFileText::removeRule(RuleAddress address)
{
    if (!has(address))
        return refusal();
    RuleFile expected = m_file;
    eraseAt(expected.groups[address.group].rules, address.rule);
    return take(withoutItem(m_text, RulePlaces(m_text).rules(address.group), address.rule), expected);
}

bool RuleFileText::has(RuleAddress address) const
{
    return address.group < m_file.groups.size() && address.rule < m_file.groups[address.group].rules.size();
}

} // namespace sightglass
