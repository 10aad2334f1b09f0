// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/panelwindow.h"

#include "app/desktop/firstframe.h"
#include "tests/bench/processcost.h"
#include "tests/widgets/panels/gallerycases.h"
#include "widgets/views/dashboardview.h"

#include <QApplication>
#include <QMainWindow>

#include <array>
#include <cstdio>
#include <cstring>
#include <string>
#include <utility>

namespace sightglass::bench {

namespace {

constexpr std::array types{PanelType::TimeSeries, PanelType::TimeSeries,    PanelType::Stat,
                           PanelType::Gauge,      PanelType::BarGauge,      PanelType::Heatmap,
                           PanelType::Table,      PanelType::Pie,           PanelType::BarChart,
                           PanelType::Histogram,  PanelType::StateTimeline, PanelType::StatusHistory};

DashboardSpec dashboard()
{
    DashboardSpec spec;
    spec.id = "twelve";
    spec.title = "Twelve panels";
    for (const PanelType type : types) {
        PanelSpec panel = test::gallerySpec(type, test::GalleryCase::Usual);
        const auto count = static_cast<int>(spec.panels.size());
        panel.id = std::to_string(count);
        panel.grid = {count % 4 * 6, count / 4 * 9, 6, 9};
        spec.panels.push_back(std::move(panel));
    }
    return spec;
}

} // namespace

std::optional<int> panelWindowMain(int argc, char **argv)
{
    if (argc < 2 || std::strcmp(argv[1], panelWindowOption) != 0)
        return std::nullopt;
    QApplication application(argc, argv);
    const auto idle = static_cast<double>(residentBytes());
    QMainWindow window;
    auto *view = new DashboardView(dashboard(), darkTheme());
    window.setCentralWidget(view);
    window.resize(1600, 1000);
    for (int i = 0; i < view->panelCount(); ++i)
        view->setPanelData(i, test::galleryData(view->panel(i)->spec(), test::GalleryCase::Usual));
    auto *first = new FirstFrame(&window);
    QObject::connect(first, &FirstFrame::painted, &application, [idle] {
        const double mebi = (static_cast<double>(residentBytes()) - idle) / (1024 * 1024);
        std::printf("resident %.1f MiB\nfirst frame after %lld ms\n", mebi,
                    static_cast<long long>(processAgeMs().value_or(-1)));
        std::fflush(stdout);
        QCoreApplication::exit();
    });
    window.show();
    return QApplication::exec();
}

} // namespace sightglass::bench
