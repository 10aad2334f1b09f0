// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/rulediagnosis.h"

#include "model/assist/exprwalk.h"
#include "model/assist/ruleremarks.h"
#include "parser/base/utf8cut.h"
#include "parser/promql/print.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

namespace sightglass {

namespace {

using promql::BinaryOp;

Labels nameless(const Labels &labels)
{
    return labels.without(metricNameLabel);
}

BinaryOp mirrored(BinaryOp op)
{
    switch (op) {
    case BinaryOp::Lt:
        return BinaryOp::Gt;
    case BinaryOp::Le:
        return BinaryOp::Ge;
    case BinaryOp::Gt:
        return BinaryOp::Lt;
    case BinaryOp::Ge:
        return BinaryOp::Le;
    default:
        return op;
    }
}

bool isScalar(const promql::Expr &expr)
{
    return expr.type == promql::ValueType::Scalar;
}

/// How far a value is from its threshold, as a share of the threshold where that is not 0.
double distanceOf(const ComparedSet &set)
{
    if (!set.value || !set.threshold || std::isnan(*set.value) || std::isnan(*set.threshold))
        return std::numeric_limits<double>::infinity();
    const double distance = std::abs(*set.value - *set.threshold);
    return std::abs(*set.threshold) > 0 ? distance / std::abs(*set.threshold) : distance;
}

void sortSets(std::vector<ComparedSet> &sets)
{
    std::stable_sort(sets.begin(), sets.end(), [](const ComparedSet &a, const ComparedSet &b) {
        return std::pair(!a.holds, a.holds ? 0.0 : distanceOf(a)) <
               std::pair(!b.holds, b.holds ? 0.0 : distanceOf(b));
    });
}

using Values = std::unordered_map<Labels, double, LabelsHash>;

class Diagnoser
{
public:
    Diagnoser(const RuleDiagnosisSource &source, std::stop_token cancel)
        : m_source(source)
        , m_cancel(std::move(cancel))
        , m_engine(source.options)
    {
        for (const Label &label : source.status.rule->writtenLabels)
            m_added.push_back(label.name);
        m_added.emplace_back("alertname");
        m_added.emplace_back(metricNameLabel);
    }

    RuleDiagnosis diagnose();

private:
    void findSlots();
    void compare(const promql::Binary &binary);
    [[nodiscard]] Values valuesOf(const promql::Expr &expr, const promql::Binary &binary) const;
    [[nodiscard]] Labels matchedPart(const Labels &labels, const promql::Binary &binary) const;
    void lookBack();
    void addHistory(const promql::Expr &expr, SetPresence presence);
    void addAlerts();
    void addQuietSets();
    void order();
    [[nodiscard]] RuleVerdict verdict() const;
    /// What stays of an alert's or element's labels without those that the rule adds or takes away.
    [[nodiscard]] Labels identity(const Labels &labels) const { return labels.dropping(m_added); }

