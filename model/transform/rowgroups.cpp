// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/transform/rowgroups.h"

#include "model/transform/cellvalue.h"

#include <unordered_map>

namespace sightglass {

namespace {

using Rows = std::vector<std::size_t>;

/// The first rule for each field, or null.
std::vector<const GroupRule *> rulesOf(const Frame &frame, const std::vector<std::string> &names,
                                       std::span<const GroupRule> rules, TransformContext &context)
{
    std::vector<const GroupRule *> result(frame.fields.size(), nullptr);
    for (const GroupRule &rule : rules) {
        for (const std::size_t field : selectedFields(frame, names, fieldSelector(rule.fields, context))) {
            if (result[field] == nullptr)
                result[field] = &rule;
        }
    }
    return result;
}

void appendCalculations(Frame &grouped, const Field &field, const std::string &name, const GroupRule &rule,
                        const std::vector<Rows> &groups)
{
    const std::size_t first = grouped.fields.size();
    for (const NamedCalculation &named : rule.calculations)
        grouped.fields.push_back(makeField(name + " (" + named.id + ")", FieldType::Number));
    for (const Rows &rows : groups) {
        const Field part = withRows(field, rows);
        for (std::size_t i = 0; i < rule.calculations.size(); ++i)
            grouped.fields[first + i].values.push_back(calculate(rule.calculations[i].calculation, part));
    }
    for (std::size_t i = 0; i < rule.calculations.size(); ++i)
        grouped.fields[first + i].type = resultType(rule.calculations[i].calculation, field.type);
}

} // namespace

std::vector<Rows> groupedRows(const Frame &frame, std::span<const std::size_t> fields)
{
    std::vector<Rows> groups;
    std::unordered_map<std::string, std::size_t> byKey;
    for (std::size_t row = 0; row < rowsOf(frame); ++row) {
        std::string key;
        for (const std::size_t field : fields)
            key.append(templateText(cellAt(frame.fields[field], row))).push_back('\0');
        const auto [found, added] = byKey.emplace(std::move(key), groups.size());
        if (added)
            groups.emplace_back();
        groups[found->second].push_back(row);
    }
    return groups;
}

GroupRule readGroupRule(OptionReader &options)
{
    static constexpr OptionWord<GroupRule::Operation> operations[]{
        {"groupby", GroupRule::Operation::GroupBy}, {"aggregate", GroupRule::Operation::Aggregate}};
    GroupRule rule;
    rule.operation = options.word<GroupRule::Operation>("operation", operations, GroupRule::Operation::None);
    options.means("aggregations", AskedOption::Kind::Calculations);
    for (const std::string &id : options.texts("aggregations")) {
        if (const auto calculation = calculationFromId(id))
            rule.calculations.push_back({id, *calculation});
        else
            options.loss("aggregations", "unknown calculation \"" + id + "\"");
    }
    return rule;
}

std::vector<GroupRule> readGroupFields(OptionReader &options)
{
    std::vector<GroupRule> rules;
    if (!options.has("fields"))
        return rules;
    for (auto &[name, member] : options.object("fields").members()) {
        GroupRule rule = readGroupRule(member);
        rule.fields = FieldMatching::byNames({name});
        member.finish();
        if (rule.operation != GroupRule::Operation::None)
            rules.push_back(std::move(rule));
    }
    return rules;
}

std::optional<Frame> groupedFrame(const Frame &frame, const std::vector<std::string> &names,
                                  std::span<const GroupRule> rules, TransformContext &context)
{
    const std::vector<const GroupRule *> ruleOf = rulesOf(frame, names, rules, context);
    std::vector<std::size_t> keys;
    for (std::size_t i = 0; i < ruleOf.size(); ++i) {
        if (ruleOf[i] != nullptr && ruleOf[i]->operation == GroupRule::Operation::GroupBy)
            keys.push_back(i);
    }
    if (keys.empty())
        return std::nullopt;
    const std::vector<Rows> groups = groupedRows(frame, keys);
    Rows firsts;
    for (const Rows &rows : groups)
        firsts.push_back(rows.front());
    Frame grouped;
    grouped.refId = frame.refId;
    for (const std::size_t key : keys) {
        grouped.fields.push_back(withRows(frame.fields[key], firsts));
        grouped.fields.back().labels = {};
    }
    for (std::size_t i = 0; i < ruleOf.size(); ++i) {
        if (ruleOf[i] != nullptr && ruleOf[i]->operation == GroupRule::Operation::Aggregate)
            appendCalculations(grouped, frame.fields[i], names[i], *ruleOf[i], groups);
    }
    return grouped;
}

} // namespace sightglass
