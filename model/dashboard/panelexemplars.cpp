// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelexemplars.h"

#include "model/storage/exemplars.h"
#include "parser/promql/exprparts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <tuple>

namespace sightglass {

namespace {

constexpr std::int64_t cellsAcross = 300;
constexpr double cellsPerDoubling = 6;

bool isOfHistogram(const Labels &series, const Snapshot &snapshot)
{
    if (series.metricName().ends_with("_bucket"))
        return true;
    const MetricType type = snapshot.metadata(series.metricName()).type;
    return type == MetricType::Histogram || type == MetricType::GaugeHistogram;
}

/// A place on a logarithmic scale of both signs.
int magnitude(double value)
{
    constexpr int farAway = 1 << 20;
    if (std::isnan(value) || value == 0)
        return 0;
    const double doublings = std::isinf(value) ? farAway : std::log2(std::fabs(value)) * cellsPerDoubling;
    const int place = static_cast<int>(std::floor(doublings)) + 2 * farAway;
    return value < 0 ? -place : place;
}

/// Keeps the largest exemplar of each cell, the latest of several; then the newest ones up to the limit.
void thinOut(std::vector<PanelExemplar> &exemplars, TimeRange range)
{
    const std::int64_t cellMs = std::max<std::int64_t>(range.lengthMs() / cellsAcross, 1);
    // Cells are parts of absolute time: what is kept does not change while the range moves on.
    const auto cellOf = [cellMs](const PanelExemplar &one) {
        return std::tuple(one.t / cellMs, magnitude(one.value));
    };
    std::sort(exemplars.begin(), exemplars.end(), [&](const PanelExemplar &a, const PanelExemplar &b) {
        return std::tuple(cellOf(a), b.value, b.t) < std::tuple(cellOf(b), a.value, a.t);
    });
    const auto sameCell = [&](const PanelExemplar &a, const PanelExemplar &b) {
        return cellOf(a) == cellOf(b);
    };
    exemplars.erase(std::unique(exemplars.begin(), exemplars.end(), sameCell), exemplars.end());
    std::stable_sort(exemplars.begin(), exemplars.end(),
                     [](const PanelExemplar &a, const PanelExemplar &b) { return a.t < b.t; });
    if (exemplars.size() > maxPanelExemplars)
        exemplars.erase(exemplars.begin(), exemplars.end() - static_cast<std::ptrdiff_t>(maxPanelExemplars));
}

/// A label's name without what spellings differ in: TraceId, trace_id and trace.id are one.
std::string spelling(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            plain.push_back(static_cast<char>(c - 'A' + 'a'));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain.push_back(c);
    }
    return plain;
}

} // namespace

bool showsExemplars(const PanelSpec &panel, std::span<const promql::ExprPtr> exprs)
{
    if (panel.exemplars)
        return *panel.exemplars;
    if (panel.type != PanelType::TimeSeries)
        return panel.type == PanelType::Heatmap;
    return std::any_of(exprs.begin(), exprs.end(), [](const promql::ExprPtr &expr) {
        return promql::callsFunction(*expr, "histogram_quantile") ||
               promql::callsFunction(*expr, "histogram_quantiles");
    });
}

void addExemplars(PanelData &data, const Snapshot &snapshot, const PanelSpec &panel,
                  std::span<const promql::ExprPtr> exprs)
{
    std::vector<std::vector<Matcher>> matcherSets;
    for (const promql::ExprPtr &expr : exprs) {
        for (const promql::VectorSelector *selector : promql::selectorsOf(*expr))
            matcherSets.push_back(selector->matchers);
    }
    if (matcherSets.empty() || exemplarCount(snapshot) == 0)
        return;
    std::size_t found = 0;
    for (const SeriesExemplars &series : selectExemplars(snapshot, matcherSets, data.range)) {
        if (!panel.exemplars && !isOfHistogram(series.series, snapshot))
            continue;
        found += series.exemplars.size();
        for (const Exemplar &one : series.exemplars) {
            if (!std::isnan(one.value)) // no axis has a place for it
                data.exemplars.push_back({one.t, one.value, one.labels, series.series});
        }
    }
    thinOut(data.exemplars, data.range);
    data.exemplarsLeftOut = found - data.exemplars.size();
}

std::optional<LabelView> traceLabel(const Labels &labels)
{
    std::optional<LabelView> near;
    for (const LabelView label : labels) {
        const std::string name = spelling(label.name);
        if (name == "traceid")
            return label;
        if (name.ends_with("traceid") && !near)
            near = label;
    }
    return near;
}

} // namespace sightglass
