// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/relabelreader.h"

#include "parser/base/asciicase.h"
#include "parser/base/goregex.h"
#include "parser/base/quoting.h"
#include "parser/config/configfields.h"
#include "parser/config/labelnames.h"

#include <array>
#include <utility>

namespace sightglass {
namespace {

using namespace std::string_view_literals;

/// In the order of RelabelAction.
constexpr std::array actionNames = {"replace"sv,   "keep"sv,      "drop"sv,     "keepequal"sv,
                                    "dropequal"sv, "hashmod"sv,   "labelmap"sv, "labeldrop"sv,
                                    "labelkeep"sv, "lowercase"sv, "uppercase"sv};

void readAction(const YamlNode &node, RelabelDraft &draft, ConfigReading &reading)
{
    draft.action.reset();
    if (node.kind == YamlKind::Null)
        return;
    std::string text;
    readValue(node, text, reading);
    const std::string name = asciiLower(text);
    for (std::size_t i = 0; i < actionNames.size(); ++i)
        if (name == actionNames[i])
            draft.action = static_cast<RelabelAction>(i);
    if (!draft.action)
        reading.refuseValue(node.position, "unknown relabel action " + goQuoted(text));
}

void readSourceLabels(const YamlNode &node, RelabelDraft &draft, ConfigReading &reading)
{
    draft.sourceLabels.reset();
    if (node.kind == YamlKind::Null)
        return;
    std::vector<std::string> names;
    readSequence(node, "model.LabelNames", reading, [&](const YamlNode &item) {
        std::string &name = names.emplace_back();
        readValue(item, name, reading);
        if (item.kind != YamlKind::Null && !isLabelName(name, NameValidation::Utf8))
            reading.refuseValue(item.position, goQuoted(name) + " is not a valid label name");
    });
    draft.sourceLabels = std::move(names);
}

void readRegex(const YamlNode &node, RelabelDraft &draft, ConfigReading &reading)
{
    std::string text;
    readValue(node, text, reading);
    if (reading.failed())
        return;
    if (const auto regex = GoRegex::compileWrapped(text); !regex)
        reading.refuseValue(node.position, plainText(regex.error()));
    draft.regex = std::move(text);
}

void readModulus(const YamlNode &node, RelabelDraft &draft, ConfigReading &reading)
{
    readUint64(node, draft.modulus, reading);
}

constexpr auto fields = std::to_array<ConfigField<RelabelDraft>>({
    {"source_labels", readSourceLabels},
    {"separator", intoMember<&RelabelDraft::separator>},
    {"regex", readRegex},
    {"modulus", readModulus},
    {"target_label", intoMember<&RelabelDraft::targetLabel>},
    {"replacement", intoMember<&RelabelDraft::replacement>},
    {"action", readAction},
});

} // namespace

std::string_view relabelActionName(RelabelAction action)
{
    return actionNames[static_cast<std::size_t>(action)];
}

std::vector<RelabelDraft> readRelabelRules(const YamlNode &node, std::string_view nullText,
                                           ConfigReading &reading)
{
    std::vector<RelabelDraft> rules;
    readSequence(node, "[]*relabel.Config", reading, [&](const YamlNode &item) {
        RelabelDraft &rule = rules.emplace_back();
        rule.position = item.position;
        if (item.kind == YamlKind::Null)
            reading.refuseValue(item.position, std::string(nullText));
        readFields<RelabelDraft>(item, "relabel.plain", fields, rule, reading);
    });
    return rules;
}

} // namespace sightglass
