// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/familymessage.h"

#include "parser/base/quoting.h"
#include "parser/exposition/familynames.h"

#include <string>

namespace sightglass {

using Wire = WireReader::Type;

namespace {

bool readField(WireReader &reader, const WireReader::Field &field, FamilyMessage &family)
{
    switch (field.number) {
    case 1:
        family.name = field.bytes;
        return reader.require(field, Wire::Bytes, "Name");
    case 2:
        family.help = field.bytes;
        return reader.require(field, Wire::Bytes, "Help");
    case 3:
        family.type = static_cast<std::int32_t>(static_cast<std::uint32_t>(field.scalar));
        return reader.require(field, Wire::Varint, "Type");
    case 4:
        family.metrics.push_back(field);
        return reader.require(field, Wire::Bytes, "Metric");
    case 5:
        family.unit = field.bytes;
        return reader.require(field, Wire::Bytes, "Unit");
    default:
        return true;
    }
}

std::string unitProblem(const FamilyMessage &family)
{
    constexpr std::string_view total = "_total";
    std::string_view name = family.name;
    const bool counter = family.kind() == FamilyMessage::Type::Counter && name.ends_with(total);
    if (counter)
        name.remove_suffix(total.size());
    if (family.unit.empty() || isUnitOf(family.unit, name))
        return {};
    return "unit " + goQuoted(family.unit) + " not a suffix of " + (counter ? "counter " : "metric ") +
           goQuoted(family.name);
}

} // namespace

void FamilyMessage::clear()
{
    name = {};
    help = {};
    unit = {};
    type = 0;
    metrics.clear();
}

MetricType FamilyMessage::metricType() const noexcept
{
    switch (kind()) {
    case Type::Counter:
        return MetricType::Counter;
    case Type::Gauge:
        return MetricType::Gauge;
    case Type::Summary:
        return MetricType::Summary;
    case Type::Histogram:
        return MetricType::Histogram;
    case Type::GaugeHistogram:
        return MetricType::GaugeHistogram;
    case Type::Untyped:
        break;
    }
    return MetricType::Unknown;
}

bool readFamily(WireReader reader, FamilyMessage &family)
{
    family.clear();
    WireReader::Field field;
    while (reader.next(field)) {
        if (!readField(reader, field, family))
            return false;
    }
    return !reader.failed();
}

std::string familyProblem(const FamilyMessage &family)
{
    if (family.name.empty() || !isValidUtf8(family.name))
        return "invalid metric name: " + std::string(family.name);
    if (!isValidUtf8(family.help))
        return "invalid help for metric " + goQuoted(family.name) + ": " + std::string(family.help);
    if (family.type < 0 || family.type > static_cast<std::int32_t>(FamilyMessage::Type::GaugeHistogram))
        return "unknown metric type for metric " + goQuoted(family.name) + ": " + std::to_string(family.type);
    return unitProblem(family);
}

} // namespace sightglass
