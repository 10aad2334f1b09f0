// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/assist/suggestedqueries.h"
#include "model/dashboard/panelspec.h"
#include "model/presentation/explorefeed.h"
#include "widgets/editors/queryhistory.h"
#include "widgets/style/theme.h"

#include <QTimeZone>
#include <QWidget>

#include <memory>
#include <set>
#include <vector>

class QScrollArea;
class QSplitter;
class QStackedWidget;
class QVBoxLayout;

namespace sightglass {

class ExplainPane;
class ExploreIntro;
class ExploreNotice;
class ExploreResult;
class ExploreToolBar;
class MetricBrowser;
class QueryRow;

/// Explore: metrics at the left, queries on top, below them one chart, table or list of samples of them all,
/// and at the bottom a query part by part. It asks its feed; the owner tells the feed what of.
class ExploreView : public QWidget
{
    Q_OBJECT

public:
    ExploreView(std::shared_ptr<QueryPool> pool, const CatalogSource *catalog, ExploreFeed *feed,
                const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// As in PanelView.
    void setShownRange(TimeRange range);
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] std::int64_t columnUs() const;
    void setScrapeIntervalMs(std::int64_t interval);
    /// Features of the language for the editors; the feed has its own options.
    void setFeatures(const promql::Features &features);

    /// Takes the place of all queries, and runs.
    void openQueries(const std::vector<PanelQuery> &queries, ExploreMode mode = ExploreMode::Graph);
    [[nodiscard]] std::vector<PanelQuery> queries() const;
    void setHistory(const QueryHistory &history);
    [[nodiscard]] const QueryHistory &history() const noexcept { return m_history; }

    [[nodiscard]] QueryRow *row(int index) const { return m_rows.at(static_cast<std::size_t>(index)); }
    [[nodiscard]] int rowCount() const noexcept { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] ExploreNotice *notice() const noexcept { return m_notice; }
    [[nodiscard]] ExploreResult *result() const noexcept { return m_result; }
    [[nodiscard]] ExplainPane *explainPane() const noexcept { return m_explain; }
    [[nodiscard]] MetricBrowser *browser() const noexcept { return m_browser; }
    [[nodiscard]] ExploreMode mode() const;

public slots:
    void run();
    void addRow();
    void setMode(sightglass::ExploreMode mode);
    void setExplainShown(bool shown);
    void focusEditor();

signals:
    void rangeRequested(sightglass::TimeRange range);
    void rangeMoved(sightglass::TimeRange range);
    void zoomOutRequested();
    void zoomInAgainRequested();
    /// A panel with these queries is wanted on a dashboard; never empty.
    void addToDashboardRequested(const std::vector<sightglass::PanelQuery> &queries);
    /// A panel that shows this metric is.
    void metricToDashboardRequested(const std::string &family);
    /// Queries or history are others: worth remembering.
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void connectParts();
    QueryRow *appendRow();
    void removeRow(QueryRow *row);
    void renumber();
    [[nodiscard]] QueryRow *currentRow() const;
    void ask();
    void takeAnswer(const std::shared_ptr<const ExploreAnswer> &answer);
    void takeExplanation(const ExploreQuery &query, const std::shared_ptr<const Explanation> &explanation);
    void writeSuggestion(const SuggestedQuery &query, ExploreFeed::Placement placement);
    /// Takes apart what the pane shows, or the next query that gave nothing.
    void explainWhatIsWanted();
    void explainCurrent();
    void copyCsv();
    void updateRowsHeight();
    void applyTheme();

    std::shared_ptr<QueryPool> m_pool;
    const CatalogSource *m_catalog;
    ExploreFeed *m_feed;
    Theme m_theme;
    QueryHistory m_history;
    std::size_t m_maxSeries;
    std::int64_t m_scrapeIntervalMs = 0;
    promql::Features m_features;
    std::vector<QueryRow *> m_rows;
    QueryRow *m_current = nullptr;
    std::shared_ptr<const ExploreAnswer> m_answer;
    std::set<std::string> m_explained; ///< texts that were taken apart since the last run

    MetricBrowser *m_browser;
    ExploreToolBar *m_toolBar;
    ExploreNotice *m_notice;
    QWidget *m_rowArea = nullptr;
    QVBoxLayout *m_rowLayout = nullptr;
    QScrollArea *m_rowScroll = nullptr;
    QStackedWidget *m_stack = nullptr;
    ExploreIntro *m_intro;
    ExploreResult *m_result;
    ExplainPane *m_explain;
    QSplitter *m_lower = nullptr;
};

} // namespace sightglass
