// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/explain.h"

#include "model/assist/clockcheck.h"
#include "model/assist/emptiness.h"
#include "model/assist/exprwalk.h"
#include "model/assist/lint.h"
#include "model/histogram/histogramtext.h"
#include "parser/base/utf8cut.h"
#include "parser/promql/parse.h"
#include "parser/promql/print.h"

#include <algorithm>
#include <chrono>

namespace sightglass {

namespace {

using promql::as;
using promql::Expr;
using promql::ValueType;

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

bool isVector(const Expr &expr)
{
    return expr.type == ValueType::InstantVector || expr.type == ValueType::RangeVector;
}

class Explainer
{
public:
    Explainer(std::string_view query, const ExplainSource &source, std::stop_token cancel)
        : m_query(query)
        , m_source(source)
        , m_cancel(std::move(cancel))
    {}

    Explanation explain()
    {
        m_explanation.at = m_source.at;
        const std::string masked = maskedIntervals(m_query, m_source.intervals);
        const auto expr = promql::parseExpr(masked, m_source.options.features);
        if (!expr) {
            m_explanation.error = expr.error();
            return std::move(m_explanation);
        }
        visit(**expr, std::nullopt, 0);
        includeTimesBelow();
        diagnose();
        const LintContext context{m_source.catalog, m_source.scrapeIntervalMs};
        std::vector<Finding> advice = lintQuery(m_query, **expr, context);
        auto &findings = m_explanation.findings;
        // What the data say is more than what the names say: no advice on a place that is diagnosed already.
        std::erase_if(advice, [&findings](const Finding &finding) {
            return std::any_of(findings.begin(), findings.end(), [&finding](const Finding &found) {
                return found.span == finding.span && found.kind != FindingKind::EmptiesHere &&
                       finding.kind != FindingKind::ClockAgainstNumber;
            });
        });
        std::erase_if(advice, [this](const Finding &finding) { return isRefutedByData(finding); });
        // Where a name does not exist, that it is empty says no more.
        if (std::any_of(advice.begin(), advice.end(), tellsWhyEmpty))
            std::erase_if(findings, [](const Finding &f) { return f.kind == FindingKind::EmptiesHere; });
        findings.insert(findings.end(), advice.begin(), advice.end());
        tidyFindings(findings, m_query);
        std::stable_sort(findings.begin(), findings.end(),
                         [](const Finding &a, const Finding &b) { return a.severity < b.severity; });
        return std::move(m_explanation);
    }

private:
    static bool tellsWhyEmpty(const Finding &finding)
    {
        return finding.kind == FindingKind::UnknownMetric || finding.kind == FindingKind::UnknownMetricNear ||
               finding.kind == FindingKind::BareHistogram || finding.kind == FindingKind::QuantileWithoutLe;
    }

    /// A metric that is no time by its name is one by its values.
    [[nodiscard]] bool isRefutedByData(const Finding &finding) const
    {
        if (finding.kind != FindingKind::ClockAgainstNumber)
            return false;
        return std::any_of(
            m_explanation.nodes.begin(), m_explanation.nodes.end(), [&finding](const ExplainedNode &node) {
                return node.kind == promql::ExprKind::VectorSelector &&
                       node.span.begin >= finding.span.begin && node.span.end <= finding.span.end &&
                       node.sampleValue.value_or(0) >= earliestTime;
            });
    }

    void visit(const Expr &expr, std::optional<std::size_t> parent, std::size_t depth)
    {
        if (const auto *paren = as<promql::Paren>(&expr)) {
            visit(*paren->expr, parent, depth);
            return;
        }
        const bool late = m_cancel.stop_requested() || millisecondsSince(m_start) > longestExplanationMs;
        if (late || m_explanation.nodes.size() >= mostExplainedNodes) {
            m_explanation.complete = false;
            return;
        }
        const std::size_t index = m_explanation.nodes.size();
        m_exprs.push_back(&expr);
        m_explanation.nodes.push_back(evaluated(expr));
        m_explanation.nodes[index].parent = parent;
        m_explanation.nodes[index].depth = depth;
        for (const Expr *operand : operandsOf(expr))
            visit(*operand, index, depth + 1);
    }

    /// The parts are measured one by one, each at another moment; a part takes no less than what is below it.
    void includeTimesBelow()
    {
        std::vector<ExplainedNode> &nodes = m_explanation.nodes;
        for (std::size_t i = nodes.size(); i-- > 1;) {
            if (nodes[i].parent)
                nodes[*nodes[i].parent].milliseconds =
                    std::max(nodes[*nodes[i].parent].milliseconds, nodes[i].milliseconds);
        }
    }

