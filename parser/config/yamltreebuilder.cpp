// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamltreebuilder.h"

#include "parser/config/yamlbinary.h"
#include "parser/config/yamlrefusal.h"

#include <algorithm>
#include <array>

namespace sightglass {
namespace {

bool isNull(const YamlEvent &event)
{
    using namespace std::string_view_literals;
    constexpr std::array words = {""sv, "~"sv, "null"sv, "Null"sv, "NULL"sv};
    return event.plain && std::find(words.begin(), words.end(), event.text) != words.end();
}

std::string textOf(const YamlEvent &event)
{
    if (event.tag != "tag:yaml.org,2002:binary")
        return event.text;
    auto bytes = decodedYamlBinary(event.text);
    if (!bytes)
        throw YamlRefusal(event.mark.position(), "!!binary value contains invalid base64 data");
    return *std::move(bytes);
}

} // namespace

const YamlNode *YamlTreeBuilder::build(YamlEvents &events)
{
    if (events.next().kind == YamlEventKind::StreamEnd)
        return nullptr;
    for (;;) {
        const YamlEvent event = events.next();
        if (event.kind == YamlEventKind::DocumentEnd)
            return m_root;
        take(event);
    }
}

void YamlTreeBuilder::take(const YamlEvent &event)
{
    switch (event.kind) {
    case YamlEventKind::Alias:
        return addAlias(event);
    case YamlEventKind::Scalar: {
        YamlNode &node = add(isNull(event) ? YamlKind::Null : YamlKind::Scalar, event);
        node.plain = event.plain && node.kind == YamlKind::Scalar;
        if (node.kind == YamlKind::Scalar)
            node.text = textOf(event);
        return attach(node, node.position);
    }
    case YamlEventKind::SequenceStart:
        return open(add(YamlKind::Sequence, event));
    case YamlEventKind::MappingStart:
        return open(add(YamlKind::Mapping, event));
    case YamlEventKind::SequenceEnd:
    case YamlEventKind::MappingEnd:
        return close();
    case YamlEventKind::StreamEnd:
    case YamlEventKind::DocumentStart:
    case YamlEventKind::DocumentEnd:
        return;
    }
}

void YamlTreeBuilder::addAlias(const YamlEvent &event)
{
    const SourcePosition place = event.mark.position();
    const auto found = m_anchors.find(event.anchor);
    if (found == m_anchors.end())
        throw YamlRefusal(place, "unknown anchor '" + event.anchor + "' referenced");
    if (std::find(m_open.begin(), m_open.end(), found->second) != m_open.end())
        throw YamlRefusal(place, "anchor '" + event.anchor + "' value contains itself");
    attach(*found->second, place);
}

YamlNode &YamlTreeBuilder::add(YamlKind kind, const YamlEvent &event)
{
    // Checked here too, for what is still open is not counted yet.
    if (m_nodes.size() >= m_limits.nodes)
        throw YamlRefusal(event.mark.position(), "document is too large");
    YamlNode &node = m_nodes.emplace_back();
    node.kind = kind;
    node.position = event.mark.position();
    if (event.tag != "!")
        node.tag = event.tag;
    if (!event.anchor.empty())
        m_anchors[event.anchor] = &node;
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
