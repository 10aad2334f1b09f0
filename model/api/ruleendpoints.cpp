// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apitime.h"
#include "model/api/endpoints.h"
#include "model/api/parameterreader.h"
#include "model/api/resultjson.h"
#include "model/storage/labelmatcher.h"
#include "parser/base/bytehash.h"
#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace sightglass {

namespace {

/// Go's %e with as many digits as are needed: 1e+00, 1.5e+01.
std::string exponentText(double value)
{
    if (!std::isfinite(value))
        return formatFloat(value);
    std::array<char, 40> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
    return {buffer.data(), end};
}

/// Names are unique; values may be empty, which labels never have.
void writeTexts(JsonWriter &writer, const std::vector<Label> &texts)
{
    writer.beginObject();
    for (const Label &text : texts)
        writer.member(text.name, text.value);
    writer.endObject();
}

/// As they are written, not expanded.
std::vector<Label> annotationsOf(const Rule &rule)
{
    std::vector<Label> annotations;
    for (const RuleText &annotation : rule.annotations)
        annotations.push_back({annotation.name(), annotation.text()});
    return annotations;
}

/// Pending and firing ones.
void writeAlerts(JsonWriter &writer, const RuleStatus &status)
{
    for (const Alert &alert : status.alerts) {
        if (alert.state == AlertState::Inactive || writer.full())
            continue;
        writer.beginObject();
        writer.key("labels");
        writeLabels(writer, alert.labels);
        writer.key("annotations");
        writeTexts(writer, alert.annotations);
        writer.member("state", alertStateName(alert.state));
        writer.member("activeAt", rfc3339Text(alert.activeAt));
        if (alert.keepFiringSince)
            writer.member("keepFiringSince", rfc3339Text(*alert.keepFiringSince));
        writer.member("value", exponentText(alert.value));
        writer.endObject();
    }
}

std::string_view healthName(const RuleStatus &status)
{
    if (status.error)
        return "err";
    return status.lastEvaluation ? "ok" : "unknown";
}

void writeSeconds(JsonWriter &writer, std::string_view name, std::int64_t milliseconds)
{
    writer.key(name);
    writer.literal(secondsText(milliseconds));
}

void writeEvaluation(JsonWriter &writer, double seconds, const std::optional<TimestampMs> &last)
{
    writer.key("evaluationTime");
    writer.real(seconds);
    writer.member("lastEvaluation", last ? rfc3339Text(*last) : neverText);
}

enum class WithAlerts : std::uint8_t
{
    Yes,
    No
};

void writeAlertingFields(JsonWriter &writer, const RuleStatus &status, WithAlerts alerts)
{
    const Rule &rule = *status.rule;
    writeSeconds(writer, "duration", rule.forMs);
    writeSeconds(writer, "keepFiringFor", rule.keepFiringForMs);
    writer.key("labels");
    writeLabels(writer, rule.labels);
    writer.key("annotations");
    writeTexts(writer, annotationsOf(rule));
    if (alerts == WithAlerts::No)
        return;
    writer.key("alerts");
    writer.beginArray();
    writeAlerts(writer, status);
    writer.endArray();
}

void writeRule(JsonWriter &writer, const RuleStatus &status, WithAlerts alerts)
{
    const Rule &rule = *status.rule;
    const bool alerting = rule.kind == RuleKind::Alerting;
    writer.beginObject();
    if (alerting)
        writer.member("state", alertStateName(status.state));
    writer.member("name", rule.name);
    writer.member("query", rule.query);
    if (alerting) {
        writeAlertingFields(writer, status, alerts);
    } else {
        writer.key("labels");
        writeLabels(writer, rule.labels);
    }
    writer.member("health", healthName(status));
    if (status.error)
        writer.member("lastError", plainText(*status.error));
    writeEvaluation(writer, status.evaluationSeconds, status.lastEvaluation);
    writer.member("type", alerting ? "alerting" : "recording");
    writer.endObject();
}

void writeGroup(JsonWriter &writer, const RuleGroupStatus &group,
                const std::vector<const RuleStatus *> &rules, WithAlerts alerts)
{
    writer.beginObject();
    writer.member("name", group.name);
    writer.member("file", group.file);
    writer.key("rules");
    writer.beginArray();
    for (const RuleStatus *rule : rules)
        writeRule(writer, *rule, alerts);
    writer.endArray();
    writeSeconds(writer, "interval", group.intervalMs);
    writer.key("limit");
    writer.integer(static_cast<std::int64_t>(group.limit));
    writeEvaluation(writer, group.evaluationSeconds, group.lastEvaluation);
    if (group.missedEvaluations > 0) { // Prometheus has it as a metric only
        writer.key("missedEvaluations");
        writer.integer(static_cast<std::int64_t>(group.missedEvaluations));
    }
    writer.endObject();
}

/// Which rules and groups a request is about.
class RuleFilter
{
public:
    RuleFilter(const ApiParameters &parameters, ParameterReader &reader)
        : m_names(parameters.values("rule_name[]"))
        , m_groups(parameters.values("rule_group[]"))
        , m_files(parameters.values("file[]"))
    {
        const std::string_view type = reader.text("type");
        if (!type.empty() && type != "alert" && type != "record")
            reader.fail(invalidParameter("type", "not supported value " + goQuoted(type)));
        m_wantsAlerting = type != "record";
        m_wantsRecording = type != "alert";
        for (const std::vector<Matcher> &matchers : reader.matchers())
            m_matchers.emplace_back(matchers.begin(), matchers.end());
    }

