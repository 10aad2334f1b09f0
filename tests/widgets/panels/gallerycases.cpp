// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/panels/gallerycases.h"

#include "model/dashboard/panelframes.h"
#include "tests/widgets/panels/galleryrules.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/panelkit/dashboardentry.h"

#include <array>
#include <cmath>
#include <limits>

namespace sightglass::test {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::int64_t hourMs = 3'600'000;

constexpr std::array types{GalleryType{"timeseries", PanelType::TimeSeries},
                           GalleryType{"stat", PanelType::Stat},
                           GalleryType{"gauge", PanelType::Gauge},
                           GalleryType{"bargauge", PanelType::BarGauge},
                           GalleryType{"heatmap", PanelType::Heatmap},
                           GalleryType{"table", PanelType::Table},
                           GalleryType{"piechart", PanelType::Pie},
                           GalleryType{"barchart", PanelType::BarChart},
                           GalleryType{"histogram", PanelType::Histogram},
                           GalleryType{"state-timeline", PanelType::StateTimeline},
                           GalleryType{"status-history", PanelType::StatusHistory},
                           GalleryType{"text", PanelType::Text},
                           GalleryType{"alertlist", PanelType::AlertList},
                           GalleryType{"dashlist", PanelType::DashboardList},
                           GalleryType{"foreign", PanelType::Foreign}};

constexpr std::array cases{NamedCase{"usual", GalleryCase::Usual},
                           NamedCase{"no-data", GalleryCase::NoData},
                           NamedCase{"one-point", GalleryCase::OnePoint},
                           NamedCase{"nan", GalleryCase::NotANumber},
                           NamedCase{"inf", GalleryCase::Infinite},
                           NamedCase{"huge", GalleryCase::Huge},
                           NamedCase{"tiny", GalleryCase::Tiny},
                           NamedCase{"negative", GalleryCase::Negative},
                           NamedCase{"thousand-series", GalleryCase::ThousandSeries},
                           NamedCase{"million-points", GalleryCase::MillionPoints},
                           NamedCase{"gap", GalleryCase::Gap},
                           NamedCase{"level", GalleryCase::Level},
                           NamedCase{"right-to-left", GalleryCase::RightToLeft},
                           NamedCase{"long-labels", GalleryCase::LongLabels},
                           NamedCase{"html", GalleryCase::Html}};

/// What a case makes of names and texts.
std::string nameOf(GalleryCase what, const std::string &plain)
{
    switch (what) {
    case GalleryCase::RightToLeft:
        return "خدمة الطلبات \u202E" + plain + " שירות";
    case GalleryCase::LongLabels:
        return plain + ' ' + std::string(300 - plain.size(), 'w');
    case GalleryCase::Html:
        return "<b>" + plain + "</b><img src=\"http://127.0.0.1:1/x\"><script>alert(1)</script>&amp;";
    default:
        return plain;
    }
}

Synthetic shapeOf(PanelType type, GalleryCase what)
{
    Synthetic shape{.rangeMs = hourMs, .stepMs = 15'000, .series = 4, .seed = 5};
    if (type == PanelType::StateTimeline || type == PanelType::StatusHistory)
        shape.stepMs = 150'000;
    if (what == GalleryCase::NoData)
        shape.series = 0;
    if (what == GalleryCase::ThousandSeries) {
        shape.series = 1000;
        shape.stepMs = 60'000;
    }
    if (what == GalleryCase::Gap)
        shape.rangeMs = 4 * hourMs;
    if (what == GalleryCase::MillionPoints) {
        shape.series = 1;
        shape.rangeMs = 1'000'000'000;
        shape.stepMs = 1000;
    }
    return shape;
}

/// The largest numbers to both sides of zero: their distance is no number any more.
constexpr double hugeFactor = 9e305;

double changed(GalleryCase what, double value, std::size_t series, std::size_t index)
{
    switch (what) {
    case GalleryCase::NotANumber:
        return series == 0 || index % 3 == 0 ? std::nan("") : value;
    case GalleryCase::Infinite:
        return index % 40 == 20 ? (series % 2 == 0 ? infinity : -infinity) : value;
    case GalleryCase::Huge:
        return value * hugeFactor;
    case GalleryCase::Tiny:
        return value * 1e-300;
    case GalleryCase::Negative:
        return -value;
    case GalleryCase::Level:
        return 1'234'567'890 + std::floor(value) / 8;
    default:
        return value;
    }
}

void change(PanelData &data, GalleryCase what, bool buckets, bool hasSigns)
{
    for (std::size_t i = 0; i < data.series.size(); ++i) {
        PanelSeries &series = data.series[i];
        for (std::size_t k = 0; k < series.samples.size(); ++k)
            series.samples.edit()[k].v = changed(what, series.samples[k].v, i, k);
        if (what == GalleryCase::OnePoint)
            series.samples = {series.samples[series.samples.size() / 2]};
        if (what == GalleryCase::Gap) {
            std::vector<Sample> samples = series.samples.toVector();
            std::erase_if(samples, [&data](const Sample &sample) {
                const TimestampMs from = data.range.from + 3 * hourMs / 2;
                return sample.t > from && sample.t < from + hourMs;
            });
            series.samples = std::move(samples);
        }
        if (what == GalleryCase::Huge && hasSigns && i % 2 == 1) {
            for (Sample &sample : series.samples.edit())
                sample.v = -sample.v;
        }
        // The pipeline names the series by its labels.
        if (!buckets)
            series.labels = Labels::withName("requests", {{"handler", nameOf(what, series.name)}});
    }
}

/// States rather than numbers: 0 to 3, each for a while.
void makeStates(PanelData &data)
{
    for (std::size_t i = 0; i < data.series.size(); ++i) {
        std::size_t k = 0;
        for (Sample &sample : data.series[i].samples.edit()) {
            if (std::isfinite(sample.v))
                sample.v = static_cast<double>((k / 6 + i) % 4);
            ++k;
        }
    }
}

/// What tells one value of a series has values that differ, as large as they are.
void keepApart(PanelData &data)
{
    double share = 1;
    for (PanelSeries &series : data.series) {
        for (Sample &sample : series.samples.edit())
            sample.v = std::floor(sample.v * share);
        share *= 0.7;
    }
}

std::string markdown(GalleryCase what)
{
    if (what == GalleryCase::NoData)
        return {};
    return "# " + nameOf(what, "Runbook") +
           "\n\nWhen the *queue* grows, look at the **workers** first:\n\n- restart one\n- then read "
           "`journalctl "
           "-u worker`\n\n| step | who |\n|---|---|\n| 1 | on call |\n\n[wiki](https://example.org/wiki)";
}

Thresholds levels()
{
    return {ThresholdsMode::Absolute, {{std::nullopt, "good"}, {60.0, "warning"}, {85.0, "critical"}}};
}

} // namespace

std::span<const GalleryType> galleryTypes()
{
    return types;
}

std::span<const NamedCase> galleryCases()
{
    return cases;
}

PanelSpec gallerySpec(PanelType type, GalleryCase what)
{
    PanelSpec spec;
    spec.id = "gallery";
    spec.options = standardOptions(type);
    spec.title = nameOf(what, "Requests");
    spec.description = nameOf(what, "Requests answered.");
    spec.field.unit = type == PanelType::Heatmap ? "s" : "short";
    spec.field.thresholds = levels();
    spec.queries.push_back({.expr = "rate(requests_total[1m])", .legend = {}, .refId = "A"});
    // Where each series has a part of the picture they are told from each other by colour.
    if (type == PanelType::Pie || type == PanelType::BarChart)
        spec.field.color = FieldColor{};
    if (LegendOptions *legend = legendOf(spec.options))
        legend->values = {Calculation::LastNotNull, Calculation::Max};
    if (auto *text = std::get_if<TextOptions>(&spec.options))
        text->content = markdown(what);
    if (auto *foreign = std::get_if<ForeignOptions>(&spec.options))
        foreign->plugin = nameOf(what, "geomap");
    if (type == PanelType::StateTimeline || type == PanelType::StatusHistory)
        spec.field.thresholds =
            Thresholds{ThresholdsMode::Absolute,
                       {{std::nullopt, "good"}, {1.0, "notice"}, {2.0, "warning"}, {3.0, "critical"}}};
    return spec;
}

PanelDataPtr galleryData(const PanelSpec &spec, GalleryCase what)
{
    const bool isHeatmap = spec.type() == PanelType::Heatmap && what != GalleryCase::ThousandSeries &&
                           what != GalleryCase::MillionPoints;
    const Synthetic shape = shapeOf(spec.type(), what);
    PanelData data = isHeatmap ? buckets(shape) : walks(shape, 100);
    if (what == GalleryCase::NoData)
        data.series.clear();
    change(data, what, isHeatmap, !isHeatmap && spec.type() != PanelType::Pie);
    if (spec.type() == PanelType::StateTimeline || spec.type() == PanelType::StatusHistory)
        makeStates(data);
    if (what == GalleryCase::Level && reduceOf(spec.options) != nullptr)
        keepApart(data);
    PanelPipeline(spec).apply(data);
    return std::make_shared<const PanelData>(std::move(data));
}

std::unique_ptr<PanelFrame> galleryPanel(PanelType type, GalleryCase what, const Theme &theme)
{
    const PanelSpec spec = gallerySpec(type, what);
    auto frame = std::make_unique<PanelFrame>(spec, theme);
    frame->setTimeZone(QTimeZone::utc());
    if (PanelView *view = frame->view(); view && what != GalleryCase::NoData) {
        const auto named = [what](const std::string &plain) { return nameOf(what, plain); };
        view->setRules(galleryRules(named, what == GalleryCase::ThousandSeries ? 1000 : 2), {});
        view->setDashboards({{"a", nameOf(what, "Overview"), {"prod", nameOf(what, "web")}, true, {}},
                             {"b", nameOf(what, "Queues"), {}, true, {}}});
    }
    frame->setData(galleryData(spec, what));
    return frame;
}

} // namespace sightglass::test
