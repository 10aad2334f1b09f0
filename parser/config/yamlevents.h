// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/yamlscanner.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

enum class YamlEventKind : std::uint8_t
{
    StreamEnd,
    DocumentStart,
    DocumentEnd,
    Alias,
    Scalar,
    SequenceStart,
    SequenceEnd,
    MappingStart,
    MappingEnd
};

/// A node's begin or end, or a document's.
struct YamlEvent
{
    YamlEventKind kind = YamlEventKind::StreamEnd;
    YamlMark mark;      ///< where it begins, its anchor and tag included
    std::string anchor; ///< an alias's name, too
    std::string tag;    ///< with its prefix; empty: none
    std::string text;   ///< of a scalar
    bool plain = false; ///< a scalar that is not in quotes, or nothing
};

/// Puts tokens together to nodes (YAML 1.1's grammar, as libyaml and go-yaml read it), one event at a time.
class YamlEvents
{
public:
    /// The text outlives this.
    explicit YamlEvents(std::string_view text)
        : m_scanner(text)
    {}

    /// Throws YamlRefusal.
    [[nodiscard]] YamlEvent next();

private:
    enum class State : std::uint8_t
    {
        FirstDocument,
        Document,
        DocumentContent,
        BlockNode,
        DocumentEnd,
        BlockSequence,
        IndentlessSequence, ///< one that is a mapping's value at the mapping's column
        BlockMappingKey,
        BlockMappingValue,
        FlowSequence,
        FlowSequenceFirst,
        FlowPairKey, ///< a mapping of one entry in a list in brackets: [a: b]
        FlowPairValue,
        FlowPairEnd,
        FlowMappingKey,
        FlowMappingFirst,
        FlowMappingValue,
        FlowMappingNoValue
    };
    enum class NodeKind : std::uint8_t
    {
        Block,
        BlockOrIndentless,
        Flow
    };
    struct TagPrefix
    {
        std::string handle;
        std::string prefix;
    };

    [[nodiscard]] YamlEvent document();
    [[nodiscard]] YamlEvent documentContent();
    [[nodiscard]] YamlEvent documentEnd();
    [[nodiscard]] YamlEvent node(NodeKind kind);
    [[nodiscard]] YamlEvent nodeBehind(State then, NodeKind kind);
    void readProperties(YamlEvent &event);
    [[nodiscard]] std::string tagOf(const YamlToken &token, const YamlMark &node) const;
    [[nodiscard]] bool open(YamlEvent &event, NodeKind kind);
    [[nodiscard]] YamlEvent close(YamlEventKind kind);
    [[nodiscard]] YamlEvent blockSequence();
    [[nodiscard]] YamlEvent indentlessSequence();
    [[nodiscard]] YamlEvent blockMappingKey();
    [[nodiscard]] YamlEvent blockMappingValue();
    [[nodiscard]] YamlEvent flowSequence(bool first);
    [[nodiscard]] YamlEvent flowPairKey();
    [[nodiscard]] YamlEvent flowPairValue();
    [[nodiscard]] YamlEvent flowPairEnd();
    [[nodiscard]] YamlEvent flowMappingKey(bool first);
    [[nodiscard]] YamlEvent flowMappingValue(bool isEmpty);
    /// Behind the comma between two entries, which must be there.
    void takeComma(std::string_view otherwise);
    void readDirectives();
    void addTagPrefix(TagPrefix prefix, const YamlMark *directive);
    [[nodiscard]] YamlEvent nothing(const YamlMark &mark, State then);
    void returnState();

    [[nodiscard]] YamlTokenKind peeked() { return m_scanner.peek().kind; }

    YamlScanner m_scanner;
    State m_state = State::FirstDocument;
    std::vector<State> m_states;   ///< what comes when nodes are over
    std::vector<YamlMark> m_begun; ///< where the open collections begin
    std::vector<TagPrefix> m_tagPrefixes;
};

} // namespace sightglass
