// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/fields/fieldoverride.h"

#include "model/fields/clearproperty.h"
#include "model/fields/displaynames.h"
#include "model/fields/jsregex.h"
#include "model/fields/jsvalue.h"
#include "model/fields/valuemapper.h"

#include <algorithm>
#include <utility>

namespace sightglass {

namespace {

/// A field with what names are made of.
struct FieldPlace
{
    const Field &field;
    const Frame &frame;
    const DisplayNames &names;

    [[nodiscard]] std::string name() const { return names.of(field, frame); }
};

bool isFlag(Calculation calculation)
{
    return calculation == Calculation::AllIsNull || calculation == Calculation::AllIsZero;
}

bool compares(double left, Comparison comparison, double right)
{
    switch (comparison) {
    case Comparison::Less:
        return left < right;
    case Comparison::LessOrEqual:
        return left <= right;
    case Comparison::GreaterOrEqual:
        return left >= right;
    case Comparison::Greater:
        return left > right;
    case Comparison::Equal:
    case Comparison::NotEqual:
        break;
    }
    return false;
}

/// Grafana compares for equality as texts, so that null differs from every number and NaN equals NaN.
bool compares(const FieldValue &left, Comparison comparison, double right)
{
    if (comparison == Comparison::Equal)
        return !std::holds_alternative<std::monostate>(left) && cellText(left) == jsText(right);
    if (comparison == Comparison::NotEqual)
        return std::holds_alternative<std::monostate>(left) || cellText(left) != jsText(right);
    return compares(cellNumber(left), comparison, right);
}

bool matchesName(const FieldPlace &place, const std::string &name)
{
    return place.field.name == name || place.name() == name;
}

bool matchesOne(const ByName &by, const FieldPlace &place)
{
    return matchesName(place, by.name);
}

bool matchesOne(const ByNames &by, const FieldPlace &place)
{
    const auto contains = [&by](const std::string &name) {
        return std::find(by.names.begin(), by.names.end(), name) != by.names.end();
    };
    return (contains(place.field.name) || contains(place.name())) != by.exclude;
}

bool matchesOne(const ByType &by, const FieldPlace &place)
{
    return place.field.type == by.type;
}

bool matchesOne(const ByQuery &by, const FieldPlace &place)
{
    return place.frame.refId == by.refId;
}

bool matchesOne(const ByValue &by, const FieldPlace &place)
{
    const FieldValue value = calculate(by.calculation, place.field);
    if (isFlag(by.calculation))
        return std::get<bool>(value);
    return compares(value, by.comparison, by.value);
}

/// A matcher with its pattern compiled.
class ReadyMatcher
{
public:
    explicit ReadyMatcher(const FieldMatcher &matcher)
        : m_matcher(matcher)
    {
        const auto *by = std::get_if<ByRegex>(&matcher);
        if (by == nullptr || by->pattern.empty())
            return;
        if (auto compiled = JsRegex::fromText(by->pattern))
            m_pattern = std::move(compiled).value();
    }

    [[nodiscard]] bool matches(const FieldPlace &place) const
    {
        const auto match = [this, &place](const auto &by) {
            if constexpr (std::is_same_v<std::decay_t<decltype(by)>, ByRegex>)
                return m_pattern && m_pattern->matches(place.name());
            else
                return matchesOne(by, place);
        };
        return std::visit(match, m_matcher);
    }

private:
    const FieldMatcher &m_matcher;
    std::optional<JsRegex> m_pattern;
};

/// What the field itself says wins over the panel's defaults; links are said by both.
FieldConfig ownConfig(const FieldConfig &defaults, const FieldConfig &own)
{
    FieldConfig config = merged(defaults, own);
    if (own.links && defaults.links)
        config.links->insert(config.links->end(), defaults.links->begin(), defaults.links->end());
    return config;
}

FieldConfig overridden(FieldConfig config, const FieldOverride &override)
{
    for (const std::string &id : override.cleared)
        clearProperty(config, id);
    return merged(config, override.config);
}

void makeConsistent(FieldConfig &config)
{
    if (!config.color && config.thresholds)
        config.color = FieldColor{ColorMode::Thresholds, {}, {}, ColorBy::Last};
    if (config.min && config.max && *config.min > *config.max)
        std::swap(config.min, config.max);
}

void addProblems(const FieldConfig &config, std::vector<Error> &problems)
{
    if (!config.mappings)
        return;
    const ValueMapper mapper(*config.mappings);
    problems.insert(problems.end(), mapper.problems().begin(), mapper.problems().end());
}

} // namespace

bool matches(const FieldMatcher &matcher, const Field &field, const Frame &frame,
             const std::vector<Frame> &frames)
{
    const DisplayNames names(frames.empty() ? std::span(&frame, 1) : std::span(frames));
    return ReadyMatcher(matcher).matches({field, frame, names});
}

void applyFieldConfig(std::vector<Frame> &frames, const FieldConfig &defaults,
                      const std::vector<FieldOverride> &overrides)
{
    std::vector<ReadyMatcher> matchers;
    matchers.reserve(overrides.size());
    for (const FieldOverride &one : overrides)
        matchers.emplace_back(one.matcher);
    const DisplayNames names(frames);
    for (Frame &frame : frames) {
        for (Field &field : frame.fields) {
            field.config = ownConfig(defaults, field.config);
            makeConsistent(field.config);
            for (std::size_t at = 0; at < overrides.size(); ++at) {
                if (matchers[at].matches({field, frame, names}))
                    field.config = overridden(std::move(field.config), overrides[at]);
            }
            makeConsistent(field.config);
        }
    }
}

std::vector<Error> patternProblems(const FieldConfig &defaults, const std::vector<FieldOverride> &overrides)
{
    std::vector<Error> problems;
    addProblems(defaults, problems);
    for (const FieldOverride &one : overrides) {
        const auto *by = std::get_if<ByRegex>(&one.matcher);
        if (by != nullptr && !by->pattern.empty()) {
            if (const auto compiled = JsRegex::fromText(by->pattern); !compiled)
                problems.push_back(compiled.error());
        }
        addProblems(one.config, problems);
    }
    return problems;
}

} // namespace sightglass
