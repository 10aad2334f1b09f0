// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/qtchartswindow.h"

#include "tests/bench/processcost.h"

#include <QApplication>
#include <QChart>
#include <QChartView>
#include <QDateTime>
#include <QDateTimeAxis>
#include <QGridLayout>
#include <QLineSeries>
#include <QProcess>
#include <QTimer>
#include <QValueAxis>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <random>
#include <vector>

namespace sightglass::bench {

namespace {

constexpr const char *peerOption = "--measure-qt-charts";
constexpr double mebi = 1024.0 * 1024.0;
constexpr double stepMs = 1000;
constexpr double startMs = 1'700'000'000'000;
constexpr double highest = 1000;

/// One panel as the documentation of Qt Charts builds it.
class PlainChart
{
public:
    PlainChart(const WallSize &size, std::mt19937 &random)
        : m_random(random)
        , m_view(new QChartView)
        , m_times(new QDateTimeAxis)
    {
        auto *values = new QValueAxis;
        values->setRange(0, highest);
        m_times->setFormat(QStringLiteral("HH:mm"));
        QChart *chart = m_view->chart();
        chart->addAxis(m_times, Qt::AlignBottom);
        chart->addAxis(values, Qt::AlignLeft);
        for (int i = 0; i < size.series; ++i) {
            auto *series = new QLineSeries;
            series->setName(QStringLiteral("series %1").arg(i));
            m_points.emplace_back();
            for (int point = 0; point < size.points; ++point)
                m_points.back().append({startMs + point * stepMs, next(m_points.back())});
            series->replace(m_points.back());
            chart->addSeries(series);
            series->attachAxis(m_times);
            series->attachAxis(values);
            m_series.push_back(series);
        }
        showRange();
    }

    [[nodiscard]] QChartView *view() const { return m_view; }

    void tick()
    {
        for (std::size_t i = 0; i < m_series.size(); ++i) {
            QList<QPointF> &points = m_points[i];
            points.append({points.last().x() + stepMs, next(points)});
            points.removeFirst();
            m_series[i]->replace(points); // the documented way to change many points at once
        }
        showRange();
    }

private:
    [[nodiscard]] double next(const QList<QPointF> &before)
    {
        std::uniform_real_distribution<double> move(-20, 20);
        const double last = before.isEmpty() ? highest / 2 : before.last().y();
        return std::clamp(last + move(m_random), 0.0, highest);
    }

    void showRange()
    {
        const QList<QPointF> &points = m_points.front();
        m_times->setRange(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(points.first().x())),
                          QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(points.last().x())));
    }

    std::mt19937 &m_random;
    QChartView *m_view;
    QDateTimeAxis *m_times;
    std::vector<QList<QPointF>> m_points;
    std::vector<QLineSeries *> m_series;
};

class PlainWall
{
public:
    explicit PlainWall(const WallSize &size)
    {
        auto *grid = new QGridLayout(&m_window);
        const int columns = static_cast<int>(std::ceil(std::sqrt(size.panels)));
        for (int i = 0; i < size.panels; ++i) {
            m_charts.push_back(std::make_unique<PlainChart>(size, m_random));
            grid->addWidget(m_charts.back()->view(), i / columns, i % columns);
        }
        m_window.resize(1920, 1080);
        m_window.show();
        QApplication::processEvents();
    }

    void tick()
    {
        for (const auto &chart : m_charts)
            chart->tick();
    }

    void repaint()
    {
        for (const auto &chart : m_charts)
            chart->view()->viewport()->update();
        QApplication::processEvents();
    }

private:
    std::mt19937 m_random{1};
    QWidget m_window;
    std::vector<std::unique_ptr<PlainChart>> m_charts;
};

double refreshPercent(PlainWall &wall, int ticks)
{
    wall.tick();
    QApplication::processEvents();
    int left = ticks;
    QTimer second;
    second.setTimerType(Qt::PreciseTimer);
    second.setInterval(1000);
    QObject::connect(&second, &QTimer::timeout, &second, [&wall, &left] {
        // The last timeout only ends the last second.
        if (left-- > 0)
            wall.tick();
        else
            QCoreApplication::exit();
    });
    const ProcessCost before = ProcessCost::now();
    second.start();
    QCoreApplication::exec();
    return (ProcessCost::now() - before).processSeconds * 100.0 / ticks;
}

double repaintMs(PlainWall &wall)
{
    constexpr int runs = 3;
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const ProcessCost before = ProcessCost::now();
        wall.repaint();
        times.push_back((ProcessCost::now() - before).processSeconds * 1000);
    }
    std::ranges::nth_element(times, times.begin() + runs / 2);
    return times[runs / 2];
}

} // namespace

std::optional<int> qtChartsPeerMain(int argc, char **argv)
{
    if (argc != 6 || std::strcmp(argv[1], peerOption) != 0)
        return std::nullopt;
    const WallSize size{std::atoi(argv[2]), std::atoi(argv[3]), std::atoi(argv[4])};
    const int ticks = std::max(1, std::atoi(argv[5]));
    QApplication application(argc, argv);
    const auto idle = static_cast<double>(residentBytes());
    PlainWall wall(size);
    const double repaint = repaintMs(wall);
    const double refresh = refreshPercent(wall, ticks);
    const double resident = (static_cast<double>(residentBytes()) - idle) / mebi;
    std::printf("%.3f %.3f %.3f\n", refresh, repaint, resident);
    return 0;
}

std::optional<QtChartsFigures> measureQtCharts(const WallSize &size, int ticks)
{
    QProcess peer;
    peer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    peer.start(QCoreApplication::applicationFilePath(),
               {QLatin1String(peerOption), QString::number(size.panels), QString::number(size.series),
                QString::number(size.points), QString::number(ticks)});
    const int timeoutMs = 60'000 + ticks * 20'000;
    if (!peer.waitForFinished(timeoutMs)) {
        peer.kill();
        peer.waitForFinished();
    }
    const QList<QByteArray> figures = peer.readAllStandardOutput().trimmed().split(' ');
    if (peer.exitStatus() != QProcess::NormalExit || peer.exitCode() != 0 || figures.size() != 3) {
        std::fprintf(stderr, "the Qt Charts window could not be measured\n");
        return std::nullopt;
    }
    return QtChartsFigures{figures[0].toDouble(), figures[1].toDouble(), figures[2].toDouble()};
}

} // namespace sightglass::bench
