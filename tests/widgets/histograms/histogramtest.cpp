// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testcase.h"
#include "widgets/histograms/histogramchart.h"
#include "widgets/histograms/histogrampanel.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

namespace {

using namespace sightglass;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

PanelSpec spec(const HistogramOptions &options = {})
{
    PanelSpec result;
    result.options = options;
    result.title = "Latency";
    return result;
}

PanelSeries series(const std::string &name, const std::vector<double> &values, Labels labels = {})
{
    PanelSeries result;
    result.name = name;
    result.labels = labels.empty() ? Labels(std::vector<Label>{{"name", name}}) : std::move(labels);
    for (std::size_t i = 0; i < values.size(); ++i)
        result.samples.push_back({static_cast<TimestampMs>(i) * 1000, values[i]});
    return result;
}

PanelSeries bucket(const char *bound, double count, const char *job = "a")
{
    return series(bound, {count}, Labels(std::vector<Label>{{"job", job}, {"le", bound}}));
}

QString text(const BinnedData &data)
{
    QStringList all;
    for (std::size_t i = 0; i < data.bins.size(); ++i) {
        QStringList counts;
        for (const BinSeries &one : data.series)
            counts.append(QString::number(one.counts[i]));
        all.append(
            QStringLiteral("%1..%2:%3").arg(data.bins[i].low).arg(data.bins[i].high).arg(counts.join(u'/')));
    }
    return all.join(u' ');
}

class HistogramTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void values_data();
    void values();
    void hostileValues();
    void widths_data();
    void widths();
    void classicBuckets_data();
    void classicBuckets();
    void nativeBuckets();
    void tables();
    void manyBounds();
    void stacking_data();
    void stacking();
    void boundsAreLabelled();
    void numbersBelowBinsOfValuesAreRound();
    void labelsOfAnAxisDiffer();
    void binsNarrowerThanAPixelAreSeen();
    void littleRoom();
    void readOuts();
    void keys();
    void legendHidesSeries();
    void legendTellsOfValues();
    void legendCountsBuckets();
    void says();
    void exported();
};

void HistogramTest::values_data()
{
    QTest::addColumn<HistogramOptions>("options");
    QTest::addColumn<std::vector<PanelSeries>>("answer");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const HistogramOptions &options, std::vector<PanelSeries> answer,
                        const char *expected) {
        QTest::newRow(name) << options << std::move(answer) << QString::fromLatin1(expected);
    };
    HistogramOptions tens;
    tens.bucketSize = 10;
    row("own size", tens, {series("a", {1, 5, 10, 29.9})}, "0..10:2 10..20:1 20..30:1");
    HistogramOptions shifted = tens;
    shifted.bucketOffset = 5;
    row("offset", shifted, {series("a", {1, 5, 10, 29.9})}, "-5..5:1 5..15:2 15..25:0 25..35:1");
    row("two series", tens, {series("a", {1, 15}), series("b", {11, 12})}, "0..10:1/0 10..20:1/2");
    HistogramOptions combined = tens;
    combined.combine = true;
    row("combined", combined, {series("a", {1, 15}), series("b", {11, 12})}, "0..10:1 10..20:3");
    HistogramOptions few;
    few.bucketCount = 3;
    row("count", few, {series("a", {0, 1.5, 2.9})}, "0..1:1 1..2:1 2..3:1");
    row("whole numbers", {}, {series("a", {1, 2, 2, 4})}, "1..2:1 2..3:2 3..4:0 4..5:1");
    row("one value", {}, {series("a", {0.5, 0.5})}, "0..1:2");
    row("negative", tens, {series("a", {-1, -10, -11})}, "-20..-10:1 -10..0:2");
    row("no numbers", tens, {series("a", {notANumber, infinity, -infinity, 5})}, "0..10:1");
    row("none", {}, {}, "");
    row("empty series", {}, {series("a", {})}, "");
}

void HistogramTest::values()
{
    QFETCH(HistogramOptions, options);
    QFETCH(std::vector<PanelSeries>, answer);
    QFETCH(QString, expected);
    PanelData data;
    data.series = answer;
    QCOMPARE(text(binnedData(data, spec(options))), expected);
}

void HistogramTest::hostileValues()
{
    PanelData data;
    data.series = {series("a", {-1e308, 1e308, 1e-308, 1e300, -1e300, 0})};
    for (const double size : {0.0, -1.0, 1e-300, 1e300, notANumber, infinity}) {
        HistogramOptions options;
        options.bucketSize = size;
        options.bucketOffset = 1e308;
        const BinnedData bins = binnedData(data, spec(options));
        QVERIFY(!bins.bins.empty() && bins.bins.size() <= mostBins);
        const std::vector<double> &counts = bins.series.front().counts;
        QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0.0), 6.0);
    }
}

