// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dashboard/familypanels.h"

#include "model/core/units.h"
#include "model/dashboard/familytext.h"
#include "model/dashboard/familytraits.h"
#include "model/dashboard/promqltext.h"
#include "model/dashboard/ratios.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace sightglass {

namespace {

constexpr std::size_t mostLines = 10;
constexpr std::size_t fewLines = 3;
constexpr std::size_t mostRadialGauges = 3;
/// A shade on any ground: what holds is to be seen, not what does not.
constexpr const char *stateThatIsOff = "rgba(128, 128, 128, 0.15)";
constexpr std::size_t mostTableRows = 200;
constexpr std::size_t lowestTable = 4;
constexpr std::size_t highestTable = 11;

/// How a family with several series is brought down to a readable number of lines.
struct Breakdown
{
    std::string label;    ///< sum by this label; empty: see topOnly
    bool topOnly = false; ///< too many series and no label to sum by
    std::string legend;
};

std::string labelLegend(const std::vector<LabelSpread> &spread)
{
    std::string legend;
    for (const LabelSpread &label : spread)
        legend += (legend.empty() ? "" : " ") + std::string("{{") + label.name + "}}";
    return legend;
}

/// A label that tells all series apart is enough.
std::string shortLegend(const MetricFamily &family)
{
    const auto telling =
        std::find_if(family.spread.begin(), family.spread.end(),
                     [&family](const LabelSpread &label) { return label.values == family.series; });
    return telling != family.spread.end() ? labelLegend({*telling}) : labelLegend(family.spread);
}

/// The label that tells most while its values still fit one panel.
const LabelSpread *groupingLabel(const MetricFamily &family)
{
    const LabelSpread *best = nullptr;
    for (const LabelSpread &label : family.spread) {
        if (label.values <= mostLines && (best == nullptr || label.values > best->values))
            best = &label;
    }
    return best;
}

Breakdown breakdownOf(const MetricFamily &family, const std::string &title)
{
    if (family.series <= 1 || family.spread.empty())
        return {{}, false, title};
    if (family.series <= mostLines)
        return {{}, false, shortLegend(family)};
    if (const LabelSpread *label = groupingLabel(family))
        return {label->name, false, "{{" + label->name + "}}"};
    return {{}, true, labelLegend(family.spread)};
}

/// Panels of one family share title, description and matchers.
class PanelMaker
{
public:
    PanelMaker(const MetricFamily &family, const PanelContext &context)
        : m_family(family)
        , m_target(context.targetLabels)
        , m_texts(context.texts)
        , m_title(familyTitle(family, context.sharedWords))
        , m_breakdown(breakdownOf(family, m_title))
    {}

    std::vector<PanelSpec> make() const
    {
        switch (m_family.type) {
        case MetricType::Counter:
            return {counter()};
        case MetricType::Histogram:
        case MetricType::GaugeHistogram:
            if (m_family.parts.native && !m_family.parts.buckets)
                return {nativeHeatmap(), quantilesOf(nativeRates())};
            return m_family.parts.buckets ? distribution() : averagePanels();
        case MetricType::Summary:
            return m_family.parts.values ? std::vector{summary()} : averagePanels();
        case MetricType::Info:
            return {};
        case MetricType::Gauge:
        case MetricType::StateSet:
        case MetricType::Unknown:
            return {isStateSet(m_family) ? states() : gauge()};
        }
        return {};
    }

private:
    [[nodiscard]] PanelSpec panel(PanelType type, const std::string &suffix = {}) const
    {
        PanelSpec spec;
        spec.id = m_family.name + suffix;
        spec.options = standardOptions(type);
        spec.title = m_title;
        spec.description = familyDescription(m_family);
        if (type == PanelType::TimeSeries)
            legendOf(spec.options)->values = legendValues();
        return spec;
    }

    /// Many lines need their legend's room for their names.
    [[nodiscard]] std::vector<Calculation> legendValues() const
    {
        if (m_family.series > fewLines)
            return {Calculation::LastNotNull};
        return {Calculation::LastNotNull, Calculation::Max};
    }

    [[nodiscard]] std::string unit(UnitForm form) const
    {
        return inferUnit(m_family.type == MetricType::Counter ? m_family.sampleName : m_family.name,
                         m_family.metadata.unit, form);
    }

    [[nodiscard]] std::string selector(std::string_view suffix = {}) const
    {
        if (suffix.empty())
            return selectorText(m_family.sampleName, m_target);
        return selectorText(m_family.name + std::string(suffix), m_target);
    }

    static std::string rate(const std::string &selector)
    {
        return "rate(" + selector + "[$__rate_interval])";
    }

    [[nodiscard]] std::string brokenDown(const std::string &expr) const
    {
        if (!m_breakdown.label.empty())
            return "sum by (" + labelNameText(m_breakdown.label) + ") (" + expr + ")";
        return expr;
    }

