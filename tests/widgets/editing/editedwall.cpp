// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/editing/editedwall.h"

#include "model/editing/dashboardediting.h"
#include "widgets/editing/placemark.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>

namespace sightglass::test {

namespace {

PanelSpec panelAt(const char *id, GridPosition place)
{
    PanelSpec panel;
    panel.id = id;
    panel.title = std::string("Panel ") + id;
    panel.grid = place;
    panel.queries = {{std::string("metric_") + id, {}, false, "A"}};
    return panel;
}

DashboardSpec wall()
{
    DashboardSpec spec;
    spec.id = "wall";
    spec.title = "Wall";
    PanelSpec row = panelAt("r", {0, 16, 24, 1});
    row.options = RowOptions();
    row.queries.clear();
    spec.panels = {panelAt("a", {0, 0, 12, 8}), panelAt("b", {12, 0, 12, 8}), panelAt("c", {0, 8, 24, 8}),
                   row, panelAt("d", {0, 17, 12, 6})};
    return spec;
}

PanelDataPtr someData()
{
    constexpr TimestampMs end = 1'763'733'600'000;
    PanelData data;
    data.range = {end - 300'000, end};
    data.series.resize(1);
    data.series.front().name = "series";
    for (TimestampMs t = data.range.from; t <= end; t += 5000)
        data.series.front().samples.push_back({t, double(t % 60'000) / 1000});
    return std::make_shared<const PanelData>(std::move(data));
}

void send(QWidget *widget, QEvent::Type type, QPoint at, Qt::MouseButtons buttons)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget->mapToGlobal(QPointF(at)), button, buttons, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

} // namespace

EditedWall::EditedWall(QSize size)
    : view(wall(), darkTheme())
    , document(std::make_unique<DashboardDocument>(wall(), QString(), QByteArray()))
    , editor(new GridEditor(&view))
{
    view.resize(size);
    view.show();
    QApplication::setActiveWindow(&view);
    editor->setDocument(document.get());
    const PanelDataPtr data = someData();
    for (int i = 0; i < view.panelCount(); ++i)
        view.setPanelData(i, data);
    view.grab();
}

PanelFrame *EditedWall::frame(const char *id) const
{
    return view.panel(view.indexOf(id));
}

QWidget *EditedWall::title(const char *id) const
{
    return frame(id)->titleWidget();
}

QWidget *EditedWall::grip(const char *id) const
{
    return frame(id)->findChild<PanelGrip *>();
}

GridPosition EditedWall::place(const char *id) const
{
    const DashboardSpec &spec = document->spec();
    return spec.panels[*panelIndex(spec.panels, id)].grid;
}

void EditedWall::press(QWidget *widget) const
{
    send(widget, QEvent::MouseButtonPress, QPoint(20, widget->height() / 2), Qt::LeftButton);
}

void EditedWall::moveBy(QWidget *widget, QPoint by) const
{
    // The widget moves along: its own coordinates are of no use.
    const QPoint from = widget->mapToGlobal(QPoint(20, widget->height() / 2));
    constexpr int steps = 8;
    for (int step = 1; step <= steps; ++step) {
        const QPoint global = from + by * step / steps;
        send(widget, QEvent::MouseMove, widget->mapFromGlobal(global), Qt::LeftButton);
    }
}

void EditedWall::release(QWidget *widget, QPoint at) const
{
    send(widget, QEvent::MouseButtonRelease, at, Qt::NoButton);
}

void EditedWall::drag(QWidget *widget, QPoint by) const
{
    press(widget);
    moveBy(widget, by);
    release(widget, QPoint(20, widget->height() / 2));
}

} // namespace sightglass::test
