// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/yamlevents.h"

#include "parser/config/yamlrefusal.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace sightglass {
namespace {

using Kind = YamlTokenKind;

bool isDirective(Kind kind)
{
    return kind == Kind::VersionDirective || kind == Kind::TagDirective;
}

} // namespace

YamlEvent YamlEvents::next()
{
    switch (m_state) {
    case State::FirstDocument:
    case State::Document:
        return document();
    case State::DocumentContent:
        return documentContent();
    case State::BlockNode:
        return node(NodeKind::Block);
    case State::DocumentEnd:
        return documentEnd();
    case State::BlockSequence:
        return blockSequence();
    case State::IndentlessSequence:
        return indentlessSequence();
    case State::BlockMappingKey:
        return blockMappingKey();
    case State::BlockMappingValue:
        return blockMappingValue();
    case State::FlowSequence:
    case State::FlowSequenceFirst:
        return flowSequence(m_state == State::FlowSequenceFirst);
    case State::FlowPairKey:
        return flowPairKey();
    case State::FlowPairValue:
        return flowPairValue();
    case State::FlowPairEnd:
        return flowPairEnd();
    case State::FlowMappingKey:
    case State::FlowMappingFirst:
        return flowMappingKey(m_state == State::FlowMappingFirst);
    case State::FlowMappingValue:
    case State::FlowMappingNoValue:
        return flowMappingValue(m_state == State::FlowMappingNoValue);
    }
    return {};
}

YamlEvent YamlEvents::document()
{
    const bool first = m_state == State::FirstDocument;
    while (!first && peeked() == Kind::DocumentEnd)
        m_scanner.take();
    YamlEvent event;
    event.mark = m_scanner.peek().start;
    if (peeked() == Kind::StreamEnd)
        return event;
    event.kind = YamlEventKind::DocumentStart;
    m_states.push_back(State::DocumentEnd);
    const bool isExplicit = !first || isDirective(peeked()) || peeked() == Kind::DocumentStart;
    readDirectives();
    if (!isExplicit) {
        m_state = State::BlockNode;
        return event;
    }
    // That a "{" may come is go-yaml's, for JSON documents one behind the other.
    if (peeked() != Kind::DocumentStart && peeked() != Kind::FlowMappingStart)
        throw structureRefusal({}, m_scanner.peek().start, "did not find expected <document start>");
    if (peeked() == Kind::DocumentStart)
        m_scanner.take();
    m_state = State::DocumentContent;
    return event;
}

YamlEvent YamlEvents::documentContent()
{
    const Kind kind = peeked();
    if (isDirective(kind) || kind == Kind::DocumentStart || kind == Kind::DocumentEnd ||
        kind == Kind::StreamEnd) {
        const State then = m_states.back();
        m_states.pop_back();
        return nothing(m_scanner.peek().start, then);
    }
    return node(NodeKind::Block);
}

YamlEvent YamlEvents::documentEnd()
{
    YamlEvent event;
    event.kind = YamlEventKind::DocumentEnd;
    event.mark = m_scanner.peek().start;
    if (peeked() == Kind::DocumentEnd)
        m_scanner.take();
    m_tagPrefixes.clear();
    m_state = State::Document;
    return event;
}

void YamlEvents::readDirectives()
{
    bool hasVersion = false;
    while (isDirective(peeked())) {
        YamlToken directive = m_scanner.take();
        if (directive.kind == Kind::TagDirective) {
            addTagPrefix({std::move(directive.text), std::move(directive.suffix)}, &directive.start);
            continue;
        }
        if (std::exchange(hasVersion, true))
            throw structureRefusal({}, directive.start, "found duplicate %YAML directive");
        if (directive.text != "1.1" && directive.text != "01.1" && directive.text != "1.01" &&
            directive.text != "01.01")
            throw structureRefusal({}, directive.start, "found incompatible YAML document");
    }
    addTagPrefix({"!", "!"}, nullptr);
    addTagPrefix({"!!", "tag:yaml.org,2002:"}, nullptr);
}

void YamlEvents::addTagPrefix(TagPrefix prefix, const YamlMark *directive)
{
    const bool isThere = std::any_of(m_tagPrefixes.begin(), m_tagPrefixes.end(),
                                     [&prefix](const TagPrefix &one) { return one.handle == prefix.handle; });
    if (isThere && directive != nullptr)
        throw structureRefusal({}, *directive, "found duplicate %TAG directive");
    if (!isThere)
        m_tagPrefixes.push_back(std::move(prefix));
}

