// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/presentation/explorefeed.h"
#include "model/presentation/workspace.h"
#include "widgets/editors/queryhistory.h"
#include "widgets/style/theme.h"

#include <QTimeZone>
#include <QWidget>

namespace sightglass {

class ExploreView;
class PanelMaker;

/// Explore on a workspace: the view with what it asks. Made of nothing until it is first shown, so that a
/// window that only shows dashboards does not pay for it.
class ExplorePage : public QWidget
{
    Q_OBJECT

public:
    ExplorePage(Workspace *workspace, const Theme &theme, QWidget *parent = nullptr);
    ~ExplorePage() override;

    void setTheme(const Theme &theme);
    /// As in PanelView.
    void setShownRange(TimeRange range);
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] std::int64_t columnUs() const;
    /// Made when it is first asked for.
    [[nodiscard]] ExploreView *view();

    /// What the page begins with when it is first shown.
    struct Memory
    {
        QStringList history; ///< newest first
        std::vector<PanelQuery> queries;
    };
    void setMemory(const Memory &memory);
    [[nodiscard]] Memory memory() const;

    /// New data, or another time range. Asked only while the page is in front.
    void refresh(const TimeRange &range);
    void restart(const TimeRange &range);
    /// Lets go of the data.
    void pause();

signals:
    void rangeRequested(sightglass::TimeRange range);
    void rangeMoved(sightglass::TimeRange range);
    void zoomOutRequested();
    void zoomInAgainRequested();
    /// The user wants this panel on a dashboard.
    void panelOffered(const sightglass::PanelSpec &panel);
    /// The memory is another one.
    void memoryChanged();

private:
    [[nodiscard]] ExploreFeed::Question question(const TimeRange &range);

    Workspace *m_workspace;
    Theme m_theme;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    CatalogSource *m_catalog;
    PanelMaker *m_maker;
    ExploreFeed *m_feed;
    ExploreView *m_view = nullptr;
    Memory m_memory;
};

} // namespace sightglass
