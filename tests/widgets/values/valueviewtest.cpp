// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/values/valueview.h"

#include "tests/support/testcase.h"
#include "tests/widgets/panels/syntheticdata.h"
#include "widgets/panels/panelfactory.h"
#include "widgets/values/bargaugepanel.h"
#include "widgets/values/legendedbars.h"
#include "widgets/values/statpanel.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QPicture>
#include <QScrollBar>
#include <QTest>

#include <limits>

namespace {

using namespace sightglass;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

PanelDataPtr answerOf(const QList<double> &numbers)
{
    auto data = std::make_shared<PanelData>();
    data->range = {0, 60'000};
    for (int i = 0; i < numbers.size(); ++i) {
        PanelSeries series;
        series.name = "series " + std::to_string(i);
        series.labels = Labels({{"i", std::to_string(i)}});
        for (TimestampMs t = 0; t <= 60'000; t += 1000)
            series.samples.push_back({t, numbers[i]});
        data->series.push_back(std::move(series));
    }
    return data;
}

QImage pictureOf(PanelView &view)
{
    QImage image(view.size(), QImage::Format_RGB32);
    image.fill(Qt::magenta);
    view.render(&image);
    return image;
}

bool hasColor(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == color.rgb())
                return true;
        }
    }
    return false;
}

