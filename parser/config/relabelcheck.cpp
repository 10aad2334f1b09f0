// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/quoting.h"
#include "parser/config/labelnames.h"
#include "parser/config/relabelreader.h"

#include <initializer_list>

namespace sightglass {
namespace {

using enum RelabelAction;

bool isOneOf(RelabelAction action, std::initializer_list<RelabelAction> actions)
{
    for (const RelabelAction each : actions)
        if (each == action)
            return true;
    return false;
}

/// Whether the target label is good for the action; with references to groups in it for replace.
bool isGoodTarget(const RelabelDraft &draft, RelabelAction action, NameValidation names)
{
    if (action == Replace && draft.targetLabel.find('$') != std::string::npos)
        return isLabelTemplate(draft.targetLabel, names);
    return isLabelName(draft.targetLabel, names);
}

/// Whether any field but source_labels, target_label and regex was changed.
bool hasMore(const RelabelDraft &draft)
{
    return draft.modulus != 0 || draft.separator != ";" || draft.replacement != "$1";
}

/// What is wrong with the rule, if anything: Prometheus' checks in their order.
std::string problem(const RelabelDraft &draft, RelabelAction action, NameValidation names)
{
    const std::string name(relabelActionName(action));
    const bool toLabel = isOneOf(action, {Replace, HashMod, Lowercase, Uppercase, KeepEqual, DropEqual});
    if (action == HashMod && draft.modulus == 0)
        return "relabel configuration for hashmod requires non-zero modulus";
    if (toLabel && draft.targetLabel.empty())
        return "relabel configuration for " + name + " action requires 'target_label' value";
    if (toLabel && action != HashMod && !isGoodTarget(draft, action, names))
        return goQuoted(draft.targetLabel) + " is invalid 'target_label' for " + name + " action";
    if (isOneOf(action, {Lowercase, Uppercase, KeepEqual, DropEqual}) && draft.replacement != "$1")
        return "'replacement' can not be set for " + name + " action";
    if (action == LabelMap && !isLabelTemplate(draft.replacement, names))
        return goQuoted(draft.replacement) + " is invalid 'replacement' for " + name + " action";
    if (action == HashMod && !isGoodTarget(draft, action, names))
        return goQuoted(draft.targetLabel) + " is invalid 'target_label' for " + name + " action";
    if (isOneOf(action, {KeepEqual, DropEqual}) && (draft.regex || hasMore(draft)))
        return name + " action requires only 'source_labels' and `target_label`, and no other fields";
    if (isOneOf(action, {LabelDrop, LabelKeep}) &&
        (draft.sourceLabels || !draft.targetLabel.empty() || hasMore(draft)))
        return name + " action requires only 'regex', and no other fields";
    return {};
}

} // namespace

RelabelRule finishedRelabelRule(const RelabelDraft &draft, NameValidation names, ConfigReading &reading)
{
    if (!draft.action)
        reading.refuseValue(draft.position, "relabel action cannot be empty");
    RelabelRule rule;
    rule.action = draft.action.value_or(Replace);
    if (std::string text = problem(draft, rule.action, names); !text.empty())
        reading.refuseValue(draft.position, std::move(text));
    if (draft.sourceLabels)
        rule.sourceLabels = *draft.sourceLabels;
    rule.separator = draft.separator;
    if (draft.regex)
        rule.regex = *draft.regex;
    rule.modulus = draft.modulus;
    rule.targetLabel = draft.targetLabel;
    rule.replacement = draft.replacement;
    rule.position = draft.position;
    return rule;
}

} // namespace sightglass
