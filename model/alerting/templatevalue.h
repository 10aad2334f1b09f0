// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/histogram/floathistogram.h"
#include "parser/base/labels.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sightglass {

/// The Go types that values of Prometheus' alert templates have; error texts and %T name them.
enum class GoType : std::uint8_t
{
    Nil, ///< no value at all
    Bool,
    Int,
    Int32,
    Int64,
    Uint8, ///< a byte, which indexing a string gives
    Float64,
    String,
    Html, ///< template.HTML, a string
    StringMap,
    AnyMap,     ///< what args makes
    SampleList, ///< what query gives
    Sample,
    AlertData, ///< what . is at the beginning
    Time,
    Duration,
    Month,
    Weekday,
    Histogram,
};

class TemplateValue;
using TemplateMap = std::map<std::string, TemplateValue, std::less<>>;
using TemplateList = std::vector<TemplateValue>;
using TemplateFields = std::vector<std::pair<std::string_view, TemplateValue>>; ///< of a struct, in order

/// A value of a template, as Go's reflection sees it. Copies share what is large.
class TemplateValue
{
public:
    /// No value: prints as <no value>, is false.
    TemplateValue() = default;

    static TemplateValue boolean(bool value);
    static TemplateValue integer(std::int64_t value, GoType type = GoType::Int);
    static TemplateValue real(double value);
    static TemplateValue string(std::string value, GoType type = GoType::String);
    static TemplateValue labels(const Labels &labels);
    static TemplateValue anyMap(TemplateMap map);
    static TemplateValue sampleList(TemplateList samples);
    static TemplateValue sample(TemplateValue labels, TemplateValue value); ///< a *sample
    static TemplateValue alertData(TemplateFields fields);
    static TemplateValue time(std::int64_t unixNanoseconds);       ///< a time.Time
    static TemplateValue duration(std::int64_t nanoseconds);       ///< a time.Duration
    static TemplateValue histogram(HistogramPtr histogram);        ///< a *FloatHistogram
    static TemplateValue nilOf(GoType type, bool pointer = false); ///< nil of a pointer, map or list type

    [[nodiscard]] GoType type() const noexcept { return m_type; }
    [[nodiscard]] bool isNil() const noexcept { return m_type == GoType::Nil; }
    [[nodiscard]] bool isPointer() const noexcept { return m_pointer; }
    /// Held in a variable of type interface{}; with isNil(), a nil interface.
    [[nodiscard]] bool isBoxed() const noexcept { return m_boxed; }
    /// A nil pointer, map or list, or no value.
    [[nodiscard]] bool isNilReference() const noexcept;

    [[nodiscard]] TemplateValue boxed() const;
    [[nodiscard]] TemplateValue unboxed() const;
    [[nodiscard]] TemplateValue pointer() const;      ///< to a copy of it
    [[nodiscard]] TemplateValue dereferenced() const; ///< itself where it is no pointer

    [[nodiscard]] bool isText() const noexcept { return m_type == GoType::String || m_type == GoType::Html; }
    [[nodiscard]] bool isInteger() const noexcept; ///< of any integer type, time.Duration and the like too
    [[nodiscard]] bool isMap() const noexcept
    {
        return m_type == GoType::StringMap || m_type == GoType::AnyMap;
    }
    [[nodiscard]] bool isStruct() const noexcept
    {
        return m_type == GoType::Sample || m_type == GoType::AlertData;
    }

    // Each only for its type; empty where the reference is nil.
    [[nodiscard]] bool asBool() const noexcept;
    [[nodiscard]] std::int64_t asInteger() const noexcept; ///< nanoseconds of a time or duration
    [[nodiscard]] double asReal() const noexcept;
    [[nodiscard]] const std::string &asText() const noexcept;
    [[nodiscard]] const TemplateMap &asMap() const noexcept;
    [[nodiscard]] const TemplateList &asList() const noexcept;
    [[nodiscard]] TemplateList *sharedList() noexcept; ///< that all copies see; null for nil
    [[nodiscard]] const TemplateFields &asFields() const noexcept;
    [[nodiscard]] const HistogramPtr &asHistogram() const noexcept;

    /// Go's name of the type: *template.sample, map[string]string, interface {}.
    [[nodiscard]] std::string_view typeName() const noexcept;

    /// Go's == of two values that it can compare: pointers to the same thing.
    [[nodiscard]] bool isIdenticalTo(const TemplateValue &other) const noexcept
    {
        return m_type == other.m_type && m_pointer == other.m_pointer && m_payload == other.m_payload;
    }

    /// Truth as if, and, or and not see it.
    [[nodiscard]] bool truth() const noexcept;

private:
    using Payload =
        std::variant<std::monostate, bool, std::int64_t, double, std::shared_ptr<const std::string>,
                     std::shared_ptr<const TemplateMap>, std::shared_ptr<TemplateList>,
                     std::shared_ptr<const TemplateFields>, HistogramPtr>;

    TemplateValue(GoType type, Payload payload, bool pointer = false);

    GoType m_type = GoType::Nil;
    bool m_pointer = false;
    bool m_boxed = false;
    Payload m_payload;
};

/// Go's name of a type, or of a pointer to it.
[[nodiscard]] std::string_view goTypeName(GoType type, bool pointer) noexcept;

} // namespace sightglass
