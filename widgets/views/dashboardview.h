// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/dashboard/dashboardspec.h"
#include "widgets/panels/panelframe.h"

#include <QScrollArea>

#include <optional>
#include <vector>

class QLabel;

namespace sightglass {

/// One dashboard: its panels on the grid, one crosshair and one time range over all of them. Knows nothing of
/// where data come from: the owner listens for what is visible and hands data in.
class DashboardView : public QScrollArea
{
    Q_OBJECT

public:
    DashboardView(const DashboardSpec &spec, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] const DashboardSpec &spec() const noexcept { return m_spec; }
    /// Null for a row heading.
    [[nodiscard]] PanelFrame *panel(int index) const;
    [[nodiscard]] int panelCount() const noexcept { return static_cast<int>(m_items.size()); }

    void setPanelData(int index, const PanelDataPtr &panelData);
    void setTheme(const Theme &theme);
    /// Marks the panels whose alerts are pending or firing.
    void setRuleStatuses(const std::vector<RuleStatus> &rules);

    /// Which panels can be seen now; same size as the panels.
    [[nodiscard]] std::vector<bool> visiblePanels() const;

    /// Height that shows all panels at this width, for pictures of the whole.
    [[nodiscard]] int heightForWidth(int width) const override;

signals:
    void visiblePanelsChanged();
    void rangeRequested(sightglass::TimeRange range);
    void zoomOutRequested();
    /// Its menu says so: look at this panel's queries.
    void exploreRequested(const sightglass::PanelSpec &panel);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Item
    {
        PanelFrame *frame = nullptr;
        QLabel *heading = nullptr;
        [[nodiscard]] QWidget *widget() const;
    };

    void addItem(const PanelSpec &panel, const Theme &theme);
    void layoutPanels();
    void addPanelActions(PanelFrame *frame);
    void shareCrosshair(const PanelView *source, std::optional<TimestampMs> at);
    void applyTheme(const Theme &theme);

    DashboardSpec m_spec;
    std::vector<GridPosition> m_positions;
    std::vector<Item> m_items;
    std::vector<RuleStatus> m_rules;
    QWidget *m_grid;
};

} // namespace sightglass