    const RuleDiagnosisSource &m_source;
    std::stop_token m_cancel;
    QueryEngine m_engine;
    std::vector<std::string> m_added;
    RuleDiagnosis m_result;
    const promql::Expr *m_compared = nullptr;          ///< what the first comparison compares
    std::map<Labels, std::vector<SetPresence>> m_seen; ///< by identity
};

RuleDiagnosis Diagnoser::diagnose()
{
    const RuleStatus &status = m_source.status;
    const Rule &rule = *status.rule;
    m_result.forMs = rule.forMs;
    m_result.at = status.lastEvaluation.value_or(m_source.now);
    const ExplainSource explained{m_source.snapshot,
                                  m_source.catalog,
                                  m_source.options,
                                  m_result.at,
                                  m_source.scrapeIntervalMs,
                                  {},
                                  {}};
    m_result.explanation = explainQuery(rule.query, explained, m_cancel);
    if (rule.expr != nullptr) {
        findSlots();
        walkExpr(*rule.expr, [this](const promql::Expr &node, ExprPath) {
            const auto *binary = promql::as<promql::Binary>(&node);
            const bool filters = binary != nullptr && promql::isComparison(binary->op) && !binary->returnBool;
            if (filters && !isScalar(*binary) && m_result.comparisons.size() < mostComparisons)
                compare(*binary);
        });
        lookBack();
        addAlerts();
        addQuietSets();
        order();
    }
    m_result.verdict = verdict();
    m_result.remarks = ruleRemarks(m_result, status, m_source.intervalMs);
    return std::move(m_result);
}

void Diagnoser::findSlots()
{
    for (std::size_t i = diagnosedEvaluations; i-- > 0;)
        m_result.times.push_back(m_result.at - static_cast<std::int64_t>(i) * m_source.intervalMs);
}

Labels Diagnoser::matchedPart(const Labels &labels, const promql::Binary &binary) const
{
    if (!binary.matching)
        return nameless(labels);
    return binary.matching->on ? labels.keeping(binary.matching->labels)
                               : nameless(labels.dropping(binary.matching->labels));
}

Values Diagnoser::valuesOf(const promql::Expr &expr, const promql::Binary &binary) const
{
    Values values;
    const auto result = m_engine.instant(m_source.snapshot, expr, m_result.at, m_cancel);
    if (!result)
        return values;
    if (isScalar(expr))
        values.emplace(Labels(), result->scalar.v);
    for (const VectorElement &element : result->vector) {
        const double value = element.histogram != nullptr ? std::nan("") : element.value;
        values.emplace(nameless(element.labels), value);
        values.emplace(matchedPart(element.labels, binary), value);
    }
    return values;
}

void Diagnoser::compare(const promql::Binary &binary)
{
    RuleComparison comparison;
    comparison.text = utf8Prefix(promql::printExpr(binary), longestNodeText);
    const bool turned = isScalar(*binary.lhs);
    comparison.op = turned ? mirrored(binary.op) : binary.op;
    const promql::Expr &compared = turned ? *binary.rhs : *binary.lhs;
    const promql::Expr &limit = turned ? *binary.lhs : *binary.rhs;
    if (m_compared == nullptr)
        m_compared = &compared;
    promql::Binary truth = binary;
    truth.returnBool = true;
    const auto result = m_engine.instant(m_source.snapshot, truth, m_result.at, m_cancel);
    const Values values = valuesOf(compared, binary);
    const Values limits = valuesOf(limit, binary);
    const auto lookUp = [this, &binary](const Values &in, const promql::Expr &from, const Labels &labels) {
        auto found = in.find(isScalar(from) ? Labels() : nameless(labels));
        if (found == in.end())
            found = in.find(matchedPart(labels, binary));
        return found == in.end() ? std::nullopt : std::optional(found->second);
    };
    for (std::size_t i = 0; result && i < result->vector.size(); ++i) {
        const VectorElement &element = result->vector[i];
        comparison.sets.push_back({nameless(element.labels), lookUp(values, compared, element.labels),
                                   lookUp(limits, limit, element.labels), element.value != 0});
    }
    sortSets(comparison.sets);
    comparison.count = comparison.sets.size();
    comparison.sets.resize(std::min(comparison.count, mostComparedSets));
    m_result.comparisons.push_back(std::move(comparison));
}

void Diagnoser::addHistory(const promql::Expr &expr, SetPresence presence)
{
    const std::vector<TimestampMs> &times = m_result.times;
    const auto result =
        m_engine.range(m_source.snapshot, expr, {times.front(), times.back(), m_source.intervalMs}, m_cancel);
    if (!result)
        return;
    for (const MatrixSeries &series : result->matrix) {
        std::vector<SetPresence> &seen = m_seen[identity(series.labels)];
        seen.resize(times.size(), SetPresence::Absent);
        const auto mark = [&](TimestampMs t) {
            const auto slot = static_cast<std::size_t>((t - times.front()) / m_source.intervalMs);
            seen[std::min(slot, seen.size() - 1)] = presence;
        };
        for (const Sample &sample : series.samples)
            mark(sample.t);
        for (const HistogramSample &sample : series.histograms)
            mark(sample.t);
    }
}

void Diagnoser::lookBack()
{
    if (m_compared != nullptr && m_compared->type == promql::ValueType::InstantVector)
        addHistory(*m_compared, SetPresence::Quiet);
    if (m_source.status.rule->expr->type == promql::ValueType::InstantVector)
        addHistory(*m_source.status.rule->expr, SetPresence::Holds);
}

void Diagnoser::addAlerts()
{
    for (const Alert &alert : m_source.status.alerts) {
        if (alert.state == AlertState::Inactive)
            continue;
        RuleLabelSet set;
        set.labels = alert.labels;
        set.state = alert.state;
        set.value = alert.value;
        set.activeAt = alert.activeAt;
        const std::int64_t passed = std::max<std::int64_t>(m_result.at - alert.activeAt, 0);
        set.forLeftMs =
            alert.state == AlertState::Firing ? 0 : std::max<std::int64_t>(m_result.forMs - passed, 0);
        set.forShare = m_result.forMs > 0 && alert.state == AlertState::Pending
                           ? std::min(1.0, static_cast<double>(passed) / static_cast<double>(m_result.forMs))
                           : 1;
        m_result.sets.push_back(std::move(set));
    }
}

void Diagnoser::addQuietSets()
{
    std::map<Labels, std::size_t> known;
    for (std::size_t i = 0; i < m_result.sets.size(); ++i)
        known.emplace(identity(m_result.sets[i].labels), i);
    if (!m_result.comparisons.empty()) {
        for (const ComparedSet &compared : m_result.comparisons.front().sets) {
            const auto [place, isNew] = known.try_emplace(identity(compared.labels), m_result.sets.size());
            if (isNew) {
                RuleLabelSet set;
                set.labels = compared.labels;
                set.value = compared.value;
                m_result.sets.push_back(std::move(set));
            }
            m_result.sets[place->second].threshold = compared.threshold;
        }
    }
    for (const auto &[labels, seen] : m_seen) {
        const auto [place, isNew] = known.try_emplace(labels, m_result.sets.size());
        if (isNew)
            m_result.sets.push_back({labels, {}, {}, {}, {}, 0, 0, {}});
        m_result.sets[place->second].seen = seen;
    }
}

void Diagnoser::order()
{
    const auto key = [](const RuleLabelSet &set) {
        const double distance = distanceOf({{}, set.value, set.threshold, false});
        return std::tuple(-static_cast<int>(set.state), set.forLeftMs, distance);
    };
    std::stable_sort(m_result.sets.begin(), m_result.sets.end(),
                     [&key](const RuleLabelSet &a, const RuleLabelSet &b) { return key(a) < key(b); });
    m_result.setCount = m_result.sets.size();
}

RuleVerdict Diagnoser::verdict() const
{
    const RuleStatus &status = m_source.status;
    if (status.rule->expr == nullptr || status.error)
        return RuleVerdict::Broken;
    if (!status.lastEvaluation)
        return RuleVerdict::NotEvaluated;
    if (status.state == AlertState::Firing)
        return RuleVerdict::Fires;
    if (status.state == AlertState::Pending)
        return RuleVerdict::Waits;
    const bool hasValues = std::any_of(m_result.comparisons.begin(), m_result.comparisons.end(),
                                       [](const RuleComparison &comparison) { return comparison.count > 0; });
    return hasValues ? RuleVerdict::NotMet : RuleVerdict::NothingFound;
}

} // namespace

RuleDiagnosis diagnoseRule(const RuleDiagnosisSource &source, const std::stop_token &cancel)
{
    RuleDiagnosis diagnosis = Diagnoser(source, cancel).diagnose();
    diagnosis.sets.resize(std::min(diagnosis.sets.size(), mostComparedSets));
    return diagnosis;
}

} // namespace sightglass
