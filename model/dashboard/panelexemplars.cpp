// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/panelexemplars.h"

#include "model/storage/exemplars.h"
#include "parser/promql/exprparts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

constexpr std::int64_t cellsAcross = 300;
constexpr double cellsPerDoubling = 6;

bool isOfHistogram(const Labels &series, const Snapshot &snapshot)
{
    if (series.metricName().ends_with("_bucket"))
        return true;
    const MetricType type = snapshot.metadata(series.metricName(), series).type;
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

/// Keeps the largest exemplar of each small cell of time and magnitude, the latest of several, while they go
/// by: what is not shown is not copied.
class ExemplarThinner final : public ExemplarVisitor
{
public:
    enum class Of
    {
        Histograms,
        AllSeries
    };
    ExemplarThinner(const Snapshot &snapshot, TimeRange range, Of of)
        : m_snapshot(snapshot)
        , m_of(of)
        // Cells are parts of absolute time: what is kept does not change while the range moves on.
        , m_cellMs(std::max<std::int64_t>(range.lengthMs() / cellsAcross, 1))
    {}

    bool wants(const Labels &series) override
    {
        return m_of == Of::AllSeries || isOfHistogram(series, m_snapshot);
    }

    void visit(const Labels &series, const Exemplar &exemplar) override
    {
        ++m_seen;
        if (std::isnan(exemplar.value)) // no axis has a place for it
            return;
        Kept &kept = m_cells[{exemplar.t / m_cellMs, magnitude(exemplar.value)}];
        const bool isBetter =
            kept.exemplar == nullptr ||
            std::tuple(exemplar.value, exemplar.t) > std::tuple(kept.exemplar->value, kept.exemplar->t);
        if (isBetter)
            kept = {&series, &exemplar};
    }

    [[nodiscard]] std::size_t seen() const noexcept { return m_seen; }

    /// Ascending in time; where there are more than `most`, the newest.
    [[nodiscard]] std::vector<PanelExemplar> newest(std::size_t most) const
    {
        std::vector<Kept> kept;
        kept.reserve(m_cells.size());
        for (const auto &[cell, one] : m_cells)
            kept.push_back(one);
        std::stable_sort(kept.begin(), kept.end(),
                         [](const Kept &a, const Kept &b) { return a.exemplar->t < b.exemplar->t; });
        std::vector<PanelExemplar> result;
        for (std::size_t i = kept.size() - std::min(kept.size(), most); i < kept.size(); ++i) {
            const Exemplar &one = *kept[i].exemplar;
            result.push_back({one.t, one.value, one.labels, *kept[i].series});
        }
        return result;
    }

private:
    /// Where it lies in the snapshot.
    struct Kept
    {
        const Labels *series = nullptr;
        const Exemplar *exemplar = nullptr;
    };

    const Snapshot &m_snapshot;
    Of m_of;
    std::int64_t m_cellMs;
    std::map<std::pair<std::int64_t, int>, Kept> m_cells;
    std::size_t m_seen = 0;
};

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
    if (panel.type() != PanelType::TimeSeries)
        return panel.type() == PanelType::Heatmap;
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
    using Of = ExemplarThinner::Of;
    ExemplarThinner thinner(snapshot, data.range, panel.exemplars ? Of::AllSeries : Of::Histograms);
    visitExemplars(snapshot, matcherSets, data.range, thinner);
    data.exemplars = thinner.newest(maxPanelExemplars);
    data.exemplarsLeftOut = thinner.seen() - data.exemplars.size();
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
