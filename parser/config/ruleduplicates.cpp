// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/ruleduplicates.h"

#include <map>
#include <utility>

namespace sightglass {
namespace {

Labels labelsOf(const WrittenRule &rule)
{
    std::vector<Label> labels;
    for (const WrittenLabel &label : rule.labels)
        labels.push_back({label.name.value, label.value.value});
    return Labels(std::move(labels));
}

} // namespace

std::vector<DuplicateRules> duplicateRules(const RuleFile &file)
{
    std::map<std::pair<std::string, Labels>, std::vector<DuplicateRules::Place>> places;
    for (std::size_t group = 0; group < file.groups.size(); ++group) {
        const std::vector<WrittenRule> &rules = file.groups[group].rules;
        for (std::size_t rule = 0; rule < rules.size(); ++rule)
            places[{rules[rule].name(), labelsOf(rules[rule])}].push_back({group, rule});
    }
    std::vector<DuplicateRules> duplicates;
    for (auto &[identity, found] : places)
        if (found.size() > 1)
            duplicates.push_back({identity.first, identity.second, std::move(found)});
    return duplicates;
}

std::string duplicatesText(const std::vector<DuplicateRules> &duplicates)
{
    std::string text = std::to_string(duplicates.size()) + " duplicate rule(s) found.\n";
    for (const DuplicateRules &each : duplicates) {
        text += "Metric: " + each.name + "\nLabel(s):\n";
        for (const LabelView label : each.labels)
            text.append("\t").append(label.name).append(": ").append(label.value).append("\n");
    }
    return text + "Might cause inconsistency while recording expressions";
}

} // namespace sightglass
