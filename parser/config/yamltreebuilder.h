// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/yamldocument.h"
#include "parser/config/yamlevents.h"

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace sightglass {

/// Makes a tree of a document's events, and gives up as soon as it would grow beyond the limits.
class YamlTreeBuilder
{
public:
    YamlTreeBuilder(std::deque<YamlNode> &nodes, const YamlLimits &limits)
        : m_nodes(nodes)
        , m_limits(limits)
    {}

    /// The document's node; null where there is no document. Throws YamlRefusal.
    [[nodiscard]] const YamlNode *build(YamlEvents &events);

private:
    void take(const YamlEvent &event);
    YamlNode &add(YamlKind kind, const YamlEvent &event);
    void addAlias(const YamlEvent &event);
    void open(YamlNode &node);
    void close();
    void attach(const YamlNode &node, SourcePosition place);

    std::deque<YamlNode> &m_nodes;
    const YamlLimits m_limits;
    std::vector<YamlNode *> m_open; ///< from the document's node inwards
    std::unordered_map<std::string, const YamlNode *> m_anchors;
    const YamlNode *m_root = nullptr;
};

} // namespace sightglass
