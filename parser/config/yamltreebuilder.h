// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/yamldocument.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <deque>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sightglass {

/// What ends the building of a tree. It is thrown through yaml-cpp and caught by YamlDocument::parse().
class YamlRefusal : public std::exception
{
public:
    YamlRefusal(SourcePosition position, std::string text)
        : m_position(position)
        , m_text(std::move(text))
    {}
    [[nodiscard]] SourcePosition position() const noexcept { return m_position; }
    [[nodiscard]] const char *what() const noexcept override { return m_text.c_str(); }

private:
    SourcePosition m_position;
    std::string m_text;
};

[[nodiscard]] SourcePosition yamlPosition(const YAML::Mark &mark);

/// Makes a tree of yaml-cpp's events, and gives up as soon as it would grow beyond the limits.
class YamlTreeBuilder : public YAML::EventHandler
{
public:
    /// The text is the one that is parsed; it outlives the builder.
    YamlTreeBuilder(std::string_view text, std::deque<YamlNode> &nodes, const YamlLimits &limits)
        : m_text(text)
        , m_nodes(nodes)
        , m_limits(limits)
    {}

    /// The document's node, once all of it was seen; null before.
    [[nodiscard]] const YamlNode *root() const { return m_root; }

    /// Refuses a quote without an end, which yaml-cpp takes where a line ends before the text does.
    void requireClosedQuotes() const;

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override { close(); }
    void OnAnchor(const YAML::Mark &mark, const std::string &name) override;

private:
    YamlNode &add(YamlKind kind, const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor);
    void open(YamlNode &node, YAML::EmitterStyle::value style);
    void close();
    void attach(const YamlNode &node, SourcePosition place);

    const std::string_view m_text;
    std::deque<YamlNode> &m_nodes;
    const YamlLimits m_limits;
    std::vector<YamlNode *> m_open; ///< from the document's node inwards
    std::vector<bool> m_openFlow;   ///< which of them are in brackets
    std::optional<YAML::Mark> m_lastQuoted;
    std::unordered_map<YAML::anchor_t, const YamlNode *> m_anchors;
    std::unordered_map<YAML::anchor_t, std::string> m_anchorNames;
    std::string m_nextAnchorName;
    const YamlNode *m_root = nullptr;
};

} // namespace sightglass