    [[nodiscard]] std::string rates() const
    {
        const auto rateUntil = [](const std::string &range) { return "rate(" + range + ")"; };
        const std::string range = selector() + "[$__rate_interval]";
        if (m_breakdown.topOnly)
            return rateUntil(range) + " and " + topOf(rateUntil(range + " @ end()"), mostLines);
        return brokenDown(rateUntil(range));
    }

    /// The same lines at all times: the largest of each moment would be hundreds of dots.
    [[nodiscard]] std::string largestNow(const std::string &selector, std::size_t count) const
    {
        return selector + " and " + topOf(selector + " @ end()", count);
    }

    static std::string topOf(const std::string &expr, std::size_t count)
    {
        return "topk(" + std::to_string(count) + ", " + expr + ")";
    }

    [[nodiscard]] PanelSpec counter() const
    {
        PanelSpec spec = panel(PanelType::TimeSeries);
        spec.field.unit = unit(UnitForm::PerSecond);
        spec.field.min = 0;
        spec.queries = {{rates(), m_breakdown.legend, false}};
        return spec;
    }

    [[nodiscard]] PanelSpec gauge() const
    {
        if (const auto scale = ratioScale(m_family))
            return ratio(*scale);
        if (const auto unitsPerSecond = timestampScale(m_family))
            return age(*unitsPerSecond);
        PanelSpec spec = panel(m_family.series <= 1 ? PanelType::Stat : PanelType::TimeSeries);
        spec.field.unit = unit(UnitForm::Value);
        if (m_family.series <= 1)
            spec.field.thresholds = Thresholds{ThresholdsMode::Absolute, {{{}, "info"}}};
        spec.queries = {gaugeQuery(mostLines)};
        return spec;
    }

    /// A row for each state, filled while it holds.
    [[nodiscard]] PanelSpec states() const
    {
        PanelSpec spec = panel(PanelType::StateTimeline);
        StateTimelineOptions options;
        options.values = ValueVisibility::Never;
        options.legend.mode = LegendMode::Hidden;
        spec.options = options;
        spec.field.color = FieldColor{ColorMode::Thresholds, {}, {}, ColorBy::Last};
        spec.field.thresholds = Thresholds{ThresholdsMode::Absolute, {{{}, stateThatIsOff}, {1, "info"}}};
        spec.queries = {gaugeQuery(mostLines)};
        return spec;
    }

    /// Summing gauges may mean nothing (temperatures); the largest ones always mean something.
    [[nodiscard]] PanelQuery gaugeQuery(std::size_t most) const
    {
        const bool tooMany = m_family.series > most;
        const std::string legend = m_family.series <= 1 ? m_title : shortLegend(m_family);
        return {tooMany ? largestNow(selector(), most) : selector(), legend, false};
    }

    [[nodiscard]] PanelSpec ratio(const RatioScale &scale) const
    {
        const bool few = m_family.series <= mostRadialGauges;
        PanelSpec spec = panel(few ? PanelType::Gauge : PanelType::BarGauge);
        spec.field.unit = scale.unit;
        spec.field.min = 0;
        spec.field.max = scale.whole;
        spec.field.thresholds = ratioThresholds(m_family, scale);
        spec.queries = {gaugeQuery(mostLines)};
        return spec;
    }

    /// Ages rather than dates: how long ago is what is asked. Of the clock itself, how far it is off.
    [[nodiscard]] PanelSpec age(double unitsPerSecond) const
    {
        PanelSpec spec = panel(m_family.series <= 1 ? PanelType::Stat : PanelType::TimeSeries);
        const bool isClock = m_title == "Time";
        spec.title = isClock ? m_texts[AutoText::ClockBehindOurs]
                             : m_texts.filled(AutoText::Since, {uncapitalised(eventTitle())});
        spec.field.unit = m_family.series <= 1 ? "dtdurations" : "s";
        PanelQuery query = gaugeQuery(mostLines);
        if (m_family.series > mostLines)
            query.expr = "(" + query.expr + ")";
        // A clock is compared with ours when it was read: until now up to an interval has passed.
        const std::string now = isClock ? "timestamp(" + query.expr + ")" : "time()";
        query.expr = now + " - " + query.expr + (unitsPerSecond > 1 ? " / 1000" : "");
        spec.queries = {query};
        return spec;
    }

    /// What happened then: "Last success" of "Last success timestamp".
    [[nodiscard]] std::string eventTitle() const
    {
        constexpr std::string_view timestamp = " timestamp";
        return m_title.ends_with(timestamp) ? m_title.substr(0, m_title.size() - timestamp.size()) : m_title;
    }

    [[nodiscard]] std::string bucketRates() const
    {
        const std::string buckets = selector("_bucket");
        const bool current = m_family.type == MetricType::GaugeHistogram;
        return "sum by (le) (" + (current ? buckets : rate(buckets)) + ")";
    }

    /// Of histograms that are one sample each.
    [[nodiscard]] std::string nativeRates() const
    {
        const bool current = m_family.type == MetricType::GaugeHistogram;
        return "sum(" + (current ? selector() : rate(selector())) + ")";
    }