void HistogramTest::widths_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<bool>("isWhole");
    QTest::addColumn<double>("expected");
    QTest::newRow("about thirty") << 0.0 << 60.0 << false << 2.0;
    QTest::newRow("rounded up") << 0.0 << 61.0 << false << 2.5;
    QTest::newRow("small") << 0.001 << 0.004 << false << 0.0001;
    QTest::newRow("whole") << 0.0 << 7.0 << true << 1.0;
    QTest::newRow("whole, wide") << 0.0 << 70.0 << true << 3.0;
    QTest::newRow("one value") << 5.0 << 5.0 << false << 1.0;
}

void HistogramTest::widths()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(bool, isWhole);
    QFETCH(double, expected);
    QCOMPARE(binWidth({low, high, isWhole}, {}), expected);
}

void HistogramTest::classicBuckets_data()
{
    QTest::addColumn<std::vector<PanelSeries>>("answer");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, std::vector<PanelSeries> answer, const char *expected) {
        QTest::newRow(name) << std::move(answer) << QString::fromLatin1(expected);
    };
    row("usual", {bucket("+Inf", 10), bucket("0.5", 3), bucket("1", 7)}, "0..0.5:3 0.5..1:4 1..inf:3");
    row("two targets", {bucket("1", 3), bucket("+Inf", 5), bucket("1", 1, "b"), bucket("+Inf", 2, "b")},
        "0..1:3/1 1..inf:2/1");
    row("other bounds", {bucket("2", 4), bucket("+Inf", 5), bucket("1", 1, "b"), bucket("+Inf", 2, "b")},
        "0..1:2/1 1..2:2/1 2..inf:1/0");
    row("negative bounds", {bucket("-1", 2), bucket("+Inf", 5)}, "-inf..-1:2 -1..inf:3");
    row("no +Inf", {bucket("1", 2), bucket("2", 5)}, "0..1:2 1..2:3");
    row("counts that fall", {bucket("1", 5), bucket("2", 2), bucket("+Inf", 6)}, "0..1:5 1..2:0 2..inf:1");
    row("NaN and negative counts", {bucket("1", notANumber), bucket("2", -5), bucket("+Inf", 6)},
        "0..1:0 1..2:0 2..inf:6");
    row("no number", {bucket("x", 5)}, "5..6:1");
}

void HistogramTest::classicBuckets()
{
    QFETCH(std::vector<PanelSeries>, answer);
    QFETCH(QString, expected);
    PanelData data;
    data.series = answer;
    QCOMPARE(text(binnedData(data, spec())), expected);
}

void HistogramTest::nativeBuckets()
{
    auto histogram = std::make_shared<FloatHistogram>();
    histogram->positive = {{1, 3}, {2, 5}}; // indices, counts
    PanelData data;
    data.series = {series("n", {})};
    data.series.front().histograms = {{1000, std::make_shared<FloatHistogram>()}, {2000, histogram}};
    PanelSpec rates = spec();
    rates.queries = {{"rate(n[1m])", ""}};
    const BinnedData bins = binnedData(data, rates);
    QCOMPARE(text(bins), QStringLiteral("1..2:2 2..4:0 4..8:5"));
    QCOMPARE(bins.origin, BinOrigin::Native);
    QVERIFY(bins.perSecond);
    // A bucket has its own bounds, also next to the zero bucket.
    histogram->positive = {{7}, {5}};
    histogram->zeroThreshold = 0.25;
    histogram->zeroCount = 3;
    QCOMPARE(text(binnedData(data, rates)), QStringLiteral("0..0.25:3 0.25..64:0 64..128:5"));
    histogram->negative = {{3}, {2}};
    QCOMPARE(text(binnedData(data, rates)),
             QStringLiteral("-8..-4:2 -4..-0.25:0 -0.25..0.25:3 0.25..64:0 64..128:5"));
    histogram->negative = {};
    histogram->zeroThreshold = 0;
    QCOMPARE(text(binnedData(data, rates)), QStringLiteral("0..0:3 0..64:0 64..128:5"));
}

Field column(const char *name, const std::vector<double> &values)
{
    Field field;
    field.name = name;
    for (const double value : values)
        field.values.emplace_back(value);
    return field;
}

