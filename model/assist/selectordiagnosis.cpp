// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/assist/emptiness.h"
#include "model/assist/exprwalk.h"
#include "model/assist/textmatch.h"
#include "model/dashboard/promqltext.h"
#include "model/storage/labelmatcher.h"
#include "parser/base/durationtext.h"
#include "parser/base/quoting.h"
#include "parser/promql/literals.h"

#include <algorithm>
#include <limits>
#include <set>

namespace sightglass {

namespace {

using promql::Expr;
using SeriesList = std::vector<std::shared_ptr<const SeriesView>>;

constexpr std::size_t mostSeriesRead = 20'000;
constexpr std::size_t mostNearValues = 5;

std::string matcherText(const Matcher &matcher)
{
    return labelNameText(matcher.name) + std::string(matchOpText(matcher.op)) + goQuoted(matcher.value);
}

std::string joined(const std::vector<std::string> &texts)
{
    std::string all;
    for (const std::string &text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

class SelectorDiagnosis
{
public:
    SelectorDiagnosis(const EmptinessSource &source, const Expr &expr)
        : m_source(source)
        , m_expr(expr)
        , m_selector(*selectorOf(expr))
        , m_name(metricNameOf(m_selector))
    {}

    std::vector<Finding> diagnose()
    {
        const bool known = m_name.empty() || m_source.explain.catalog.find(m_name) != nullptr;
        // Names that do not exist are lintQuery()'s to tell.
        if (!known)
            return {finding(FindingKind::EmptiesHere, {shownSelector()})};
        const SeriesList ever = select(m_selector.matchers, everything());
        if (ever.empty())
            return ofMatchers();
        return {ofTime(ever)};
    }

private:
    static TimeRange everything()
    {
        constexpr TimestampMs bound = std::numeric_limits<TimestampMs>::max() / 4;
        return {-bound, bound};
    }

    [[nodiscard]] SeriesList select(std::span<const Matcher> matchers, TimeRange range) const
    {
        SeriesList series = m_source.explain.snapshot.select(matchers, range);
        if (series.size() > mostSeriesRead)
            series.resize(mostSeriesRead);
        return series;
    }

    [[nodiscard]] Finding finding(FindingKind kind, std::vector<std::string> arguments) const
    {
        return {kind, FindingSeverity::Warning, m_expr.span, std::move(arguments), {}};
    }

    [[nodiscard]] std::string shownSelector() const
    {
        return std::string(sourceOf(m_source.query, m_expr.span));
    }

    [[nodiscard]] std::string shownName() const
    {
        return m_name.empty() ? shownSelector() : std::string(m_name);
    }

    /// Which of the matchers no series of the metric satisfies by itself; else which of them together.
    [[nodiscard]] std::vector<Finding> ofMatchers() const
    {
        std::vector<Matcher> base;
        if (!m_name.empty())
            base.push_back({MatchOp::Equal, std::string(metricNameLabel), std::string(m_name)});
        const SeriesList all = select(base, everything());
        std::vector<Finding> findings;
        std::vector<const Matcher *> others;
        for (const Matcher &matcher : m_selector.matchers) {
            if (matcher.name == metricNameLabel && matcher.op == MatchOp::Equal)
                continue;
            others.push_back(&matcher);
            const LabelMatcher compiled(matcher);
            if (std::none_of(all.begin(), all.end(),
                             [&compiled](const auto &series) { return compiled.matches(series->labels()); }))
                findings.push_back(ofMatcher(matcher, all));
        }
        if (findings.empty())
            findings.push_back(ofCombination(others, all));
        return findings;
    }

    [[nodiscard]] Finding ofMatcher(const Matcher &matcher, const SeriesList &all) const
    {
        std::set<std::string_view> values;
        for (const auto &series : all) {
            if (const std::string_view value = series->labels().value(matcher.name); !value.empty())
                values.insert(value);
        }
        Finding found = finding(FindingKind::UnmatchedValue, {matcherText(matcher), shownName()});
        if (values.empty() && matcher.name != metricNameLabel) {
            found.kind = FindingKind::UnknownLabel;
            found.arguments = {matcher.name, shownName()};
            addLabelMends(found, matcher, all);
        } else if (!values.empty()) {
            const std::vector<std::string> near = nearValues(matcher, values);
            found.kind = FindingKind::UnmatchedValueNear;
            found.arguments.push_back(joined(near));
            for (const std::string &value : near)
                addMend(found, matcher, labelNameText(matcher.name) + "=" + goQuoted(value));
        }
        addMend(found, matcher, {});
        return found;
    }

    /// Near ones first, then any: few values are best told in full.
    static std::vector<std::string> nearValues(const Matcher &matcher,
                                               const std::set<std::string_view> &values)
    {
        const std::vector<std::string_view> all(values.begin(), values.end());
        std::vector<std::string> near = nearNames(matcher.value, all, mostNearValues);
        for (const std::string_view value : all) {
            if (near.size() >= mostNearValues)
                break;
            if (std::find(near.begin(), near.end(), value) == near.end())
                near.emplace_back(value);
        }
        return near;
    }

    void addLabelMends(Finding &found, const Matcher &matcher, const SeriesList &all) const
    {
        std::set<std::string_view> names;
        for (const auto &series : all) {
            for (const LabelView label : series->labels())
                names.insert(label.name);
        }
        names.erase(metricNameLabel);
        for (const std::string &name : nearNames(matcher.name, {names.begin(), names.end()}))
            addMend(found, matcher,
                    labelNameText(name) + std::string(matchOpText(matcher.op)) + goQuoted(matcher.value));
    }

    [[nodiscard]] Finding ofCombination(const std::vector<const Matcher *> &matchers,
                                        const SeriesList &all) const
    {
        for (std::size_t i = 0; i < matchers.size(); ++i) {
            for (std::size_t k = i + 1; k < matchers.size(); ++k) {
                const LabelMatcher first(*matchers[i]);
                const LabelMatcher second(*matchers[k]);
                const bool together = std::any_of(all.begin(), all.end(), [&](const auto &series) {
                    return first.matches(series->labels()) && second.matches(series->labels());
                });
                if (!together)
                    return combination({matchers[i], matchers[k]});
            }
        }
        return combination(matchers);
    }

    [[nodiscard]] Finding combination(const std::vector<const Matcher *> &matchers) const
    {
        std::vector<std::string> texts;
        texts.reserve(matchers.size());
        for (const Matcher *matcher : matchers)
            texts.push_back(matcherText(*matcher));
        Finding found = finding(FindingKind::UnmatchedTogether, {joined(texts)});
        for (const Matcher *matcher : matchers)
            addMend(found, *matcher, {});
        return found;
    }

    /// The selector with this matcher written otherwise; without it where the text is empty.
    void addMend(Finding &found, const Matcher &changed, const std::string &text) const
    {
        std::string matchers;
        for (const Matcher &matcher : m_selector.matchers) {
            const bool outside =
                !m_selector.name.empty() && matcher.name == metricNameLabel && matcher.op == MatchOp::Equal;
            const bool isChanged = &matcher == &changed;
            if (outside || (isChanged && text.empty()))
                continue;
            matchers += (matchers.empty() ? "" : ", ") + (isChanged ? text : matcherText(matcher));
        }
        if (m_selector.name.empty() && matchers.empty())
            return;
        // What follows the braces (range, offset, @) stays as it is written.
        const std::string_view source = sourceOf(m_source.query, m_expr.span);
        const std::size_t close = source.rfind('}');
        if (close == std::string_view::npos)
            return;
        found.mends.push_back({{m_expr.span.begin, m_expr.span.begin + close + 1},
                               m_selector.name + (matchers.empty() ? "" : "{" + matchers + "}")});
    }

    /// The time that the selector asks about.
    [[nodiscard]] TimestampMs askedTime() const
    {
        TimestampMs at = m_source.explain.at;
        if (m_selector.shift.at && m_selector.shift.at->kind == promql::AtModifier::Kind::Timestamp)
            at = m_selector.shift.at->timestampMs;
        if (m_selector.shift.offset && m_selector.shift.offset->kind == promql::DurationExpr::Kind::Literal)
            at -= promql::literalMilliseconds(m_selector.shift.offset->seconds);
        return at;
    }

    [[nodiscard]] Finding ofTime(const SeriesList &ever) const
    {
        const TimestampMs asked = askedTime();
        constexpr TimestampMs none = std::numeric_limits<TimestampMs>::min();
        TimestampMs last = none;
        TimestampMs first = std::numeric_limits<TimestampMs>::max();
        SampleColumns samples;
        for (const auto &series : ever) {
            series->read(everything(), samples);
            for (std::size_t i = 0; i < samples.times.size(); ++i) {
                if (isStaleMarker(samples.values[i]))
                    continue;
                first = std::min(first, samples.times[i]);
                if (samples.times[i] <= asked)
                    last = std::max(last, samples.times[i]);
            }
        }
        if (last == none)
            return finding(FindingKind::NotYetThere, {shownSelector(), agoText(first - asked)});
        Finding found = finding(FindingKind::StaleSeries, {shownSelector(), agoText(asked - last)});
        addTimeMend(found, asked - last);
        return found;
    }

    static std::string agoText(std::int64_t milliseconds)
    {
        constexpr std::int64_t second = 1000;
        return formatDurationMs(milliseconds < second ? milliseconds : milliseconds / second * second);
    }

    /// A range that reaches back to the last sample.
    void addTimeMend(Finding &found, std::int64_t ago) const
    {
        constexpr std::int64_t minute = 60'000;
        const std::string range = formatDurationMs((ago / minute + 1) * minute);
        const std::string source = shownSelector();
        if (const auto *matrix = promql::as<promql::MatrixSelector>(&m_expr))
            found.mends = {{matrix->range->span, range}};
        else if (!m_selector.shift.offset && !m_selector.shift.at)
            found.mends = {{m_expr.span, "last_over_time(" + source + "[" + range + "])"}};
    }

    const EmptinessSource &m_source;
    const Expr &m_expr;
    const promql::VectorSelector &m_selector;
    std::string_view m_name;
};

} // namespace

std::vector<Finding> diagnoseSelector(const EmptinessSource &source, const Expr &expr)
{
    return SelectorDiagnosis(source, expr).diagnose();
}

} // namespace sightglass
