// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamltreebuilder.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace sightglass {

namespace {

std::string_view from(std::string_view text, const YAML::Mark &mark)
{
    return text.substr(std::min(static_cast<std::size_t>(std::max(mark.pos, 0)), text.size()));
}

/// Where an empty value belongs: at the '-' or behind the ':' that it follows. yaml-cpp's mark is that of
/// what comes next, lines later perhaps.
SourcePosition emptyPosition(std::string_view text, const YAML::Mark &mark)
{
    const std::string_view before = text.substr(0, text.size() - from(text, mark).size());
    const std::size_t last = before.find_last_not_of(" \t\r\n");
    SourcePosition position = yamlPosition(mark);
    if (last == std::string_view::npos)
        return position;
    const auto lines = std::count(before.begin() + static_cast<std::ptrdiff_t>(last), before.end(), '\n');
    if (lines == 0)
        return position;
    position.line -= static_cast<std::uint32_t>(lines);
    const std::size_t lineBegin = before.rfind('\n', last) + 1; // npos + 1 is 0
    position.column = static_cast<std::uint32_t>(last - lineBegin) + (before[last] == '-' ? 1U : 2U);
    return position;
}

/// Whether the scalar at the text's begin, behind its anchor and tag, is in quotes that nothing ends.
bool isUnclosed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    while (!text.empty() && (text[0] == '&' || text[0] == '!')) {
        text.remove_prefix(std::min(text.find_first_of(blanks), text.size()));
        text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    }
    const char quote = text.empty() ? ' ' : text[0];
    if (quote != '\'' && quote != '"')
        return false;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool doubled = quote == '\'' && text.substr(i).starts_with("''");
        if (doubled || (quote == '"' && text[i] == '\\'))
            ++i;
        else if (text[i] == quote)
            return false;
    }
    return true;
}

} // namespace

SourcePosition yamlPosition(const YAML::Mark &mark)
{
    if (mark.is_null())
        return {};
    return {static_cast<std::uint32_t>(mark.line) + 1, static_cast<std::uint32_t>(mark.column) + 1};
}

void YamlTreeBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    // yaml-cpp takes [a,,b] for three items.
    if (!m_open.empty() && m_open.back()->kind == YamlKind::Sequence && m_openFlow.back() &&
        from(m_text, mark).starts_with(','))
        throw YamlRefusal(yamlPosition(mark), "did not find expected node content");
    YamlNode &node = add(YamlKind::Null, mark, {}, anchor);
    if (const std::string_view rest = from(m_text, mark);
        rest.empty() || std::string_view("~nN").find(rest[0]) == std::string_view::npos)
        node.position = emptyPosition(m_text, mark);
    attach(node, node.position);
}

void YamlTreeBuilder::OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const YamlNode *target = m_anchors.at(anchor);
    if (std::find(m_open.begin(), m_open.end(), target) != m_open.end())
        throw YamlRefusal(yamlPosition(mark), "anchor '" + m_anchorNames[anchor] + "' value contains itself");
    attach(*target, yamlPosition(mark));
}

void YamlTreeBuilder::OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                               const std::string &value)
{
    YamlNode &node = add(YamlKind::Scalar, mark, tag, anchor);
    node.plain = tag == "?"; // yaml-cpp's sign for "no quotes, no tag"; "!" is the one for quotes
    node.text = value;
    if (!node.plain)
        m_lastQuoted = mark;
    attach(node, node.position);
}

void YamlTreeBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                      YAML::EmitterStyle::value style)
{
    open(add(YamlKind::Sequence, mark, tag, anchor), style);
}

void YamlTreeBuilder::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                 YAML::EmitterStyle::value style)
{
    open(add(YamlKind::Mapping, mark, tag, anchor), style);
}

void YamlTreeBuilder::OnAnchor(const YAML::Mark &, const std::string &name)
{
    m_nextAnchorName = name;
}

void YamlTreeBuilder::requireClosedQuotes() const
{
    // One without an end reaches to the end of the text: it is the last.
    if (m_lastQuoted && isUnclosed(from(m_text, *m_lastQuoted)))
        throw YamlRefusal(yamlPosition(*m_lastQuoted), "found unexpected end of stream");
}

YamlNode &YamlTreeBuilder::add(YamlKind kind, const YAML::Mark &mark, const std::string &tag,
                               YAML::anchor_t anchor)
{
    // Checked here too, for what is still open is not counted yet.
    if (m_nodes.size() >= m_limits.nodes)
        throw YamlRefusal(yamlPosition(mark), "document is too large");
    YamlNode &node = m_nodes.emplace_back();
    node.kind = kind;
    node.position = yamlPosition(mark);
    if (tag != "?" && tag != "!")
        node.tag = tag;
    if (anchor != YAML::NullAnchor) {
        m_anchors[anchor] = &node;
        m_anchorNames[anchor] = std::exchange(m_nextAnchorName, {});
    }
    return node;
}

void YamlTreeBuilder::open(YamlNode &node, YAML::EmitterStyle::value style)
{
    if (m_open.size() >= m_limits.depth)
        throw YamlRefusal(node.position, "exceeded max depth of " + std::to_string(m_limits.depth));
    m_open.push_back(&node);
    m_openFlow.push_back(style == YAML::EmitterStyle::Flow);
}

void YamlTreeBuilder::close()
{
    const YamlNode &node = *m_open.back();
    m_open.pop_back();
    m_openFlow.pop_back();
    attach(node, node.position);
}

void YamlTreeBuilder::attach(const YamlNode &node, SourcePosition place)
{
    if (m_open.empty()) {
        m_root = &node;
        return;
    }
    YamlNode &parent = *m_open.back();
    parent.children.push_back(&node);
    parent.expandedNodes += node.expandedNodes;
    parent.depth = std::max(parent.depth, node.depth + 1);
    if (parent.expandedNodes > m_limits.nodes)
        throw YamlRefusal(place, "document contains excessive aliasing");
    if (m_open.size() + node.depth > m_limits.depth)
        throw YamlRefusal(place, "exceeded max depth of " + std::to_string(m_limits.depth));
}

} // namespace sightglass