void YamlEvents::returnState()
{
    m_state = m_states.back();
    m_states.pop_back();
}

YamlEvent YamlEvents::nothing(const YamlMark &mark, State then)
{
    m_state = then;
    YamlEvent event;
    event.kind = YamlEventKind::Scalar;
    event.mark = mark;
    event.plain = true;
    return event;
}

YamlEvent YamlEvents::nodeBehind(State then, NodeKind kind)
{
    m_states.push_back(then);
    return node(kind);
}

YamlEvent YamlEvents::node(NodeKind kind)
{
    YamlEvent event;
    event.mark = m_scanner.peek().start;
    if (peeked() == Kind::Alias) {
        event.kind = YamlEventKind::Alias;
        event.anchor = m_scanner.take().text;
        returnState();
        return event;
    }
    readProperties(event);
    if (open(event, kind))
        return event;
    event.kind = YamlEventKind::Scalar;
    if (peeked() == Kind::Scalar) {
        YamlToken token = m_scanner.take();
        event.plain = token.plain && (event.tag.empty() || event.tag == "!");
        event.text = std::move(token.text);
    } else if (!event.anchor.empty() || !event.tag.empty()) {
        event.plain = event.tag.empty();
    } else {
        throw structureRefusal(event.mark, m_scanner.peek().start, "did not find expected node content");
    }
    returnState();
    return event;
}

/// A tag and an anchor, in any order.
void YamlEvents::readProperties(YamlEvent &event)
{
    std::optional<YamlToken> tag;
    for (;;) {
        if (peeked() == Kind::Anchor && event.anchor.empty())
            event.anchor = m_scanner.take().text;
        else if (peeked() == Kind::Tag && !tag)
            tag = m_scanner.take();
        else
            break;
    }
    if (tag)
        event.tag = tagOf(*tag, event.mark);
}

std::string YamlEvents::tagOf(const YamlToken &token, const YamlMark &node) const
{
    if (token.text.empty())
        return token.suffix;
    const auto found = std::find_if(m_tagPrefixes.begin(), m_tagPrefixes.end(),
                                    [&token](const TagPrefix &one) { return one.handle == token.text; });
    if (found == m_tagPrefixes.end())
        throw structureRefusal(node, token.start, "found undefined tag handle");
    return found->prefix + token.suffix;
}

/// Begins a collection, if one is next.
bool YamlEvents::open(YamlEvent &event, NodeKind kind)
{
    const Kind token = peeked();
    const bool inBlock = kind != NodeKind::Flow;
    if (kind == NodeKind::BlockOrIndentless && token == Kind::BlockEntry) {
        event.kind = YamlEventKind::SequenceStart;
        m_state = State::IndentlessSequence;
        return true;
    }
    if (token == Kind::FlowSequenceStart || (inBlock && token == Kind::BlockSequenceStart)) {
        event.kind = YamlEventKind::SequenceStart;
        m_state = token == Kind::FlowSequenceStart ? State::FlowSequenceFirst : State::BlockSequence;
    } else if (token == Kind::FlowMappingStart || (inBlock && token == Kind::BlockMappingStart)) {
        event.kind = YamlEventKind::MappingStart;
        m_state = token == Kind::FlowMappingStart ? State::FlowMappingFirst : State::BlockMappingKey;
    } else {
        return false;
    }
    m_begun.push_back(m_scanner.take().start);
    return true;
}

YamlEvent YamlEvents::close(YamlEventKind kind)
{
    m_begun.pop_back();
    returnState();
    YamlEvent event;
    event.kind = kind;
    event.mark = m_scanner.take().start;
    return event;
}

YamlEvent YamlEvents::blockSequence()
{
    if (peeked() == Kind::BlockEnd)
        return close(YamlEventKind::SequenceEnd);
    if (peeked() != Kind::BlockEntry)
        throw structureRefusal(m_begun.back(), m_scanner.peek().start, "did not find expected '-' indicator");
    const YamlMark mark = m_scanner.take().start;
    if (peeked() != Kind::BlockEntry && peeked() != Kind::BlockEnd)
        return nodeBehind(State::BlockSequence, NodeKind::Block);
    return nothing(mark, State::BlockSequence);
}

