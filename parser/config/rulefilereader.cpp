// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/rulefilereader.h"

#include "parser/config/rulevalidation.h"
#include "parser/config/yamldocument.h"

#include <utility>

namespace sightglass {
namespace {

void readRule(const YamlNode &node, WrittenRule &rule, StrictReading &reading)
{
    rule.position = node.position;
    reading.fields(node, "rulefmt.Rule", [&](std::string_view key, const YamlNode &value) {
        if (key == "record")
            reading.text(value, rule.record);
        else if (key == "alert")
            reading.text(value, rule.alert);
        else if (key == "expr")
            reading.text(value, rule.expr);
        else if (key == "for")
            reading.duration(value, rule.forMs);
        else if (key == "keep_firing_for")
            reading.duration(value, rule.keepFiringForMs);
        else if (key == "labels")
            reading.labels(value, rule.labels);
        else if (key == "annotations")
            reading.labels(value, rule.annotations);
        else
            return false;
        return true;
    });
}

void readQueryOffset(const YamlNode &node, WrittenGroup &group, StrictReading &reading)
{
    Written<std::int64_t> offset;
    reading.duration(node, offset);
    group.queryOffsetMs.position = offset.position;
    if (node.kind != YamlKind::Null)
        group.queryOffsetMs.value = offset.value;
}

void readGroup(const YamlNode &node, WrittenGroup &group, StrictReading &reading)
{
    group.position = node.position;
    reading.fields(node, "rulefmt.RuleGroup", [&](std::string_view key, const YamlNode &value) {
        if (key == "name")
            reading.text(value, group.name);
        else if (key == "interval")
            reading.duration(value, group.intervalMs);
        else if (key == "query_offset")
            readQueryOffset(value, group, reading);
        else if (key == "limit")
            reading.integer(value, group.limit);
        else if (key == "labels")
            reading.labels(value, group.labels);
        else if (key == "rules")
            reading.items(value, "[]rulefmt.Rule",
                          [&](const YamlNode &item) { readRule(item, group.rules.emplace_back(), reading); });
        else
            return false;
        return true;
    });
}

RuleFile readShape(const YamlDocument &document, StrictReading &reading)
{
    RuleFile file;
    file.hasMoreDocuments = document.hasMore();
    reading.fields(document.root(), "rulefmt.RuleGroups", [&](std::string_view key, const YamlNode &value) {
        if (key != "groups")
            return false;
        reading.items(value, "[]rulefmt.RuleGroup",
                      [&](const YamlNode &item) { readGroup(item, file.groups.emplace_back(), reading); });
        return true;
    });
    return file;
}

RuleProblem ofTheFile(const Error &error)
{
    RuleProblem problem;
    problem.error = error;
    problem.exactPosition = error.position;
    return problem;
}

} // namespace

RuleFileReading readRuleFile(std::string_view text, const RuleFileOptions &options)
{
    RuleFileReading result;
    const Result<YamlDocument> document = YamlDocument::parse(text, {}, GoYaml::V3);
    if (!document) {
        result.problems.push_back(ofTheFile(document.error()));
        return result;
    }
    StrictReading reading(options.unknownFields);
    result.file = readShape(*document, reading);
    for (const Error &error : reading.errors())
        result.problems.push_back(ofTheFile(error));
    if (result.ok())
        result.problems = validatedRules(result.file, text, options);
    return result;
}

Result<RuleFile> readRuleFileShape(std::string_view text, UnknownFields unknown)
{
    const Result<YamlDocument> document = YamlDocument::parse(text, {}, GoYaml::V3);
    if (!document)
        return document.error();
    StrictReading reading(unknown);
    RuleFile file = readShape(*document, reading);
    if (reading.failed())
        return reading.errors().front();
    return file;
}

} // namespace sightglass