void HistogramTest::tables()
{
    PanelData data;
    data.frames = std::make_shared<const std::vector<Frame>>(std::vector<Frame>{
        {"",
         "",
         {column("xMin", {0, 10, 5, 30}), column("xMax", {10, 20, 15, 40}), column("n", {1, 2, 9, -4})}}});
    // Bins that overlap, as no transformation makes them, are left out.
    QCOMPARE(text(binnedData(data, spec())), QStringLiteral("0..10:1 10..20:2 30..40:0"));
}

void HistogramTest::manyBounds()
{
    PanelData data;
    for (int i = 1; i <= 10'000; ++i)
        data.series.push_back(bucket(std::to_string(i).c_str(), i));
    const BinnedData bins = binnedData(data, spec());
    QCOMPARE(bins.bins.size(), mostBins);
    QCOMPARE(bins.series.front().counts.front(), 10.0);
}

HistogramLayout layOut(const BinnedData &data, StackingMode stacking, QSizeF size = {600, 300},
                       const Theme &theme = darkTheme())
{
    HistogramFrame frame{size, QFont(), theme, std::vector<BinLook>(data.series.size()), stacking, "s", {}};
    return layOutHistogram(data, frame);
}

void HistogramTest::stacking_data()
{
    QTest::addColumn<StackingMode>("mode");
    QTest::addColumn<double>("lower"); // of the upper series' bar, as a share of the lower one's
    QTest::newRow("over each other") << StackingMode::None << 0.0;
    QTest::newRow("upon each other") << StackingMode::Normal << 1.0;
    QTest::newRow("shares") << StackingMode::Percent << 1.0;
}

void HistogramTest::stacking()
{
    QFETCH(StackingMode, mode);
    QFETCH(double, lower);
    PanelData data;
    data.series = {series("a", {1, 1, 1}), series("b", {1})};
    const HistogramLayout layout = layOut(binnedData(data, spec()), mode);
    QCOMPARE(layout.marks.size(), std::size_t{2});
    const QRectF a = layout.marks[0].rect;
    const QRectF b = layout.marks[1].rect;
    QCOMPARE(a.bottom(), layout.plot.bottom());
    QCOMPARE(b.bottom(), a.bottom() - lower * a.height());
    QVERIFY(std::fabs(a.height() - 3 * b.height()) < 1e-6);
    if (mode == StackingMode::Percent)
        QVERIFY(std::fabs(b.top() - layout.plot.top()) < 1e-6);
    // With high contrast each bar has two sides more.
    const Theme bright = highContrastTheme();
    const auto fills = [](const HistogramLayout &one) { return one.list.all<DisplayList::Fill>().size(); };
    QCOMPARE(fills(layOut(binnedData(data, spec()), mode, {600, 300}, bright)), fills(layout) + 4);
}

void HistogramTest::boundsAreLabelled()
{
    PanelData data;
    data.series = {bucket("0.001", 1), bucket("0.01", 2), bucket("0.1", 3), bucket("+Inf", 4)};
    QStringList texts;
    for (const DisplayList::Text &one :
         layOut(binnedData(data, spec()), StackingMode::None).list.all<DisplayList::Text>())
        texts.append(one.text);
    for (const char *bound : {"0 s", "1 ms", "10 ms", "100 ms", "+Inf"})
        QVERIFY2(texts.contains(QLatin1String(bound)), qPrintable(texts.join(u' ')));
}

void HistogramTest::numbersBelowBinsOfValuesAreRound()
{
    HistogramOptions options;
    options.bucketSize = 1.25;
    options.bucketOffset = 0.5;
    PanelSpec panel = spec();
    panel.options = options;
    PanelData data;
    data.series = {series("a", {3.1, 4.4, 5.6, 7, 7.9})}; // bins 3 to 4.25, 4.25 to 5.5 …
    const HistogramLayout layout = layOut(binnedData(data, panel), StackingMode::None, QSizeF(400, 200));
    QStringList texts;
    for (const DisplayList::Text &one : layout.list.all<DisplayList::Text>()) {
        if (one.alignment == Qt::AlignCenter)
            texts.append(one.text);
    }
    QCOMPARE(texts.join(u'|'), QStringLiteral("3 s|4 s|5 s|6 s|7 s|8 s"));
}

/// Values that differ in their ninth digit, whose bins' widths are as rounded as they are; wherever numbers
/// have no room bounds are labelled.
void HistogramTest::labelsOfAnAxisDiffer()
{
    PanelData data;
    std::vector<double> values;
    for (int i = 0; i < 200; ++i)
        values.push_back(1'234'567'890 + i % 97 / 8.0);
    data.series = {series("a", values)};
    for (const double width : {0.1, 0.3, 0.5, 1.0}) {
        HistogramOptions options;
        options.bucketSize = width;
        PanelSpec panel = spec();
        panel.options = options;
        for (const int across : {120, 200, 300, 400, 900}) {
            const BinnedData bins = binnedData(data, panel);
            const HistogramFrame frame{
                QSizeF(across, 200), QFont(), darkTheme(), std::vector<BinLook>(bins.series.size()),
                StackingMode::None,  "short", {}};
            const HistogramLayout layout = layOutHistogram(bins, frame);
            QStringList texts;
            for (const DisplayList::Text &one : layout.list.all<DisplayList::Text>()) {
                if (one.alignment == Qt::AlignCenter)
                    texts.append(one.text);
            }
            const QStringList all = texts;
            QCOMPARE(texts.removeDuplicates(), 0);
            QVERIFY2(!all.isEmpty(), qPrintable(QString::number(across)));
        }
    }
}

void HistogramTest::binsNarrowerThanAPixelAreSeen()
{
    PanelData data;
    for (int i = 1; i <= 900; ++i)
        data.series.push_back(bucket(std::to_string(i).c_str(), i + (i > 450 ? 50 : 0)));
    const BinnedData bins = binnedData(data, spec());
    QCOMPARE(bins.bins.size(), std::size_t{900});
    const HistogramLayout layout = layOut(bins, StackingMode::None, {300, 200});
    QCOMPARE(layout.marks.size(), std::size_t{900});
    for (const BinMark &mark : layout.marks)
        QVERIFY(mark.rect.width() >= 1 && mark.rect.height() >= 1);
    // The one that stands out is painted last where it shares a pixel.
    const auto highest =
        std::ranges::max_element(layout.marks, {}, [](const BinMark &mark) { return mark.rect.height(); });
    QCOMPARE(highest->bin, std::size_t{450});
    for (auto after = highest + 1; after != layout.marks.end(); ++after)
        QVERIFY(after->rect.left() != highest->rect.left());
}

void HistogramTest::littleRoom()
{
    PanelData data;
    data.series = {series("a", {1, 2, 3, 4, 5, 6, 7, 8, 9})};
    for (const QSizeF size : {QSizeF(0, 0), QSizeF(10, 10), QSizeF(40, 40), QSizeF(1, 1000), QSizeF(1000, 1)})
        (void)layOut(binnedData(data, spec()), StackingMode::None, size);
    const HistogramLayout layout = layOut(binnedData(data, spec()), StackingMode::None, {120, 60});
    std::vector<QRectF> labels;
    for (const DisplayList::Text &one : layout.list.all<DisplayList::Text>()) {
        if (one.alignment == Qt::AlignCenter)
            labels.push_back(one.box);
    }
    for (std::size_t i = 1; i < labels.size(); ++i)
        QVERIFY(labels[i].left() >= labels[i - 1].right());
}

/// A panel in a window, painted once.
struct Shown
{
    explicit Shown(PanelData data, const HistogramOptions &options = {})
        : panel(spec(options), darkTheme())
    {
        panel.resize(500, 300);
        panel.setData(std::make_shared<const PanelData>(std::move(data)));
        panel.show();
        panel.grab();
    }
    void hover(std::size_t bin)
    {
        const QPointF at = panel.chart()->chartLayout().slot(bin).center();
        QMouseEvent move(QEvent::MouseMove, at, panel.chart()->mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(panel.chart(), &move);
    }
    HistogramPanel panel;
};

void HistogramTest::readOuts()
{
    PanelData data;
    data.series = {series("a", {1, 1, 1, 2}), series("<b>", {2, 2})};
    HistogramOptions options;
    options.tooltip.sort = SortOrder::None;
    Shown shown(data, options);
    shown.hover(1);
    const Readout readout = shown.panel.chart()->currentReadout();
    QCOMPARE(readout.title, QStringLiteral("2 – 3"));
    QCOMPARE(readout.rows.size(), std::size_t{2});
    QCOMPARE(readout.rows[0].value, QStringLiteral("1"));
    QCOMPARE(readout.rows[0].detail, QStringLiteral("25 %"));
    QCOMPARE(readout.rows[1].name, QStringLiteral("<b>"));
    options.tooltip.mode = TooltipMode::Hidden;
    Shown silent(data, options);
    silent.hover(1);
    QVERIFY(silent.panel.chart()->currentReadout().empty());
    options.tooltip = {TooltipMode::All, SortOrder::Descending, true};
    Shown sorted(data, options);
    sorted.hover(1);
    QCOMPARE(sorted.panel.chart()->currentReadout().rows.front().name, QStringLiteral("<b>"));
    sorted.hover(0);
    QCOMPARE(sorted.panel.chart()->currentReadout().rows.size(), std::size_t{1});
}

void HistogramTest::keys()
{
    PanelData data;
    data.series = {series("a", {1, 2, 3})};
    Shown shown(data);
    HistogramChart *chart = shown.panel.chart();
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chart->currentReadout().title, QStringLiteral("1 – 2"));
    QVERIFY(chart->accessibleDescription().contains(QStringLiteral("1 – 2")));
    QTest::keyClick(chart, Qt::Key_End);
    QTest::keyClick(chart, Qt::Key_Right);
    QCOMPARE(chart->currentReadout().title, QStringLiteral("3 – 4"));
    QTest::keyClick(chart, Qt::Key_Escape);
    QVERIFY(chart->currentReadout().empty());
}

void HistogramTest::legendHidesSeries()
{
    PanelData data;
    data.series = {series("a", {1, 2, 3}), series("b", {1})};
    Shown shown(data);
    QCOMPARE(shown.panel.chart()->chartLayout().marks.size(), std::size_t{4});
    QVERIFY(shown.panel.legend() != nullptr);
    emit shown.panel.legend()->isolateRequested(1);
    QCOMPARE(shown.panel.chart()->chartLayout().marks.size(), std::size_t{1});
    emit shown.panel.legend()->isolateRequested(1);
    QCOMPARE(shown.panel.chart()->chartLayout().marks.size(), std::size_t{4});
}

/// Of the series' values, as in Grafana, not of the bars: what a bar counts is on its axis.
void HistogramTest::legendTellsOfValues()
{
    PanelData data;
    data.series = {series("a", {1, 2, 7, 3}), series("b", {1})};
    HistogramOptions options;
    options.legend.values = {Calculation::LastNotNull, Calculation::Max, Calculation::Count};
    options.legend.mode = LegendMode::Table;
    const auto texts = [&data](const HistogramOptions &some) {
        HistogramPanel panel(spec(some), darkTheme());
        panel.resize(500, 400);
        panel.setData(std::make_shared<const PanelData>(data));
        panel.grab();
        QStringList all;
        for (const DisplayList::Text &text : panel.legend()->drawing().all<DisplayList::Text>())
            all << text.text;
        return all.join(u' ');
    };
    QVERIFY2(texts(options).contains(QStringLiteral("4 7 3 a")), qPrintable(texts(options)));
    options.combine = true;
    QVERIFY2(texts(options).contains(QStringLiteral("5 7 1")), qPrintable(texts(options)));
    // What no number tells is said as time series say it.
    options.combine = false;
    data.series[1].samples = {{0, notANumber}};
    options.legend.values = {Calculation::LastNotNull, Calculation::Max};
    QVERIFY2(texts(options).contains(QStringLiteral("– –")), qPrintable(texts(options)));
}

/// Whose values nobody knows.
void HistogramTest::legendCountsBuckets()
{
    PanelData data;
    data.series = {bucket("1", 3), bucket("2", 5), bucket("+Inf", 6)};
    HistogramOptions options;
    options.legend.values = {Calculation::LastNotNull, Calculation::Max};
    options.legend.mode = LegendMode::Table;
    HistogramPanel panel(spec(options), darkTheme());
    panel.resize(500, 400);
    panel.setData(std::make_shared<const PanelData>(data));
    panel.grab();
    QStringList texts;
    for (const DisplayList::Text &text : panel.legend()->drawing().all<DisplayList::Text>())
        texts << text.text;
    QVERIFY2(texts.contains(QStringLiteral("count")) && texts.contains(QStringLiteral("6")),
             qPrintable(texts.join(u' ')));
    QVERIFY(!texts.contains(QStringLiteral("max")));
}

void HistogramTest::says()
{
    Shown shown{PanelData()};
    const auto texts = shown.panel.chart()->chartLayout().list.all<DisplayList::Text>();
    QCOMPARE(texts.size(), std::size_t{1});
    QCOMPARE(texts.front().text, QStringLiteral("No data in this time range"));
}

void HistogramTest::exported()
{
    PanelData data;
    data.series = {series("a", {1, 2, 3})};
    Shown shown(data);
    QImage screen(500, 300, QImage::Format_RGB32);
    screen.fill(Qt::black);
    QPainter painter(&screen);
    shown.panel.exportTo(painter);
    painter.end();
    const QPoint bar = shown.panel.chart()->chartLayout().marks.front().rect.center().toPoint();
    QVERIFY(screen.pixelColor(bar) != darkTheme().surface);
}

SIGHTGLASS_TEST(HistogramTest)

} // namespace

#include "histogramtest.moc"
