// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/ruletestfile.h"

#include "parser/base/durationtext.h"
#include "parser/base/quoting.h"
#include "parser/config/strictreading.h"
#include "parser/config/unixtime.h"
#include "parser/config/yamldocument.h"

#include <unordered_set>

namespace sightglass {
namespace {

/// Fills in one test.
class RuleTestReader
{
public:
    explicit RuleTestReader(StrictReading &reading)
        : m_reading(reading)
    {}

    void read(const YamlNode &node, RuleTest &test)
    {
        test.position = node.position;
        m_reading.fields(node, "main.testGroup", [&](std::string_view key, const YamlNode &value) {
            return takeSetting(key, value, test) || takeCases(key, value, test);
        });
    }

private:
    bool takeSetting(std::string_view key, const YamlNode &value, RuleTest &test)
    {
        if (key == "name")
            m_reading.text(value, test.name);
        else if (key == "interval")
            m_reading.duration(value, test.intervalMs);
        else if (key == "start_timestamp")
            readStart(value, test.startTimestampMs);
        else if (key == "external_labels")
            m_reading.labels(value, test.externalLabels);
        else if (key == "external_url")
            m_reading.text(value, test.externalUrl);
        else
            return false;
        return true;
    }

    bool takeCases(std::string_view key, const YamlNode &value, RuleTest &test)
    {
        if (key == "input_series")
            m_reading.items(value, "[]main.series",
                            [&](const YamlNode &item) { read(item, test.inputSeries.emplace_back()); });
        else if (key == "alert_rule_test")
            m_reading.items(value, "[]main.alertTestCase",
                            [&](const YamlNode &item) { read(item, test.alertTests.emplace_back()); });
        else if (key == "promql_expr_test")
            m_reading.items(value, "[]main.promqlTestCase",
                            [&](const YamlNode &item) { read(item, test.exprTests.emplace_back()); });
        else
            return false;
        return true;
    }

    void readStart(const YamlNode &node, Written<std::int64_t> &start)
    {
        Written<std::string> text;
        m_reading.text(node, text);
        start.position = node.position;
        if (node.kind != YamlKind::Scalar)
            return;
        if (const auto time = unixTimeMs(text.value))
            start.value = *time;
        else
            m_reading.refuse(ErrorCode::ConfigValue, node.position,
                             "cannot parse " + goQuoted(text.value) + " to a valid timestamp");
    }

    void read(const YamlNode &node, RuleTestSeries &series)
    {
        m_reading.fields(node, "main.series", [&](std::string_view key, const YamlNode &value) {
            if (key == "series")
                m_reading.text(value, series.series);
            else if (key == "values")
                m_reading.text(value, series.values);
            else
                return false;
            return true;
        });
    }

    void read(const YamlNode &node, AlertRuleTest &test)
    {
        test.position = node.position;
        m_reading.fields(node, "main.alertTestCase", [&](std::string_view key, const YamlNode &value) {
            if (key == "eval_time")
                m_reading.duration(value, test.evalTimeMs);
            else if (key == "alertname")
                m_reading.text(value, test.alertname);
            else if (key == "exp_alerts")
                m_reading.items(value, "[]main.alert",
                                [&](const YamlNode &item) { read(item, test.alerts.emplace_back()); });
            else
                return false;
            return true;
        });
    }

    void read(const YamlNode &node, ExpectedAlert &alert)
    {
        m_reading.fields(node, "main.alert", [&](std::string_view key, const YamlNode &value) {
            if (key == "exp_labels")
                m_reading.labels(value, alert.labels);
            else if (key == "exp_annotations")
                m_reading.labels(value, alert.annotations);
            else
                return false;
            return true;
        });
    }

    void read(const YamlNode &node, PromqlExprTest &test)
    {
        test.position = node.position;
        m_reading.fields(node, "main.promqlTestCase", [&](std::string_view key, const YamlNode &value) {
            if (key == "expr")
                m_reading.text(value, test.expr);
            else if (key == "eval_time")
                m_reading.duration(value, test.evalTimeMs);
            else if (key == "exp_samples")
                m_reading.items(value, "[]main.sample",
                                [&](const YamlNode &item) { read(item, test.samples.emplace_back()); });
            else
                return false;
            return true;
        });
    }

    void read(const YamlNode &node, ExpectedSample &sample)
    {
        m_reading.fields(node, "main.sample", [&](std::string_view key, const YamlNode &value) {
            if (key == "labels")
                m_reading.text(value, sample.labels);
            else if (key == "value")
                m_reading.number(value, sample.value);
            else if (key == "histogram")
                m_reading.text(value, sample.histogram);
            else
                return false;
            return true;
        });
    }

    StrictReading &m_reading;
};

void readTexts(const YamlNode &node, std::vector<Written<std::string>> &texts, StrictReading &reading)
{
    reading.items(node, "[]string", [&](const YamlNode &item) { reading.text(item, texts.emplace_back()); });
}

RuleTestFile readShape(const YamlNode &root, StrictReading &reading)
{
    RuleTestFile file;
    reading.fields(root, "main.unitTestFile", [&](std::string_view key, const YamlNode &value) {
        if (key == "rule_files")
            readTexts(value, file.ruleFiles, reading);
        else if (key == "evaluation_interval")
            reading.duration(value, file.evaluationIntervalMs);
        else if (key == "group_eval_order")
            readTexts(value, file.groupOrder, reading);
        else if (key == "fuzzy_compare")
            reading.flag(value, file.fuzzyCompare);
        else if (key == "tests")
            reading.items(value, "[]main.testGroup", [&](const YamlNode &item) {
                RuleTestReader(reading).read(item, file.tests.emplace_back());
            });
        else
            return false;
        return true;
    });
    return file;
}

void fillDefaults(RuleTestFile &file)
{
    constexpr std::int64_t minute = 60'000;
    if (file.evaluationIntervalMs.value == 0)
        file.evaluationIntervalMs.value = minute;
    for (RuleTest &test : file.tests)
        if (test.intervalMs.value == 0)
            test.intervalMs.value = file.evaluationIntervalMs.value;
}

void checkValues(const RuleTestFile &file, StrictReading &reading)
{
    std::unordered_set<std::string_view> groups;
    for (const Written<std::string> &group : file.groupOrder)
        if (!groups.insert(group.value).second)
            reading.refuse(ErrorCode::ConfigValue, group.position,
                           "group name repeated in evaluation order: " + group.value);
    for (const RuleTest &test : file.tests) {
        const std::string where = test.name.value.empty() ? "" : " (in TestGroup " + test.name.value + ")";
        for (const AlertRuleTest &alert : test.alertTests)
            if (alert.alertname.value.empty())
                reading.refuse(
                    ErrorCode::ConfigValue, alert.position,
                    "an item under alert_rule_test misses required attribute alertname at eval_time " +
                        formatDurationMs(alert.evalTimeMs.value) + where);
    }
}

} // namespace

RuleTestReading readRuleTestFile(std::string_view text)
{
    RuleTestReading result;
    const Result<YamlDocument> document = YamlDocument::parse(text, {}, GoYaml::V3);
    if (!document) {
        result.errors.push_back(document.error());
        return result;
    }
    StrictReading reading(UnknownFields::Refused);
    result.file = readShape(document->root(), reading);
    fillDefaults(result.file);
    if (!reading.failed())
        checkValues(result.file, reading);
    result.errors = reading.errors();
    return result;
}

} // namespace sightglass
