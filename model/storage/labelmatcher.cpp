// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/labelmatcher.h"

#include "parser/base/goregex.h"

#include <algorithm>

namespace sightglass {

namespace {

std::unique_ptr<const GoRegex> compile(const std::string &pattern)
{
    auto regex = GoRegex::compile(pattern);
    return regex ? std::make_unique<const GoRegex>(*std::move(regex)) : nullptr;
}

RegexShape shapeOf(const Matcher &matcher)
{
    if (matcher.op == MatchOp::Equal || matcher.op == MatchOp::NotEqual)
        return {RegexShape::Kind::OneOf, {matcher.value}};
    return analyseRegex(matcher.value);
}

} // namespace

LabelMatcher::LabelMatcher(const Matcher &matcher)
    : m_name(matcher.name)
    , m_negated(matcher.op == MatchOp::NotEqual || matcher.op == MatchOp::NotRegex)
    , m_shape(shapeOf(matcher))
    , m_regex(m_shape.kind == RegexShape::Kind::General ? compile(matcher.value) : nullptr)
    , m_matchesAbsent(matches(std::string_view()))
{}

LabelMatcher::~LabelMatcher() = default;
LabelMatcher::LabelMatcher(LabelMatcher &&) noexcept = default;
LabelMatcher &LabelMatcher::operator=(LabelMatcher &&) noexcept = default;

bool LabelMatcher::matches(std::string_view value) const
{
    if (m_shape.kind == RegexShape::Kind::General && m_regex == nullptr)
        return false;
    return matchesText(value) != m_negated;
}

bool LabelMatcher::matchesText(std::string_view value) const
{
    switch (m_shape.kind) {
    case RegexShape::Kind::OneOf:
        return std::find(m_shape.texts.begin(), m_shape.texts.end(), value) != m_shape.texts.end();
    case RegexShape::Kind::Prefix:
        return value.starts_with(m_shape.texts.front());
    case RegexShape::Kind::LongerPrefix:
        return value.size() > m_shape.texts.front().size() && value.starts_with(m_shape.texts.front());
    case RegexShape::Kind::General:
        break;
    }
    return m_regex->matches(value);
}

const std::vector<std::string> *LabelMatcher::onlyValues() const noexcept
{
    return !m_negated && m_shape.kind == RegexShape::Kind::OneOf ? &m_shape.texts : nullptr;
}

} // namespace sightglass
