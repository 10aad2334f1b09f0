// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/alerting/alert.h"
#include "model/dashboard/dashboardspec.h"
#include "model/presentation/dashboardfeed.h"
#include "widgets/export/exporter.h"
#include "widgets/style/theme.h"

#include <QImage>
#include <QObject>
#include <QSize>
#include <QTimeZone>

#include <memory>
#include <set>

namespace sightglass {

class DashboardView;

/// Renders one dashboard to a picture, off screen: builds its view, asks for every panel's data once, and is
/// done when all have come.
class DashboardPicture : public QObject
{
    Q_OBJECT

public:
    /// `size` in pixels; a height of 0 is as high as the dashboard.
    DashboardPicture(const DashboardSpec &spec, QSize size, const Theme &theme,
                     std::shared_ptr<QueryPool> pool, QObject *parent = nullptr);
    ~DashboardPicture() override;

    /// The zone that times are written in; until then that of the system.
    void setTimeZone(const QTimeZone &zone);

    /// Emits finished() later, from the event loop.
    void render(const DashboardFeed::Question &question, const std::vector<RuleStatus> &rules);

    /// After finished(): all of it, for any format. The picture must outlive it.
    [[nodiscard]] ExportSource source() const;

    /// After finished(): the same as its image, as lines and texts. The picture must outlive it.
    [[nodiscard]] Drawing drawing() const;

    /// After finished(): the panels whose query failed, as "title: reason".
    [[nodiscard]] const QStringList &panelErrors() const noexcept { return m_panelErrors; }

signals:
    void finished(const QImage &image);

private:
    void take(int panel, const std::shared_ptr<const PanelData> &data);

    std::unique_ptr<DashboardView> m_view;
    std::unique_ptr<DashboardFeed> m_feed;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::set<int> m_missing;
    QStringList m_panelErrors;
};

} // namespace sightglass
