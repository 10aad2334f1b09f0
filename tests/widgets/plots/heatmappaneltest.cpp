// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/heatmappanel.h"

#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/plots/heatmapplot.h"
#include "widgets/plots/heatmapsource.h"
#include "widgets/plots/ramplegend.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>
#include <set>

namespace {

using namespace sightglass;

constexpr TimestampMs now = 1'763'733'600'000;
constexpr double infinity = std::numeric_limits<double>::infinity();

PanelSpec spec(const HeatmapOptions &options = {})
{
    PanelSpec result;
    result.options = options;
    result.title = "Latency";
    result.field.unit = "s";
    result.queries = {{"sum by (le) (rate(x_bucket[1m]))", ""}};
    return result;
}

/// Sixty steps of a second, all with the same value.
PanelSeries steady(const std::string &name, double value, std::vector<Label> labels)
{
    PanelSeries series;
    series.name = name;
    series.labels = Labels(std::move(labels));
    for (TimestampMs t = now - 59'000; t <= now; t += 1000)
        series.samples.push_back({t, value});
    return series;
}

PanelData classicAnswer()
{
    PanelData data;
    data.range = {now - 60'000, now};
    for (const auto &[bound, count] :
         {std::pair("0.1", 10.0), std::pair("0.5", 70.0), std::pair("1", 100.0), std::pair("+Inf", 100.0)})
        data.series.push_back(steady(bound, count, {{"le", bound}}));
    return data;
}

PanelData nativeAnswer()
{
    PanelData data;
    data.range = {now - 60'000, now};
    PanelSeries series;
    series.name = "n";
    for (TimestampMs t = now - 59'000; t <= now; t += 1000) {
        FloatHistogram histogram;
        histogram.schema = 3;
        for (int i = -40; i <= 40; ++i)
            histogram.positive.push(i, 50.0 - std::abs(i));
        histogram.zeroCount = 3;
        histogram.zeroThreshold = 1e-9;
        series.histograms.push_back({t, std::make_shared<FloatHistogram>(histogram)});
    }
    data.series.push_back(std::move(series));
    return data;
}

Field column(const char *name, const std::vector<double> &values)
{
    Field field;
    field.name = name;
    for (const double value : values)
        field.values.emplace_back(value);
    return field;
}

QString rows(const HeatmapData &data)
{
    QStringList all;
    for (std::size_t i = 0; i < data.rows.size(); ++i) {
        const QString name = data.hasBounds
                                 ? QStringLiteral("%1..%2").arg(data.rows[i].low).arg(data.rows[i].high)
                                 : QString::fromStdString(data.rows[i].name);
        all.append(QStringLiteral("%1:%2").arg(name).arg(data.empty() ? 0 : data.at(0)[i]));
    }
    return all.join(u' ');
}

/// A panel that has been painted once.
struct Shown
{
    explicit Shown(const PanelSpec &what, PanelData data, QSize size = {600, 300})
        : panel(what, darkTheme())
    {
        panel.resize(size);
        panel.setData(std::make_shared<const PanelData>(std::move(data)));
        panel.show();
        panel.grab();
    }
    /// At shares of the plot.
    void hover(double x, double y)
    {
        const QRectF plot = panel.plot()->plotRect();
        const QPointF at(plot.left() + x * plot.width(), plot.top() + y * plot.height());
        QMouseEvent move(QEvent::MouseMove, at, panel.plot()->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(panel.plot(), &move);
    }
    [[nodiscard]] QColor pixel(double x, double y)
    {
        const QImage picture = panel.plot()->grab().toImage();
        const QRectF plot = panel.plot()->plotRect();
        return picture.pixelColor(
            QPointF(plot.left() + x * plot.width(), plot.top() + y * plot.height()).toPoint());
    }
    HeatmapPanel panel;
};

class HeatmapPanelTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void boundsThatDifferLookDifferent();
    void sources_data();
    void sources();
    void tablesOfCells();
    void rates_data();
    void rates();
    void readsTheCell();
    void readsTheColumn();
    void readsTheColours();
    void isSilent();
    void marksTheLegend();
    void nativeRowsFitTheHeight();
    void nativeExemplars();
    void partOfTheAxis();
    void axisOfValues();
    void rightAxis();
    void hiddenCells();
    void numbersInCells();
    void withoutLegend();
    void hostileAnswers_data();
    void hostileAnswers();
    void exported();
};

/// Whatever number of decimals is asked for, and where rows have the same height.
void HeatmapPanelTest::boundsThatDifferLookDifferent()
{
    for (const auto &scale : {std::optional<ScaleDistribution>(), std::optional(ScaleDistribution{})}) {
        PanelSpec of = spec();
        std::get<HeatmapOptions>(of.options).yDecimals = 0;
        of.field.graph.scale = scale;
        HeatmapPanel panel(of, darkTheme());
        panel.setData(std::make_shared<const PanelData>(classicAnswer()));
        panel.grab();
        DisplayList list;
        panel.plot()->addTo(list, {});
        std::set<QString> texts;
        for (const DisplayList::Text &text : list.all<DisplayList::Text>())
            QVERIFY2(texts.insert(text.text).second, qPrintable(text.text));
    }
}

void HeatmapPanelTest::sources_data()
{
    QTest::addColumn<PanelData>("data");
    QTest::addColumn<HeatmapOptions>("options");
    QTest::addColumn<HeatmapOrigin>("origin");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const PanelData &data, const HeatmapOptions &options,
                        HeatmapOrigin origin, const char *expected) {
        QTest::newRow(name) << data << options << origin << QString::fromLatin1(expected);
    };
    row("classic", classicAnswer(), {}, HeatmapOrigin::Classic, "0..0.1:10 0.1..0.5:60 0.5..1:30 1..inf:0");
    PanelData named;
    named.range = {now - 60'000, now};
    named.series = {steady("0.5", 7, {}), steady("+Inf", 2, {}), steady("0.1", 1, {})};
    row("named by bounds", named, {}, HeatmapOrigin::Rows, "0..0.1:1 0.1..0.5:7 0.5..inf:2");
    named.series[2].name = "slow";
    row("named otherwise", named, {}, HeatmapOrigin::Rows, "0.5:7 +Inf:2 slow:1");
    HeatmapOptions calculated;
    calculated.calculation = HeatmapCalculation{1000.0, {}, 5.0, {}, {}};
    row("calculated", named, calculated, HeatmapOrigin::Calculated, "0..5:2 5..10:1");
    PanelData mixed = nativeAnswer();
    mixed.series.push_back(classicAnswer().series.front());
    mixed.series.front().histograms.resize(1);
    auto small = std::make_shared<FloatHistogram>();
    small->positive.push(1, 4);
    mixed.series.front().histograms.front().histogram = small;
    row("native before classic", mixed, {}, HeatmapOrigin::Native, "1..2:4");
    row("nothing", {}, {}, HeatmapOrigin::Rows, "");
}

void HeatmapPanelTest::sources()
{
    QFETCH(PanelData, data);
    QFETCH(HeatmapOptions, options);
    QFETCH(HeatmapOrigin, origin);
    QFETCH(QString, expected);
    const HeatmapSource source = heatmapSource(data, spec(options), options, mostHeatmapRows);
    QCOMPARE(source.origin, origin);
    QCOMPARE(rows(source.data), expected);
}

void HeatmapPanelTest::tablesOfCells()
{
    PanelData data;
    Field y = column("yMin", {1, 10, 1, 10});
    y.config.graph.scale = ScaleDistribution{ScaleKind::Log, 10, 1};
    data.frames = std::make_shared<const std::vector<Frame>>(std::vector<Frame>{
        {"", "", {column("xMin", {0, 0, 1000, 1000}), std::move(y), column("Count", {1, 2, 3, 4})}}});
    const HeatmapSource source = heatmapSource(data, spec(), {}, mostHeatmapRows);
    QCOMPARE(source.origin, HeatmapOrigin::Cells);
    QCOMPARE(rows(source.data), QStringLiteral("1..10:1 10..100:2"));
    QCOMPARE(source.data.times, (std::vector<TimestampMs>{1000, 2000}));
    QCOMPARE(source.data.cellMs, std::int64_t{1000});
    QVERIFY(source.scale && source.scale->kind == ScaleKind::Log);
    // A query's own format, once a transformation has been at it: counts are each bucket's own.
    PanelSpec formatted = spec();
    formatted.queries.front().format = FrameFormat::Heatmap;
    PanelData counted = classicAnswer();
    counted.frames = std::make_shared<const std::vector<Frame>>();
    QCOMPARE(rows(heatmapSource(counted, formatted, {}, mostHeatmapRows).data),
             QStringLiteral("0..0.1:10 0.1..0.5:70 0.5..1:100 1..inf:100"));
}

void HeatmapPanelTest::rates_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("perSecond");
    QTest::newRow("rate") << u"sum by (le) (rate(x_bucket[1m]))"_qs << true;
    QTest::newRow("irate") << u"irate(x_bucket[1m])"_qs << true;
    QTest::newRow("increase") << u"increase(x_bucket[1m])"_qs << false;
    QTest::newRow("raw") << u"x_bucket"_qs << false;
}

void HeatmapPanelTest::rates()
{
    QFETCH(QString, query);
    QFETCH(bool, perSecond);
    PanelSpec what = spec();
    what.queries.front().expr = query.toStdString();
    QCOMPARE(countsPerSecond(what), perSecond);
    QCOMPARE(Shown(what, classicAnswer()).panel.plot()->countText(5),
             perSecond ? QStringLiteral("5/s") : QStringLiteral("5"));
    QCOMPARE(Shown(what, classicAnswer()).panel.plot()->countText(5.46e-6),
             perSecond ? QStringLiteral("below 0.001/s") : QStringLiteral("below 0.001"));
}

void HeatmapPanelTest::readsTheCell()
{
    HeatmapOptions options;
    options.tooltip.mode = TooltipMode::Single;
    Shown shown(spec(options), classicAnswer());
    shown.hover(0.5, 0.625); // the second of four rows from below
    const Readout readout = shown.panel.plot()->currentReadout();
    QCOMPARE(readout.rows.size(), std::size_t{1});
    QCOMPARE(readout.rows.front().name, QStringLiteral("100 ms – 500 ms"));
    QCOMPARE(readout.rows.front().value, QStringLiteral("60/s"));
    QVERIFY(readout.note.contains(QStringLiteral("60 % of 100/s")));
    QCOMPARE(readout.number, std::optional(60.0));
    options.yReversed = true;
    Shown reversed(spec(options), classicAnswer());
    reversed.hover(0.5, 0.625);
    QCOMPARE(reversed.panel.plot()->currentReadout().rows.front().name, QStringLiteral("500 ms – 1 s"));
}

void HeatmapPanelTest::readsTheColumn()
{
    HeatmapOptions options;
    options.yHistogram = true;
    options.tooltip.hideZeros = true;
    Shown shown(spec(options), classicAnswer());
    shown.hover(0.5, 0.625);
    const Readout readout = shown.panel.plot()->currentReadout();
    QCOMPARE(readout.rows.size(), std::size_t{3});
    QCOMPARE(readout.rows[1].name, QStringLiteral("100 ms – 500 ms"));
    QVERIFY(readout.rows[1].nearest && !readout.rows[0].nearest);
    QCOMPARE(readout.rows[1].detail, QString(10, QChar(0x2588)));
    QCOMPARE(readout.rows[0].detail, QString(5, QChar(0x2588)));
    options.yHistogram = false;
    options.tooltip.sort = SortOrder::Ascending;
    Shown sorted(spec(options), classicAnswer());
    sorted.hover(0.5, 0.625);
    QCOMPARE(sorted.panel.plot()->currentReadout().rows.front().value, QStringLiteral("10/s"));
}

void HeatmapPanelTest::readsTheColours()
{
    HeatmapOptions options;
    options.tooltipRamp = true;
    options.color.max = 100;
    Shown shown(spec(options), classicAnswer());
    shown.hover(0.5, 0.625);
    const auto ramp = shown.panel.plot()->currentReadout().ramp;
    QVERIFY(ramp);
    QVERIFY(ramp->colors.size() > 10 && ramp->colors.front() != ramp->colors.back());
    QCOMPARE(ramp->mark, std::optional(0.6));
    QCOMPARE(ramp->largest, QStringLiteral("100/s"));
}

void HeatmapPanelTest::isSilent()
{
    HeatmapOptions options;
    options.tooltip.mode = TooltipMode::Hidden;
    Shown shown(spec(options), classicAnswer());
    shown.hover(0.5, 0.6);
    QVERIFY(shown.panel.plot()->currentReadout().rows.empty());
}

void HeatmapPanelTest::marksTheLegend()
{
    Shown shown(spec(), classicAnswer());
    auto *legend = shown.panel.findChild<RampLegend *>();
    QVERIFY(legend != nullptr);
    QVERIFY(legend->drawing().all<DisplayList::Shape>().empty());
    shown.hover(0.5, 0.625);
    QCOMPARE(legend->drawing().all<DisplayList::Shape>().size(), std::size_t{1});
    QCOMPARE(legend->placeOf(60), 60.0 / shown.panel.plot()->shading().high);
    // The last colour is the largest count's, as in Grafana.
    QCOMPARE(shown.panel.plot()->shading().high, shown.panel.plot()->data().largest());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(shown.panel.plot(), &leave);
    QVERIFY(legend->drawing().all<DisplayList::Shape>().empty());
}

void HeatmapPanelTest::nativeRowsFitTheHeight()
{
    const Shown tall(spec(), nativeAnswer(), {600, 600});
    const Shown low(spec(), nativeAnswer(), {600, 130});
    QCOMPARE(tall.panel.plot()->data().rows.size(), std::size_t{83}); // with the zero bucket and a gap
    QVERIFY(low.panel.plot()->data().rows.size() <= 40);
    const auto total = [](const HeatmapData &data) {
        double sum = 0;
        for (const double count : data.at(0))
            sum += count;
        return sum;
    };
    QCOMPARE(total(tall.panel.plot()->data()), total(low.panel.plot()->data()));
}

void HeatmapPanelTest::nativeExemplars()
{
    PanelData data = nativeAnswer();
    data.exemplars = {{now - 30'000, 2, Labels(std::vector<Label>{{"trace_id", "a"}}), {}}};
    const Shown shown(spec(), data);
    QCOMPARE(shown.panel.plot()->exemplars().marks().size(), std::size_t{1});
    HeatmapOptions off;
    off.exemplars = false;
    QVERIFY(Shown(spec(off), data).panel.plot()->exemplars().marks().empty());
}

void HeatmapPanelTest::partOfTheAxis()
{
    HeatmapOptions options;
    options.yMin = 0.1;
    options.yMax = 1;
    options.tooltip.mode = TooltipMode::Single;
    Shown shown(spec(options), classicAnswer());
    shown.hover(0.5, 0.95);
    QCOMPARE(shown.panel.plot()->currentReadout().rows.front().name, QStringLiteral("100 ms – 500 ms"));
    shown.hover(0.5, 0.05);
    QCOMPARE(shown.panel.plot()->currentReadout().rows.front().name, QStringLiteral("500 ms – 1 s"));
}

void HeatmapPanelTest::axisOfValues()
{
    PanelSpec linear = spec();
    linear.field.graph.scale = ScaleDistribution{};
    const Shown shown(linear, classicAnswer());
    const HeatmapAxis &axis = shown.panel.plot()->axis();
    QVERIFY(!axis.isOfRows());
    // 0 to 1 s, and above that as much again as the last bucket.
    QVERIFY(std::fabs(axis.yOf(0.75, 300) - 150) < 1e-6);
}

void HeatmapPanelTest::rightAxis()
{
    HeatmapOptions options;
    const double usual = Shown(spec(options), classicAnswer()).panel.plot()->plotRect().left();
    options.yPlacement = AxisPlacement::Right;
    QVERIFY(Shown(spec(options), classicAnswer()).panel.plot()->plotRect().left() < usual);
    options.yPlacement = AxisPlacement::Hidden;
    QVERIFY(Shown(spec(options), classicAnswer()).panel.plot()->plotRect().left() < usual);
}

void HeatmapPanelTest::hiddenCells()
{
    const QColor surface = darkTheme().surface;
    HeatmapOptions options;
    options.cellGap = 0;
    QVERIFY(Shown(spec(options), classicAnswer()).pixel(0.505, 0.875) != surface); // 10 in the lowest
    options.hideBelow = 10;
    QCOMPARE(Shown(spec(options), classicAnswer()).pixel(0.505, 0.875), surface);
    options.hideBelow.reset();
    options.hideAbove = 60;
    QCOMPARE(Shown(spec(options), classicAnswer()).pixel(0.505, 0.625), surface);
}

void HeatmapPanelTest::numbersInCells()
{
    HeatmapOptions options;
    PanelData data = classicAnswer();
    data.stepMs = 10'000;
    for (PanelSeries &series : data.series)
        series.samples.eraseIf([](const Sample &sample) { return (now - sample.t) % 10'000 != 0; });
    QVERIFY(Shown(spec(options), data).panel.plot()->cellTexts().empty());
    options.values = ValueVisibility::Auto;
    const Shown shown(spec(options), data);
    const auto texts = shown.panel.plot()->cellTexts();
    QVERIFY(texts.size() >= 15);
    QCOMPARE(texts.front().text, QStringLiteral("10/s"));
    // No room: none at all rather than some.
    QVERIFY(Shown(spec(options), data, {200, 300}).panel.plot()->cellTexts().empty());
}

void HeatmapPanelTest::withoutLegend()
{
    HeatmapOptions options;
    options.legend = false;
    Shown shown(spec(options), classicAnswer());
    QVERIFY(shown.panel.findChild<RampLegend *>() == nullptr);
    QCOMPARE(shown.panel.plot()->height(), shown.panel.height());
}

void HeatmapPanelTest::hostileAnswers_data()
{
    QTest::addColumn<PanelData>("data");
    PanelData many;
    many.range = {now - 60'000, now};
    for (int i = 0; i < 10'000; ++i) {
        PanelSeries series;
        series.labels = Labels(std::vector<Label>{{"le", std::to_string(10'000 - i)}});
        series.samples = {{now, static_cast<double>(i)}};
        many.series.push_back(std::move(series));
    }
    QTest::newRow("10,000 bounds") << many;
    PanelData odd = classicAnswer();
    odd.series[0].labels = Labels(std::vector<Label>{{"le", "NaN"}});
    odd.series[1].samples.edit()[5].v = std::numeric_limits<double>::quiet_NaN();
    odd.series[1].samples.edit()[6].v = -1e308;
    odd.series[2].samples.edit()[7].v = infinity;
    QTest::newRow("odd counts and bounds") << odd;
    PanelData names;
    names.range = {now - 60'000, now};
    names.series = {steady("<b>" + std::string(5000, 'x') + "\u202e\n", 1, {}), steady("b", infinity, {})};
    QTest::newRow("hostile names") << names;
    PanelData one;
    one.range = {now, now};
    one.series = {steady("1", 1, {{"le", "1"}})};
    QTest::newRow("no range") << one;
    PanelData wide = nativeAnswer();
    auto histogram = std::make_shared<FloatHistogram>();
    histogram->schema = 8;
    histogram->positive.push(-200'000, 1);
    histogram->positive.push(200'000, std::numeric_limits<double>::quiet_NaN());
    histogram->negative.push(5, -7);
    wide.series.front().histograms.back().histogram = histogram;
    QTest::newRow("native ones from end to end") << wide;
}

void HeatmapPanelTest::hostileAnswers()
{
    QFETCH(PanelData, data);
    for (const QSize size : {QSize(600, 300), QSize(60, 40), QSize(1, 1)}) {
        Shown shown(spec(), data, size);
        for (const double y : {0.0, 0.5, 1.0})
            shown.hover(0.99, y);
        const HeatmapData &cells = shown.panel.plot()->data();
        QVERIFY(cells.rows.size() <= 200);
        for (const double count : cells.counts)
            QVERIFY(std::isfinite(count));
    }
}

void HeatmapPanelTest::exported()
{
    Shown shown(spec(), classicAnswer());
    QImage picture(600, 300, QImage::Format_RGB32);
    picture.fill(Qt::magenta);
    QPainter painter(&picture);
    shown.panel.exportTo(painter);
    painter.end();
    QCOMPARE(picture.pixelColor(shown.panel.plot()->plotRect().center().toPoint()), shown.pixel(0.5, 0.5));
}

SIGHTGLASS_TEST(HeatmapPanelTest)

} // namespace

#include "heatmappaneltest.moc"