    [[nodiscard]] PanelSpec nativeHeatmap() const
    {
        PanelSpec spec = panel(PanelType::Heatmap, std::string(heatmapId));
        spec.field.unit = unit(UnitForm::Value);
        spec.queries = {{nativeRates(), m_title, false}};
        return spec;
    }

    [[nodiscard]] std::vector<PanelSpec> distribution() const
    {
        std::vector<PanelSpec> panels{heatmap()};
        if (m_family.parts.infinity)
            panels.push_back(quantiles());
        else
            std::ranges::move(averagePanels(), std::back_inserter(panels));
        return panels;
    }

    [[nodiscard]] PanelSpec heatmap() const
    {
        PanelSpec spec = panel(PanelType::Heatmap, std::string(heatmapId));
        spec.field.unit = unit(UnitForm::Value);
        spec.queries = {{bucketRates(), "{{le}}", false}};
        return spec;
    }

    [[nodiscard]] PanelSpec quantiles() const { return quantilesOf(bucketRates()); }

    [[nodiscard]] PanelSpec quantilesOf(const std::string &rates) const
    {
        PanelSpec spec = panel(PanelType::TimeSeries, std::string(quantilesId));
        spec.title += quantilesTitle;
        spec.field.unit = unit(UnitForm::Value);
        constexpr std::array<std::pair<const char *, const char *>, 3> wanted = {
            {{"0.5", "p50"}, {"0.95", "p95"}, {"0.99", "p99"}}};
        for (const auto &[quantile, name] : wanted)
            spec.queries.push_back(
                {"histogram_quantile(" + std::string(quantile) + ", " + rates + ")", name, false});
        return spec;
    }

    [[nodiscard]] PanelSpec summary() const
    {
        PanelSpec spec = panel(PanelType::TimeSeries);
        spec.field.unit = unit(UnitForm::Value);
        std::string expr = selector();
        std::string legend = "{{quantile}}";
        if (m_family.series > 1 && m_family.series <= mostLines / 2)
            legend = labelLegend(m_family.spread) + " " + legend;
        else if (m_family.series > 1)
            expr = "max by (quantile) (" + expr + ")";
        spec.queries = {{expr, legend, false}};
        return spec;
    }

    [[nodiscard]] std::vector<PanelSpec> averagePanels() const
    {
        if (!m_family.parts.averages)
            return {};
        PanelSpec spec = panel(PanelType::TimeSeries);
        spec.title = m_texts.filled(AutoText::Mean, {m_title});
        spec.field.unit = unit(UnitForm::Value);
        const auto mean = [this](std::string_view at) {
            const std::string range = "[$__rate_interval]" + std::string(at) + ")";
            return "rate(" + selector("_sum") + range + " / rate(" + selector("_count") + range;
        };
        const std::string legend = m_family.series <= 1 ? m_title : labelLegend(m_family.spread);
        const std::string all = mean({});
        const bool tooMany = m_family.series > mostLines;
        spec.queries = {{tooMany ? all + " and " + topOf(mean(" @ end()"), mostLines) : all, legend, false}};
        return {spec};
    }

    const MetricFamily &m_family;
    const Labels &m_target;
    const AutoTexts &m_texts;
    std::string m_title;
    Breakdown m_breakdown;
};

} // namespace

std::vector<PanelSpec> familyPanels(const MetricFamily &family, const PanelContext &context)
{
    return PanelMaker(family, context).make();
}

ValueMapping noneForZero(const AutoTexts &texts)
{
    return {ExactMapping{"0"}, {texts[AutoText::None], {}, {}}};
}

PanelSpec silentCounterPanel(const MetricFamily &family, const PanelContext &context)
{
    PanelSpec spec;
    spec.id = family.name;
    spec.title = familyTitle(family, context.sharedWords);
    spec.description = familyDescription(family);
    StatOptions options;
    options.graph = StatGraph::None;
    spec.options = options;
    spec.field.unit = "short";
    spec.field.thresholds = Thresholds{ThresholdsMode::Absolute, {{{}, "good"}, {1e-9, "warning"}}};
    spec.field.mappings = {{noneForZero(context.texts)}};
    const std::string selector = selectorText(family.sampleName, context.targetLabels);
    spec.queries = {{"sum(increase(" + selector + "[$__range]))", spec.title, false}};
    return spec;
}

PanelSpec familyTable(std::span<const MetricFamily> families, const Labels &targetLabels)
{
    PanelSpec spec;
    spec.options = TableOptions();
    std::vector<std::string> names;
    std::size_t rows = 0;
    for (const MetricFamily &family : families) {
        if (family.parts.values)
            names.push_back(family.sampleName);
        else if (family.parts.averages)
            names.push_back(family.name + "_count");
        rows += family.series;
    }
    std::string expr = anyOfText(names, targetLabels);
    if (rows > mostTableRows)
        expr = "topk(" + std::to_string(mostTableRows) + ", " + expr + ")";
    spec.queries = {{expr, {}, true}};
    // Title and header take two units; four units of the grid show five rows.
    spec.grid.height = static_cast<int>(std::clamp(2 + (rows * 4 + 4) / 5, lowestTable, highestTable));
    return spec;
}

} // namespace sightglass