class ValueViewTest : public sightglass::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void fontFitsUnlessItWouldBeIllegible_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QSizeF>("room");
        QTest::newRow("short") << "7" << QSizeF(200, 100);
        QTest::newRow("usual") << "12.4 k ops/s" << QSizeF(200, 100);
        QTest::newRow("low") << "12.4 k" << QSizeF(400, 22);
        QTest::newRow("narrow") << "12.4 k" << QSizeF(60, 200);
    }

    void fontFitsUnlessItWouldBeIllegible()
    {
        QFETCH(QString, text);
        QFETCH(QSizeF, room);
        const QFont font = fittingFont(QGuiApplication::font(), text, room, 64);
        const QFontMetricsF metrics(font);
        QVERIFY(font.pixelSize() <= 64);
        QVERIFY(font.pixelSize() >= 10);
        QVERIFY(metrics.horizontalAdvance(text) <= room.width() + 1);
        QVERIFY(metrics.height() <= room.height() + 2);
        const QFont tiny = fittingFont(QGuiApplication::font(), text, {1, 1}, 64);
        QCOMPARE(tiny.pixelSize(), 10);
    }

    void everyPanelPaintsWhateverItGets_data()
    {
        QTest::addColumn<QList<double>>("numbers");
        QTest::newRow("no series") << QList<double>{};
        QTest::newRow("zero") << QList<double>{0};
        QTest::newRow("NaN") << QList<double>{nan};
        QTest::newRow("infinite") << QList<double>{infinity, -infinity};
        QTest::newRow("huge") << QList<double>{1e300, -1e300};
        QTest::newRow("tiny") << QList<double>{5e-324};
        QTest::newRow("negative") << QList<double>{-12.5, 3};
        QTest::newRow("all kinds") << QList<double>{nan, infinity, -infinity, 0, -1, 1e12};
        QTest::newRow("fifty") << QList<double>(50, 42.5);
    }

    void everyPanelPaintsWhateverItGets()
    {
        QFETCH(QList<double>, numbers);
        const PanelDataPtr answer = answerOf(numbers);
        for (const PanelType type :
             {PanelType::Stat, PanelType::Gauge, PanelType::BarGauge, PanelType::Table}) {
            PanelSpec spec;
            spec.options = standardOptions(type);
            spec.field.thresholds =
                Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "good"}, {10, "critical"}}};
            const std::unique_ptr<PanelView> view(createPanelView(spec, darkTheme(), nullptr));
            view->setData(answer);
            for (const QSize size : {QSize(1, 1), QSize(24, 400), QSize(600, 18), QSize(320, 200)}) {
                view->resize(size);
                const QImage picture = pictureOf(*view);
                QVERIFY(type == PanelType::Table || !hasColor(picture, Qt::magenta));
            }
        }
    }

    void thresholdColoursAreSeen_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("stat") << static_cast<int>(PanelType::Stat);
        QTest::newRow("gauge") << static_cast<int>(PanelType::Gauge);
        QTest::newRow("bar gauge") << static_cast<int>(PanelType::BarGauge);
    }

    void thresholdColoursAreSeen()
    {
        QFETCH(int, type);
        PanelSpec spec;
        spec.options = standardOptions(static_cast<PanelType>(type));
        spec.field.thresholds = Thresholds{ThresholdsMode::Absolute, {{50, "critical"}}};
        for (const Theme &theme : {darkTheme(), lightTheme()}) {
            const std::unique_ptr<PanelView> view(createPanelView(spec, theme, nullptr));
            view->resize(320, 200);
            view->setData(answerOf({80}));
            QVERIFY(hasColor(pictureOf(*view), theme.semantic(SemanticColor::Critical)));
            QVERIFY(hasColor(pictureOf(*view), theme.surface));
        }
    }

    void aNewThemeRepaintsTheSameValues()
    {
        PanelSpec spec;
        spec.options = standardOptions(PanelType::Gauge);
        const std::unique_ptr<PanelView> view(createPanelView(spec, darkTheme(), nullptr));
        view->resize(320, 200);
        view->setTheme(lightTheme());
        view->setData(answerOf({80}));
        view->setTheme(darkTheme());
        view->setTheme(lightTheme());
        const QImage changed = pictureOf(*view);
        const std::unique_ptr<PanelView> fresh(createPanelView(spec, lightTheme(), nullptr));
        fresh->resize(320, 200);
        fresh->setData(answerOf({80}));
        QCOMPARE(changed, pictureOf(*fresh));
    }

    void valuesAreSpoken()
    {
        PanelSpec spec;
        spec.options = standardOptions(PanelType::Stat);
        spec.field.unit = "s";
        const std::unique_ptr<PanelView> view(createPanelView(spec, darkTheme(), nullptr));
        view->setData(answerOf({0.182, 2}));
        QVERIFY(view->accessibleDescription().contains(QStringLiteral("series 0 182 ms")));
        QVERIFY(view->accessibleDescription().contains(QStringLiteral("series 1 2 s")));
        view->setData(answerOf({}));
        QVERIFY(!view->accessibleDescription().contains(QStringLiteral("182")));
    }

    void titleAndValueAreTheAccessibleName_data()
    {
        QTest::addColumn<QList<double>>("numbers");
        QTest::addColumn<QString>("name");
        QTest::newRow("one") << QList<double>{0.182} << "Latency: 182 ms";
        QTest::newRow("two") << QList<double>{0.182, 2} << "Latency: series 0 182 ms, series 1 2 s";
        QTest::newRow("many") << QList<double>(50, 2)
                              << "Latency: series 0 2 s, series 1 2 s, series 2 2 s and 47 more";
        QTest::newRow("none") << QList<double>{} << "Latency: No data";
    }

    void titleAndValueAreTheAccessibleName()
    {
        QFETCH(QList<double>, numbers);
        for (const PanelType type : {PanelType::Stat, PanelType::Gauge, PanelType::BarGauge}) {
            PanelSpec spec;
            spec.options = standardOptions(type);
            spec.title = "Latency";
            spec.field.unit = "s";
            const std::unique_ptr<PanelView> view(createPanelView(spec, darkTheme(), nullptr));
            view->setData(answerOf(numbers));
            QTEST(view->accessibleName(), "name");
        }
    }

    void crowdsAreCounted_data()
    {
        QTest::addColumn<PanelType>("type");
        QTest::addColumn<QSize>("size");
        for (const auto &[name, type] :
             {std::pair("stat", PanelType::Stat), std::pair("gauge", PanelType::Gauge),
              std::pair("bar gauge", PanelType::BarGauge)}) {
            for (const QSize size : {QSize(400, 200), QSize(400, 30), QSize(60, 300), QSize(24, 18)})
                QTest::addRow("%s %dx%d", name, size.width(), size.height()) << type << size;
        }
    }

    void crowdsAreCounted()
    {
        QFETCH(PanelType, type);
        QFETCH(QSize, size);
        PanelSpec spec;
        spec.options = standardOptions(type);
        const std::unique_ptr<PanelView> view(createPanelView(spec, darkTheme(), nullptr));
        auto *values = qobject_cast<ValueView *>(view.get());
        QVERIFY(values);
        view->resize(size);
        values->setData(answerOf(QList<double>(50, 42.5)));
        const std::size_t shown = values->shownCount();
        QVERIFY(shown >= 1 && shown < 50);
        // Somewhere stands what has no place.
        QString hidden;
        for (int y = 1; y < size.height() && hidden.isEmpty(); y += 4) {
            for (int x = 1; x < size.width() && hidden.isEmpty(); x += 4) {
                const QString tip = values->toolTipAt({x, y});
                hidden = tip.contains(QStringLiteral("more")) ? tip : QString();
            }
        }
        const auto listed = static_cast<int>(50 - shown - 20);
        QVERIFY2(hidden.endsWith(QStringLiteral("and %1 more").arg(listed)) || listed <= 0,
                 qPrintable(hidden));
        values->setData(answerOf({42.5}));
        QCOMPARE(values->shownCount(), std::size_t(1));
    }

    void aToolTipHasTheFullName()
    {
        PanelData data;
        data.range = {0, 60'000};
        const std::string name = "a name that is longer than any cell of a panel " + std::string(60, 'x');
        for (const TimestampMs last : {60'000, 1000})
            data.series.push_back({Labels({{"i", std::to_string(last)}}), name, 0, {{last, 7}}});
        const auto answer = std::make_shared<const PanelData>(data);
        for (const PanelType type : {PanelType::Stat, PanelType::Gauge, PanelType::BarGauge}) {
            PanelSpec spec;
            spec.options = standardOptions(type);
            const std::unique_ptr<PanelView> view(createPanelView(spec, darkTheme(), nullptr));
            view->resize(200, 60);
            view->setData(answer);
            auto *values = qobject_cast<ValueView *>(view.get());
            QCOMPARE(values->shownCount(), std::size_t(2));
            QCOMPARE(values->toolTipAt({2, 2}), QString::fromStdString(name) + QStringLiteral("\n7"));
            QVERIFY(values->toolTipAt({198, 58}).endsWith(QStringLiteral("no data; last 7, 59s ago")));
        }
    }

    void namesAloneTellTheirLabels()
    {
        PanelData data;
        data.range = {0, 60'000};
        const Labels labels(
            {{"__name__", "build_info"}, {"revision", std::string(500, 'f')}, {"version", "<b>1.2"}});
        data.series.push_back({labels, "1.2", 0, {{60'000, 1}}});
        PanelSpec spec;
        StatOptions options;
        options.text = StatText::Name;
        spec.options = options;
        const std::unique_ptr<PanelView> view(createPanelView(spec, darkTheme(), nullptr));
        view->resize(300, 60);
        view->setData(std::make_shared<const PanelData>(data));
        const QStringList tip = qobject_cast<ValueView *>(view.get())->toolTipAt({150, 30}).split(u'\n');
        QCOMPARE(tip.size(), 3);
        QCOMPARE(tip.at(0), QStringLiteral("1.2"));
        QVERIFY2(tip.at(1).startsWith(QStringLiteral("revision: ffff")) && tip.at(1).size() < 140,
                 qPrintable(tip.at(1)));
        QCOMPARE(tip.at(2), QStringLiteral("version: <b>1.2"));
    }

    void aSparklineOfStepsSaysSo()
    {
        PanelData data;
        data.range = {0, 60'000};
        data.stepMs = 30'000;
        data.series.push_back({Labels::withName("a", {}), "a", 0, {{30'000, 1}, {60'000, 2}}});
        PanelSpec spec;
        spec.options = standardOptions(PanelType::Stat);
        const auto tip = [&] {
            const std::unique_ptr<PanelView> view(createPanelView(spec, darkTheme(), nullptr));
            view->resize(300, 200);
            view->setData(std::make_shared<const PanelData>(data));
            return qobject_cast<ValueView *>(view.get())->toolTipAt({150, 100});
        };
        const QString note = QStringLiteral("Line: a value every 30 s, while the source has one every 1 s");
        QVERIFY(!tip().contains(note));
        data.spacing = SampleSpacing{1000, 1000};
        QVERIFY(tip().contains(note));
        std::get<StatOptions>(spec.options).graph = StatGraph::None;
        QVERIFY(!tip().contains(note));
    }

    void aGaugeInAStripIsSeen()
    {
        PanelSpec spec;
        spec.options = standardOptions(PanelType::Gauge);
        spec.field.thresholds = Thresholds{ThresholdsMode::Absolute, {{std::nullopt, "critical"}}};
        for (const QSize size : {QSize(400, 20), QSize(120, 30), QSize(60, 60)}) {
            const std::unique_ptr<PanelView> view(createPanelView(spec, darkTheme(), nullptr));
            view->resize(size);
            view->setData(answerOf({80, 70}));
            QVERIFY(hasColor(pictureOf(*view), darkTheme().semantic(SemanticColor::Critical)));
            QVERIFY(hasColor(pictureOf(*view), darkTheme().track));
        }
    }

    /// What has no room at its smallest is scrolled to on a screen, and counted in a picture.
    void whatHasNoRoomIsScrolledTo_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("stat") << int(PanelType::Stat);
        QTest::newRow("gauge") << int(PanelType::Gauge);
        QTest::newRow("bar gauge") << int(PanelType::BarGauge);
    }
    void whatHasNoRoomIsScrolledTo()
    {
        QFETCH(int, type);
        PanelSpec spec;
        spec.options = standardOptions(PanelType(type));
        const std::unique_ptr<PanelView> panel(createPanelView(spec, darkTheme(), nullptr));
        auto *view = qobject_cast<ValueView *>(panel.get());
        QVERIFY(view);
        QList<double> numbers;
        for (int i = 0; i < 60; ++i)
            numbers.append(1000 + i);
        view->resize(220, 140);
        view->setData(answerOf(numbers));
        QVERIFY(view->shownCount() < 60); // nobody scrolls what is not on a screen
        view->show();
        pictureOf(*view);
        QCOMPARE(view->shownCount(), std::size_t(60));
        const auto textsIn = [view] {
            QStringList texts;
            for (const DisplayList::Text &text : view->drawing().all<DisplayList::Text>())
                texts.append(text.text);
            return texts.join(u' ');
        };
        auto *bar = const_cast<QScrollBar *>(view->scrollBar());
        QVERIFY(bar != nullptr && bar->isVisible());
        QVERIFY(view->rect().contains(bar->geometry()));
        QVERIFY(!textsIn().contains(QStringLiteral("more")));
        // One after the other, all come into sight; those that are not are not drawn.
        QSet<QString> tips;
        for (int at = bar->minimum(); at <= bar->maximum() + bar->pageStep(); at += bar->singleStep()) {
            bar->setValue(at);
            for (int y = 2; y < view->height() - 2; y += 5) {
                for (int x = 2; x < view->width() - 20; x += 10)
                    tips.insert(view->toolTipAt({x, y}));
            }
        }
        tips.remove(QString());
        QCOMPARE(tips.size(), 60);
        QVERIFY(view->drawing().items().size() < 400);
        QTest::keyClick(view, Qt::Key_Home);
        QCOMPARE(bar->value(), 0);
        QTest::keyClick(view, Qt::Key_PageDown);
        QCOMPARE(bar->value(), bar->pageStep());
        // A picture counts, and the view is as it was.
        const QString before = textsIn();
        QPicture picture;
        QPainter painter(&picture);
        view->exportTo(painter);
        painter.end();
        QCOMPARE(textsIn(), before);
        // Larger, all is in sight, and there is no bar.
        view->resize(2400, 1400);
        pictureOf(*view);
        QVERIFY(!bar->isVisible());
        QCOMPARE(view->focusPolicy(), Qt::NoFocus);
    }

    /// Grafana's bar gauges may have a legend: names, colours and calculations; what is hidden has no bar.
    void barGaugesHaveTheirLegend()
    {
        PanelSpec spec;
        BarGaugeOptions options;
        options.legend.mode = LegendMode::Table;
        options.legend.values = {Calculation::Max, Calculation::Count};
        spec.options = options;
        spec.field.unit = "bytes";
        const std::unique_ptr<PanelView> view(createPanelView(spec, darkTheme(), nullptr));
        auto *legended = qobject_cast<LegendedBars *>(view.get());
        QVERIFY(legended);
        view->resize(400, 300);
        view->setData(answerOf({80, 2048}));
        view->show();
        pictureOf(*view);
        const std::vector<LegendItem> &items = legended->legend()->items();
        QCOMPARE(items.size(), std::size_t(2));
        QCOMPARE(items[1].name, QStringLiteral("series 1"));
        QCOMPARE(items[1].values, QStringList({QStringLiteral("2 KiB"), QStringLiteral("61")}));
        QCOMPARE(items[0].color, legended->bars()->values()[0].color);
        QVERIFY(legended->bars()->geometry().bottom() < legended->legend()->geometry().top());
        emit legended->legend()->toggleRequested(0);
        QCOMPARE(legended->bars()->values().size(), std::size_t(1));
        QCOMPARE(legended->bars()->values()[0].name, QStringLiteral("series 1"));
        QVERIFY(!legended->legend()->items()[0].visible);
        view->setData(answerOf({81, 2048}));
        QCOMPARE(legended->bars()->values().size(), std::size_t(1));
        emit legended->legend()->toggleRequested(0);
        QCOMPARE(legended->bars()->values().size(), std::size_t(2));
        // A picture has both.
        QPicture picture;
        QPainter painter(&picture);
        view->exportTo(painter);
        painter.end();
        QVERIFY(picture.size() > 0);
    }

    void sparklinesAreDrawnForNewDataOnly()
    {
        StatPanel panel({}, darkTheme());
        panel.resize(300, 200);
        const PanelData first = test::walks({.rangeMs = 60'000, .series = 2}, 100);
        panel.setData(std::make_shared<const PanelData>(first));
        const QImage picture = pictureOf(panel);
        QCOMPARE(panel.sparklinesDrawn(), std::uint64_t(2));
        QCOMPARE(pictureOf(panel), picture);
        QCOMPARE(panel.sparklinesDrawn(), std::uint64_t(2));
        panel.setData(test::tickLater(first));
        pictureOf(panel);
        QCOMPARE(panel.sparklinesDrawn(), std::uint64_t(4));
        panel.resize(320, 220);
        pictureOf(panel);
        QCOMPARE(panel.sparklinesDrawn(), std::uint64_t(6));
    }

    void aTickChangesTheNumber()
    {
        const PanelData first = test::walks({.rangeMs = 60'000, .series = 1}, 100);
        const PanelDataPtr second = test::tickLater(first);
        PanelSpec spec;
        spec.options = standardOptions(PanelType::Stat);
        spec.field.decimals = 6;
        const std::unique_ptr<PanelView> view(createPanelView(spec, darkTheme(), nullptr));
        auto *values = qobject_cast<ValueView *>(view.get());
        QVERIFY(values);
        values->setData(std::make_shared<const PanelData>(first));
        QCOMPARE(values->values().at(0).value, first.series[0].samples.back().v);
        values->setData(second);
        QCOMPARE(values->values().at(0).value, second->series[0].samples.back().v);
    }
};

SIGHTGLASS_TEST(ValueViewTest)

} // namespace

#include "valueviewtest.moc"