    [[nodiscard]] std::vector<const RuleStatus *> rulesOf(const ApiRuleGroup &group) const
    {
        std::vector<const RuleStatus *> rules;
        if (!accepts(m_groups, group.group.name) || !accepts(m_files, group.group.file))
            return rules;
        for (const RuleStatus &rule : group.rules) {
            const bool wanted = rule.rule->kind == RuleKind::Alerting ? m_wantsAlerting : m_wantsRecording;
            if (wanted && accepts(m_names, rule.rule->name) && matches(rule.rule->labels))
                rules.push_back(&rule);
        }
        return rules;
    }

private:
    static bool accepts(const std::vector<std::string_view> &wanted, std::string_view name)
    {
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
    }

    [[nodiscard]] bool matches(const Labels &labels) const
    {
        const auto satisfied = [&labels](const std::vector<LabelMatcher> &matchers) {
            return std::all_of(matchers.begin(), matchers.end(),
                               [&labels](const LabelMatcher &matcher) { return matcher.matches(labels); });
        };
        return m_matchers.empty() || std::any_of(m_matchers.begin(), m_matchers.end(), satisfied);
    }

    std::vector<std::string_view> m_names;
    std::vector<std::string_view> m_groups;
    std::vector<std::string_view> m_files;
    std::vector<std::vector<LabelMatcher>> m_matchers;
    bool m_wantsAlerting = true;
    bool m_wantsRecording = true;
};

/// What the next page begins with; of no meaning to anybody else.
std::string pageToken(const ApiRuleGroup &group)
{
    return std::to_string(hashBytes(group.group.file + ';' + group.group.name));
}

/// A page of groups.
struct Page
{
    std::optional<std::size_t> limit;
    std::size_t first = 0;
};

Page readPage(ParameterReader &reader, const std::vector<ApiRuleGroup> &groups)
{
    Page page;
    const std::string_view token = reader.text("group_next_token");
    const std::string_view limit = reader.text("group_limit");
    if (!token.empty() && limit.empty())
        reader.fail(invalidParameter("group_next_token", "group_limit needs to be present in order to "
                                                         "paginate over the groups"));
    if (!limit.empty()) {
        std::int32_t number = 0;
        const auto [end, error] = std::from_chars(limit.data(), limit.data() + limit.size(), number);
        if (error != std::errc() || end != limit.data() + limit.size())
            reader.fail(invalidParameter("group_limit", "group_limit needs to be a valid number: "
                                                        "strconv.ParseInt: parsing " +
                                                            goQuoted(limit) + ": invalid syntax"));
        else if (number <= 0)
            reader.fail(invalidParameter("group_limit", "group_limit needs to be greater than 0"));
        else
            page.limit = static_cast<std::size_t>(number);
    }
    if (token.empty())
        return page;
    const auto at = std::find_if(groups.begin(), groups.end(),
                                 [token](const ApiRuleGroup &group) { return pageToken(group) == token; });
    if (at == groups.end())
        reader.fail(invalidParameter("group_next_token", "invalid group_next_token '" + std::string(token) +
                                                             "'. were rule groups changed?"));
    page.first = static_cast<std::size_t>(at - groups.begin());
    return page;
}

} // namespace

void answerRules(const ApiCall &call, Envelope &envelope)
{
    const std::vector<ApiRuleGroup> &groups = call.context.state->ruleGroups;
    ParameterReader reader(call.request.parameters);
    const RuleFilter filter(call.request.parameters, reader);
    const WithAlerts alerts = reader.flag("exclude_alerts") ? WithAlerts::No : WithAlerts::Yes;
    const Page page = readPage(reader, groups);
    if (reader.failed())
        return envelope.fail(reader.error());
    constexpr std::size_t mostProblems = 100;
    const std::vector<std::string> &problems = call.context.state->ruleProblems;
    for (std::size_t i = 0; i < std::min(problems.size(), mostProblems); ++i)
        envelope.warn(problems[i]);
    JsonWriter &writer = envelope.data();
    std::size_t written = 0;
    const ApiRuleGroup *next = nullptr;
    writer.beginObject();
    writer.key("groups");
    writer.beginArray();
    for (std::size_t i = page.first; i < groups.size() && next == nullptr && !writer.full(); ++i) {
        const std::vector<const RuleStatus *> rules = filter.rulesOf(groups[i]);
        if (rules.empty())
            continue;
        if (page.limit && written == *page.limit) {
            next = &groups[i];
            continue;
        }
        writeGroup(writer, groups[i].group, rules, alerts);
        ++written;
    }
    writer.endArray();
    if (next != nullptr)
        writer.member("groupNextToken", pageToken(*next));
    writer.endObject();
}

void answerAlerts(const ApiCall &call, Envelope &envelope)
{
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    writer.key("alerts");
    writer.beginArray();
    for (const ApiRuleGroup &group : call.context.state->ruleGroups) {
        for (const RuleStatus &rule : group.rules)
            writeAlerts(writer, rule);
    }
    writer.endArray();
    writer.endObject();
}

void answerAlertmanagers(const ApiCall &call, Envelope &envelope)
{
    JsonWriter &writer = envelope.data();
    writer.beginObject();
    writer.key("activeAlertmanagers");
    writer.beginArray();
    if (call.context.state->senders) {
        for (const ApiSender &sender : *call.context.state->senders) {
            if (sender.kind != ApiSender::Kind::Alertmanager)
                continue;
            writer.beginObject();
            writer.key("url");
            writer.string(sender.name + (sender.name.ends_with('/') ? "api/v2/alerts" : "/api/v2/alerts"));
            writer.endObject();
        }
    }
    writer.endArray();
    writer.key("droppedAlertmanagers");
    writer.beginArray();
    writer.endArray();
    writer.endObject();
}

} // namespace sightglass
