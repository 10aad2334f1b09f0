// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/timedriver.h"
#include "model/presentation/dashboardfeed.h"

#include <QObject>
#include <QPointer>

#include <optional>
#include <vector>

namespace sightglass {

class DashboardPage;

/// Lets time pass on the dashboard that is in front in a window: tells it what time it shows, and has it ask
/// for data when they are there. A page with a time of its own brings that along; the others share one.
class PageDriver : public QObject
{
    Q_OBJECT

public:
    PageDriver(Workspace *workspace, QWidget *window);

    [[nodiscard]] TimeDriver *time() const noexcept { return m_time; }
    /// What pages without a time of their own show.
    [[nodiscard]] TimeSelection &sharedTime() noexcept { return m_shared; }

    /// `targets`: whose scrapes bring something new; none: all. Null: no dashboard is in front.
    void setPage(DashboardPage *page, const std::vector<QString> &targets);
    [[nodiscard]] DashboardPage *page() const { return m_page; }
    /// The page's own time is another one.
    void takeTime();

    void onTick(const CollectorTick &tick);
    /// What the page would be asked for now.
    [[nodiscard]] DashboardFeed::Question question() const;
    /// See DashboardPage::setAskedLength().
    [[nodiscard]] std::int64_t askedLength() const;
    /// For pictures: from now on panels show their ranges up to the very end, see PanelTime::exactEnd.
    void setExactEnds(bool on) { m_exactEnds = on; }
    /// Shows and glides as the window is now.
    void update();

private:
    void leavePage();
    void joinPage();
    [[nodiscard]] PanelTime panelTime(TimeRange range, std::optional<TimestampMs> now) const;
    [[nodiscard]] std::optional<TimestampMs> newestScrape(const CollectorTick &tick) const;

    Workspace *m_workspace;
    TimeDriver *m_time;
    TimeSelection m_shared;
    QPointer<DashboardPage> m_page;
    std::vector<QString> m_targets;
    bool m_exactEnds = false;
    std::optional<TimestampMs> m_shownScrape; ///< of the targets, when the panels were last asked for
};

} // namespace sightglass
