// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/panels/galleryreadouts.h"

#include "tests/widgets/panels/gallerycases.h"
#include "widgets/plots/timeplot.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextStream>

#include <functional>
#include <vector>

namespace sightglass::test {

namespace {

constexpr int gap = 8;

struct Scene
{
    const char *name;
    PanelType type;
    GalleryCase what;
    QSize size;
};

using Act = std::function<void(QWidget &window, PanelFrame &panel)>;

void hover(QWidget &window, QPointF at)
{
    QWidget *target = window.childAt(at.toPoint());
    if (target == nullptr)
        return;
    const QPointF local = target->mapFrom(&window, at);
    QMouseEvent move(QEvent::MouseMove, local, window.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                     Qt::NoModifier);
    QApplication::sendEvent(target, &move);
    QApplication::processEvents();
}

void press(QWidget &target, int key, int times)
{
    for (int i = 0; i < times; ++i) {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
        QApplication::sendEvent(&target, &down);
    }
    QApplication::processEvents();
}

QImage pictureOf(const Scene &scene, const Theme &theme, const Act &act)
{
    QWidget window;
    window.setPalette(theme.palette());
    window.setAutoFillBackground(true);
    window.resize(scene.size);
    PanelFrame *panel = galleryPanel(scene.type, scene.what, theme).release();
    panel->setParent(&window);
    panel->setGeometry(window.rect().adjusted(4, 4, -4, -4));
    window.show();
    window.activateWindow();
    QApplication::processEvents();
    window.grab();
    act(window, *panel);
    return window.grab().toImage();
}

/// Beside each other, in rows of three.
QImage sheetOf(const std::vector<QImage> &pictures, const Theme &theme)
{
    constexpr std::size_t across = 3;
    const double ratio = pictures.front().devicePixelRatio();
    const QSize one = pictures.front().size();
    const auto rows = static_cast<int>((pictures.size() + across - 1) / across);
    const int space = static_cast<int>(gap * ratio);
    QImage sheet((one.width() + space) * static_cast<int>(across), (one.height() + space) * rows,
                 QImage::Format_RGB32);
    sheet.fill(theme.accent);
    QPainter painter(&sheet);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        QImage picture = pictures[i];
        picture.setDevicePixelRatio(1);
        painter.drawImage(QPoint(static_cast<int>(i % across) * (one.width() + space),
                                 static_cast<int>(i / across) * (one.height() + space)),
                          picture);
    }
    return sheet;
}

std::vector<Act> hovers()
{
    std::vector<Act> acts;
    for (const QPointF share : {QPointF(0.22, 0.3), QPointF(0.95, 0.3), QPointF(0.5, 0.6), QPointF(0.3, 0.75),
                                QPointF(0.95, 0.75)}) {
        acts.emplace_back([share](QWidget &window, PanelFrame &) {
            hover(window, {share.x() * window.width(), share.y() * window.height()});
        });
    }
    acts.emplace_back([](QWidget &, PanelFrame &panel) {
        QWidget *chart = panel.view();
        for (QWidget *child : panel.view()->findChildren<QWidget *>()) {
            if (child->focusPolicy() & Qt::TabFocus && child->isVisible()) {
                chart = child;
                break;
            }
        }
        chart->setFocus(Qt::TabFocusReason);
        press(*chart, Qt::Key_Left, 12);
    });
    return acts;
}

} // namespace

void saveReadouts(const QDir &folder, const Theme &theme, const QString &themeName)
{
    constexpr QSize usual(420, 280);
    constexpr QSize small(300, 190);
    const std::vector<Scene> scenes{
        {"lines", PanelType::TimeSeries, GalleryCase::Usual, usual},
        {"crowd", PanelType::TimeSeries, GalleryCase::ThousandSeries, usual},
        {"crowd-small", PanelType::TimeSeries, GalleryCase::ThousandSeries, small},
        {"right-to-left", PanelType::TimeSeries, GalleryCase::RightToLeft, usual},
        {"long", PanelType::TimeSeries, GalleryCase::LongLabels, usual},
        {"html", PanelType::TimeSeries, GalleryCase::Html, usual},
        {"gap", PanelType::TimeSeries, GalleryCase::Gap, usual},
        {"infinite", PanelType::TimeSeries, GalleryCase::Infinite, usual},
        {"level", PanelType::TimeSeries, GalleryCase::Level, usual},
        {"heatmap", PanelType::Heatmap, GalleryCase::Usual, usual},
        {"bars", PanelType::BarChart, GalleryCase::Usual, usual},
        {"histogram", PanelType::Histogram, GalleryCase::Usual, usual},
        {"pie", PanelType::Pie, GalleryCase::ThousandSeries, usual},
        {"timeline", PanelType::StateTimeline, GalleryCase::LongLabels, usual},
        {"history", PanelType::StatusHistory, GalleryCase::RightToLeft, usual},
    };
    const auto save = [&](const QString &name, const QImage &image) {
        const QString file = folder.filePath(QStringLiteral("readout-%1-%2.png").arg(name, themeName));
        image.save(file);
        QTextStream(stdout) << file << Qt::endl;
    };
    for (const Scene &scene : scenes) {
        std::vector<QImage> pictures;
        for (const Act &act : hovers())
            pictures.push_back(pictureOf(scene, theme, act));
        save(QLatin1String(scene.name), sheetOf(pictures, theme));
    }
    std::vector<QImage> tables;
    for (const Scene &scene : scenes) {
        tables.push_back(pictureOf({scene.name, scene.type, scene.what, usual}, theme,
                                   [](QWidget &, PanelFrame &panel) { panel.setTableShown(true); }));
    }
    save(QStringLiteral("tables"), sheetOf(tables, theme));
}

} // namespace sightglass::test
