// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/fieldselector.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <set>

namespace sightglass {

namespace {

using Kind = FieldMatching::Kind;
using NameSet = std::set<std::string, std::less<>>;

/// Matchers within each other; more are no option that somebody wrote.
constexpr int deepestMatchers = 8;

enum class MatcherId : std::uint8_t
{
    Unknown,
    ByName,
    ByNames,
    ByRegexp,
    ByRegexpOrNames,
    ByType,
    ByTypes,
    ByQuery,
    ByValue,
    Numeric,
    Time,
    First,
    FirstTime,
    Any,
    All,
    Invert,
    Always,
    Never
};

constexpr std::array<OptionWord<MatcherId>, 17> matcherIds{{{"byName", MatcherId::ByName},
                                                            {"byNames", MatcherId::ByNames},
                                                            {"byRegexp", MatcherId::ByRegexp},
                                                            {"byRegexpOrNames", MatcherId::ByRegexpOrNames},
                                                            {"byType", MatcherId::ByType},
                                                            {"byTypes", MatcherId::ByTypes},
                                                            {"byFrameRefID", MatcherId::ByQuery},
                                                            {"byValue", MatcherId::ByValue},
                                                            {"numeric", MatcherId::Numeric},
                                                            {"time", MatcherId::Time},
                                                            {"first", MatcherId::First},
                                                            {"firstTimeField", MatcherId::FirstTime},
                                                            {"anyMatch", MatcherId::Any},
                                                            {"allMatch", MatcherId::All},
                                                            {"invertMatch", MatcherId::Invert},
                                                            {"alwaysMatch", MatcherId::Always},
                                                            {"neverMatch", MatcherId::Never}}};

constexpr std::array<OptionWord<Comparison>, 6> comparisons{{{"gte", Comparison::GreaterOrEqual},
                                                             {"gt", Comparison::Greater},
                                                             {"lte", Comparison::LessOrEqual},
                                                             {"lt", Comparison::Less},
                                                             {"eq", Comparison::Equal},
                                                             {"neq", Comparison::NotEqual}}};

bool holds(double left, Comparison comparison, double right) noexcept
{
    switch (comparison) {
    case Comparison::Less:
        return left < right;
    case Comparison::LessOrEqual:
        return left <= right;
    case Comparison::Equal:
        return left == right;
    case Comparison::NotEqual:
        return left != right;
    case Comparison::GreaterOrEqual:
        return left >= right;
    case Comparison::Greater:
        return left > right;
    }
    return false;
}

FieldMatching readMatching(OptionReader matcher, int depth);

std::vector<FieldMatching> readChildren(OptionReader &matcher, int depth)
{
    std::vector<FieldMatching> children;
    if (depth >= deepestMatchers) {
        matcher.loss("options", "nested too deeply");
        return children;
    }
    for (OptionReader &child : matcher.objects("options"))
        children.push_back(readMatching(child, depth + 1));
    return children;
}

FieldMatching readNames(OptionReader options)
{
    FieldMatching matching;
    matching.kind = Kind::Names;
    matching.texts = options.texts("names");
    matching.pattern = options.pattern("pattern");
    matching.exclude = options.text("mode") == "exclude";
    options.ignore({"readOnly", "prefix"});
    options.finish();
    return matching;
}

FieldMatching readTypes(OptionReader &matcher)
{
    FieldMatching matching;
    matching.kind = Kind::Types;
    for (const std::string &word : matcher.texts("options")) {
        if (const auto type = fieldTypeFromWord(word))
            matching.types.push_back(*type);
        else
            matcher.loss("options", "fields of type \"" + word + "\" do not occur");
    }
    return matching;
}

FieldMatching readByValue(OptionReader options)
{
    FieldMatching matching;
    matching.kind = Kind::Value;
    matching.value.calculation =
        readCalculation(options, "reducer", "lastNotNull").value_or(Calculation::LastNotNull);
    matching.value.comparison = options.word<Comparison>("op", comparisons, Comparison::GreaterOrEqual);
    matching.value.value = options.number("value", 0);
    options.finish();
    return matching;
}

FieldMatching matchingOf(MatcherId id, OptionReader &matcher, int depth)
{
    FieldMatching matching;
    switch (id) {
    case MatcherId::ByName:
        return FieldMatching::byNames({matcher.text("options")});
    case MatcherId::ByNames:
    case MatcherId::ByRegexpOrNames:
        return readNames(matcher.object("options"));
    case MatcherId::ByRegexp:
        matching.kind = Kind::Names;
        matching.pattern = matcher.pattern("options");
        return matching;
    case MatcherId::ByType:
    case MatcherId::ByTypes:
        return readTypes(matcher);
    case MatcherId::ByQuery:
        matching.kind = Kind::Query;
        matching.texts = {matcher.text("options")};
        return matching;
    case MatcherId::ByValue:
        return readByValue(matcher.object("options"));
    case MatcherId::Any:
    case MatcherId::All:
        matching.kind = id == MatcherId::Any ? Kind::AnyOf : Kind::AllOf;
        matching.children = readChildren(matcher, depth);
        return matching;
    case MatcherId::Invert:
        matching.kind = Kind::NoneOf;
        matching.children = {readMatching(matcher.object("options"), depth + 1)};
        return matching;
    default:
        break;
    }
    matcher.ignore({"options"}); // of those without options; Grafana leaves old ones behind
    switch (id) {
    case MatcherId::Numeric:
        return FieldMatching::byTypes({FieldType::Number});
    case MatcherId::Time:
        return FieldMatching::byTypes({FieldType::Time});
    case MatcherId::First:
        matching.kind = Kind::First;
        return matching;
    case MatcherId::FirstTime:
        matching.kind = Kind::FirstTime;
        return matching;
    case MatcherId::Always:
        return matching;
    default:
        matching.kind = Kind::None;
        return matching;
    }
}

FieldMatching readMatching(OptionReader matcher, int depth)
{
    const MatcherId id = matcher.word<MatcherId>("id", matcherIds, MatcherId::Unknown);
    FieldMatching matching = matchingOf(id, matcher, depth);
    matcher.ignore({"scope"});
    matcher.finish();
    return matching;
}

FieldSelector namesSelector(const FieldMatching &matching, TransformContext &context)
{
    const std::vector<std::string> texts = context.texts(matching.texts);
    auto names = std::make_shared<const NameSet>(texts.begin(), texts.end());
    auto regex = matching.pattern.empty() ? nullptr : compiledPattern(matching.pattern, context);
    return [names, regex, exclude = matching.exclude](const FieldPlace &place) {
        const bool found = names->contains(place.displayName) || names->contains(place.field().name) ||
                           (regex && regex->matches(place.displayName));
        return found != exclude;
    };
}

std::vector<FieldSelector> childSelectors(const FieldMatching &matching, TransformContext &context)
{
    std::vector<FieldSelector> selectors;
    for (const FieldMatching &child : matching.children)
        selectors.push_back(fieldSelector(child, context));
    return selectors;
}

/// Any, all or none of several.
FieldSelector combined(const FieldMatching &matching, TransformContext &context)
{
    return [kind = matching.kind, selectors = childSelectors(matching, context)](const FieldPlace &place) {
        const auto selects = [&place](const FieldSelector &selector) { return selector(place); };
        if (kind == Kind::AnyOf)
            return std::any_of(selectors.begin(), selectors.end(), selects);
        if (kind == Kind::AllOf)
            return std::all_of(selectors.begin(), selectors.end(), selects);
        return std::none_of(selectors.begin(), selectors.end(), selects);
    };
}

FieldSelector valueSelector(const ByValue &by)
{
    return [by](const FieldPlace &place) {
        if (place.field().type != FieldType::Number)
            return false;
        const FieldValue value = calculate(by.calculation, place.field());
        const auto *number = std::get_if<double>(&value);
        return number != nullptr && holds(*number, by.comparison, by.value);
    };
}

} // namespace

std::shared_ptr<const JsRegex> compiledPattern(std::string_view pattern, TransformContext &context)
{
    auto regex = JsRegex::fromText(context.text(pattern));
    if (regex)
        return std::make_shared<const JsRegex>(std::move(regex).value());
    context.note(plainText(regex.error()));
    return nullptr;
}

FieldMatching FieldMatching::byNames(std::vector<std::string> names)
{
    FieldMatching matching;
    matching.kind = Kind::Names;
    matching.texts = std::move(names);
    return matching;
}

FieldMatching FieldMatching::byTypes(std::vector<FieldType> types)
{
    FieldMatching matching;
    matching.kind = Kind::Types;
    matching.types = std::move(types);
    return matching;
}

FieldMatching FieldMatching::notTime()
{
    FieldMatching matching;
    matching.kind = Kind::NotTime;
    return matching;
}

FieldMatching FieldMatching::read(OptionReader matcher)
{
    return readMatching(std::move(matcher), 0);
}

FieldSelector fieldSelector(const FieldMatching &matching, TransformContext &context)
{
    switch (matching.kind) {
    case Kind::All:
        return [](const FieldPlace &) { return true; };
    case Kind::None:
        return [](const FieldPlace &) { return false; };
    case Kind::Names:
        return namesSelector(matching, context);
    case Kind::Types:
        return [types = matching.types](const FieldPlace &place) {
            return std::find(types.begin(), types.end(), place.field().type) != types.end();
        };
    case Kind::NotTime:
        return [](const FieldPlace &place) { return place.field().type != FieldType::Time; };
    case Kind::First:
        return [](const FieldPlace &place) { return place.index == 0; };
    case Kind::FirstTime:
        return [](const FieldPlace &place) { return timeField(place.frame) == place.index; };
    case Kind::Query:
        return [refId = context.text(matching.texts.front())](const FieldPlace &place) {
            return place.frame.refId == refId;
        };
    case Kind::Value:
        return valueSelector(matching.value);
    case Kind::AnyOf:
    case Kind::AllOf:
    case Kind::NoneOf:
        return combined(matching, context);
    }
    return [](const FieldPlace &) { return false; };
}

std::vector<std::size_t> selectedFields(const Frame &frame, const std::vector<std::string> &displayNames,
                                        const FieldSelector &selector)
{
    std::vector<std::size_t> selected;
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        if (selector({frame, i, displayNames[i]}))
            selected.push_back(i);
    }
    return selected;
}

std::optional<FieldType> fieldTypeFromWord(std::string_view word) noexcept
{
    constexpr std::array<std::pair<std::string_view, FieldType>, 6> words{{{"time", FieldType::Time},
                                                                           {"number", FieldType::Number},
                                                                           {"string", FieldType::Text},
                                                                           {"boolean", FieldType::Boolean},
                                                                           {"other", FieldType::Other},
                                                                           {"frame", FieldType::Other}}};
    for (const auto &[text, type] : words) {
        if (text == word)
            return type;
    }
    return std::nullopt;
}

std::optional<Calculation> readCalculation(OptionReader &options, std::string_view name,
                                           std::string_view fallback)
{
    const std::string id = options.text(name, fallback);
    options.means(name, AskedOption::Kind::Calculation);
    if (id.empty())
        return std::nullopt;
    const auto calculation = calculationFromId(id);
    if (!calculation)
        options.loss(name, "unknown calculation \"" + id + "\"");
    return calculation;
}

} // namespace sightglass
