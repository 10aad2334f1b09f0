// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/incidenttest.h"

#include "model/alerting/headrulestore.h"
#include "model/alerting/incidentseries.h"
#include "model/alerting/rulegrouprun.h"
#include "model/alerting/ruletestseries.h"
#include "model/alerting/ruletesttext.h"
#include "model/core/plainname.h"
#include "parser/base/durationtext.h"
#include "parser/config/ruletestfile.h"
#include "parser/config/rulewriter.h"
#include "parser/config/yamltext.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace sightglass {

namespace {

using FiringAlerts = std::vector<TestedAlert>;

Error refused(std::string why)
{
    return Error{ErrorCode::ConfigValue, {std::move(why)}, {}, {}};
}

/// What promtool evaluates: every group at the same interval.
std::int64_t evaluationInterval(std::span<const RuleGroup> groups)
{
    std::int64_t shortest = std::numeric_limits<std::int64_t>::max();
    for (const RuleGroup &group : groups)
        shortest = std::min(shortest, group.intervalMs);
    return shortest;
}

/// So long before the incident begins what its rules look at.
std::int64_t leadMs(std::span<const RuleGroup> groups)
{
    std::int64_t lead = 0;
    for (const RuleGroup &group : groups) {
        for (const RulePtr &rule : group.rules) {
            if (rule->expr != nullptr)
                lead = std::max(lead, lookBackMs(*rule->expr));
        }
    }
    return lead;
}

TextPairs annotationsOf(const Alert &alert)
{
    TextPairs pairs = alert.annotations;
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// What the alerts of each name did, evaluation by evaluation.
class Replay
{
public:
    Replay(std::span<const RuleGroup> groups, const std::vector<IncidentSeries> &series,
           const IncidentSampling &sampling)
        : m_steps(sampling.steps)
        , m_options{QueryEngine(options(sampling.steps.stepMs))}
        , m_head({std::numeric_limits<std::int64_t>::max() / 4, std::size_t{4} << 30U})
    {
        m_options.maxAlertsPerRule = 0;
        for (const RuleGroup &group : groups)
            m_runs.emplace_back(group, m_options);
        m_test.intervalMs.value = m_steps.stepMs / sampling.placesPerStep;
        for (const IncidentSeries &each : series)
            m_test.inputSeries.push_back({{each.series, {}}, {each.values, {}}});
    }

    Status run(const std::stop_token &cancel)
    {
        RuleTestInput input;
        if (Status read = input.read(m_test); !read)
            return read;
        HeadRuleStore store(m_head);
        for (TimestampMs t = 0; t <= m_steps.end - m_steps.start; t += m_steps.stepMs) {
            if (cancel.stop_requested())
                return Error{ErrorCode::QueryCancelled, {"the replay"}, {}, {}};
            if (Status loaded = input.loadUntil(t, m_head); !loaded)
                return loaded;
            for (RuleGroupRun &run : m_runs) {
                static_cast<void>(run.evaluate(m_options, {store, t, t, cancel}));
                if (Status taken = take(run, t); !taken)
                    return taken;
            }
        }
        return Done{};
    }

    /// By name, then by time since the start.
    std::map<std::string, std::map<std::int64_t, FiringAlerts>> firing;

private:
    static QueryOptions options(std::int64_t stepMs)
    {
        QueryOptions made;
        made.maxSamples = 10'000; // as promtool's: what does not run there is no test
        made.defaultSubqueryStepMs = stepMs;
        return made;
    }

    Status take(const RuleGroupRun &run, TimestampMs t)
    {
        for (std::size_t i = 0; i < run.size(); ++i) {
            const RuleStatus &status = run.status(i);
            if (status.error)
                return *status.error;
            if (status.rule->kind != RuleKind::Alerting)
                continue;
            FiringAlerts &alerts = firing[status.rule->name][t];
            for (const Alert &alert : status.alerts) {
                if (alert.state == AlertState::Firing)
                    alerts.push_back({textPairs(alert.labels), annotationsOf(alert)});
            }
            std::sort(alerts.begin(), alerts.end());
        }
        return Done{};
    }

    StepRange m_steps;
    RuleEngineOptions m_options;
    Head m_head;
    std::vector<RuleGroupRun> m_runs;
    RuleTest m_test;
};

/// The evaluations at which something is worth checking: changes, those right before, and the last one.
std::set<std::int64_t> checkedTimes(const std::map<std::int64_t, FiringAlerts> &byTime)
{
    std::set<std::int64_t> times;
    const FiringAlerts none;
    const FiringAlerts *before = &none;
    std::optional<std::int64_t> previous;
    for (const auto &[t, alerts] : byTime) {
        // Annotations with values change all the time; who fires is what matters.
        const auto same = [](const TestedAlert &a, const TestedAlert &b) { return a.labels == b.labels; };
        if (!std::equal(alerts.begin(), alerts.end(), before->begin(), before->end(), same)) {
            if (previous)
                times.insert(*previous);
            times.insert(t);
        }
        before = &alerts;
        previous = t;
    }
    if (!times.empty() && previous)
        times.insert(*previous);
    return times;
}

void writePairs(std::string &text, const char *key, const TextPairs &pairs, std::string_view without)
{
    text += std::string("            ") + (std::string_view(key) == "exp_labels" ? "- " : "  ") + key + ":";
    bool any = false;
    for (const Label &pair : pairs) {
        if (pair.name == without)
            continue;
        text += "\n                " + yamlKey(pair.name) + ": " + yamlQuoted(pair.value);
        any = true;
    }
    text += any ? "\n" : " {}\n";
}

void writeCheck(std::string &text, const std::string &name, std::int64_t t, const FiringAlerts &alerts)
{
    text += "      - eval_time: " + formatDurationMs(t) + "\n        alertname: " + yamlQuoted(name) + '\n';
    if (alerts.empty()) {
        text += "        exp_alerts: []\n";
        return;
    }
    text += "        exp_alerts:\n";
    for (const TestedAlert &alert : alerts) {
        writePairs(text, "exp_labels", alert.labels, "alertname");
        writePairs(text, "exp_annotations", alert.annotations, {});
    }
}

} // namespace

Result<std::string> incidentTest(const Snapshot &snapshot, const Incident &incident,
                                 const std::stop_token &cancel)
{
    if (incident.groups.empty())
        return refused("there is no rule to test");
    const std::int64_t step = evaluationInterval(incident.groups);
    const StepRange steps{incident.range.from - leadMs(incident.groups), incident.range.to, step};
    const auto evaluations = static_cast<std::size_t>((steps.end - steps.start) / step);
    if (evaluations > mostIncidentEvaluations)
        return refused("that is " + std::to_string(evaluations) + " evaluations; a test has at most " +
                       std::to_string(mostIncidentEvaluations) + ": choose a shorter time");
    const int places = placesPerStep(incident.groups, step);
    const IncidentSampling sampling{steps, places, mostIncidentSeries};
    auto series = incidentSeries(snapshot, incident.groups, sampling);
    if (!series)
        return std::move(series).error();
    if (series->empty())
        return refused("the rules select nothing in this time");
    Replay replay(incident.groups, *series, sampling);
    if (Status replayed = replay.run(cancel); !replayed)
        return std::move(replayed).error();

    std::string text = "# What happened, as a unit test: promtool test rules FILE, or sightglass test rules "
                       "FILE\nrule_files:\n";
    for (const std::string &file : incident.ruleFiles)
        text += "  - " + yamlQuoted(file) + '\n';
    text += "evaluation_interval: " + formatDurationMs(step) +
            "\ntests:\n  - interval: " + formatDurationMs(step / places) + '\n';
    text += "    name: " + yamlQuoted(incident.name) + "\n    input_series:\n";
    for (const IncidentSeries &each : *series)
        text += "      - series: " + yamlQuoted(each.series) +
                "\n        values: " + yamlQuoted(each.values) + '\n';
    text += "    alert_rule_test:\n";
    std::size_t checks = 0;
    for (const auto &[name, byTime] : replay.firing) {
        for (const std::int64_t t : checkedTimes(byTime)) {
            if (checks++ < mostIncidentChecks)
                writeCheck(text, name, t, byTime.at(t));
        }
    }
    if (checks == 0)
        return refused("no alert of these rules fires in this time");
    return text;
}

std::string ruleFileText(std::span<const RuleGroup> groups)
{
    std::string text = "groups:\n";
    for (const RuleGroup &group : groups) {
        WrittenGroup written;
        written.name.value = group.name;
        written.intervalMs.value = group.intervalMs;
        for (const RulePtr &rule : group.rules) {
            WrittenRule one;
            (rule->kind == RuleKind::Recording ? one.record : one.alert).value = rule->name;
            one.expr.value = rule->query;
            one.forMs.value = rule->forMs;
            one.keepFiringForMs.value = rule->keepFiringForMs;
            for (const Label &label : rule->writtenLabels)
                one.labels.push_back({{label.name, {}}, {label.value, {}}});
            for (const RuleText &annotation : rule->annotations)
                one.annotations.push_back({{annotation.name(), {}}, {annotation.text(), {}}});
            written.rules.push_back(std::move(one));
        }
        text += blockItem(written, {});
    }
    return text;
}

std::string incidentFileName(std::string_view alert)
{
    constexpr std::size_t longest = 80;
    const std::string name = plainName(alert, NameCase::Kept, longest);
    return (name.empty() ? "alert" : name) + "_test.yml";
}

} // namespace sightglass
