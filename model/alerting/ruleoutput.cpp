// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alerting/ruleoutput.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sightglass {

namespace {

Error failure(std::string text)
{
    return Error{ErrorCode::QueryFailed, {std::move(text)}, {}, {}};
}

/// Whether two have the same labels; sorts them.
template<typename T>
bool hasTwins(std::vector<T> &items)
{
    std::sort(items.begin(), items.end(), [](const T &a, const T &b) { return a.labels < b.labels; });
    return std::adjacent_find(items.begin(), items.end(),
                              [](const T &a, const T &b) { return a.labels == b.labels; }) != items.end();
}

/// `base` overlaid by others, which win; an empty value takes a label away.
Labels overlaid(const Labels &base, std::vector<Label> over)
{
    std::vector<Label> all;
    all.reserve(base.size() + over.size());
    for (const LabelView label : base)
        all.push_back(Label(label));
    std::move(over.begin(), over.end(), std::back_inserter(all));
    return Labels(std::move(all));
}

/// Where the time is over, nothing more is expanded, and that is what the text says.
std::string textOf(const RuleText &text, const TemplateSample &element,
                   const TemplateEnvironment &environment, const Status &going)
{
    if (going || !text.isTemplate())
        return text.expanded(element, environment);
    return failedExpansion(Error{ErrorCode::QueryFailed, {plainText(going.error())}, {}, {}});
}

Labels alertLabels(const TemplateSample &element, const Rule &rule, const TemplateEnvironment &environment,
                   const Status &going)
{
    std::vector<Label> over = {{std::string(metricNameLabel), {}}};
    for (const RuleText &label : rule.labelTexts)
        over.push_back({label.name(), textOf(label, element, environment, going)});
    over.push_back({"alertname", rule.name});
    return overlaid(element.labels, std::move(over));
}

} // namespace

Result<std::vector<VectorElement>> ruleElements(QueryResult result)
{
    if (result.type == promql::ValueType::Scalar)
        return std::vector<VectorElement>{{Labels(), result.scalar.v}};
    if (result.type != promql::ValueType::InstantVector)
        return failure("rule result is not a vector or scalar");
    return std::move(result.vector);
}

Result<std::vector<RuleSample>> recordedSamples(std::vector<VectorElement> elements, const Rule &rule,
                                                std::size_t limit)
{
    std::vector<RuleSample> samples;
    samples.reserve(elements.size());
    for (VectorElement &element : elements) {
        Labels labels = element.labels.with(metricNameLabel, rule.name);
        for (const Label &label : rule.writtenLabels)
            labels = labels.with(label.name, label.value);
        samples.push_back({std::move(labels), element.value, std::move(element.histogram)});
    }
    if (hasTwins(samples))
        return failure("vector contains metrics with the same labelset after applying rule labels");
    if (limit > 0 && samples.size() > limit)
        return failure("exceeded limit of " + std::to_string(limit) + " with " +
                       std::to_string(samples.size()) + " series");
    return samples;
}

Result<std::vector<ActiveAlert>> activeAlerts(std::span<const VectorElement> elements, const Rule &rule,
                                              const TemplateEnvironment &environment,
                                              const RuleCheckpoint &checkpoint)
{
    std::vector<ActiveAlert> active;
    active.reserve(elements.size());
    for (const VectorElement &element : elements) {
        const Status going = checkpoint();
        if (!going && going.error().code != ErrorCode::QueryTimedOut)
            return going.error();
        const TemplateSample sample{element.labels, element.value, element.histogram};
        ActiveAlert alert{alertLabels(sample, rule, environment, going),
                          element.histogram != nullptr ? 0.0 : element.value};
        for (const RuleText &annotation : rule.annotations)
            alert.annotations.push_back({annotation.name(), textOf(annotation, sample, environment, going)});
        active.push_back(std::move(alert));
    }
    if (hasTwins(active))
        return failure("vector contains metrics with the same labelset after applying alert labels");
    return active;
}

std::vector<RuleSample> alertSamples(const Rule &rule, std::span<const Alert> alerts)
{
    std::vector<RuleSample> samples;
    for (const Alert &alert : alerts) {
        if (alert.state == AlertState::Inactive)
            continue;
        std::vector<Label> own;
        for (const LabelView label : alert.labels)
            own.push_back(Label(label));
        own.push_back({std::string(metricNameLabel), std::string(alertsForStateMetric)});
        own.push_back({"alertname", rule.name});
        const Labels forState = overlaid(rule.labels, std::move(own));
        const Labels state = overlaid(forState, {{std::string(metricNameLabel), std::string(alertsMetric)},
                                                 {"alertstate", std::string(alertStateName(alert.state))}});
        const std::int64_t ms = alert.activeAt;
        const std::int64_t seconds = ms / 1000 - (ms % 1000 < 0 ? 1 : 0);
        samples.push_back({state, 1});
        samples.push_back({forState, static_cast<double>(seconds)});
    }
    return samples;
}

} // namespace sightglass
