// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templateformat.h"
#include "model/alerting/templatefunction.h"

namespace sightglass {

namespace {

constexpr std::size_t mostShown = 10'000; ///< of a value, in an error

enum class BasicKind : std::uint8_t
{
    None,
    Bool,
    Int,
    Uint,
    Float,
    String
};

BasicKind basicKind(const TemplateValue &value) noexcept
{
    if (value.isPointer())
        return BasicKind::None;
    if (value.type() == GoType::Bool)
        return BasicKind::Bool;
    if (value.type() == GoType::Uint8)
        return BasicKind::Uint;
    if (value.isInteger())
        return BasicKind::Int;
    if (value.type() == GoType::Float64)
        return BasicKind::Float;
    return value.isText() ? BasicKind::String : BasicKind::None;
}

constexpr bool isWhole(BasicKind kind) noexcept
{
    return kind == BasicKind::Int || kind == BasicKind::Uint;
}

/// Of values that are of no basic kind.
enum class OtherKind : std::uint8_t
{
    None,
    Pointer,
    Map,
    Slice,
    Struct
};

OtherKind otherKind(const TemplateValue &value) noexcept
{
    if (value.isNil())
        return OtherKind::None;
    if (value.isPointer())
        return OtherKind::Pointer;
    if (value.isMap())
        return OtherKind::Map;
    return value.type() == GoType::SampleList ? OtherKind::Slice : OtherKind::Struct;
}

std::string shown(const TemplateValue &value)
{
    return goSprintf("%s", {&value, 1}, mostShown);
}

std::string name(const TemplateValue &value)
{
    return std::string(value.typeName());
}

[[noreturn]] void failIncompatible(const TemplateValue &a, const TemplateValue &b)
{
    throw TemplateCallFailure{"incompatible types for comparison: " + name(a) + " and " + name(b)};
}

bool otherValuesEqual(const TemplateValue &a, const TemplateValue &b)
{
    const OtherKind kindA = otherKind(a);
    const OtherKind kindB = otherKind(b);
    if (kindA != kindB && kindA != OtherKind::None && kindB != OtherKind::None)
        throw TemplateCallFailure{"non-comparable types " + shown(a) + ": " + name(a) + ", " + name(b) +
                                  ": " + shown(b)};
    if (a.isNilReference() || b.isNilReference())
        return a.isNilReference() == b.isNilReference();
    const bool comparable = kindB == OtherKind::Pointer || b.type() == GoType::Time;
    if (!comparable)
        throw TemplateCallFailure{"non-comparable type " + shown(b) + ": " + name(b)};
    return a.isIdenticalTo(b);
}

} // namespace

bool templateValuesEqual(const TemplateValue &boxedA, const TemplateValue &boxedB)
{
    const TemplateValue a = boxedA.unboxed();
    const TemplateValue b = boxedB.unboxed();
    const BasicKind kind = basicKind(a);
    if (isWhole(kind) && isWhole(basicKind(b)))
        return a.asInteger() == b.asInteger();
    if (kind != basicKind(b)) {
        if (!a.isNil() && !b.isNil())
            failIncompatible(a, b);
        return false;
    }
    switch (kind) {
    case BasicKind::Bool:
        return a.asBool() == b.asBool();
    case BasicKind::Float:
        return a.asReal() == b.asReal();
    case BasicKind::String:
        return a.asText() == b.asText();
    default:
        return otherValuesEqual(a, b);
    }
}

bool templateValueLess(const TemplateValue &boxedA, const TemplateValue &boxedB)
{
    const TemplateValue a = boxedA.unboxed();
    const TemplateValue b = boxedB.unboxed();
    const BasicKind kind = basicKind(a);
    if (kind == BasicKind::None || basicKind(b) == BasicKind::None)
        throw TemplateCallFailure{"invalid type for comparison"};
    if (isWhole(kind) && isWhole(basicKind(b)))
        return a.asInteger() < b.asInteger();
    if (kind != basicKind(b))
        failIncompatible(a, b);
    if (kind == BasicKind::Bool)
        throw TemplateCallFailure{"invalid type for comparison"};
    return kind == BasicKind::Float ? a.asReal() < b.asReal() : a.asText() < b.asText();
}

} // namespace sightglass
