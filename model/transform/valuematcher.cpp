// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/valuematcher.h"

#include "model/fields/jsvalue.h"
#include "model/transform/cellvalue.h"

#include <cmath>
#include <memory>

namespace sightglass {

namespace {

using Kind = ValueMatching::Kind;

constexpr OptionWord<Kind> matcherIds[]{{"regex", Kind::Regex},
                                        {"isNull", Kind::IsNull},
                                        {"isUndefined", Kind::IsNull},
                                        {"isNotNull", Kind::IsNotNull},
                                        {"isNotUndefined", Kind::IsNotNull},
                                        {"greater", Kind::Greater},
                                        {"greaterOrEqual", Kind::GreaterOrEqual},
                                        {"lower", Kind::Lower},
                                        {"lowerOrEqual", Kind::LowerOrEqual},
                                        {"equal", Kind::Equal},
                                        {"notEqual", Kind::NotEqual},
                                        {"substring", Kind::Substring},
                                        {"notSubstring", Kind::NotSubstring},
                                        {"between", Kind::Between}};

bool compares(Kind kind, double value, double limit) noexcept
{
    switch (kind) {
    case Kind::Greater:
        return value > limit;
    case Kind::GreaterOrEqual:
        return value >= limit;
    case Kind::Lower:
        return value < limit;
    default:
        return value <= limit;
    }
}

ValueSelector regexSelector(const std::string &pattern, TransformContext &context)
{
    auto compiled = JsRegex::compile(pattern, {});
    if (!compiled) {
        context.note(plainText(compiled.error()));
        return [](const FieldValue &) { return false; };
    }
    auto regex = std::make_shared<const JsRegex>(std::move(compiled).value());
    return [regex](const FieldValue &value) { return regex->matches(templateText(value)); };
}

ValueSelector equalitySelector(const ValueMatching &matching, FieldValue wanted)
{
    const bool equal = matching.kind == Kind::Equal;
    return [wanted = std::move(wanted), equal](const FieldValue &value) {
        return looselyEqual(value, wanted) == equal;
    };
}

ValueSelector substringSelector(Kind kind, std::string part)
{
    if (kind == Kind::Substring) {
        return [part = std::move(part)](const FieldValue &value) {
            return cellText(value).find(part) != std::string::npos;
        };
    }
    return [part = std::move(part)](const FieldValue &value) {
        const auto *text = std::get_if<std::string>(&value);
        return text != nullptr && !part.empty() && text->find(part) == std::string::npos;
    };
}

ValueSelector rangeSelector(const ValueMatching &matching, TransformContext &context)
{
    const double low = jsNumber(context.text(matching.value));
    if (matching.kind == Kind::Between) {
        const double high = jsNumber(context.text(matching.upper));
        return [low, high](const FieldValue &value) {
            const double number = numberOf(value);
            return number > low && number < high;
        };
    }
    // A number that is no number compares false, as it should.
    return
        [low, kind = matching.kind](const FieldValue &value) { return compares(kind, numberOf(value), low); };
}

void checkRegex(OptionReader &options, const std::string &pattern)
{
    if (pattern.find('$') != std::string::npos && pattern.find("${") != std::string::npos)
        return;
    if (const auto regex = JsRegex::compile(pattern, {}); !regex)
        options.loss("value", plainText(regex.error()));
}

} // namespace

ValueMatching ValueMatching::read(OptionReader matcher)
{
    ValueMatching matching;
    matching.kind = matcher.word<Kind>("id", matcherIds, Kind::Never);
    OptionReader options = matcher.object("options");
    const nlohmann::json *value = options.value("value");
    if (value != nullptr && value->is_number())
        matching.typed = value->get<double>();
    else if (value != nullptr && value->is_boolean())
        matching.typed = value->get<bool>();
    matching.value = options.text("value");
    if (matching.kind == Kind::Between) {
        matching.value = options.text("from", "0");
        matching.upper = options.text("to", "100");
    }
    if (matching.kind == Kind::Regex)
        checkRegex(options, matching.value);
    // The editor leaves behind what another condition had.
    options.ignore({"from", "to"});
    options.finish();
    matcher.finish();
    return matching;
}

ValueSelector valueSelector(const ValueMatching &matching, TransformContext &context)
{
    switch (matching.kind) {
    case Kind::Never:
        return [](const FieldValue &) { return false; };
    case Kind::Regex:
        return regexSelector(context.text(matching.value), context);
    case Kind::IsNull:
        return [](const FieldValue &value) { return isNull(value); };
    case Kind::IsNotNull:
        return [](const FieldValue &value) { return !isNull(value); };
    case Kind::Equal:
    case Kind::NotEqual:
        return equalitySelector(matching,
                                isNull(matching.typed) ? context.text(matching.value) : matching.typed);
    case Kind::Substring:
    case Kind::NotSubstring:
        return substringSelector(matching.kind, context.text(matching.value));
    default:
        return rangeSelector(matching, context);
    }
}

} // namespace sightglass
