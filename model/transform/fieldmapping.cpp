// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/fieldmapping.h"

#include "model/fields/jsvalue.h"
#include "model/transform/cellvalue.h"
#include "parser/base/asciicase.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sightglass {

namespace {

constexpr std::array<OptionWord<FieldRole>, 14> roles{{{"field.name", FieldRole::Name},
                                                       {"field.value", FieldRole::Value},
                                                       {"field.label", FieldRole::Label},
                                                       {"__ignore", FieldRole::Ignored},
                                                       {"max", FieldRole::Max},
                                                       {"min", FieldRole::Min},
                                                       {"unit", FieldRole::Unit},
                                                       {"decimals", FieldRole::Decimals},
                                                       {"displayName", FieldRole::DisplayName},
                                                       {"color", FieldRole::Color},
                                                       {"threshold1", FieldRole::Threshold},
                                                       {"mappings.value", FieldRole::MappingValue},
                                                       {"mappings.color", FieldRole::MappingColor},
                                                       {"mappings.text", FieldRole::MappingText}}};

/// Mappings of more values nobody could read.
constexpr std::size_t mostMappings = 10'000;

FieldRole roleFromName(const std::string &name)
{
    const std::string lower = asciiLower(name);
    const auto found =
        std::find_if(roles.begin(), roles.end(), [&lower](const auto &role) { return role.first == lower; });
    return found == roles.end() ? FieldRole::Nothing : found->second;
}

void setNumber(std::optional<double> &out, const FieldValue &value)
{
    const double number = cellNumber(value);
    if (!std::isnan(number))
        out = number;
}

void addThreshold(FieldConfig &config, const FieldValue &value, const std::string &color)
{
    const double number = cellNumber(value);
    if (std::isnan(number))
        return;
    if (!config.thresholds)
        config.thresholds.emplace();
    config.thresholds->steps.push_back({number, color});
    std::stable_sort(config.thresholds->steps.begin(), config.thresholds->steps.end(),
                     [](const ThresholdStep &a, const ThresholdStep &b) { return a.from < b.from; });
}

void setDecimals(FieldConfig &config, const FieldValue &value)
{
    const double number = cellNumber(value);
    if (number == std::trunc(number) && number >= 0 && number <= 15)
        config.decimals = static_cast<int>(number);
}

void configure(FieldConfig &config, const FieldMapping &mapping, const FieldValue &value)
{
    if (isNull(value))
        return;
    switch (mapping.role) {
    case FieldRole::Max:
        setNumber(config.max, value);
        return;
    case FieldRole::Min:
        setNumber(config.min, value);
        return;
    case FieldRole::Unit:
        config.unit = cellText(value);
        return;
    case FieldRole::Decimals:
        setDecimals(config, value);
        return;
    case FieldRole::DisplayName:
        config.displayName = cellText(value);
        return;
    case FieldRole::Color:
        config.color = FieldColor{ColorMode::Fixed, cellText(value), {}, ColorBy::Last};
        return;
    case FieldRole::Threshold:
        addThreshold(config, value, mapping.thresholdColor);
        return;
    default:
        return;
    }
}

const Field *columnOf(const Frame &frame, const MappedFields &mapped, FieldRole role)
{
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        if (mapped.fields[i].role == role)
            return &frame.fields[i];
    }
    return nullptr;
}

std::optional<std::string> textAt(const Field *field, std::size_t row)
{
    if (field == nullptr || isNull(cellAt(*field, row)))
        return std::nullopt;
    return cellText(cellAt(*field, row));
}

/// Every row of the columns for mappings is one mapping.
void configureMappings(FieldConfig &config, const Frame &frame, const MappedFields &mapped)
{
    const Field *values = columnOf(frame, mapped, FieldRole::MappingValue);
    if (values == nullptr)
        return;
    const Field *texts = columnOf(frame, mapped, FieldRole::MappingText);
    const Field *colors = columnOf(frame, mapped, FieldRole::MappingColor);
    std::vector<ValueMapping> mappings;
    for (std::size_t row = 0; row < std::min(values->values.size(), mostMappings); ++row) {
        if (const auto value = textAt(values, row))
            mappings.push_back({ExactMapping{*value}, {textAt(texts, row), textAt(colors, row), {}}});
    }
    config.mappings = std::move(mappings);
}

/// Where nothing is said, the first text is the name and the first number the value.
FieldRole guessedRole(const Field &field, const MappedFields &mapped,
                      const std::vector<FieldMapping> &mappings)
{
    const auto said = [&mappings](FieldRole role) {
        return std::any_of(mappings.begin(), mappings.end(),
                           [role](const FieldMapping &mapping) { return mapping.role == role; });
    };
    if (field.type == FieldType::Text && !mapped.name && !said(FieldRole::Name))
        return FieldRole::Name;
    if (field.type == FieldType::Number && !mapped.value && !said(FieldRole::Value))
        return FieldRole::Value;
    return FieldRole::Nothing;
}

} // namespace

std::vector<FieldMapping> readFieldMappings(OptionReader &options)
{
    std::vector<FieldMapping> mappings;
    for (OptionReader &item : options.objects("mappings")) {
        FieldMapping mapping;
        mapping.fieldName = item.text("fieldName");
        mapping.role = item.word<FieldRole>("handlerKey", roles, FieldRole::Nothing);
        mapping.calculation = readCalculation(item, "reducerId");
        OptionReader arguments = item.object("handlerArguments");
        OptionReader threshold = arguments.object("threshold");
        mapping.thresholdColor = threshold.text("color", "red");
        threshold.finish();
        arguments.finish();
        item.finish();
        mappings.push_back(std::move(mapping));
    }
    return mappings;
}

MappedFields mappedFields(const Frame &frame, const std::vector<std::string> &names,
                          const std::vector<FieldMapping> &mappings, RowsBecome rows)
{
    MappedFields mapped;
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        const auto said =
            std::find_if(mappings.begin(), mappings.end(),
                         [&names, i](const FieldMapping &mapping) { return mapping.fieldName == names[i]; });
        const bool isSaid = said != mappings.end();
        FieldMapping mapping = isSaid ? *said : FieldMapping{names[i], roleFromName(names[i]), {}, "red"};
        if (rows == RowsBecome::Fields && !isSaid && mapping.role == FieldRole::Nothing)
            mapping.role = guessedRole(frame.fields[i], mapped, mappings);
        if (rows == RowsBecome::Fields && mapping.role == FieldRole::Nothing)
            mapping.role = FieldRole::Label;
        if (mapping.role == FieldRole::Name)
            mapped.name = i;
        if (mapping.role == FieldRole::Value)
            mapped.value = i;
        mapped.fields.push_back(std::move(mapping));
    }
    return mapped;
}

FieldConfig configOfRow(const Frame &frame, std::size_t row, const MappedFields &mapped)
{
    FieldConfig config;
    for (std::size_t i = 0; i < frame.fields.size(); ++i)
        configure(config, mapped.fields[i], cellAt(frame.fields[i], row));
    return config;
}

FieldConfig configOfColumns(const Frame &frame, const MappedFields &mapped)
{
    FieldConfig config;
    for (std::size_t i = 0; i < frame.fields.size(); ++i) {
        const Calculation calculation = mapped.fields[i].calculation.value_or(Calculation::LastNotNull);
        configure(config, mapped.fields[i], calculate(calculation, frame.fields[i]));
    }
    configureMappings(config, frame, mapped);
    return config;
}

} // namespace sightglass
