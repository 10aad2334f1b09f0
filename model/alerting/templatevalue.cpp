// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/templatevalue.h"

namespace sightglass {

namespace {

/// What a reference points to, or something empty that lives forever.
template<typename T, typename Payload>
const T &target(const Payload &payload) noexcept
{
    static const T empty{};
    if (const auto *shared = std::get_if<std::shared_ptr<const T>>(&payload); shared != nullptr && *shared)
        return **shared;
    return empty;
}

} // namespace

TemplateValue::TemplateValue(GoType type, Payload payload, bool pointer)
    : m_type(type)
    , m_pointer(pointer)
    , m_payload(std::move(payload))
{}

TemplateValue TemplateValue::boolean(bool value)
{
    return {GoType::Bool, value};
}

TemplateValue TemplateValue::integer(std::int64_t value, GoType type)
{
    return {type, value};
}

TemplateValue TemplateValue::real(double value)
{
    return {GoType::Float64, value};
}

TemplateValue TemplateValue::string(std::string value, GoType type)
{
    return {type, std::make_shared<const std::string>(std::move(value))};
}

TemplateValue TemplateValue::labels(const Labels &labels)
{
    auto map = std::make_shared<TemplateMap>();
    for (const LabelView label : labels)
        map->emplace(label.name, string(std::string(label.value)));
    return {GoType::StringMap, std::shared_ptr<const TemplateMap>(std::move(map))};
}

TemplateValue TemplateValue::anyMap(TemplateMap map)
{
    return {GoType::AnyMap, std::make_shared<const TemplateMap>(std::move(map))};
}

TemplateValue TemplateValue::sampleList(TemplateList samples)
{
    return {GoType::SampleList, std::make_shared<TemplateList>(std::move(samples))};
}

TemplateValue TemplateValue::sample(TemplateValue labels, TemplateValue value)
{
    TemplateFields fields = {{"Labels", std::move(labels)}, {"Value", value.boxed()}};
    return {GoType::Sample, std::make_shared<const TemplateFields>(std::move(fields)), true};
}

TemplateValue TemplateValue::alertData(TemplateFields fields)
{
    return {GoType::AlertData, std::make_shared<const TemplateFields>(std::move(fields))};
}

TemplateValue TemplateValue::time(std::int64_t unixNanoseconds)
{
    return {GoType::Time, unixNanoseconds};
}

TemplateValue TemplateValue::duration(std::int64_t nanoseconds)
{
    return {GoType::Duration, nanoseconds};
}

TemplateValue TemplateValue::histogram(HistogramPtr histogram)
{
    return {GoType::Histogram, std::move(histogram), true};
}

TemplateValue TemplateValue::nilOf(GoType type, bool pointer)
{
    return {type, std::monostate{}, pointer};
}

bool TemplateValue::isNilReference() const noexcept
{
    return std::holds_alternative<std::monostate>(m_payload);
}

TemplateValue TemplateValue::boxed() const
{
    TemplateValue value = *this;
    value.m_boxed = true;
    return value;
}

TemplateValue TemplateValue::unboxed() const
{
    TemplateValue value = *this;
    value.m_boxed = false;
    return value;
}

TemplateValue TemplateValue::pointer() const
{
    TemplateValue value = *this;
    value.m_pointer = true;
    return value;
}

TemplateValue TemplateValue::dereferenced() const
{
    TemplateValue value = *this;
    value.m_pointer = false;
    return value;
}

bool TemplateValue::isInteger() const noexcept
{
    switch (m_type) {
    case GoType::Int:
    case GoType::Int32:
    case GoType::Int64:
    case GoType::Uint8:
    case GoType::Duration:
    case GoType::Month:
    case GoType::Weekday:
        return true;
    default:
        return false;
    }
}

bool TemplateValue::asBool() const noexcept
{
    const bool *value = std::get_if<bool>(&m_payload);
    return value != nullptr && *value;
}

std::int64_t TemplateValue::asInteger() const noexcept
{
    const std::int64_t *value = std::get_if<std::int64_t>(&m_payload);
    return value != nullptr ? *value : 0;
}

double TemplateValue::asReal() const noexcept
{
    const double *value = std::get_if<double>(&m_payload);
    return value != nullptr ? *value : 0;
}

const std::string &TemplateValue::asText() const noexcept
{
    return target<std::string>(m_payload);
}

const TemplateMap &TemplateValue::asMap() const noexcept
{
    return target<TemplateMap>(m_payload);
}

const TemplateList &TemplateValue::asList() const noexcept
{
    static const TemplateList empty;
    const auto *list = std::get_if<std::shared_ptr<TemplateList>>(&m_payload);
    return list != nullptr && *list ? **list : empty;
}

TemplateList *TemplateValue::sharedList() noexcept
{
    const auto *list = std::get_if<std::shared_ptr<TemplateList>>(&m_payload);
    return list != nullptr ? list->get() : nullptr;
}

const TemplateFields &TemplateValue::asFields() const noexcept
{
    return target<TemplateFields>(m_payload);
}

const HistogramPtr &TemplateValue::asHistogram() const noexcept
{
    static const HistogramPtr none;
    const auto *histogram = std::get_if<HistogramPtr>(&m_payload);
    return histogram != nullptr ? *histogram : none;
}

std::string_view TemplateValue::typeName() const noexcept
{
    return m_boxed ? "interface {}" : goTypeName(m_type, m_pointer);
}

bool TemplateValue::truth() const noexcept
{
    if (m_pointer)
        return !isNilReference();
    switch (m_type) {
    case GoType::Nil:
        return false;
    case GoType::Bool:
        return asBool();
    case GoType::Float64:
        return asReal() != 0;
    case GoType::String:
    case GoType::Html:
        return !asText().empty();
    case GoType::StringMap:
    case GoType::AnyMap:
        return !asMap().empty();
    case GoType::SampleList:
        return !asList().empty();
    default:
        return !isInteger() || asInteger() != 0;
    }
}

std::string_view goTypeName(GoType type, bool pointer) noexcept
{
    switch (type) {
    case GoType::Nil:
        return "<nil>";
    case GoType::Bool:
        return "bool";
    case GoType::Int:
        return "int";
    case GoType::Int32:
        return "int32";
    case GoType::Int64:
        return "int64";
    case GoType::Uint8:
        return "uint8";
    case GoType::Float64:
        return "float64";
    case GoType::String:
        return "string";
    case GoType::Html:
        return "template.HTML";
    case GoType::StringMap:
        return "map[string]string";
    case GoType::AnyMap:
        return "map[string]interface {}";
    case GoType::SampleList:
        return "template.queryResult";
    case GoType::Sample:
        return pointer ? "*template.sample" : "template.sample";
    case GoType::AlertData:
        return "struct { Labels map[string]string; ExternalLabels map[string]string; ExternalURL string; "
               "Value "
               "interface {} }";
    case GoType::Time:
        return pointer ? "*time.Time" : "time.Time";
    case GoType::Duration:
        return pointer ? "*time.Duration" : "time.Duration";
    case GoType::Month:
        return "time.Month";
    case GoType::Weekday:
        return "time.Weekday";
    case GoType::Histogram:
        return pointer ? "*histogram.FloatHistogram" : "histogram.FloatHistogram";
    }
    return {};
}

} // namespace sightglass
