// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/lint.h"

#include "model/assist/clockcheck.h"
#include "model/assist/exprwalk.h"
#include "model/assist/intervalmask.h"
#include "parser/base/durationtext.h"
#include "parser/promql/literals.h"
#include "parser/promql/parse.h"

#include <algorithm>
#include <array>

namespace sightglass {

namespace {

using promql::as;
using promql::Expr;
using promql::ExprKind;

template<std::size_t size>
bool isOneOf(std::string_view word, const std::array<std::string_view, size> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 3> counterFunctions = {"rate", "irate", "increase"};
constexpr std::array<std::string_view, 4> gaugeFunctions = {"delta", "idelta", "deriv", "predict_linear"};
/// Say something of a counter without its rate, or ask only whether it is there.
constexpr std::array<std::string_view, 10> rawFunctions = {
    "absent", "timestamp",  "scalar",        "changes",         "resets",
    "info",   "label_join", "label_replace", "start_timestamp", "histogram_fraction"};

std::string joined(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

class Linter
{
public:
    Linter(std::string_view query, const LintContext &context)
        : m_query(query)
        , m_context(context)
        , m_range(usualRange(context.scrapeIntervalMs))
    {}

    std::vector<Finding> lint(const Expr &root)
    {
        walkExpr(root, [this](const Expr &node, ExprPath path) { visit(node, path); });
        return std::move(m_findings);
    }

private:
    void visit(const Expr &node, ExprPath path)
    {
        if (const promql::VectorSelector *selector = selectorOf(node))
            visitSelector(node, *selector, path);
        if (const auto *matrix = as<promql::MatrixSelector>(&node))
            checkRange(*matrix);
        if (const auto *call = as<promql::Call>(&node);
            call != nullptr && call->function == "histogram_quantile")
            checkQuantile(*call);
    }

    Finding &add(FindingKind kind, FindingSeverity severity, SourceSpan span,
                 std::vector<std::string> arguments)
    {
        return m_findings.emplace_back(Finding{kind, severity, span, std::move(arguments), {}});
    }

    void visitSelector(const Expr &node, const promql::VectorSelector &selector, ExprPath path)
    {
        const std::string_view name = metricNameOf(selector);
        if (name.empty() || m_context.catalog.metrics().empty())
            return;
        const MetricEntry *metric = m_context.catalog.find(name);
        if (metric == nullptr) {
            const FamilyEntry *family = m_context.catalog.findFamily(name);
            const bool buckets = family != nullptr && family->has(std::string(name) + "_bucket");
            if (buckets)
                bareHistogram(node, name, path);
            else
                unknownMetric(node, name, family, path);
            return;
        }
        const auto *call = as<promql::Call>(enclosing(path));
        if (node.kind == ExprKind::MatrixSelector && call != nullptr)
            checkFunction(node, *metric, *call);
        else if (node.kind == ExprKind::VectorSelector && metric->isCounter())
            checkRaw(node, *metric, path);
    }

    /// A native histogram is one series: its count, its sum and its buckets are parts of that.
    bool partOfNative(const Expr &node, std::string_view name, ExprPath path)
    {
        constexpr std::array<std::array<std::string_view, 2>, 3> parts = {
            {{"_count", "histogram_count"}, {"_sum", "histogram_sum"}, {"_bucket", ""}}};
        const auto *const part =
            std::ranges::find_if(parts, [name](const auto &one) { return name.ends_with(one.front()); });
        if (part == parts.end())
            return false;
        const std::string family(name.substr(0, name.size() - part->front().size()));
        const MetricEntry *metric = m_context.catalog.find(family);
        const bool isHistogram = metric != nullptr && (metric->type == MetricType::Histogram ||
                                                       metric->type == MetricType::GaugeHistogram);
        if (!isHistogram)
            return false;
        Finding &finding = add(FindingKind::UnknownMetricNear, FindingSeverity::Warning, nameSpan(node, name),
                               {std::string(name), family});
        const std::string function(part->back());
        const std::string renamed = renamedSource(m_query, node, family);
        const auto *call = as<promql::Call>(enclosing(path));
        if (function.empty())
            finding.mends = {{node.span, renamed}};
        else if (node.kind == ExprKind::MatrixSelector && call != nullptr)
            finding.mends = {{call->span, function + "(" + within(*call, node.span, renamed) + ")"}};
        else if (node.kind == ExprKind::VectorSelector)
            finding.mends = {{node.span, function + "(" + renamed + ")"}};
        return true;
    }

    /// A node's source with a part of it written otherwise.
    [[nodiscard]] std::string within(const Expr &whole, SourceSpan part, const std::string &text) const
    {
        return std::string(sourceOf(m_query, {whole.span.begin, part.begin})) + text +
               std::string(sourceOf(m_query, {part.end, whole.span.end}));
    }

    void unknownMetric(const Expr &node, std::string_view name, const FamilyEntry *family, ExprPath path)
    {
        if (family == nullptr && partOfNative(node, name, path))
            return;
        std::vector<std::string> near = family != nullptr ? family->samples : m_context.catalog.near(name);
        const SourceSpan span = nameSpan(node, name);
        Finding &finding = add(near.empty() ? FindingKind::UnknownMetric : FindingKind::UnknownMetricNear,
                               FindingSeverity::Warning, span, {std::string(name)});
        if (!near.empty())
            finding.arguments.push_back(joined(near));
        for (const std::string &candidate : near)
            finding.mends.push_back({node.span, renamedSource(m_query, node, candidate)});
    }

    [[nodiscard]] SourceSpan nameSpan(const Expr &node, std::string_view name) const
    {
        if (sourceOf(m_query, node.span).starts_with(name))
            return {node.span.begin, node.span.begin + name.size()};
        return node.span;
    }

    /// Where a selector of a histogram's bare name stands decides what it should have been.
    void bareHistogram(const Expr &node, std::string_view name, ExprPath path)
    {
        Finding &finding = add(FindingKind::BareHistogram, FindingSeverity::Warning, nameSpan(node, name),
                               {std::string(name)});
        if (ofNativeFunction(finding, node, name, path) || ofAggregate(finding, node, name, path))
            return;
        const std::string buckets = renamedSource(m_query, node, std::string(name) + "_bucket");
        const Expr *parent = enclosing(path);
        const bool ranged = node.kind == ExprKind::MatrixSelector;
        const auto *call = as<promql::Call>(parent);
        const Expr *grandparent =
            ranged && call != nullptr ? enclosing(path.first(indexOf(path, parent))) : parent;
        const bool ofQuantile = isQuantile(grandparent);
        if (ranged && call != nullptr) {
            const std::string rate = call->function + "(" + buckets + ")";
            finding.mends.push_back(
                {call->span, ofQuantile ? summed(rate) : "histogram_quantile(0.95, " + summed(rate) + ")"});
            finding.mends.push_back({node.span, renamedSource(m_query, node, std::string(name) + "_count")});
            return;
        }
        const std::string rate = "rate(" + buckets + "[" + m_range + "])";
        finding.mends.push_back(
            {node.span, ofQuantile ? summed(rate) : "histogram_quantile(0.95, " + summed(rate) + ")"});
        if (!ofQuantile)
            finding.mends.push_back(
                {node.span, "rate(" + renamedSource(m_query, node, std::string(name) + "_count") + "[" +
                                m_range + "])"});
    }

    /// The innermost function above that reads native histograms; null where there is none.
    static const promql::Call *nativeFunction(ExprPath path)
    {
        const auto found = std::find_if(path.rbegin(), path.rend(), [](const Expr *above) {
            const auto *call = as<promql::Call>(above);
            return call != nullptr && call->function.starts_with("histogram_");
        });
        return found == path.rend() ? nullptr : as<promql::Call>(*found);
    }

    /// Functions that classic histograms have other series for, or nothing.
    bool ofNativeFunction(Finding &finding, const Expr &node, std::string_view name, ExprPath path) const
    {
        const promql::Call *call = nativeFunction(path);
        if (call == nullptr || call->function.starts_with("histogram_quantile"))
            return false;
        const Expr &read = *call->arguments.back();
        const auto part = [&](const char *suffix) {
            return within(read, node.span, renamedSource(m_query, node, std::string(name) + suffix));
        };
        if (call->function == "histogram_count")
            finding.mends = {{call->span, part("_count")}};
        else if (call->function == "histogram_sum")
            finding.mends = {{call->span, part("_sum")}};
        else if (call->function == "histogram_avg")
            finding.mends = {{call->span, "(" + part("_sum") + " / " + part("_count") + ")"}};
        return true;
    }

    /// Below an aggregation: a quantile's has to keep le, any other counts.
    bool ofAggregate(Finding &finding, const Expr &node, std::string_view name, ExprPath path) const
    {
        const auto found = std::find_if(path.rbegin(), path.rend(),
                                        [](const Expr *above) { return above->kind == ExprKind::Aggregate; });
        if (found == path.rend())
            return false;
        const auto *aggregate = as<promql::Aggregate>(*found);
        const bool ranged = node.kind == ExprKind::MatrixSelector;
        const auto rateOf = [&](const char *suffix) {
            const std::string renamed = renamedSource(m_query, node, std::string(name) + suffix);
            return ranged ? renamed : "rate(" + renamed + "[" + m_range + "])";
        };
        if (nativeFunction(path) == nullptr) {
            finding.mends = {{node.span, rateOf("_count")}};
            return true;
        }
        const bool listed = std::ranges::find(aggregate->grouping, "le") != aggregate->grouping.end();
        if (listed != aggregate->without) {
            finding.mends = {{node.span, rateOf("_bucket")}};
        } else if (!aggregate->without && !aggregate->parameter) {
            std::string by = "le";
            for (const std::string &label : aggregate->grouping)
                by += ", " + label;
            finding.mends = {
                {aggregate->span, std::string(promql::aggregateOpText(aggregate->op)) + " by (" + by + ") (" +
                                      within(*aggregate->expr, node.span, rateOf("_bucket")) + ")"}};
        }
        return true;
    }

    static std::size_t indexOf(ExprPath path, const Expr *node)
    {
        return static_cast<std::size_t>(std::find(path.begin(), path.end(), node) - path.begin());
    }

    static std::string summed(const std::string &expr) { return "sum by (le) (" + expr + ")"; }

    static bool isQuantile(const Expr *expr)
    {
        const auto *call = as<promql::Call>(expr);
        return call != nullptr && call->function == "histogram_quantile";
    }

    void checkFunction(const Expr &node, const MetricEntry &metric, const promql::Call &call)
    {
        const std::string range(sourceOf(m_query, node.span));
        if (isOneOf(call.function, counterFunctions) && metric.isGauge()) {
            Finding &finding = add(FindingKind::RateOfGauge, FindingSeverity::Warning, call.span,
                                   {call.function, metric.name});
            const bool perSecond = call.function != "increase";
            finding.mends = {{call.span, (perSecond ? "deriv(" : "delta(") + range + ")"},
                             {call.span, (perSecond ? "delta(" : "deriv(") + range + ")"},
                             {call.span, withoutRange(node)}};
        }
        if (isOneOf(call.function, gaugeFunctions) && metric.isCounter()) {
            Finding &finding = add(FindingKind::DeltaOfCounter, FindingSeverity::Warning, call.span,
                                   {call.function, metric.name});
            const bool difference = call.function == "delta" || call.function == "idelta";
            finding.mends = {{call.span, (difference ? "increase(" : "rate(") + range + ")"}};
        }
    }

    /// The selector alone: the range goes, offset and @ stay.
    [[nodiscard]] std::string withoutRange(const Expr &matrix) const
    {
        std::string text(sourceOf(m_query, matrix.span));
        const std::size_t open = text.find('[', text.rfind('}') == std::string::npos ? 0 : text.rfind('}'));
        const std::size_t close = text.find(']', open == std::string::npos ? 0 : open);
        if (open != std::string::npos && close != std::string::npos)
            text.erase(open, close - open + 1);
        return text;
    }

    void checkRaw(const Expr &node, const MetricEntry &metric, ExprPath path)
    {
        const bool buckets = metric.role == SampleRole::Bucket;
        for (const Expr *above : path) {
            if (const auto *call = as<promql::Call>(above)) {
                if (buckets && call->function == "histogram_quantile") {
                    rawMend(FindingKind::RawBuckets, FindingSeverity::Advice, node, metric);
                    return;
                }
                if (isOneOf(call->function, rawFunctions) || call->type == promql::ValueType::Scalar)
                    return;
            }
            const auto *aggregate = as<promql::Aggregate>(above);
            const bool counts = aggregate != nullptr && (aggregate->op == promql::AggregateOp::Count ||
                                                         aggregate->op == promql::AggregateOp::Group);
            // Arithmetic and comparisons of totals may be meant; a subquery's rate is taken further up.
            if (counts || above->kind == ExprKind::Subquery || above->kind == ExprKind::Binary)
                return;
        }
        rawMend(FindingKind::RawCounter, FindingSeverity::Advice, node, metric);
    }

    void rawMend(FindingKind kind, FindingSeverity severity, const Expr &node, const MetricEntry &metric)
    {
        Finding &finding = add(kind, severity, node.span, {metric.name});
        const promql::VectorSelector &selector = *selectorOf(node);
        const std::string source(sourceOf(m_query, node.span));
        if (!selector.shift.offset && !selector.shift.at)
            finding.mends = {{node.span, "rate(" + source + "[" + m_range + "])"}};
    }

    void checkQuantile(const promql::Call &call)
    {
        if (call.arguments.size() != 2)
            return;
        const Expr *argument = call.arguments[1].get();
        while (const auto *paren = as<promql::Paren>(argument))
            argument = paren->expr.get();
        const auto *aggregate = as<promql::Aggregate>(argument);
        if (aggregate == nullptr || !bucketsBelow(*aggregate))
            return;
        const bool listed = std::find(aggregate->grouping.begin(), aggregate->grouping.end(), "le") !=
                            aggregate->grouping.end();
        if (listed != aggregate->without)
            return;
        Finding &finding = add(FindingKind::QuantileWithoutLe, FindingSeverity::Warning, aggregate->span, {});
        if (aggregate->without || aggregate->parameter)
            return;
        std::string by = "le";
        for (const std::string &label : aggregate->grouping)
            by += ", " + label;
        finding.mends = {{aggregate->span, std::string(promql::aggregateOpText(aggregate->op)) + " by (" +
                                               by + ") (" +
                                               std::string(sourceOf(m_query, aggregate->expr->span)) + ")"}};
    }

    /// A native histogram has no le and needs none.
    [[nodiscard]] bool bucketsBelow(const Expr &expr) const
    {
        bool found = false;
        walkExpr(expr, [&found](const Expr &node, ExprPath) {
            const promql::VectorSelector *selector = selectorOf(node);
            found = found || (selector != nullptr && metricNameOf(*selector).ends_with("_bucket"));
        });
        return found;
    }

    void checkRange(const promql::MatrixSelector &matrix)
    {
        const promql::DurationExpr &range = *matrix.range;
        if (range.kind != promql::DurationExpr::Kind::Literal || m_context.scrapeIntervalMs <= 0)
            return;
        const std::int64_t rangeMs = promql::literalMilliseconds(range.seconds);
        if (rangeMs >= 2 * m_context.scrapeIntervalMs)
            return;
        Finding &finding = add(FindingKind::RangeTooShort, FindingSeverity::Warning, range.span,
                               {formatDurationMs(rangeMs), formatDurationMs(m_context.scrapeIntervalMs)});
        finding.mends = {{range.span, formatDurationMs(4 * m_context.scrapeIntervalMs)}};
    }

    std::string_view m_query;
    const LintContext &m_context;
    std::string m_range;
    std::vector<Finding> m_findings;
};

} // namespace

std::string usualRange(std::int64_t scrapeIntervalMs)
{
    constexpr std::int64_t often = 15'000;
    constexpr std::int64_t seldom = 75'000;
    if (scrapeIntervalMs > seldom)
        return formatDurationMs(4 * scrapeIntervalMs);
    return scrapeIntervalMs > 0 && scrapeIntervalMs <= often ? "1m" : "5m";
}

std::vector<Finding> lintQuery(std::string_view query, const Expr &expr, const LintContext &context)
{
    std::vector<Finding> findings = Linter(query, context).lint(expr);
    for (Finding &finding : checkClocks(query, expr, context.catalog))
        findings.push_back(std::move(finding));
    tidyFindings(findings, query);
    return findings;
}

std::vector<Finding> checkQuery(std::string_view query, const LintContext &context,
                                const promql::Features &features)
{
    if (query.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return {};
    const auto expr = promql::parseExpr(maskedIntervals(query), features);
    if (!expr) {
        const Error &error = expr.error();
        return {Finding{FindingKind::SyntaxError,
                        FindingSeverity::Error,
                        error.span,
                        {error.arguments.empty() ? std::string() : error.arguments.front()},
                        {}}};
    }
    return lintQuery(query, **expr, context);
}

} // namespace sightglass