    [[nodiscard]] ExplainedNode evaluated(const Expr &expr) const
    {
        ExplainedNode node;
        node.text = utf8Prefix(promql::printExpr(expr), longestNodeText);
        node.span = expr.span;
        node.kind = expr.kind;
        node.type = expr.type;
        QueryOptions options = m_source.options;
        const auto left = longestExplanationMs - static_cast<std::int64_t>(millisecondsSince(m_start));
        options.timeoutMs = std::clamp<std::int64_t>(left, 1, options.timeoutMs);
        const auto start = Clock::now();
        const StepRange query = m_source.query.value_or(StepRange{m_source.at, m_source.at, 0});
        const auto result = QueryEngine(options).step(m_source.snapshot, expr, query, m_source.at, m_cancel);
        node.milliseconds = millisecondsSince(start);
        if (result)
            describe(*result, node);
        else
            node.error = result.error();
        return node;
    }

    static void describe(const QueryResult &result, ExplainedNode &node)
    {
        switch (result.type) {
        case ValueType::Scalar:
            node.series = 1;
            node.sampleValue = result.scalar.v;
            break;
        case ValueType::String:
            node.series = 1;
            break;
        case ValueType::InstantVector:
            node.series = result.vector.size();
            if (!result.vector.empty())
                describe(result.vector.front(), node);
            break;
        case ValueType::RangeVector:
            node.series = result.matrix.size();
            for (const MatrixSeries &series : result.matrix)
                node.samples += series.samples.size() + series.histograms.size();
            if (!result.matrix.empty())
                describe(result.matrix.front(), node);
            break;
        }
    }

    static void describe(const VectorElement &element, ExplainedNode &node)
    {
        node.sampleLabels = element.labels.toString();
        if (element.histogram)
            node.sampleHistogram = toText(*element.histogram);
        else
            node.sampleValue = element.value;
    }

    static void describe(const MatrixSeries &series, ExplainedNode &node)
    {
        node.sampleLabels = series.labels.toString();
        if (!series.samples.empty())
            node.sampleValue = series.samples.back().v;
        else if (!series.histograms.empty())
            node.sampleHistogram = toText(*series.histograms.back().histogram);
    }

    /// Nothing where something could have been.
    [[nodiscard]] bool isEmpty(std::size_t index) const
    {
        const ExplainedNode &node = m_explanation.nodes[index];
        return isVector(*m_exprs[index]) && node.series == 0 && !node.error;
    }

    [[nodiscard]] std::vector<std::size_t> below(std::size_t index) const
    {
        std::vector<std::size_t> nodes;
        for (std::size_t i = index + 1; i < m_explanation.nodes.size(); ++i) {
            if (m_explanation.nodes[i].parent == index)
                nodes.push_back(i);
        }
        return nodes;
    }

    /// The lowest empty nodes: both sides of an operator may have emptied by themselves.
    void findEmptied(std::size_t index, std::vector<std::size_t> &emptied) const
    {
        bool deeper = false;
        for (const std::size_t child : below(index)) {
            if (!isEmpty(child))
                continue;
            deeper = true;
            findEmptied(child, emptied);
        }
        if (!deeper)
            emptied.push_back(index);
    }

    void diagnose()
    {
        if (m_explanation.nodes.empty())
            return;
        const EmptinessSource source{m_query, m_source, m_cancel};
        for (std::size_t i = m_explanation.nodes.size(); i-- > 0;) {
            // The lowest failure is the cause of those above it.
            if (m_explanation.nodes[i].error && !failsBelow(i))
                append(diagnoseFailure(source, *m_exprs[i], *m_explanation.nodes[i].error));
        }
        if (!isEmpty(0))
            return;
        std::vector<std::size_t> emptied;
        findEmptied(0, emptied);
        m_explanation.emptied = emptied.front();
        // A join that can never give anything is graver than a threshold that is not reached now.
        for (std::size_t i = 0; i < m_exprs.size(); ++i) {
            const auto *binary = as<promql::Binary>(m_exprs[i]);
            const bool diagnosed = std::find(emptied.begin(), emptied.end(), i) != emptied.end();
            if (binary != nullptr && isEmpty(i) && !diagnosed)
                append(diagnoseFilteredJoin(source, *binary));
        }
        for (const std::size_t index : emptied)
            append(diagnoseEmptiness(source, *m_exprs[index]));
    }

    [[nodiscard]] bool failsBelow(std::size_t index) const
    {
        const std::vector<std::size_t> nodes = below(index);
        return std::any_of(nodes.begin(), nodes.end(),
                           [this](std::size_t i) { return m_explanation.nodes[i].error.has_value(); });
    }

    void append(std::vector<Finding> findings)
    {
        for (Finding &finding : findings)
            m_explanation.findings.push_back(std::move(finding));
    }

    std::string_view m_query;
    const ExplainSource &m_source;
    std::stop_token m_cancel;
    Clock::time_point m_start = Clock::now();
    Explanation m_explanation;
    std::vector<const Expr *> m_exprs; ///< of the nodes
};

} // namespace

Explanation explainQuery(std::string_view query, const ExplainSource &source, const std::stop_token &cancel)
{
    return Explainer(query, source, cancel).explain();
}

} // namespace sightglass
