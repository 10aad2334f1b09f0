// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamltreebuilder.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace sightglass {

SourcePosition yamlPosition(const YAML::Mark &mark)
{
    if (mark.is_null())
        return {};
    return {static_cast<std::uint32_t>(mark.line) + 1, static_cast<std::uint32_t>(mark.column) + 1};
}

void YamlTreeBuilder::OnNull(const YAML::Mark &mark, YAML::anchor_t anchor)
{
    const YamlNode &node = add(YamlKind::Null, mark, {}, anchor);
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
    attach(node, node.position);
}

void YamlTreeBuilder::OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                      YAML::EmitterStyle::value)
{
    open(add(YamlKind::Sequence, mark, tag, anchor));
}

void YamlTreeBuilder::OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                                 YAML::EmitterStyle::value)
{
    open(add(YamlKind::Mapping, mark, tag, anchor));
}

void YamlTreeBuilder::OnAnchor(const YAML::Mark &, const std::string &name)
{
    m_nextAnchorName = name;
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

void YamlTreeBuilder::open(YamlNode &node)
{
    if (m_open.size() >= m_limits.depth)
        throw YamlRefusal(node.position, "exceeded max depth of " + std::to_string(m_limits.depth));
    m_open.push_back(&node);
}

void YamlTreeBuilder::close()
{
    const YamlNode &node = *m_open.back();
    m_open.pop_back();
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