YamlEvent YamlEvents::indentlessSequence()
{
    if (peeked() != Kind::BlockEntry) {
        returnState();
        YamlEvent event;
        event.kind = YamlEventKind::SequenceEnd;
        event.mark = m_scanner.peek().start;
        return event;
    }
    const YamlMark mark = m_scanner.take().start;
    const Kind kind = peeked();
    if (kind != Kind::BlockEntry && kind != Kind::Key && kind != Kind::Value && kind != Kind::BlockEnd)
        return nodeBehind(State::IndentlessSequence, NodeKind::Block);
    return nothing(mark, State::IndentlessSequence);
}

YamlEvent YamlEvents::blockMappingKey()
{
    if (peeked() == Kind::BlockEnd)
        return close(YamlEventKind::MappingEnd);
    if (peeked() != Kind::Key)
        throw structureRefusal(m_begun.back(), m_scanner.peek().start, "did not find expected key");
    const YamlMark mark = m_scanner.take().end;
    const Kind kind = peeked();
    if (kind != Kind::Key && kind != Kind::Value && kind != Kind::BlockEnd)
        return nodeBehind(State::BlockMappingValue, NodeKind::BlockOrIndentless);
    return nothing(mark, State::BlockMappingValue);
}

YamlEvent YamlEvents::blockMappingValue()
{
    if (peeked() != Kind::Value)
        return nothing(m_scanner.peek().start, State::BlockMappingKey);
    const YamlMark mark = m_scanner.take().end;
    const Kind kind = peeked();
    if (kind != Kind::Key && kind != Kind::Value && kind != Kind::BlockEnd)
        return nodeBehind(State::BlockMappingKey, NodeKind::BlockOrIndentless);
    return nothing(mark, State::BlockMappingKey);
}

void YamlEvents::takeComma(std::string_view otherwise)
{
    if (peeked() != Kind::FlowEntry)
        throw structureRefusal(m_begun.back(), m_scanner.peek().start, otherwise);
    m_scanner.take();
}

YamlEvent YamlEvents::flowSequence(bool first)
{
    if (!first && peeked() != Kind::FlowSequenceEnd)
        takeComma("did not find expected ',' or ']'");
    if (peeked() == Kind::FlowSequenceEnd)
        return close(YamlEventKind::SequenceEnd);
    if (peeked() != Kind::Key)
        return nodeBehind(State::FlowSequence, NodeKind::Flow);
    YamlEvent pair;
    pair.kind = YamlEventKind::MappingStart;
    pair.mark = m_scanner.take().start;
    m_state = State::FlowPairKey;
    return pair;
}

YamlEvent YamlEvents::flowPairKey()
{
    const Kind kind = peeked();
    if (kind != Kind::Value && kind != Kind::FlowEntry && kind != Kind::FlowSequenceEnd)
        return nodeBehind(State::FlowPairValue, NodeKind::Flow);
    return nothing(m_scanner.take().end, State::FlowPairValue); // as there: what is next is skipped
}

YamlEvent YamlEvents::flowPairValue()
{
    if (peeked() == Kind::Value) {
        m_scanner.take();
        if (peeked() != Kind::FlowEntry && peeked() != Kind::FlowSequenceEnd)
            return nodeBehind(State::FlowPairEnd, NodeKind::Flow);
    }
    return nothing(m_scanner.peek().start, State::FlowPairEnd);
}

YamlEvent YamlEvents::flowPairEnd()
{
    m_state = State::FlowSequence;
    YamlEvent event;
    event.kind = YamlEventKind::MappingEnd;
    event.mark = m_scanner.peek().start;
    return event;
}

YamlEvent YamlEvents::flowMappingKey(bool first)
{
    if (!first && peeked() != Kind::FlowMappingEnd)
        takeComma("did not find expected ',' or '}'");
    if (peeked() == Kind::FlowMappingEnd)
        return close(YamlEventKind::MappingEnd);
    if (peeked() != Kind::Key)
        return nodeBehind(State::FlowMappingNoValue, NodeKind::Flow);
    m_scanner.take();
    const Kind kind = peeked();
    if (kind != Kind::Value && kind != Kind::FlowEntry && kind != Kind::FlowMappingEnd)
        return nodeBehind(State::FlowMappingValue, NodeKind::Flow);
    return nothing(m_scanner.peek().start, State::FlowMappingValue);
}

YamlEvent YamlEvents::flowMappingValue(bool isEmpty)
{
    if (!isEmpty && peeked() == Kind::Value) {
        m_scanner.take();
        if (peeked() != Kind::FlowEntry && peeked() != Kind::FlowMappingEnd)
            return nodeBehind(State::FlowMappingKey, NodeKind::Flow);
    }
    return nothing(m_scanner.peek().start, State::FlowMappingKey);
}

} // namespace sightglass
