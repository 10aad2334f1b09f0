// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/panels/gallerywalls.h"

#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/panels/panelframe.h"
#include "widgets/plots/timeplot.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTextStream>

#include <functional>
#include <limits>
#include <vector>

namespace {

using namespace sightglass;
using sightglass::test::Synthetic;

PanelDataPtr shared(PanelData data)
{
    return std::make_shared<const PanelData>(std::move(data));
}

class Wall : public QWidget
{
public:
    explicit Wall(const Theme &theme)
        : m_theme(theme)
    {
        setPalette(theme.palette());
        setAutoFillBackground(true);
    }

    PanelFrame *add(QRect cells, const PanelSpec &spec, const PanelDataPtr &answer)
    {
        auto *panel = new PanelFrame(spec, m_theme, this);
        constexpr int column = 66;
        constexpr int row = 32;
        const int gap = m_theme.panelGap;
        panel->setGeometry(cells.x() * column + gap, cells.y() * row + gap, cells.width() * column - gap,
                           cells.height() * row - gap);
        panel->setData(answer);
        return panel;
    }

private:
    Theme m_theme;
};

PanelSpec spec(PanelType type, const std::string &title, const std::string &unit)
{
    PanelSpec result;
    result.options = standardOptions(type);
    result.title = title;
    result.field.unit = unit;
    return result;
}

Thresholds levels(double warning, double critical)
{
    return {ThresholdsMode::Absolute, {{std::nullopt, "good"}, {warning, "warning"}, {critical, "critical"}}};
}

PanelData withGap(PanelData data)
{
    for (PanelSeries &series : data.series) {
        series.samples.eraseIf([&data](const Sample &s) {
            const double share =
                static_cast<double>(s.t - data.range.from) / static_cast<double>(data.range.lengthMs());
            return share > 0.4 && share < 0.55;
        });
    }
    return data;
}

void hover(QWidget *window, PanelFrame *panel, QPointF share)
{
    const auto plots = panel->view()->findChildren<QWidget *>();
    QWidget *plot = plots.isEmpty() ? panel->view() : plots.first();
    const QPointF at(plot->width() * share.x(), plot->height() * share.y());
    QMouseEvent move(QEvent::MouseMove, at, plot->mapTo(window, at), plot->mapToGlobal(at), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(plot, &move);
}

void addTimeSeries(Wall &wall, PanelFrame *&hovered)
{
    PanelSpec dense = spec(PanelType::TimeSeries, "Requests per second, one hour", "ops");
    dense.description = "Requests answered, by handler.";
    legendOf(dense.options)->values = {Calculation::LastNotNull, Calculation::Min, Calculation::Max,
                                       Calculation::Mean};
    legendOf(dense.options)->mode = LegendMode::Table;
    hovered = wall.add({0, 0, 12, 10}, dense, shared(test::walks({}, 900)));

    PanelSpec sparse = spec(PanelType::TimeSeries, "Queue depth, five minutes", "short");
    sparse.field.graph.thresholdsStyle = ThresholdsStyle::Line;
    sparse.field.thresholds = levels(600, 800);
    wall.add({12, 0, 12, 10}, sparse,
             shared(withGap(test::walks({.rangeMs = 300'000, .series = 3, .seed = 7}, 700))))
        ->setAlertState(AlertState::Firing, Severity::Critical,
                        QStringLiteral("Queue depth above 800 for 2 min"));

    PanelSpec stacked = spec(PanelType::TimeSeries, "Memory by kind", "bytes");
    stacked.field.graph.stacking = Stacking{StackingMode::Normal, {}};
    legendOf(stacked.options)->values = {Calculation::LastNotNull};
    wall.add({0, 10, 8, 8}, stacked, shared(test::walks({.series = 4, .seed = 3}, 24e9)));
    PanelSpec single = spec(PanelType::TimeSeries, "p99 latency", "s");
    single.field.graph.fillOpacity = 20;
    wall.add({8, 10, 8, 8}, single,
             shared(withGap(test::walks({.rangeMs = 900'000, .stepMs = 5000, .series = 1, .seed = 5}, 0.4))))
        ->setAlertState(AlertState::Pending, Severity::Warning, QStringLiteral("p99 above 250 ms"));
    PanelSpec many = spec(PanelType::TimeSeries, "Forty series", "percentunit");
    many.field.min = 0;
    many.field.max = 1;
    many.field.graph.fillOpacity = 0;
    wall.add({16, 10, 8, 8}, many,
             shared(test::walks({.rangeMs = 1'800'000, .stepMs = 15000, .series = 40, .seed = 2}, 1)));
}

void addStates(Wall &wall)
{
    const auto series = [](const char *title) { return spec(PanelType::TimeSeries, title, "s"); };
    wall.add({0, 18, 6, 6}, series("Waiting"), nullptr);
    PanelData none;
    none.range = {Synthetic{}.now - 3'600'000, Synthetic{}.now};
    wall.add({6, 18, 6, 6}, series("No data"), shared(none));
    PanelSpec broken = series("A query that fails");
    broken.queries.push_back({"sum by (le) (rate(http_requests_total)[5m])", "", false});
    PanelData failed = none;
    failed.error = Error{ErrorCode::PromqlSyntax, {"unexpected \"[\" in aggregation"}, {38, 42}, {1, 39}};
    wall.add({12, 18, 6, 6}, broken, shared(failed));
    PanelData hostile = test::walks({.rangeMs = 120'000, .series = 3, .seed = 9}, 2);
    hostile.series[0].name = "<b>bold</b>\u202Eevil\x07 " + std::string(200, 'x');
    hostile.series[1].name = "عربي service";
    hostile.series[2].samples.resize(1);
    hostile.series[1].samples.edit()[40].v = std::numeric_limits<double>::quiet_NaN();
    hostile.annotations.push_back({Annotation::Severity::Warning, "metric might not be a counter", {}});
    PanelSpec hostileSpec =
        series("Hostile <i>title</i> that is so long that it will not fit on the line of the panel");
    hostileSpec.description = "HELP text";
    wall.add({18, 18, 6, 6}, hostileSpec, shared(hostile));
}

void addValues(Wall &wall)
{
    const Synthetic one{.series = 1, .seed = 4};
    PanelSpec stat = spec(PanelType::Stat, "Requests / s", "ops");
    stat.field.thresholds = levels(5000, 20000);
    wall.add({0, 0, 4, 6}, stat, shared(test::walks(one, 2600)));
    stat = spec(PanelType::Stat, "p99 latency", "s");
    stat.field.thresholds = levels(0.1, 0.5);
    wall.add({4, 0, 4, 6}, stat, shared(test::walks({.series = 1, .seed = 8}, 0.3)))
        ->setAlertState(AlertState::Pending, Severity::Warning, QStringLiteral("slow"));
    PanelSpec gauge = spec(PanelType::Gauge, "Cache hit rate", "percentunit");
    gauge.field.thresholds =
        Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "critical"}, {0.5, "warning"}, {0.8, "good"}}};
    wall.add({8, 0, 4, 6}, gauge, shared(test::walks(one, 1.2)));
    gauge = spec(PanelType::Gauge, "Queue depth", "short");
    gauge.field.thresholds = levels(500, 800);
    gauge.field.max = 1000;
    wall.add({12, 0, 4, 6}, gauge, shared(test::walks({.series = 1, .seed = 6}, 1350)));
    gauge = spec(PanelType::Gauge, "Memory by process", "bytes");
    wall.add({16, 0, 8, 6}, gauge, shared(test::walks({.series = 3, .seed = 2}, 3e9)));

    PanelSpec heat = spec(PanelType::Heatmap, "Action latency", "s");
    heat.description = "How long actions take.";
    wall.add({0, 6, 12, 9}, heat, shared(test::buckets({.stepMs = 15000})));
    PanelSpec fine = spec(PanelType::Heatmap, "Action latency, live, with a gap", "s");
    wall.add({12, 6, 12, 9}, fine, shared(withGap(test::buckets({.rangeMs = 300'000, .seed = 3}))));

    PanelSpec bars = spec(PanelType::BarGauge, "Events by action", "ops");
    bars.field.thresholds = levels(400, 600);
    wall.add({0, 15, 8, 8}, bars, shared(test::walks({.series = 7, .seed = 5}, 700)));
    PanelSpec table = spec(PanelType::Table, "Handlers", "ops");
    table.field.thresholds = levels(400, 600);
    wall.add({8, 15, 8, 8}, table, shared(test::walks({.series = 12, .seed = 5}, 700)));
    wall.add({16, 15, 8, 4}, spec(PanelType::Stat, "Four of them", "s"),
             shared(test::walks({.series = 4, .seed = 1}, 0.2)));
    PanelData none = test::walks({.series = 0}, 1);
    wall.add({16, 19, 4, 4}, spec(PanelType::Gauge, "No data", "s"), shared(none));
    wall.add({20, 19, 4, 4}, spec(PanelType::Stat, "Waiting", "s"), nullptr);
}

/// The same value at every step but the last `missing` ones.
PanelSeries constant(const PanelData &data, const std::string &name, double value, int missing)
{
    PanelSeries series;
    series.name = name;
    series.labels = Labels::withName("constant", {{"name", name}});
    for (TimestampMs t = data.range.from; t <= data.range.to - missing * data.stepMs; t += data.stepMs)
        series.samples.push_back({t, value});
    return series;
}

PanelData oddValues()
{
    PanelData data = test::walks({.rangeMs = 600'000, .series = 1}, 80);
    data.series.push_back(constant(data, "always zero", 0, 0));
    data.series.push_back(constant(data, "ended two minutes ago", 42, 120));
    data.series.push_back(constant(data, "not a number", std::numeric_limits<double>::quiet_NaN(), 0));
    data.series.push_back(constant(data, "never a sample", 0, 100'000));
    data.series.push_back(constant(data, "negative", -35, 0));
    return data;
}

void addCrowds(Wall &wall)
{
    const PanelData fifty = test::walks({.rangeMs = 600'000, .stepMs = 5000, .series = 50, .seed = 3}, 900);
    const auto crowd = [&wall, &fifty](PanelType type, const char *title, QRect cells) {
        PanelSpec what = spec(type, title, "ops");
        what.field.thresholds = levels(400, 600);
        wall.add(cells, what, shared(fifty));
    };
    crowd(PanelType::Stat, "Fifty numbers", {0, 0, 8, 8});
    crowd(PanelType::Gauge, "Fifty gauges", {8, 0, 8, 8});
    crowd(PanelType::BarGauge, "Fifty bars", {16, 0, 8, 8});
    crowd(PanelType::Stat, "Fifty in a strip", {0, 8, 6, 2});
    crowd(PanelType::Gauge, "Fifty in a strip", {6, 8, 6, 2});
    crowd(PanelType::BarGauge, "Fifty in a strip", {12, 8, 6, 2});
    crowd(PanelType::Gauge, "Narrow", {18, 8, 1, 6});
    crowd(PanelType::Stat, "Narrow", {19, 8, 1, 6});
    PanelSpec odd = spec(PanelType::Stat, "Odd numbers", "short");
    wall.add({0, 10, 6, 8}, odd, shared(oddValues()));
    odd.options = standardOptions(PanelType::Gauge);
    wall.add({6, 10, 6, 8}, odd, shared(oddValues()));
    odd.options = standardOptions(PanelType::BarGauge);
    wall.add({12, 10, 6, 8}, odd, shared(oddValues()));
    wall.add({20, 8, 4, 3}, spec(PanelType::Gauge, "One in a strip", "bytes"),
             shared(test::walks({.series = 1, .seed = 2}, 3e9)));
    wall.add({20, 11, 4, 3}, spec(PanelType::Gauge, "Three in a strip", "bytes"),
             shared(test::walks({.series = 3, .seed = 2}, 3e9)));
    wall.add({18, 14, 6, 4}, spec(PanelType::Gauge, "Four of them", "bytes"),
             shared(test::walks({.series = 4, .seed = 2}, 3e9)));
}

void addLegends(Wall &wall)
{
    const auto legend = [&wall](QRect cells, int series, double high, LegendMode mode) {
        PanelSpec what = spec(PanelType::TimeSeries, "Legend", "ops");
        legendOf(what.options)->mode = mode;
        legendOf(what.options)->values = {Calculation::LastNotNull, Calculation::Max};
        what.field.graph.thresholdsStyle = ThresholdsStyle::Line;
        what.field.thresholds = levels(high * 2, high * 4);
        wall.add(cells, what,
                 shared(test::walks({.rangeMs = 600'000, .stepMs = 5000, .series = series}, high)));
    };
    legend({0, 18, 8, 7}, 2, 300, LegendMode::List);
    legend({8, 18, 8, 7}, 8, 3000, LegendMode::List);
    legend({16, 18, 3, 7}, 3, 30, LegendMode::List);
    legend({19, 18, 5, 7}, 3, 30, LegendMode::Table);
}

void addExemplars(Wall &wall)
{
    const auto add = [&wall](QRect cells, const char *title, PanelData data, const Synthetic &what,
                             int count) {
        PanelSpec heat = spec(PanelType::Heatmap, title, "s");
        data.exemplars = test::latencyExemplars(what, count);
        return wall.add(cells, heat, shared(std::move(data)));
    };
    const Synthetic hour{.stepMs = 15'000};
    const Synthetic live{.rangeMs = 300'000, .seed = 3};
    PanelFrame *hovered =
        add({0, 0, 12, 10}, "Latency, one hour, many exemplars", test::buckets(hour), hour, 1500);
    add({12, 0, 12, 10}, "Latency, live, a few exemplars", withGap(test::buckets(live)), live, 60);
    PanelSpec quantiles = spec(PanelType::TimeSeries, "Quantiles", "s");
    PanelData lines = test::walks({.rangeMs = 300'000, .series = 3, .seed = 5}, 0.4);
    lines.exemplars = test::latencyExemplars(live, 120);
    wall.add({0, 10, 12, 9}, quantiles, shared(lines));
    add({12, 10, 4, 5}, "Small", test::buckets(live), live, 40);
    wall.show();
    QApplication::processEvents();
    wall.grab();
    const auto plots = hovered->view()->findChildren<TimePlot *>();
    const PointMark mark = plots.front()->exemplars().marks().at(90);
    const QPointF at =
        plots.front()->plotRect().topLeft() + QPointF(mark.x, mark.y) / wall.devicePixelRatioF();
    hover(&wall, hovered, {at.x() / plots.front()->width(), at.y() / plots.front()->height()});
}

void save(Wall &wall, const QString &file)
{
    wall.grab().save(file);
    QTextStream(stdout) << file << Qt::endl;
}

} // namespace

namespace sightglass::test {

void saveWalls(const QDir &folder, const Theme &theme, const QString &themeName)
{
    const auto file = [&folder, &themeName](const char *wall) {
        return folder.filePath(QStringLiteral("wall-%1-%2.png").arg(QLatin1String(wall), themeName));
    };
    Wall wall(theme);
    wall.resize(24 * 66 + theme.panelGap, 24 * 32 + theme.panelGap);
    PanelFrame *hovered = nullptr;
    addTimeSeries(wall, hovered);
    addStates(wall);
    wall.show();
    QApplication::processEvents();
    wall.grab();
    hover(&wall, hovered, {0.62, 0.4});
    save(wall, file("timeseries"));
    Wall values(theme);
    values.resize(24 * 66 + theme.panelGap, 23 * 32 + theme.panelGap);
    addValues(values);
    values.show();
    QApplication::processEvents();
    values.grab();
    hover(&values, values.findChildren<PanelFrame *>()[5], {0.4, 0.5});
    save(values, file("values"));
    Wall crowds(theme);
    crowds.resize(24 * 66 + theme.panelGap, 25 * 32 + theme.panelGap);
    addCrowds(crowds);
    addLegends(crowds);
    crowds.show();
    QApplication::processEvents();
    save(crowds, file("crowds"));
    Wall exemplars(theme);
    exemplars.resize(24 * 66 + theme.panelGap, 19 * 32 + theme.panelGap);
    addExemplars(exemplars);
    save(exemplars, file("exemplars"));
}

} // namespace sightglass::test
